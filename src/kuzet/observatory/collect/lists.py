"""A page of links, read with the CSS selector of its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.observatory.collect import addresses, charsets, days
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.markup import nodes, parse, words


def read(body: bytes, content_type: str, items: str) -> Iterator[Entry]:
    """What `items` selects: links, or boxes with a link and maybe a date in each.

    Raises for what is no CSS selector, and `BadInput` where it finds nothing: the site has changed.
    """
    page = parse(charsets.decode(body, content_type).text).document
    found, base = nodes(page, items), page.query_selector("base[href]")
    if not found:
        raise BadInput(items, f"a selector that finds anything here ({len(body)} bytes)")
    for node in found:
        link = node if node.tag == "a" else node.query_selector("a[href]")
        if link is not None and link.attrs and "href" in link.attrs:
            yield Entry(
                url=addresses.joined(base["href"] if base is not None else "", link["href"]),
                title=words(link),
                published=_published(node),
            )


def _published(node: Any) -> EventDate | None:  # noqa: ANN401  (a node of resiliparse, which has no types)
    time = node.query_selector("time")
    return days.day(time.getattr("datetime", "") or words(time)) if time is not None else None
