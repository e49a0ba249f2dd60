"""Cross-tables for a terminal and for a program."""

from __future__ import annotations

from typing import Any

from kuzet.basis.codebook import Codebook
from kuzet.basis.fields import FIELDS
from kuzet.basis.figure import Figure
from kuzet.basis.word import Word, to_data
from kuzet.observatory.tally.crosses import Cross


class Rows(Word):
    """A plain table: heads and cells as text, the last row the total where cells do not overlap."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def long(cross: Cross, codebook: Codebook, language: str) -> Rows:
    """One row a cell: a label for each field, then the number."""
    rows = [
        (*(label(codebook, name, code, language) for name, code in zip(cross.by, key, strict=True)), str(number))
        for key, number in cross.rows()
    ]
    return Rows(head=(*cross.by, "incidents"), rows=(*rows, *_total(cross)))


def square(cross: Cross, codebook: Codebook, language: str) -> Rows:
    """Two fields as lines and columns, with sums where cells do not overlap."""
    down, across = cross.by
    columns = cross.axis(across)
    body = [[cross.number((line, column)) for column in columns] for line in cross.axis(down)]
    names = [label(codebook, down, line, language) for line in cross.axis(down)]
    head = (down, *(label(codebook, across, column, language) for column in columns))
    if cross.overlaps:
        rows = ((name, *map(str, numbers)) for name, numbers in zip(names, body, strict=True))
        return Rows(head=head, rows=tuple(rows))
    sums = [sum(column) for column in zip(*body, strict=True)]
    lines = zip([*names, "total"], [*body, sums], strict=True)
    return Rows(
        head=(*head, "total"),
        rows=tuple((name, *map(str, numbers), str(sum(numbers))) for name, numbers in lines),
    )


def data(cross: Cross) -> dict[str, Any]:
    """The table for a program: every cell with its codes, its number and the ids behind it."""
    cells = [
        dict(zip(cross.by, key, strict=True)) | {"incidents": figure.numerator, "ids": list(figure.incidents)}
        for key, figure in cross.cells
    ]
    return {"by": list(cross.by), "where": to_data(cross.filters), "total": cross.total, "cells": cells}


def one(figure: Figure) -> dict[str, Any]:
    """A single figure for a program, with the ids behind it."""
    return {
        "value": float(figure.value),
        "exact": str(figure.value),
        "unit": figure.unit.value,
        "ids": list(figure.incidents),
        "whole": list(figure.whole),
        "published": list(figure.published),
        "note": figure.note,
        "release": figure.release,
        "question": to_data(figure.question),
    }


def label(codebook: Codebook, name: str, code: str, language: str) -> str:
    """The codebook's label of a code, the code itself where the codebook has none."""
    table = FIELDS[name].table
    known = codebook.table(table) if table else {}
    return known[code].label.best(language) if code in known else code


def _total(cross: Cross) -> tuple[tuple[str, ...], ...]:
    blank = ("",) * (len(cross.by) - 1)
    return () if cross.overlaps else (("total", *blank, str(cross.total)),)
