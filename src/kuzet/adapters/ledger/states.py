"""How sources fare: last attempt, success, new document, failures; what was asked on each day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from kuzet.adapters.ledger.store import moment, stamp
from kuzet.observatory.collect.health import Count, State
from kuzet.observatory.collect.recapture import Notice


def states(db: sqlite3.Connection) -> tuple[State, ...]:
    """Every source that was ever asked."""
    rows = db.execute(
        "SELECT id, last_attempt, last_success, last_new, weight, next_attempt, paused, broken FROM source ORDER BY id"
    )
    return tuple(_state(row) for row in rows)


def _state(row: tuple[Any, ...]) -> State:
    ident, attempt, success, new, weight, later, paused, broken = row
    return State(
        source=ident,
        last_attempt=moment(attempt),
        last_success=moment(success),
        last_new=moment(new),
        weight=weight,
        next_attempt=moment(later),
        paused=paused,
        broken=broken,
    )


_ASKED: Final = """
    INSERT INTO source (id, last_attempt, last_success) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET
        last_attempt = max(coalesce(last_attempt, ''), excluded.last_attempt),
        last_success = coalesce(max(coalesce(last_success, ''), excluded.last_success), last_success)
"""


def asked(db: sqlite3.Connection, source: str, at: datetime, *, answered: bool) -> None:
    """Note that a source was asked at a moment, and whether it answered."""
    when = stamp(at)
    db.execute(_ASKED, (source, when, when if answered else None))
    db.execute(
        "INSERT INTO coverage VALUES (?, ?, 1, ?) ON CONFLICT (day, source) DO UPDATE SET"
        " asked = asked + 1, answered = answered + excluded.answered",
        (when[:10], source, answered),
    )


_REFRESH: Final = """
    UPDATE source SET (weight, next_attempt, paused, broken) = (
        SELECT max(weight), min(next_attempt), CASE count(next_attempt) WHEN 0 THEN 'paused: ' || max(why) ELSE '' END,
               max(broken)
        FROM address WHERE address.source = source.id AND kind = 'start'
    ) WHERE id = ?
"""


def refresh(db: sqlite3.Connection, source: str) -> None:
    """Tell a source's failures from its start pages: the heaviest weight; paused when none is asked any more."""
    db.execute(_REFRESH, (source,))


def brought(db: sqlite3.Connection, source: str, at: datetime) -> None:
    """Note that a source brought a new document."""
    db.execute(
        "INSERT INTO source (id, last_new) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET"
        " last_new = max(coalesce(last_new, ''), excluded.last_new)",
        (source, stamp(at)),
    )


def counts(db: sqlite3.Connection, now: datetime, days: int) -> tuple[Count, ...]:
    """New documents in each of the last `days` spans of 24 hours before `now`, by source and language."""
    rows = db.execute(
        "SELECT CAST(julianday(:now) - julianday(at) AS INTEGER) AS ago, source, language, count(*) FROM document"
        " WHERE NOT again AND at > :since AND at <= :now GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        {"now": stamp(now), "since": stamp(now - timedelta(days=days))},
    )
    return tuple(Count(ago=ago, source=source, language=language, new=new) for ago, source, language, new in rows)


def coverage(db: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Each day and source: times asked, times answered, new documents by language (days in UTC)."""
    rows = db.execute(
        "SELECT day, source, asked, answered, (SELECT json_group_object(language, documents) FROM counts"
        " WHERE counts.day = coverage.day AND counts.source = coverage.source) FROM coverage ORDER BY day, source"
    )
    for day, source, asked_for, answers, new in rows:
        yield {"day": day, "source": source, "asked": asked_for, "answered": answers, "new": new}


def note(db: sqlite3.Connection, notices: Iterable[Notice]) -> None:
    """Keep notices; one that is known already changes nothing."""
    db.executemany(
        "INSERT INTO notice (url, at, kind, before, after, what) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [(one.url, stamp(one.at), one.kind, one.before, one.after, one.what) for one in notices],
    )


def notices(db: sqlite3.Connection) -> Iterator[Notice]:
    """All notices, the oldest first."""
    for url, at, kind, before, after, what in db.execute(
        "SELECT url, at, kind, before, after, what FROM notice ORDER BY at, url"
    ):
        yield Notice(url=url, at=datetime.fromisoformat(at), kind=kind, before=before, after=after, what=what)
