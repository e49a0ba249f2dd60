"""Texts that the database holds only locked: the key stands in the data folder, in a file of its own.

Whoever has the database, a backup or a dump of it, and not the key, reads nothing. Without the key nobody does.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from cryptography.fernet import Fernet, InvalidToken

from kuzet.basis.errors import Missing

KEY: Final = "sealing.key"
"""File of the key; keep a copy of it elsewhere than the backups."""


def lock(text: str) -> str:
    """The text in its box; the key is made where there is none yet."""
    place = _place()
    with suppress(FileExistsError):
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(Fernet.generate_key())
    return Fernet(place.read_bytes()).encrypt(text.encode()).decode("ascii")


def unlock(box: str) -> str:
    """The text of a box; raises `Missing` where the key is not there or is another one."""
    place = _place()
    try:
        return Fernet(place.read_bytes()).decrypt(box.encode("ascii")).decode()
    except (FileNotFoundError, InvalidToken, ValueError):
        raise Missing(f"{place}: not there, or not the key that this note was sealed with") from None


def _place() -> Path:
    return Path(os.environ["KUZET_DATA"]) / KEY
