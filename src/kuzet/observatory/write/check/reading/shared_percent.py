"""Percentages of change whose sign is told once: "suits fell by 19, appeals by 17, dropped cases by 42 per cent"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention

LEAST: Final = 2
"""Bare numbers in front of a percentage from which on they are a list that shares its sign."""

HIGHEST: Final = 100

FRONT: Final = 24
"""Characters in front of a number in which "by" stands."""

_NEXT: Final = re.compile(r",\s[^.;:()\d]{3,60}$")
"""What stands between two numbers of the list: nothing behind the first, the name of the next."""


def without(text: str, found: Sequence[Mention], language: str) -> tuple[Mention, ...]:
    """`found` without the bare numbers that share the sign of a percentage of change behind: they count nothing."""
    shared: set[Mention] = set()
    for place, one in enumerate(found):
        if one.kind == "percent" and _is_change(text, one, language):
            front = reversed(list(pairwise(found[: place + 1])))
            listed = [left for left, _ in takewhile(lambda two: _is_bare(text, *two, language), front)]
            shared.update(listed if len(listed) >= LEAST else ())
    return tuple(one for one in found if one not in shared)


def _is_bare(text: str, one: Mention, behind: Mention, language: str) -> bool:
    """Whether a number has no noun, and the next is told of something else in the same words."""
    between = text[one.end : behind.start]
    parted = _NEXT.fullmatch(between) and not any(phrases.says(language, word, between) for word in ("equates", "this"))
    plain = one.kind == "count" and one.value < HIGHEST and bool(parted)
    return plain and _by(language).search(text[max(0, one.start - FRONT) : one.start]) is not None


def _is_change(text: str, one: Mention, language: str) -> bool:
    ended = phrases.pattern(language, "change_percent").search(text[: one.end + FRONT], one.start)
    return ended is not None or _by(language).search(text[max(0, one.start - FRONT) : one.start]) is not None


@cache
def _by(language: str) -> re.Pattern[str]:
    """What stands in front of each number of the list; nothing where an ending says it (Kazakh)."""
    words = phrases.words(language, "by")
    return re.compile("" if words == phrases.NEVER else rf"\b(?:{words})\s+$", re.IGNORECASE)
