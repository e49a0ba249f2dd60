"""Days counted from a date that the text gave before: the next day, two days later, 25-го.

The forms are rules in `<language>/counted.csv`. A count of weeks is no day, so there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.errors import BadDate
from kuzet.language import numbers, tables


@dataclass(frozen=True, slots=True)
class Count:
    """`text[start:end]` says so many days from the date before it, or the day `of_month` of that date's month."""

    start: int
    end: int
    days: int = 0
    of_month: int = 0


def find(text: str, language: str) -> tuple[Count, ...]:
    """Every count of a text in order; of those that overlap the first of the table."""
    plain = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text).replace("ё", "е")
    found: list[Count] = []
    for unit, offset, pattern in _rules(language):
        for match in pattern.finditer(plain):
            days = _days(offset, match, language)
            if days is not None and not any(one.start < match.end() and match.start() < one.end for one in found):
                day = int(match["day"]) if unit == "of_month" else 0
                found.append(Count(*match.span(), days, day))
    return tuple(sorted(found, key=lambda one: one.start))


def resolved(count: Count, anchor: EventDate) -> EventDate | None:
    """The day that a count means after `anchor`; None where that is no whole day, or no calendar has the day."""
    day = anchor.end if anchor.night else anchor.start
    try:
        if count.of_month and day.month is not None:
            return EventDate(PartialDate(day.year, day.month, count.of_month))
        return EventDate(_moved(day, count.days)) if day.day is not None else None
    except BadDate:
        return None


def _moved(day: PartialDate, days: int) -> PartialDate:
    moved: date = day.first() + timedelta(days=days)
    return PartialDate(moved.year if day.year else None, moved.month, moved.day)


def _days(offset: str, match: re.Match[str], language: str) -> int | None:
    if not offset.endswith("n"):
        return int(offset)
    count = numbers.value_of(match["number"], language)
    if count is None or not 0 < count < MOST:
        return None
    return -int(count) if offset.startswith("-") else int(count)


MOST: Final = 60
"""A count of more days is a term rather than a way to tell a date."""

_NUMBER: Final = r"(?P<number>\d{1,2}|[^\W\d]{2,12})"
_DAY: Final = r"(?<![\d.,])(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"


@cache
def _rules(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(_compiled(language))


def _compiled(language: str) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    for unit, offset, pattern in tables.rules(language, "counted"):
        whole = pattern.replace("{number}", _NUMBER).replace("{day}", _DAY)
        yield unit, offset, re.compile(rf"\b(?:{whole})")
