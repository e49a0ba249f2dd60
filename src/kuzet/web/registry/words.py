"""What the registry keeps beside the words of the field."""

from __future__ import annotations

from datetime import datetime

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.web.registry.roles import Role


class Redirect(Word):
    """A retired incident id (`id`) leads to another one; with `into` empty the incident stands again."""

    id: str
    into: str


class Adopted(Word):
    """A codebook version (`id`) that this registry codes by; the one adopted last checks new codes."""

    id: str


class Account(Word):
    """Who has which role; `id` is the name of the account. One that is not `active` cannot log in."""

    id: str
    role: Role
    active: bool = True
    factors_forgotten: datetime | None = None
    """When its authenticator, passkeys and recovery codes were taken off last, because they were lost."""


class Removal(Word):
    """A word that was erased because a law required it: what (`kind` and `subject`), by which law or order.

    What the word said is gone from its row and from its events; that it was there, and who wrote it when, stays.
    """

    kind: str
    subject: str
    ground: str


class Reveal(Word):
    """Somebody looked at a field that is closed to them by default: which one of which incident, and for which reason.

    `id` is one of its own; never changes.
    """

    id: str
    at: datetime
    author: str
    incident: str
    path: str
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise BadInput(self.reason, "a reason", f"reveal of {self.path} of {self.incident}")


class Sealed(Word):
    """A note on an incident that only administrators open; `box` is its text, locked with a key outside the database.

    Never changes.
    """

    id: str
    at: datetime
    author: str
    incident: str
    box: str


class Import(Word):
    """A register brought in from a spreadsheet, `id` as `I-0123456789ab`; its decisions are named `<id>-<row>`.

    `columns` gives the field of each column; `fingerprint` is the kind of the file, by its headers. `state` is
    `begun`, `done` or `undone`; the counts are those of rows: new incidents, changed ones, further reports of one that
    was there, and rows that were left out.
    """

    id: str
    at: datetime
    author: str
    file: str
    sha256: str
    sheet: str
    fingerprint: str
    columns: tuple[str, ...]
    reason: str
    added: int = 0
    changed: int = 0
    attached: int = 0
    left: int = 0
    state: str = "begun"


class Sampling(Word):
    """Which incidents are coded a second time, blindly: `drawn` by a plan of this size and seed. Never changes."""

    id: str
    at: datetime
    author: str
    size: str
    seed: str
    drawn: tuple[str, ...]


class Checkpoint(Word):
    """How many events there were, and the hash of the newest one: kept elsewhere, it shows what was cut off."""

    number: int
    hash: str


class Finding(Word):
    """One thing that is not as it was written: where it stands, and what differs."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
