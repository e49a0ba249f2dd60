"""Two items compared: each feature speaks for or against, and the sum of its weights is the score.

Weights are log odds to base 2: +1 doubles the odds that both report one incident. They stand in `weights.csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from kuzet.basis.judgement import Evidence, Link, LinkKind
from kuzet.observatory.link import kinds
from kuzet.observatory.link.features import FEATURES, Level
from kuzet.observatory.link.items import Item

LINKED: Final = 5.0
"""From this score on the machine links (odds of 32 to 1); never published without a person."""

SUGGESTED: Final = 2.0
"""From this score on a pair is shown to an analyst."""


@cache
def weights() -> Mapping[tuple[str, str], float]:
    """The weight of each level of each feature."""
    with (files(__package__) / "weights.csv").open(encoding="utf-8") as rows:
        return {(row["feature"], row["level"]): float(row["weight"]) for row in csv.DictReader(rows)}


def score(left: Item, right: Item) -> float:
    """The sum of the weights: log odds, base 2, that two items report one incident."""
    return round(sum(weight for _, weight, _ in _weighed(left, right)), 3)


def compare(left: Item, right: Item) -> Link:
    """The link of two items with its evidence; the same whatever the order of the two.

    The last evidence, of weight 0, gives the reason of a kind other than what the machine links.
    """
    first, second = sorted((left, right), key=lambda item: item.id)
    total = score(first, second)
    evidence = [
        Evidence(feature=name, weight=weight, detail=_told(level)) for name, weight, level in _weighed(first, second)
    ]
    kind, reason = (LinkKind.SAME_INCIDENT, "") if total >= LINKED else kinds.of(first, second)
    if reason:
        evidence.append(Evidence(feature="kind", weight=0.0, detail=reason))
    return Link(left=first.id, right=second.id, kind=kind, score=total, evidence=tuple(evidence))


def _weighed(left: Item, right: Item) -> Iterator[tuple[str, float, Level]]:
    table = weights()
    for feature in FEATURES:
        if level := feature(left, right):
            name = feature.__name__
            yield name, _trusted(table[name, level.level], name, left, right), level


def _told(level: Level) -> str:
    name, detail = level.level.replace("_", " "), level.detail()
    return f"{name}: {detail}" if detail else name


def _trusted(weight: float, feature: str, left: Item, right: Item) -> float:
    """A machine's mistake makes two readings differ, seldom agree: a difference weighs as little as it is sure."""
    if weight >= 0:
        return weight
    return round(weight * min(left.trust.get(feature, 1.0), right.trust.get(feature, 1.0)), 3)
