"""The static twin of the API: the same shapes as files, for mirrors and for reading without a server.

A file has the path of the live API's address with `.json` behind it; pages of incidents are `incidents.json`,
`incidents-2.json`, ..., where `next` names the file behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, cast

from msgspec import Raw

from kuzet.basis.fields import FIELDS
from kuzet.basis.incident import Incident
from kuzet.basis.word import Word, from_json, to_bytes
from kuzet.web.public.data import answers
from kuzet.web.public.edition import Edition, Entry, Work

FOLDER: Final = "api/v1"
PAGE: Final = 200
"""Incidents of a page, as many as a page of the live API holds at most."""


class Page(Word):
    """What one page is made from: the incidents and where the page stands."""

    edition: str
    total: int
    number: int
    pages: int
    items: tuple[Incident, ...]


def part(edition: Edition) -> Iterator[Entry | Work]:
    """Editions, figures, codebook and sources, then the incidents page by page."""
    manifest = edition.release.manifest
    told, book = answers.edition(manifest), answers.codebook(manifest.codebook)
    yield _file("editions", answers.Editions(editions=(told,)))
    yield _file(f"editions/{told.name}", told)
    yield _file("codebook", book)
    yield from (_file(f"codebook/{table.name}", table) for table in book.tables)
    yield _file("figures/count", answers.figure(manifest, edition.engine.count()))
    yield _file("figures/people", answers.figure(manifest, edition.engine.people()))
    for field in FIELDS:
        if field != "id":
            yield _file(f"figures/table/{field}", answers.table(manifest, edition.engine.cross((field,))))
    yield _file("sources", answers.sources(manifest, edition.release.sources))
    yield from _pages(edition, told.name)


def _pages(edition: Edition, name: str) -> Iterator[Work]:
    total, lines = len(edition.incidents), edition.incidents.lines()
    pages = max(1, -(-total // PAGE))
    for number in range(1, pages + 1):
        items = tuple(map(Raw, islice(lines, PAGE)))
        given = Page(edition=name, total=total, number=number, pages=pages, items=cast("tuple[Incident, ...]", items))
        yield Work(f"api incidents {number}", make, to_bytes(given))


def make(given: bytes) -> Iterator[Entry]:
    """The file of a page, and one of each of its incidents."""
    page = from_json(given, Page)
    following = f"{_named(page.number + 1)}.json" if page.number < page.pages else ""
    whole = answers.Incidents(edition=page.edition, total=page.total, items=page.items, next=following)
    yield _file(_named(page.number), whole)
    for one in page.items:
        yield _file(f"incidents/{one.id}", answers.OneIncident(edition=page.edition, incident=one))


def _named(number: int) -> str:
    return "incidents" if number == 1 else f"incidents-{number}"


def _file(path: str, word: Word) -> Entry:
    return f"{FOLDER}/{path}.json", to_bytes(word) + b"\n"
