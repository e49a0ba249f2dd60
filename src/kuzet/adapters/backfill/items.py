"""What a backfill is made of."""

from __future__ import annotations

from typing import NamedTuple

from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.ports import Fetched


class Aside(NamedTuple):
    """An item that cannot be used: where it stands, and why."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


Item = Entry | Fetched | Aside
"""An address to be asked for, a page as it was answered once, or neither."""

LARGEST = 20_000_000
"""Bytes of one page; as for pages that are fetched."""
