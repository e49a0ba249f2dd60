"""RSS 0.9x, 1.0, 2.0 and Atom, read by feedparser out of bytes already fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import feedparser

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.observatory.collect import charsets, days
from kuzet.observatory.collect.found import Entry

_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEADERS: Final = {"content-type": "application/xml; charset=utf-8"}
_DATES: Final = ("published", "updated", "created")


def read(body: bytes, content_type: str) -> Iterator[Entry]:
    """The entries in the feed's order, addresses as they stand; raises `BadInput` for what is no feed."""
    for one in items(body, content_type):
        yield Entry(url=_link(one), title=title(one), published=published(one))


def items(body: bytes, content_type: str) -> list[Any]:
    """The entries as feedparser has them; raises `BadInput` for what is no feed."""
    text = _DECLARATION.sub("", charsets.decode(body, content_type).text)
    # A stream, never the bytes themselves: those feedparser would take for the name of a file or an address.
    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers=_HEADERS,
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not parsed.version and not parsed.entries:
        raise BadInput(text[:40], "the beginning of a feed")
    return list(parsed.entries)


def title(one: Any) -> str:  # noqa: ANN401  (an entry of feedparser, which has no types)
    """The title in one line."""
    return " ".join(str(one.get("title") or "").split())


def published(one: Any) -> EventDate | None:  # noqa: ANN401
    """The first date that the entry gives."""
    return next((found for name in _DATES if (found := days.day(str(one.get(name) or "")))), None)


def _link(one: Any) -> str:  # noqa: ANN401
    """Its link, or its id where that is an address."""
    return str(one.get("link") or one.get("id") or "")
