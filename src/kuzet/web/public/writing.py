"""The files of a site on disk: entries written, works done by all processors or taken over from the last build."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from kuzet.adapters.batches import beside, map_batches
from kuzet.basis.errors import BadInput
from kuzet.web.public import look
from kuzet.web.public.blocks import LINES, Room
from kuzet.web.public.edition import Entry, Item, Whole, Work
from kuzet.web.public.ledger import Last, Ledger, Written
from kuzet.web.public.manifest import SEALS

BATCH: Final = 64
MOST: Final = 1 << 21
"""Works that are sent to a process together: so many, fewer where what they are given is more than so many bytes."""


class Folders(NamedTuple):
    """Where files are written and where those of the last build stand, the same for blocks, and the last ledger."""

    new: Path
    old: Path
    blocks: Path
    old_blocks: Path
    ledger: Path | None


class Task(NamedTuple):
    """What a process is asked for: a work to be done, or the name of one whose files are taken over."""

    work: Work | Whole | None
    kept: str = ""


def write(folders: Folders, entry: Entry) -> Written:
    """Write one file; raises `BadInput` for a path that leaves the folder or is one of the seals."""
    path, data = entry
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or str(pure) != path or "\n" in path or path in SEALS:
        raise BadInput(path, "the path of a file inside the site", "site")
    target = f"{folders.new}/{path}"
    try:
        handle = os.open(target, _NEW, 0o644)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(target, _NEW, 0o644)
    except FileExistsError:
        raise BadInput(path, "a path that only one part of the site gives", "site") from None
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


class Files:
    """All files of a site as they are written; `ledger` notes them, `done` and `taken` count works."""

    def __init__(self, folders: Folders, last: Last, ledger: Ledger, advance: Callable[[int], object]) -> None:
        self.done = self.taken = 0
        self._folders, self._last, self._ledger, self._advance = folders, last, ledger, advance
        self._asked: deque[list[_Asked]] = deque()

    def write(self, items: Iterable[Item]) -> None:
        """Write everything: one process makes what is made of all incidents, others do works, this one the entries.

        At most a few batches of works are in memory.
        """
        with beside() as process:
            large: Large = []
            for made in map_batches(partial(do, self._folders), self._batches(items, large, process)):
                for asked, files in zip(self._asked.popleft(), made, strict=True):
                    self._note(asked, files)
            for asked, future in large:
                self._note(asked, future.result()[0])

    def _batches(self, items: Iterable[Item], large: Large, process: Executor) -> Iterator[list[Task]]:
        """The works in batches; entries are written on the way."""
        batch: list[_Asked] = []
        size = 0
        for item in items:
            if isinstance(item, Work):
                batch.append(self._ask(item))
                size += len(item.given)
                if len(batch) == BATCH or size > MOST:
                    yield self._sent(batch)
                    batch, size = [], 0
            elif isinstance(item, Whole):
                asked = self._ask(item)
                large.append((asked, process.submit(do, self._folders, [asked.task()])))
            else:
                self._ledger.add([write(self._folders, item)])
                self._advance(1)
        if batch:
            yield self._sent(batch)

    def _sent(self, batch: list[_Asked]) -> list[Task]:
        self._asked.append(batch)
        return [asked.task() for asked in batch]

    def _ask(self, work: Work | Whole) -> _Asked:
        what = f"{look.digest()}\0{work.make.__module__}.{work.make.__qualname__}\0".encode()
        inputs = sha256(what + work.given).hexdigest()
        return _Asked(work, inputs, self._last.holds(work.name, inputs))

    def _note(self, asked: _Asked, made: Made) -> None:
        """Note what became of a work; one whose files are not as the last build left them is done after all."""
        if made is None:
            asked = asked._replace(is_kept=False)
            (made,) = do(self._folders, [asked.task()])
        if asked.is_kept:
            self._advance(self._ledger.take(asked.work.name))
        else:
            self._ledger.work(asked.work.name, asked.inputs, made or ())
            self._advance(len(made or ()))
        self.taken += asked.is_kept
        self.done += not asked.is_kept


class _Asked(NamedTuple):
    """A work with the digest of what it is made from, and whether the last build made it from the same."""

    work: Work | Whole
    inputs: str
    is_kept: bool

    def task(self) -> Task:
        """What is sent: what a work was given may be much, and is needed only where it has to be done."""
        return Task(None, self.work.name) if self.is_kept else Task(self.work)


Made = tuple[Written, ...] | None
"""The files of a work that was done, none where the kept ones were taken over, None where they could not be."""

Large = list[tuple[_Asked, Future[list[Made]]]]
"""Works that are done by the one process, with what it will give."""


def do(folders: Folders, tasks: Sequence[Task]) -> list[Made]:
    """Take over or do each work; a process of its own may run it."""
    with Last.at(folders.ledger) as last:
        return [_do(folders, one.work) if one.work else _taken(folders, last.files(one.kept)) for one in tasks]


def _do(folders: Folders, work: Work | Whole) -> Made:
    if isinstance(work, Work):
        return tuple(write(folders, entry) for entry in work.make(work.given))
    room = Room(folders.new / LINES, folders.blocks / work.name, folders.old_blocks / work.name)
    room.new.mkdir()
    return tuple(write(folders, entry) for entry in work.make(room, work.given))


def _taken(folders: Folders, kept: Sequence[Written]) -> Made:
    """Link the files of the last build; None where one of them is not as it was."""
    if not all(_same(f"{folders.old}/{one.path}", one) for one in kept):
        return None
    for one in kept:
        _link(f"{folders.old}/{one.path}", f"{folders.new}/{one.path}")
    return ()


def _same(path: str, one: Written) -> bool:
    """Whether a file is the one that was written, by its size and moment: to read a whole site takes minutes.

    None that is a link is, as it might lead anywhere. Who sets the moment of an altered file back is found by
    `kuzet verify`.
    """
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and (found.st_size, found.st_mtime_ns) == (one.size, one.moment)


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except FileNotFoundError:
        Path(new).parent.mkdir(parents=True, exist_ok=True)
        os.link(old, new)
