"""Sitemaps, indexes of sitemaps and sitemaps of news (sitemaps.org protocol 0.9), plain or compressed.

XML is read without entities, without network and without libxml2's leave for huge trees.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from kuzet.basis.errors import BadInput
from kuzet.observatory.collect import charsets, days
from kuzet.observatory.collect.found import Entry

LARGEST: Final = 52_428_800
"""Bytes of an uncompressed sitemap, by the protocol."""

_GZIP: Final = b"\x1f\x8b"
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(body: bytes, content_type: str) -> Iterator[Entry]:
    """The addresses of a sitemap; those of an index are sitemaps themselves. Raises `BadInput` for what is neither."""
    root = _root(charsets.decode(_unpacked(body), content_type).text)
    name = _name(root)
    if name not in ("urlset", "sitemapindex"):
        raise BadInput(name, "the element urlset or sitemapindex")
    for each in root:
        found = {_name(one): " ".join((one.text or "").split()) for one in each.iter() if isinstance(one.tag, str)}
        date = found.get("publication_date") or found.get("lastmod") or ""
        yield Entry(
            url=found.get("loc", ""),
            title=found.get("title", ""),
            published=days.day(date),
            sitemap=name == "sitemapindex",
        )


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(_GZIP):
        return body
    unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, LARGEST + 1)
    if len(unpacked) > LARGEST:
        raise BadInput(f"{len(body)} bytes", f"a sitemap of at most {LARGEST} bytes when unpacked")
    return unpacked


def _root(text: str) -> Any:  # noqa: ANN401  (an element of lxml, which has no types)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True, remove_pis=True
    )
    root = etree.fromstring(_DECLARATION.sub("", text).encode("utf-8", "replace"), parser)
    if root is None:
        raise BadInput(text[:40], "the beginning of a sitemap")
    return root


def _name(element: Any) -> str:  # noqa: ANN401
    return str(element.tag).rpartition("}")[2]
