"""Room on the disk that is left, told before it is used up."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from kuzet.basis.errors import Missing

LOW: Final = 2 * 2**30
"""Bytes: some 150,000 pages of 12 KB, packed, which a country's sources bring in weeks."""

FEW: Final = 100_000
"""Files: a page takes one."""


def shortage(folder: Path) -> str:
    """What the file system of a folder soon has no more of, with how much is left; empty while there is enough."""
    try:
        left = os.statvfs(folder)
    except OSError as error:
        raise Missing(f"{folder} cannot be read: {error.strerror}") from None
    free = left.f_bavail * left.f_frsize
    if free < LOW:
        return f"{free / 2**20:,.0f} MiB are free for {folder}, expected at least {LOW / 2**20:,.0f}"
    if left.f_files and left.f_favail < FEW:
        return f"{left.f_favail:,} more files can be made in {folder}, expected at least {FEW:,}"
    return ""
