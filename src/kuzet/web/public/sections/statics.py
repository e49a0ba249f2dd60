"""Style, scripts and pictures that pages share."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import ASSETS, asset


def part(_: Edition) -> Iterator[Entry]:
    """Every asset under the name that carries its digest."""
    for entry in sorted(ASSETS.iterdir(), key=lambda one: one.name):
        if entry.is_file() and not entry.name.startswith("__"):
            yield asset(entry.name), entry.read_bytes()
