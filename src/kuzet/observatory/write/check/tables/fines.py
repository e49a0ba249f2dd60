"""Rows of a table that tell a fine in indices and in money: "| Radio | 365 | 26,280 |", at a price told in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import indices, phrases
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.mentions import mentions
from kuzet.observatory.write.check.reading.words import Finding, Kind, Text, Verdict
from kuzet.observatory.write.check.tables.mending import shown
from kuzet.observatory.write.check.tables.tables import tables

FEWEST: Final = 2
"""Rows that hold, from which on another must."""


def fines(text: Text, raw: str) -> Iterator[Finding]:
    """The one row of a table whose sum is not what its indices are worth, where the others are."""
    worths = indices.known(text.sentences, text.language)
    for table in tables(raw) if worths else ():
        for place, head in enumerate(table[0].cells):
            if place and phrases.says(text.language, "index_unit", head):
                yield from _odd(table, place, worths, text.language)


def _odd(table: Sequence[Row], place: int, worths: Sequence[Fraction], language: str) -> Iterator[Finding]:
    told = [(row, value, sum_) for row in table[1:] for value, sum_ in _told(row, place, language)]
    wrong = [(row, value, sum_) for row, value, sum_ in told if not any(value * worth == sum_ for worth in worths)]
    if len(wrong) != 1 or len(told) - 1 < FEWEST:
        return
    row, value, sum_ = wrong[0]
    worth = min(worths, key=lambda one: abs(value * one - sum_))
    yield Finding(
        line=row.line,
        text=shown(row),
        kind=Kind.MONEY,
        verdict=Verdict.DIFFERS,
        should_be=plain(value * worth),
        why=f"{plain(value)} x {plain(worth)} = {plain(value * worth)}",
    )


def _told(row: Row, place: int, language: str) -> Iterator[tuple[Fraction, Fraction]]:
    """The number of indices of a row with the sum of the next cell."""
    value = row.number(place)
    cell = row.cells[place + 1] if place + 1 < len(row.cells) else ""
    sums = [one for one in mentions(cell, language) if one.kind in ("amount", "count")]
    if value and len(sums) == 1:
        yield value, sums[0].exact
