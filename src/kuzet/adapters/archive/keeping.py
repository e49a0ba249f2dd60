"""The archive in the hands of the one process that writes it, which may have several threads."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from kuzet.adapters.archive import checkpoints, keys, lines, stamps, warc
from kuzet.adapters.archive.checkpoints import Checkpoint
from kuzet.adapters.archive.layout import Layout, sync, written
from kuzet.adapters.archive.lines import Entry, Picture
from kuzet.adapters.archive.log import Log, check_length
from kuzet.adapters.archive.objects import Objects, Staged, discard
from kuzet.adapters.archive.stamps import Asked, Authority, Post
from kuzet.basis.errors import BadInput, Missing
from kuzet.observatory.collect.ports import Capture, Fetched

Held = Capture | Picture


class Archive:
    """Keeps answers in the data folder `folder`, which is made where there is none. A context manager.

    Opening raises `Missing` where another process writes to the same archive or the disk cannot be written, and
    `BadInput` where the chain behind its last checkpoint is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.layout = Layout(Path(folder))
        self._waiting: list[_Ticket] = []
        self._gate, self._turn = Lock(), Lock()
        with written(self.layout.archive):
            for needed in (self.layout.archive, self.layout.objects, self.layout.checkpoints, self.layout.room):
                needed.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(self.layout)
            try:
                _clear(self.layout.room)
                sync([self.layout.folder, self.layout.archive])
                self._log = Log(self.layout, checkpoints.sealed(self.layout))
            except BaseException:
                os.close(self._lock)
                raise
        self._objects = Objects(self.layout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let other processes write again."""
        self._objects.close()
        self._log.close()
        os.close(self._lock)

    def keep(self, fetched: Fetched, source: str) -> Capture:
        """Store the body, then the capture; both are on the disk when this returns.

        Captures that several threads keep at once share their writing to the disk. Raises `Missing` where the disk
        cannot be written: then the archive is as it was.
        """
        return self.keep_all([(fetched, source)])[0]

    def keep_all(self, answers: Iterable[tuple[Fetched, str]]) -> list[Capture]:
        """Store many at once, all or none of them acknowledged; much quicker than one by one."""
        drafts = [_draft(fetched, source) for fetched, source in answers]
        kept = self._keep([(draft, warc.of_answer(fetched, draft.sha256)) for draft, fetched in drafts])
        return [each for each in kept if isinstance(each, Capture)]

    def keep_picture(self, of: Capture, png: bytes, by: str, at: datetime) -> Picture:
        """Store a picture of what a capture shows; `by` names the browser."""
        digest = sha256(png).hexdigest()
        draft = Picture(of=of.id, at=at.astimezone(UTC), sha256=digest, size=len(png), by=by)
        shown = warc.record_id(self._objects.file(of.sha256))
        (kept,) = self._keep([(draft, warc.of_picture(png, of.final, draft.at, shown))])
        return kept if isinstance(kept, Picture) else draft

    def body(self, sha256: str) -> bytes:
        """The bytes of this hash; raises `Missing` where there are none, `BadInput` where they are other ones."""
        return self._objects.body(sha256)

    def captures(self, after: int = 0) -> Iterator[Capture]:
        """The captures acknowledged by now, in order; raises `BadInput` at the first that the chain does not hold.

        Those of lines up to `after` are left out; what a checkpoint holds of them is not read again.
        """
        begin = checkpoints.sealed(self.layout, after) if after else lines.Head()
        for line, entry in lines.entries(self.layout.captures, self._log.head.size, begin):
            if entry.capture and line.number > after:
                yield entry.capture

    def checkpoint(self, now: datetime) -> Checkpoint:
        """Sign where the chain stands; the key is made at first use."""
        with self._turn, written(self.layout.archive):
            return checkpoints.add(self.layout, self._log.head, now.astimezone(UTC))

    def stamp(self, authority: Authority, post: Post) -> Asked:
        """Ask an authority for the time-stamps that checkpoints wait for; one that is away is told, not raised."""
        with written(self.layout.archive):
            return stamps.stamp(self.layout, authority, post)

    def rotate_key(self, now: datetime) -> int:
        """Put a new key in the place of the one that signs; gives its number."""
        with self._turn, written(self.layout.archive):
            return keys.rotate(self.layout, now.astimezone(UTC)).number

    def _keep(self, drafts: list[tuple[Held, bytes]]) -> list[Held]:
        with written(self.layout.archive):
            staged = self._objects.stage((draft.sha256, data) for draft, data in drafts)
            ticket = _Ticket([draft for draft, _ in drafts], staged)
            try:
                self._commit(ticket)
            finally:
                discard(staged)
            return ticket.result()

    def _commit(self, ticket: _Ticket) -> None:
        """Whoever gets the turn writes for all who wait: one line for each, one sync for all."""
        with self._gate:
            self._waiting.append(ticket)
        with self._turn:
            if ticket.settled:
                return
            with self._gate:
                tickets, self._waiting = self._waiting, []
            try:
                self._write(tickets)
            except OSError as error:
                for each in tickets:
                    each.error = error
            finally:
                for each in tickets:
                    if not each.settled:
                        each.error = OSError("the thread that wrote for this one was interrupted")

    def _write(self, tickets: list[_Ticket]) -> None:
        drafts = [draft for ticket in tickets for draft in ticket.drafts]
        placed = self._objects.place([staged for ticket in tickets for staged in ticket.staged])
        first = self._log.head.number + 1
        entries = [_entry(first + i, draft, placed[i].file) for i, draft in enumerate(drafts)]
        self._log.append(entries)
        for ticket in tickets:
            ticket.kept = [entry.held for entry in entries[: len(ticket.drafts)]]
            del entries[: len(ticket.drafts)]


@dataclass(slots=True)
class _Ticket:
    """What one thread wants to be kept, and what became of it."""

    drafts: list[Held]
    staged: list[Staged]
    kept: list[Held] | None = None
    error: OSError | None = None

    @property
    def settled(self) -> bool:
        return self.kept is not None or self.error is not None

    def result(self) -> list[Held]:
        if self.error is not None:
            raise OSError(self.error.errno, self.error.strerror or str(self.error))
        return self.kept or []


def _draft(fetched: Fetched, source: str) -> tuple[Capture, Fetched]:
    """The capture but for its number, and the answer with its time in UTC; raises `BadInput` for what no line holds."""
    if fetched.at.tzinfo is None:
        raise BadInput(fetched.at, "a time with its zone", f"answer of {fetched.url}")
    fetched = _in_utc(fetched)
    draft = Capture(
        id="c-0",
        url=fetched.url,
        final=fetched.final,
        at=fetched.at,
        status=fetched.status,
        sha256=sha256(fetched.body).hexdigest(),
        size=len(fetched.body),
        source=source,
        request=fetched.request,
        response=fetched.response,
        address=fetched.address,
        hops=fetched.hops,
    )
    try:
        check_length(_entry(1, draft, "0" * 64))
    except UnicodeEncodeError:
        raise BadInput(fetched.url, "an answer whose address and headers are whole text", "capture") from None
    return draft, fetched


def _in_utc(fetched: Fetched) -> Fetched:
    return replace(fetched, at=fetched.at.astimezone(UTC))


def _entry(number: int, draft: Held, file: str) -> Entry:
    if isinstance(draft, Capture):
        return Entry(number=number, file=file, capture=replace(draft, id=f"c-{number}"))
    return Entry(number=number, file=file, picture=draft)


def _locked(layout: Layout) -> int:
    """The lock of the archive, which ends with this process; raises `Missing` where another one has it."""
    handle = os.open(layout.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
        os.close(handle)
        raise Missing(f"{layout.archive} is in use: process {holder} writes to it; wait for it, or end it") from None
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    return handle


def _clear(room: Path) -> None:
    """Remove what a process that died had under way: none of it was acknowledged."""
    for path in room.iterdir():
        with suppress(FileNotFoundError):
            path.unlink()
