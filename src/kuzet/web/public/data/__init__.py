"""The open data of one edition in every form, each made from the same tables; no form holds more than another."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import to_bytes
from kuzet.web.public.data import cite, database, package, told
from kuzet.web.public.data.making import Book, Given, make
from kuzet.web.public.data.tables import fixed, written
from kuzet.web.public.edition import Edition, Whole


def part(edition: Edition) -> Iterator[Whole]:
    """Every file of the open data but the lines, and at last all of them in one zip."""
    manifest = edition.release.manifest
    given = Given(
        name=cite.name(edition),
        title=manifest.title.best("en"),
        frozen=manifest.frozen,
        book=Book(period=manifest.period, codebook=manifest.codebook),
        package=package.package(edition),
        tables={name: written(table) for name, table in fixed(edition).items()},
        texts=tuple(_texts(edition)),
    )
    yield Whole("data", make, to_bytes(given))


def _texts(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield "metadata.json", database.metadata(edition)
    yield "dictionary.csv", told.table(edition)
    yield "dictionary.css", told.style()
    for language in LANGUAGES:
        yield f"dictionary.{language}.html", told.html(edition, language)
        yield f"dictionary.{language}.md", told.markdown(edition, language)
    yield from cite.written(edition)
