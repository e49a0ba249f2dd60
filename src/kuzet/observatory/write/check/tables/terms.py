"""The longest or the shortest term of a table, told behind it: rows of 8, 6 and 5 years, "the longest, seven years"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.penalties import YEAR, Penalty, penalties
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict
from kuzet.observatory.write.check.tables import tables

FEWEST: Final = 3
"""Terms of a table."""

LINES: Final = 3
"""Lines behind a table within which its terms are spoken of."""

NEAR: Final = 40
"""Characters in front of a term in which the superlative stands."""

FACTOR: Final = 2
"""A term that is off by more than this factor is of something else."""

RELATIONS: Final = (("term_longest", True), ("term_shortest", False))
"""What makes a term the longest or the shortest one."""


def terms(text: Text, raw: str) -> Iterator[Finding]:
    """What the sentences right behind each table of terms tell of its longest and shortest one."""
    for table in tables.tables(raw):
        listed = _listed(table, text.language)
        last = table[-1].line
        for sentence in text.sentences if listed else ():
            if 0 < sentence.line - last <= LINES and not phrases.says(text.language, "one_of", sentence.text):
                yield from _judged(sentence, listed, text.language)


def _listed(table: Sequence[Row], language: str) -> list[Fraction]:
    """The terms of the one column that has one in every row, in months; none where no column has."""
    found: list[list[Fraction]] = []
    for place in range(1, max(len(row.cells) for row in table)):
        cells = [penalties(row.cells[place], language) if place < len(row.cells) else () for row in table[1:]]
        if len(cells) >= FEWEST and all(len(one) == 1 for one in cells):
            found.append([one[0].months for one in cells])
    return found[0] if len(found) == 1 else []


def _judged(sentence: Sentence, listed: Sequence[Fraction], language: str) -> Iterator[Finding]:
    told = penalties(sentence.text, language)
    for place, one in enumerate(told):
        floor = told[place - 1].end if place else 0
        front = sentence.text[max(floor, one.start - NEAR) : one.start]
        ways = [longest for relation, longest in RELATIONS if phrases.says(language, relation, front)]
        right = (max if ways == [True] else min)(listed)
        if len(ways) == 1 and right / FACTOR <= one.months <= right * FACTOR:
            yield _finding(sentence, one, right, listed, language)


def _finding(sentence: Sentence, one: Penalty, right: Fraction, listed: Sequence[Fraction], language: str) -> Finding:
    held = right == one.months
    return Finding(
        line=sentence.line,
        text=" ".join(sentence.text[max(0, one.start - NEAR) : one.end].split()),
        kind=Kind.RECORD,
        verdict=Verdict.HOLDS if held else Verdict.DIFFERS,
        should_be="" if held else form.marked(plain(right / YEAR), language),
        why=f"of {', '.join(plain(months / YEAR) for months in listed)}",
    )
