"""The table of sums: each kind of penalty that is paid in money, imposed and asked for, with the sum converted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.basis.errors import Missing
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.runs import Notes
from kuzet.observatory.write.numbers_port import Where
from kuzet.observatory.write.sums import STATES
from kuzet.observatory.write.tree import Runs, Table, Text

CONVERTED: Final = "USD"
"""The currency that readers abroad know best."""


def sums(where: Where, notes: Notes) -> Table:
    """A row for each kind of penalty and state of which a sum is known; none where no sum is."""
    labels = notes.labels
    head = (labels.field("penalty"), *(labels.phrases.text(name) for name in ("sums_stated", "sum", "sum_converted")))
    return Table(
        caption=labels.phrases.text("sums"),
        head=tuple(_words(cell) for cell in head),
        rows=tuple(
            row for state in STATES for kind in _kinds(where, labels) for row in _rows(state, kind, where, notes)
        ),
    )


def _kinds(where: Where, labels: Labels) -> Iterator[str]:
    """The kinds of penalty that are paid in money, in the order of the codebook."""
    asked = where.get("penalty", ())
    for code, row in labels.materials.codebook.table("penalty_kinds").items():
        if row.extra["unit"] == "money" and (not asked or code in asked):
            yield code


def _rows(state: str, kind: str, where: Where, notes: Notes) -> Iterator[tuple[Runs, ...]]:
    labels, found = notes.labels, notes.labels.materials.sums
    narrowed = {**where, "penalty": (kind,)}
    stated = found.stated(state, narrowed)
    if stated.numerator:
        mark = f" ({labels.phrases.text('requested')})" if state == "asked" else ""
        yield (
            _words(labels.code("penalty", kind) + mark),
            (notes.plain(stated),),
            (notes.plain(found.total(state, narrowed)),),
            _converted(state, narrowed, notes),
        )


def _converted(state: str, where: Where, notes: Notes) -> Runs:
    try:
        return (notes.plain(notes.labels.materials.sums.total(state, where, CONVERTED)),)
    except Missing:
        return _words(notes.labels.phrases.text("not_known"))


def _words(text: str) -> Runs:
    return (Text(text=text),)
