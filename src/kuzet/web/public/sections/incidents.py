"""One page an incident in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final, cast

from msgspec import Raw, field

from kuzet.basis import codebook
from kuzet.basis.incident import Case, Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.word import Word, from_json, to_bytes
from kuzet.web.public import record
from kuzet.web.public.actors import UNITS, actors, key, outlet_page, page_of
from kuzet.web.public.edition import Edition, Entry, Work
from kuzet.web.public.rendering import page
from kuzet.web.public.shown import Outline
from kuzet.web.public.tongue import Tongue, tongue

RELATED: Final = 8
"""Related incidents that a page names: those of its case first, then those of its people and outlets."""

BIBTEX_AT: Final = ",\n  howpublished = {\\url{{address}}},\n  urldate = {{day}}"
"""The end of an entry, with places for the address and the day of reading."""

_KEPT: Final = 20_000
"""Related incidents that are kept, since many pages name the same ones."""


class Related(Word):
    """Another incident, and its title."""

    id: str
    title: Name
    date: str


class Told(Word):
    """Everything that the page of one incident is made from; of other words only what it shows."""

    incident: Incident
    codebook: str
    release: str
    address: str = ""
    case: Case | None = None
    related: tuple[Related, ...] = ()
    sources: dict[str, Name] = field(default_factory=dict)
    corrected: tuple[str, ...] = ()
    """Fields that were coded otherwise in the edition before."""


def part(edition: Edition) -> Iterator[Work]:
    """The pages of all incidents, and the addresses of retired ones."""
    cases = {case.id: case for case in edition.release.cases}
    sources = {source.id: source.name for source in edition.release.sources}
    corrected = {one.id: one.fields for one in edition.compared.changed} if edition.compared else {}
    manifest = edition.release.manifest
    for place, one in enumerate(edition.incidents.outlines()):
        told = Told(
            incident=cast("Incident", Raw(edition.incidents.line(place))),
            codebook=manifest.codebook,
            release=manifest.id,
            address=edition.extra.address,
            case=cases.get(one.case),
            related=tuple(_related(edition, place, one)),
            sources={each.source: sources[each.source] for each in one.citations if each.source in sources},
            corrected=corrected.get(one.id, ()),
        )
        yield Work(f"incident {one.id}", make, to_bytes(told))


def _related(edition: Edition, place: int, one: Outline) -> Iterator[Related]:
    found = {place}
    for each in _near(edition, one):
        if len(found) <= RELATED and each not in found:
            found.add(each)
            yield _named(edition, each)


def _near(edition: Edition, one: Outline) -> Iterator[int]:
    """Incidents of the same case, then of the same people and outlets."""
    yield from _of_case(edition).get(one.case, ())[: RELATED + 1]
    for target in one.targets:
        for unit in UNITS:
            actor = actors(edition).get((unit, key(target.name)))
            yield from actor.places[: RELATED + 1] if actor else ()


@lru_cache(maxsize=_KEPT)
def _named(edition: Edition, place: int) -> Related:
    one = edition.incidents.outline(place)
    return Related(id=one.id, title=one.title, date=str(one.date))


@lru_cache(maxsize=2)
def _of_case(edition: Edition) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, case in enumerate(edition.incidents.cases):
        if case:
            found.setdefault(case, []).append(place)
    return found


def make(given: bytes) -> Iterator[Entry]:
    """The page in every language."""
    told = from_json(given, Told)
    incident, version = told.incident, record.version(told.incident)
    for language in LANGUAGES:
        said = tongue(language, told.codebook, incident.country)
        path = f"{language}/incident/{incident.id}.html"
        own = f"{told.address}/{path}" if told.address else ""
        values = {
            "title": incident.title.best(language),
            "description": incident.summary.best(language),
            "one": incident,
            "told": told,
            "version": version,
            "places": [_place(said, target) if not incident.reconstructed else ("", "") for target in incident.targets],
            "cited": cite(told, said),
            "bibtex": bibtex(told, said),
            "bibtex_at": BIBTEX_AT,
            "bibtex_own": bibtex_own(own),
            "own": own,
            "address": told.address,
            "section": "incidents",
        }
        yield path, page("incident.html", path, said, values)


@cache
def units(version: str) -> Mapping[str, str]:
    """The unit (person, outlet, group) of each kind of target of a codebook version."""
    return {code: row.extra["unit"] for code, row in codebook.load(version).table("target_kinds").items()}


def _place(said: Tongue, target: Any) -> tuple[str, str]:  # noqa: ANN401  (a target of any kind)
    """The pages of a target and of its outlet, without language and ending; '' where there is none."""
    outlet = target.affiliation
    return page_of(target, units(said.codebook.version)), outlet_page(outlet) if outlet else ""


def cite(told: Told, said: Tongue) -> str:
    """How the record is cited, but for the address: number and wording stand for themselves, whatever the edition."""
    return said.say(
        "cite_incident",
        site=said.words["site"],
        title=told.incident.title.best(said.language),
        id=told.incident.id,
        version=record.version(told.incident),
        release=told.release,
    )


def bibtex(told: Told, said: Tongue) -> str:
    """The same for reference managers, to which the page adds the address and the end."""
    incident = told.incident
    fields = {
        "title": f"{{{_plain(incident.title.best(said.language))}}}",
        "author": f"{{{_plain(said.words['site'])}}}",
        "year": str(incident.date.year),
        "note": f"{incident.id}, {told.release}, {record.version(incident)}",
        "language": said.language,
    }
    inner = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{incident.id},\n{inner}"


def bibtex_own(address: str) -> str:
    """What follows for an address that the publisher tells; the day is added where scripts run."""
    return BIBTEX_AT.partition(",\n  urldate")[0].replace("{address}", address) if address else ""


def _plain(text: str) -> str:
    """Text without the signs that TeX takes for commands."""
    return "".join({"\\": "", "{": "", "}": ""}.get(sign, f"\\{sign}" if sign in "&%$#_" else sign) for sign in text)
