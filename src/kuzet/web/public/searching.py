"""The page of the search, and the list of all names by their first letter for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.public import search
from kuzet.web.public.actors import actors
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import tongue

MOST: Final = 12
"""Incidents of a place that the list links to."""

_MARKS: Final = "«»“”„\"' "


class Named(NamedTuple):
    """A person, an outlet or a place: its page where it has one, and the incidents that name it."""

    name: str
    unit: str
    page: str
    incidents: tuple[str, ...]


Letters = list[tuple[int, str, list[Named]]]


def part(edition: Edition) -> Iterator[Entry]:
    """Both pages in each language."""
    manifest = edition.release.manifest
    for language in LANGUAGES:
        said = tongue(language, manifest.codebook, manifest.country)
        letters = by_letter(edition, language, said.words)
        common = {"section": "search", "address": edition.extra.address}
        sought = {"letters": [(number, letter) for number, letter, _ in letters], "scripts": (search.script(edition),)}
        path = f"{language}/search.html"
        yield path, page("search.html", path, said, {**common, **sought, "title": said.words["nav_search"]})
        path = f"{language}/names.html"
        listed = {"letters": letters, "most": MOST, "title": said.words["names_title"]}
        yield path, page("names.html", path, said, {**common, **listed})


def by_letter(edition: Edition, language: str, words: Mapping[str, str]) -> Letters:
    """All names under their first letter, in the order of the language's alphabet."""
    order = {letter: place for place, letter in enumerate(words["alphabet"])}
    found: dict[str, list[Named]] = {}
    for one in _names(edition, language):
        first = one.name.strip(_MARKS)[:1].upper()
        found.setdefault(first if first in order else words["names_others"], []).append(one)
    letters = sorted(found, key=lambda letter: order.get(letter, len(order)))
    ordered = (sorted(found[letter], key=lambda one: _sorted(one, order)) for letter in letters)
    return [(number, *pair) for number, pair in enumerate(zip(letters, ordered, strict=True), 1)]


def _sorted(one: Named, order: Mapping[str, int]) -> tuple[list[int], str]:
    return [order.get(letter, len(order)) for letter in one.name.strip(_MARKS).upper()], one.page


def _names(edition: Edition, language: str) -> Iterator[Named]:
    for actor in actors(edition).values():
        yield Named(actor.name.best(language), actor.unit, f"{actor.unit}/{actor.slug}", tuple(actor.incidents))
    places: dict[Name, list[str]] = {}
    for incident in edition.release.incidents:
        if not incident.reconstructed:
            places.setdefault(incident.place.name, []).append(incident.id)
    yield from (Named(name.best(language), "place", "", tuple(ids)) for name, ids in places.items())
