"""`kuzet work`: what a registry needs done in the background, as a list of jobs in one loop.

Every job finds out itself what is left to do, from the registry and the collection: one that was killed in the middle
does the rest at its next turn, and one that ran twice changes nothing.
"""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Event
from typing import Any, Final, NamedTuple

import click
from django.db import Error as DatabaseError

from kuzet import countries
from kuzet.adapters.ledger import documents, store
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.basis.errors import KuzetError
from kuzet.basis.home import HOME
from kuzet.commands import agreeing, importing, output, suggesting
from kuzet.commands.collecting import health
from kuzet.commands.collecting.sources import plans
from kuzet.commands.registering import now
from kuzet.web.folder import HEALTH, opened
from kuzet.web.proving import keep_checkpoint

AUTHOR: Final = "worker"
"""Who stands behind what a job writes."""

BATCH: Final = 200
"""Documents that are read at a time: as much is done again when the work is killed."""


FAILURES: Final = (KuzetError, OSError, DatabaseError, sqlite3.Error, BrokenExecutor)
"""What may go wrong with a job through no mistake of ours: what it was given, the disk, a database, memory."""


class Options(NamedTuple):
    """What the work is on; a job that lacks its folder has nothing to do."""

    collection: Path | None = None
    country: str = HOME
    contact: str = ""
    editions: Path | None = None
    periods: tuple[str, ...] = ()


class Work(NamedTuple):
    """A registry, what its work is on, and whether somebody asked to end."""

    registry: Path
    options: Options
    ending: Event


class Job(NamedTuple):
    """What is done, how long after it was done it is due again, and what does it; that gives a line, '' for nothing."""

    name: str
    every: timedelta
    do: Callable[[Work], str]


def run(registry: Path, options: Options, *, once: bool) -> int:
    """Do every job when it is due until asked to end, or each of them once; 1 where one of these could not be done.

    Raises `KuzetError` for a registry that is none.
    """
    with opened(registry):
        pass  # what is wrong with the folder is told here, once
    work, due, failed = Work(registry, options, Event()), dict.fromkeys(JOBS, datetime.min.replace(tzinfo=UTC)), 0
    with _ended(work.ending):
        while not work.ending.is_set():
            for job in [job for job, at in due.items() if at <= now()]:
                failed += not _done(job, work)
                due[job] = now() + job.every
                if work.ending.is_set():
                    break
            if once:
                break
            work.ending.wait(max(0.0, (min(due.values()) - now()).total_seconds()))
    _tell("work", "ended" if work.ending.is_set() else "done")
    return 1 if once and failed else 0


def _done(job: Job, work: Work) -> bool:
    try:
        told = job.do(work)
    except FAILURES as error:  # the others go on, and this one is tried again when it is due
        _tell(job.name, f"not done: {' '.join(str(error).split()) or type(error).__name__}")
        return False
    if told:
        _tell(job.name, told)
    return True


def _tell(name: str, told: str) -> None:
    click.echo(f"{now():%Y-%m-%d %H:%M:%S} {name}: {told}")


@contextmanager
def _ended(ending: Event) -> Iterator[None]:
    """A request to end (SIGTERM, Ctrl-C) lets the batch under way be finished."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    for number in before:
        signal.signal(number, lambda *_: ending.set())
    try:
        yield
    finally:
        for number, one in before.items():
            signal.signal(number, one)


def _collect(work: Work) -> str:
    """Ask the sources what is new, and cited pages whether they changed, in a process of its own."""
    options = work.options
    if options.collection is None or not options.contact:
        return ""
    words = ["collect", str(options.collection), "--country", options.country, "--contact", options.contact, "--json"]
    code, told = _output(words, work.ending)
    _keep_health(work.registry, options.collection, options.country)
    if not told.startswith("{"):  # exit code 1 alone is no failure: it is also that of a collection with gaps
        raise KuzetError(f"`kuzet collect` ended with code {code} and told nothing of what it did")
    summary = json.loads(told)
    gaps = summary["gaps"]
    return f"{summary['waiting']} addresses wait, {len(gaps)} gaps" + "".join(f"; {gap}" for gap in gaps)


def _output(words: Sequence[str], ending: Event) -> tuple[int, str]:
    """The exit code of `kuzet` with these words, and what it printed, however much; a request to end is handed on."""
    with TemporaryFile("w+", encoding="utf-8") as told:
        with subprocess.Popen([sys.executable, "-m", "kuzet", *words], stdout=told) as child:  # noqa: S603  (our own)
            while child.poll() is None:
                if ending.wait(1):
                    child.terminate()
                    child.wait()
        told.seek(0)
        return child.returncode, told.read()


def _keep_health(registry: Path, collection: Path, country: str) -> None:
    """Keep how well the collection is where the desk reads it."""
    with store.looked_at(collection) as db:
        found = health.judged(db, plans(country, None), now())
    told = {"at": now().isoformat(timespec="seconds"), **health.data(found)}
    output.whole(registry / HEALTH, json.dumps(told, ensure_ascii=False).encode())


def _read(work: Work) -> str:
    """Bring new documents of the collection into the registry, read."""
    if work.options.collection is None:
        return ""
    count, offered = 0, set[str]()
    while not work.ending.is_set() and (some := _unread(work, work.options.collection, offered)):
        offered |= {str(row["id"]) for row in some}
        with TemporaryDirectory() as folder:
            file = Path(folder) / "collection.jsonl"
            file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some), "utf-8")
            count += len(importing.take(work.registry, file, AUTHOR).new)
    return f"{count} documents" if count else ""


def _unread(work: Work, collection: Path, offered: AbstractSet[str]) -> list[dict[str, Any]]:
    """The next documents that the registry neither has nor had to erase.

    Those of `offered` are left out: what was set aside would come again and again.
    """
    with opened(work.registry), store.looked_at(collection) as db:
        from kuzet.web.registry import changes, models

        left_out = offered | changes.removed(Document) | set(models.Document.objects.values_list("ident", flat=True))
        return list(islice((row for row in documents.exported(db) if row["id"] not in left_out), BATCH))


def _link(work: Work) -> str:
    """Find what may be the same event among the candidates that came since the last turn."""
    with opened(work.registry):
        found = suggesting.suggest(work.options.country, AUTHOR)
        if found.links:
            keep_checkpoint(work.registry)
    return f"{found.candidates} candidates compared, {found.links} pairs proposed" if found.candidates else ""


def _forget(work: Work) -> str:
    """Forget spreadsheets that were sent to the desk and not brought in for a week."""
    with opened(work.registry):
        from kuzet.web.sheets import drafts

        count = drafts.forget_old(now())
    return f"{count} spreadsheets that were never brought in" if count else ""


def _freeze(work: Work) -> str:
    """Freeze an edition of each period that none was frozen of this month."""
    if work.options.editions is None:
        return ""
    told = [one for period in work.options.periods if (one := _frozen(work, work.options.editions, period))]
    return "; ".join(told)


def _frozen(work: Work, into: Path, period: str) -> str:
    country, today = countries.load(work.options.country), now().date()
    with opened(work.registry):
        from kuzet.basis.release import Manifest
        from kuzet.web.registry import editions, events, models
        from kuzet.web.registry import store as words

        name = f"{country.profile.code.lower()}-{period}"
        known = list(words.load(Manifest, models.Release.objects.filter(name=name)))
        if any((one.frozen.year, one.frozen.month) == (today.year, today.month) for one in known):
            return ""
        path = into / f"{name}-{len(known) + 1}"
        by = events.By(AUTHOR, now(), f"edition for {period}, as scheduled")
        editions.freeze(country, EventDate.parse(period), today, path, by)
        keep_checkpoint(work.registry)
    agreeing.beside(work.registry, path)
    return f"{name}, edition {len(known) + 1} in {path}"


JOBS: Final = (
    Job("collect", timedelta(hours=1), _collect),
    Job("read", timedelta(minutes=5), _read),
    Job("link", timedelta(minutes=5), _link),
    Job("forget", timedelta(hours=1), _forget),
    Job("freeze", timedelta(hours=6), _freeze),
)
"""In the order of the way of the data."""
