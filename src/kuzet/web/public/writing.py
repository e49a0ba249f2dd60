"""The files of a site on disk: entries written, works done by all processors or taken over from the last build."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from kuzet.adapters.batches import map_batches
from kuzet.basis.errors import BadInput
from kuzet.web.public.earlier import Kept
from kuzet.web.public.edition import Entry, Work
from kuzet.web.public.manifest import SEALS

BATCH: Final = 64
"""Works that are sent to a process together."""


class Written(NamedTuple):
    """One file: its SHA-256 and its size in bytes."""

    path: str
    digest: str
    size: int


class Done(NamedTuple):
    """One work: its name, the digest of what it was made from, its files, and whether it had to be done."""

    name: str
    inputs: str
    files: tuple[Written, ...]
    fresh: bool


class Task(NamedTuple):
    """One work with what the last build gave for it."""

    work: Work
    inputs: str
    kept: Kept | None


class Folders(NamedTuple):
    """Where files are written, and where those of the last build stand."""

    new: Path
    old: Path


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
    with os.fdopen(handle, "wb", buffering=0) as file:
        file.write(data)
    return Written(path, sha256(data).hexdigest(), len(data))


_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Files:
    """The parts' entries and works in their order: `done` gives what became of each work, `written` of each entry."""

    def __init__(self, folders: Folders, look: str, kept: Mapping[str, Kept]) -> None:
        """`look` is the digest of everything that shapes pages and is not part of a release."""
        self.written: list[Written] = []
        self._folders, self._look, self._kept = folders, look, kept

    def done(self, items: Iterator[Entry | Work]) -> Iterator[Done]:
        """Write everything; at most a few batches of works are in memory."""
        batches = self._batches(items)
        for batch in map_batches(partial(do, self._folders), batches):
            yield from batch

    def _batches(self, items: Iterator[Entry | Work]) -> Iterator[Sequence[Task]]:
        batch: list[Task] = []
        for item in items:
            if not isinstance(item, Work):
                self.written.append(write(self._folders, item))
                continue
            batch.append(self._task(item))
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

    def _task(self, work: Work) -> Task:
        what = f"{self._look}\0{work.make.__module__}.{work.make.__qualname__}\0".encode()
        return Task(work, sha256(what + work.given).hexdigest(), self._kept.get(work.name))


def do(folders: Folders, tasks: Sequence[Task]) -> list[Done]:
    """Take over or do each work; a process of its own may run it."""
    return [_do(folders, task) for task in tasks]


def _do(folders: Folders, task: Task) -> Done:
    if task.kept and task.kept.inputs == task.inputs and (taken := _taken(folders, task.kept)):
        return Done(task.work.name, task.inputs, taken, fresh=False)
    made = tuple(write(folders, entry) for entry in task.work.make(task.work.given))
    return Done(task.work.name, task.inputs, made, fresh=True)


def _taken(folders: Folders, kept: Kept) -> tuple[Written, ...]:
    """The files of the last build, none where one of them is not as it was."""
    found = []
    for path, digest in kept.files:
        data = _bytes(f"{folders.old}/{path}")
        if data is None or sha256(data).hexdigest() != digest:
            return ()
        found.append(Written(path, digest, len(data)))
    for path, _ in kept.files:
        _link(f"{folders.old}/{path}", f"{folders.new}/{path}")
    return tuple(found)


def _bytes(path: str) -> bytes | None:
    """What a file holds; None where there is no file of its own: a link might lead anywhere."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        with os.fdopen(handle, "rb", buffering=0) as file:
            return file.readall()
    except OSError:
        return None


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except FileNotFoundError:
        Path(new).parent.mkdir(parents=True, exist_ok=True)
        os.link(old, new)
