"""`kuzet init`, `release`, `backup` and `restore`: a registry made, frozen, copied and brought back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import click

from kuzet import countries
from kuzet.basis import codebook
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.commands import demo, sample
from kuzet.observatory.review import Proposal
from kuzet.web import backups
from kuzet.web import folder as folders
from kuzet.web.proving import keep_checkpoint


class Wanted(NamedTuple):
    """What `kuzet release` was asked for."""

    period: str
    country: str
    frozen: str | None
    author: str
    output: Path | None
    """None: only tell what stands in the way."""


def init(folder: Path, author: str, *, with_sample: bool, new_key: bool = False) -> None:
    """Make the folder, the tables and the codebook's version; raises `KuzetError` for a folder of something else."""
    folders.make(folder)
    folders.migrate(folder)
    with folders.opened(folder):
        from kuzet.web.registry import alike, changes, events, finding, sealing, waiting
        from kuzet.web.registry.words import Adopted

        changes.put(Adopted(id=codebook.CURRENT), events.By(author, now(), "begin"))
        if with_sample:
            given = sample.load(sample.COUNTRY)
            store_sample(given, demo.read(given.documents).values(), author)
        if new_key:
            sealing.make()
        waiting.fill()
        alike.fill()
        finding.fill()
        kept = keep_checkpoint(folder)
    click.echo(f"registry {folder}: codebook {codebook.CURRENT}, {kept.number} events")
    click.echo(f"newest event: {kept.hash}; keep it elsewhere, it shows what is cut off later")


def store_sample(given: sample.Sample, proposals: Iterable[Iterable[Proposal]], author: str) -> None:
    """Fill the opened registry: what was published, what was proposed, what was decided, and the placeholders."""
    from kuzet.web.registry import changes, deciding, editions, events

    by = events.By(author, now(), editions.SAMPLE)
    found = [one for ones in proposals for one in ones]
    changes.put_all((*given.sources, *given.documents), by)
    changes.put_all((word for one in found for word in (one.candidate, one.coding)), by)
    made = deciding.decide_all(given.decisions, sample.COUNTRY.upper(), by)
    told: tuple[Word, ...] = (*sample.placeholders(given, made.counted), *given.cases)
    changes.put_all(told, by)
    click.echo(
        f"sample: {len(given.documents)} documents, {len(found)} candidates, {len(given.decisions)} decisions, "
        f"{len(made.counted)} incidents described and {len(told) - len(given.cases)} reconstructed"
    )


def release(folder: Path, wanted: Wanted) -> int:
    """Freeze and tell, or only check; 1 when a check finds something. Raises `KuzetError`."""
    frozen = _day(wanted.frozen) if wanted.frozen else now().date()
    country, period = countries.load(wanted.country), EventDate.parse(wanted.period)
    with folders.opened(folder):
        from kuzet.web.registry import editions, events

        if wanted.output is None:
            return _told(editions.problems(country, period, frozen))
        by = events.By(wanted.author, now(), f"edition for {wanted.period}")
        made = editions.freeze(country, period, frozen, wanted.output, by)
        keep_checkpoint(folder)
    rows = {entry.path: entry.rows for entry in made.files}
    click.echo(f"{made.id}, edition {made.edition}: {rows['incidents.jsonl']} incidents in {wanted.output}")
    return 0


def _told(problems: Sequence[str]) -> int:
    for problem in problems:
        click.echo(problem)
    click.echo(f"{len(problems)} problems" if problems else "nothing stands in the way of an edition")
    return 1 if problems else 0


def backup(folder: Path, output: Path) -> None:
    """Take a backup and tell; raises `KuzetError`."""
    told = backups.take(folder, output, now())
    click.echo(f"{output}: {told.newest.number} events, the newest {told.newest.hash}")


def restore(taken: Path, folder: Path) -> None:
    """Restore, prove and tell; raises `KuzetError`."""
    told = backups.restore(taken, folder)
    click.echo(f"registry {folder}: as of {told.at:%Y-%m-%d %H:%M} UTC, {told.newest.number} events, all proved")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(text, "a day such as 2025-03-01", "--frozen") from None


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
