"""The counts of a list in prose: which numbers of a sentence are its parts, and where the list ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.language import numbers
from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.bases import fractions
from kuzet.observatory.write.check.deltas import deltas
from kuzet.observatory.write.check.split import Split
from kuzet.observatory.write.check.words import Mention, Sentence

CLOSED: Final = 3
"""Numbers from which on an "and" before the last one ends a list."""

PAIR: Final = 2

_COLON: Final = re.compile(r":\s")

BRACKET: Final = re.compile(r"\(([^()]*)\)")
_STOP: Final = re.compile(phrases.STOP)


def parts(sentence: Sentence, start: int, unit: str, nested: set[Mention], language: str) -> list[Mention]:
    """The counts from `start` to the end of the list: outside brackets, or else the one in each bracket."""
    end = _end(sentence, start)
    wholes = {whole for _, whole in fractions(sentence, language)}
    skipped = nested | wholes | set(deltas(sentence, language)) | set(_compared(sentence, language))
    listed = [one for one in sentence.quantities(unit) if start <= one.start and one.end <= end and one not in skipped]
    outside = [one for one in listed if not bracketed(sentence, one)]
    return outside if len(outside) >= 2 else listed


def bracketed(sentence: Sentence, one: Mention) -> bool:
    """Whether a number stands in brackets."""
    return any(found.start() < one.start < found.end() for found in BRACKET.finditer(sentence.text))


def closed_two(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether two parts right behind a colon are joined by "and": "24 people: 15 for one thing and 9 for another"."""
    if len(split.parts) != PAIR or any(one not in sentence.mentions for one in (split.whole, *split.parts)):
        return False
    if not _COLON.search(sentence.between(split.whole, split.parts[0])):
        return False
    return phrases.says(language, "and", sentence.between(*split.parts))


def closed(sentence: Sentence, listed: Sequence[Mention], language: str) -> bool:
    """Whether a list of three or more numbers names its last with an "and", and so all of them."""
    if len(listed) < CLOSED or any(one not in sentence.mentions for one in listed):
        return False
    return phrases.says(language, "and", sentence.between(listed[-2], listed[-1]))


def _compared(sentence: Sentence, language: str) -> list[Mention]:
    """Numbers of another time that a part is compared with: "30 (against 20 a year earlier)"."""
    return [
        right
        for left, right in pairwise(sentence.of_kind("count", "amount"))
        if phrases.ends_with(language, "against", sentence.between(left, right))
    ]


def _end(sentence: Sentence, start: int) -> int:
    """The end of a list: the next full stop, or a semicolon behind two numbers of one stretch."""
    stop = next((found.start() for found in _STOP.finditer(sentence.text) if found.start() > start), len(sentence.text))
    first = sentence.text.find(";", start, stop)
    if first < 0:
        return stop
    inside = [one for one in sentence.of_kind("count", "amount") if start <= one.start < first]
    return first if len([one for one in inside if not bracketed(sentence, one)]) >= 2 else stop


def ones(sentence: Sentence, start: int, language: str) -> list[Mention]:
    """Each lone "one" from `start` on that a comma or an "and" ties to a list: no number elsewhere."""
    found = numbers.find(sentence.text, language, lone=True)
    return [
        Mention(one.start, one.end, Decimal(1), "count")
        for one in found
        if one.value == 1 and one.kind == "count" and one.start >= start and _joined(sentence, one.start, language)
        if not any(other.start <= one.start < other.end for other in sentence.mentions)
    ]


def _joined(sentence: Sentence, start: int, language: str) -> bool:
    return _listing(language).search(sentence.text[:start]) is not None


@cache
def _listing(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:,|\b(?:{phrases.words(language, 'and')}))\s+$", re.IGNORECASE)
