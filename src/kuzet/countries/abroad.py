"""Towns, states and countries elsewhere that news of the country name, from `abroad.csv`.

`kind` is town, region or country; `region` is the ISO 3166-2 code of the state that a town lies in and of the state
itself, where one writes it beside the town; `ambiguous`: an ordinary word or a name of people, which counts only beside
a word for a town or its state, or after one such as in.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

SORTS: Final = {"town": "abroad", "region": "area", "country": "land"}
"""Beginnings of the codes of a kind."""


class Elsewhere(Struct, frozen=True):
    """One row: all its `spellings`, those in Kazakh, Russian and English first; `short` stands beside a town only."""

    spellings: tuple[str, ...]
    short: tuple[str, ...]
    country: str
    region: str
    kind: str
    ambiguous: bool


@cache
def places() -> Mapping[str, Elsewhere]:
    """Every row under its code, `<sort>:<country>|<kk>|<ru>|<en>`."""
    text = files("kuzet.countries").joinpath("abroad.csv").read_text("utf-8")
    return {_code(row): _row(row) for row in csv.DictReader(text.splitlines())}


def _code(row: Mapping[str, str]) -> str:
    names = (row["country"], row["name_kk"], row["name_ru"], row["name_en"])
    return f"{SORTS[row['kind']]}:{'|'.join(names)}"


def _row(row: Mapping[str, str]) -> Elsewhere:
    names = (row["name_kk"], row["name_ru"], row["name_en"], *row["aliases"].split("|"))
    return Elsewhere(
        spellings=tuple(dict.fromkeys(name for name in names if name)),
        short=tuple(short for short in row["short"].split("|") if short),
        country=row["country"],
        region=row["region"],
        kind=row["kind"],
        ambiguous=row["ambiguous"] == "yes",
    )


def wholes(place: Elsewhere) -> tuple[str, ...]:
    """Names of the state and the country that a town lies in."""
    names = _wholes()
    return (*names.get(place.region, ()), *names.get(place.country, ())) if place.kind == "town" else ()


@cache
def _wholes() -> Mapping[str, tuple[str, ...]]:
    rows = places().values()
    return {row.region or row.country: row.spellings + row.short for row in rows if row.kind in ("region", "country")}


@cache
def countries() -> Mapping[str, str]:
    """The country of every state and country by its spelling."""
    rows = [row for row in places().values() if row.kind != "town"]
    return {name: row.country for row in reversed(rows) for name in row.spellings + row.short}


def code_of(name: str) -> str:
    """The code of the town elsewhere that has this name; '' for none."""
    found = (code for code, row in places().items() if row.kind == "town" and name in row.spellings)
    return next(found, "")
