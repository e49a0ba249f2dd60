"""Bytes packed as one gzip member, by ISA-L where it is there and by zlib elsewhere; any gzip unpacks either."""

from __future__ import annotations

import gzip
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

_ISAL: Final[Any] = import_module("isal.isal_zlib") if find_spec("isal") else None
"""ISA-L is made for the processors of servers (x86-64 and ARM with 64 bits)."""
_ISAL_LEVEL: Final = 2
"""Of 0 to 3. Takes an eighth of the time of zlib at level 4 and makes files 10 % larger (measured)."""
_ZLIB_LEVEL: Final = 4
"""Level 6 would save 2 % of a page and take up to twice the time (measured)."""
_GZIP: Final = 31
"""The form of the member (`wbits`): gzip with the largest window, without a name and a time."""


def packed(data: bytes) -> bytes:
    """The bytes as a whole gzip member that names no time: the same bytes again are packed into the same."""
    if _ISAL is None:
        return gzip.compress(data, _ZLIB_LEVEL, mtime=0)
    return bytes(_ISAL.compress(data, _ISAL_LEVEL, _GZIP))
