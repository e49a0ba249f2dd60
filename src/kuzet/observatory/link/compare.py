"""Two items compared: each feature speaks for or against, and the sum of its weights is the score.

Weights are log odds to base 2, set by hand from the counting rules (codebook, `counting_rules`): +1 doubles the odds
that both report one incident.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kuzet.basis.judgement import Evidence, Link, LinkKind
from kuzet.observatory.link.items import Item

LINKED: Final = 5.0
"""From this score on the machine links (odds of 32 to 1); never published without a person."""

SUGGESTED: Final = 2.0
"""From this score on a pair is shown to an analyst."""

NEAR_DAYS: Final = 3
"""Days by which reports of one event differ because one gives the day of the event, another that of the news."""

FAR_DAYS: Final = 10
"""Days from which on a report of the same people is another step of a case, not the same event."""

Feature = Callable[[Item, Item], Evidence | None]


def people(left: Item, right: Item) -> Evidence | None:
    """The same person is named, or both name people and none is the same."""
    if not left.people or not right.people:
        return None
    if same := left.people & right.people:
        return Evidence(feature="people", weight=5.0, detail=", ".join(sorted(same)))
    if same := _surnames(left) & _surnames(right):
        return Evidence(feature="people", weight=2.5, detail=f"surname {', '.join(sorted(same))}")
    return Evidence(feature="people", weight=-4.0, detail="different people")


def outlets(left: Item, right: Item) -> Evidence | None:
    """The same outlet is hit, or both name outlets and none is the same."""
    if not left.outlets or not right.outlets:
        return None
    if same := left.outlets & right.outlets:
        return Evidence(feature="outlets", weight=3.0, detail=", ".join(sorted(same)))
    return Evidence(feature="outlets", weight=-2.5, detail="different outlets")


def dates(left: Item, right: Item) -> Evidence | None:
    """How near the events are in time; vague dates say little."""
    if left.when is None or right.when is None:
        return _published(left, right)
    if left.when.within(right.when):
        exact = left.when.precision == right.when.precision == "day"
        return Evidence(feature="date", weight=3.0 if exact else 0.5, detail=f"{left.when}, {right.when}")
    for days, weight in ((NEAR_DAYS, 1.5), (FAR_DAYS, -0.5)):
        if left.when.within(right.when, days):
            return Evidence(feature="date", weight=weight, detail=f"{left.when}, {right.when}")
    return Evidence(feature="date", weight=-4.5, detail=f"{left.when}, {right.when}")


def _published(left: Item, right: Item) -> Evidence | None:
    if left.published is None or right.published is None:
        return None
    apart = abs((left.published - right.published).days)
    weight = 1.0 if apart <= NEAR_DAYS else -1.5 if apart > 3 * FAR_DAYS else 0.0
    return Evidence(feature="published", weight=weight, detail=f"{apart} days apart") if weight else None


def places(left: Item, right: Item) -> Evidence | None:
    """The same town, the same region, or different regions."""
    if left.town and left.town == right.town:
        return Evidence(feature="place", weight=1.5, detail=left.town)
    if not left.region or not right.region:
        return None
    same = left.region == right.region
    return Evidence(feature="place", weight=0.5 if same else -3.0, detail=f"{left.region}, {right.region}")


def methods(left: Item, right: Item) -> Evidence | None:
    """The same methods: a new type of attack on the same person is a new incident."""
    if not left.methods or not right.methods:
        return None
    shared = set(left.methods) & set(right.methods)
    weight = 1.5 if left.methods[0] in shared and right.methods[0] in shared else 0.7 if shared else -1.5
    return Evidence(feature="methods", weight=weight, detail=", ".join(sorted(shared)) or "none shared")


def categories(left: Item, right: Item) -> Evidence | None:
    """One incident has one category."""
    if not left.category or not right.category or left.category == right.category:
        return None
    return Evidence(feature="category", weight=-1.5, detail=f"{left.category}, {right.category}")


def articles(left: Item, right: Item) -> Evidence | None:
    """The same article of law."""
    if not left.articles or not right.articles:
        return None
    same = left.articles & right.articles
    return Evidence(feature="articles", weight=1.5 if same else -1.0, detail=", ".join(sorted(same)) or "different")


def penalties(left: Item, right: Item) -> Evidence | None:
    """The same sum, or the same number of days."""
    if (left.sums and right.sums) or (left.days and right.days):
        same = bool(left.sums & right.sums or left.days & right.days)
        return Evidence(feature="penalty", weight=2.5 if same else -1.5, detail="same" if same else "different")
    return None


FEATURES: Final[tuple[Feature, ...]] = (people, outlets, dates, places, methods, categories, articles, penalties)
"""What is compared, in the order in which it is shown."""


def compare(left: Item, right: Item) -> Link:
    """The link of two items with its evidence; `score` is the sum of the weights, whatever the order of the two."""
    first, second = sorted((left, right), key=lambda item: item.id)
    evidence = tuple(found for feature in FEATURES if (found := feature(first, second)) is not None)
    score = round(sum(one.weight for one in evidence), 3)
    return Link(left=first.id, right=second.id, kind=_kind(evidence, score), score=score, evidence=evidence)


def _kind(evidence: tuple[Evidence, ...], score: float) -> LinkKind:
    """Below the link, the same people or outlets at another time are steps of one case; else merely related."""
    if score >= LINKED:
        return LinkKind.SAME_INCIDENT
    weights = {one.feature: one.weight for one in evidence}
    if weights.get("people", 0) > 0 and weights.get("articles", 0) >= 0:
        return LinkKind.SAME_CASE if weights.get("category", 0) == 0 else LinkKind.RELATED
    return LinkKind.RELATED


def _surnames(item: Item) -> frozenset[str]:
    """The longest word of each key: keys hold the words of a name in alphabetical order."""
    return frozenset(max(key.split(), key=len) for key in item.people)
