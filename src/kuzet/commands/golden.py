"""Golden documents of linking as items: by what our reader makes of them, and by their own codes.

A golden row has `id`, `text`, perhaps `published` and `url`, and `incidents`: lines of codes, each with the `event`
that it is and the `case` it belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.countries import Country
from kuzet.observatory import pipeline
from kuzet.observatory.encode import codes
from kuzet.observatory.link import Item

Row = Mapping[str, Any]


def as_read(row: Row, country: Country) -> list[Item]:
    """What our reader makes of a document, one item a candidate."""
    document = Document(id=row["id"], text=row["text"], url=row.get("url", ""), published=_published(row))
    read = pipeline.read(document, country)
    coded = [(one.coding, one.candidate.told()) for one in read]
    return pipeline.items({document.id: document.published}, coded)


def as_coded(row: Row, country: Country) -> list[Item]:
    """The golden codes of a document, one item an incident."""
    coded = [
        (codes.coding(incident, f"{row['id']}#{number}", country), ())
        for number, incident in enumerate(row["incidents"], 1)
    ]
    return pipeline.items({row["id"]: _published(row)}, coded)


def _published(row: Row) -> EventDate | None:
    return EventDate.parse(row["published"]) if row.get("published") else None
