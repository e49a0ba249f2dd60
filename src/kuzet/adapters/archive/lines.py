"""The lines of `captures.jsonl`: each names the whole chain before it and the hash of its own content.

    {"before":"<64 hexadecimal digits>","hash":"<64 hexadecimal digits>","number":7, ...}

`hash` is the SHA-256 of what follows `"hash":"...",` up to and with the end of the line. The chain at a line is the
SHA-256 of `before` and `hash` written one behind the other (128 characters); the next line carries it as its `before`.
So a line can be proved to stand under a later checkpoint from the hashes of the lines in between, whose content is not
needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word, from_json, to_json
from kuzet.observatory.collect.ports import Capture

START: Final = "0" * 64
"""The chain before the first line."""

LONGEST: Final = 1 << 20
"""Bytes of a line; what is longer is no line of ours (the fetcher caps headers far below)."""

_HEAD: Final = re.compile(rb'\{"before":"([0-9a-f]{64})","hash":"([0-9a-f]{64})",')
_HEAD_SIZE: Final = 151


class Picture(Word):
    """A full-page picture of an archived page, drawn from the archive alone."""

    of: str
    """Id of the capture that it shows."""
    at: datetime
    """UTC, when it was drawn."""
    sha256: str
    """Of the PNG file."""
    size: int
    """Bytes of the PNG file."""
    by: str
    """The browser and its version."""


class Entry(Word):
    """What one line says, but for its place in the chain: exactly one of a capture and a picture."""

    number: int
    """Of the line, from 1."""
    file: str
    """SHA-256 of the WARC file that holds the bytes."""
    capture: Capture | None = None
    picture: Picture | None = None

    def __post_init__(self) -> None:
        if (self.capture is None) == (self.picture is None):
            raise BadInput(self.number, "a line with either a capture or a picture", "line")
        if self.capture is not None and self.capture.id != f"c-{self.number}":
            raise BadInput(self.capture.id, f"c-{self.number}, the id that belongs to its line", "line")

    @property
    def sha256(self) -> str:
        """Of the kept bytes."""
        return self.held.sha256

    @property
    def held(self) -> Capture | Picture:
        """The one of both that the line holds."""
        held = self.capture or self.picture
        if held is None:
            raise BadInput(self.number, "a line with either a capture or a picture", "line")
        return held


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain stands after so many lines and bytes."""

    number: int = 0
    size: int = 0
    chain: str = START


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands, with what it claims; `hash` holds when `holds`."""

    number: int
    before: str
    hash: str
    content: bytes

    @property
    def holds(self) -> bool:
        """Whether the content has the hash that the line says."""
        return sha256(self.content).hexdigest() == self.hash

    @property
    def chain(self) -> str:
        """The chain up to and with this line, as it claims."""
        return chained(self.before, self.hash)

    def entry(self, where: str) -> Entry:
        """What the line says; raises `BadInput` for content that is no entry."""
        return from_json(b"{" + self.content, Entry, where)


_BEGIN: Final = Head()


def chained(before: str, content_hash: str) -> str:
    """The chain after one more line."""
    return sha256(f"{before}{content_hash}".encode()).hexdigest()


def written(entry: Entry, before: str) -> tuple[bytes, str]:
    """The line of an entry, and the chain after it."""
    content = to_json(entry)[1:].encode() + b"\n"
    own = sha256(content).hexdigest()
    return f'{{"before":"{before}","hash":"{own}",'.encode() + content, chained(before, own)


def parsed(data: bytes, number: int) -> Line | None:
    """The line in `data`, or none where it has not the form of one."""
    head = _HEAD.match(data)
    if head is None or not data.endswith(b"\n"):
        return None
    return Line(number, head[1].decode(), head[2].decode(), data[_HEAD_SIZE:])


def raw(file: BinaryIO, end: int) -> Iterator[bytes]:
    """The lines of a file up to byte `end`, without reading more of it than one longest line at a time."""
    while (left := end - file.tell()) > 0 and (data := file.readline(min(left, LONGEST))):
        yield data


def entries(path: Path, end: int | None = None, begin: Head = _BEGIN) -> Iterator[tuple[Line, Entry]]:
    """The lines behind `begin` in their order; raises `BadInput` naming the first that the chain does not hold."""
    if not path.exists():
        return
    with path.open("rb") as file:
        file.seek(begin.size)
        before = begin.chain
        for number, data in enumerate(raw(file, path.stat().st_size if end is None else end), begin.number + 1):
            line, where = parsed(data, number), f"{path.name}, line {number}"
            if line is None or not line.holds or line.before != before:
                raise BadInput(data[:20], "the next line of the chain (`kuzet verify` tells more)", where)
            before = line.chain
            entry = line.entry(where)
            if entry.number != number:
                raise BadInput(entry.number, f"{number}, the number of its line", where)
            yield line, entry
