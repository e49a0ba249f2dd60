"""What prose hints of a cell: its step from year to year, however small, and by how much it exceeds another row.

"Censorship fell by three", "assaults went up by half", "eight more than in Mangystau", "thirty-six reporters served
administrative arrest".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.hedges import portion_holds
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence, Text
from kuzet.observatory.write.check.tables.adding import Cell
from kuzet.observatory.write.check.tables.joint import roots

FEW: Final = 10
"""Smaller numbers repeat by chance."""

PAIR: Final = 2

SURE: Final = 2
"""What a number counts for that stands right beside the words of a row."""

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_CLAUSE: Final = re.compile(r"[,;:()]\s")


class _Piece(NamedTuple):
    """What stands in front of a number from the number or the break before it on, and the number."""

    words: frozenset[str]
    one: Mention


def fitting(table: Sequence[Row], cell: Cell, value: Fraction, text: Text) -> int:
    """How much speaks for a cell's having a value."""
    own = roots(phrases.pattern(text.language, "incidents").sub(" ", cell.row.cells[0]))
    if not own:
        return 0
    head = _YEAR.search(table[0].cells[cell.place]) if cell.place < len(table[0].cells) else None
    timely = head is None or int(head[0]) == text.year
    steps = {abs(value - other) for other in _neighbours(table, cell)} - {Fraction(0)}
    found = 0
    for sentence in text.sentences:
        if own & roots(sentence.text) and sentence.mentions:
            found += SURE * _moved(sentence, own, steps, text.language)
            found += SURE * _halved(sentence, own, (value, [*_earlier(table, cell)]), text.language)
            found += SURE * _versus(sentence, cell, value, table, text.language)
            found += timely and _of_people(sentence, cell, value, text.language)
    return found


def _neighbours(table: Sequence[Row], cell: Cell) -> Iterator[Fraction]:
    """The numbers of the years beside the cell's in its row."""
    years = [place for place, head in enumerate(table[0].cells) if place and _YEAR.search(head)]
    if cell.place in years:
        at = years.index(cell.place)
        near = [cell.row.number(years[other]) for other in (at - 1, at + 1) if 0 <= other < len(years)]
        yield from (one for one in near if one is not None)


def _earlier(table: Sequence[Row], cell: Cell) -> Iterator[tuple[Fraction, bool]]:
    """The numbers of the years beside the cell's, each with whether it is of the later year."""
    years = [place for place, head in enumerate(table[0].cells) if place and _YEAR.search(head)]
    for other in (-1, 1) if cell.place in years else ():
        at = years.index(cell.place) + other
        number = cell.row.number(years[at]) if 0 <= at < len(years) else None
        if number:
            yield number, other > 0


def _moved(sentence: Sentence, own: frozenset[str], steps: set[Fraction], language: str) -> bool:
    """Whether a sentence of growth or fall tells, right behind the words of a row, one of its steps."""
    if not any(phrases.says(language, way, sentence.text) for way in ("increase", "decrease")):
        return False
    return any(piece.one.exact in steps and piece.words & own for piece in _pieces(sentence))


@lru_cache(maxsize=KEPT)
def _pieces(sentence: Sentence) -> tuple[_Piece, ...]:
    found, floor = [], 0
    for one in sentence.of_kind("count", "portion"):
        found.append(_Piece(roots(_CLAUSE.split(sentence.text[floor : one.start])[-1]), one))
        floor = one.end
    return tuple(found)


def _halved(
    sentence: Sentence, own: frozenset[str], told: tuple[Fraction, Sequence[tuple[Fraction, bool]]], language: str
) -> bool:
    """Whether a fraction that a row grew or fell by is that of a value and the one of another year."""
    value, others = told
    if not any(phrases.says(language, way, sentence.text) for way in ("increase", "decrease")):
        return False
    for piece in _pieces(sentence):
        near = piece.one.kind == "portion" and own & roots(sentence.before(piece.one, 60))
        for other, later in others if near else ():
            base, now = (value, other) if later else (other, value)
            if base and portion_holds(piece.one, abs(now - base) * 100 / base, sentence, language):
                return True
    return False


def _versus(sentence: Sentence, cell: Cell, value: Fraction, table: Sequence[Row], language: str) -> bool:
    """Whether a sentence tells by how much a row exceeds another that it names too: "eight more than in Mangystau"."""
    compares = any(phrases.says(language, way, sentence.text) for way in ("increase", "decrease", "comparative"))
    said = roots(sentence.text) if compares else frozenset()
    for row in table[1:] if compares else ():
        number = row.number(cell.place)
        named = row is not cell.row and number is not None and roots(row.cells[0]) <= said and roots(row.cells[0])
        if named and number is not None:
            off = abs(value - number)
            if off > 1 and any(one.exact == off for one in sentence.of_kind("count")):
                return True
    return False


def _of_people(sentence: Sentence, cell: Cell, value: Fraction, language: str) -> bool:
    """Whether all words of a row stand in a sentence that counts people with its number."""
    words = stems(cell.row.cells[0])
    all_ = len(words) >= PAIR and roots(cell.row.cells[0]) <= roots(sentence.text)
    people = [
        one for one in sentence.of_kind("count") if phrases.begins_with(language, "other_noun", sentence.after(one, 24))
    ]
    return all_ and value >= FEW and any(one.exact == value for one in people)
