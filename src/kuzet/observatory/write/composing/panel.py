"""A trend that does not rise because more is read: all sources beside those that were read in every year at hand.

A release holds the incidents of its own years, an earlier edition those of others; of all further years only totals are
known, and a total cannot be taken apart by source: there the panel has a gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kuzet.basis.errors import Missing
from kuzet.basis.figure import Figure
from kuzet.observatory.write.composing.materials import Materials
from kuzet.observatory.write.numbers_port import Where

FEWEST: Final = 2
"""So many years make a trend."""

Series = Mapping[int, Figure | None]


def held(materials: Materials) -> Mapping[int, Materials]:
    """The years whose incidents are at hand, each with the release or edition that holds them; the release first."""
    found: dict[int, Materials] = {}
    for one in (materials, *materials.editions.values()):
        period = one.release.manifest.period
        for year in range(period.first().year, period.last().year + 1):
            found.setdefault(year, one)
    return dict(sorted(found.items()))


def panel(materials: Materials) -> tuple[str, ...]:
    """The sources that were read throughout in every year at hand; raises `Missing` where they make no trend."""
    years = held(materials)
    if len(years) < FEWEST:
        raise Missing(f"no trend over sources: incidents of {', '.join(map(str, years))} alone are at hand")
    listed = [{source.id for source in one.release.sources} for one in years.values()]
    found = tuple(
        source.id
        for source in materials.release.sources
        if set(source.panel_years) >= set(years) and all(source.id in ids for ids in listed)
    )
    if not found:
        raise Missing(f"no source was read throughout in {', '.join(map(str, years))}")
    return found


def over_all(materials: Materials, where: Where) -> Series:
    """The number of each year, from incidents at hand or as it was published."""
    years = held(materials)
    known = range(min(materials.first_year, *years), materials.year + 1)
    published = dict(materials.numbers.series(where, known))
    return {year: years[year].numbers.count(where, year) if year in years else published[year] for year in known}


def over_panel(materials: Materials, where: Where) -> Series:
    """The number of each year that the panel of sources reports, None where the incidents are not at hand."""
    years, asked = held(materials), {**where, "source": panel(materials)}
    return {
        year: years[year].numbers.count(asked, year) if year in years else None
        for year in range(min(materials.first_year, *years), materials.year + 1)
    }
