"""What a count speaks of: fields and codes of the codebook, told from the words of its own clause.

The wordings are data (`is:category=physical` in `language/<language>/claims.csv`); of overlapping wordings the longest
counts, so that "not related to the authorities" is not "authorities".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from kuzet.language.text import tables
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence

Concepts = frozenset[tuple[str, str]]
"""Pairs of field and code; several codes of one field mean any of them."""

ALL: Final[Concepts] = frozenset()
"""Every incident."""

_LEFT: Final = re.compile(r"[,;:]|\s[–—-]\s|[.!?]\s")
_LIST: Final = re.compile(r"[,;]|[.!?]\s")
_RIGHT: Final = re.compile(r"[,;:()]|\s[–—-]\s|[.!?]\s")
_OPEN: Final = re.compile(r"\([^()\d]{0,24}$")


NOTHING: Final = ("", "")
"""What words such as "administrative arrest" name: no concept, though a part of them would."""


@cache
def _patterns(language: str) -> Mapping[tuple[str, str], re.Pattern[str]]:
    rows = [key for key in tables.pairs(language, "claims") if key.startswith("is:")]
    named = {(field, code): phrases.pattern(language, row) for row in rows for field, code in [row[3:].split("=")]}
    return {**named, NOTHING: phrases.pattern(language, "no_concept")}


@lru_cache(maxsize=KEPT)
def spans(text: str, language: str) -> tuple[tuple[int, int, tuple[str, str]], ...]:
    """The wordings of concepts in a text: start, end, concept; of overlapping ones the longest."""
    if not _any(language).search(text):  # of most clauses, so that each pattern need not be asked
        return ()
    return _longest(text, [*_patterns(language).items()])


@cache
def _any(language: str) -> re.Pattern[str]:
    """Where any concept is named."""
    rows = (key for key in tables.pairs(language, "claims") if key.startswith("is:"))
    return re.compile(phrases.longest(language, *rows, "no_concept"), re.IGNORECASE)


def _longest(
    text: str, patterns: Sequence[tuple[tuple[str, str], re.Pattern[str]]]
) -> tuple[tuple[int, int, tuple[str, str]], ...]:
    told = [
        (match.end() - match.start(), match.span(), concept)
        for concept, pattern in patterns
        for match in pattern.finditer(text)
    ]
    kept: list[tuple[int, int, tuple[str, str]]] = []
    for _, (start, end), concept in sorted(told, reverse=True):
        if not any(start < right and left < end for left, right, _ in kept):
            kept.append((start, end, concept))
    return tuple(kept)


def found(text: str, language: str) -> Concepts:
    """The concepts that some words name."""
    return frozenset(concept for _, _, concept in spans(text, language) if concept != NOTHING)


@lru_cache(maxsize=KEPT)
def widely(text: str, language: str) -> Concepts:
    """The same with looser words too, as a conclusion has them ("state functionaries", "behind bars")."""
    patterns = [*_patterns(language).items(), *_loose(language).items()]
    return frozenset(concept for _, _, concept in _longest(text, patterns) if concept != NOTHING)


@cache
def _loose(language: str) -> Mapping[tuple[str, str], re.Pattern[str]]:
    rows = [key for key in tables.pairs(language, "claims") if key.startswith("same:")]
    return {(field, code): phrases.pattern(language, row) for row in rows for field, code in [row[5:].split("=")]}


def tail(text: str, breaks: re.Pattern[str], language: str) -> str:
    """What stands behind the last break that is not inside the name of a concept ("X, Y and threats")."""
    names = spans(text, language)
    cuts = [one.end() for one in breaks.finditer(text) if not any(start < one.start() < end for start, end, _ in names)]
    return text[cuts[-1] :] if cuts else text


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
        near = _LEFT.split(front[: bracket.start()])[-1]
        readings = (near, rest) if _labels(front, bracket, near, language) else (near, rest, front[: bracket.start()])
        return next((words for words in readings if found(words, language)), "")
    own = tail(front, _joint(language) if before else _LEFT, language)
    if before and own == front:
        return back  # words between two counts, without a break, are the noun of the first
    if found(own + back, language) or before:
        return own + back
    return tail(front, _LIST, language) + back


def _labels(front: str, bracket: re.Match[str], near: str, language: str) -> bool:
    """Whether a bracket counts a label behind a colon ("penalties in lawsuits: Fine (10)") and not what is before."""
    named = front[: bracket.start() - len(near)].rstrip().endswith(":")
    return named and not phrases.says(language, "incidents", near)


@cache
def _joint(language: str) -> re.Pattern[str]:
    """What parts the words of one count from those of the next: a break, or an "and"."""
    return re.compile(rf"{_LEFT.pattern}|\b(?:{phrases.words(language, 'and')})\b", re.IGNORECASE)
