"""Paths, languages and editions as the verbs take them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click
from click.core import ParameterSource

from kuzet.basis.names import LANGUAGES

PATH: Final = click.Path(path_type=Path)
FILE: Final = click.Path(path_type=Path, exists=True, dir_okay=False)
NEW_FILE: Final = click.Path(path_type=Path, dir_okay=False)
NEW_FOLDER: Final = click.Path(path_type=Path, file_okay=False)
FOLDER: Final = click.Path(path_type=Path, exists=True, file_okay=False)
RELEASE: Final = click.Path(path_type=Path, exists=True)
LANGUAGE: Final = click.Choice(LANGUAGES)


def _golden(context: click.Context, _: click.Parameter, folder: Path) -> Path:
    """The folder of golden sets; where the default is meant it stands in the checkout."""
    if folder.is_dir():
        return folder
    if context.get_parameter_source("golden") is ParameterSource.DEFAULT:
        raise click.UsageError(f"{folder} is not here: run it in the checkout, or give --golden")
    raise click.BadParameter(f"Directory '{folder}' does not exist.")


GOLDEN: Final = click.option(
    "--golden",
    type=NEW_FOLDER,
    callback=_golden,
    default=Path("tests/golden"),
    show_default="tests/golden, below the current folder: the checkout's",
    help="Golden sets, a folder a language.",
)
EDITIONS: Final = click.option(
    "--edition",
    "editions",
    type=RELEASE,
    multiple=True,
    help="An earlier edition that it looks back to; of several the last is compared.",
)
