"""The page of the search, and all names by their first letter for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.public import letters, search
from kuzet.web.public.actors import actors
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.letters import Named
from kuzet.web.public.rendering import page
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
        yield Named(actor.name.best(language), actor.unit, f"{actor.unit}/{actor.slug}", tuple(actor.incidents))
    places: dict[Name, list[str]] = {}
    for incident in edition.release.incidents:
        if not incident.reconstructed:
            places.setdefault(incident.place.name, []).append(incident.id)
    yield from (Named(name.best(language), "place", "", tuple(ids)) for name, ids in places.items())
