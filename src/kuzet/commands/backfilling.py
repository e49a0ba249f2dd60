"""`kuzet backfill`: what others kept, and what sites published before, into a collection."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import click

from kuzet.adapters.backfill import Aside, Item, items
from kuzet.adapters.batches import in_batches
from kuzet.adapters.ledger import addresses
from kuzet.adapters.ledger.store import transaction
from kuzet.adapters.ledger.waiting import first
from kuzet.basis.errors import BadInput, Missing
from kuzet.commands.collecting import collect, setup
from kuzet.commands.collecting.run import Collection, Means
from kuzet.commands.collecting.sources import owner, plans
from kuzet.commands.show import Advance, progress
from kuzet.observatory.collect import entries
from kuzet.observatory.collect.found import Entry, SetAside
from kuzet.observatory.collect.plan import Start
from kuzet.observatory.collect.ports import Ask, Failed, Fetched

AT_ONCE: Final = 50
"""Pages that are kept together: each costs a fiftieth of what the disk takes to acknowledge them."""

SHOWN: Final = 10
"""Addresses that wait and are told one by one."""

MOST_SITEMAPS: Final = 1000
"""Sitemaps that one address may lead to."""


class Options(NamedTuple):
    """What the command line says."""

    country: str
    sources: Path | None
    contact: str | None
    year: int | None
    later: bool
    as_json: bool


def run(folder: Path, what: tuple[str, ...], options: Options) -> int:
    """Bring all of it; what cannot be used goes to standard error with its reason. 1 when there was any."""
    known = plans(options.country, options.sources)
    said = setup.said(folder, options.contact)
    with (
        setup.means(folder, options.country, known, said) as means,
        progress("backfilled", None) as advance,
    ):
        collection = Collection(means, lambda _=1: None)
        with collect.ended(collection):
            collection.catch_up(means.archive.captures())
            aside = _bring(means, collection, _items(means, what, options.year), advance)
            if options.later:
                collection.finish()
            else:
                collection.once(eager=False, whole=True)
        means.archive.checkpoint(means.clock.now())
        waiting, shown = addresses.all_waiting(means.db), list(first(means.db, SHOWN))
    if options.as_json:
        click.echo(json.dumps(collection.sums.data() | {"waiting": waiting, "items_set_aside": aside}))
    else:
        for line in (*collection.sums.lines(), f"{aside} items set aside", *_waiting(waiting, shown)):
            click.echo(line)
    return 1 if aside else 0


def _waiting(count: int, shown: Sequence[tuple[str, str]]) -> Iterator[str]:
    """How many addresses wait, and which: the first ones, each with why it was not answered."""
    yield f"{count} {'address waits' if count == 1 else 'addresses wait'}{':' if shown else ''}"
    for url, why in shown:
        yield f"  {url}{f': {why}' if why else ''}"
    if count > len(shown):
        yield f"  and {count - len(shown)} more"


def _bring(means: Means, collection: Collection, found: Iterator[Item], advance: Advance) -> int:
    """How many items were set aside."""
    aside = 0
    for batch in in_batches(found, AT_ONCE):
        if collection.stopping:
            break
        advance(len(batch))
        for item in batch:
            if isinstance(item, Aside):
                aside += 1
                click.echo(str(item), err=True)
        with transaction(means.db):
            for item in batch:
                if isinstance(item, Entry):
                    new = addresses.found(means.db, item, owner(item.url, means.plans), means.clock.now())
                    collection.sums.found += new
        collection.bring((item, owner(item.url, means.plans)) for item in batch if isinstance(item, Fetched))
    return aside


def _items(means: Means, what: tuple[str, ...], year: int | None) -> Iterator[Item]:
    """The items of everything that was named: files, folders, addresses of sitemaps."""
    for one in what:
        if one.startswith(("http://", "https://")):
            found: Iterator[Item] = sitemap(means, one)
        elif Path(one).exists():
            found = items(Path(one))
        else:
            raise Missing(f"{one} is not there")
        yield from (item for item in found if _is_of(item, year))


def _is_of(item: Item, year: int | None) -> bool:
    """Whether an address is of the year that is asked for: by its day, else by the year in it."""
    if year is None or not isinstance(item, Entry):
        return True
    return item.published.year == year if item.published else f"/{year}" in item.url


def sitemap(means: Means, url: str) -> Iterator[Item]:
    """The pages of a sitemap on the net, and of those that it leads to."""
    waiting, seen = deque([url]), {url}
    while waiting:
        now = waiting.popleft()
        answer = means.fetch(Ask(url=now))
        if isinstance(answer, Failed):
            yield Aside(now, answer.why)
            continue
        start = Start(form="sitemap", url=now)
        read = entries.entries("sitemap", answer.body, start)
        if isinstance(read, SetAside):
            yield Aside(now, read.why)
            continue
        for entry in read:
            if not entry.sitemap:
                yield entry
            elif entry.url not in seen:
                if len(seen) >= MOST_SITEMAPS:
                    raise BadInput(url, f"a sitemap that leads to at most {MOST_SITEMAPS} others")
                seen.add(entry.url)
                waiting.append(entry.url)
