"""What a proof tells: each thing that is not as it was kept, and what was proved."""

from __future__ import annotations

from datetime import datetime

from kuzet.basis.errors import BadInput, shorten
from kuzet.basis.word import Word


class Finding(Word):
    """One item that is not as it was kept: where it stands, and what differs."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"

    @classmethod
    def of(cls, error: BadInput) -> Finding:
        """The same as the error says."""
        return cls(where=error.where, what=f"{shorten(error.value)} is not {error.expected}")


class Stamped(Word):
    """A time-stamp that holds."""

    checkpoint: int
    at: datetime
    authority: str
    """SHA-256 of the file with the authority's root certificates."""


class Proved(Word):
    """What stands in an archive or a bundle, counted while it was proved."""

    captures: int = 0
    pictures: int = 0
    objects: int = 0
    lines: int = 0
    sealed: int = 0
    """Lines under the newest checkpoint; those behind it are held by nothing but the chain."""
    checkpoints: int = 0
    sealed_at: datetime | None = None
    stamps: tuple[Stamped, ...] = ()
    keys: tuple[str, ...] = ()
    """Public keys, the oldest first, as 64 hexadecimal digits."""
    unnamed: int = 0
    """Objects that no line names: a writer died before its capture was acknowledged."""
    torn: int = 0
    """Pieces of lines that were moved aside after a power cut."""
    writing: bool = False
    """Whether a process writes to it at this time."""
