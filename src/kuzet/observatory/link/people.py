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


def level(left: NameKey, right: NameKey) -> str:
    """`full`, `surname` (one side is a single word), `namesake` (woman and man) or '' (different people)."""
    short, long = sorted((left.key.split(), right.key.split()), key=len)
    if not _all_found(short, long):
        return ""
    if left.gender and right.gender and left.gender != right.gender:
        return "namesake"
    return "full" if sum(len(word) > 1 for word in short) > 1 else "surname"


def _all_found(short: Sequence[str], long: Sequence[str]) -> bool:
    """Each word of the shorter name has a word of its own in the longer one."""
    rest = list(long)
    for word in sorted(short, key=len, reverse=True):
        found = max(rest, key=lambda other: _likeness(word, other))
        if not _likeness(word, found):
            return False
        rest.remove(found)
    return bool(short)


def _likeness(left: str, right: str) -> float:
    """0 when the two cannot be one word; an initial is like every word that it begins."""
    if left == right:
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return 0.5 if left[0] == right[0] else 0.0
    if min(len(left), len(right)) < SHORTEST:
        return 0.0
    return JaroWinkler.similarity(left, right, score_cutoff=NEAR)
