"""Blocks of incidents, from which large files are made; a later build takes over those whose incidents are the same.

What is made of a block is kept beside the site (`.SITE.blocks`), under the digest of what it was made from, with a
digest of itself in front. It only saves time: without it the next build makes all of it again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from kuzet.adapters.batches import in_batches
from kuzet.basis.incident import Incident
from kuzet.basis.word import from_json
from kuzet.web.public import look

LINES: Final = "data/incidents.jsonl"
"""The incidents as everybody may see them, one a line: the file of the open data from which the others are made."""

BLOCK: Final = 1000
"""Incidents of a block."""

_DIGEST: Final = 32
"""Bytes of the digest in front."""

Made = Mapping[str, bytes]
"""What is made of a block, under names."""

Make = Callable[[bytes, Sequence[Incident]], Made]
"""Makes it from some incidents, and from what is given for all blocks; a function of a module."""


class Room(NamedTuple):
    """The lines of the site that is built, and the folders of blocks: of this build, and of the last one."""

    lines: Path
    new: Path
    old: Path

    def blocks(self, make: Make, given: bytes = b"") -> list[Path]:
        """The files with what `make` gives for each block, in order; one for no incidents at all."""
        what = f"{make.__module__}.{make.__qualname__}\0".encode() + given
        with self.lines.open("rb") as lines:
            found = [self._block(make, given, what, some) for some in in_batches(lines, BLOCK)]
        return found or [self._block(make, given, what, ())]

    def _block(self, make: Make, given: bytes, what: bytes, lines: Sequence[bytes]) -> Path:
        inputs = what + b"\0" + b"".join(lines)
        return self.kept(inputs, lambda: make(given, [from_json(line, Incident) for line in lines]))

    def kept(self, inputs: bytes, make: Callable[[], Made]) -> Path:
        """The file with what `make` gives, which follows from `inputs`; that of the last build where there is one."""
        path = self.new / sha256(look.digest().encode() + inputs).hexdigest()
        if not _taken(self.old / path.name, path):
            path.write_bytes(_written(make()))
        return path


def place(target: Path) -> Path:
    """Where the blocks of a site are kept."""
    return target.parent / f".{target.name}.blocks"


def read(path: Path, name: str) -> bytes:
    """What was made under a name; the rest of the file is passed over."""
    with path.open("rb") as file:
        file.seek(_DIGEST)
        index = msgspec.json.decode(file.readline(), type=dict[str, int])
        for other, size in index.items():
            if other == name:
                return file.read(size)
            file.seek(size, os.SEEK_CUR)
    raise KeyError(name)


def _written(made: Made) -> bytes:
    """A line with the names and the size of what stands under each, then all of it; a digest in front."""
    index = msgspec.json.encode({name: len(data) for name, data in made.items()})
    data = b"".join((index, b"\n", *made.values()))
    return sha256(data).digest() + data


def keep(made: Path, target: Path) -> None:
    """Leave the blocks of a build for the next one; what it took over whole has those of the last one still."""
    for old in place(target).glob("*"):
        if not (made / old.name).exists():
            old.rename(made / old.name)
    shutil.rmtree(place(target), ignore_errors=True)
    made.rename(place(target))


def _taken(old: Path, new: Path) -> bool:
    """Whether the block is there as the last build left it; it is then a block of this one too."""
    try:
        data = old.read_bytes()
    except OSError:
        return False
    if sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return False
    if not new.exists():
        os.link(old, new)
    return True
