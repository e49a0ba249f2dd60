"""The bounds of terms: "eight got up to three years, six from three to five, seven from five to ten" count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention

FRONT: Final = 12
"""Characters in front of a number in which "from" stands."""

_WORD: Final = re.compile(r"-?\w*")


def without(text: str, found: Sequence[Mention], language: str) -> tuple[Mention, ...]:
    """`found` without pairs of bare numbers that are bounds of terms, where the text tells years and no growth."""
    moves = any(phrases.says(language, way, text) for way in ("moves_up", "moves_down"))
    moves = moves or any(one.kind in ("times", "percent", "points") for one in found)
    if moves or not any(_is_term(text, one.end, language) for one in numbers.find(text, language)):
        return tuple(found)
    bounds = {one for two in pairwise(found) if _is_range(text, *two, language) for one in two}
    return tuple(one for one in found if one not in bounds)


def _is_term(text: str, end: int, language: str) -> bool:
    """Whether years stand right behind a number: "up to three years", "10 жылдан астам"."""
    return phrases.begins_with(language, "term_years", text[end : end + FRONT])


def _is_range(text: str, low: Mention, high: Mention, language: str) -> bool:
    """Whether two numbers without a noun are tied as bounds: "from three to five,", "үштен беске дейін,"."""
    if low.kind != "count" or high.kind != "count" or low.exact >= high.exact:
        return False
    end = _WORD.match(text, high.end)
    behind = text[end.end() if end else high.end :]
    if phrases.words(language, "range_end") == phrases.NEVER:
        front = phrases.ends_with(language, "range_front", text[max(0, low.start - FRONT) : low.start])
        between = _between(language).fullmatch(text, low.end, high.start)
        return bool(front and between and _ended(language).match(behind))
    first = text[low.start : high.start].rstrip()
    ended = re.fullmatch(phrases.words(language, "from_behind"), first.rpartition("-")[2], re.IGNORECASE)
    until = phrases.pattern(language, "range_end").match(behind.lstrip())
    return bool(" " not in first and ended and until and _ended(language).match(behind.lstrip(), until.end()))


@cache
def _ended(language: str) -> re.Pattern[str]:
    """What stands behind a number without a noun."""
    return re.compile(rf"\s*(?:[,;:.)]|$)|\s(?:{phrases.words(language, 'and')})\s", re.IGNORECASE)


@cache
def _between(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{phrases.words(language, 'range_between')})\s", re.IGNORECASE)
