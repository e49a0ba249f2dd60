"""The data dictionary: what every table and column of the open data holds, in three languages."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.word import Word


class Column(Word):
    """One column; `type` is string, integer, number, year or list, `codes` a table of the codebook or `field`."""

    name: str
    type: str
    told: Name
    codes: str = ""


class Table(Word):
    """One table with its key and its columns in order."""

    name: str
    key: tuple[str, ...]
    told: Name
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(one for one in self.columns if one.name == name)


@cache
def words(language: str) -> Mapping[str, Any]:
    """The words that the open data is told with in a language."""
    found: Mapping[str, Any] = json.loads((files(__package__) / "words" / f"{language}.json").read_text("utf-8"))
    return found


@cache
def tables() -> Mapping[str, Table]:
    """All tables by name, in the order in which they are listed."""
    columns: dict[str, list[Column]] = {}
    for row in rows("columns.csv"):
        columns.setdefault(row["table"], []).extend(_columns(row))
    return MappingProxyType(
        {
            row["table"]: Table(
                name=row["table"],
                key=tuple(row["key"].split()),
                told=_name(row),
                columns=tuple(columns[row["table"]]),
            )
            for row in rows("tables.csv")
        }
    )


def _columns(row: Mapping[str, str]) -> Iterator[Column]:
    """The column of a row, or one a language where the name ends with `*`."""
    plain = row["column"].removesuffix("*")
    if plain == row["column"]:
        yield Column(name=plain, type=row["type"], told=_name(row), codes=row["codes"])
        return
    for language in LANGUAGES:
        told = {each: f"{row[each]}, {words(each)['columns'][language]}" for each in LANGUAGES}
        yield Column(name=f"{plain}_{language}", type=row["type"], told=Name(**told), codes=row["codes"])


def _name(row: Mapping[str, str]) -> Name:
    return Name(**{language: row[language] for language in LANGUAGES})


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of a data file of this package; lines with `#` are remarks."""
    lines = (files(__package__) / name).read_text("utf-8").splitlines()
    return csv.DictReader(line for line in lines if not line.startswith("#"))
