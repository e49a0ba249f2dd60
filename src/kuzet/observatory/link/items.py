"""What is compared: one coding, with everything folded once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kuzet.basis.coding import Coding, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.money import Money
from kuzet.language import fold

PEOPLE_UNIT = "person"
OUTLET_UNIT = "outlet"


@dataclass(frozen=True, slots=True)
class Item:
    """One coding made ready for comparison.

    `people` and `outlets` hold folded name keys, an outlet one for each language; `published` is the first day on which
    the document can have appeared.
    """

    id: str
    category: str
    methods: tuple[str, ...]
    perpetrator: str
    people: frozenset[str]
    outlets: frozenset[str]
    when: EventDate | None
    published: date | None
    town: str
    region: str
    articles: frozenset[str]
    sums: frozenset[Money]
    days: frozenset[int]

    @classmethod
    def of(cls, coding: Coding, units: dict[str, str], published: EventDate | None = None) -> Item:
        """Fold a coding; `units` gives for each target kind whether it is a person, an outlet or a group."""
        targets = [answer.value for answer in coding.targets]
        place = coding.place.value if coding.place else None
        penalties = [answer.value for answer in coding.penalties if not answer.value.requested]
        return cls(
            id=coding.subject,
            category=coding.category.value if coding.category else "",
            methods=tuple(answer.value for answer in coding.methods),
            perpetrator=coding.perpetrators[0].value.klass if coding.perpetrators else "",
            people=_keys(target for target in targets if units.get(target.kind) == PEOPLE_UNIT),
            outlets=_keys(target for target in targets if units.get(target.kind) == OUTLET_UNIT)
            | frozenset(
                key for target in targets if target.affiliation for key in _spellings(target.affiliation.known())
            ),
            when=_dated(coding, published),
            published=published.first() if published and published.year else None,
            town=fold.name(place.name.best("en")).key if place and place.precision in ("point", "town") else "",
            region=place.region if place else "",
            articles=frozenset(f"{a.value.code} {a.value.article}" for a in coding.articles),
            sums=frozenset(penalty.money for penalty in penalties if penalty.money),
            days=frozenset(penalty.days for penalty in penalties if penalty.days),
        )


def _dated(coding: Coding, published: EventDate | None) -> EventDate | None:
    if coding.date is None:
        return None
    when = coding.date.value
    if when.year is None and published is not None and published.year is not None:
        return when.in_year(published.year)
    return when if when.year is not None else None


def _keys(targets: Iterable[Target]) -> frozenset[str]:
    return frozenset(key for target in targets for key in _spellings(target.name.known()))


def _spellings(known: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(key for _, text in known if (key := fold.name(text).key))
