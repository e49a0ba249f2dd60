"""What the registry keeps beside the words of the field."""

from __future__ import annotations

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


class Removal(Word):
    """A word that was erased because a law required it: what (`kind` and `subject`), by which law or order.

    What the word said is gone from its row and from its events; that it was there, and who wrote it when, stays.
    """

    kind: str
    subject: str
    ground: str


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
