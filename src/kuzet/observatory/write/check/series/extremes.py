"""The longest or the shortest term against the list of terms in front: "7, 7, 8, 10 and 21 years. The shortest, 8"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.lastings import Lasting, hedge, lastings
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict
from kuzet.observatory.write.check.slips import is_slip

BACK: Final = 3
"""Sentences in front in which the list stands."""

FEWEST: Final = 3
"""Terms of a list."""

NEAR: Final = 60
"""Characters in front of a term in which the superlative stands."""

RELATIONS: Final = (("term_longest", True), ("term_shortest", False))
"""What makes a term the longest or the shortest one."""

_CLAUSE: Final = re.compile(r"[,;:]\s|[.!?]\s")


def extremes(text: Text, index: int) -> Iterator[Finding]:
    """Each term that a sentence tells as the longest or the shortest of the list in front."""
    sentence, language = text.sentences[index], text.language
    if phrases.says(language, "one_of", sentence.text):
        return
    told = [
        (one, way) for one in lastings(sentence.text, language) if (way := _way(sentence, one, language)) is not None
    ]
    listed = _listed(text, index) if told else ()
    for one, longest in told:
        same = [other.value for other in listed if other.unit == one.unit]
        if len(same) < FEWEST or hedge(sentence.text, one, language):
            continue
        right = max(same) if longest else min(same)
        if one.value not in same and not is_slip(one.value, right):
            continue
        yield _finding(sentence, one, right, same, language)


def _way(sentence: Sentence, one: Lasting, language: str) -> bool | None:
    """Whether a term is told as the longest (True) or the shortest (False); None for neither."""
    front = sentence.text[max(0, one.start - NEAR) : one.start]
    pieces = _CLAUSE.split(front)
    near = pieces[-1] if _named(language).search(pieces[-1]) else " ".join(pieces[-2:])
    between = [other for other in lastings(sentence.text, language) if other.end <= one.start]
    floor = max((other.end for other in between), default=0)
    near = near[-(one.start - floor) :] if one.start > floor else ""
    ways = [longest for relation, longest in RELATIONS if phrases.says(language, relation, near)]
    return ways[0] if len(ways) == 1 else None


@cache
def _named(language: str) -> re.Pattern[str]:
    return re.compile(phrases.any_of(language, *(relation for relation, _ in RELATIONS)), re.IGNORECASE)


def _listed(text: Text, index: int) -> Sequence[Lasting]:
    """The terms of the nearest sentence in front that tells a list of them."""
    for near in reversed(text.sentences[max(0, index - BACK) : index]):
        found = lastings(near.text, text.language)
        if near.block == text.sentences[index].block and len(found) >= FEWEST:
            return found
    return ()


def _finding(sentence: Sentence, one: Lasting, right: Fraction, same: Sequence[Fraction], language: str) -> Finding:
    mention = min(sentence.mentions, key=lambda other: abs(other.start - one.start), default=None)
    held = right == one.value
    return Finding(
        line=sentence.line_of(mention) if mention else sentence.line,
        text=" ".join(sentence.text[max(0, one.start - NEAR) : one.end].split()),
        kind=Kind.RECORD,
        verdict=Verdict.HOLDS if held else Verdict.DIFFERS,
        should_be="" if held else form.marked(plain(right), language),
        why=f"of {', '.join(map(plain, same))}",
    )
