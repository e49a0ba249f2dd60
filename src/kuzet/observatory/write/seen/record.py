"""What a published report carries of its figures, for a program: questions, values, and how the text states them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from kuzet import __version__
from kuzet.basis.errors import Missing
from kuzet.basis.figure import Question, Unit
from kuzet.basis.word import Word, from_json, to_json
from kuzet.observatory.write import tree
from kuzet.observatory.write.seen.seen import Seen

NAME: Final = "figures.json"
"""The record as a file attached to a PDF."""


class Entry(Word):
    """One figure by its note number; `release` where it is not that of the report (an earlier edition)."""

    number: int
    unit: Unit
    question: Question
    numerator: int
    denominator: int = 1
    release: str = ""

    @property
    def value(self) -> Fraction:
        """The exact value."""
        return Fraction(self.numerator, self.denominator)


class Record(Word):
    """The figures of one report file.

    `uses`: note number and words of every figure in the order of reading. `digits`: all other digits of the text, one
    after the other. `drawings`: what drawings show, as a fingerprint.
    """

    made_by: str
    language: str
    release: str
    edition: str
    digest: str
    figures: tuple[Entry, ...]
    uses: tuple[tuple[int, str], ...]
    digits: str
    drawings: str


def record(report: tree.Report, seen: Seen) -> Record:
    """The record of a report as it is seen in one format."""
    return Record(
        made_by=f"kuzet {__version__}",
        language=report.language,
        release=report.release,
        edition=report.edition,
        digest=report.digest,
        figures=tuple(_entries(tree.notes(report), report.release)),
        uses=tuple(seen.uses),
        digits=seen.digits,
        drawings=seen.drawings,
    )


def _entries(notes: Iterable[tree.FigureRun], release: str) -> Iterable[Entry]:
    for run in notes:
        figure = run.figure
        yield Entry(
            number=run.number,
            unit=figure.unit,
            question=figure.question,
            numerator=figure.numerator,
            denominator=figure.denominator,
            release="" if figure.release == release else figure.release,
        )


def written(made: Record) -> str:
    """The record as JSON that may stand inside markup: no sign in it opens or closes a tag."""
    return to_json(made).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def read(text: str | bytes | None, name: str) -> Record:
    """The record that a file carries; raises `Missing` without one, `BadInput` for one that cannot be read."""
    if not text:
        raise Missing(f"{name}: carries no record of its figures, so it is no report of ours as it was published")
    return from_json(text, Record, f"{name}, record of figures")
