"""Editions: what of the registry is counted for one country and period, frozen."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from django.db.models import QuerySet

from kuzet.basis.coding import Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document, Source
from kuzet.basis.errors import BrokenRule
from kuzet.basis.incident import COUNTED, Case, Decision, Incident
from kuzet.basis.names import Name
from kuzet.basis.release import Manifest, Release
from kuzet.countries import Country
from kuzet.observatory import pipeline, tally
from kuzet.observatory.review import integrity, leaks, published
from kuzet.web.registry import doubling, events, guarding, models, store
from kuzet.web.registry.changes import Changes, book, changing
from kuzet.web.registry.events import By

TOLD: Final = (*COUNTED, "withdrawn")
"""The statuses of incidents whose decisions a release holds: none of one never published, or retracted."""


SAMPLE: Final = "the bundled sample"
"""The reason with which the sample was filled in: an edition with any of it says that its texts are constructed."""

TRIES: Final = 3
"""Times that an edition is made while others may write; when each time somebody did, they wait the next time."""


def freeze(country: Country, period: EventDate, frozen: date, path: Path, by: By) -> Manifest:
    """Write the next edition to `path` (as `tally.write`) and note it; gives its manifest with all files.

    The same state of the registry gives the same bytes. It is gathered and written while others write; nobody does
    only while it is made sure that nothing was written since, and the edition noted. Raises `BrokenRule` with the
    first problem where something is not right, and what `tally.write` raises.
    """
    for _ in range(TRIES):
        before = events.checkpoint()
        with _prepared(country, period, frozen, path) as made, changing(by) as changes:
            if events.checkpoint() == before:
                return _noted(made, changes)
    with changing(by) as changes, _prepared(country, period, frozen, path) as made:
        return _noted(made, changes)


@contextmanager
def _prepared(country: Country, period: EventDate, frozen: date, path: Path) -> Iterator[tally.Prepared]:
    release = gather(_manifest(country, period, frozen), country)
    if found := list(_wrong(release)):
        raise BrokenRule(f"{release.manifest.id}: {found[0]} ({len(found)} problems; all of them with --check)")
    with tally.prepared(release, path) as made:
        yield made


def _noted(made: tally.Prepared, changes: Changes) -> Manifest:
    changes.put(made.manifest)
    made.place()
    return made.manifest


def problems(country: Country, period: EventDate, frozen: date) -> list[str]:
    """What stands in the way of an edition, a line each."""
    return list(_wrong(gather(_manifest(country, period, frozen), country)))


def _wrong(release: Release) -> Iterator[str]:
    yield from integrity(release, kept())
    yield from leaks(release, guarding.guarded())


def kept() -> dict[str, str]:
    """The SHA-256 of each document that is kept, by its id."""
    rows = models.Document.objects.values_list("ident", "sha256")
    known = {ident: sha256 for ident, sha256 in rows if sha256}
    plain = store.load(Document, models.Document.objects.filter(sha256=""))
    return known | {document.id: document.digest() for document in plain}


def gather(manifest: Manifest, country: Country) -> Release:
    """The release that the manifest is of, from what stands in the registry now, as the public may see it."""
    incidents = list(store.load(Incident, _counted(manifest)))
    ids = {incident.id for incident in incidents}
    behind = pipeline.Registered(
        cases=tuple(_cases(manifest, ids)),
        sources=tuple(store.load(Source)),
        decisions=tuple(_decisions(manifest)),
        second=tuple(one for one in store.load(Coding, doubling.second()) if one.subject in ids),
    )
    made = pipeline.freeze(manifest, incidents, behind, country)
    return published(made, guarding.guarded(), guarding.numbers())


def _cases(manifest: Manifest, ids: Collection[str]) -> list[Case]:
    """The cases of the release's incidents, and earlier ones that went on in its period.

    Of the latter every incident is published, so that no case tells of one that nobody is to see.
    """
    cases = list(store.load(Case))
    own = {case.id for case in cases if any(ident in ids for ident in case.incidents)}
    found = [case for case in cases if case.id in own or _goes_on(case, manifest.period)]
    earlier = {ident for case in found if case.id not in own for ident in case.incidents}
    rows = models.Incident.objects.filter(country=manifest.country, status__in=COUNTED, ident__in=earlier)
    counted = set(rows.values_list("ident", flat=True))
    return [case for case in found if case.id in own or counted.issuperset(case.incidents)]


def _goes_on(case: Case, period: EventDate) -> bool:
    """Whether it began before the period and has a step in it."""
    return any(step.date.within(period) for step in case.steps) and case.steps[0].date.last() < period.first()


def _manifest(country: Country, period: EventDate, frozen: date) -> Manifest:
    code = country.profile.code
    name = f"{code.lower()}-{period}"
    earlier = list(store.load(Manifest, models.Release.objects.filter(name=name)))
    texts = json.loads((files(__package__) / "titles.json").read_text("utf-8"))
    return Manifest(
        id=name,
        country=code,
        period=period,
        edition=str(len(earlier) + 1),
        frozen=frozen,
        codebook=book().version,
        title=Name(**{language: text.format(period=period) for language, text in texts.items()}),
        previous=tally.digest(earlier[-1]) if earlier else "",
        constructed=models.Event.objects.filter(reason=SAMPLE).exists(),
    )


def _counted(manifest: Manifest) -> QuerySet[Any]:
    """Incidents that count: an incident belongs to the period in which it began."""
    period = manifest.period
    return models.Incident.objects.filter(
        country=manifest.country, status__in=COUNTED, first__range=(period.first(), period.last())
    ).order_by("ident")


def _decisions(manifest: Manifest) -> list[Decision]:
    """In order of time: what was decided on an incident that counts, or counted, and what was not taken in."""
    period = manifest.period
    began = models.Incident.objects.filter(
        country=manifest.country, status__in=TOLD, first__range=(period.first(), period.last())
    )
    ids = set(began.values_list("ident", flat=True))
    documents = set(_published(period))
    redirects = dict(models.Redirect.objects.exclude(into="").values_list("ident", "into"))
    kept: dict[str, Decision] = {}
    for decision in store.load(Decision, models.Decision.objects.order_by("at", "ident")):
        if decision.of in kept or _belongs(decision, redirects, ids, documents):
            kept[decision.id] = decision
    return list(kept.values())


def _belongs(
    decision: Decision, redirects: Mapping[str, str], incidents: Collection[str], documents: Collection[str]
) -> bool:
    if decision.incident:
        return redirects.get(decision.incident, decision.incident) in incidents
    return any(passage.document in documents for passage in decision.passages)


def _published(period: EventDate) -> Iterator[str]:
    dates = models.Document.objects.exclude(published=None).values_list("ident", "published")
    return (ident for ident, published in dates if EventDate.parse(published).within(period))
