"""Numbers that open a note: "8%⁶" and the note 6, which gives the number again, are to agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kuzet.language import numbers
from kuzet.observatory.write.check.words import Finding, Kind, Verdict

_NUMBER: Final = re.compile(r"\d[\d\s\u00a0\u202f.,]*%?")


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
        shown, told = link.shown.strip(), link.note.strip()
        if _NUMBER.fullmatch(shown) and _NUMBER.fullmatch(told) and _value(shown, language) != _value(told, language):
            yield Finding(
                line=link.line,
                text=shown,
                kind=Kind.REPEAT,
                verdict=Verdict.DIFFERS,
                should_be=told,
                why=f"{shown} here, {told} {NOTED}",
            )


def _value(told: str, language: str) -> object:
    found = numbers.find(told, language)
    return found[0].value if found else told
