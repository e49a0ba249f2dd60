"""The feed of a channel's videos: the title and the description are the text, since a video has none."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.observatory.collect import feeds
from kuzet.observatory.collect.found import Entry


def read(body: bytes, content_type: str) -> Iterator[Entry]:
    """The videos in the feed's order; raises `BadInput` for what is no feed."""
    for one in feeds.items(body, content_type):
        title, told = feeds.title(one), str(one.get("summary") or "").strip()
        yield Entry(
            url=str(one.get("link") or ""),
            title=title,
            published=feeds.published(one),
            text=f"{title}\n\n{told}".strip(),
        )
