"""What prose adds up of the rows of a table: towns that it names together, the months of a quarter or of a half."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import Final

from kuzet.observatory.write.check.reading import phrases, terms
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.hedges import portion_holds
from kuzet.observatory.write.check.reading.stems import LENGTH, SHORTEST
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence, Text
from kuzet.observatory.write.check.tables.adding import Cell

FEW: Final = 10
"""Smaller sums repeat by chance."""

NAMED: Final = 5
"""Rows of a sentence up to which it is asked which of them are added."""

_WORD: Final = re.compile(r"[^\W\d_]+")

PAIR: Final = 2
QUARTER: Final = 3
HALF: Final = 6


def fitting(table: Sequence[Row], cell: Cell, value: Fraction, text: Text) -> int:
    """How many sentences tell a sum of some rows of a column, the cell's with this value among them."""
    numbers = {row.line: row.number(cell.place) or Fraction(0) for row in table[1:]} | {cell.row.line: value}
    months, heads = _months(table, text.language), _heads(table)
    found = 0
    for sentence in text.sentences:
        found += any(_listed(heads, cell, numbers, sentence, one) for one in sentence.of_kind("count"))
        sums = {sum(one, Fraction(0)) for one in _together(heads, cell, numbers, sentence, text.language)}
        sums |= set(_of_terms(cell, numbers, months, sentence, text.language))
        found += any(one.exact in sums and one.exact >= FEW for one in sentence.of_kind("count"))
        found += any(one.exact == value for one in _of_month(cell, sentence, text.language))
    return found


def portions(cell: Cell, exact: Fraction, text: Text) -> int:
    """How many sentences say of the month of a cell that it had a part of the total that this percentage is."""
    found = 0
    for sentence in text.sentences:
        own = {name.term for name in terms.in_words(cell.row.cells[0], text.language)}
        named = terms.named(sentence, text.language) if own else ()
        for one in sentence.of_kind("portion") if named else ():
            nearest = min(named, key=lambda name: max(one.start - name.end, name.start - one.end))
            found += nearest.term in own and portion_holds(one, exact, sentence, text.language)
    return found


def _of_month(cell: Cell, sentence: Sentence, language: str) -> Iterator[Mention]:
    """The number that a sentence gives to the month of a cell, however small."""
    own = [name.term for name in terms.in_words(cell.row.cells[0], language)]
    told = terms.counted(sentence, language)
    yield from (told[term] for term in own if term in told)


def _heads(table: Sequence[Row]) -> dict[int, frozenset[str]]:
    """By line the roots of the head of each row that no other head has."""
    heads = {row.line: roots(row.cells[0]) for row in table[1:]}
    shared = Counter(root for head in heads.values() for root in head)
    return {line: frozenset(root for root in head if shared[root] == 1) for line, head in heads.items()}


def _together(
    heads: dict[int, frozenset[str]], cell: Cell, numbers: dict[int, Fraction], sentence: Sentence, language: str
) -> Iterator[list[Fraction]]:
    """The numbers of two rows or more that a sentence names, the cell's row among them."""
    said = roots(sentence.text)
    named = [line for line, head in heads.items() if head & said]
    if cell.row.line not in named or len(named) > NAMED or not phrases.says(language, "jointly", sentence.text):
        return
    for size in range(PAIR, len(named) + 1):
        for lines in combinations(named, size):
            if cell.row.line in lines:
                yield [numbers[line] for line in lines]


def _listed(
    heads: dict[int, frozenset[str]], cell: Cell, numbers: dict[int, Fraction], sentence: Sentence, one: Mention
) -> bool:
    """Whether a number is the sum of all rows named since the number in front: "Centre and the North-West gave 748"."""
    start = max((other.end for other in sentence.mentions if other.end <= one.start), default=0)
    said = roots(sentence.text[start : one.start])
    named = [line for line, head in heads.items() if head & said]
    told = one.exact >= FEW and len(named) >= PAIR and cell.row.line in named
    return told and one.exact == sum(numbers[line] for line in named)


@lru_cache(maxsize=KEPT)
def roots(text: str) -> frozenset[str]:
    """The beginnings of the words of a text, those of short words without the ending of a case: "Зенду", "Зенда"."""
    words = _WORD.findall(text.lower().replace("ё", "е"))
    return frozenset(word[: min(LENGTH, max(SHORTEST, len(word)) - 1)] for word in words if len(word) >= SHORTEST)


def _of_terms(
    cell: Cell, numbers: dict[int, Fraction], months: dict[int, int], sentence: Sentence, language: str
) -> Iterator[Fraction]:
    """The sums of the quarter and of the half that the cell's month belongs to, where a sentence tells of such."""
    own = next((month for month, line in months.items() if line == cell.row.line), None)
    for relation, length in (("quarter_year", QUARTER), ("half_year", HALF)):
        if own and phrases.says(language, relation, sentence.text):
            first = (own - 1) // length * length + 1
            lines = [months[month] for month in range(first, first + length) if month in months]
            if len(lines) == length:
                yield sum((numbers[line] for line in lines), Fraction(0))


def _months(table: Sequence[Row], language: str) -> dict[int, int]:
    """The lines of the rows that a month heads, by month; empty where a month comes twice."""
    told = [(name.term[1], row.line) for row in table[1:] for name in terms.in_words(row.cells[0], language)]
    found = dict(told)
    return found if len(found) == len(told) else {}
