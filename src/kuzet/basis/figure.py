"""Numbers that may be published: each knows its question, its release and the incidents behind it."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word


class Unit(Enum):
    """What a figure counts."""

    INCIDENTS = "incidents"
    PEOPLE = "people"
    PERCENT = "percent"
    PERCENT_CHANGE = "percent_change"
    TIMES = "times"
    RANK = "rank"
    MONEY = "money"
    NUMBER = "number"
    """A context indicator in its own unit (a score, a number of outlets)."""


class Filter(Word):
    """One condition: the field holds one of the codes."""

    field: str
    codes: tuple[str, ...]


class Question(Word):
    """What a figure answers: a measure over the incidents of a period that pass all filters.

    `base` are the filters of the whole that a share is taken of; `against` is the year that a change looks back to.
    """

    measure: str
    period: EventDate
    where: tuple[Filter, ...] = ()
    base: tuple[Filter, ...] = ()
    against: EventDate | None = None


class Figure(Word):
    """One number with its proof.

    `value` is exact: a numerator and a denominator (denominator 1 for counts), in the unit's own terms (63 percent =
    a value of about 62.82 before rounding). `incidents` are the ids counted, `whole` those of the base of a share.
    `published` names the published total that an earlier year's number rests on where the release holds no incidents.
    """

    unit: Unit
    question: Question
    release: str
    numerator: int
    denominator: int = 1
    incidents: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.denominator < 1:
            raise BadInput(self.denominator, "a denominator of at least 1", f"figure {self.question.measure}")
        if self.unit is Unit.INCIDENTS and not self.published and self.numerator != len(self.incidents):
            raise BadInput(self.numerator, f"the number of its incidents, {len(self.incidents)}", "figure")

    @property
    def value(self) -> Fraction:
        """The exact value."""
        return Fraction(self.numerator, self.denominator)
