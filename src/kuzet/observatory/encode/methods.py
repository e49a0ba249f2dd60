"""Category and methods: what was done, by the rules of placement and what examples have shown."""

from __future__ import annotations

from collections.abc import Mapping
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
    clues = heard.category(category_clues(weights, name, book), material.heard)
    shares = material.corrections.category.shares(clues)
    likely = max(shares, key=lambda one: shares[one], default=name)
    audible = (method for method, odds in material.heard.methods.items() if odds >= heard.AUDIBLE)
    if likely != name and any(_category(method, book) == likely for method in (*weights, *audible)):
        name, part = likely, shares[likely]
    ranked = sorted(weights, key=lambda method: (_category(method, book) != name, -weights[method].points, method))
    return Told(weights, name, part, tuple(ranked))


def code(material: Material, book: Codebook) -> tuple[Answer[str], tuple[Answer[str], ...]]:
    """The category and the methods, the main one first; the main method is of the category."""
    found = told(material, book)
    likely = _likely(found, material, book)
    main = _main(found, likely, book)
    further = sorted((method for method in likely if method != main), key=lambda method: -likely[method])
    kept = [method for method in further if likely[method] >= LIKELY]
    methods = tuple(_answer(method, found, likely[method], material) for method in (main, *kept[: MOST - 1]))
    return answer(found.category, methods[0].quotation, found.share, f"category of {main}"), methods


def _main(found: Told, likely: Mapping[str, float], book: Codebook) -> str:
    """The first that the rules see told of the category, unless it is unlikely; then the likeliest of the category."""
    first = found.ranked[0]
    if _category(first, book) == found.category and likely[first] >= DOUBTED:
        return first
    own = (method for method in likely if _category(method, book) == found.category)
    return max(own, key=lambda method: likely[method])


DOUBTED: Final = 0.1
"""Probability under which the main method of the rules gives way: its order follows the codebook, that of words does
not."""


def _likely(found: Told, material: Material, book: Codebook) -> dict[str, float]:
    """How likely each method told or heard is to be coded, as examples have shown, the rules' order deciding ties.

    Where nothing was learned, the main method of the rules is certain, and the others by their points.
    """
    model = material.corrections.method
    if not model.answers:
        main, *further = found.ranked
        return {main: 1.0} | {method: min(_by_points(method, found, book), 1.0) for method in further}
    clues = {method: method_clues(method, found, material, book) for method in found.ranked}
    return {method: model.shares(each)["yes"] for method, each in heard.methods(clues, material.heard, book).items()}


def _by_points(method: str, found: Told, book: Codebook) -> float:
    limit = KEPT if _category(method, book) == found.category else BESIDES
    return found.weights[method].points / limit * LIKELY


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


def _answer(method: str, found: Told, likely: float, material: Material) -> Answer[str]:
    """A method with the words of the act that tells it, or with the sentence that speaks most for it."""
    if method not in found.weights:
        sentence = heard.loudest(material.scene.sentences, material.reading.models, method)
        whole = material.reading.quote(sentence, 0, len(sentence.text))
        return answer(method, whole, likely, "words of the passage")
    weight = found.weights[method]
    sentence = material.reading.sentences[weight.act.sentence]
    match = weight.act.match
    rule = f"{match.entry.table}: {match.entry.pattern} ({weight.act.bond})"
    return answer(method, material.quote(sentence, match), weight.points / 5, rule)


def _category(method: str, book: Codebook) -> str:
    return book.table("methods")[method].extra["category"]
