"""Blocks of incidents, from which large files are made; a later build takes over those whose incidents are the same.

What is made of a block is kept beside the site (`.SITE.blocks`), under the digest of what it was made from, with a
digest of itself in front. It only saves time: without it the next build makes all of it again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

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

Make = Callable[[bytes, Sequence[Incident]], bytes]
"""What is made of some incidents, and of what is given for all of them; a function of a module."""


class Room(NamedTuple):
    """The lines of the site that is built, and the folders of blocks: of this build, and of the last one."""

    lines: Path
    new: Path
    old: Path

    def blocks(self, make: Make, given: bytes = b"") -> list[Path]:
        """The files with what `make` gives for each block, in order; one for no incidents at all."""
        what = f"{look.digest()}\0{make.__module__}.{make.__qualname__}\0".encode() + given
        with self.lines.open("rb") as lines:
            found = [self._block(make, given, what, some) for some in in_batches(lines, BLOCK)]
        return found or [self._block(make, given, what, ())]

    def _block(self, make: Make, given: bytes, what: bytes, lines: Sequence[bytes]) -> Path:
        name = sha256(what + b"\0" + b"".join(lines)).hexdigest()
        path = self.new / name
        if not _taken(self.old / name, path):
            data = make(given, [from_json(line, Incident) for line in lines])
            path.write_bytes(sha256(data).digest() + data)
        return path


def place(target: Path) -> Path:
    """Where the blocks of a site are kept."""
    return target.parent / f".{target.name}.blocks"


def read(path: Path) -> bytes:
    """What was made of a block."""
    return path.read_bytes()[_DIGEST:]


def keep(made: Path, target: Path) -> None:
    """Leave the blocks of a build for the next one."""
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
