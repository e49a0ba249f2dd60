"""What an answer or a failure means for its address and its source."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from kuzet.adapters.ledger import addresses, states
from kuzet.adapters.ledger.addresses import Known
from kuzet.observatory.collect import failures
from kuzet.observatory.collect.ports import Failed
from kuzet.observatory.collect.recapture import GONE, Notice
from kuzet.observatory.collect.schedule import Task


def answered(db: sqlite3.Connection, task: Task, at: datetime, *, unchanged: bool) -> tuple[Notice, ...]:
    """An address answered. What the answer holds is the fold's matter (`take`); one that is unchanged has none."""
    states.asked(db, task.source, at, answered=True)
    notices: tuple[Notice, ...] = ()
    if unchanged:
        notices = tuple(returned(db, addresses.known(db, task.ask.url), task.ask.url, at))
        addresses.unchanged(db, task.ask.url, at)
    else:
        addresses.kept(db, task.ask.url)
    if task.kind == "start":
        states.refresh(db, task.source)
    return notices


def failed(db: sqlite3.Connection, task: Task, failure: Failed) -> tuple[Notice, ...]:
    """An address gave nothing: when it is asked again, and what is said of it where it is cited."""
    states.asked(db, task.source, failure.at, answered=False)
    before = addresses.known(db, task.ask.url)
    bounds = failures.START if task.kind == "start" else failures.PAGE
    standing = failures.Standing(next=None, failures=before.weight if before else 0.0)
    after = failures.after_failure(standing, failure, bounds)
    addresses.failed(db, failure, after)
    if task.kind == "start":
        states.refresh(db, task.source)
    if before is None or not before.cited:
        return ()
    addresses.look_again(db, task.ask.url, failure.at)
    return tuple(_deleted(db, before, failure))


def _deleted(db: sqlite3.Connection, before: Known, failure: Failed) -> Iterator[Notice]:
    if failure.status in GONE and not before.gone:
        notice = Notice(url=failure.url, kind="deleted", at=failure.at, before=before.document, what=failure.why)
        states.note(db, [notice])
        yield notice


def returned(db: sqlite3.Connection, before: Known | None, url: str, at: datetime) -> Iterator[Notice]:
    """What is said of a cited page that was gone and answers again with nothing new."""
    if before and before.cited and before.gone:
        notice = Notice(url=url, kind="back", at=at, before=before.document, what="the page answers again")
        states.note(db, [notice])
        yield notice
