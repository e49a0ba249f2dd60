"""Pages that were saved from a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kuzet.adapters.backfill.items import LARGEST, Aside, Item
from kuzet.observatory.collect import addresses
from kuzet.observatory.collect.ports import Fetched

_ADDRESSES: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->",  # what browsers write above a page that they save
        rb"url:\s*(https?://\S+)",  # what the extension SingleFile writes there
        rb"<link[^>]{0,200}rel=[\"']?canonical[\"']?[^>]{0,200}href=[\"']?([^\"'>\s]+)",
        rb"<link[^>]{0,200}href=[\"']?([^\"'>\s]+)[^>]{0,200}rel=[\"']?canonical",
        rb"<meta[^>]{0,200}property=[\"']?og:url[\"']?[^>]{0,200}content=[\"']?([^\"'>\s]+)",
    )
)
"""Where a saved page tells its address, the surest first."""

_HEAD: Final = 100_000
"""Bytes in which it must stand."""


def read(path: Path) -> Iterator[Item]:
    """The page under the address that it tells, as of the file's time."""
    body = path.read_bytes()
    url = _address(body[:_HEAD])
    if not url or len(body) > LARGEST:
        why = f"more than {LARGEST:,} bytes, which is the cap" if url else "the page does not tell its address"
        yield Aside(path.name, why)
        return
    yield Fetched(
        url=url,
        final=url,
        status=200,
        request=(),
        response=(("Content-Type", "text/html"), ("X-Saved-As", path.name)),
        body=body,
        at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
    )


def _address(head: bytes) -> str:
    for pattern in _ADDRESSES:
        if (match := pattern.search(head)) and (url := addresses.canonical(match[1].decode("utf-8", "replace"))):
            return url
    return ""
