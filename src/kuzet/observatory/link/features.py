"""The features of a pair: each says at which of its levels the two items stand, or nothing.

What a level weighs is told in `weights.csv`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from kuzet.basis.dates import EventDate
from kuzet.observatory.link import people as people_names
from kuzet.observatory.link import steps, traces
from kuzet.observatory.link.distance import MONTH_DAYS, NEAR_DAYS, WEEK_DAYS, distance, spans_without_year
from kuzet.observatory.link.items import Item

SAME_DAY: Final = ("day", "next", "overlap")
ANOTHER_DAY: Final = ("near", "week", "beside", "month", "apart")

JUDICIAL: Final = "judicial_economic"
"""The category (codebook, `categories`) whose incidents are followed as cases, step by step."""


NAMES: Final = (("many", 24.0), ("several", 14.0), ("one", 7.0))
"""Least rarity, in bits, of the shared names for each level: three rare ones, two, one."""

ENOUGH: Final = 24.0
"""Bits: so many names on both sides, and none shared, speaks against."""


RARE: Final = 9.0
"""Bits: a single word that tells a person by itself."""


class Level(NamedTuple):
    """Where a pair stands in one feature; `detail` tells a person why, and is asked only for pairs that are shown."""

    level: str
    detail: Callable[[], str] = str


Feature = Callable[[Item, Item], Level | None]


def people(left: Item, right: Item) -> Level | None:
    """The same person is named, or both name people and nobody is shared; one whom only one side codes may be told.

    Other people of an outlet that both name say nothing where one report tells of many targets: it names but some.
    """
    if not left.people or not right.people:
        return _traced(left, right)
    found = [(people_names.level(a, b), a.key) for a in left.people for b in right.people]
    for level in ("full", "surname", "near", "given", "namesake"):
        if same := {key for each, key in found if each == level}:
            few = level == "full" and 2 * len(same) < min(len(left.people), len(right.people))
            return Level("partial" if few else level, lambda: _written(left, same))
    if traced := _traced(left, right):
        return traced
    if _same_newsroom(left, right):
        if left.many or right.many:
            return None
        level = "colleagues"
    else:
        level = "strangers" if _is_sure(left, right) else "different"
    return Level(level, lambda: f"{_written(left, _keys(left))} / {_written(right, _keys(right))}")


def _traced(left: Item, right: Item) -> Level | None:
    """A person of one side whose name stands in the passages of the other, where no coder took it for the target's."""
    for one, other in ((left, right), (right, left)):
        heard = set(other.traces.names)
        for person in one.people:
            words = person.key.split()
            if heard.issuperset(words) and (len(words) > 1 or traces.rarity(words[0]) >= RARE):
                return Level("traced", lambda key=person.key, item=one: _written(item, (key,)))  # type: ignore[misc]
    return None


def _same_newsroom(left: Item, right: Item) -> bool:
    return bool(shared(left.outlets, right.outlets) or shared(left.meanings, right.meanings))


def _is_sure(left: Item, right: Item) -> bool:
    """Whether both give whole names: a single word, and one as channels have it, may be an alias."""
    return all(any(_is_whole(item.written.get(one.key, "")) for one in item.people) for item in (left, right))


def _is_whole(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() and not word.isupper() for word in words)


def _keys(item: Item) -> set[str]:
    return {one.key for one in item.people}


def _written(item: Item, keys: Iterable[str]) -> str:
    """Names as the source writes them, not as they are folded; at most three."""
    written = sorted({item.written.get(key, key) for key in keys})
    return ", ".join(written[:3]) + (", ..." if len(written) > 3 else "")


def outlets(left: Item, right: Item) -> Level | None:
    """The same outlet is hit; beside the same person it says little."""
    if not left.outlets or not right.outlets:
        return None
    shared_person = (found := people(left, right)) is not None and found.level in ("full", "partial", "surname")
    if same := shared(left.outlets, right.outlets):
        level = "beside" if shared_person else "undated" if left.when is None or right.when is None else "same"
        return Level(level, lambda: _written(left, same))
    if alike := shared(left.meanings, right.meanings):
        return Level("beside" if shared_person else "translated", lambda: min(alike))
    detail = lambda: f"{_written(left, left.outlets)} / {_written(right, right.outlets)}"  # noqa: E731
    return Level("aside" if shared_person else "different", detail)


def count(left: Item, right: Item) -> Level | None:
    """The number of people hit; speaks only where not both name them."""
    if not left.count or not right.count or (left.people and right.people):
        return None
    apart = abs(left.count - right.count)
    level = "same" if not apart else "near" if apart == 1 else "different"
    return Level(level, lambda: f"{left.count} / {right.count}")


def date(left: Item, right: Item) -> Level | None:
    """How near the events are in time; a missing year is taken to be the other's."""
    if left.when is None or right.when is None:
        return None
    one, other = left.span, right.span
    if one is None or other is None:
        one, other = spans_without_year(left.when, right.when)
    level = distance(one, other)
    if level in ANOTHER_DAY:
        if _among(left, right.when) or _among(right, left.when):
            level = "among"
        elif _tells(left, right.when) or _tells(right, left.when):
            level = "told"
    return Level(level, lambda: f"{left.when} / {right.when}")


def _among(item: Item, when: EventDate) -> bool:
    """Whether a report of many targets tells that day beside that of its first."""
    return item.many and any(distance(*spans_without_year(told, when)) in SAME_DAY for told in item.traces.dates)


def _tells(item: Item, when: EventDate) -> bool:
    """Whether the text mentions that day."""
    return bool(item.traces.days) and when.precision == "day" and traces.day(when) in item.traces.days


def published(left: Item, right: Item) -> Level | None:
    """When the documents appeared: an incident is news for days, its case for months."""
    if left.published is None or right.published is None or left.document == right.document:
        return None
    apart = abs((left.published - right.published).days)
    limits = (("near", NEAR_DAYS), ("week", WEEK_DAYS), ("month", MONTH_DAYS))
    level = next((level for level, days in limits if apart <= days), "apart")
    return Level(level, lambda: f"{apart} days")


def latest(left: Item, right: Item) -> Level | None:
    """The last day that the passages tell: a report of a later step tells the day of the earlier one again."""
    one, other = left.traces.latest, right.traces.latest
    if one is None or other is None or left.document == right.document:
        return None
    return Level(distance(*spans_without_year(one, other)), lambda: f"{one} / {other}")


def place(left: Item, right: Item) -> Level | None:
    """The same town, the same region, or different ones."""
    if not left.country or not right.country:
        return None
    if left.country != right.country:
        return Level("different", lambda: f"{left.country} / {right.country}")
    if left.town and left.town == right.town and left.region == right.region:
        return Level("town", lambda: _written(left, (left.town,)))
    if not left.region or not right.region:
        return None
    if left.region != right.region:
        return Level("different", lambda: f"{left.region} / {right.region}")
    if left.town and right.town:
        return Level("other_town", lambda: f"{_written(left, (left.town,))} / {_written(right, (right.town,))}")
    return Level("region", lambda: left.region)


def method(left: Item, right: Item) -> Level | None:
    """What was done."""
    if not left.methods or not right.methods:
        return None
    shared = [one for one in left.methods if one in right.methods]
    if not shared:
        level = "steps" if left.category == right.category == JUDICIAL else "different"
        return Level(level, lambda: f"{left.methods[0]} / {right.methods[0]}")
    if left.methods[0] not in shared or right.methods[0] not in shared:
        return Level("shared", lambda: ", ".join(shared))
    return Level("several" if len(shared) > 1 else "main", lambda: ", ".join(shared))


def category(left: Item, right: Item) -> Level | None:
    """One incident has one category."""
    if not left.category or not right.category or left.category == right.category:
        return None
    return Level("different", lambda: f"{left.category} / {right.category}")


def perpetrator(left: Item, right: Item) -> Level | None:
    """Who did it, by class; an unknown one says nothing."""
    if not _known(left.perpetrator) or not _known(right.perpetrator):
        return None
    if left.perpetrator == right.perpetrator:
        return Level("same", lambda: left.perpetrator)
    return Level("different", lambda: f"{left.perpetrator} / {right.perpetrator}")


def _known(klass: str) -> bool:
    return klass not in ("", "unknown")


def articles(left: Item, right: Item) -> Level | None:
    """Articles of law."""
    if not left.articles or not right.articles:
        return None
    if same := shared(left.articles, right.articles):
        return Level("same", lambda: min(same))
    return Level("different", lambda: f"{left.articles[0]} / {right.articles[0]}")


def penalty(left: Item, right: Item) -> Level | None:
    """Sums of one currency, days, months; sums of two currencies cannot be told apart."""
    if same := shared(left.sums, right.sums) | shared(left.terms, right.terms):
        return Level("same", lambda: min(same))
    currencies = {one.rpartition(" ")[2] for one in left.sums} & {one.rpartition(" ")[2] for one in right.sums}
    return Level("different") if currencies or (left.terms and right.terms) else None


def step(left: Item, right: Item) -> Level | None:
    """How far the proceeding had gone: a verdict is not the search, an appeal not the verdict.

    Where the attack is no proceeding itself, its steps are those of the case against the attackers: of one incident.
    """
    level = steps_apart(left, right)
    if not level or not left.category == right.category == JUDICIAL:
        return None
    if level != "same" and (left.when is None or right.when is None):
        return Level("undated", lambda: f"{left.step} / {right.step}")
    return Level(level, lambda: left.step if level == "same" else f"{left.step} / {right.step}")


def steps_apart(left: Item, right: Item) -> str:
    """`same`, `next` or `far`; '' where one side tells of no proceeding."""
    if not left.step or not right.step:
        return ""
    apart = abs(steps.order(left.step) - steps.order(right.step))
    return "same" if left.step == right.step else "next" if apart == 1 else "far"


def names(left: Item, right: Item) -> Level | None:
    """Names in the passages beside those of shared people and outlets, by how rare they are in the news (in bits)."""
    told = {word for one in shared_people(left, right) for word in one.split()}
    mine, other = set(left.traces.names) - told, set(right.traces.names) - told
    hit = shared(left.outlets, right.outlets)
    same = {word for word in mine & other if not any(word in outlet for outlet in hit)}
    bits = sum(traces.rarity(word) for word in same)
    level = next((level for level, least in NAMES if bits >= least), "")
    if level:
        return Level(level, lambda: ", ".join(sorted(same, key=lambda word: (-traces.rarity(word), word))[:4]))
    few = min(sum(map(traces.rarity, each)) for each in (mine, other))
    return Level("none") if few >= ENOUGH else None


def days(left: Item, right: Item) -> Level | None:
    """Days that both passages mention; speaks only where the coded days do not agree."""
    if not left.traces.days or not right.traces.days:
        return None
    if (dated := date(left, right)) and dated.level == "day":
        return None
    if same := shared(left.traces.days, right.traces.days):
        return Level("same", lambda: min(same))
    return Level("none")


def numbers(left: Item, right: Item) -> Level | None:
    """Numbers that both passages mention beside those of the people hit."""
    same = set(left.traces.numbers) & set(right.traces.numbers) - {left.count} - {right.count}
    return Level("same", lambda: ", ".join(map(str, sorted(same)[:3]))) if same else None


def shared(left: Iterable[str], right: Iterable[str]) -> AbstractSet[str]:
    """What stands on both sides."""
    return set(left).intersection(right)


def shared_people(left: Item, right: Item) -> AbstractSet[str]:
    """Keys of the people whom both name by more than one word."""
    keys = {b.key for a in left.people for b in right.people if people_names.level(a, b) == "full"}
    return keys | {a.key for a in left.people for b in right.people if people_names.level(a, b) == "full"}


def document(left: Item, right: Item) -> Level | None:
    """Two passages of one document."""
    return Level("same", lambda: left.document) if left.document and left.document == right.document else None


FEATURES: Final[tuple[Feature, ...]] = (
    people,
    outlets,
    count,
    date,
    published,
    latest,
    place,
    method,
    category,
    perpetrator,
    articles,
    penalty,
    step,
    names,
    days,
    numbers,
    document,
)
"""What is compared, in the order in which it is shown."""
