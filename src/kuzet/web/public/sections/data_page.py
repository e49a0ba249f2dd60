"""The page that offers everything as files."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.data.offered import offered
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import tongue


def part(edition: Edition) -> Iterator[Entry]:
    """The page in each language."""
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        path = f"{language}/data.html"
        values = {
            "title": said.words["data_title"],
            "files": [(label, place, "") for label, place in offered(edition, language)],
            "publisher": edition.extra.publisher,
            "section": "data",
            "address": edition.extra.address,
        }
        yield path, page("data.html", path, said, values)
