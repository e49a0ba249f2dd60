"""The search of an edition in words: its index lies in a file, made once by a process of its own.

    python -m kuzet.web.api.searching INCIDENTS FILE

An index of a million incidents takes minutes to make, and then a few megabytes of memory to ask. Whoever asks first has
it made; until it is there, everybody is told to come back, and no request waits. It is the index of the site: the same
keys, the same hits.
"""

from __future__ import annotations

import fcntl
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from threading import Lock

from kuzet.adapters.batches import in_batches, map_batches
from kuzet.basis.errors import KuzetError, Missing
from kuzet.web.public import look, record
from kuzet.web.seeking import disk
from kuzet.web.seeking.disk import Disk
from kuzet.web.seeking.gathering import BLOCK, Block, Gathered, block


class Making(KuzetError):
    """The index is not there yet."""


class Search:
    """The index of one edition in `folder`, named after the edition's digest and the rules of the search."""

    def __init__(self, incidents: Path, digest: str, folder: Path) -> None:
        self._incidents, self._file = incidents, folder / f"{digest[:16]}-{look.digest()[:16]}.sqlite"
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._disk: Disk | None = None

    def index(self) -> Disk:
        """The index; raises `Making` while it is made, and `Missing` where it could not be."""
        if self._disk is None:
            if not self._file.is_file():
                self._have_it_made()
                raise Making("the index of this edition is being made: ask again in a minute")
            self._disk = Disk(self._file)
        return self._disk

    def _have_it_made(self) -> None:
        """Start the process that makes it, of which every process of a server has one at most.

        Raises `Missing` for one that failed; the next request tries again.
        """
        with self._lock:
            ended = self._process.poll() if self._process else 0
            if ended:
                self._process = None
                raise Missing(f"no search in words here: its index could not be made in {self._file.parent}")
            if ended is not None:
                command = [sys.executable, "-m", __name__, str(self._incidents), str(self._file)]
                self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  (words of ours)


def make(incidents: Path, target: Path) -> None:
    """Make the index of the incidents of a release; where another process makes it, wait for that one."""
    target.parent.mkdir(exist_ok=True)
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if target.is_file():
            return
        half = target.with_suffix(".part")
        half.unlink(missing_ok=True)
        with incidents.open("rb") as lines, tempfile.TemporaryFile(dir=target.parent) as room:
            gathered = Gathered(room)
            for made, number in chain.from_iterable(map_batches(_blocks, _batches(lines))):
                gathered.add(made, number)
            disk.write(half, gathered)
        half.replace(target)


def _batches(lines: Iterator[bytes]) -> Iterator[list[list[bytes]]]:
    return ([some] for some in in_batches(lines, BLOCK))


def _blocks(several: Sequence[Sequence[bytes]]) -> list[tuple[Block, int]]:
    """The keys of lines, as far as everybody may see what they hold; a process of its own may run it."""
    return [(block(record.read(line, "incidents") for line in lines), len(lines)) for lines in several]


if __name__ == "__main__":
    make(*map(Path, sys.argv[1:]))
