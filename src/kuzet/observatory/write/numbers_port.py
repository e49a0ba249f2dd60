"""The port through which the report asks for its numbers: what `write` needs of the counting engine.

`pipeline` passes the engine in; nothing here counts. Where a number cannot be known the engine raises a `KuzetError`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from kuzet.basis.figure import Figure

Where = Mapping[str, str | tuple[str, ...]]
"""Filters: coded field -> code or codes."""


class Record(Protocol):
    """Where the value of the period stands among the years that are known."""

    @property
    def kind(self) -> str:
        """`lowest_since`, `highest_since`, `lowest`, `highest` or `none`."""

    @property
    def since(self) -> int | None:
        """The last year that was as low, or as high."""

    @property
    def gaps(self) -> bool:
        """Whether a year after that one is not known."""


class Run(Protocol):
    """For how many years in a row the number moved one way."""

    @property
    def direction(self) -> str:
        """`rose`, `fell` or `none`."""

    @property
    def years(self) -> int:
        """How many years, 0 where it did not move."""


class Majority(Protocol):
    """Whether a part is more than half of its whole."""

    @property
    def first(self) -> bool | None:
        """For the first time; None where no earlier year is known."""


class Split(Protocol):
    """All parts of a whole as shares."""

    @property
    def parts(self) -> tuple[tuple[str, Figure], ...]:
        """Codes and their shares in the order of the codebook."""

    @property
    def rounded_sum(self) -> int:
        """What the rounded shares sum to."""


class Cross(Protocol):
    """A cross-table by two fields; combinations without incidents are not among its rows."""

    def axis(self, name: str) -> tuple[str, ...]:
        """The codes of one field that occur, in order."""

    def figure(self, key: tuple[str, ...]) -> Figure:
        """One cell."""


class Restated(Protocol):
    """A number of one year that two editions tell differently."""

    @property
    def year(self) -> int:
        """The year that is counted."""

    @property
    def before(self) -> Figure:
        """As the earlier edition tells it."""

    @property
    def now(self) -> Figure:
        """As this one does."""


class Changed(Protocol):
    """An incident of both editions that is coded otherwise now."""

    @property
    def id(self) -> str:
        """Its number."""

    @property
    def fields(self) -> Sequence[str]:
        """The fields that differ."""


class Compared(Protocol):
    """What an edition changes against an earlier one."""

    @property
    def before(self) -> str:
        """The earlier edition."""

    @property
    def restated(self) -> Sequence[Restated]:
        """Numbers that are told otherwise, by year."""

    @property
    def added(self) -> Sequence[str]:
        """Incidents that the earlier edition did not hold."""

    @property
    def withdrawn(self) -> Sequence[str]:
        """Incidents that are no longer held."""

    @property
    def changed(self) -> Sequence[Changed]:
        """Incidents that are coded otherwise."""


class Numbers(Protocol):
    """The counting engine of one release."""

    def count(self, where: Where = ..., year: int | None = None) -> Figure:
        """Incidents of the period."""

    def people(self, where: Where = ...) -> Figure:
        """People affected."""

    def share(self, where: Where, of: Where = ..., year: int | None = None) -> Figure:
        """Percent of the incidents that pass `of`, of the period or of a year."""

    def change(self, where: Where, against: int) -> Figure:
        """Percent change since a year."""

    def times(self, where: Where, against: int) -> Figure:
        """The ratio to a year."""

    def earlier(self, where: Where, year: int) -> Figure:
        """The number of an earlier year, from incidents or as it was published."""

    def series(self, where: Where, years: Sequence[int]) -> tuple[tuple[int, Figure | None], ...]:
        """The number of each year, None where nobody published it."""

    def cross(self, by: tuple[str, ...], where: Where = ...) -> Cross:
        """Incidents by two fields."""

    def rank(self, by: str, where: Where = ...) -> Sequence[tuple[str, Figure]]:
        """Codes from the most to the least frequent."""

    def record(self, where: Where) -> Record:
        """The standing of the period's count among the years."""

    def run(self, where: Where) -> Run:
        """For how many years in a row the number rose or fell."""

    def peak(self, where: Where) -> tuple[int, Figure]:
        """The known year with the most incidents."""

    def split(self, by: str, where: Where = ...) -> Split:
        """All parts of a whole as shares."""

    def first_majority(self, where: Where, of: Where) -> Majority:
        """Whether the share is above one half for the first time."""

    def indicator(self, code: str, year: int) -> Figure:
        """The value of a context indicator."""
