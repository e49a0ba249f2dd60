"""`kuzet collect`: sources asked, pages kept, texts read."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click

from kuzet.adapters.archive import Archive, Layout, keys
from kuzet.adapters.ledger import addresses, documents, states, store
from kuzet.basis.errors import BadInput, Missing
from kuzet.commands.collecting import health, setup
from kuzet.commands.collecting.run import Collection, Means
from kuzet.commands.collecting.sources import owner, plans
from kuzet.commands.collecting.stamps import lines
from kuzet.commands.show import progress
from kuzet.observatory.collect.addresses import canonical
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.plan import Plan
from kuzet.observatory.collect.schedule import MOST


class Options(NamedTuple):
    """What the command line says."""

    country: str
    sources: Path | None
    contact: str | None
    add: tuple[str, ...]
    resume: tuple[str, ...]
    watch: bool
    health: bool
    export: str | None
    rebuild: bool
    new_key: bool
    as_json: bool


def run(folder: Path, options: Options) -> int:
    """Do what is asked for; 1 where a language, a panel, a cited page or the disk needs somebody to look."""
    known = plans(options.country, options.sources)
    for url in options.add:
        if not canonical(url):
            raise BadInput(url, "a web address such as https://example.kz/news/1", "--add")
    if options.export:
        return _export(folder, options.export)
    if options.health:
        return health.show(folder, known, as_json=options.as_json)
    if options.new_key:
        return _new_key(folder)
    if options.rebuild:
        with Archive(folder):  # nobody else writes meanwhile
            (folder / store.NAME).unlink(missing_ok=True)
    return collect(folder, known, options)


def collect(folder: Path, known: Mapping[str, Plan], options: Options) -> int:
    """One collection, or one that goes on until it is ended by request."""
    said = setup.said(folder, options.contact)
    with setup.means(folder, options.country, known, said) as means:
        with nullcontext(_quietly) if options.watch else progress("asked", None) as advance:
            collection = Collection(means, advance)
            with ended(collection):
                collection.catch_up(means.archive.captures())
                begin(means, options.add, options.resume)
                _run(collection, means, options)
        asked = means.seal()
        found = health.judged(means.db, known, datetime.now(UTC))
        waiting = addresses.all_waiting(means.db)
    summary = collection.sums.data() | {
        "waiting": waiting,
        "gaps": [str(gap) for gap in found.gaps],
        "space": found.space,
        "stamps": list(lines(asked)),
    }
    if options.as_json:
        click.echo(json.dumps(summary, ensure_ascii=False))
    else:
        for line in (*collection.sums.lines(), *_left(waiting), *lines(asked), *found.alarms):
            click.echo(line)
    return 1 if found.alarms or collection.sums.notices else 0


def _run(collection: Collection, means: Means, options: Options) -> None:
    if options.watch:
        with health.live(means.db, means.plans, collection.sums) as told:
            collection.watch(told)
    elif not options.rebuild:
        collection.once(eager=True)


def _quietly(done: int = 1) -> None:
    """Progress that the table of health shows already."""


def begin(means: Means, add: Iterable[str] = (), resume: Iterable[str] = ()) -> None:
    """Note the start pages of the sources, what was given by hand, and sources that are to be asked again."""
    now, db = means.clock.now(), means.db
    with store.transaction(db):
        for plan in means.plans.values():
            for start in plan.start:
                addresses.begun(db, start.url, plan.source.id, now)
        for url in add:
            if not addresses.found(db, Entry(url=url), owner(url, means.plans), now):
                click.echo(f"{url}: known already", err=True)
        for source in resume:
            if not addresses.resume(db, source, now):
                raise BadInput(source, "a source whose start pages failed", "--resume")
            states.refresh(db, source)


def _left(waiting: int) -> Iterator[str]:
    if waiting:
        yield f"{waiting} addresses wait: a run asks for {MOST} of a source at most, and failures are asked again later"


def _export(folder: Path, what: str) -> int:
    """Documents as `kuzet read` takes them, or readings as `kuzet link` does."""
    with store.looked_at(folder) as db:
        if what == "readings":
            for line in documents.readings(db):
                click.echo(line)
        else:
            rows = documents.exported(db) if what == "documents" else states.coverage(db)
            for row in rows:
                click.echo(json.dumps(row, ensure_ascii=False))
    return 0


def _new_key(folder: Path) -> int:
    """A new key that signs, signed in by the old one, and a checkpoint by it: what the old one signs later is named."""
    if keys.last(Layout(folder)) is None:
        raise Missing(f"{folder}: no key signs here yet; the first checkpoint makes one")
    with Archive(folder) as archive:
        number = archive.rotate_key(datetime.now(UTC))
        archive.checkpoint(datetime.now(UTC))
        public = keys.note_path(archive.layout.keys, number).with_suffix(".pem")
    click.echo(f"key {number} signs from now on; publish {public}, and keep the newest checkpoint elsewhere")
    return 0


@contextmanager
def ended(collection: Collection) -> Iterator[None]:
    """A request to end (SIGTERM, Ctrl-C) lets what was kept be taken; the second one ends at once."""
    before = {int(number): signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def end(number: int, _: object) -> None:
        collection.stop()
        signal.signal(number, before[number] or signal.SIG_DFL)

    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
