"""Whether two folded names can be of one person, whatever the script, the case and the completeness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import JaroWinkler

from kuzet.language.fold import NameKey

NEAR: Final = 0.92
"""Least Jaro-Winkler likeness of two folded words to be one: above Islamova / Yeslyamova (0.90)."""

SHORTEST: Final = 4
"""Shorter words must be equal: a letter more or less makes another name of them."""


SAME: Final = ("full", "surname", "near")
"""Levels at which two names can be of one person."""


def level(left: NameKey, right: NameKey) -> str:
    """How far the two names agree.

    `full`; `surname`: one side is one word, with or without initials; `near`: a word differs by a letter; `namesake`:
    a woman and a man; '': different people.
    """
    short, long = sorted((left.key.split(), right.key.split()), key=len)
    likeness = _least_likeness(short, long)
    if not likeness:
        return ""
    if left.gender and right.gender and left.gender != right.gender:
        return "namesake"
    if likeness < 1:
        return "near"
    return "full" if min(_whole_words(short), _whole_words(long)) > 1 else "surname"


def _whole_words(words: Sequence[str]) -> int:
    return sum(len(word) > 1 for word in words)


def _least_likeness(short: Sequence[str], long: Sequence[str]) -> float:
    """Each word of the shorter name finds a word of its own in the longer one: how alike the worst pair is."""
    rest, least = list(long), 1.0
    for word in sorted(short, key=len, reverse=True):
        found = max(rest, key=lambda other: _likeness(word, other))
        least = min(least, _likeness(word, found))
        if not least:
            return 0.0
        rest.remove(found)
    return least if short else 0.0


def _likeness(left: str, right: str) -> float:
    """0 when the two cannot be one word; an initial is every word that it begins."""
    if left == right:
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return 1.0 if left[0] == right[0] else 0.0
    if min(len(left), len(right)) < SHORTEST:
        return 0.0
    return JaroWinkler.similarity(left, right, score_cutoff=NEAR)
