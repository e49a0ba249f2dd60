"""Proof of the lines: each has its content's hash, follows the line before it, and its object is there as it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kuzet.adapters.archive.checkpoints import Checkpoint
from kuzet.adapters.archive.findings import Finding
from kuzet.adapters.archive.layout import object_path
from kuzet.adapters.archive.lines import START, Entry, Line, chained, parsed
from kuzet.adapters.archive.objects import held
from kuzet.basis.errors import BadInput

Head = tuple[str, Checkpoint]
"""A checkpoint with the name that it is told under."""


@dataclass(slots=True)
class Chain:
    """The chain of a whole archive, read line by line against its checkpoints.

    After a line that does not hold, reading goes on from what that line says, so that one change is told once.
    """

    heads: list[Head]
    """In the order of their lines."""
    position: int = 0
    """Of the line in the file, from 1."""
    number: int = 0
    """What the last line says of itself."""
    size: int = 0
    whole: bool = True
    follow: frozenset[str] = frozenset({START})
    """The chains that the next line may name as the one before it; empty after a line without form."""
    entry: Entry | None = None
    """What the last line says, none where it does not hold."""

    def step(self, data: bytes) -> Iterator[Finding]:
        """What is wrong with the next line of the file."""
        self.position, self.size = self.position + 1, self.size + len(data)
        line = parsed(data, self.position)
        found = sha256(line.content).hexdigest() if line else ""
        self.entry = _entry(line) if line and found == line.hash else None
        if line is None:
            yield self._wrong("has not the form of a line")
            self.number, self.follow = self.number + 1, frozenset()
            return
        if found != line.hash:
            yield self._wrong(f"its content has the SHA-256 {found}, the line says {line.hash}")
        elif self.entry is None:
            yield self._wrong("tells of neither a capture nor a picture")
        follows = not self.follow or line.before in self.follow
        if not follows:
            yield self._wrong("does not follow the line before it: one was removed, put in, changed or moved here")
        yield from self._count()
        befores = {line.before} if follows else {line.before, *self.follow}
        self.follow = frozenset(chained(before, own) for before in befores for own in {line.hash, found})
        yield from self._heads(line)

    def end(self) -> Iterator[Finding]:
        """What the checkpoints name and the file does not hold."""
        for name, head in self.heads:
            if head.lines <= self.number:
                continue
            why = (
                f"holds {self.number} lines; there are {head.lines} in {name}: its end was cut, or it is an older copy"
            )
            yield Finding(where="captures.jsonl", what=why)

    def _count(self) -> Iterator[Finding]:
        said = self.entry.number if self.entry else self.number + 1
        if said != self.number + 1:
            yield self._wrong(f"says that it is line {said}; line {self.number + 1} is expected")
        self.number = said

    def _heads(self, line: Line) -> Iterator[Finding]:
        while self.heads and self.heads[0][1].lines <= self.number:
            name, head = self.heads.pop(0)
            if head.lines != self.number:
                continue
            if head.chain not in {line.chain, *self.follow}:
                yield Finding(where=name, what=f"the chain is another one at line {self.number}: {line.chain}")
            elif self.whole and head.bytes != self.size:
                yield Finding(where=name, what=f"says {head.bytes} bytes up to line {head.lines}; they are {self.size}")

    def _wrong(self, what: str) -> Finding:
        self.whole = False
        return Finding(where=f"captures.jsonl, line {self.position}", what=what)


def entry_of(data: bytes, position: int) -> Entry | None:
    """What a line says, none where its content has not the hash that it says."""
    line = parsed(data, position)
    return _entry(line) if line and line.holds else None


def proved_object(objects: Path, entry: Entry, where: str) -> Iterator[Finding]:
    """Whether the object of a line is there, is the very file that the line names, and holds the bytes it says."""
    path = object_path(objects, entry.sha256)
    name = f"objects/{path.relative_to(objects).as_posix()}"
    if not path.is_file():
        yield Finding(where=where, what=f"its object {name} is not there")
        return
    data = path.read_bytes()
    found = sha256(data).hexdigest()
    if found != entry.file:
        yield Finding(
            where=where, what=f"its object {name} is another file: SHA-256 {found}, the line says {entry.file}"
        )
    try:
        size = len(held(data, entry.sha256, name))
    except BadInput as error:
        yield Finding.of(error)
        return
    if size != entry.held.size:
        yield Finding(where=where, what=f"says {entry.held.size} bytes; its object {name} holds {size}")


def _entry(line: Line) -> Entry | None:
    try:
        return line.entry("")
    except BadInput:
        return None
