"""What the prose and the percentages of a table tell of a cell: its number, its change, its share, the sum of its row.

Each reading of a cell is asked how many numbers of the report fit it. What is said of a row is looked for where a word
of its head stands; of a total row, which prose calls by other names, only large counts and exact percentages are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check.arithmetic import Match, match
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.when import LATEST
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.tables import across, hints, joint
from kuzet.observatory.write.check.tables.adding import Cell, Sum

FEW: Final = 10
"""Smaller numbers repeat by chance."""

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

HEADING: Final = 90
"""Characters of the longest heading."""

TITLED: Final = 2
"""Words of a row in a heading by which its section is the row's: rounded percentages of it are of the row too."""

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_ENDED: Final = re.compile(r"[.!?…:;,]\W*$")

COMPARES: Final = ("increase", "decrease", "compared_with")
"""Relations whose words set one time against another."""

Place = tuple[int, int]
"""A cell by its line and its place."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A table with the sums of its cells and the prose around it."""

    table: Sequence[Row]
    sums: Sequence[Sum]
    text: Text
    others: Sequence[Sequence[Row]] = ()
    """The other tables of the text."""

    def told(self, cell: Cell, value: Fraction) -> int:
        """How many numbers of the report fit a cell if it has this value."""
        return (
            self._counts(cell, value)
            + self._changes(cell, value)
            + self._shares(cell, value)
            + self._row_sum(cell, value)
            + self._beside(cell, value)
            + joint.fitting(self.table, cell, value, self.text)
            + hints.fitting(self.table, cell, value, self.text)
            + across.fitting(cell, value, self.others, self.text.language)
        )

    def printed(self, value: Fraction) -> bool:
        """Whether prose prints a number, whatever it says of it."""
        return value >= FEW and any(
            one.exact == value for sentence in self.text.sentences for one in sentence.of_kind("count", "amount")
        )

    def _counts(self, cell: Cell, value: Fraction) -> int:
        """Where a word of its row stands, or the number of another year: "from 64 cases to 119".

        A number that the cell has not, but another of its row has, may be told of that one.
        """
        others = {cell.row.number(place) for place in range(1, len(cell.row.cells)) if place != cell.place}
        if value in others and value != cell.value:
            return 0
        year = dict(self._years()).get(cell.place)
        alone = sum(one.exact == value >= FEW for one in self._said("count", cell.row, year=year))
        return alone or int(self._together(cell, value))

    def _together(self, cell: Cell, value: Fraction) -> bool:
        years = dict(self._years())
        others = {cell.row.number(place) for place in years if place != cell.place} if cell.place in years else set()
        told = [{one.exact for one in sentence.of_kind("count")} for sentence in self.text.sentences]
        return value >= FEW and any(
            value in one and any(other and other >= FEW for other in others & one) for one in told
        )

    def _changes(self, cell: Cell, value: Fraction) -> int:
        """What is told of the way from one year to another, as a difference or a percentage."""
        found = 0
        for place, year in self._years():
            other = cell.row.number(place)
            own = dict(self._years()).get(cell.place)
            if other is None or own is None or place == cell.place or value == other:
                continue
            later, before = (value, other) if own > year else (other, value)
            off = abs(later - before)
            found += sum(one.exact == off >= FEW for one in self._said("count", cell.row, moved=True))
            found += self._percents(off * 100 / before, cell.row, moved=True) if before else 0
        return found

    def _shares(self, cell: Cell, value: Fraction) -> int:
        """Percentages of the total that the cell is a part of, or of its parts where it is the total."""
        found = 0
        for one in self.sums:
            if cell in one.parts and one.total.value:
                found += self._percents(value * 100 / one.total.value, cell.row)
                found += joint.portions(cell, value * 100 / one.total.value, self.text)
            elif cell == one.total and value:
                found += sum(self._percents(part.value * 100 / value, part.row) for part in one.parts if part.value)
        return found

    def _row_sum(self, cell: Cell, value: Fraction) -> int:
        """The sum of a total row: "716 in the three years"."""
        numbers = [cell.row.number(place) for place in range(1, len(cell.row.cells)) if place != cell.place]
        total = sum((one or Fraction(0) for one in numbers), value)
        if not self._is_total(cell.row) or None in numbers or not numbers:
            return 0
        return sum(one.exact == total for one in self._said("count", cell.row))

    def _beside(self, cell: Cell, value: Fraction) -> int:
        """The percentages of the table that give the cell's share, or that of its parts where it is the total."""
        found = 0
        for one in self.sums:
            if cell in one.parts and one.total.value:
                found += _fitting(cell, value * 100 / one.total.value)
            elif cell == one.total and value:
                found += sum(_fitting(part, part.value * 100 / value) for part in one.parts)
        return found

    def _percents(self, exact: Fraction, row: Row, *, moved: bool = False) -> int:
        told = [one for one in self._said("percent", row, moved=moved) if one.decimals or not self._is_total(row)]
        return sum(match(one.exact, exact, one.decimals) in (Match.ROUNDED, Match.BOTH) for one in told)

    def _said(self, kind: str, row: Row, *, moved: bool = False, year: int | None = None) -> Iterator[Mention]:
        """The numbers of the sentences that speak of a row; with `moved` only where something grows or falls.

        With another `year` than the report's only where a sentence tells of an earlier time or compares.
        A word of its head may stand in the sentence in front too, or, for exact percentages, in the heading above;
        where several of its words do, for rounded ones as well.
        """
        words, total, language = _names(row.cells[0], self.text.language), self._is_total(row), self.text.language
        own = joint.roots(phrases.pattern(language, "incidents").sub(" ", row.cells[0]))
        for near in _headed(self.text.sentences, language):
            sentence = near.sentence
            named = total or not words.isdisjoint(near.words) or not own.isdisjoint(near.roots)
            headed = moved and not words.isdisjoint(near.heading)
            titled = headed and len(words & near.heading) >= TITLED
            if not (named or headed) or (moved and not near.moves):
                continue
            if year not in (None, self.text.year) and not _looks_back(sentence, self.text):
                continue
            for one in sentence.of_kind(kind):
                other = phrases.begins_with(language, "other_noun", sentence.after(one, NOUN))
                if not other and (named or ((one.decimals or titled) and kind == "percent")):
                    yield one

    def _is_total(self, row: Row) -> bool:
        return any(one.total.row is row and one.parts[0].row is not row for one in self.sums)

    def _years(self) -> Iterator[tuple[int, int]]:
        """The columns that a year heads, with it."""
        for place, head in enumerate(self.table[0].cells):
            if place and (found := _YEAR.search(head)):
                yield place, int(found[0])


def _looks_back(sentence: Sentence, text: Text) -> bool:
    """Whether a sentence tells of another time than the report's, or compares with one."""
    timed = any(order not in (None, text.year, LATEST) for order in sentence.order)
    return timed or any(phrases.says(text.language, word, sentence.text) for word in COMPARES)


class _Near(NamedTuple):
    """A sentence with the words of the sentence in front and its own, and with those of the heading above it."""

    sentence: Sentence
    words: frozenset[str]
    roots: frozenset[str]
    heading: frozenset[str]
    moves: bool
    """Whether something grows or falls in it."""


@lru_cache(maxsize=2)
def _headed(sentences: tuple[Sentence, ...], language: str) -> tuple[_Near, ...]:
    """Each sentence of a text with what stands around it: the same for all cells of its tables."""
    heading, front = "", None
    found: list[_Near] = []
    for sentence in sentences:
        near = front.text if front is not None and front.block == sentence.block else ""
        around = f"{near} {sentence.text}"
        bare = phrases.pattern(language, "make_up").sub(" ", sentence.text)  # "made up 26%" goes nowhere up
        moves = any(phrases.says(language, way, bare) for way in ("increase", "decrease"))
        found.append(_Near(sentence, stems(around), joint.roots(around), stems(heading), moves))
        is_heading = len(sentence.text) <= HEADING and not _ENDED.search(sentence.text)
        heading, front = sentence.text if is_heading else heading, sentence
    return tuple(found)


def _names(head: str, language: str) -> frozenset[str]:
    """The words of a head that tell its row from others, not that it counts incidents."""
    return stems(phrases.pattern(language, "incidents").sub(" ", head))


def _fitting(part: Cell, exact: Fraction) -> int:
    """Whether a percentage right behind a cell is its share."""
    percent = part.row.percent(part.place + 1)
    if percent is None:
        return 0
    decimals = max(0, -int(percent.as_tuple().exponent))
    return int(match(Fraction(percent), exact, decimals) in (Match.ROUNDED, Match.BOTH))


def place_of(cell: Cell) -> Place:
    """A cell by its line and its place."""
    return cell.row.line, cell.place
