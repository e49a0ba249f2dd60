"""What a count speaks of: fields and codes of the codebook, told from the words of its own clause.

The wordings are data (`is:category=physical` in `language/<language>/claims.csv`); of overlapping wordings the longest
counts, so that "not related to the authorities" is not "authorities".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from kuzet.language import tables
from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.words import KEPT, Mention, Sentence

Concepts = frozenset[tuple[str, str]]
"""Pairs of field and code; several codes of one field mean any of them."""

ALL: Final[Concepts] = frozenset()
"""Every incident."""

_LEFT: Final = re.compile(r"[,;:]|\s[–—-]\s|[.!?]\s")
_LIST: Final = re.compile(r"[,;]|[.!?]\s")
_RIGHT: Final = re.compile(r"[,;:()]|\s[–—-]\s|[.!?]\s")
_OPEN: Final = re.compile(r"\([^()\d]{0,24}$")


@cache
def _patterns(language: str) -> Mapping[tuple[str, str], re.Pattern[str]]:
    rows = [key for key in tables.pairs(language, "claims") if key.startswith("is:")]
    return {(field, code): phrases.pattern(language, row) for row in rows for field, code in [row[3:].split("=")]}


@lru_cache(maxsize=KEPT)
def found(text: str, language: str) -> Concepts:
    """The concepts that some words name."""
    spans = [
        (match.end() - match.start(), match.span(), concept)
        for concept, pattern in _patterns(language).items()
        for match in pattern.finditer(text)
    ]
    kept: list[tuple[tuple[int, int], tuple[str, str]]] = []
    for _, (start, end), concept in sorted(spans, reverse=True):
        if not any(start < right and left < end for (left, right), _ in kept):
            kept.append(((start, end), concept))
    return frozenset(concept for _, concept in kept)


def of_count(sentence: Sentence, count: Mention, language: str) -> Concepts | None:
    """What a count of a sentence speaks of, from its own clause; None where the words do not say it surely."""
    if phrases.ends_with(language, "including", sentence.before(count, 24)):
        return None
    concepts = found(own_words(sentence, count, language), language)
    fields = [field for field, _ in concepts]
    doubled = {field for field in fields if fields.count(field) > 1}
    return concepts if concepts and doubled <= {"perpetrator"} else None


def own_words(sentence: Sentence, count: Mention, language: str) -> str:
    """The clause of a count; for one in brackets the words in front of them, or else those behind."""
    place = sentence.mentions.index(count)
    before = [one.end for one in sentence.mentions[:place] if one.kind == "count"]
    behind = [one.start for one in sentence.mentions[place + 1 :] if one.kind == "count"]
    floor, roof = max(before, default=0), min(behind, default=len(sentence.text))
    front, back = sentence.text[floor : count.start], _RIGHT.split(sentence.text[count.end : roof])[0]
    bracket = _OPEN.search(front)
    if bracket:
        rest = _LEFT.split(sentence.text[count.end : roof].partition(")")[2])[0]
        readings = (_LEFT.split(front[: bracket.start()])[-1], rest, front[: bracket.start()])
        return next((words for words in readings if found(words, language)), "")
    parts = _LEFT.split(front)
    if before and len(parts) == 1 and not phrases.says(language, "and", front):
        return back  # words between two counts, without a break, are the noun of the first
    if found(parts[-1] + back, language) or (before and len(parts) > 1):
        return parts[-1] + back
    return _LIST.split(front)[-1] + back
