"""Paths as the verbs take them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

PATH: Final = click.Path(path_type=Path)
FILE: Final = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER: Final = click.Path(path_type=Path, exists=True, file_okay=False)
RELEASE: Final = click.Path(path_type=Path, exists=True)
