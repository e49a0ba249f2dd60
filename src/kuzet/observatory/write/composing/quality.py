"""Tables of the measured quality of a release: how the reader did in each language, how far it agrees with people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kuzet.basis.figure import Figure
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.runs import Notes
from kuzet.observatory.write.quality import RELIABILITY
from kuzet.observatory.write.tree import Runs, Strong, Table, Text

_COVERED: Final = ("documents", "sources", "passages", "proposed", "recall")
_AGREED: Final = ("agreed", "compared", "agreement")


def coverage(notes: Notes) -> Table:
    """The cited passages by language, with their documents and sources, and how many the reader had proposed."""
    labels, quality = notes.labels, notes.labels.materials.quality
    rows = [
        (
            _words(labels.code("language", language)),
            *_cells(notes, (quality.figure(name, language) for name in _COVERED)),
        )
        for language in quality.languages
    ]
    if rows:
        total = (Strong(runs=_words(labels.phrases.text("total"))),)
        rows.append((total, *_cells(notes, (quality.figure(name) for name in _COVERED))))
    return Table(
        caption=labels.phrases.text("coverage"),
        head=_head(("language", *_COVERED), labels),
        rows=tuple(rows),
        note=_words(labels.phrases.text("coverage_note")),
    )


def agreement(notes: Notes) -> Table:
    """The questions of the codebook with the codings compared, those that agree, and their percent."""
    labels = notes.labels
    return Table(
        caption=labels.phrases.text("agreement_caption"),
        head=_head(("variable", *_AGREED), labels),
        rows=tuple(
            (_words(labels.asked(variable)), *_cells(notes, figures))
            for variable, figures in labels.materials.quality.agreement()
        ),
    )


def reliability(notes: Notes) -> Table:
    """The questions that people answered twice, with the incidents, the same answers, and alpha with its interval."""
    labels = notes.labels
    rows = ((variable, list(_cells(notes, figures))) for variable, figures in labels.materials.quality.reliability())
    unsaid = _words("–")
    return Table(
        caption=labels.phrases.text("doubled_caption"),
        head=_head(("variable", *RELIABILITY), labels),
        rows=tuple(
            (_words(labels.asked(variable)), *cells, *[unsaid] * (len(RELIABILITY) - len(cells)))
            for variable, cells in rows
        ),
    )


def _head(names: Iterable[str], labels: Labels) -> tuple[Runs, ...]:
    return tuple(_words(labels.phrases.text(name)) for name in names)


def _cells(notes: Notes, figures: Iterable[Figure]) -> tuple[Runs, ...]:
    return tuple((notes.plain(figure),) for figure in figures)


def _words(text: str) -> Runs:
    return (Text(text=text),)
