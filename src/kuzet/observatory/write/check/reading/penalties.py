"""Terms of years and months, however they are told: "five years and one month", "полтора года", "бес жыл бір айлық"."""

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

YEAR: Final = 12
"""Months."""

LONGEST: Final = 40
"""Years of a term at most: larger numbers are dates."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """One term with its span, in months."""

    start: int
    end: int
    months: Fraction


@lru_cache(maxsize=KEPT)
def penalties(text: str, language: str) -> tuple[Penalty, ...]:
    """The terms of a text in order, years and months together."""
    found: list[Penalty] = []
    for one in sorted(_simple(text, language), key=lambda told: told.start):
        last = found[-1] if found else None
        joined = last and last.months >= YEAR > one.months and _joined(language).fullmatch(text, last.end, one.start)
        if last and joined:
            found[-1] = Penalty(last.start, one.end, last.months + one.months)
        elif last is None or one.start >= last.end:
            found.append(one)
    return tuple(found)


def _simple(text: str, language: str) -> Iterator[Penalty]:
    for relation, length in (("term_year_and_half", 18), ("term_half_year", 6), ("term_one_year", YEAR)):
        for found in phrases.pattern(language, relation).finditer(text):
            yield Penalty(found.start(), found.end(), Fraction(length))
    for one in numbers.find(text, language, lone=True):
        unit = _unit(language).match(text, one.end)
        if one.kind != "count" or not unit or not 0 < one.value <= LONGEST * YEAR:
            continue
        value = Fraction(one.value) + (Fraction(1, 2) if unit["half"] else 0)
        months = value * YEAR if unit["years"] else value
        if months <= LONGEST * YEAR:
            yield Penalty(one.start, unit.end(), months)


@cache
def _unit(language: str) -> re.Pattern[str]:
    half, years, months = (
        phrases.words(language, relation) for relation in ("and_half", "term_unit_years", "term_unit_months")
    )
    return re.compile(rf"(?:\s(?P<half>{half}))?[\s\u00a0-]{{1,2}}(?:(?P<years>{years})|(?:{months}))", re.IGNORECASE)


@cache
def _joined(language: str) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:(?:{phrases.words(language, 'and')})\s)?", re.IGNORECASE)
