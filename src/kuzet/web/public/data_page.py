"""The page that offers everything as files."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.data import FOLDER, cite
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import Tongue, tongue


def part(edition: Edition) -> Iterator[Entry]:
    """The page in each language."""
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        path = f"{language}/data.html"
        values = {
            "title": said.say("data_title"),
            "groups": [
                (heading, [_file(edition, said, name, told) for name, told in files.items()])
                for heading, files in said.words["data_offered"].items()
            ],
            "section": "data",
            "address": edition.extra.address,
        }
        yield path, page("data.html", path, said, values)


def _file(edition: Edition, said: Tongue, name: str, told: str) -> tuple[str, str, str]:
    """What a file is, its path, and its name; `{name}` and `{language}` in it are those of edition and page."""
    written = name.format(name=cite.name(edition), language=said.language)
    return told, f"{FOLDER}/{written}", written
