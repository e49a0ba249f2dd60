"""The durations of a text: "27 days", "five and a half years", "3 hours 45 minutes"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT

UNITS: Final = ("minutes", "hours", "days", "weeks", "months", "years")

HALF: Final = Fraction(1, 2)

NEAR: Final = 24
"""Characters around a duration in which the words stand that make it one of a stretch."""

HEDGES: Final = ("almost", "more_than", "less_than", "about")


@dataclass(frozen=True, slots=True)
class Lasting:
    """One duration with its span and that of its number; `step` is how exactly it is told."""

    start: int
    end: int
    number: tuple[int, int]
    value: Fraction
    unit: str
    step: Fraction


@lru_cache(maxsize=KEPT)
def lastings(text: str, language: str) -> tuple[Lasting, ...]:
    """The durations of a text in order; hours and minutes told together are one."""
    found: list[Lasting] = []
    for one in _lastings(text, language):
        last = found[-1] if found else None
        joined = last and _joined(language).fullmatch(text, last.end, one.start)
        if last and joined and (last.unit, one.unit) == ("hours", "minutes"):
            value = last.value + one.value / 60
            found[-1] = Lasting(last.start, one.end, last.number, value, "hours", Fraction(1, 60))
        else:
            found.append(one)
    return tuple(found)


def _lastings(text: str, language: str) -> Iterator[Lasting]:
    for one in numbers.find(text, language):
        named = _unit(language).match(text, one.end) if one.kind == "count" and one.value > 0 else None
        if not named:
            continue
        unit = next(name for name in UNITS if named[name])
        value = Fraction(one.value) + (HALF if named["half"] else 0)
        step = HALF if named["half"] or value.denominator > 1 else Fraction(1)
        yield Lasting(one.start, named.end(), (one.start, one.end), value, unit, step)


def hedge(text: str, one: Lasting, language: str) -> str:
    """The word that makes a duration no exact one: `almost`, `more_than`, `less_than` or `about`; "" for none."""
    return next((word for word in HEDGES if _hedged(text, one, word, language)), "")


def _hedged(text: str, one: Lasting, word: str, language: str) -> bool:
    front, behind = text[max(0, one.start - NEAR) : one.start], text[one.end : one.end + NEAR]
    last = text[one.number[1] : one.end] + behind
    return phrases.ends_with(language, word, front) or any(
        phrases.begins_with(language, f"{word}_behind", told) for told in (behind, last, last.split(" ")[-1])
    )


@cache
def _unit(language: str) -> re.Pattern[str]:
    """A unit behind a number, "full" or "and a half" between them."""
    units = "|".join(f"(?P<{unit}>{phrases.words(language, f'unit_{unit}')})" for unit in UNITS)
    half, kind = phrases.words(language, "and_half"), phrases.words(language, "measure_kind")
    return re.compile(
        rf"(?:[\s\u00a0\u202f]+(?P<half>{half}))?[\s\u00a0\u202f-]{{1,2}}(?:(?:{kind})\s)?(?:{units})", re.IGNORECASE
    )


@cache
def _joined(language: str) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:(?:{phrases.words(language, 'and')})\s)?", re.IGNORECASE)
