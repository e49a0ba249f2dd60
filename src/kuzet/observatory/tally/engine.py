"""The counting engine: one door to every number that may be published. Nothing else counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.figure import Figure
from kuzet.basis.release import Release
from kuzet.observatory.tally import changes, counts, crosses, records, shares
from kuzet.observatory.tally.facts import Facts
from kuzet.observatory.tally.fields import field
from kuzet.observatory.tally.filters import Where

_ALL: Final[Where] = MappingProxyType({})


class Tally:
    """Figures of one release. `where` maps fields to a code or several; `basis.fields.FIELDS` says what can be asked.

    Every method raises `UnknownCode` for a field or code that cannot be, with the nearest one, and `Missing` where a
    number is not known. Comparisons over years speak of the last year of the release's period.
    """

    def __init__(
        self, release: Release | Facts, codebook: Codebook, known: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """`known` names codes that may be asked for though no incident holds them, such as all regions."""
        self.facts = release if isinstance(release, Facts) else Facts.of(release, codebook, known)

    def count(self, where: Where = _ALL, year: int | None = None) -> Figure:
        """How many incidents; a year before the release is answered by published totals."""
        return counts.count(self.facts, self.facts.read(where), year)

    def people(self, where: Where = _ALL, year: int | None = None) -> Figure:
        """How many people were affected, where the sources count them; `note` says where they do not."""
        return counts.people(self.facts, self.facts.read(where), year)

    def share(self, where: Where, of: Where = _ALL, year: int | None = None, *, known: str = "") -> Figure:
        """Percent of the base `of` that is `where` too; with `known`, of those whose field of that name is known.

        A year before the release is answered by published totals of part and whole.
        """
        base = self.facts.read(of)
        base = counts.known(self.facts, field(known).name, base) if known else base
        return shares.share(self.facts, self.facts.read(where), base, year)

    def split(self, by: str, where: Where = _ALL, *, of_known: bool = False) -> shares.Split:
        """All parts of a whole as shares, and what they sum to when rounded."""
        return shares.split(self.facts, field(by).name, self.facts.read(where), of_known=of_known)

    def earlier(self, where: Where, year: int) -> Figure:
        """The number of an earlier year, from incidents or a published total; raises `Missing`."""
        return counts.count(self.facts, self.facts.read(where), year)

    def change(self, where: Where, against: int) -> Figure:
        """Percent more (above 0) or fewer (below 0) than in the year `against`."""
        return changes.change(self.facts, self.facts.read(where), against)

    def times(self, where: Where, against: int) -> Figure:
        """How many times more or fewer than in `against`, never below 1."""
        return changes.times(self.facts, self.facts.read(where), against)

    def series(self, where: Where, years: Iterable[int]) -> tuple[tuple[int, Figure | None], ...]:
        """The number of each year, None where it is not known."""
        return changes.series(self.facts, self.facts.read(where), years)

    def cross(self, by: Iterable[str], where: Where = _ALL) -> crosses.Cross:
        """A cross-table by any fields: `rows()` are numbers, `figure(key)` one cell with its ids."""
        return crosses.Cross(self.facts, tuple(by), self.facts.read(where))

    def rank(self, by: str, where: Where = _ALL) -> tuple[tuple[str, Figure], ...]:
        """The codes of a field from most to fewest incidents."""
        return crosses.rank(self.facts, by, self.facts.read(where))

    def record(self, where: Where = _ALL) -> records.Record:
        """Lowest, highest, lowest since, highest since, or none."""
        return records.record(self.facts, self.facts.read(where))

    def run(self, where: Where = _ALL) -> records.Run:
        """For how many years in a row the number rose or fell."""
        return records.run(self.facts, self.facts.read(where))

    def peak(self, where: Where = _ALL) -> tuple[int, Figure]:
        """The known year with the most incidents."""
        return records.peak(self.facts, self.facts.read(where))

    def first_majority(self, where: Where, of: Where = _ALL) -> records.Majority:
        """Whether more than half of the base is `where`, and for the first time."""
        return records.first_majority(self.facts, self.facts.read(where), self.facts.read(of))

    def indicator(self, code: str, year: int) -> Figure:
        """A context indicator, such as a rank in an index."""
        return counts.indicator(self.facts, code, year)

    def codes(self, name: str) -> tuple[str, ...]:
        """All codes that a field may be asked for, in order."""
        return self.facts.codes.of(name)
