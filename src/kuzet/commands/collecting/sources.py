"""The plans that a collection follows, and whose an address is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kuzet import countries
from kuzet.observatory.collect import sources
from kuzet.observatory.collect.addresses import site
from kuzet.observatory.collect.plan import Plan

BY_HAND: Final = "by-hand"
"""The source of addresses that belong to none of the sources."""


def plans(country: str, folder: Path | None) -> dict[str, Plan]:
    """The plan of each source that is collected now, by its id; `folder` replaces those of the country pack.

    Raises `BadInput` or `Missing` naming the file, and `BadInput` for a country without a pack.
    """
    countries.check(country)
    found = map(sources.plan, sources.folders(folder)) if folder else sources.sources(country)
    return {plan.source.id: plan for plan in found if plan.status == "active"}


def owner(url: str, known: Mapping[str, Plan]) -> str:
    """The source on whose site an address is."""
    wanted = site(url)
    for ident, plan in known.items():
        if wanted and wanted in {site(plan.source.url), *(site(start.url) for start in plan.start)}:
            return ident
    return BY_HAND
