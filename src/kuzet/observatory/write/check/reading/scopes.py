"""What a count speaks of beside its own words: the heading above it, and what its paragraph told first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.concepts import Concepts
from kuzet.observatory.write.check.reading.words import Sentence, Text

STEM: Final = 6
"""Letters of a place that its case endings leave alone."""

NAME: Final = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+"

LONGEST: Final = 100
"""Characters of a heading."""

_LAWSUIT: Final = ("method_group", "lawsuit")
_CLOSED: Final = re.compile(r"[.!?:;]\s*$")


def headings(text: Text) -> tuple[Concepts | None, ...]:
    """For each sentence what the nearest heading above it that names anything speaks of; None where none does."""
    found: list[Concepts | None] = []
    last: Concepts | None = None
    for _, group in groupby(text.sentences, key=lambda one: one.block):
        lines = list(group)
        words = " ".join(one.text for one in lines)
        if _is_heading(lines, words):
            last = concepts.found(words, text.language) or last
        found += [last] * len(lines)
    return tuple(found)


def _is_heading(lines: Sequence[Sentence], words: str) -> bool:
    """Short lines between empty ones, none of them closed and without counts."""
    counts = any(one.of_kind("count", "percent") for one in lines)
    return len(words) <= LONGEST and not counts and not any(_CLOSED.search(one.text) for one in lines)


def places(sentence: Sentence, language: str) -> frozenset[str]:
    """The first letters of the places that a sentence says something happened in: "In Almaty", "астанада"."""
    named = (found[found.lastindex or 0][:STEM] for found in _in_place(language).finditer(sentence.text))
    told = (found[0] for found in phrases.pattern(language, "narrowed_too").finditer(sentence.text))
    return frozenset(name.lower() for name in (*named, *told))


@cache
def _in_place(language: str) -> re.Pattern[str]:
    """A word in capitals behind "in" or with the ending of it (Kazakh)."""
    front, behind = phrases.words(language, "inside"), phrases.words(language, "inside_behind")
    return re.compile(rf"\b(?i:{front})\s+(?:the\s+)?({NAME})|\b(?=({NAME}))(?i:{behind})")


def is_here(sentence: Sentence, language: str) -> bool:
    """Whether a sentence says that it speaks of what its heading names: "of this category", "belong here"."""
    return phrases.says(language, "here", sentence.text)


def within(own: Concepts, scope: Concepts) -> Concepts:
    """What `own` means inside `scope`: the codes of the scope in every field that `own` leaves open."""
    named = {field for field, _ in own}
    return own | frozenset(one for one in scope if one[0] not in named)


def readings(own: Concepts, scopes: Sequence[Concepts | None]) -> Iterator[Concepts]:
    """All that a count may speak of besides its own words, each once."""
    told = [within(own, scope) for scope in scopes if scope]
    yield from (one for one in dict.fromkeys(told) if one != own)


def claimants(about: Sequence[Concepts], sentence: Sentence, language: str) -> Iterator[Concepts]:
    """Of lawsuits "begun by" somebody: whom a claimant is may be told as well as who stands behind the incident."""
    if phrases.says(language, "brought", sentence.text):
        for one in about:
            if _LAWSUIT in one and any(field == "perpetrator" for field, _ in one):
                yield frozenset(("claimant" if field == "perpetrator" else field, code) for field, code in one)
