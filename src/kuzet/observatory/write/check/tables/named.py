"""The rows and columns of tables as groups of named numbers (`relations.subjects`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Text
from kuzet.observatory.write.check.relations import subjects
from kuzet.observatory.write.check.relations.subjects import Group, Named
from kuzet.observatory.write.check.tables import adding
from kuzet.observatory.write.check.tables.tables import tables

_YEAR: Final = re.compile(r"(?:19|20)\d\d")

FEWEST: Final = 2
"""Entries of a group."""


def groups(raw: str, text: Text) -> Iterator[Group]:
    """The groups of all tables of `raw`, whose prose is `text`."""
    for table in tables(raw):
        dated, columns = years(table[0]), turned(table)
        if columns and not dated:
            yield from (one for one in _of_years(columns, years(columns[0]), text) if one.wholes)
        else:
            yield from _of_years(table, dated, text) if dated else _of_one_year(table, text)


def rows(raw: str, text: Text) -> Iterator[Group]:
    """The rows, or columns, over years of all tables of `raw`, whatever they count."""
    for table in tables(raw):
        dated = table if years(table[0]) else turned(table)
        if dated:
            yield from _of_years(dated, years(dated[0]), text, fewest=1)


def year_rows(table: Sequence[Row]) -> Sequence[Row]:
    """The rows of a table that a year heads."""
    return [row for row in table[1:] if _YEAR.fullmatch(row.cells[0].strip(" *"))]


def turned(table: Sequence[Row]) -> Sequence[Row]:
    """A table whose rows are years with its columns as rows, a total of all years left out; else nothing."""
    rows = year_rows(table)
    even = all(len(row.cells) == len(table[0].cells) for row in rows)
    if len(rows) < FEWEST or len(rows) + 1 < len(table[1:]) or not even:
        return []
    columns = zip(*(row.cells for row in (table[0], *rows)), strict=True)
    return [Row(table[0].line, cells) for cells in columns]


def years(head: Row) -> dict[int, int]:
    """The places of columns whose head names one year each, by year; empty where a year comes twice."""
    told = [(place, _YEAR.findall(cell)) for place, cell in enumerate(head.cells) if place]
    single = [(int(said[0]), place) for place, said in told if len(said) == 1]
    found = dict(single)
    return found if len(found) == len(single) else {}


def _of_years(table: Sequence[Row], years: Mapping[int, int], text: Text, fewest: int = FEWEST) -> Iterator[Group]:
    """Rows over years, with a total row or without."""
    rows = [(row.cells[0], _numbers(row, years)) for row in table[1:] if not _YEAR.search(row.cells[0])]
    totals = [told for head, told in rows if adding.is_total(head, text.language)]
    parts = [(head, told) for head, told in rows if told and not adding.is_total(head, text.language)]
    added = {year: sum((told.get(year, Fraction(0)) for _, told in parts), Fraction(0)) for year in years}
    odd = {year for year in years for total in totals if total.get(year) != added[year]}
    entries = [
        Named(subjects.label(head, text.language), {year: value for year, value in told.items() if year not in odd})
        for head, told in parts
    ]
    if len(entries) >= fewest:
        whole = totals[0] if len(totals) == 1 and _is_whole(totals[0], text) else {}
        yield Group(tuple(entries), whole, added={year: added[year] for year in odd} if whole else {})


def _numbers(row: Row, years: Mapping[int, int]) -> dict[int, Fraction]:
    told = {year: row.number(place) for year, place in years.items()}
    return {year: value for year, value in told.items() if value is not None}


def _is_whole(told: Mapping[int, Fraction], text: Text) -> bool:
    return text.total is not None and told.get(text.year) == text.total.mention.exact


def _of_one_year(table: Sequence[Row], text: Text) -> Iterator[Group]:
    """What the total row gives for each column, and the total column, or the only one, for each row."""
    language, head = text.language, table[0]
    rows = [row for row in table[1:] if not adding.is_total(row.cells[0], language)]
    total = next((row for row in table[1:] if adding.is_total(row.cells[0], language)), None)
    last = [place for place, cell in enumerate(head.cells) if place and adding.is_total(cell, language)]
    counts = [place for place in range(1, len(head.cells)) if all(row.number(place) is not None for row in rows)]
    columns = [place for place in counts if place not in last]
    if len(columns) >= FEWEST:
        yield from _told([(head.cells[place], _down(rows, total, place)) for place in columns], text)
    place = last[0] if len(last) == 1 else counts[0] if len(counts) == 1 else 0
    if place:
        yield from _told([(row.cells[0], row.number(place)) for row in rows], text)


def _down(rows: Sequence[Row], total: Row | None, place: int) -> Fraction | None:
    """The total of a column: its rows together, unless a total row says otherwise."""
    added = sum((row.number(place) or Fraction(0) for row in rows), Fraction(0))
    return added if total is None or total.number(place) == added else None


def _told(told: Sequence[tuple[str, Fraction | None]], text: Text) -> Iterator[Group]:
    """One group of labels and numbers that make up all incidents."""
    whole = sum((value or Fraction(0) for _, value in told), Fraction(0))
    if text.total is None or whole != text.total.mention.exact or len(told) < FEWEST:
        return
    entries = (Named(subjects.label(cell, text.language), {text.year: value}) for cell, value in told if value)
    yield Group(tuple(entries), {text.year: whole})
