"""A table of one column of counts without a total row, and the sentence behind it that tells their sum.

"| Echo | 97 | ... Together the five bans came to 186 days." The sentence must add up, and name as many as there are
rows or miss their sum by a slip of the pen: a table may list the largest only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form, slips
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.tables import adding

FEWEST: Final = 3
"""Rows from which on their sum is no chance."""

GAP: Final = 3
"""Lines behind a table within which the sentence stands."""

FAR: Final = Fraction(13, 10)
"""A number that is off by more than this factor is of something else."""


def sums(table: Sequence[Row], text: Text) -> Iterator[Finding]:
    """What the sentence right behind a table tells of all its rows."""
    rows = table[1:]
    places = [place for place in range(1, len(table[0].cells)) if _is_count(rows, place)]
    if len(rows) < FEWEST or len(places) != 1 or any(adding.is_total(row.cells[0], text.language) for row in rows):
        return
    total = sum((row.number(places[0]) or Fraction(0) for row in rows), Fraction(0))
    last = rows[-1].line
    behind = next((one for one in text.sentences if last < one.line <= last + GAP), None)
    told = _sum(behind, len(rows), total, text.language) if behind else None
    if behind and told:
        why = f"{' + '.join(plain(row.number(places[0]) or Fraction(0)) for row in rows)} = {plain(total)}"
        right = form.count(total, told, behind, text.language)
        differs = Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(told.exact)}")
        outcome = Outcome(Verdict.HOLDS, why=why) if told.exact == total else differs
        yield finding(behind, Kind.SPLIT, outcome, told)


def _is_count(rows: Sequence[Row], place: int) -> bool:
    return all(row.number(place) for row in rows)


def _sum(sentence: Sentence, rows: int, total: Fraction, language: str) -> Mention | None:
    """The one number of a sentence that adds up a table of so many rows."""
    ones = [one for one in sentence.of_kind("count", "amount") if one.exact != rows]
    numbered = len(ones) < len(sentence.of_kind("count", "amount"))
    if len(ones) != 1 or not phrases.says(language, "in_all", sentence.text):
        return None
    near = total / FAR <= ones[0].exact <= total * FAR
    meant = ones[0].exact == total or numbered or slips.is_slip(ones[0].exact, total)
    return ones[0] if near and meant else None
