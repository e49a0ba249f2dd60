"""Categories of one table against the totals of their years told elsewhere: in another table, or in prose.

A table of categories without a total of its own is tied to the totals where it adds up to that of another year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check import form, slips
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading.concepts import ALL
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Finding, Kind, Outcome, Text, Verdict, finding
from kuzet.observatory.write.check.relations.facts import Facts
from kuzet.observatory.write.check.tables import adding, mending, named
from kuzet.observatory.write.check.tables.cells import Cell
from kuzet.observatory.write.check.tables.tables import tables

FEWEST: Final = 2
"""Categories of a table."""

LEAST: Final = 20
"""A smaller number is told of a year by chance."""

FAR: Final = Fraction(1, 20)
"""By what part of itself a total may be missed that a slip of the pen does not explain."""


class _Added(NamedTuple):
    """The categories of one year, and the line on which they stand, or their table begins."""

    line: int
    parts: Sequence[Fraction]

    @property
    def sum(self) -> Fraction:
        """All categories together."""
        return sum(self.parts, Fraction(0))


def year_totals(raw: str, text: Text, facts: Facts, cells: Sequence[Cell]) -> Iterator[Finding]:
    """The totals that the categories of their year do not make, where those of most other years do."""
    totals = facts.by_year(ALL)
    for table in tables(raw):
        added = _added(table, text.language)
        held = [year for year in added if added[year].sum in (totals.get(year), *_tied(text, year))]
        odd = [year for year in added if year in totals and year not in held]
        if len(odd) != 1 or not held:
            continue
        year = odd[0]
        if _is_near(added[year].sum, totals[year]) and not _is_named(text, added[year].sum):
            yield from _finding(text, facts, cells, year, added[year])


def _added(table: Sequence[Row], language: str) -> Mapping[int, _Added]:
    """The categories of a table by year; none of a table with a total, shares or gaps."""
    years = named.years(table[0])
    lines = {} if years else {int(row.cells[0].strip(" *")): row.line for row in named.year_rows(table)}
    dated = table if years else named.turned(table)
    places = named.years(dated[0]) if dated else {}
    rows = dated[1:]
    heads = [row.cells[0] for row in rows]
    totalled = any(adding.is_total(one, language) for one in (*heads, *table[0].cells)) or any(
        True for _ in adding.total_rows(table, language)
    )
    if len(rows) < FEWEST or totalled:
        return {}
    told = {year: [row.number(place) for row in rows] for year, place in places.items()}
    return {
        year: _Added(lines.get(year, table[0].line), [one for one in parts if one is not None])
        for year, parts in told.items()
        if None not in parts
    }


def _tied(text: Text, year: int) -> Sequence[Fraction]:
    """The counts that the prose ties to a year, from the size on that is no chance."""
    return [one.exact for one in text.of_year(year) if one.exact >= LEAST]


def _is_named(text: Text, added: Fraction) -> bool:
    """Whether a text itself tells what the categories make, as where it notes that a published total is another."""
    return any(one.exact == added for sentence in text.sentences for one in sentence.of_kind("count"))


def _is_near(added: Fraction, total: Fraction) -> bool:
    return abs(added - total) <= total * FAR or slips.is_slip(total, added)


def _finding(text: Text, facts: Facts, cells: Sequence[Cell], year: int, added: _Added) -> Iterator[Finding]:
    """What is said of a total where it is told first, in prose, else in its table: either may be the wrong one."""
    total = facts.by_year(ALL)[year]
    why = f"{' + '.join(map(plain, added.parts))} = {plain(added.sum)} on line {added.line}, not {plain(total)}"
    for fact in facts.listed:
        if (fact.concepts, fact.year, fact.value) == (ALL, year, total):
            sentence, one = text.sentences[fact.place.index], fact.place.mention
            right = form.count(added.sum, one, sentence, text.language)
            yield finding(sentence, Kind.SPLIT, Outcome(Verdict.AMBIGUOUS, right, why), one)
            return
    for cell in cells:
        if (cell.concepts, cell.year, cell.value) == (ALL, year, total):
            shown = mending.shown(cell.row)
            yield Finding(cell.row.line, shown, Kind.SPLIT, Verdict.AMBIGUOUS, plain(added.sum), why)
            return
