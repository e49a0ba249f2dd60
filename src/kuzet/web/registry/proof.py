"""Finds what was done behind the registry's back: in its events, and in its rows beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kuzet.basis.coding import Coding
from kuzet.basis.errors import KuzetError, shorten
from kuzet.basis.word import Word
from kuzet.web.registry import models, store
from kuzet.web.registry.canonical import digest, sha256
from kuzet.web.registry.events import START, Entry, recorded
from kuzet.web.registry.models import Event
from kuzet.web.registry.tables import TABLES, Table
from kuzet.web.registry.words import Checkpoint, Finding

BATCH: Final = 2000
"""Events that are read at a time."""

NEAR: Final = 50
"""How many places to both sides an event that was moved is looked for."""


def findings(checkpoints: Iterable[Checkpoint] = ()) -> Iterator[Finding]:
    """Everything that differs: in the chain of events, from the checkpoints that were kept, and in the rows."""
    yield from chain()
    for checkpoint in checkpoints:
        yield from _kept(checkpoint)
    yield from _rows()


def chain() -> Iterator[Finding]:
    """What is wrong in the line of events: each has its number, its own hash, and that of the event before it."""
    number, previous, removed = 0, START, removals()
    for row in Event.objects.order_by("number").values_list(*Entry._fields).iterator(BATCH):
        event = Entry._make(row)
        if event.number != number + 1:
            yield Finding(where=_span(number + 1, event.number - 1), what="missing: deleted from the chain")
        elif event.previous != previous:
            yield Finding(where=_named(event), what=f"does not follow event {number}")
        if not event.whole():
            yield Finding(where=_named(event), what=f"changed: its hash is another one{_moved(event)}")
        elif event.erased and f"{event.kind} {event.subject}" not in removed:
            yield Finding(where=_named(event), what="its texts were erased, and no removal tells why")
        number, previous = event.number, event.hash


def removals() -> frozenset[str]:
    """The kinds and ids of the words that were erased because a law required it."""
    return frozenset(models.Removal.objects.values_list("ident", flat=True))


def _span(first: int, last: int) -> str:
    return f"event {first}" if first == last else f"events {first} to {last}"


def _named(event: Entry) -> str:
    return f"event {event.number} ({event.verb} {event.kind} {shorten(event.subject)})"


def _moved(event: Entry) -> str:
    """Where an event stood, when another number near makes it whole."""
    for place in range(max(1, event.number - NEAR), event.number + NEAR + 1):
        if event._replace(number=place).whole():
            return f"; it stood as event {place}"
    return ""


def _kept(checkpoint: Checkpoint) -> Iterator[Finding]:
    where = f"checkpoint of event {checkpoint.number}"
    found = Event.objects.filter(number=checkpoint.number).values_list("hash", flat=True).first()
    if found is None and checkpoint.number:
        newest = Event.objects.order_by("-number").values_list("number", flat=True).first() or 0
        yield Finding(where=where, what=f"the chain ends at event {newest}: it was cut off, or is an older copy")
    elif found not in (None, checkpoint.hash):
        yield Finding(where=where, what="another event stands there: the chain was written anew")


def _rows() -> Iterator[Finding]:
    """Each word is what its latest event recorded."""
    told, removed = _latest(), removals()
    for table in TABLES:
        differs = _coding_differs if table.kind is Coding else _differs
        for row, word in store.read(table.kind):
            latest = told.pop((table.name, row.ident), None)
            if f"{table.name} {row.ident}" in removed:
                yield Finding(where=f"{table.name} {shorten(row.ident)}", what="is there, although it was removed")
                continue
            for what in differs(table, row, word, latest):
                yield Finding(where=f"{table.name} {shorten(row.ident)}", what=what)
    for name, ident in told:
        if f"{name} {ident}" in removed:
            continue
        yield Finding(where=f"{name} {shorten(ident)}", what="not there, although an event tells of it")


def _latest() -> dict[tuple[str, str], tuple[int, str]]:
    """Version and SHA-256 of what the latest event recorded of each word."""
    events = Event.objects.order_by("number").values_list("kind", "subject", "version", "after")
    return {(kind, subject): (version, sha256(after)) for kind, subject, version, after in events.iterator(BATCH)}


def _differs(table: Table, row: Any, word: Word | KuzetError, told: tuple[int, str] | None) -> Iterator[str]:  # noqa: ANN401
    if told is None:
        yield "no event tells of it"
    elif isinstance(word, KuzetError):
        yield f"cannot be read: {word}"
    elif sha256(recorded(word)) != told[1]:
        yield "changed: not what its latest event recorded"
    elif row.version != told[0]:
        yield f"changed: its latest event made it version {told[0]}, not {row.version}"
    elif any(getattr(row, name) != make(word) for name, make in table.derived.items()):
        yield f"changed: {', '.join(table.derived)} do not follow from it"


def _coding_differs(_: Table, row: Any, coding: Word | KuzetError, __: tuple[int, str] | None) -> Iterator[str]:  # noqa: ANN401
    """A coding is named by its digest; one that came with an incident or decision has no event of its own."""
    if not isinstance(coding, Coding) or digest(coding) != row.ident:
        yield "changed: its id is the SHA-256 of other answers"
