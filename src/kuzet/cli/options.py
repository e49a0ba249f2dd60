"""Paths, languages and editions as the verbs take them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from kuzet.basis.names import LANGUAGES

PATH: Final = click.Path(path_type=Path)
FILE: Final = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER: Final = click.Path(path_type=Path, exists=True, file_okay=False)
RELEASE: Final = click.Path(path_type=Path, exists=True)
LANGUAGE: Final = click.Choice(LANGUAGES)
EDITIONS: Final = click.option(
    "--edition",
    "editions",
    type=RELEASE,
    multiple=True,
    help="An earlier edition that it looks back to; of several the last is compared.",
)
