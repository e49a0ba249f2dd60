"""Numbers that open a note: "8%⁶" and the note 6, which gives the number again, are to agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kuzet.language import numbers
from kuzet.observatory.write.check.words import Finding, Kind, Verdict

_NUMBER: Final = re.compile(r"(\d[\d\s\u00a0\u202f.,]*%?)(?:-?[^\W\d]{1,6})?")
"""A number, a case ending behind it aside ("29-ы", "142nd")."""


NOTED: Final = "in the note that it opens"
"""How the reason of such a finding ends."""


class Link(NamedTuple):
    """A number with a note mark: the line it stands on, the number as shown, and how its note begins."""

    line: int
    shown: str
    note: str


def disagreeing(links: Iterable[Link], language: str) -> Iterator[Finding]:
    """The numbers that their own notes give differently; a note that begins with no number says nothing."""
    for link in links:
        shown, told = (_NUMBER.fullmatch(words.strip()) for words in (link.shown, link.note))
        if shown and told and _value(shown[1], language) != _value(told[1], language):
            yield Finding(
                line=link.line,
                text=shown[0],
                kind=Kind.REPEAT,
                verdict=Verdict.DIFFERS,
                should_be=told[0],
                why=f"{shown[0]} here, {told[0]} {NOTED}",
            )


def _value(told: str, language: str) -> object:
    found = numbers.find(told, language)
    return found[0].value if found else told
