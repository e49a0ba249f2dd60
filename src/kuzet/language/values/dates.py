"""Dates in running text: days, ranges, nights, months, years, and words such as "вчера" against the day of publication.

The forms are rules in `<language>/dates.csv` and `relative.csv`, tried in their order; what a rule has read, no later
rule reads again. A day that no calendar holds (30 February) is no date. A date without a year takes the nearest past
one when the day of publication is known, unless it then lies at most `AHEAD` days after it (an announced hearing).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.errors import BadDate
from kuzet.language.text import script, tables
from kuzet.language.values import months, numbers, placed, worded

AHEAD: Final = 60
_YEAR: Final = r"(?:19|20)\d\d(?![\d.,]?\d)"
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_PARTS: Final = {
    "day": rf"(?<![\d.,])(?P<day>{_DAY})",
    "end_day": rf"(?P<end_day>{_DAY})",
    "year": rf"(?P<year>{_YEAR})",
    "end_year": rf"(?P<end_year>{_YEAR})",
    "month_number": r"(?P<month_number>1[0-2]|0?[1-9])(?!\d)",
    "short_year": r"(?P<short_year>[0-3]\d)(?![\d.])",
    "dash": "[-–—]",
    "number": r"(?P<number>\d{1,3}|[^\W\d]{2,12})",
}
_DIGITS: Final = re.compile(r"\d+")
_BEFORE: Final = 45  # more than stands before the first digit of a date (өткен жылғы қыркүйек айының 20-сы)
_BEHIND: Final = 80
_LAST_WORD: Final = re.compile(r"\\s([^\W\d_]+)$")
_INNER_WORD: Final = re.compile(r"(?:^|\\s)([^\W\d_]{4,})\\s")  # қараған in `{end_month}\sқараған\sтүн`
_BEGINS: Final = re.compile(r"(?:^.{0,2}|[«“„\"(•▪·–—:.!?]\s*)$")
"""What stands before a word that may have its capital from there: the beginning of a sentence, speech, an entry."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """`text[start:end]` says `date`; `rule` names the rule of the table, with `, year guessed` where it was."""

    start: int
    end: int
    date: EventDate
    rule: str


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    scope: str
    """Where it can match: `text`, near `digits`, or near digits beside the name of a month (`months`)."""
    unit: str = ""
    offset: str = ""
    needle: str = ""
    """A word without which the pattern cannot match."""


def find(text: str, language: str, published: EventDate | None = None) -> tuple[FoundDate, ...]:
    """Every date of `text` in order; `published` is when the document appeared, None where that is not known."""
    digits = worded.in_digits(text, language)
    found = _in_digits(digits.text, language, published)
    return tuple(FoundDate(*digits.before(one.start, one.end), one.date, one.rule) for one in found)


def _in_digits(text: str, language: str, published: EventDate | None) -> list[FoundDate]:
    """Every date of a text whose numbers are digits, in order."""
    plain = months.plain(text, language)
    windows = _windows(plain, language)
    taken = bytearray(len(text))
    found: list[FoundDate] = []
    for one in placed.find(text, plain, language, published):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            found.append(FoundDate(one.start, one.end, placed.partial(one.day), "by its place"))
    for rule in [rule for rule in _rules(language) if windows[rule.scope] and rule.needle in plain]:
        for match in _matches(rule, plain, windows[rule.scope]):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            read = _read(rule, match, _Context(language, published, text[start:end]))
            if read is not None:
                taken[start:end] = b"\1" * (end - start)
                found.extend(read)
    return sorted(found, key=lambda each: each.start)


Windows = list[tuple[int, int]]


def _windows(plain: str, language: str) -> dict[str, Windows]:
    """The stretches of text where rules of each scope can match."""
    windows: Windows = []
    for match in _DIGITS.finditer(plain):
        start, end = max(0, match.start() - _BEFORE), match.end() + _BEHIND
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    names = months.any_name(language)
    named = [(start, end) for start, end in windows if names.search(plain, start, end)]
    return {"text": [(0, len(plain))], "digits": windows, "months": named}


def _matches(rule: _Rule, plain: str, windows: Windows) -> Iterator[re.Match[str]]:
    for start, end in windows:
        yield from rule.pattern.finditer(plain, start, end)


@dataclass(frozen=True, slots=True)
class _Context:
    language: str
    published: EventDate | None
    original: str

    @property
    def today(self) -> date:
        """The first day of publication; only asked for where it is known."""
        return self.published.first() if self.published else date.min


def _read(rule: _Rule, match: re.Match[str], context: _Context) -> list[FoundDate] | None:
    """Dates of one match; [] where it is no date of any calendar, None where the rule does not apply here."""
    if rule.unit:
        value = None if _is_name(rule, match, context) else _relative(rule, match, context)
        return [FoundDate(*match.span(), value, f"relative {rule.unit}")] if value else None
    if not _case_fits(rule, context.original, match):
        return None
    try:
        return _SHAPES[rule.name](rule, match, context)
    except BadDate:
        return []


def _is_name(rule: _Rule, match: re.Match[str], context: _Context) -> bool:
    """Whether its capital makes a name of it (Irtysh Today); in English a day of the week has one anyway."""
    if not context.original[0].isupper() or (rule.unit, context.language) == ("weekday", "en"):
        return False
    return not _BEGINS.search(match.string, 0, match.start())


def _case_fits(rule: _Rule, original: str, match: re.Match[str]) -> bool:
    """A month alone must look like one: May and March with a capital, қазан without."""
    if rule.name not in ("month_low", "month_name"):
        return True
    first = original[match.start("month") - match.start()]
    return first.isupper() == (rule.name == "month_name")


def _found(rule: _Rule, match: re.Match[str], value: EventDate, guessed: bool = False) -> list[FoundDate]:
    return [FoundDate(*match.span(), value, rule.name + (", year guessed" if guessed else ""))]


def _day(rule: _Rule, match: re.Match[str], context: _Context) -> list[FoundDate] | None:
    month, day = _month(match, "month", context.language), _number(match, "day")
    if rule.name == "day_slash":
        if month > 12 >= (day or 0):
            month, day = day or 0, month
        elif month != day and (day or 0) <= 12:
            return None  # 03/04/2024 is read in two ways
    start, guessed = _dated(match, month, day, context)
    if rule.name == "night_of":
        return _found(rule, match, EventDate(start, None, True), guessed)
    if rule.name == "night_before":
        return _found(rule, match, _night_before(start), guessed)
    return _found(rule, match, EventDate(start), guessed)


def _night_before(day: PartialDate) -> EventDate:
    before = day.first() - timedelta(days=1) if day.year or (day.month, day.day) != (1, 1) else date(4, 12, 31)
    start = PartialDate(before.year if day.year else None, before.month, before.day)
    return EventDate(start, day, True) if start.last() <= day.last() else EventDate(day, None, True)


def _range(rule: _Rule, match: re.Match[str], context: _Context) -> list[FoundDate] | None:
    language = context.language
    has_end_month = bool(_group(match, "end_month"))
    end_month = _month(match, "end_month" if has_end_month else "month", language)
    month = _month(match, "month", language) if _group(match, "month") else end_month
    year, guessed = _year(match, end_month, _number(match, "end_day"), context)
    start_year, end_year = year, _number(match, "end_year") or year
    if year is not None and month > end_month and start_year == end_year:
        start_year, end_year = (
            (year, year + 1) if _started(match, "year") < _started(match, "end_month") else (year - 1, year)
        )
    start = PartialDate(start_year, month, _number(match, "day"))
    end = PartialDate(end_year, end_month, _number(match, "end_day"))
    if rule.name == "night" and start_year and abs(end.first() - start.first()) > timedelta(days=1):
        return None
    if end.last() < start.first():
        return None
    return _found(rule, match, EventDate(start, end, rule.name == "night"), guessed)


def _pair(rule: _Rule, match: re.Match[str], context: _Context) -> list[FoundDate] | None:
    month = _month(match, "month", context.language)
    found = []
    for part, start, end in (("day", *match.span("day")), ("end_day", match.start("end_day"), match.end())):
        value, guessed = _dated(match, month, _number(match, part), context)
        found.append(FoundDate(start, end, EventDate(value), rule.name + (", year guessed" if guessed else "")))
    return found


def _only_month(rule: _Rule, match: re.Match[str], context: _Context) -> list[FoundDate] | None:
    value, guessed = _dated(match, _month(match, "month", context.language), None, context)
    return _found(rule, match, EventDate(value), guessed)


def _only_year(rule: _Rule, match: re.Match[str], _: _Context) -> list[FoundDate] | None:
    start, end = _number(match, "year"), _number(match, "end_year")
    if end is not None and start is not None and end < start:
        return None
    return _found(rule, match, EventDate(PartialDate(start), PartialDate(end) if end else None))


Shape = Callable[[_Rule, re.Match[str], _Context], list[FoundDate] | None]
_SHAPES: Final[Mapping[str, Shape]] = {
    "night": _range,
    "night_before": _day,
    "night_of": _day,
    "span": _range,
    "days": _range,
    "pair": _pair,
    "day": _day,
    "day_slash": _day,
    "day_short": _day,
    "months": _range,
    "month": _only_month,
    "month_low": _only_month,
    "month_name": _only_month,
    "years": _only_year,
    "year": _only_year,
}


def _dated(match: re.Match[str], month: int, day: int | None, context: _Context) -> tuple[PartialDate, bool]:
    year, guessed = _year(match, month, day, context)
    return PartialDate(year, month, day), guessed


def _year(match: re.Match[str], month: int, day: int | None, context: _Context) -> tuple[int | None, bool]:
    """The year that the text gives, or the likeliest one, and whether it was guessed."""
    stated = _number(match, "year") or _number(match, "end_year")
    if stated is None and (short := _number(match, "short_year")) is not None:
        stated = 2000 + short
    published = context.published
    if stated is not None or published is None or published.year is None:
        return stated, False
    if _group(match, "last_year") or _group(match, "this_year"):
        return published.year - bool(_group(match, "last_year")), False
    return _nearest(published, month, day), True


def _nearest(published: EventDate, month: int, day: int | None) -> int | None:
    year = published.year
    if year is None or published.month is None:
        return year
    PartialDate(None, month, day)  # raises for a day of no calendar
    first = PartialDate(None, month, day).in_year(year).first()
    if first > published.last() + timedelta(days=AHEAD):
        return year - 1
    next_year = PartialDate(None, month, day).in_year(year + 1).first()
    return year + 1 if next_year <= published.last() + timedelta(days=AHEAD) else year


def _relative(rule: _Rule, match: re.Match[str], context: _Context) -> EventDate | None:
    published = context.published
    if published is None or published.year is None:
        return None
    offset = _offset(rule, match, context)
    if offset is None:
        return None
    if rule.unit == "year":
        return EventDate(PartialDate(published.year + offset))
    if rule.unit == "month" and published.month is not None:
        count = published.year * 12 + published.month - 1 + offset
        return EventDate(PartialDate(count // 12, count % 12 + 1))
    return _near_day(rule.unit, match, offset, context) if published.precision == "day" else None


def _near_day(unit: str, match: re.Match[str], offset: int, context: _Context) -> EventDate | None:
    today = context.today
    if unit == "day":
        return EventDate(_partial(today + timedelta(days=offset)))
    if unit == "week":
        monday = today + timedelta(weeks=offset, days=-today.weekday())
        return EventDate(_partial(monday), _partial(monday + timedelta(days=6)))
    back = (today.isoweekday() - _weekday(match, context.language)) % 7
    day = today - timedelta(days=back or (7 if offset else 0))
    if unit == "night_weekday":
        return EventDate(_partial(day - timedelta(days=1)), _partial(day), True)
    return EventDate(_partial(day))


def _offset(rule: _Rule, match: re.Match[str], context: _Context) -> int | None:
    if not rule.offset.endswith("n"):
        return int(rule.offset)
    start, end = (place - match.start() for place in match.span("number"))
    count = numbers.value_of(context.original[start:end], context.language)
    return -int(count) if count is not None and 0 < count < 100 else None


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _group(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _number(match: re.Match[str], name: str) -> int | None:
    text = _group(match, name)
    return int(text) if text else None


def _started(match: re.Match[str], name: str) -> int:
    return match.start(name) if _group(match, name) else match.end()


def _month(match: re.Match[str], name: str, language: str) -> int:
    if number := _number(match, f"{name}_number"):
        return number
    text = match[name]
    return next(number for stem, number in months.stems(language) if text.startswith(stem))


def _weekday(match: re.Match[str], language: str) -> int:
    return next(number for stem, number in _weekday_stems(language) if re.match(stem, match["weekday"]))


@cache
def _weekday_stems(language: str) -> tuple[tuple[str, int], ...]:
    return tuple((months.plain(row["stem"], language), int(row["number"])) for row in tables.rows(language, "weekdays"))


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    return tuple(_compiled(language))


def _compiled(language: str) -> Iterator[_Rule]:
    rows = tables.rules(language, "dates")
    parts = dict(_PARTS)
    tail = next(pattern for name, pattern in rows if name == "define tail")
    stems = "|".join(months.patterns(language))
    parts["month_name"] = rf"(?:{stems}){tail}"
    parts["month"] = rf"(?P<month>\b(?:{stems}){tail})"
    parts["end_month"] = rf"(?P<end_month>\b(?:{stems}){tail})"
    parts["weekday"] = f"(?P<weekday>{'|'.join(stem for stem, _ in _weekday_stems(language))})"
    for name, pattern in rows:
        if name.startswith("define "):
            parts[name.removeprefix("define ")] = _filled(pattern, parts)
        else:
            scope = "text" if name.startswith("month") else "months" if "month}" in pattern else "digits"
            needle = _INNER_WORD.search(pattern)
            yield _Rule(name, _pattern(pattern, parts, language), scope, needle=_needle(needle, language))
    for unit, offset, pattern in tables.rules(language, "relative"):
        needle = _LAST_WORD.search(pattern) if "{number}" in pattern else None
        whole = _pattern(rf"\b(?:{pattern})", parts, language)
        yield _Rule("relative", whole, "text", unit, offset, _needle(needle, language))


def _needle(found: re.Match[str] | None, language: str) -> str:
    return months.plain(found[1], language) if found else ""


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda match: parts[match[1]], pattern)


def _pattern(pattern: str, parts: Mapping[str, str], language: str) -> re.Pattern[str]:
    whole = _filled(pattern, parts).replace(r"\s?", r"\s{0,3}")
    whole = re.sub(r"\\s(?![{?*+])", r"\\s{1,3}", whole)
    return re.compile(script.bare(whole) if language == "kk" else whole)
