"""Two items compared: each feature speaks for or against, and the sum of its weights is the score.

Weights are log odds to base 2: +1 doubles the odds that both report one incident. They stand in `weights.csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from kuzet.basis.judgement import Evidence, Link, LinkKind
from kuzet.observatory.link import kinds
from kuzet.observatory.link.features import FEATURES, Level
from kuzet.observatory.link.items import Item

LINKED: Final = 4.5
"""From this score on the machine links; never published without a person. Of pairs that share a key, one with this
score is as likely of one incident as of two."""

SUGGESTED: Final = 2.0
"""From this score on a pair is shown to an analyst."""


Weights = Mapping[tuple[str, str], float]
"""What each level of each feature weighs, by (feature, level)."""


class Weight(NamedTuple):
    """One row of `weights.csv`: `prior` was set by hand, `weight` is what the judgements made of it."""

    feature: str
    level: str
    prior: float
    weight: float
    reason: str


def shipped() -> tuple[Weight, ...]:
    """The rows of `weights.csv`, in their order."""
    with (files(__package__) / "weights.csv").open(encoding="utf-8") as rows:
        return tuple(
            Weight(row["feature"], row["level"], float(row["prior"]), float(row["weight"]), row["reason"])
            for row in csv.DictReader(rows)
        )


@cache
def weights() -> Weights:
    """The shipped weight of each level of each feature."""
    return {(row.feature, row.level): row.weight for row in shipped()}


def clues(left: Item, right: Item) -> dict[tuple[str, str], float]:
    """The levels at which a pair stands and how far each is trusted, 0 to 1; the score sums trust times weight."""
    levels = ((feature.__name__, level.level) for feature in FEATURES if (level := feature(left, right)))
    return {(name, level): trusted(_priors()[name, level], name, left, right) for name, level in levels}


@cache
def _priors() -> Weights:
    return {(row.feature, row.level): row.prior for row in shipped()}


def score(left: Item, right: Item, table: Weights | None = None) -> float:
    """The sum of the weights: log odds, base 2, that two items report one incident."""
    return round(sum(weight for _, weight, _ in _weighed(left, right, table or weights())), 3)


def compare(left: Item, right: Item, table: Weights | None = None) -> Link:
    """The link of two items with its evidence; the same whatever the order of the two.

    `table` gives other weights than the shipped ones. The last evidence, of weight 0, gives the reason of a kind other
    than what the machine links.
    """
    first, second = sorted((left, right), key=lambda item: item.id)
    weighed = list(_weighed(first, second, table or weights()))
    total = round(sum(weight for _, weight, _ in weighed), 3)
    evidence = [Evidence(feature=name, weight=weight, detail=_told(level)) for name, weight, level in weighed]
    kind, reason = (LinkKind.SAME_INCIDENT, "") if total >= LINKED else kinds.of(first, second)
    if reason:
        evidence.append(Evidence(feature="kind", weight=0.0, detail=reason))
    return Link(left=first.id, right=second.id, kind=kind, score=total, evidence=tuple(evidence))


def _weighed(left: Item, right: Item, table: Weights) -> Iterator[tuple[str, float, Level]]:
    for feature in FEATURES:
        if level := feature(left, right):
            name, weight = feature.__name__, table[feature.__name__, level.level]
            yield name, round(weight * trusted(weight, name, left, right), 3), level


def trusted(weight: float, feature: str, left: Item, right: Item) -> float:
    """A machine's mistake makes two readings differ, seldom agree: a difference weighs as little as it is sure."""
    return min(left.trust.get(feature, 1.0), right.trust.get(feature, 1.0)) if weight < 0 else 1.0


def _told(level: Level) -> str:
    name, detail = level.level.replace("_", " "), level.detail()
    return f"{name}: {detail}" if detail else name
