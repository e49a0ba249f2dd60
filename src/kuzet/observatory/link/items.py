"""What is compared: one coding, with everything folded once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from kuzet.basis.coding import Answer, Coding, Penalty, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.language.names import fold
from kuzet.language.names.fold import NameKey
from kuzet.observatory.link import outlets as outlet_names
from kuzet.observatory.link import steps, traces
from kuzet.observatory.link.distance import Span, span
from kuzet.observatory.link.traces import Traces

PEOPLE_UNIT: Final = "person"
OUTLET_UNIT: Final = "outlet"
FEWEST: Final = 3
"""A number of people hit tells groups apart from this size on; one and two are everywhere."""

MANY: Final = 4
"""A text that names so many targets may tell of several attacks, and a coding holds the day of one."""


class Item(Struct, frozen=True, gc=False):
    """One coding made ready for comparison; small, since a million of them are compared at once.

    `step` is how far a proceeding had gone (`steps.csv`), '' where there is none. `people` holds folded names,
    `outlets` keys of names, one for each language, and `meanings` their ideas. `count` is the number of people hit, 0
    where none is told; `several` says whether it names several people or outlets, which may be those of several
    incidents, `many` whether it names so many that it may tell of several days. `when` may lack its year and has no
    `span` then. `published` is the first day on which the document can have appeared. `sums` are amounts with their
    currency, `terms` penalties in days and months. `traces` is what the text mentions beside the codes. `trust` gives
    the confidence (0 to 1) of what a machine answered, where it is below 1, and `written` each key as the source
    writes it.
    """

    id: str
    category: str
    methods: tuple[str, ...]
    step: str
    perpetrator: str
    people: tuple[NameKey, ...]
    outlets: tuple[str, ...]
    meanings: tuple[str, ...]
    count: int
    several: bool
    many: bool
    when: EventDate | None
    span: Span | None
    published: date | None
    country: str
    region: str
    town: str
    articles: tuple[str, ...]
    sums: tuple[str, ...]
    terms: tuple[str, ...]
    traces: Traces
    trust: Mapping[str, float]
    written: Mapping[str, str]

    @property
    def document(self) -> str:
        """The document of a candidate (`<document>#<number>`); '' for an incident."""
        return self.id.rpartition("#")[0]

    @classmethod
    def of(
        cls,
        coding: Coding,
        units: Mapping[str, str],
        published: EventDate | None = None,
        passages: Iterable[str] = (),
    ) -> Item:
        """Fold a coding; `units` gives for each target kind whether it is a person, an outlet or a group.

        `published` is when the document appeared, `passages` are the words that the coding rests on.
        """
        targets = [answer.value for answer in coding.targets]
        people, outlets = _people(targets, units), _outlets(targets, units)
        place = coding.place.value if coding.place else None
        town, when = _town(place), _dated(coding, published)
        penalties = [answer.value for answer in coding.penalties if not answer.value.requested]
        return cls(
            id=coding.subject,
            category=coding.category.value if coding.category else "",
            methods=tuple(answer.value for answer in coding.methods),
            step=steps.of(coding),
            perpetrator=coding.perpetrators[0].value.klass if coding.perpetrators else "",
            people=tuple(sorted(people, key=lambda one: (one.key, one.gender))),
            outlets=tuple(sorted(outlets)),
            meanings=tuple(sorted({meaning for name in outlets.values() if (meaning := outlet_names.meaning(name))})),
            count=_count(coding, targets),
            several=len(people) > 1 or sum(units.get(one.kind) == OUTLET_UNIT for one in targets) > 1,
            many=len(targets) >= MANY,
            when=when,
            span=span(when) if when and when.year is not None else None,
            published=published.first() if published and published.year else None,
            country=place.country if place else "",
            region=place.region if place else "",
            town=min(town, default=""),
            articles=tuple(sorted({f"{a.value.code} {a.value.article}" for a in coding.articles})),
            sums=_sums(penalties),
            terms=_terms(penalties),
            traces=traces.find(passages, published),
            trust=_trust(coding),
            written={one.key: text for one, text in people.items()} | outlets | town,
        )


def _dated(coding: Coding, published: EventDate | None) -> EventDate | None:
    if coding.date is None:
        return None
    when = coding.date.value
    return when.in_year(published.year) if when.year is None and published and published.year else when


def _people(targets: Iterable[Target], units: Mapping[str, str]) -> dict[NameKey, str]:
    """Folded names of people with the names as they are written."""
    named = [target.name for target in targets if units.get(target.kind) == PEOPLE_UNIT and _is_name(target.name)]
    return {key: name.best("en") for name in named for _, text in name.known() if (key := fold.name(text)).key}


def _is_name(name: Name) -> bool:
    """Whether it names somebody and does not describe him: редактор городского сайта, a 34-year-old blogger."""
    text = name.best("en")
    return any(mark in text for mark in '«„“"') or not (text[:1].islower() or text[:1].isdigit())


def _outlets(targets: list[Target], units: Mapping[str, str]) -> dict[str, str]:
    """Folded names of outlets in each language, with one name as it is written."""
    named = [target.name for target in targets if units.get(target.kind) == OUTLET_UNIT and _is_name(target.name)]
    named += [target.affiliation for target in targets if target.affiliation]
    return {key: name.best("en") for name in named for _, text in name.known() if (key := outlet_names.sound(text))}


def _count(coding: Coding, targets: list[Target]) -> int:
    counts = [target.people for target in targets if target.people]
    count = coding.people.value if coding.people else max(counts, default=0)
    return count if count >= FEWEST else 0


def _town(place: Place | None) -> dict[str, str]:
    if place is None or place.precision not in ("point", "town"):
        return {}
    name = place.name.best("en")
    return {_spot(place) or fold.name(name).key: name}


def _spot(place: Place) -> str:
    """Where a town with known degrees lies: each text may write its name in another way; '' for one without."""
    return "" if place.latitude is None else f"{place.latitude:.2f} {place.longitude:.2f}"


def _sums(penalties: list[Penalty]) -> tuple[str, ...]:
    money = (penalty.money for penalty in penalties if penalty.money)
    return tuple(sorted({f"{one.amount.normalize():f} {one.currency}" for one in money}))


def _terms(penalties: list[Penalty]) -> tuple[str, ...]:
    days = {f"{penalty.days} days" for penalty in penalties if penalty.days}
    return tuple(sorted(days | {f"{penalty.months} months" for penalty in penalties if penalty.months}))


def _trust(coding: Coding) -> Mapping[str, float]:
    """What is below 1 only."""
    answers: Mapping[str, Answer[EventDate] | Answer[Place] | Answer[str] | None] = {
        "date": coding.date,
        "place": coding.place,
        "category": coding.category,
    }
    return {feature: answer.confidence for feature, answer in answers.items() if answer and answer.confidence < 1}
