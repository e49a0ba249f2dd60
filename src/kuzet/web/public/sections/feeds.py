"""Atom and JSON Feed of a list, in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

from kuzet.basis.dates import EventDate
from kuzet.basis.names import Name
from kuzet.web.public.edition import Entry
from kuzet.web.public.rendering import environment
from kuzet.web.public.tongue import Tongue

MOST: Final = 30
"""Entries of a feed: the newest ones."""


class Told(Protocol):
    """What a feed tells of an incident."""

    @property
    def id(self) -> str:
        """Its number."""

    @property
    def title(self) -> Name:
        """What happened."""

    @property
    def summary(self) -> Name:
        """The same in a few sentences."""

    @property
    def date(self) -> str:
        """When."""

    @property
    def reconstructed(self) -> bool:
        """Whether it is a placeholder, which no feed tells."""


def both(stem: str, said: Tongue, title: str, address: str, rows: Sequence[Told]) -> Iterator[Entry]:
    """`stem.xml` and `stem.json`; without an address of the site they name pages by the way from the feed."""
    base = f"{address}/" if address else "../" * stem.count("/")
    entries = [_entry(row, said, base) for row in rows if not row.reconstructed]
    feed = {
        "title": f"{said.words['site']}: {title}",
        "language": said.language,
        "page": f"{base}{stem}.html",
        "own": f"{base}{stem}",
        "id": f"urn:kuzet:{stem}",
        "updated": max((entry["updated"] for entry in entries), default="1970-01-01T00:00:00Z"),
        "entries": entries,
    }
    yield f"{stem}.xml", (environment().get_template("feed.xml").render(feed) + "\n").encode()
    yield f"{stem}.json", _json(feed)


def _entry(row: Told, said: Tongue, base: str) -> dict[str, str]:
    return {
        "id": f"urn:kuzet:{row.id}",
        "title": row.title.best(said.language),
        "summary": f"{said.date(row.date)}. {row.summary.best(said.language)}",
        "updated": f"{EventDate.parse(row.date).first().isoformat()}T00:00:00Z",
        "page": f"{base}{said.language}/incident/{row.id}.html",
    }


def _json(feed: dict[str, Any]) -> bytes:
    items = [
        {
            "id": one["id"],
            "url": one["page"],
            "title": one["title"],
            "content_text": one["summary"],
            "date_published": one["updated"],
        }
        for one in feed["entries"]
    ]
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed["title"],
        "language": feed["language"],
        "home_page_url": feed["page"],
        "feed_url": f"{feed['own']}.json",
        "items": items,
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()
