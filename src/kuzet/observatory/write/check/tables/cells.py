"""Cells of tables as facts: a row "2023" or "Physical" under a head "Incidents" or "Authorities" says what it counts.

Only years, categories and classes of perpetrators are read from labels, and only from a table over all incidents: one
that has totals must have the total of the text among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.concepts import ALL, Concepts
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Finding, Kind, Outcome, Text, Verdict, finding
from kuzet.observatory.write.check.relations.facts import LIKE, Facts
from kuzet.observatory.write.check.tables.tables import tables

FIELDS: Final = frozenset({"category", "perpetrator"})
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Cell(NamedTuple):
    """One number of a table with its question."""

    row: Row
    place: int
    value: Fraction
    concepts: Concepts
    year: int


class Label(NamedTuple):
    """What the head of a row or column names."""

    concepts: Concepts
    year: int | None


def cells(raw: str, text: Text) -> Iterator[Cell]:
    """The cells of the tables of `raw` whose labels name their question surely."""
    for table in tables(raw):
        heads = [_label(cell, text.language) for cell in table[0].cells]
        down, across = _dated([row.cells[0] for row in table[1:]], text), any(head and head.year for head in heads)
        rows = [row for row in table[1:] if not down or _dated([row.cells[0]], text)]  # a total of years is of none
        named = [head if head and (head.year or not across) else None for head in heads]
        found = [cell for row in rows for cell in _of_row(row, named, text)]
        whole = text.total.mention.exact if text.total else None
        divided = [cell for cell in found if not _YEAR.fullmatch(cell.row.cells[0])]
        totals = {cell.value for cell in divided if cell.concepts == ALL and cell.year == text.year}
        if not totals or whole in totals:
            yield from found


def _dated(labels: Sequence[str], text: Text) -> bool:
    """Whether any of some labels is a year."""
    return any(label and label.year for label in (_label(one, text.language) for one in labels))


def _of_row(row: Row, heads: list[Label | None], text: Text) -> Iterator[Cell]:
    label = _label(row.cells[0], text.language)
    for place, head in enumerate(heads[: len(row.cells)]):
        value = row.number(place)
        if place and label and head and value and not (label.year and head.year):
            year = label.year or head.year or text.year
            yield Cell(row, place, value, label.concepts | head.concepts, year)


def _label(cell: str, language: str) -> Label | None:
    words = cell.strip(" *")
    if _YEAR.fullmatch(words):
        return Label(ALL, int(words))
    found = concepts.found(words, language)
    if found:
        return Label(found, None) if {field for field, _ in found} <= FIELDS and len(found) == 1 else None
    total = re.fullmatch(phrases.words(language, "total_row"), words, re.IGNORECASE)
    counted = re.fullmatch(phrases.any_of(language, "incidents", "all"), words, re.IGNORECASE)
    return Label(ALL, None) if total or counted else None


def known(found: list[Cell]) -> Mapping[tuple[Concepts, int], Fraction]:
    """The numbers that tables give, by question; those that two cells give differently are left out."""
    values: dict[tuple[Concepts, int], set[Fraction]] = {}
    for cell in found:
        values.setdefault((cell.concepts, cell.year), set()).add(cell.value)
    return {question: min(several) for question, several in values.items() if len(several) == 1}


def compared(found: list[Cell], facts: Facts, firm: Container[tuple[int, int]], text: Text) -> Iterator[Finding]:
    """Cells that the prose, or most other tables, contradict; the prose where a sum of the table proves the cell."""
    values: dict[tuple[Concepts, int], list[Fraction]] = {}
    for cell in found:
        values.setdefault((cell.concepts, cell.year), []).append(cell.value)
    for cell in found:
        told = facts.in_prose(cell.concepts, cell.year)
        if (cell.row.line, cell.place) in firm:
            yield from _in_prose(cell, facts, text) if told is not None and _clash(told, cell.value) else ()
            continue
        ranked = Counter(values[cell.concepts, cell.year]).most_common()
        if told is not None and _clash(told, cell.value):
            why = f"{plain(cell.value)} in the table, {plain(told)} in the text"
            yield _contradicted(cell, Verdict.DIFFERS, plain(told), why)
        elif told is None and len(ranked) > 1 and _clash(ranked[0][0], cell.value):
            tie = ranked[0][1] == ranked[1][1]
            why = f"{plain(cell.value)} in this table, {plain(ranked[0][0])} in another"
            yield _contradicted(cell, Verdict.AMBIGUOUS if tie else Verdict.DIFFERS, plain(ranked[0][0]), why)


def _in_prose(cell: Cell, facts: Facts, text: Text) -> Iterator[Finding]:
    """What prose tells of another year than the report's, where a table proves another number; not what is compared."""
    for fact in facts.listed:
        one, sentence = fact.place.mention, text.sentences[fact.place.index]
        same = (fact.concepts, fact.year) == (cell.concepts, cell.year) and fact.year != text.year
        if same and not deltas(sentence, text.language):
            why = f"{plain(one.exact)} here, {plain(cell.value)} on line {cell.row.line}"
            yield finding(sentence, Kind.REPEAT, Outcome(Verdict.DIFFERS, plain(cell.value), why), one)


def _clash(told: Fraction, value: Fraction) -> bool:
    return told != value and min(told, value) >= max(told, value) * LIKE


def _contradicted(cell: Cell, verdict: Verdict, should: str, why: str) -> Finding:
    text = " | ".join(cell.row.cells)
    return Finding(line=cell.row.line, text=text, kind=Kind.REPEAT, verdict=verdict, should_be=should, why=why)
