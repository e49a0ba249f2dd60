"""Search in the bundle: an index that a browser reads in parts, without a server and without morphology."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.search.index import Index
from kuzet.web.public.search.shards import FOLDER, shards


def part(edition: Edition) -> Iterator[Entry]:
    """The script and the files that it reads."""
    incidents = edition.release.incidents
    yield from shards(Index.of(incidents), incidents)
    yield f"{FOLDER}/search.js", (files(__package__) / "search.js").read_bytes()
