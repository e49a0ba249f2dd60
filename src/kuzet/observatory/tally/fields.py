"""Fields as a user names them, and the nearest name for a message where nothing has it."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import process

from kuzet.basis.errors import UnknownCode
from kuzet.basis.fields import FIELDS, Field


def field(name: str, where: str = "filter") -> Field:
    """The field of that name; raises `UnknownCode` with the nearest one."""
    if name not in FIELDS:
        raise UnknownCode(name, f"a field to count by{nearest(name, FIELDS)}", where)
    return FIELDS[name]


def nearest(code: str, known: Collection[str]) -> str:
    """`; nearest: <code>` for a message, '' where nothing is near."""
    close = process.extractOne(code, list(known), score_cutoff=60)
    return f"; nearest: {close[0]}" if close else ""
