"""What a pair is that is not one incident: a step of the same case, or merely related; with the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kuzet.basis.judgement import LinkKind
from kuzet.observatory.link import features
from kuzet.observatory.link.items import Item

Kind = tuple[LinkKind, str]
Rule = Callable[[Item, Item], Kind | None]


ANOTHER_DAY: Final = ("near", "week", "month", "apart", "anniversary")
ANOTHER_STEP: Final = ("next", "far")
STRANGERS: Final = ("different", "strangers", "namesake")


def other_people(left: Item, right: Item) -> Kind | None:
    """Both name people or outlets, and they are not the same."""
    people, outlets = _level(features.people, left, right), _level(features.outlets, left, right)
    if people in STRANGERS or (people == "" and outlets == "different"):
        return LinkKind.RELATED, "other people in like circumstances"
    return (LinkKind.RELATED, "other people of the same outlet") if people == "colleagues" else None


def nobody_named(left: Item, right: Item) -> Kind | None:
    """One side names nobody: nothing is known but the circumstances."""
    if _level(features.people, left, right) or _level(features.outlets, left, right):
        return None
    if features.steps_apart(left, right) in ANOTHER_STEP:
        return LinkKind.SAME_CASE, "like circumstances, another step, but nobody is named who was hit: to be read"
    if _level(features.date, left, right) in ANOTHER_DAY:
        return LinkKind.RELATED, "like circumstances on another day, and nobody is named who was hit"
    return LinkKind.SAME_INCIDENT, "like circumstances, but nobody is named who was hit: to be read"


def other_attack(left: Item, right: Item) -> Kind | None:
    """A new type of attack on the same people is a new incident."""
    if left.category == right.category:
        return None
    return LinkKind.RELATED, "the same people, another type of attack: a new incident"


def step_of_case(left: Item, right: Item) -> Kind | None:
    """The same people before courts or police, on another day or a step further."""
    other_step = features.steps_apart(left, right) in ANOTHER_STEP
    if left.category != features.JUDICIAL or not (other_step or _level(features.date, left, right) in ANOTHER_DAY):
        return None
    if _level(features.articles, left, right) == "different" and not other_step:
        return LinkKind.RELATED, "the same people, prosecuted under other articles"
    return LinkKind.SAME_CASE, "the same people, another step: a measure, hearing, appeal or release"


def another_day(left: Item, right: Item) -> Kind | None:
    """The same people, attacked again."""
    if _level(features.date, left, right) not in ANOTHER_DAY:
        return None
    if _level(features.method, left, right) == "different":
        return LinkKind.RELATED, "the same people on another day, attacked in another way"
    return LinkKind.RELATED, "the same people on another day: a repeated attack"


RULES: Final[tuple[Rule, ...]] = (other_people, nobody_named, other_attack, step_of_case, another_day)
"""The first rule that answers decides."""

UNDECIDED: Final = (LinkKind.SAME_INCIDENT, "the same people, too little else to be sure: to be read")


def of(left: Item, right: Item) -> Kind:
    """The kind of a pair that the machine does not link as one incident, and the reason in words."""
    answers = (rule(left, right) for rule in RULES)
    return next((answer for answer in answers if answer), UNDECIDED)


def _level(feature: features.Feature, left: Item, right: Item) -> str:
    found = feature(left, right)
    return found.level if found else ""
