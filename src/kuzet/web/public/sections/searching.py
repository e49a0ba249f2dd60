"""The page of the search, and all names by their first letter for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.public import search
from kuzet.web.public.actors import actors
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.sections import letters
from kuzet.web.public.sections.letters import Named
from kuzet.web.public.tongue import tongue


def part(edition: Edition) -> Iterator[Entry]:
    """The search, the letters, and the names under each of them, in each language."""
    manifest = edition.release.manifest
    for language in LANGUAGES:
        said = tongue(language, manifest.codebook, manifest.country)
        found = letters.by_letter(names(edition, language), said.words)
        common = {"section": "search", "address": edition.extra.address}
        listed = {"letters": letters.listed(found, "names"), "lead": said.words["names_lead"]}
        searched, named = said.words["nav_search"], said.words["names_title"]
        path = f"{language}/search.html"
        yield (
            path,
            page(
                "search.html", path, said, common | listed | {"title": searched, "scripts": (search.script(edition),)}
            ),
        )
        path, up = f"{language}/names.html", ("search.html", searched)
        yield path, page("names.html", path, said, common | listed | {"title": named, "crumbs": [up]})
        yield from letters.pages(found, "names", said, common | {"crumbs": [up, ("names.html", named)]})


def names(edition: Edition, language: str) -> Iterator[Named]:
    """Every person, outlet and place that incidents name."""
    for actor in actors(edition).values():
        yield Named(actor.name.best(language), actor.unit, f"{actor.unit}/{actor.slug}", len(actor.places))
    for name, found in _places(edition).items():
        yield Named(name.best(language), "place", "", found.number, found.first)


@dataclass
class _Place:
    """How many incidents happened at a place, and the first of them."""

    number: int = 0
    first: list[str] = field(default_factory=list)


@lru_cache(maxsize=2)
def _places(edition: Edition) -> Mapping[Name, _Place]:
    places: dict[Name, _Place] = {}
    shown = edition.incidents
    for name, ident, is_placeholder in zip(shown.places, shown.ids, shown.reconstructed, strict=True):
        if not is_placeholder:
            found = places.setdefault(name, _Place())
            found.number += 1
            if found.number <= letters.MOST:
                found.first.append(ident)
    return places
