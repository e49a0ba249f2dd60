"""Days told by their place in a month or a week: *the first Sunday of this month*, *соңғы жұма*, *12-го числа*.

The forms are rules in `<language>/placed.csv`. A month without a year is the latest one that is not after publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from kuzet.basis.dates import EventDate, PartialDate
from kuzet.language.text import script, tables
from kuzet.language.values import months, numbers


class Placed(NamedTuple):
    """`text[start:end]` says this day."""

    start: int
    end: int
    day: date


def find(text: str, plain: str, language: str, published: EventDate | None) -> Iterator[Placed]:
    """The days of a text told by their place; `plain` is the text as names of months are looked for in it."""
    if published is None or published.precision != "day":
        return
    for kind, pattern in _rules(language):
        for match in pattern.finditer(plain):
            told = _Told(match, text, language, published.first())
            day = _KINDS[kind](told)
            if day is not None and day <= told.today:
                yield Placed(*match.span(), day)


class _Told(NamedTuple):
    match: re.Match[str]
    text: str
    language: str
    today: date

    def has(self, name: str) -> bool:
        """Whether a group took part in the match."""
        return bool(self.match.groupdict().get(name))

    @property
    def month(self) -> date:
        """The first day of the month that the match tells."""
        this = self.today.replace(day=1)
        if not self.has("month"):
            return (this - timedelta(days=1)).replace(day=1) if self.has("last") else this
        number = next(number for stem, number in months.stems(self.language) if self.match["month"].startswith(stem))
        if self.has("year"):
            return date(int(self.match["year"]), number, 1)
        back = self.has("last_year") or (number > self.today.month and not self.has("this_year"))
        return date(self.today.year - back, number, 1)

    @property
    def which(self) -> int:
        """The place: 1 for the first, -1 for the last."""
        return next(place for place, shape in _places(self.language) if shape.fullmatch(self.match["which"]))

    @property
    def weekday(self) -> int:
        """1 for Monday."""
        return next(day for stem, day in _weekdays(self.language) if re.match(stem, self.match["weekday"]))


def _weekday_of_month(told: _Told) -> date | None:
    days = [day for day in _days(told.month) if day.isoweekday() == told.weekday]
    return days[told.which - (told.which > 0)]


def _day_of_month(told: _Told) -> date | None:
    days = _days(told.month)
    return days[told.which - (told.which > 0)]


def _numbered(told: _Told) -> date | None:
    words = told.text[slice(*told.match.span("number"))]
    found = next(iter(numbers.find(words, told.language, lone=True)), None)
    days = _days(told.month)
    return days[int(found.value) - 1] if found is not None and 1 <= found.value <= len(days) else None


def _weekday_of_last_week(told: _Told) -> date | None:
    monday = told.today - timedelta(days=told.today.weekday() + 7)
    return monday + timedelta(days=told.weekday - 1)


_KINDS: Final = {
    "weekday_of_month": _weekday_of_month,
    "day_of_month": _day_of_month,
    "numbered": _numbered,
    "weekday_of_last_week": _weekday_of_last_week,
}


def _days(month: date) -> list[date]:
    return [day for number in range(31) if (day := month + timedelta(days=number)).month == month.month]


def partial(day: date) -> EventDate:
    """The day as the date of an event."""
    return EventDate(PartialDate(day.year, day.month, day.day))


@cache
def _places(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    rows = tables.rules(language, "placed")
    places = ((kind.removeprefix("which "), shape) for kind, shape in rows if kind.startswith("which "))
    return tuple((int(place), re.compile(_plain(shape, language))) for place, shape in places)


@cache
def _weekdays(language: str) -> tuple[tuple[str, int], ...]:
    return tuple((months.plain(row["stem"], language), int(row["number"])) for row in tables.rows(language, "weekdays"))


@cache
def _rules(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    parts: dict[str, str] = {
        "which": f"(?P<which>{'|'.join(shape.pattern for _, shape in _places(language))})",
        "weekday": f"(?P<weekday>{'|'.join(stem for stem, _ in _weekdays(language))})",
        "month": f"(?P<month>\\b(?:{'|'.join(months.patterns(language))}))",
        "year": r"(?P<year>(?:19|20)\d\d)",
        "number": r"(?P<number>\b\d{1,2}|\b[^\W\d]+(?:\s[^\W\d]+)?)",
    }
    found = []
    for kind, pattern in tables.rules(language, "placed"):
        if kind.startswith("define "):
            parts[kind.removeprefix("define ")] = _filled(_plain(pattern, language), parts)
        elif kind in _KINDS:
            found.append((kind, re.compile(_filled(_plain(pattern, language), parts))))
    return tuple(found)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda match: parts[match[1]], pattern)


def _plain(pattern: str, language: str) -> str:
    return script.bare(pattern) if language == "kk" else pattern
