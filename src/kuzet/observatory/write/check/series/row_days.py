"""Columns of days: one out of the text's months, one out of order, and two of a row that stand the wrong way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from kuzet.basis.dates import PartialDate
from kuzet.observatory.write.check.reading import moments
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Finding, Kind, Text, Verdict
from kuzet.observatory.write.check.series import outside
from kuzet.observatory.write.check.tables.mending import shown
from kuzet.observatory.write.check.tables.tables import tables

FEWEST: Final = 3
"""Rows that show a rule which one breaks."""

_DOTTED: Final = re.compile(r"\W*(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])(?:\.((?:19|20)\d\d))?\W*")


class _Dated(NamedTuple):
    """A row with the day in one of its cells."""

    row: Row
    day: PartialDate
    time: date


def days(text: Text, raw: str) -> Iterator[Finding]:
    """The rows of all tables whose days cannot be."""
    for table in tables(raw):
        columns = {place: _column(table, place, text) for place in range(len(table[0].cells))}
        dated = {place: told for place, told in columns.items() if len(told) > FEWEST}
        found = [*_turned(dated), *(one for place in list(dated)[:1] for one in _single(dated[place], text))]
        told: set[int] = set()
        for row, why in found:
            if row.line not in told:
                yield _finding(row, why)
            told.add(row.line)


def _column(table: Sequence[Row], place: int, text: Text) -> list[_Dated]:
    """The days of a column, none where a row has no day in it."""
    found: list[_Dated] = []
    for row in table[1:]:
        day = _day(row.cells[place], text.language) if place < len(row.cells) else None
        if day is None or not (day.year or text.year):
            return []
        found.append(_Dated(row, day, day.in_year(day.year or text.year).first()))
    return found


def _day(cell: str, language: str) -> PartialDate | None:
    dotted = _DOTTED.fullmatch(cell)
    if dotted:
        return moments.day(int(dotted[3]) if dotted[3] else None, int(dotted[2]), int(dotted[1]))
    told = moments.days(cell, language)
    alone = len(told) == 1 and not re.search(r"\w", cell[: told[0].start] + cell[told[0].end :])
    return told[0].day if alone and told[0].day.day else None


def _turned(dated: dict[int, list[_Dated]]) -> Iterator[tuple[Row, str]]:
    """The one row whose two days stand the other way round than those of all others."""
    for left, right in combinations(dated, 2):
        pairs = list(zip(dated[left], dated[right], strict=True))
        later = [(one, other) for one, other in pairs if one.time > other.time]
        if len(later) == 1 and len(pairs) - 1 >= FEWEST:
            one, other = later[0]
            yield one.row, f"{one.time} is after {other.time}, in the other rows before"


def _single(told: Sequence[_Dated], text: Text) -> Iterator[tuple[Row, str]]:
    """The one day out of the months, or the year, of a text whose others are within, and the one out of order."""
    period = outside.period_of(text.sentences, text.language)
    first = period.first.first() if period else PartialDate(text.year).first() if text.year else None
    last = period.last.last() if period else PartialDate(text.year).last() if text.year else None
    if first and last:
        out = [one for one in told if not first <= one.time <= last]
        if len(out) == 1 and _is_slip(out[0].time, told):
            yield out[0].row, f"{out[0].time} is not between {first} and {last}, the months of the text"
    times = [one.time for one in told]
    if not _ordered(times):
        odd = [place for place in range(len(times)) if _ordered([*times[:place], *times[place + 1 :]])]
        if len(odd) == 1 and len(times) > 2 * FEWEST - 1:
            around = f"{len(times) - 1} days from {min(times)} to {max(times)}"
            yield told[odd[0]].row, f"{times[odd[0]]} alone is out of order among {around}"


def _is_slip(time: date, told: Sequence[_Dated]) -> bool:
    """Whether the day of a row would be in order in another month or year."""
    times = [one.time for one in told if one.time != time]
    return _ordered(times) or all(one.year != time.year for one in times)


def _ordered(times: Sequence[date]) -> bool:
    return all(left <= right for left, right in pairwise(times))


def _finding(row: Row, why: str) -> Finding:
    return Finding(line=row.line, text=shown(row), kind=Kind.PERIOD, verdict=Verdict.DIFFERS, why=why)
