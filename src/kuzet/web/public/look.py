"""What shapes the pages of a site beside its release: the digest of code, templates, words, codebook and country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_SHAPING: Final = ("web/public", "web/seeking", "basis", "language", "countries")
_PASSED_OVER: Final = ("__pycache__", "sample", "sources", "model.json")
"""What no page shows: compiled code, the sample's documents, recorded pages, models of the reader."""


@cache
def digest() -> str:
    """SHA-256 over the names and bytes of all files that shape pages."""
    found = sha256()
    for folder in _SHAPING:
        for name, file in _files(files("kuzet").joinpath(*folder.split("/")), folder):
            found.update(f"{name}\0".encode())
            found.update(file.read_bytes())
    return found.hexdigest()


def _files(place: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(place.iterdir(), key=lambda one: one.name):
        if entry.name in _PASSED_OVER:
            continue
        if entry.is_dir():
            yield from _files(entry, f"{name}/{entry.name}")
        else:
            yield f"{name}/{entry.name}", entry
