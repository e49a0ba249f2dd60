"""Counts of incidents and of people, in the release and in earlier years."""

from __future__ import annotations

from fractions import Fraction

from kuzet.basis.errors import Missing
from kuzet.basis.fields import FIELDS, UNKNOWN
from kuzet.basis.figure import Figure, Filter, Unit
from kuzet.basis.release import Indicator
from kuzet.observatory.tally.facts import Facts, of_year
from kuzet.observatory.tally.filters import Filters, both, told


def count(facts: Facts, filters: Filters, year: int | None = None) -> Figure:
    """How many incidents; a year outside the release is answered by published totals. Raises `Missing`."""
    found = counted(facts, filters, year)
    if found is None:
        raise Missing(f"no published total of {year} for {told(filters)}: neither incidents nor a total known")
    return found


def counted(facts: Facts, filters: Filters, year: int | None = None) -> Figure | None:
    """The same as `count`, None where a year's number is not known."""
    if year is not None and year not in facts.years:
        return _published(facts, filters, year)
    ids = facts.ids(filters, year)
    return Figure(
        unit=Unit.INCIDENTS,
        question=facts.question("count", filters, year),
        release=facts.release.manifest.id,
        numerator=len(ids),
        incidents=ids,
    )


def _published(facts: Facts, filters: Filters, year: int) -> Figure | None:
    total = facts.totals.find(filters, year)
    if total is None:
        return None
    return Figure(
        unit=Unit.INCIDENTS,
        question=facts.question("count", filters, year),
        release=facts.release.manifest.id,
        numerator=total.value,
        published=(total.id,),
        note="derived from other published numbers" if total.derived else "",
    )


def people(facts: Facts, filters: Filters, year: int | None = None) -> Figure:
    """How many people were affected, over the incidents whose sources count them (`whole` are all that pass)."""
    whole = facts.ids(filters, year)
    stated = facts.rows(filters, year).select("id", "people").drop_nulls()
    silent = len(whole) - stated.height
    return Figure(
        unit=Unit.PEOPLE,
        question=facts.question("people", filters, year),
        release=facts.release.manifest.id,
        numerator=int(stated.get_column("people").sum()),
        incidents=tuple(stated.get_column("id").to_list()),
        whole=whole,
        note=f"{silent} of {len(whole)} incidents do not state a number of people" if silent else "",
    )


def known(facts: Facts, name: str, filters: Filters) -> Filters:
    """The same filters, of incidents whose `name` field is known: the base for shares of what is known."""
    field = FIELDS[name]
    codes = tuple(sorted(code for code in facts.codes.of(name) if code not in (field.empty, UNKNOWN)))
    return both(filters, (Filter(field=name, codes=codes),))


def indicator(facts: Facts, code: str, year: int) -> Figure:
    """A context indicator of a year; raises `Missing` with the years that are known."""
    found = [one for one in facts.release.indicators if one.code == code]
    for one in found:
        if one.year == year:
            return _indicator(facts, one)
    codes = sorted({one.code for one in facts.release.indicators})
    told = f"known years: {sorted(one.year for one in found)}" if found else f"known: {', '.join(codes)}"
    raise Missing(f"no indicator {code!r} of {year} in release {facts.release.manifest.id}; {told}")


def _indicator(facts: Facts, one: Indicator) -> Figure:
    value = Fraction(one.value)
    return Figure(
        unit=Unit.RANK if one.unit == "rank" else Unit.NUMBER,
        question=facts.question(f"indicator {one.code}", (), one.year),
        release=facts.release.manifest.id,
        numerator=value.numerator,
        denominator=value.denominator,
        published=(f"indicator {one.code} {of_year(one.year)}",),
        note="; ".join(part for part in (one.source, str(one.published or ""), one.note) if part),
    )
