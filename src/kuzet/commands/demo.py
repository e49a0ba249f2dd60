"""`kuzet demo`: the whole way of the data on the bundled sample."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from kuzet import countries
from kuzet.adapters.batches import in_batches, map_batches
from kuzet.basis.document import Document
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES
from kuzet.basis.release import Release
from kuzet.commands import publishing, reporting, sample
from kuzet.commands.show import progress
from kuzet.countries import Country
from kuzet.observatory import pipeline, tally
from kuzet.observatory.review import Proposal, reconstruct
from kuzet.observatory.write.formats import FORMATS


def run(folder: Path) -> None:
    """Make everything into `folder` and tell what was made; what stands there from an earlier run is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    make_release(folder)
    write_reports(folder)
    build_site(folder)
    click.echo(
        f"\nOpen {folder / 'site' / 'index.html'} or {folder / 'report.en.html'}, "
        f"or ask: kuzet figures {folder / 'release'} --by category,perpetrator"
    )


def make_release(folder: Path) -> Release:
    """Read, link, decide, complete and freeze; leaves `readings.jsonl` and the release in `folder`."""
    country, given = countries.load(sample.COUNTRY), sample.load(sample.COUNTRY)
    with _told("read") as tell:
        proposals = read(given.documents)
        lines = [pipeline.line(document, proposals[document.id]) for document in given.documents]
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (folder / "readings.jsonl").write_text(text, encoding="utf-8")
        candidates = [one for ones in proposals.values() for one in ones]
        tell(f"{len(given.documents)} documents in {_languages(lines)}: {len(candidates)} candidates")
    with _told("link") as tell:
        published = {document.id: document.published for document in given.documents}
        coded = [(one.coding, one.candidate.told()) for one in candidates]
        groups = pipeline.groups(pipeline.items(published, coded))
        tell(f"{len(candidates)} candidates in {len(groups.groups)} groups by {len(groups.links)} links")
    with _told("decide") as tell:
        made = pipeline.registry(given.documents, candidates, given.decisions, country)
        tell(
            f"{len(given.decisions)} decisions: {len(made.counted)} incidents; the reader had missed "
            f"{len(made.missed)} of their passages, {len(made.undecided)} candidates stay undecided"
        )
    with _told("freeze") as tell:
        release = _freeze(given, made.counted, country, folder)
        placeholders = sum(incident.reconstructed for incident in release.incidents)
        tell(
            f"release {release.manifest.id}: {len(release.incidents)} incidents, {placeholders} of them placeholders "
            f"reconstructed from published totals"
        )
    return release


def write_reports(folder: Path) -> None:
    """The annual report of the release in `folder`, in every language and format, on all processors."""
    tasks = reporting.tasks(folder / "release", reporting.Wanted(), folder)
    with _told("write") as tell, progress("report", len(tasks)) as advance:
        for _ in reporting.written(tasks):
            advance()
        tell(f"{len(tasks)} files: {', '.join(LANGUAGES)} as {', '.join(FORMATS)}")


def build_site(folder: Path) -> None:
    """The public site of the release in `folder`, with its reports."""
    with _told("publish") as tell:
        of = publishing.made(folder / "release", publishing.Wanted(reports=folder), folder / "site").manifest
        tell(f"{of.files:,} files, {of.bytes / 1e6:,.1f} MB: the public site, readable from its folder")


def read(documents: Sequence[Document]) -> dict[str, tuple[Proposal, ...]]:
    """The proposals of each document, read on all processors."""
    found: dict[str, tuple[Proposal, ...]] = {}
    with progress("read", len(documents)) as advance:
        for batch in map_batches(read_batch, in_batches(documents)):
            found |= dict(batch)
            advance(len(batch))
    return found


def read_batch(documents: Sequence[Document]) -> list[tuple[str, tuple[Proposal, ...]]]:
    """The proposals of each document; a process of its own may run it."""
    country = countries.load(sample.COUNTRY)
    return [(document.id, pipeline.read(document, country)) for document in documents]


def _languages(lines: list[dict[str, object]]) -> str:
    return ", ".join(sorted({str(line["lang"]) for line in lines}))


def _freeze(given: sample.Sample, described: tuple[Incident, ...], country: Country, folder: Path) -> Release:
    placeholders = sample.placeholders(given, described)
    behind = pipeline.Registered(given.cases, given.sources, given.decisions)
    release = pipeline.freeze(given.manifest, (*described, *placeholders), behind, country)
    engine = pipeline.engine(release, country)
    reconstruct.prove(reconstruct.read_plan(given.reconstruction), lambda where: engine.count(where).numerator)
    for name in ("release", "release.zip"):
        tally.write(release, folder / name)
    return tally.read(folder / "release")


@contextmanager
def _told(what: str) -> Iterator[Callable[[str], None]]:
    """One line a step: what it did, and how long it took."""
    start, said = time.monotonic(), list[str]()
    yield said.append
    click.echo(f"{what:7} {' '.join(said)} ({time.monotonic() - start:.1f} s)")
