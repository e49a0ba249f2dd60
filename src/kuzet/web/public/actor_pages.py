"""The lists of people and of outlets; the page of each is a list of its incidents (`lists`)."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.actors import UNITS, actors
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import tongue

FILES = dict(zip(UNITS, ("people", "outlets"), strict=True))


def part(edition: Edition) -> Iterator[Entry]:
    """Both lists in each language, in the order of its letters."""
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        for unit, file in FILES.items():
            found = [one for one in actors(edition).values() if one.unit == unit]
            names = [(one.name.best(language), f"{unit}/{one.slug}", len(one.incidents)) for one in found]
            path = f"{language}/{file}.html"
            values = {
                "title": said.words[f"{file}_title"],
                "lead": said.words[f"{file}_lead"],
                "names": sorted(names, key=lambda one: (one[0].strip("«“\"'").casefold(), one[1])),
                "section": "incidents",
                "address": edition.extra.address,
            }
            yield path, page("actors.html", path, said, values)
