"""The parts of the site in the order in which they are built. To add one, write it in its own file and list it.

The lines stand first: what is made from all incidents reads them, and is made while the other parts are.
"""

from __future__ import annotations

from typing import Final

from kuzet.web.public import data, search
from kuzet.web.public.data import plain, twin
from kuzet.web.public.edition import Part
from kuzet.web.public.sections import (
    actor_pages,
    charts_pages,
    codebook_pages,
    data_page,
    filtering,
    front,
    incidents,
    lists,
    mapping,
    plain_pages,
    reports,
    robots,
    searching,
    sitemap,
    statics,
)

PARTS: Final[tuple[Part, ...]] = (
    plain.lines,
    search.part,
    data.part,
    statics.part,
    charts_pages.part,
    front.part,
    filtering.part,
    actor_pages.part,
    mapping.part,
    codebook_pages.part,
    plain_pages.part,
    plain_pages.retired,
    reports.part,
    data_page.part,
    searching.part,
    twin.part,
    sitemap.part,
    robots.part,
    incidents.part,
    lists.part,
)
