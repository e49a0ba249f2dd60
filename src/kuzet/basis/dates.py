"""Dates that are never more exact than their source.

The written form follows ISO 8601-2 (EDTF) as far as it goes: `2024`, `2024-09`, `2024-09-20`, a range
`2024-09-12/2024-09-30`, a night `2024-09-20/2024-09-21 night`, and `--05-13` where the text gives no year.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, total_ordering
from typing import Final, Self

from kuzet.basis.errors import BadDate, BadInput

_PART: Final = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?"
_FORM: Final = re.compile(rf"(?P<start>{_PART})(?:/(?P<end>{_PART}))?(?P<night> night)?".replace("(\\d", "(?:\\d"))
_KEPT: Final = 1 << 16
"""Written dates whose value is kept: a release of 100,000 incidents writes a million, and few different ones."""

_YEARLESS: Final = 4  # stands in for an unknown year when days are checked: a leap year, so --02-29 is a date


@total_ordering
class PartialDate:
    """A year, a month or a day; month and day may be known without the year."""

    __slots__ = ("day", "month", "year")

    year: int | None
    month: int | None
    day: int | None

    def __init__(self, year: int | None = None, month: int | None = None, day: int | None = None) -> None:
        if year is None and month is None:
            raise BadDate((year, month, day), "a date with at least a year or a month")
        if day is not None and month is None:
            raise BadDate((year, month, day), "a date whose day has a month")
        if year is not None and not 1 <= year <= 9999:
            raise BadDate(year, "a year from 1 to 9999")
        if month is not None and not 1 <= month <= 12:
            raise BadDate(month, "a month from 1 to 12")
        if day is not None and not 1 <= day <= _days_in(year, month):
            raise BadDate(day, f"a day of {year or '----'}-{month:02}")
        for name, value in (("year", year), ("month", month), ("day", day)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"PartialDate is frozen: cannot set {name}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2024`, `2024-09`, `2024-09-20`, `--09` or `--09-20`; raises `BadDate`."""
        match = re.fullmatch(_PART, text)
        if match is None:
            raise BadDate(text, "a date such as 2024, 2024-09, 2024-09-20 or --09-20")
        year, month, day, bare_month, bare_day = (int(part) if part else None for part in match.groups())
        return cls(year, month or bare_month, day or bare_day)

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`."""
        return "day" if self.day else "month" if self.month else "year"

    def first(self) -> date:
        """The first day it can mean; a missing year counts as year 4."""
        return date(self.year or _YEARLESS, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year or _YEARLESS, month, self.day or _days_in(self.year, month))

    def in_year(self, year: int) -> PartialDate:
        """The same date with a missing year filled in (29 February falls back to its month)."""
        if self.year is not None:
            return self
        if self.day is not None and self.day > _days_in(year, self.month):
            return PartialDate(year, self.month)
        return PartialDate(year, self.month, self.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}" if self.year is not None else "-"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return type(self).parse, (str(self),)

    def order(self) -> tuple[date, date, str]:
        """What dates are put in order by: the first day, the last day, and what is written."""
        return self.first(), self.last(), str(self)

    def _same(self) -> tuple[int | None, int | None, int | None]:
        return self.year, self.month, self.day

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self._same() == other._same()

    def __lt__(self, other: PartialDate) -> bool:
        return self.order() < other.order()

    def __hash__(self) -> int:
        return hash(self._same())


@total_ordering
class EventDate:
    """When something happened: one partial date, or a range of two; `night` marks a night between two days."""

    __slots__ = ("_text", "end", "night", "start")

    start: PartialDate
    end: PartialDate
    night: bool
    _text: str

    def __init__(self, start: PartialDate, end: PartialDate | None = None, night: bool = False) -> None:
        end = end if end is not None else start
        if end.last() < start.first():
            raise BadDate(f"{start}/{end}", "a range whose end is not before its start")
        text = str(start) if start == end else f"{start}/{end}"
        values = (("start", start), ("end", end), ("night", night), ("_text", text + " night" if night else text))
        for name, value in values:
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"EventDate is frozen: cannot set {name}")

    @staticmethod
    @lru_cache(maxsize=_KEPT)
    def parse(text: str) -> EventDate:
        """Read the written form given at the top of this file; raises `BadDate`."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise BadDate(text, "a date such as 2024-09-20, 2024-09, 2024, a range 2024-09-12/2024-09-30 or a night")
        start, end = match["start"], match["end"]
        return EventDate(PartialDate.parse(start), PartialDate.parse(end) if end else None, bool(match["night"]))

    @property
    def precision(self) -> str:
        """`day`, `month`, `year` or `range`; a night is as exact as a day."""
        return self.start.precision if self.start == self.end or self.night else "range"

    @property
    def year(self) -> int | None:
        """The year in which it is counted: that of its start."""
        return self.start.year

    @property
    def month(self) -> int | None:
        """The month in which it is counted, where the source gives one: that of its start."""
        return self.start.month

    def first(self) -> date:
        """The first day it can mean."""
        return self.start.first()

    def last(self) -> date:
        """The last day it can mean."""
        return self.end.last()

    def within(self, other: EventDate, days: int = 0) -> bool:
        """Whether both can mean the same day, or days at most `days` apart."""
        margin = timedelta(days=days)
        return self.first() <= other.last() + margin and other.first() <= self.last() + margin

    def in_year(self, year: int) -> EventDate:
        """The same with a missing year filled in."""
        return EventDate(self.start.in_year(year), self.end.in_year(year), self.night)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"EventDate({str(self)!r})"

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return type(self).parse, (str(self),)

    def order(self) -> tuple[tuple[date, date, str], tuple[date, date, str], bool]:
        """What dates are put in order by: start, end, and a night behind days; the key of choice for many of them."""
        return self.start.order(), self.end.order(), self.night

    def _same(self) -> tuple[PartialDate, PartialDate, bool]:
        return self.start, self.end, self.night

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EventDate) and (self is other or self._same() == other._same())

    def __lt__(self, other: EventDate) -> bool:
        return self.order() < other.order()

    def __hash__(self) -> int:
        return hash(self._same())


def _days_in(year: int | None, month: int | None) -> int:
    return calendar.monthrange(year or _YEARLESS, month or 1)[1]


def check_moment(at: datetime, where: str) -> None:
    """Raises `BadInput` where `at` has no offset from UTC, and so cannot be put in order with other moments."""
    try:
        known = at.tzinfo is not None and at.astimezone(UTC) is not None
    except OverflowError:  # the first or last day of the calendar, in UTC no day at all
        known = False
    if not known:
        raise BadInput(at.isoformat(), "a moment with its offset from UTC, such as 2025-02-03T09:30:00Z", where)
