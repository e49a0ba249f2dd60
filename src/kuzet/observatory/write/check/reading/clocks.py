"""The clock times of a text: "05:00", "10 p.m.", "в 6 утра", "в 22 часа", "кешкі сағат 10-да"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT

NOON: Final = 12
DUSK: Final = 6
"""From here on an hour "at night" is one before midnight."""

NEAR: Final = 24
"""Characters around a number in which the words stand that make it a clock time."""

_TIME: Final = re.compile(r"(?<![\d:.,])([01]?\d|2[0-4])(?:([:.])([0-5]\d))?(?![\d:]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock time, in hours of its day."""

    start: int
    end: int
    hour: Fraction


@lru_cache(maxsize=KEPT)
def clocks(text: str, language: str) -> tuple[Clock, ...]:
    """The clock times of a text in order."""
    return tuple(_clocks(text, language))


def _clocks(text: str, language: str) -> Iterator[Clock]:
    for found in _TIME.finditer(text):
        front = text[max(0, found.start() - NEAR) : found.start()]
        behind = _behind(language).match(text, found.end())
        part = next((name for name in _PARTS if behind and behind[name]), "") or next(
            (name for name in _PARTS if phrases.ends_with(language, f"clock_{name}_front", front)), ""
        )
        sharp = behind is not None and bool(behind["hour"]) and phrases.ends_with(language, "clock_at", front)
        hour = _hour(int(found[1]), part)
        if hour is not None and (part or sharp or found[2] == ":"):
            end = behind.end() if behind and (part or sharp) else found.end()
            yield Clock(found.start(), end, hour + Fraction(int(found[3] or 0), 60))


_PARTS: Final = ("early", "late", "night")


def _hour(told: int, part: str) -> Fraction | None:
    """An hour of the day; None for twelve at night, which is of either day."""
    if part == "night" and told == NOON:
        return None
    later = (part == "late" and told < NOON) or (part == "night" and DUSK <= told < NOON)
    return Fraction(0 if part == "early" and told == NOON else told + NOON * later)


@cache
def _behind(language: str) -> re.Pattern[str]:
    parts = "|".join(f"(?P<{name}>{phrases.words(language, f'clock_{name}')})" for name in _PARTS)
    return re.compile(rf"\s?(?:{parts}|(?P<hour>{phrases.words(language, 'clock_hour')}))", re.IGNORECASE)
