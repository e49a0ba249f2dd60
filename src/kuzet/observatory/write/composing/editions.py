"""What an edition changes against an earlier one: numbers of a year told otherwise, incidents added or coded anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kuzet.language.values import form
from kuzet.observatory.write import annex
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.runs import Notes, filtered
from kuzet.observatory.write.composing.values import compared
from kuzet.observatory.write.numbers_port import Restated
from kuzet.observatory.write.tree import Runs, Strong, Table, Text

_HEAD = ("year", "counted", "as_published", "now", "difference")


def told(notes: Notes) -> Sequence[Runs]:
    """One sentence a year whose whole number is told otherwise now."""
    return [_sentence(one, notes) for one in compared(notes.labels).restated if not one.now.question.where]


def _sentence(one: Restated, notes: Notes) -> Runs:
    parts = re.split(
        r"(\{before\}|\{now\})", notes.labels.phrases.text("restated_year").replace("{year}", str(one.year))
    )
    figures = {"{before}": one.before, "{now}": one.now}
    return tuple(notes.plain(figures[part]) if part in figures else Text(text=part) for part in parts if part)


def restated(notes: Notes) -> Table:
    """One row a number: the year, what is counted, both numbers with their notes, and by how much they differ."""
    labels = notes.labels
    return Table(
        caption=labels.phrases.text("restated").replace("{}", compared(labels).before),
        head=tuple(_words(labels.phrases.text(name)) for name in _HEAD),
        rows=tuple(_row(one, notes) for one in compared(labels).restated),
    )


def _row(one: Restated, notes: Notes) -> tuple[Runs, ...]:
    counted = filtered(one.now.question.where, notes.labels) or notes.labels.phrases.text("all_incidents")
    more = one.now.numerator - one.before.numerator
    sign = "+" if more > 0 else "−"
    return (
        _words(str(one.year)),
        _words(counted),
        (notes.plain(one.before),),
        (notes.plain(one.now),),
        _words(sign + form.number(abs(more), notes.labels.language)),
    )


def corrections(notes: Notes) -> Sequence[Runs]:
    """The incidents that were added, those that were withdrawn, and the fields of each that is coded otherwise."""
    labels, found = notes.labels, compared(notes.labels)
    return tuple(
        chain(
            _ids("added", found.added, labels),
            _ids("withdrawn", found.withdrawn, labels),
            (_changed(one.id, one.fields, labels) for one in found.changed),
        )
    )


def _ids(name: str, ids: Sequence[str], labels: Labels) -> Iterator[Runs]:
    if ids:
        yield (Strong(runs=_words(labels.phrases.text(name))), Text(text=f": {annex.told(ids)}"))


def _changed(ident: str, fields: Sequence[str], labels: Labels) -> Runs:
    names = form.listing([labels.field(name).lower() for name in fields], labels.language)
    return (Strong(runs=_words(ident)), Text(text=f": {labels.phrases.text('coded_anew')}: {names}"))


def _words(text: str) -> Runs:
    return (Text(text=text),)
