"""The order of the stages, as data, and the whole way from documents to a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from kuzet.basis import codebook
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document, Source
from kuzet.basis.figure import Figure
from kuzet.basis.incident import Case, Decision, Incident
from kuzet.basis.judgement import Judgement, Link
from kuzet.basis.release import Manifest, Release
from kuzet.countries import Country
from kuzet.observatory import link, review, tally
from kuzet.observatory.reader import line, read
from kuzet.observatory.review import Proposal, Registry, agreement_people
from kuzet.observatory.write.composing.compose import charts as chosen
from kuzet.observatory.write.composing.compose import compose, parts
from kuzet.observatory.write.composing.materials import Materials
from kuzet.observatory.write.proof import Verified, verify
from kuzet.observatory.write.tree import Chart, Report

Coded = tuple[Coding, Sequence[str]]
"""A coding and what its document tells of it (`Candidate.told`)."""


Charts = tuple[Chart, ...]


class Stage(NamedTuple):
    """A stage takes one word and gives another."""

    name: str
    takes: tuple[type, ...]
    gives: type


STAGES: Final = (
    Stage("detect", (Document,), Candidate),
    Stage("encode", (Candidate,), Coding),
    Stage("link", (Coding,), Link),
    Stage("review", (Coding, Decision), Incident),
    Stage("tally", (Release,), Figure),
    Stage("write", (Figure,), Report),
)
"""In the order of the data; document, decision and release come from the edges."""


def items(published: Mapping[str, EventDate | None], coded: Iterable[Coded]) -> list[link.Item]:
    """Codings of candidates, each with what is told of it, made ready for linking; `published` dates each document."""
    units = {code: row.extra["unit"] for code, row in codebook.load().table("target_kinds").items()}
    return [
        link.Item.of(coding, units, published.get(coding.subject.rpartition("#")[0]), passages)
        for coding, passages in coded
    ]


def groups(
    found: Sequence[link.Item], judgements: Iterable[Judgement] = (), table: link.Weights | None = None
) -> link.Groups:
    """Items grouped into incidents as the machine sees them, corrected by judgements; `table` gives other weights."""
    several = {item.id for item in found if item.several}
    return link.group([item.id for item in found], link.links(found, table=table), judgements, several)


class Registered(NamedTuple):
    """What stands behind a release beside its incidents."""

    cases: tuple[Case, ...]
    sources: tuple[Source, ...]
    decisions: tuple[Decision, ...]
    second: tuple[Coding, ...] = ()


def freeze(manifest: Manifest, incidents: Iterable[Incident], behind: Registered, country: Country) -> Release:
    """A release with the country's published totals and indicators; incidents in order of their id."""
    return Release(
        manifest=manifest,
        incidents=tuple(sorted(incidents, key=lambda incident: incident.id)),
        cases=behind.cases,
        sources=behind.sources,
        decisions=behind.decisions,
        second=behind.second,
        totals=tally.published(country.published_totals),
        indicators=tally.indicators(country.indicators),
    )


def engine(release: Release, country: Country) -> tally.Tally:
    """The counting engine of a release; all regions, context events and sources may be asked for."""
    return tally.Tally(release, codebook.load(release.manifest.codebook), known(release.sources, country))


def known(sources: Iterable[Source], country: Country) -> dict[str, list[str]]:
    """Codes that may be asked for though no incident holds them, by field."""
    return {
        "region": [region.iso for region in country.regions],
        "context_event": [event.code for event in country.events],
        "source": [source.id for source in sources],
    }


def report(
    release: Release, country: Country, language: str, templates: Path | None = None, editions: Sequence[Release] = ()
) -> Report:
    """The annual report of a release in one language, as a tree; parts in `templates` replace the shipped ones.

    It can tell numbers of other `editions`, and tells what it changes against the last of them.
    """
    return composed(materials(release, country, editions), language, templates)


def composed(made: Materials, language: str, templates: Path | None = None) -> Report:
    """The same of materials that are made already, for reports in several languages."""
    return compose(language, made, parts(language, templates))


def charts(release: Release, country: Country, numbers: tally.Tally, language: str) -> Charts:
    """The charts of the annual report without the text around them; `numbers` is the engine.

    `release` may hold no incidents.
    """
    return chosen(language, replace(_material(release, numbers, country), digest=tally.digest(release.manifest)))


def materials(release: Release, country: Country, editions: Sequence[Release] = ()) -> Materials:
    """What a report is made of, and verified with."""
    numbers = engine(release, country)
    others = [_named(edition) for edition in editions]
    earlier = {edition.manifest.id: _material(edition, engine(edition, country), country) for edition in others}
    last = engine(others[-1], country).facts if others else None
    return replace(
        _material(release, numbers, country),
        digest=tally.digest(release.manifest),
        agreed=review.agreement(release.incidents),
        doubled=agreement_people.people(release),
        editions=earlier,
        compared=tally.compare(last, numbers.facts) if last else None,
    )


def _named(edition: Release) -> Release:
    """An edition under a name of its own, since editions of one release share its id."""
    name = f"{edition.manifest.id}-{edition.manifest.edition}"
    return msgspec.structs.replace(edition, manifest=msgspec.structs.replace(edition.manifest, id=name))


def _material(release: Release, numbers: tally.Tally, country: Country) -> Materials:
    book = codebook.load(release.manifest.codebook)
    return Materials(numbers=numbers, release=release, codebook=book, country=country, digest="")


def verified(name: str, raw: bytes, release: Release, country: Country, editions: Sequence[Release] = ()) -> Verified:
    """A published report file against its release: every figure recomputed, every number of the text compared."""
    return verify(name, raw, materials(release, country, editions))


def registry(
    documents: Sequence[Document], proposals: Iterable[Proposal], decisions: Iterable[Decision], country: Country
) -> Registry:
    """The incidents that decisions make of proposals."""
    return review.decide(documents, proposals, decisions, codebook.load(), country.profile.code)


__all__ = [
    "STAGES",
    "Registered",
    "charts",
    "composed",
    "engine",
    "freeze",
    "groups",
    "items",
    "line",
    "materials",
    "read",
    "registry",
    "report",
    "verified",
]
