"""Web archives (WARC, ISO 28500) and WACZ files, which hold them: each answer that was a page."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final

from warcio.archiveiterator import ArchiveIterator

from kuzet.adapters.backfill.items import LARGEST, Aside, Item
from kuzet.observatory.collect.ports import Fetched

TYPES: Final = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
"""Pages; pictures, scripts and styles of an archive are no documents."""


def read(path: Path) -> Iterator[Item]:
    """The pages of a WARC file, in its order."""
    with path.open("rb") as file:
        yield from _pages(file, path.name)


def read_wacz(path: Path) -> Iterator[Item]:
    """The pages of all WARC files in a WACZ file."""
    with zipfile.ZipFile(path) as packed:
        for name in sorted(packed.namelist()):
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                with packed.open(name) as file:
                    yield from _pages(file, f"{path.name}, {name}")


def _pages(file: IO[bytes], where: str) -> Iterator[Item]:
    for record in ArchiveIterator(file):
        if record.rec_type == "response" and record.http_headers:
            yield from _page(record, where)


def _page(record: Any, where: str) -> Iterator[Item]:  # noqa: ANN401  (warcio has no types)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    status = record.http_headers.get_statuscode()
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if status != "200" or kind not in TYPES:
        return
    try:
        body = record.content_stream().read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        yield Aside(f"{where}, {url}", f"its body cannot be unpacked: {error}")
        return
    if len(body) > LARGEST:
        yield Aside(f"{where}, {url}", f"more than {LARGEST:,} bytes, which is the cap")
        return
    if getattr(record.raw_stream, "limit", 0) > 0:
        yield Aside(f"{where}, {url}", "the file is cut off in its body")
        return
    yield Fetched(
        url=url,
        final=url,
        status=200,
        request=(),
        response=tuple((str(name), str(value)) for name, value in record.http_headers.headers),
        body=body,
        at=_moment(record.rec_headers.get_header("WARC-Date")),
        address=record.rec_headers.get_header("WARC-IP-Address") or "",
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
