"""Shares of a whole, exact, and complete splits that say what they sum to when rounded."""

from __future__ import annotations

from kuzet.basis.errors import Missing
from kuzet.basis.figure import Figure, Unit
from kuzet.basis.rounding import whole
from kuzet.basis.word import Word
from kuzet.observatory.tally.counts import count, known
from kuzet.observatory.tally.crosses import Cross
from kuzet.observatory.tally.facts import Facts
from kuzet.observatory.tally.filters import Filters, both, told


def share(facts: Facts, filters: Filters, base: Filters, year: int | None = None) -> Figure:
    """Percent of the base that passes `filters` too; raises `Missing` where the base is empty or a year is unknown."""
    part, total = count(facts, both(filters, base), year), count(facts, base, year)
    if not total.numerator:
        raise Missing(f"no share of nothing: no incident is {told(base)} in {year or facts.period}")
    return Figure(
        unit=Unit.PERCENT,
        question=facts.question("share", filters, year, base=base),
        release=facts.release.manifest.id,
        numerator=100 * part.numerator,
        denominator=total.numerator,
        incidents=part.incidents,
        whole=total.incidents,
        published=part.published + total.published,
    )


class Split(Word):
    """All parts of a whole by one field, each a share; `unknown` counts what the field does not tell.

    Parts are shares of what is known when the split was asked so; then `unknown` stands beside them.
    """

    field: str
    parts: tuple[tuple[str, Figure], ...]
    unknown: int

    @property
    def rounded_sum(self) -> int:
        """What the rounded parts sum to: 100, or a number that has to be told."""
        return sum(whole(figure.value) for _, figure in self.parts)

    @property
    def complete(self) -> bool:
        """Whether the rounded parts sum to 100."""
        return self.rounded_sum == 100


def split(facts: Facts, name: str, filters: Filters, *, of_known: bool = False) -> Split:
    """The whole that passes `filters`, split by a field in the codebook's order; parts without incidents left out."""
    base = known(facts, name, filters) if of_known else filters
    cells = Cross(facts, (name,), base)
    parts = tuple((code, share(facts, facts.read({name: code}), base)) for (code,), _ in cells.rows())
    unknown = facts.number(filters) - facts.number(known(facts, name, filters))
    return Split(field=name, parts=parts, unknown=unknown)
