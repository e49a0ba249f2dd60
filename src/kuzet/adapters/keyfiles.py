"""Keys in files of their own, which their owner alone reads: each is there whole, or not at all."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


def read(path: Path) -> bytes:
    """The key; nothing where there is no file, or an empty one, which a crash of an older version may have left."""
    return path.read_bytes() if path.is_file() else b""


def make(path: Path, key: bytes) -> None:
    """Put a key in the file, on the disk when this returns; one that stands there stays, whoever made it meanwhile."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if not read(path):
            _write(part(path), key)
            part(path).replace(path)
            os.fsync(folder)
    finally:
        os.close(folder)


def part(path: Path) -> Path:
    """Where the key stands before it is whole."""
    return path.with_name(f"{path.name}.part")


def _write(path: Path, key: bytes) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
