"""Answers and archives for the tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kuzet.adapters.archive import Archive
from kuzet.observatory.collect.ports import Fetched

DAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
PAGE = "<html><head><title>Сот</title></head><body><p>Журналист {} айыппұл төледі.</p></body></html>"


def answer(number: int = 1, **changes) -> Fetched:
    """An answer whose body depends on its number."""
    fields = {
        "url": f"http://news.example/{number}",
        "final": f"https://news.example/{number}?lang=kk",
        "status": 200,
        "request": (("Host", "news.example"), ("User-Agent", "kuzet")),
        "response": (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("Set-Cookie", "a=1")),
        "body": PAGE.format(number).encode(),
        "at": DAY + timedelta(seconds=number),
        "address": "93.184.216.34",
        "hops": (f"https://news.example/{number}",),
    }
    return Fetched(**{**fields, **changes})


def archive_of(folder: Path, count: int, *, sealed: int = 1) -> Path:
    """An archive with this many captures, under as many checkpoints as wanted."""
    with Archive(folder) as archive:
        for part in range(sealed):
            first, last = part * count // sealed, (part + 1) * count // sealed
            archive.keep_all((answer(number), "news") for number in range(first + 1, last + 1))
            archive.checkpoint(DAY + timedelta(hours=1 + part))
    return folder
