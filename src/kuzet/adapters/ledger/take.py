"""The fold: one capture of the archive, in its turn, into the ledger.

Nothing here looks at the clock or at anything but the ledger, the capture and what it turned out to hold, so that the
same captures give the same ledger, today or when it is built anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from kuzet.adapters.ledger import addresses, documents, states
from kuzet.adapters.ledger.addresses import Known
from kuzet.adapters.ledger.outcomes import returned
from kuzet.basis.errors import BrokenRule
from kuzet.observatory.collect import messages, schedule
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.looked import Looked, Text
from kuzet.observatory.collect.ports import Capture
from kuzet.observatory.collect.recapture import Notice, differences

Outcome = Literal["new", "changed", "unchanged", "aside"]


class Taken(NamedTuple):
    """What came of one capture: one outcome for each text, or one for the whole."""

    outcomes: tuple[Outcome, ...]
    new: tuple[Text, ...] = ()
    """Those that became documents and whose address had none before."""
    copies: int = 0
    notices: tuple[Notice, ...] = ()
    found: int = 0
    """New addresses."""


def number(capture: Capture) -> int:
    """The number of a capture in the archive, from 1."""
    return int(capture.id.removeprefix("c-"))


def processed(db: sqlite3.Connection) -> int:
    """The number of the last capture that was taken."""
    return int(db.execute("SELECT processed FROM fold").fetchone()[0])


def take(db: sqlite3.Connection, capture: Capture, looked: Looked, *, start: bool) -> Taken:
    """Take the capture that is next in order; raises `BrokenRule` for one that comes before the last taken one."""
    place = number(capture)
    if not db.execute("UPDATE fold SET processed = ? WHERE processed < ?", (place, place)).rowcount:
        raise BrokenRule(f"capture {capture.id} taken after c-{processed(db)}")
    before = addresses.known(db, capture.url)
    addresses.answered(db, capture, "start" if start else "page", looked.aside, known=before is not None)
    if start:
        states.refresh(db, capture.source)
    taken = _taken(db, capture, looked, before)
    cited = (before and before.cited) or any(text.reading for text in looked.texts)
    if cited and not messages.is_message(capture):  # an export tells no address at which a message could be asked for
        addresses.look_again(db, capture.url, capture.at)
    return taken


def _taken(db: sqlite3.Connection, capture: Capture, looked: Looked, before: Known | None) -> Taken:
    if before and before.sha256 == capture.sha256:
        return Taken(("unchanged",), notices=tuple(returned(db, before, capture.url, capture.at)))
    if looked.aside:
        documents.set_aside(db, capture, looked.aside)
        return Taken(("aside",), notices=tuple(returned(db, before, capture.url, capture.at)))
    new = _found(db, capture, looked.entries) if looked.entries else 0
    alone = before if len(looked.texts) == 1 else None
    each = [_text(db, capture, text, alone) for text in looked.texts]
    return Taken(
        outcomes=tuple(outcome for one in each for outcome in one.outcomes),
        new=tuple(text for one in each for text in one.new),
        copies=sum(one.copies for one in each),
        notices=tuple(notice for one in each for notice in one.notices),
        found=new,
    )


def _found(db: sqlite3.Connection, capture: Capture, entries: Iterable[Entry]) -> int:
    """Note the recent addresses that a start page names, as many as its source may have waiting; how many are new."""
    room = max(schedule.MOST_FOUND - addresses.waiting(db, capture.source), 0)
    recent = (entry for entry in entries if schedule.is_recent(entry, capture.at))
    found = (
        addresses.found(db, entry, capture.source, capture.at, "start" if entry.sitemap else "page") for entry in recent
    )
    return sum(1 for _ in islice(filter(None, found), room))


def _text(db: sqlite3.Connection, capture: Capture, text: Text, own: Known | None) -> Taken:
    """A text becomes a document, unless it came with a start page that brought the same before.

    `own` is what was known of the capture's address, where that need not be looked up once more.
    """
    url = text.document.url
    before = own if own and url == capture.url else addresses.known(db, url)
    old = documents.text(db, before.document) if before and before.document else None
    if old == text.document.text and url != capture.url:
        return Taken(("unchanged",))
    copy_of = documents.copy_of(db, text) if old is None else ""
    documents.add(db, documents.Row(text, capture, copy_of, again=old is not None))
    if url != capture.url:
        addresses.brought(db, url, capture)
    addresses.documented(db, url, text.document.id, cited=bool(text.reading))
    if before is None or old is None:
        states.brought(db, capture.source, capture.at)
        return Taken(("new",), new=(text,), copies=bool(copy_of))
    outcome: Outcome = "unchanged" if old == text.document.text else "changed"
    return Taken((outcome,), notices=tuple(_changed(db, before, old, text)))


def _changed(db: sqlite3.Connection, before: Known, old: str, text: Text) -> Iterator[Notice]:
    """What is said of a cited page that was captured again with other bytes."""
    document = text.document
    what = differences(old, document.text)
    if not before.cited or document.captured is None or not (what or before.gone):
        return
    notice = Notice(
        url=document.url,
        kind="back" if before.gone else "changed",
        at=document.captured,
        before=before.document,
        after=document.id,
        what=what or "the page is back as it was",
    )
    states.note(db, [notice])
    yield notice
