"""The columns that a register may have: which question each answers, and how it is called (`fields.csv`)."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.word import Word
from kuzet.language.text import script

_SIGNS: Final = re.compile(r"[\W_]+")


class Field(Word):
    """One column.

    `variable` is the answer of a coding that it is part of ('' for what is no answer), `kind` says how its cells are
    read, `table` where its codes are listed; `several` values of a cell are parted by a semicolon or a line break.
    """

    name: str
    variable: str
    kind: str
    table: str
    several: bool
    label: Name
    also: tuple[str, ...]
    hint: Name

    def headers(self) -> tuple[str, ...]:
        """Everything that the column may be headed with."""
        return (self.name, *(text for _, text in self.label.known()), *self.also)


def fold(text: str) -> str:
    """Small letters as typed on any keyboard, signs as single spaces: what headers and labels are compared by.

    >>> fold("Нысана  түрі:"), fold("нысана тури")
    ('нысана тури', 'нысана тури')
    """
    return _SIGNS.sub(" ", script.bare(text.casefold().replace("ё", "е"))).strip()


def _read() -> Mapping[str, Field]:
    text = files(__package__).joinpath("fields.csv").read_text("utf-8")
    return {row["field"]: _field(row) for row in csv.DictReader(text.splitlines())}


def _field(row: Mapping[str, str]) -> Field:
    return Field(
        name=row["field"],
        variable=row["variable"],
        kind=row["kind"],
        table=row["table"],
        several=row["several"] == "yes",
        label=Name(**{language: row[f"label_{language}"] for language in LANGUAGES}),
        also=tuple(filter(None, row["also"].split("|"))),
        hint=Name(**{language: row[f"hint_{language}"] for language in LANGUAGES}),
    )


FIELDS: Final = MappingProxyType(_read())
"""By name, in the order in which a list shows them."""


@cache
def by_header() -> Mapping[str, str]:
    """Each folded header with the field that it stands for; names and labels come before other wordings."""
    found: dict[str, str] = {}
    for rank in (slice(0, 4), slice(4, None)):
        for field in FIELDS.values():
            for header in field.headers()[rank]:
                found.setdefault(fold(header), field.name)
    return MappingProxyType(found)
