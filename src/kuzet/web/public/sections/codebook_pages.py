"""The codebook: every code with its definition, examples, what others call it, and how often it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from markupsafe import Markup, escape

from kuzet.basis.codebook import Codebook, crosswalk
from kuzet.basis.fields import FIELDS, NONE
from kuzet.basis.names import LANGUAGES
from kuzet.web.public import facets
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import Tongue, tongue

SCHEMES: Final[Mapping[str, str]] = {
    "mmf": "Mapping Media Freedom",
    "coe": "Council of Europe Platform",
    "uspft": "U.S. Press Freedom Tracker",
    "cpj": "CPJ",
    "huridocs": "HURIDOCS",
    "sdg": "SDG 16.10.1",
}
"""Names of the other systems, which are the same in every language."""


def part(edition: Edition) -> Iterator[Entry]:
    """The list of tables, and a page for each."""
    used = {table: _used(edition, table) for table in edition.codebook.tables}
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        common = {"section": "codebook", "address": edition.extra.address}
        path = f"{language}/codebook/index.html"
        values = {"title": said.words["codebook_title"], "tables": _tables(edition, said)}
        yield path, page("codebook.html", path, said, common | values)
        for name, table in edition.codebook.tables.items():
            path = f"{language}/codebook/{name}.html"
            codes = [(code, _others(edition, code.code)) for code in table.values()]
            values = {"title": title(said, name), "codes": codes, "used": used[name], "field": _field(name)}
            values |= {"linked": partial(linked, table=name, book=edition.codebook, language=language)}
            yield path, page("codes.html", path, said, common | values)


def linked(text: str, table: str, book: Codebook, language: str) -> Markup:
    """A text in which a code leads to where it is defined, by its label."""
    link = Markup('<a href="{}#{}">{}</a>')
    return Markup().join(
        link.format("" if found == table else f"{found}.html", code, book.label(found, code, language))
        if code
        else escape(piece)
        for piece, found, code in book.named(text, table)
    )


def title(said: Tongue, table: str) -> str:
    """What a table is called: the field that it codes, or the question it answers."""
    own = said.words.get(f"table_{table}")
    return str(own) if own else said.field(_field(table) or table)


def _tables(edition: Edition, said: Tongue) -> list[tuple[str, str, int]]:
    return [(name, title(said, name), len(table)) for name, table in edition.codebook.tables.items()]


def _field(table: str) -> str:
    """The field that counts the codes of a table, '' where no list is made of them."""
    return next((name for name in facets.FIELDS if FIELDS[name].table == table), "")


def _used(edition: Edition, table: str) -> Mapping[str, int]:
    """How many incidents of the edition hold each code."""
    name = _field(table)
    return {code: number for code, number in facets.counts(edition, name) if code != NONE} if name else {}


def _others(edition: Edition, code: str) -> list[tuple[str, Any]]:
    """What other systems call it; nothing for the codes that they have no place for."""
    known = crosswalk(edition.release.manifest.codebook)
    found = ((name, known.get((code, scheme), "none")) for scheme, name in SCHEMES.items())
    return [(name, target) for name, target in found if target != "none"]
