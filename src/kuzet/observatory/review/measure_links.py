"""How well groups agree with golden events: B-cubed, over documents (Bagga and Baldwin 1998).

A golden row is a mapping with `id` and `incidents`, each with its `event`; a document may report several events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Row = Mapping[str, Any]
Together = Mapping[str, set[str]]


class Score(NamedTuple):
    """Between 0 and 1 each."""

    precision: float
    recall: float
    f1: float


def truth(rows: Iterable[Row]) -> Together:
    """For each document those that report one of its events, itself too; one without an event stands alone."""
    rows = list(rows)
    events: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for incident in row["incidents"]:
            events[incident["event"]].add(row["id"])
    return {row["id"]: {row["id"]}.union(*(events[one["event"]] for one in row["incidents"])) for row in rows}


def documents(groups: Iterable[Iterable[str]]) -> list[list[str]]:
    """Groups of candidates as groups of their documents."""
    return [sorted({ident.rpartition("#")[0] for ident in group}) for group in groups]


def b_cubed(true: Together, groups: Iterable[Sequence[str]]) -> Score:
    """The score of groups of documents; a document in no group stands alone, one not in `true` counts nowhere."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for ident in group:
            found[ident].update(group)
    precision = recall = 0.0
    for ident, own in true.items():
        mine = {other for other in found[ident] | {ident} if other in true}
        precision += len(mine & own) / len(mine)
        recall += len(mine & own) / len(own)
    precision, recall = precision / len(true), recall / len(true)
    return Score(round(precision, 3), round(recall, 3), round(2 * precision * recall / (precision + recall), 3))
