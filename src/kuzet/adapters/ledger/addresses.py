"""What is known of addresses: found, due, answered, unchanged, failed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from kuzet.adapters.ledger.store import moment, stamp
from kuzet.basis.dates import EventDate
from kuzet.observatory.collect import schedule
from kuzet.observatory.collect.failures import Standing
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.ports import Ask, Capture, Failed
from kuzet.observatory.collect.recapture import GONE, next_look
from kuzet.observatory.collect.schedule import Kind, Task

_DUE: Final = """
    WITH ready AS (
        SELECT url FROM address WHERE next_attempt <= :now
        UNION SELECT url FROM address WHERE kind = 'start' AND :eager AND weight = 0 AND next_attempt IS NOT NULL
    ), placed AS (
        SELECT address.*, row_number() OVER (PARTITION BY address.source ORDER BY found, url) AS place
        FROM ready JOIN address USING (url) LEFT JOIN source ON source.id = address.source
        WHERE coalesce(source.paused, '') = ''
    )
    SELECT url, source, CASE WHEN kind = 'page' AND document != '' THEN 'again' ELSE kind END, etag, last_modified
    FROM placed WHERE place <= :most ORDER BY found, url
"""


class Known(NamedTuple):
    """An address as the fold needs it."""

    source: str
    kind: str
    sha256: str
    first: datetime | None
    document: str
    cited: bool
    gone: bool
    weight: float
    hint: Entry


def found(db: sqlite3.Connection, entry: Entry, source: str, at: datetime, kind: Kind = "page") -> bool:
    """Note an address that a start page or a person names; whether it is new. It is due at once."""
    done = db.execute(
        "INSERT INTO address (url, source, kind, found, title, published, next_attempt) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (entry.url, source, kind, stamp(at), entry.title, str(entry.published or ""), stamp(at)),
    )
    return done.rowcount > 0


def begun(db: sqlite3.Connection, url: str, source: str, at: datetime) -> None:
    """Note a start page of a plan, also where its address was found as a page before."""
    found(db, Entry(url=url), source, at, "start")
    db.execute(
        "UPDATE address SET kind = 'start', next_attempt = coalesce(next_attempt, ?) WHERE url = ? AND kind = 'page'",
        (stamp(at), url),
    )


def waiting(db: sqlite3.Connection, source: str) -> int:
    """Addresses of a source that were never answered and are to be asked for."""
    return int(
        db.execute(
            "SELECT count(*) FROM address WHERE source = ? AND next_attempt IS NOT NULL AND first IS NULL", (source,)
        ).fetchone()[0]
    )


def all_waiting(db: sqlite3.Connection) -> int:
    """Addresses of all sources that were never answered and are to be asked for."""
    return int(
        db.execute(
            "SELECT count(*) FROM address WHERE next_attempt IS NOT NULL AND first IS NULL AND kind = 'page'"
        ).fetchone()[0]
    )


def due(db: sqlite3.Connection, now: datetime, *, eager: bool) -> Iterator[Task]:
    """What is to be asked for, in the order in which it was found; `eager` takes start pages before their time.

    Of each source the first `schedule.MOST`. Pages that failed, and start pages that fail, keep their time; a source
    that is paused gives nothing.
    """
    for url, source, kind, etag, last_modified in db.execute(
        _DUE, {"now": stamp(now), "eager": eager, "most": schedule.MOST}
    ):
        yield Task(ask=Ask(url=url, etag=etag, last_modified=last_modified), source=source, kind=kind)


_KNOWN: Final = "source, kind, sha256, first, document, cited, gone, weight, title, published"


def known(db: sqlite3.Connection, url: str) -> Known | None:
    """The address, or nothing where it was never found."""
    row = db.execute(f"SELECT {_KNOWN} FROM address WHERE url = ?", (url,)).fetchone()  # noqa: S608
    if row is None:
        return None
    *same, title, published = row
    hint = Entry(url=url, title=title, published=EventDate.parse(published) if published else None)
    source, kind, sha256, first, document, cited, gone, weight = same
    return Known(source, kind, sha256, moment(first), document, bool(cited), bool(gone), weight, hint)


_ANSWERED: Final = """
    UPDATE address SET etag = ?, last_modified = ?, sha256 = ?, first = coalesce(first, ?), gone = 0, weight = 0,
        why = '', broken = ?, next_attempt = ?, kind = CASE ? WHEN 'start' THEN 'start' ELSE kind END WHERE url = ?
"""


def answered(db: sqlite3.Connection, capture: Capture, kind: Kind, broken: str, *, known: bool) -> None:
    """Note the validators and bytes of a capture, and why they gave nothing; whether its address is `known` already.

    Start pages come back after `schedule.EVERY`, pages do not.
    """
    headers = {name.lower(): value for name, value in capture.response}
    again = stamp(capture.at + schedule.EVERY) if kind == "start" else None
    validators = (headers.get("etag", ""), headers.get("last-modified", ""))
    if not known:
        db.execute(
            "INSERT INTO address (url, source, kind, found) VALUES (?, ?, ?, ?)",
            (capture.url, capture.source, kind, stamp(capture.at)),
        )
    db.execute(_ANSWERED, (*validators, capture.sha256, stamp(capture.at), broken, again, kind, capture.url))


def brought(db: sqlite3.Connection, url: str, capture: Capture) -> None:
    """Note an address whose text came with a start page: it is not asked for itself."""
    at = stamp(capture.at)
    db.execute(
        "INSERT INTO address (url, source, kind, found, first) VALUES (?, ?, 'page', ?, ?)"
        " ON CONFLICT DO UPDATE SET first = coalesce(first, excluded.first), next_attempt = NULL",
        (url, capture.source, at, at),
    )


def documented(db: sqlite3.Connection, url: str, document: str, *, cited: bool) -> None:
    """Note the newest document of an address; once cited it stays so."""
    db.execute("UPDATE address SET document = ?, cited = max(cited, ?) WHERE url = ?", (document, cited, url))


def look_again(db: sqlite3.Connection, url: str, at: datetime) -> None:
    """Plan the next look at a cited page after `at`, unless it is to be asked sooner anyway. Others are left alone."""
    row = db.execute(
        "SELECT first, next_attempt FROM address WHERE url = ? AND cited AND kind = 'page'", (url,)
    ).fetchone()
    if row is None:
        return
    first, planned = map(moment, row)
    later = next_look(first or at, at)
    times = [stamp(one) for one in (planned, later) if one]
    db.execute("UPDATE address SET next_attempt = ? WHERE url = ?", (min(times, default=None), url))


def kept(db: sqlite3.Connection, url: str) -> None:
    """Note that an answer is in the archive: it is not asked for again before that was looked at (`answered`)."""
    db.execute("UPDATE address SET next_attempt = NULL WHERE url = ?", (url,))


def unchanged(db: sqlite3.Connection, url: str, at: datetime) -> None:
    """Note that an address gave what it gave before."""
    db.execute(
        "UPDATE address SET gone = 0, weight = 0, why = '',"
        " next_attempt = CASE kind WHEN 'start' THEN ? END WHERE url = ?",
        (stamp(at + schedule.EVERY), url),
    )
    look_again(db, url, at)


def failed(db: sqlite3.Connection, failure: Failed, standing: Standing) -> None:
    """Note a failure, the weight of all failures since the last success, and when to ask again."""
    later = stamp(standing.next) if standing.next else None
    db.execute(
        "UPDATE address SET weight = ?, why = ?, gone = ?, next_attempt = ? WHERE url = ?",
        (standing.failures, standing.why, failure.status in GONE, later, failure.url),
    )


def resume(db: sqlite3.Connection, source: str, at: datetime) -> int:
    """Ask a source's start pages again after it was paused; half of the weight of their failures stays. How many."""
    done = db.execute(
        "UPDATE address SET weight = weight / 2, next_attempt = ? WHERE source = ? AND kind = 'start' AND weight > 0",
        (stamp(at), source),
    )
    return done.rowcount
