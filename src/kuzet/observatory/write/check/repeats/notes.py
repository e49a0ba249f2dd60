"""Numbers that open a note: "8%⁶" and the note 6, which gives the number again, are to agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading.words import Finding, Kind, Verdict

MARK: Final = re.compile(r"\[?\d{1,4}\]?|[*†‡]")
"""What a raised note mark holds."""
NOTED: Final = "in the note that it opens"
"""How the reason of such a finding ends."""

_NUMBER: Final = re.compile(r"(\d[\d\s.,]*%?)(.*)", re.DOTALL)
"""A number and what stands behind it."""
_ENDING: Final = re.compile(r"(?:-?[^\W\d]{1,6})?")
"""A case ending ("29-ы", "142nd")."""
_LABEL: Final = re.compile(r"\W*\d{1,4}[.)\]]|\W*")
"""The number of a note in front of its words, and what says nothing."""


class Link(NamedTuple):
    """A number with a note mark: the line it stands on, the number as shown, how its note begins, the mark."""

    line: int
    shown: str
    note: str
    mark: str = ""


class Trail:
    """Follows note marks while a text is read in its order: the words of links, and where each target begins."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._begins: dict[str, int] = {}
        self._link: tuple[str, int] | None = None
        self._marked: list[tuple[int, str, str, str]] = []

    def say(self, words: str) -> None:
        """Words that stand together."""
        self._words += [words] if words.strip() else []

    def begin(self, anchor: str) -> None:
        """A target of links, in front of its words."""
        self._begins.setdefault(anchor, len(self._words))

    def open(self, target: str) -> None:
        """A link to a target of the same text; the empty one closes the link."""
        self._link = (target, len(self._words)) if target else None

    def mark(self, block: int, mark: str) -> None:
        """A raised note mark in a block: inside a link, the words of the link in front of it open that note."""
        if self._link:
            target, start = self._link
            self._marked.append((block, "".join(self._words[start:]), target, mark.strip("[] ")))

    def links(self, lines: Sequence[int]) -> Iterator[Link]:
        """Each number with a note mark, given the line of each block."""
        for block, shown, target, mark in self._marked:
            if shown and target in self._begins and block < len(lines):
                yield Link(lines[block], shown, opening(self._words[self._begins[target] :]), mark)


def opening(words: Iterable[str]) -> str:
    """The first words of a note, its own number aside."""
    return next((one for one in words if not _LABEL.fullmatch(one.strip())), "")


def disagreeing(links: Iterable[Link], language: str) -> Iterator[Finding]:
    """The numbers that their own notes give differently; a note that begins with no number says nothing."""
    for link in links:
        shown, told = (_NUMBER.fullmatch(" ".join(words.split())) for words in (link.shown, link.note))
        if shown and told and _alike(shown[2], told[2]) and _value(shown[1], language) != _value(told[1], language):
            number = f" (note {link.mark})" if link.mark else ""
            yield Finding(
                line=link.line,
                text=shown[0],
                kind=Kind.REPEAT,
                verdict=Verdict.DIFFERS,
                should_be=told[0],
                why=f"{shown[0]} here, {told[0]} {NOTED}{number}",
            )


def _alike(tail: str, other: str) -> bool:
    """Whether nothing but endings follows both numbers, or the same words ("1,480 US dollars")."""
    return tail == other or bool(_ENDING.fullmatch(tail) and _ENDING.fullmatch(other))


def _value(told: str, language: str) -> object:
    found = numbers.find(told, language)
    return found[0].value if found else told
