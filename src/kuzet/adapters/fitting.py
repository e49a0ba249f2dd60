"""Training of the classifier of passages by scikit-learn: logistic regression, the same result on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from kuzet.language.classifier import SIZE, Classifier, Features

STRENGTH: Final = 10.0
"""Inverse strength of the L2 penalty, chosen by five-fold cross-validation on the golden training parts."""

SEEN: Final = 2
"""A feature must stand in so many passages: what stands in one alone can only be learned by heart."""

DIGITS: Final = 3
"""Decimal places that weights keep; smaller ones change no decision and cost space."""


def fit(rows: Sequence[Features], answers: Sequence[bool], trained: str) -> Classifier:
    """The classifier that tells passages which report an attack (True) from others.

    `rows` and `answers` are of one length, with both answers among them.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    often = Counter(number for row in rows for number in row)
    kept = [{number: value for number, value in row.items() if often[number] >= SEEN} for row in rows]
    values = [value for row in kept for value in row.values()]
    numbers = [number for row in kept for number in row]
    starts = [0]
    for row in kept:
        starts.append(starts[-1] + len(row))
    table = csr_matrix((values, numbers, starts), shape=(len(kept), SIZE))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(table, list(answers))
    weights = {str(number): round(float(model.coef_[0, number]), DIGITS) for number in sorted(set(numbers))}
    bias = round(float(model.intercept_[0]), DIGITS)
    return Classifier(bias=bias, weights={key: value for key, value in weights.items() if value}, trained=trained)
