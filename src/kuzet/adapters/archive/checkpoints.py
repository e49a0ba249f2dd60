"""Checkpoints: how long the chain was at a time and where it stood, signed. They form a chain of their own.

A checkpoint that is kept elsewhere (mailed to a partner, printed) shows later whether the archive was cut, replaced by
an older copy or written anew: none of which a chain shows by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from kuzet.adapters.archive import keys, notes
from kuzet.adapters.archive.layout import Layout, put
from kuzet.adapters.archive.lines import START, Head
from kuzet.basis.word import Word

SUFFIX: Final = ".checkpoint"


class StampNamed(Word):
    """A time-stamp that a checkpoint has seen: later changes of its file are found."""

    file: str
    sha256: str


class Checkpoint(Word):
    """Where the chain stood."""

    number: int
    """From 1."""
    lines: int
    """Of `captures.jsonl`."""
    bytes: int
    """Of the same."""
    chain: str
    """After the last of these lines."""
    at: datetime
    """UTC, by the clock of the machine that signed."""
    key: int
    """The number of the key that signed."""
    before: str = START
    """SHA-256 of the checkpoint before, zeros for the first."""
    stamps: tuple[StampNamed, ...] = ()
    """Time-stamps that came since the checkpoint before."""


def path_of(folder: Path, number: int) -> Path:
    """The file of a checkpoint."""
    return folder / f"{number:06}{SUFFIX}"


def paths(folder: Path) -> Iterator[Path]:
    """The files of the checkpoints in their order, up to the first number that is not there."""
    number = 1
    while (path := path_of(folder, number)).exists():
        yield path
        number += 1


def newest(layout: Layout) -> tuple[Checkpoint, bytes] | None:
    """The newest checkpoint with its bytes, its signature checked; none where there is none."""
    last = max(paths(layout.checkpoints), default=None)
    return _checked(layout, last) if last else None


def sealed(layout: Layout, most: int | None = None) -> Head:
    """Where the newest checkpoint over at most so many lines says that the chain stood; without one, its start."""
    for path in sorted(paths(layout.checkpoints), reverse=True):
        found, _ = _checked(layout, path)
        if most is None or found.lines <= most:
            return Head(found.lines, found.bytes, found.chain)
    return Head()


def add(layout: Layout, head: Head, now: datetime) -> Checkpoint:
    """Sign where the chain stands. Where nothing was added since the newest checkpoint of the same key, it is given."""
    before, known = newest(layout), keys.last(layout)
    if before and known and (before[0].lines, before[0].key) == (head.number, known.number):
        return before[0]
    signer = keys.signer(layout, now)
    number = before[0].number + 1 if before else 1
    made = Checkpoint(
        number=number,
        lines=head.number,
        bytes=head.size,
        chain=head.chain,
        at=now,
        key=signer.number,
        before=sha256(before[1]).hexdigest() if before else START,
        stamps=tuple(_new_stamps(layout)),
    )
    put(layout.room, path_of(layout.checkpoints, number), notes.signed(made, signer.key))
    return made


def _checked(layout: Layout, path: Path) -> tuple[Checkpoint, bytes]:
    """A checkpoint with its bytes; raises `BadInput` unless a key of the archive signed it."""
    data, where = notes.load(path), f"checkpoints/{path.name}"
    found = notes.read(data, Checkpoint, where)
    public = {note.number: note.public for note in keys.introduced(layout.keys)}
    notes.check(data, public.get(found.key, ""), where)
    return found, data


def _new_stamps(layout: Layout) -> Iterator[StampNamed]:
    """The time-stamps that no checkpoint names yet."""
    named = {
        stamp.file
        for path in paths(layout.checkpoints)
        for stamp in notes.read(notes.load(path), Checkpoint, path.name).stamps
    }
    for path in sorted(layout.checkpoints.glob("*.tsr")):
        if path.name not in named:
            yield StampNamed(file=path.name, sha256=sha256(path.read_bytes()).hexdigest())
