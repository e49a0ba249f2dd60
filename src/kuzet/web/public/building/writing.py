"""The files of a site on disk: entries written, works done by all processors where the last build did not do them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from kuzet.adapters.batches import beside, map_batches
from kuzet.basis.errors import BadInput
from kuzet.web.public import look, rendering
from kuzet.web.public.blocks import LINES, Room
from kuzet.web.public.building import tree
from kuzet.web.public.building.ledger import Ledger, Written
from kuzet.web.public.building.manifest import SEALS
from kuzet.web.public.edition import Entry, Item, Whole, Work

BATCH: Final = 64
MOST: Final = 1 << 21
"""Works that are sent to a process together: so many, fewer where what they are given is more than so many bytes."""

WHOLES: Final = 2
"""Processes that make what is made of all incidents: the data and the search index take as long as each other."""


class Folders(NamedTuple):
    """Where files are written and where those of the last build stand, the same for blocks."""

    new: Path
    old: Path
    blocks: Path
    old_blocks: Path
    constructed: bool = False
    """Whether pages say that the texts are invented; told to each process that makes some."""


def write(folders: Folders, entry: Entry) -> Written:
    """Write one file; raises `BadInput` for a path that leaves the folder or is one of the seals."""
    path, data = entry
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or str(pure) != path or "\n" in path or path in SEALS:
        raise BadInput(path, "the path of a file inside the site", "site")
    handle = _opened(folders.new, path)
    found, size = sha256(), 0
    with os.fdopen(handle, "wb") as file:
        for piece in (data,) if isinstance(data, bytes) else data:
            file.write(piece)
            found.update(piece)
            size += len(piece)
        file.flush()
        moment = os.fstat(handle).st_mtime_ns
    return Written(path, found.hexdigest(), size, moment)


_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def _opened(folder: Path, path: str) -> int:
    """A new file; one of the site before the last one is unlinked, never written to: the last one may have it too."""
    target = f"{folder}/{path}"
    with suppress(FileNotFoundError, FileExistsError, NotADirectoryError):
        return os.open(target, _NEW, 0o644)
    tree.make_room(folder, Path(target))
    return os.open(target, _NEW, 0o644)


class Files:
    """All files of a site as they are written; `ledger` notes them, `done` and `taken` count works."""

    def __init__(self, folders: Folders, ledger: Ledger, advance: Callable[[int], object]) -> None:
        self.done = self.taken = 0
        self._folders, self._ledger, self._advance = folders, ledger, advance
        self._asked: deque[list[_Asked]] = deque()

    def write(self, parts: Callable[[], Iterable[Item]]) -> None:
        """Write what `parts` gives: all that is not as the last build left it, and what turns out not to be there."""
        self._write(parts())
        self._ledger.take()
        lost = tree.settle(self._folders.new, self._folders.old, self._ledger)
        if lost:
            self._ledger.drop(lost)
            self.taken -= len(lost)
            self._write(item for item in parts() if isinstance(item, Work | Whole) and item.name in lost)

    def _write(self, items: Iterable[Item]) -> None:
        """Two processes make what is made of all incidents, others do works, this one writes the entries.

        At most a few batches of works are in memory.
        """
        with beside(WHOLES) as process:
            large: Large = []
            for made in map_batches(partial(do, self._folders), self._batches(items, large, process)):
                for asked, files in zip(self._asked.popleft(), made, strict=True):
                    self._note(asked, files)
            for asked, future in large:
                self._note(asked, future.result()[0])

    def _batches(self, items: Iterable[Item], large: Large, process: Executor) -> Iterator[list[Work | Whole]]:
        """The works that are to be done, in batches; entries are written on the way."""
        batch: list[_Asked] = []
        works: list[Work | Whole] = []
        size = 0
        for item in items:
            if isinstance(item, Work | Whole):
                asked = _asked(item)
                if self._ledger.keep(*asked):
                    self._kept()
                elif isinstance(item, Whole):
                    large.append((asked, process.submit(do, self._folders, [item])))
                else:
                    batch.append(asked)
                    works.append(item)
                    size += len(item.given)
                if len(batch) == BATCH or size > MOST:
                    yield self._sent(batch, works)
                    batch, works, size = [], [], 0
            else:
                self._ledger.add([write(self._folders, item)])
                self._advance(1)
        if batch:
            yield self._sent(batch, works)

    def _sent(self, batch: list[_Asked], works: list[Work | Whole]) -> list[Work | Whole]:
        self._asked.append(batch)
        return works

    def _kept(self) -> None:
        self.taken += 1
        self._advance(1)

    def _note(self, asked: _Asked, files: Sequence[Written]) -> None:
        self._ledger.work(*asked, files)
        self.done += 1
        self._advance(1)


class _Asked(NamedTuple):
    """The name of a work and the digest of what it is made from."""

    name: str
    inputs: str


Large = list[tuple[_Asked, Future[list[Sequence[Written]]]]]
"""Works that processes of their own do, with what these will give."""


def _asked(work: Work | Whole) -> _Asked:
    what = f"{look.digest()}\0{rendering.announced()}\0{work.make.__module__}.{work.make.__qualname__}\0".encode()
    return _Asked(work.name, sha256(what + work.given).hexdigest())


def do(folders: Folders, works: Sequence[Work | Whole]) -> list[Sequence[Written]]:
    """Do each work; a process of its own may run it."""
    rendering.announce(constructed=folders.constructed)
    return [_do(folders, work) for work in works]


def _do(folders: Folders, work: Work | Whole) -> Sequence[Written]:
    if isinstance(work, Work):
        return tuple(write(folders, entry) for entry in work.make(work.given))
    room = Room(folders.new / LINES, folders.blocks / work.name, folders.old_blocks / work.name)
    room.new.mkdir()
    return tuple(write(folders, entry) for entry in work.make(room, work.given))
