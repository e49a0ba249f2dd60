"""Category and methods: what was done, by the rules of placement and what examples have shown."""

from __future__ import annotations

from typing import Final, NamedTuple

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer
from kuzet.language.vocabulary.models import Clues
from kuzet.observatory.encode import heard
from kuzet.observatory.encode.material import Material, answer
from kuzet.observatory.encode.placement import KEPT, Weights, placed

BESIDES: Final = 2.8
"""A method of another category than the leading one needs more."""

MOST: Final = 5
"""Methods coded at most; further ones are the noise of a long text."""


_TOP_TWO: Final = (1.0, 0.5)
"""What the strongest and the second method of a category add to it."""


def category(weights: Weights, book: Codebook) -> tuple[str, float]:
    """The category of the strongest two methods together, and its share of all points as confidence."""
    sums: dict[str, list[float]] = {}
    for method, one in weights.items():
        sums.setdefault(_category(method, book), []).append(one.points)
    totals = {name: _top_two(points) for name, points in sums.items()}
    best = max(totals, key=lambda name: totals[name])
    return best, totals[best] / (sum(totals.values()) or 1.0)


def _top_two(points: list[float]) -> float:
    return sum(part * one for part, one in zip(_TOP_TWO, sorted(points)[::-1], strict=False))


class Told(NamedTuple):
    """What the rules say of a candidate: its category, and its methods with the main one first, kept or not."""

    weights: Weights
    category: str
    share: float
    ranked: tuple[str, ...]


def told(material: Material, book: Codebook) -> Told:
    """Category and ranked methods, the category corrected by what examples have shown."""
    weights = placed(material)
    name, part = category(weights, book)
    shares = material.reading.models.category.shares(category_clues(weights, name, book))
    likely = max(shares, key=lambda one: shares[one], default=name)
    if likely != name and any(_category(method, book) == likely for method in weights):
        name, part = likely, shares[likely]
    ranked = sorted(weights, key=lambda method: (_category(method, book) != name, -weights[method].points, method))
    return Told(weights, name, part, tuple(ranked))


def code(material: Material, book: Codebook) -> tuple[Answer[str], tuple[Answer[str], ...]]:
    """The category and the methods, the main one first; the main method is of the category."""
    found = told(material, book)
    main, *further = found.ranked
    likely = {method: _likely(method, found, material, book) for method in further}
    kept = sorted((method for method in further if likely[method] >= LIKELY), key=lambda method: -likely[method])
    shares = material.heard.methods
    main, *further = heard.methods((main, *kept[: MOST - 1]), shares)[:MOST]
    methods = tuple(_answer(method, found, shares, material) for method in (main, *further))
    name = _category(main, book)
    share = found.share if name == found.category else shares[main]
    return answer(name, methods[0].quotation, share, f"category of {main}"), methods


def _likely(method: str, found: Told, material: Material, book: Codebook) -> float:
    """How likely a further method told is to be coded, as examples have shown, or by its points without any."""
    shares = material.reading.models.method.shares(method_clues(method, found, material, book))
    limit = KEPT if _category(method, book) == found.category else BESIDES
    points = found.weights[method].points
    return shares["yes"] if shares else points / limit * LIKELY


LIKELY: Final = 0.45
"""Probability from which a further method is coded: two methods missed cost as much as two too many."""


def category_clues(weights: Weights, name: str, book: Codebook) -> Clues:
    """What the correction of the category is learned from: points by category and by method, and what the rules say."""
    sums: dict[str, list[float]] = {}
    for method, one in weights.items():
        sums.setdefault(_category(method, book), []).append(one.points)
    totals = {key: _top_two(points) for key, points in sums.items()}
    every = sum(totals.values()) or 1.0
    lead = max(weights, key=lambda method: weights[method].points)
    return {
        f"rules:{name}": 1.0,
        f"lead:{lead}": 1.0,
        **{f"share:{key}": 3 * one / every for key, one in totals.items()},
        **{f"points:{key}": min(one, 8.0) / 4 for key, one in totals.items()},
        **{f"method:{method}": min(one.points, 5.0) / 3 for method, one in weights.items()},
    }


def method_clues(method: str, found: Told, material: Material, book: Codebook) -> Clues:
    """What is learned from whether a method told is coded: its points, its bond, what leads, where it stands."""
    weight = found.weights[method]
    main = found.ranked[0]
    points = min(weight.points, 6.0)
    headline = float(material.is_headline)
    return {
        "points": points,
        "headline": headline,
        f"headline:{method}": headline,
        "beside the main": weight.points / (found.weights[main].points or 1.0),
        "same category": float(_category(method, book) == found.category),
        "rank": float(min(found.ranked.index(method), 6)),
        "place": float(min(weight.act.sentence - material.scene.first, 10)),
        f"method:{method}": 1.0,
        f"points:{method}": points / 3,
        f"bond:{weight.act.bond}": 1.0,
        f"weight:{weight.act.match.entry.weight}": 1.0,
        f"pair:{main}>{method}": 1.0,
    }


def _answer(method: str, found: Told, shares: heard.Shares, material: Material) -> Answer[str]:
    """A method with the words of the act that tells it, or with the leading passage where no rule sees it told."""
    if method not in found.weights:
        return answer(method, material.candidate.passages[0], shares[method], "words of the passage")
    weight = found.weights[method]
    sentence = material.reading.sentences[weight.act.sentence]
    match = weight.act.match
    rule = f"{match.entry.table}: {match.entry.pattern} ({weight.act.bond})"
    return answer(method, material.quote(sentence, match), weight.points / 5, rule)


def _category(method: str, book: Codebook) -> str:
    return book.table("methods")[method].extra["category"]
