"""Two editions side by side: numbers that are now told otherwise, and which incidents made the difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from kuzet.basis.fields import FIELDS
from kuzet.basis.figure import Figure, Filter
from kuzet.basis.word import Word
from kuzet.observatory.tally.counts import counted
from kuzet.observatory.tally.facts import Facts
from kuzet.observatory.tally.filters import Filters

BY: Final = ("category", "perpetrator")
"""Fields by whose codes the numbers of a year are compared, beside the whole."""


class Restated(Word):
    """A number of one year that two editions tell differently, each as it is counted or published there."""

    year: int
    where: Filters
    before: Figure
    now: Figure


class Changed(Word):
    """An incident of both editions, and the fields in which it is coded otherwise now."""

    id: str
    fields: tuple[str, ...]


class Compared(Word):
    """What an edition changes: incidents by id in the order of their release, numbers in the order of years."""

    before: str
    """The id of the earlier edition."""
    restated: tuple[Restated, ...]
    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    changed: tuple[Changed, ...]


def compare(before: Facts, now: Facts) -> Compared:
    """The edition `now` against an earlier one; incidents are compared in the years that both hold incidents of."""
    both = sorted({*before.years} & {*now.years})
    old, new = (_of_years(facts, both) for facts in (before, now))
    return Compared(
        before=before.release.manifest.id,
        restated=tuple(_restated(before, now)),
        added=tuple(one for one in new if one not in old),
        withdrawn=tuple(one for one in old if one not in new),
        changed=tuple(_changed(before, now, [one for one in new if one in old])),
    )


def _of_years(facts: Facts, years: list[int]) -> dict[str, None]:
    return dict.fromkeys(one for year in years for one in facts.ids((), year))


def _restated(before: Facts, now: Facts) -> Iterator[Restated]:
    for year in sorted(_known(before) & _known(now)):
        for where in _asked(before, now):
            old, new = counted(before, where, year), counted(now, where, year)
            if old is not None and new is not None and old.numerator != new.numerator:
                yield Restated(year=year, where=where, before=old, now=new)


def _known(facts: Facts) -> set[int]:
    return {*facts.years, *facts.totals.years}


def _asked(before: Facts, now: Facts) -> Iterator[Filters]:
    """The whole, and each code of `BY` that both editions know."""
    yield ()
    for name in BY:
        known = before.codes.of(name)
        yield from ((Filter(field=name, codes=(code,)),) for code in now.codes.of(name) if code in known)


def _changed(before: Facts, now: Facts, ids: list[str]) -> Iterator[Changed]:
    """Incidents whose codes differ in any field; several codes differ as sets, since their order says nothing."""
    names = [name for name in FIELDS if name != "id"]
    wanted = pl.DataFrame({"id": ids}, schema={"id": pl.String}).lazy()
    old, new = (wanted.join(facts.codings(), on="id", how="left", maintain_order="left") for facts in (before, now))
    differs = pl.concat([old.collect(), new.collect().rename(lambda name: f"{name}_now")], how="horizontal").select(
        "id", *(pl.col(name).ne_missing(pl.col(f"{name}_now")).alias(name) for name in names)
    )
    for ident, *several in differs.filter(pl.any_horizontal(names)).iter_rows():
        yield Changed(id=ident, fields=tuple(name for name, other in zip(names, several, strict=True) if other))
