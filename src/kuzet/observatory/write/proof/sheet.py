"""The annex of data against its release: every row made anew from the question that stands in it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.figure import Question, Unit
from kuzet.basis.word import from_json
from kuzet.observatory.write import spreadsheet
from kuzet.observatory.write.composing.materials import Materials, labels
from kuzet.observatory.write.formats import to_xlsx, words
from kuzet.observatory.write.proof.compare import Problem, Recomputed, digits, of_release, recompute
from kuzet.observatory.write.seen.record import Entry, Record
from kuzet.observatory.write.tree import FigureRun

COLUMNS: Final = len(to_xlsx.WIDTHS)
COMPARED: Final = (3, 4, 5, 7, 8, 9, 10)
"""Columns that must be as they would be made: all but note, words, and the question that is asked."""
NEAR: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Annex:
    """The workbook as read: its rows by note number, and what it says of itself."""

    rows: tuple[tuple[str, ...], ...]
    about: Mapping[str, str]


def published(raw: bytes, name: str) -> Annex:
    """The annex of a file; raises `BadInput`, `Missing` for a workbook of another kind."""
    sheets = spreadsheet.read(raw, name)
    about = {row[2]: row[1] for row in (sheets[1] if len(sheets) > 1 else ()) if len(row) > 2}
    if not set(to_xlsx.ABOUT) <= set(about):
        raise Missing(f"{name}: is no annex of figures of ours as it was published")
    return Annex(tuple((*row, *[""] * (COLUMNS - len(row))) for row in sheets[0][1:] if any(row)), about)


def compared(found: Annex, materials: Materials, name: str) -> tuple[Record, tuple[Problem, ...]]:
    """What the annex says of itself, and everything in it that is not as the release gives it."""
    entries = tuple(_entry(row, f"{name}, row {at}") for at, row in enumerate(found.rows, 2))
    record = _record(found, entries)
    said = labels(materials, record.language)
    problems, recomputed = recompute(entries, said)
    wrong = {problem.note for problem in problems}
    rows = tuple(problem for problem in _rows(found, recomputed) if problem.note not in wrong)
    return record, (*of_release(record, said), *problems, *rows, *_absent(found, entries))


def _entry(row: Sequence[str], where: str) -> Entry:
    try:
        value, unit, number = Fraction(row[4]), Unit(row[5]), int(row[0])
    except (ValueError, ZeroDivisionError) as error:
        raise BadInput(" | ".join(row[:6]), f"a row of figures ({error})", where) from None
    question = from_json(row[6], Question, where)
    return Entry(number=number, unit=unit, question=question, numerator=value.numerator, denominator=value.denominator)


def _record(found: Annex, entries: tuple[Entry, ...]) -> Record:
    named = {key: found.about[key] for key in ("made_by", "language", "release", "edition", "digest")}
    uses = tuple((entry.number, row[1]) for entry, row in zip(entries, found.rows, strict=True))
    return Record(**named, figures=entries, uses=uses, digits="", drawings="")


def _rows(found: Annex, recomputed: Recomputed) -> Iterator[Problem]:
    """Cells that are not those of the same row made from the recomputed figure."""
    rows = [row for row in found.rows if int(row[0]) in recomputed.figures]
    runs = [
        FigureRun(
            number=int(row[0]), text=row[1] or "?", question=row[2] or "?", figure=recomputed.figures[int(row[0])]
        )
        for row in rows
    ]
    made = to_xlsx.rows(runs, words.load(recomputed.labels.language))
    for row, expected in zip(rows, made, strict=True):
        number = int(row[0])
        should = recomputed.written(number)
        if digits(row[1]) not in ("", digits(should)):
            why = f"{recomputed.asked(number)}: the annex says '{row[1]}', the release gives {should}"
            yield Problem(kind="text", why=why, note=number, said=row[1], should_be=should)
        for place in COMPARED:
            if not _equal(row[place], expected[place]):
                yield _cell(recomputed, number, row[place], str(expected[place]))


def _equal(said: str, expected: spreadsheet.Cell) -> bool:
    if isinstance(expected, str):
        return said == expected[: spreadsheet.LONGEST]
    try:
        return math.isclose(float(said), float(expected), rel_tol=NEAR)
    except ValueError:
        return False


def _cell(recomputed: Recomputed, number: int, said: str, should: str) -> Problem:
    why = f"{recomputed.asked(number)}: a cell says '{said[:80]}', the release gives '{should[:80]}'"
    return Problem(kind="figure", why=why, note=number, said=said, should_be=should)


def _absent(found: Annex, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Notes that have no row, and rows that stand twice or beyond the last note."""
    told = [entry.number for entry in entries]
    last = int(found.about["figures"])
    for number in sorted(set(range(1, last + 1)) - set(told)):
        yield Problem(kind="missing", why=f"figure {number}: its row is missing", note=number)
    for number in sorted({one for one in told if one > last or told.count(one) > 1}):
        yield Problem(kind="added", why=f"figure {number}: a row was added", note=number)
