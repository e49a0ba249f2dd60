"""Report tree -> the annex of data: a row for every figure with its value, its question and the incidents behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from kuzet import __version__
from kuzet.basis.word import to_json
from kuzet.observatory.write import annex, tree
from kuzet.observatory.write.formats import words
from kuzet.observatory.write.spreadsheet import Cell, Row, Sheet, write

WIDTHS: Final = (6, 12, 60, 12, 14, 12, 40, 60, 60, 30, 40)
"""Note, figure, question, value, exact value, unit, question for a program, incidents, whole, totals, remark."""
ABOUT: Final = ("made_by", "language", "release", "edition", "digest", "figures")
"""The lines of the second sheet, by the name that a program reads."""


def render(report: tree.Report) -> bytes:
    """The annex as XLSX bytes, the same for the same tree."""
    said = words.load(report.language)
    head: Row = said.columns
    figures = Sheet(name=said.figures, widths=WIDTHS, rows=(head, *rows(tree.notes(report), said)))
    about = Sheet(name=said.about, widths=(30, 70, 14), rows=tuple(_about(report, said)))
    return write((figures, about), report.title, report.frozen)


def rows(notes: Iterable[tree.FigureRun], said: words.Words) -> Iterator[Row]:
    """One row for each note."""
    found = tuple(notes)
    for run, entry in zip(found, annex.listed(found), strict=True):
        figure = run.figure
        yield (
            run.number,
            run.text,
            run.question,
            number(figure.value),
            str(figure.value),
            figure.unit.value,
            to_json(figure.question),
            _basis(entry.counted, said),
            _basis(entry.whole, said),
            "; ".join(entry.published),
            entry.remark,
        )


def number(value: Fraction) -> Cell:
    """A value as a spreadsheet holds it."""
    return value.numerator if value.denominator == 1 else float(value)


def _basis(side: annex.Basis, said: words.Words) -> str:
    if side.same:
        return words.numbered(said.same, side.same)
    left = f" {words.numbered(said.more, side.left)}" if side.left else ""
    return annex.told(side.ids) + left


def _about(report: tree.Report, said: words.Words) -> Iterator[Row]:
    values = (f"kuzet {__version__}", report.language, report.release, report.edition, report.digest)
    labels = (said.made_by, said.language, said.release, said.edition.replace("{n}", "").strip(" -"), said.digest)
    yield report.title, "", ""
    if report.warning:
        yield report.warning, "", ""
    yield from zip((*labels, said.figures), (*values, len(tree.notes(report))), ABOUT, strict=True)
