"""The page of the search; without scripts it leads to the prepared lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.search.shards import FOLDER
from kuzet.web.public.tongue import tongue

SCRIPT: Final = f"{FOLDER}/search.js"


def part(edition: Edition) -> Iterator[Entry]:
    """The page in each language."""
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        path = f"{language}/search.html"
        values = {
            "title": said.say("nav_search"),
            "scripts": (SCRIPT,),
            "section": "search",
            "address": edition.extra.address,
        }
        yield path, page("search.html", path, said, values)
