"""The lists of people and of outlets; the page of each is a list of its incidents (`lists`)."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.actors import UNITS, actors
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.sections import letters
from kuzet.web.public.sections.letters import Named
from kuzet.web.public.tongue import Tongue, tongue

FILES = dict(zip(UNITS, ("people", "outlets"), strict=True))


def part(edition: Edition) -> Iterator[Entry]:
    """Both lists in each language, in the order of its letters."""
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        for unit in UNITS:
            yield from _listed(edition, unit, said)


def _listed(edition: Edition, unit: str, said: Tongue) -> Iterator[Entry]:
    """All names on one page; where they are many their letters, and the names under each on pages of their own."""
    file, path = FILES[unit], f"{said.language}/{FILES[unit]}.html"
    named = [
        Named(one.name.best(said.language), unit, f"{unit}/{one.slug}", len(one.places))
        for one in actors(edition).values()
        if one.unit == unit
    ]
    found = letters.by_letter(named, said.words)
    title, up = said.words[f"{file}_title"], ("incidents.html", said.words["nav_incidents"])
    common = {"section": "incidents", "address": edition.extra.address, "crumbs": [up]}
    told = {"title": title, "lead": said.words[f"{file}_lead"]}
    if len(named) <= letters.PAGE:
        names = [name for letter in found for name in letter.names]
        yield path, page("actors.html", path, said, common | told | {"names": names})
    else:
        yield path, page("names.html", path, said, common | told | {"letters": letters.listed(found, file)})
        yield from letters.pages(found, file, said, common | {"crumbs": [up, (f"{file}.html", title)]})
