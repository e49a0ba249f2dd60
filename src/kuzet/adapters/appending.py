"""A file of lines that is only ever added to, also by several processes at once."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kuzet.basis.errors import Missing

FLAGS: Final = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Appendable:
    """A file that nobody else adds to meanwhile: `data` is what stands in it."""

    handle: int
    data: bytes

    def append(self, line: str) -> None:
        """Add one line, on the disk when this returns; all of it, or nothing when the disk is full.

        Where a writer died in the middle of a line, what it left stays a line of its own.
        """
        torn = self.data and not self.data.endswith(b"\n")
        new = b"\n" * bool(torn) + line.encode() + b"\n"
        try:
            if os.write(self.handle, new) != len(new):
                raise OSError(0, "not all of the line was written")
            os.fsync(self.handle)
        except OSError:
            os.ftruncate(self.handle, len(self.data))
            raise


@contextmanager
def appendable(path: Path) -> Iterator[Appendable]:
    """The file, made where there is none; waits until whoever adds to it is done. Raises `Missing` with the reason."""
    try:
        handle = _locked(path)
        try:
            yield Appendable(handle, path.read_bytes())
            _sync_folder(path.parent)
        finally:
            os.close(handle)  # which also gives the lock back
    except OSError as error:
        raise Missing(f"{path} cannot be written: {error.strerror}") from None


def _locked(path: Path) -> int:
    """The open file, held alone; opened anew where it was replaced by another one while we waited."""
    while True:
        handle = os.open(path, FLAGS, 0o666)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
            return handle
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """A new file is there after a power cut only when its folder is on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
