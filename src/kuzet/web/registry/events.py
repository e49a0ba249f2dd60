"""The paper trail: who changed what, when and why, each event chained to the one before by its hash.

Triggers of the database refuse to change or delete an event (migration 0002). Whoever goes round them is found by
`proof`, which needs nothing but the events and a checkpoint that was kept elsewhere.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from django.db import connection

from kuzet.basis.coding import Coding
from kuzet.basis.dates import check_moment
from kuzet.basis.document import Document
from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.web.registry import canonical
from kuzet.web.registry.canonical import digest
from kuzet.web.registry.inserting import insert
from kuzet.web.registry.models import Event
from kuzet.web.registry.tables import of
from kuzet.web.registry.words import Checkpoint

START: Final = "0" * 64
"""What the first event is chained to."""

SALT: Final = 16
"""Random bytes by which the digest of an event's texts says nothing of them once these are gone."""

_LOCK: Final = 0x6B757A6574  # "kuzet": the one advisory lock of PostgreSQL that writers wait for


_HASHED: Final = 9
"""How many of the columns of an event, from its moment on, its hash is over."""


class Entry(NamedTuple):
    """An event as it is read back: the columns of its row, what its hash is over first."""

    at: datetime
    number: int
    author: str
    verb: str
    kind: str
    subject: str
    version: int
    digest: str
    previous: str
    hash: str
    salt: str
    before: str
    after: str
    reason: str

    @property
    def erased(self) -> bool:
        """Whether its texts are gone; a removal has to tell why."""
        return not self.salt

    def whole(self) -> bool:
        """Whether the hash is that of everything else, and the digest that of the texts, where they are there."""
        told = self[1:_HASHED]
        if hashed(self.at, told) != self.hash:
            return False
        texts = (self.before, self.after, self.reason)
        return not any(texts) if self.erased else sealed(self.salt, texts) == self.digest


class By(NamedTuple):
    """Who makes a change, when and why."""

    author: str
    at: datetime
    reason: str


@dataclass(slots=True)
class Trail:
    """The events of one transaction, chained to those that are there; `write` adds them all at once."""

    by: By
    number: int
    hash: str
    entries: list[Entry] = field(default_factory=list)

    def add(self, word: Word, version: int, before: str) -> None:
        """Note that `word` was written as `version`; `before` is what was recorded of the one before it."""
        table = of(type(word))
        texts, salt = (before, recorded(word), self.by.reason), secrets.token_hex(SALT)
        told = (
            self.number + 1,
            self.by.author,
            "change" if before else "add",
            table.name,
            table.ident(word),
            version,
            sealed(salt, texts),
            self.hash,
        )
        self.number, self.hash = self.number + 1, hashed(self.by.at, told)
        self.entries.append(Entry(self.by.at.astimezone(UTC), *told, self.hash, salt, *texts))

    def write(self) -> None:
        """Add the events to the database."""
        insert(Event, (entry._asdict() for entry in self.entries))


def begin(by: By) -> Trail:
    """The end of the chain, held until the transaction ends: one writer at a time, so that events stand in one line.

    Raises `BadInput` for a change without an author, a reason or a moment with its offset.
    """
    for name, value in (("author", by.author), ("reason", by.reason)):
        if not value.strip():
            raise BadInput(value, "a text that is not empty", f"change, {name}")
    check_moment(by.at, "change, at")
    lock()
    end = checkpoint()
    return Trail(by, end.number, end.hash)


def lock() -> None:
    """Wait until nobody else writes, and let nobody else write until the transaction ends.

    A transaction of SQLite begins with its lock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def checkpoint() -> Checkpoint:
    """Where the chain stands."""
    number, found = Event.objects.order_by("-number").values_list("number", "hash").first() or (0, START)
    return Checkpoint(number=number, hash=found)


def hashed(at: datetime, told: Sequence[object]) -> str:
    """The hash of an event: over its moment in UTC and over everything else that it tells."""
    return canonical.sha256(json.dumps([at.astimezone(UTC).isoformat(), *told], separators=(",", ":")))


def sealed(salt: str, texts: Sequence[str]) -> str:
    """The digest of an event's texts: what its hash holds in their place."""
    return canonical.sha256(json.dumps([salt, *texts], separators=(",", ":")))


def recorded(word: Word) -> str:
    """What an event tells of a word: its JSON with keys in order; a text and a coding by their SHA-256.

    Both are kept once and never change; the incident of an hour ago need not hold them again.
    """
    told = canonical.data(word)
    if isinstance(word, Document):
        told["text"] = canonical.sha256(word.text)
    name = of(type(word)).codings
    if name:
        told[name] = _digests(getattr(word, name))
    return canonical.text(told)


def _digests(held: Coding | Sequence[Coding] | None) -> Any:  # noqa: ANN401  (JSON)
    if isinstance(held, Coding):
        return digest(held)
    return [digest(coding) for coding in held or ()]
