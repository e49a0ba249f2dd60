"""What is wrong, or to be known, about one cell: where it stands, what it holds, what was expected there."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from kuzet.basis.errors import shorten
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.word import Word

NOTES: Final = frozenset({"merged", "serial", "no_source"})
"""Kinds that are only told: the row is taken all the same."""


class Finding(Word):
    """One cell of which something is to be told; `what` is a key of `findings.csv`, `near` completes its wording."""

    where: str
    value: str
    what: str
    near: str = ""

    @property
    def bad(self) -> bool:
        """Whether its row cannot be taken."""
        return self.what not in NOTES

    def expected(self, language: str) -> str:
        """What was expected of the cell."""
        return wordings()[self.what].best(language).format(near=_near(self.what, self.near))

    def __str__(self) -> str:
        joined = "is not" if self.bad else "is"
        return f"{self.where}: {shorten(self.value)} {joined} {self.expected('en')}"


class Unfit(Exception):
    """A value is not what its column asks for; `what` and `near` as in `Finding`."""

    def __init__(self, what: str, near: str = "") -> None:
        self.what, self.near = what, near
        super().__init__(what)


@cache
def wordings() -> Mapping[str, Name]:
    """What was expected, by key."""
    text = files(__package__).joinpath("findings.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["key"]: Name(**{language: row[language] for language in LANGUAGES}) for row in rows}


_LISTED: Final = frozenset({"code", "region", "place", "event"})


def _near(what: str, near: str) -> str:
    return f" ({near}?)" if near and what in _LISTED else near
