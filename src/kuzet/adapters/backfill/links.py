"""Lists, tables, spreadsheets and sitemaps of addresses."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from kuzet.adapters.backfill.items import Aside, Item
from kuzet.observatory.collect import addresses, charsets, sitemaps
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.write import spreadsheet

_URL: Final = re.compile(r"https?://[^\s\"'<>;,|]+(?:[,;][^\s\"'<>;,|]+)*", re.IGNORECASE)
_HOST: Final = re.compile(r"\w\.[^\W\d_]{2,}(?:[/:?\s,;|]|$)|://")
"""What looks like an address that is not whole (`example.kz/1`, `ttps://example.kz`): no line of headings holds it."""
_END: Final = ".,;:!?)]}»"
"""Signs that end the sentence around an address and not the address."""
_LINKS: Final = re.compile(r"xl/worksheets/_rels/[^/]+\.rels")
"""What the cells of a sheet link to."""
_FORMATS: Final = ("schemas.openxmlformats.org", "schemas.microsoft.com", "purl.oclc.org")
"""Hosts in the names of the file format's own parts."""


def in_text(text: str) -> Iterator[str]:
    """The addresses in a text, in their order, as they are compared."""
    for match in _URL.finditer(text):
        if url := addresses.canonical(match[0].rstrip(_END)):
            yield url


def read_text(path: Path) -> Iterator[Item]:
    """Every address of every line; a line without one, that is no heading or remark, is set aside."""
    told = charsets.decode(path.read_bytes(), "").text.splitlines()
    lines = [
        (number, line) for number, line in enumerate(told, 1) if line.strip() and not line.lstrip().startswith("#")
    ]
    for number, line in lines:
        found = list(in_text(line))
        yield from (Entry(url=url) for url in found)
        is_heading = number == lines[0][0] and len(lines) > 1 and not _HOST.search(line)
        if not found and not is_heading:
            yield Aside(f"{path.name}, line {number}", f"no address in {line.strip()[:60]!r}")
    if not lines:
        yield Aside(path.name, "no address in it")


def read_sheet(path: Path) -> Iterator[Item]:
    """Every address in a cell, sheet by sheet, then those that cells only link to."""
    raw = path.read_bytes()
    cells = (cell for sheet in spreadsheet.read(raw, path.name) for row in sheet for cell in row)
    with ZipFile(io.BytesIO(raw)) as book:
        linked = [unescape(book.read(name).decode()) for name in book.namelist() if _LINKS.fullmatch(name)]
    found = dict.fromkeys(url for text in (*cells, *linked) for url in in_text(text))
    yield from (Entry(url=url) for url in found if addresses.site(url) not in _FORMATS)


def read_sitemap(path: Path) -> Iterator[Item]:
    """The pages of a sitemap with their days; further sitemaps in it are to be given themselves."""
    for entry in sitemaps.read(path.read_bytes(), "application/xml"):
        if entry.sitemap:
            yield Aside(path.name, f"names the sitemap {entry.url}: give that address too")
        else:
            yield entry
