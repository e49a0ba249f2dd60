"""Numbers of times that count how often something happened: "flooded 18 times", and not "three times as many"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT

_OPEN_END: Final = re.compile(r"\s*(?:\((?!\d)|[.;:]|$)|\s+\w+\s+(?:19|20)\d\d\b")
"""What stands behind "7 times" that nothing is compared with; "(4 against 7)" compares."""

_NUMBER: Final = re.compile(r"\s*\d[\d,.]*[\s-]*(\w*)")
_SENTENCE: Final = re.compile(r"[.!?]\s")
"""Where a sentence ends."""


@lru_cache(maxsize=KEPT)
def found_numbers(text: str, language: str) -> tuple[numbers.FoundNumber, ...]:
    """All numbers of a text, looked for once."""
    return tuple(numbers.find(text, language))


def is_count(text: str, one: numbers.FoundNumber, end: int, language: str) -> bool:
    """Whether "recorded 7 times (in 2023: 2)" counts: a whole number in digits that nothing compares."""
    clause = re.split(r"[,;:()]|[.!?]\s", text[: one.start])[-1]
    compared = any(phrases.says(language, way, clause) for way in ("increase", "decrease", "move_verb"))
    behind = (
        _OPEN_END.match(text, end)
        or _set_against(text, (one.end, end), language)
        or _again(text, (one.start, one.end, end), language)
    )
    whole = text[one.start : one.end].isdecimal() and behind
    return bool(whole) and not compared and not phrases.ends_with(language, "inside", clause)


def _set_against(text: str, span: tuple[int, int], language: str) -> bool:
    """Whether a bare number is set against right behind: "brought 21 times against 13 the year before"."""
    stop, end = span
    behind = text[end:].lstrip(" ,")
    found = phrases.pattern(language, "against").match(behind)
    other = _NUMBER.match(behind, found.end()) if found else None
    return other is not None and other[1] != text[stop:end].strip(" \u00a0-")


def _again(text: str, span: tuple[int, int, int], language: str) -> bool:
    """Whether two more numbers of its sentence have its word: "flooded 18 times, hacked 13 times, copied six times"."""
    start, stop, end = span
    word = text[stop:end].strip(" \u00a0-")
    first = max((one.end() for one in _SENTENCE.finditer(text, 0, start)), default=0)
    behind = _SENTENCE.search(text, end)
    last = behind.start() if behind else len(text)
    same = re.compile(rf"[\s\u00a0-]*{re.escape(word)}\b")
    others = (one for one in found_numbers(text, language) if first <= one.start < last and one.start != start)
    return bool(word) and len(list(islice((one for one in others if same.match(text, one.end)), 2))) > 1
