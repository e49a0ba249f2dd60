"""`captures.jsonl` in the hands of the one process that writes it."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import Final

from kuzet.adapters.archive.layout import Layout, put, sync
from kuzet.adapters.archive.lines import LONGEST, START, Entry, Head, parsed, raw, written
from kuzet.basis.errors import BadInput

FLAGS: Final = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC


class Log:
    """The open file; `append` is for one thread at a time.

    What a dead writer left behind the last whole line is moved out of it when it is opened. Raises `BadInput` for a
    file that is shorter than its last checkpoint says, or damaged behind it: nothing is added to such a chain.
    """

    def __init__(self, layout: Layout, sealed: Head) -> None:
        self._layout = layout
        self._handle = os.open(layout.captures, FLAGS, 0o644)
        try:
            self.head = self._recovered(sealed)
            sync([layout.archive])
        except BaseException:
            os.close(self._handle)
            raise

    def append(self, entries: list[Entry]) -> None:
        """Add these lines, on the disk when this returns; all of them, or none. Raises `OSError`."""
        chain, parts = self.head.chain, []
        for entry in entries:
            line, chain = written(entry, chain)
            parts.append(line)
        data = b"".join(parts)
        try:
            _write_all(self._handle, data)
            os.fsync(self._handle)
        except BaseException:
            os.ftruncate(self._handle, self.head.size)
            raise
        self.head = Head(self.head.number + len(entries), self.head.size + len(data), chain)

    def close(self) -> None:
        """Give the file back."""
        os.close(self._handle)

    def _recovered(self, sealed: Head) -> Head:
        """The head of the file, after the lines behind the last checkpoint are read once more."""
        size = os.fstat(self._handle).st_size
        if size < sealed.size:
            expected = f"{sealed.size} bytes or more, as the last checkpoint says"
            raise BadInput(f"{size} bytes", expected, str(self._layout.captures))
        head, rest = _follow(self._layout, sealed, size)
        if rest:
            if not _torn(rest):
                where = f"{self._layout.captures}, line {head.number + 1}"
                raise BadInput(rest[:20], "the next line of the chain (`kuzet verify` tells more)", where)
            name = f"at-{head.size}-{sha256(rest).hexdigest()[:16]}"
            put(self._layout.room, self._layout.torn / name, rest)
            os.ftruncate(self._handle, head.size)
            os.fsync(self._handle)
        return head


def _follow(layout: Layout, head: Head, size: int) -> tuple[Head, bytes]:
    """The head after the last line that holds, and what stands behind it."""
    with layout.captures.open("rb") as file:
        file.seek(head.size)
        for data in raw(file, size):
            line = parsed(data, head.number + 1)
            if line is None or not line.holds or line.before != head.chain:
                file.seek(head.size)
                return head, file.read()
            head = Head(line.number, head.size + len(data), line.chain)
    return head, b""


def _torn(rest: bytes) -> bool:
    """Whether a power cut leaves such an end: a line without its end, or zeros where data never came."""
    return b"\n" not in rest or b"\x00" in rest


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def check_length(entry: Entry) -> None:
    """Raises `BadInput` for an entry whose line would be longer than any reader takes."""
    size = len(written(entry, START)[0])
    if size > LONGEST:
        raise BadInput(f"{size} bytes of addresses and headers", f"at most {LONGEST} bytes", "capture")
