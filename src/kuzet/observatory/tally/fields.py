"""Fields as a user names them, and the nearest name for a message where nothing has it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from rapidfuzz import fuzz, process

from kuzet.basis.errors import UnknownCode
from kuzet.basis.fields import FIELDS, Field

SHOWN: Final = 60
"""Names or codes that a message lists at most."""


def field(name: str, where: str = "filter") -> Field:
    """The field of that name; raises `UnknownCode` with the nearest one."""
    if name not in FIELDS:
        raise UnknownCode(name, f"a field to count by{nearest(name, FIELDS)}", where)
    return FIELDS[name]


def nearest(code: str, known: Collection[str]) -> str:
    """`; nearest: <code>` for a message; where nothing is near, all that is known, if it is not too much."""
    close = process.extractOne(code, list(known), scorer=fuzz.ratio, score_cutoff=60)
    if close:
        return f"; nearest: {close[0]}"
    return f" ({', '.join(known)})" if 0 < len(known) <= SHOWN else ""
