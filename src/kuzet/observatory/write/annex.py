"""The annex of figures: what each note number of the text leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kuzet.basis.word import Word
from kuzet.observatory.write import tree

LIMIT: Final = 500
"""So many incident ids are listed under one figure, about a page of print. The release holds all of them."""


class Basis(Word):
    """The incidents that one side of a figure rests on: their ids, or the number of the note that lists the same.

    `left` is the number of ids that are left out because of `LIMIT`.
    """

    ids: tuple[str, ...] = ()
    same: int = 0
    left: int = 0


class Entry(Word):
    """One note: the figure as first used, the incidents counted, and the whole that a share is taken of."""

    number: int
    text: str
    question: str
    counted: Basis
    whole: Basis
    published: tuple[str, ...]
    remark: str


def entries(report: tree.Report) -> tuple[Entry, ...]:
    """One entry for each note of the report."""
    return listed(tree.notes(report))


def listed(notes: Iterable[tree.FigureRun]) -> tuple[Entry, ...]:
    """One entry for each note; a list of ids is written out once and then referred to."""
    seen: dict[tuple[str, ...], int] = {}
    return tuple(_entry(run, seen) for run in notes)


def told(ids: Sequence[str]) -> str:
    """Ids in the order given, runs of successors drawn together and the common prefix said once.

    >>> told(["KZ-2024-0001", "KZ-2024-0002", "KZ-2024-0003", "KZ-2024-0007"])
    'KZ-2024-0001–0003, 0007'
    """
    parts: list[str] = []
    before = ""
    for first, last in _spans(ids):
        prefix, start = _split(first)
        parts.append((start if prefix == before else first) + (f"–{_split(last)[1]}" if last != first else ""))
        before = prefix
    return ", ".join(parts)


def _entry(run: tree.FigureRun, seen: dict[tuple[str, ...], int]) -> Entry:
    return Entry(
        number=run.number,
        text=run.text,
        question=run.question,
        counted=_basis(run.figure.incidents, run.number, seen),
        whole=_basis(run.figure.whole, run.number, seen),
        published=run.figure.published,
        remark=run.figure.note,
    )


def _basis(ids: tuple[str, ...], number: int, seen: dict[tuple[str, ...], int]) -> Basis:
    if not ids:
        return Basis()
    before = seen.setdefault(ids, number)
    if before != number:
        return Basis(same=before)
    return Basis(ids=ids[:LIMIT], left=max(0, len(ids) - LIMIT))


def _spans(ids: Sequence[str]) -> list[tuple[str, str]]:
    spans: list[tuple[str, str]] = []
    for one in ids:
        if spans and _follows(spans[-1][1], one):
            spans[-1] = (spans[-1][0], one)
        else:
            spans.append((one, one))
    return spans


def _follows(before: str, after: str) -> bool:
    (prefix, number), (other, next_) = _split(before), _split(after)
    return bool(number and next_) and prefix == other and int(next_) == int(number) + 1


def _split(one: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.*?)(\d*)", one, re.DOTALL)
    return (match[1], match[2]) if match else (one, "")
