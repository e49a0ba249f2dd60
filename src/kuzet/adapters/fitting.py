"""Training by scikit-learn: logistic regression, the same result from the same examples on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from kuzet.language.vocabulary.classifier import Classifier, Features, Labels
from kuzet.language.vocabulary.models import POINT, UNTRAINED, Clues, Linear

WORDS: Final = 10.0
"""Inverse strength of the L2 penalty on words, and on points of rules; of 1, 5, 10 and 25 the one that is best by
cross-validation on the golden training parts."""

ALONE: Final = 0.3
"""The same on clues of rules alone; of 0.1, 0.3, 1 and 3 the best."""

BESIDE: Final = 0.1
"""The same on clues of rules beside words; of 0.1, 0.3 and 1 the best on documents by writers whose others were not
among the examples."""

PRIOR: Final = 0.25
"""Share, 0 to 1, of the trust set by hand (`POINT`, `UNTRAINED.even`) that stays: news of the world differ from golden
documents."""

BOLD: Final = 0.15
"""Log-odds by which less than even is enough: who decides puts a false alarm aside with one key, and never sees what
was missed. Set by hand between 0 and 0.3, which made 56 and 54 errors on some 700 documents that were not learned from;
0.6 made 59."""

SEEN: Final = 2
"""A feature must stand in so many passages: what stands in one alone can only be learned by heart."""

LABELS: Final = 100.0
"""Inverse strength of the L2 penalty on the words that speak for methods, perpetrators and categories; of 10, 100 and
400 the best on documents by writers whose others were not among the examples (methods and perpetrators)."""

OFTEN: Final = 4
"""There a feature must stand in so many passages, and weigh at least `SOUND`: of the half million weights that all
features would have one in eight remains, and reads unseen documents as well."""

SOUND: Final = 0.5
"""Log-odds of a feature as long as the whole passage."""

Level = tuple[str, str]
"""A feature of a pair and the level at which the pair stands in it."""

DRAWN: Final = 200.0
"""How strongly the weights of linking are drawn to those set by hand; of 30, 60, 100 and 200 the best by
cross-validation over the writers of the golden events."""

DIGITS: Final = 3
"""Decimal places that weights keep; smaller ones change no decision and cost space."""


def words(rows: Sequence[Features], answers: Sequence[bool]) -> Classifier:
    """The classifier that tells passages which report an attack (True) from others; both must be among the answers."""
    numbers, table = _table(rows, SEEN)
    bias, found = _logistic(table, answers, WORDS)
    weights = {str(numbers[place]): round(float(found[place]), DIGITS) for place in found.nonzero()[0].tolist()}
    return Classifier(bias=round(bias, DIGITS), weights={key: value for key, value in weights.items() if value})


def labels(rows: Sequence[Features], answers: Sequence[Collection[str]]) -> Labels:
    """The classifiers of the answers that such passages have, each against the passages without it.

    An answer that all passages have, or none, is not learned.
    """
    numbers, table = _table(rows, OFTEN)
    told = Counter(answer for several in answers for answer in set(several))
    names = tuple(sorted(name for name, times in told.items() if times < len(rows)))
    biases: list[float] = []
    weights: dict[int, list[tuple[int, float]]] = {}
    for place, name in enumerate(names):
        bias, found = _logistic(table, [name in several for several in answers], LABELS)
        biases.append(round(bias, 1))
        for column in (abs(found) >= SOUND).nonzero()[0].tolist():
            weights.setdefault(numbers[column], []).append((place, round(float(found[column]), 1)))
    return Labels(names, tuple(biases), {str(number): tuple(weights[number]) for number in sorted(weights)})


def _table(rows: Sequence[Features], least: int) -> tuple[list[int], Any]:
    """The numbers of the features that stand in so many rows, and the rows as a sparse table with a column for each.

    Features that stand nowhere have no column: their weights are 0, and a million of them would take the time.
    """
    from scipy.sparse import csr_matrix

    often = Counter(number for row in rows for number in row)
    kept = [{number: value for number, value in row.items() if often[number] >= least} for row in rows]
    numbers = sorted({number for row in kept for number in row})
    columns = {number: column for column, number in enumerate(numbers)}
    starts = [0]
    for row in kept:
        starts.append(starts[-1] + len(row))
    places = [columns[number] for row in kept for number in row]
    values = [value for row in kept for value in row.values()]
    return numbers, csr_matrix((values, places, starts), shape=(len(kept), max(1, len(numbers))))


def _logistic(table: Any, answers: Sequence[bool], strength: float) -> tuple[float, Any]:  # noqa: ANN401  (the same)
    """Bias and the weight of each column."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, solver="liblinear", random_state=0).fit(table, list(answers))
    return float(model.intercept_[0]), model.coef_[0]


def trust(rows: Sequence[Mapping[str, float]], answers: Sequence[bool]) -> tuple[dict[str, float], float]:
    """What one point of each rule is worth in log-odds, and the log-odds that make a passage even.

    `rows` are the points by rule of one example each (those of the classifier are its log-odds); both answers must be
    among `answers`. A rule is never worth less than nothing, so none is turned round.
    """
    found = clues(rows, ["yes" if answer else "no" for answer in answers], strength=WORDS)
    number = found.answers.index("yes")
    worth = {name: _kept(max(0.0, each[number]), POINT) for name, each in sorted(found.weights.items())}
    return worth, round(_kept(-found.bias[number], UNTRAINED.even) - BOLD, DIGITS)


def _kept(learned: float, before: float) -> float:
    return round((1 - PRIOR) * learned + PRIOR * before, DIGITS)


def clues(rows: Sequence[Clues], answers: Sequence[str], strength: float) -> Linear:
    """The model that gives the answers for such clues; of fewer than two different answers nothing is learned."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    if len(set(answers)) < 2:
        return Linear()
    table = DictVectorizer()
    model = LogisticRegression(C=strength, max_iter=1000).fit(table.fit_transform(rows), list(answers))
    coefficients, biases = model.coef_.tolist(), model.intercept_.tolist()
    if len(model.classes_) == 2:  # of two answers only the second has weights
        coefficients, biases = [[0.0] * len(coefficients[0]), coefficients[0]], [0.0, biases[0]]
    weights = {
        name: tuple(round(each[number], DIGITS) for each in coefficients)
        for name, number in sorted(table.vocabulary_.items())
    }
    kept = {name: each for name, each in weights.items() if any(each)}
    return Linear(tuple(map(str, model.classes_)), tuple(round(each, DIGITS) for each in biases), kept)


def link_weights(
    pairs: Sequence[Mapping[Level, float]], same: Sequence[bool], prior: Mapping[Level, float], even: float
) -> dict[Level, float]:
    """What each level of a pair weighs, in log odds of base 2, where `even` is the score of a pair as likely as not.

    Logistic regression whose weights are drawn to `prior` (a Gaussian one of strength `DRAWN`): a level that no pair
    shows keeps its prior. Weights are rounded to two places.
    """
    import numpy as np
    from scipy.optimize import minimize

    order = {level: number for number, level in enumerate(prior)}
    table = np.zeros((len(pairs), len(order)))
    for row, pair in enumerate(pairs):
        for level, trust in pair.items():
            table[row, order[level]] = trust
    answers, start = np.array(same, dtype=float), np.array(list(prior.values()))

    def loss(weights: Any) -> tuple[float, Any]:  # noqa: ANN401  (numpy is imported where it is used)
        odds = (table @ weights - even) * np.log(2)
        drawn = weights - start
        slope = table.T @ (1 / (1 + np.exp(-odds)) - answers) * np.log(2) + 2 * DRAWN * drawn
        return float((np.logaddexp(0, odds) - answers * odds).sum() + DRAWN * (drawn**2).sum()), slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return {level: round(float(found[number]), 2) for level, number in order.items()}
