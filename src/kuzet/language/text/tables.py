"""The data tables of a language: CSV with a header, `#` lines are remarks, `|` separates alternatives."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.names import LANGUAGES

Row = Mapping[str, str]


@cache
def rows(language: str, name: str) -> tuple[Row, ...]:
    """The rows of `<language>/<name>.csv`; raises `BadInput` for another language, `Missing` for no such table."""
    if language not in LANGUAGES:
        raise BadInput(language, "one of kk, ru, en", "language")
    path = files("kuzet.language") / language / f"{name}.csv"
    if not path.is_file():
        raise Missing(f"no table {language}/{name}.csv in the language data")
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#"))
    return tuple(csv.DictReader(lines))


@cache
def rules(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a table whose last column is a regular expression, taken as it stands with its commas and quotes."""
    if not (path := files("kuzet.language") / language / f"{name}.csv").is_file():
        raise Missing(f"no table {language}/{name}.csv in the language data")
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    columns = lines[0].count(",")
    return tuple(tuple(line.split(",", columns)) for line in lines[1:])


@cache
def pairs(language: str, name: str) -> Mapping[str, str]:
    """The table as a mapping of its first column to its second."""
    return {key: value for key, value, *_ in (tuple(row.values()) for row in rows(language, name))}


def listed(language: str, name: str, role: str) -> tuple[str, ...]:
    """The words of a table of roles and words that have this role."""
    return tuple(row["words"] for row in rows(language, name) if row["role"] == role)


def split(cell: str) -> tuple[str, ...]:
    """The alternatives of one cell, in order."""
    return tuple(part for part in cell.split("|") if part)
