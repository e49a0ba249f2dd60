"""The page of the search, and all names by their first letter for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from kuzet.adapters.batches import in_batches
from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.public import search
from kuzet.web.public.actors import actors
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import Tongue, tongue

MOST: Final = 12
"""Incidents of a place that the list links to."""

PAGE: Final = 400
"""Names a page."""

_MARKS: Final = "«»“”„\"' "


class Named(NamedTuple):
    """A person, an outlet or a place: its page where it has one, and the incidents that name it."""

    name: str
    unit: str
    page: str
    incidents: tuple[str, ...]


Letters = list[tuple[int, str, list[Named]]]


def part(edition: Edition) -> Iterator[Entry]:
    """The search, the letters, and the names under each of them, in each language."""
    manifest = edition.release.manifest
    for language in LANGUAGES:
        said = tongue(language, manifest.codebook, manifest.country)
        letters = by_letter(edition, language, said.words)
        common = {"section": "search", "address": edition.extra.address}
        listed = {"letters": [(letter, f"names/{number}.html", len(names)) for number, letter, names in letters]}
        scripts = {"scripts": (search.script(edition),), "title": said.words["nav_search"]}
        for name, more in (("search", scripts), ("names", {"title": said.words["names_title"]})):
            path = f"{language}/{name}.html"
            yield path, page(f"{name}.html", path, said, common | listed | more)
        for number, letter, names in letters:
            yield from _of_letter(number, names, said, {**common, "title": letter})


def _of_letter(number: int, names: list[Named], said: Tongue, common: Mapping[str, object]) -> Iterator[Entry]:
    """The names under one letter, over as many pages as they need; other languages have other letters."""
    batches = list(in_batches(names, PAGE))
    files = [f"{number}.html", *(f"{number}-{place}.html" for place in range(2, len(batches) + 1))]
    for place, (file, some) in enumerate(zip(files, batches, strict=True), 1):
        path = f"{said.language}/names/{file}"
        listed = {"names": some, "others": list(enumerate(files, 1)), "current": place, "most": MOST}
        apart = {"everywhere": False, "across": "/names.html"}
        yield path, page("letter.html", path, said, {**common, **listed, **apart})


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
