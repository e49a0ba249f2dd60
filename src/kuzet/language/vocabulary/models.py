"""What the reader has learned from examples: how far to trust its rules, and where to correct them.

One file, `model.json`, made by `kuzet learn`. It holds numbers only: hashes of beginnings of words (see `classifier`)
and weights of clues that the rules name. Without it the rules decide alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from kuzet.basis.errors import BadInput
from kuzet.language.vocabulary.classifier import NOTHING, SILENT, Classifier, Labels

Clues = Mapping[str, float]
"""What speaks for an answer: a name that the rules give (`rule:closest_actor`) and how strongly, mostly 0 to 1."""


class Linear(Struct, frozen=True):
    """Multinomial logistic regression over named clues; of no answers where nothing was learned."""

    answers: tuple[str, ...] = ()
    bias: tuple[float, ...] = ()
    weights: Mapping[str, tuple[float, ...]] = {}

    def shares(self, clues: Clues) -> dict[str, float]:
        """The probability of each answer, 0 to 1; empty where nothing was learned. Unknown clues count nothing."""
        odds = list(self.bias)
        for name, value in clues.items():
            for number, weight in enumerate(self.weights.get(name, ())):
                odds[number] += weight * value
        powers = [math.exp(each - max(odds)) for each in odds]
        return {answer: power / sum(powers) for answer, power in zip(self.answers, powers, strict=True)}


class Corrections(Struct, frozen=True):
    """What corrects the answers of rules."""

    category: Linear = Linear()
    """Answers are categories of the codebook."""
    perpetrator: Linear = Linear()
    """Answers are classes of perpetrators."""
    method: Linear = Linear()
    """Whether a method is one to be coded: `yes` or `no`."""


class Models(Struct, frozen=True):
    """Everything learned; the defaults are what holds before anything is."""

    trained: str = "nothing"
    """On what, for the record."""
    classifier: Classifier = NOTHING
    trust: Mapping[str, float] = {}
    """By rule of detection (`rules.kind`): the log-odds that one of its points is worth; `POINT` for a rule without."""
    even: float = 1.62
    """Log-odds (natural) that the rules must give for a passage to be as likely an attack as not.

    Set by hand; `fitting.trust` learns it together with the worth of points.
    """
    alone: Corrections = Corrections()
    """By what the rules say and why, for passages of so few words that nothing is heard of them."""
    beside: Corrections = Corrections()
    """By what the rules say beside what the words speak for."""
    category_words: Labels = SILENT
    """The categories that the words of a passage speak for, whatever the rules see told."""
    method_words: Labels = SILENT
    """The methods that they speak for."""
    perpetrator_words: Labels = SILENT
    """The classes of perpetrators that they speak for."""


UNTRAINED: Final = Models()
POINT: Final = 0.9
"""Log-odds of one point of a rule nothing is learned of; set by hand, like `Models.even`, before anything was."""


def load(text: bytes, where: str) -> Models:
    """Models from their JSON; raises `BadInput` for a text that is none, or whose weights do not fit their answers."""
    try:
        made = msgspec.json.decode(text, type=Models)
    except msgspec.DecodeError as error:
        raise BadInput(str(error), _EXPECTED, where) from None
    for corrections in (made.alone, made.beside):
        for name in ("category", "perpetrator", "method"):
            learned: Linear = getattr(corrections, name)
            if {len(learned.bias), *map(len, learned.weights.values())} - {len(learned.answers)}:
                raise BadInput(name, f"{_EXPECTED}: one bias and one weight of a clue for each answer", where)
        if corrections.method.answers not in ((), ("no", "yes")):
            raise BadInput(corrections.method.answers, f"{_EXPECTED}: the answers of `method` are no and yes", where)
    for name in ("category_words", "method_words", "perpetrator_words"):
        labels: Labels = getattr(made, name)
        places = {place for each in labels.weights.values() for place, _ in each}
        if len(labels.bias) != len(labels.answers) or places - set(range(len(labels.answers))):
            raise BadInput(name, f"{_EXPECTED}: one bias for each answer, and weights of these answers alone", where)
    return made


_EXPECTED: Final = "a model as `kuzet learn` writes it"


def read(path: Path) -> Models:
    """Models from a file that is there; raises `BadInput` for one that holds none."""
    return load(path.read_bytes(), str(path))


@cache
def shipped() -> Models:
    """The models that come with the reader; none right after a change that makes them anew."""
    path = files("kuzet.language") / "model.json"
    return load(path.read_bytes(), path.name) if path.is_file() else UNTRAINED
