"""Files that a verb leaves for its user: whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def whole(path: Path, content: bytes) -> None:
    """Put `content` in the file `path`, synced; until it is whole, what stood there stands.

    Raises `OSError` that names `path`, the file that the user gave. Folders on the way are made. Of a write that fails
    (a full disk) nothing is left.
    """
    if not path.parent.exists():
        path.parent.mkdir(parents=True)
    beside = path.with_name(f"{path.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        error.filename, error.filename2 = str(path), None
        raise
