"""`sitemap.xml`: the pages of the site for search engines; only where the address of the site is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.adapters.batches import in_batches
from kuzet.basis.names import LANGUAGES
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.facets import facets
from kuzet.web.public.rendering import environment

MOST: Final = 15_000
"""Pages in one file: with their languages fewer than the 50,000 addresses that one may hold."""

PAGES: Final = (
    "index",
    "incidents",
    "map",
    "charts/index",
    "reports",
    "codebook/index",
    "data",
    "about",
    "methodology",
)


def part(edition: Edition) -> Iterator[Entry]:
    """One file, or several under an index."""
    address = edition.extra.address
    if not address:
        return
    batches = list(in_batches(_pages(edition), MOST))
    single = len(batches) == 1
    for number, batch in enumerate(batches, 1):
        name = "sitemap.xml" if single else f"sitemap-{number}.xml"
        yield name, _filled("sitemap.xml", pages=batch, address=address, languages=LANGUAGES)
    if not single:
        names = [f"sitemap-{number}.xml" for number in range(1, len(batches) + 1)]
        yield "sitemap.xml", _filled("sitemaps.xml", names=names, address=address)


def _pages(edition: Edition) -> Iterator[str]:
    """Every page without its language and ending."""
    yield from PAGES
    yield from (facet.page for facet in facets(edition))
    yield from (f"incident/{ident}" for ident in edition.incidents.ids)


def _filled(template: str, **values: object) -> bytes:
    return (environment().get_template(template).render(values) + "\n").encode()
