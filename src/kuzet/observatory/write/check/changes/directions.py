"""Whether a rank went the way that its verb says: from 144th to 122nd is up, from 122nd to 144th is down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict

LOWEST: Final = 250
"""The lowest rank there is: an index has no more countries."""

APART: Final = 60
"""Characters between the two ranks of a way."""

NEAR: Final = 60
"""Characters around the two ranks in which their verb stands."""

NOUN: Final = 30
"""Characters around them in which "place" stands."""

ENDS: Final = ("from", "rank_to")
"""What stands in front of the two ranks of a way."""

Way = tuple[numbers.FoundNumber, numbers.FoundNumber]


def directions(text: Text, index: int) -> Iterator[Finding]:
    """Each way from one rank to another in a sentence, where its verb is of the other direction."""
    sentence, language = text.sentences[index], text.language
    for left, right in _ways(sentence, language):
        start, end = max(0, left.start - NEAR), right.end + NEAR
        clause = re.split(r"[;.:]\s", sentence.text[start:end])
        said = next((one for one in clause if sentence.text[left.start : left.end] in one), "")
        up, down = (phrases.says(language, way, said) for way in ("rank_up", "rank_down"))
        if up == down or left.value == right.value or phrases.says(language, "rank_reversed", sentence.text):
            continue
        if up != (right.value < left.value):
            yield _finding(sentence, left, right, went="down" if up else "up")


def _ways(sentence: Sentence, language: str) -> Iterator[Way]:
    """Two neighbouring ranks, "from" at the first and "to" at the second."""
    told = [one for one in numbers.find(sentence.text, language) if 0 < one.value <= LOWEST]
    for left, right in pairwise(told):
        words, behind = sentence.text[left.end : right.start], sentence.text[right.end : right.end + NOUN]
        front = sentence.text[max(0, left.start - NOUN) : left.start]
        named = any(phrases.says(language, "rank_noun", part) for part in (front, words, behind))
        if len(words) <= APART and named and _is_way(sentence.text, left, right, language):
            yield left, right


def _is_way(text: str, left: numbers.FoundNumber, right: numbers.FoundNumber, language: str) -> bool:
    """As "from the 122nd to the 144th", "со 122-го на 144-е", "122-орыннан 144-орынға"."""
    ordinal = left.kind == right.kind == "ordinal"
    fronts = text[max(0, left.start - NOUN) : left.start], text[left.end : right.start]
    parted = all(_ends(relation, language).search(front) for relation, front in zip(ENDS, fronts, strict=True))
    leaves, reaches = (phrases.pattern(language, relation) for relation in ("rank_leaves", "rank_reaches"))
    behind = text[right.end : right.end + NOUN]
    tied = bool(re.match(rf"[\s-]*(?:{leaves.pattern})", text[left.end :], re.IGNORECASE))
    return (ordinal and parted) or (
        tied and re.match(rf"[\s-]*(?:{reaches.pattern})", behind, re.IGNORECASE) is not None
    )


@cache
def _ends(relation: str, language: str) -> re.Pattern[str]:
    """A preposition right in front of a rank, an article between."""
    return re.compile(rf"\b(?:{phrases.words(language, relation)})\s(?:[^\W\d]{{1,3}}\s)?$", re.IGNORECASE)


def _finding(sentence: Sentence, left: numbers.FoundNumber, right: numbers.FoundNumber, *, went: str) -> Finding:
    near = [one for one in sentence.mentions if one.start >= left.start] or [*sentence.mentions]
    first, last = (plain(Fraction(one.value)) for one in (left, right))
    return Finding(
        line=sentence.line_of(near[0]) if near else sentence.line,
        text=" ".join(sentence.text[max(0, left.start - NEAR) : right.end + NOUN].split()),
        kind=Kind.CHANGE,
        verdict=Verdict.DIFFERS,
        why=f"from place {first} to {last} is {went}",
    )
