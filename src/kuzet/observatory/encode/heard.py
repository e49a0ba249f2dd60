"""What the words of a passage speak for as a whole, beside what the rules see told.

Rules see what their lists hold, and quote it. A telling in words of its own ("two bullets through his windscreen") is
seen by none of them, but its words together are like those of other tellings. How far to trust the one or the other is
learned like any clue (`Models.beside`), also from documents that no rule was ever changed for; where nothing is heard,
the rules are corrected by what they say alone (`Models.alone`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from kuzet.basis.codebook import Codebook
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary import classifier
from kuzet.language.vocabulary.classifier import Features
from kuzet.language.vocabulary.models import Clues, Models

Odds = Mapping[str, float]
"""Log-odds (natural) of each answer by the words alone; empty where nothing was learned."""

ENOUGH: Final = 60
"""Words of a passage that speak for something together: in a headline one or two would have to speak for all."""

LOUD: Final = 6.0
"""Log-odds beyond which nothing becomes clearer."""

HALF: Final = 0.5
"""What a log-odd weighs as a clue, so that it is of the size of the others."""

AUDIBLE: Final = -3.5
"""Log-odds (three in a hundred) from which a method that no rule sees is thought of at all."""


class Heard(NamedTuple):
    """What the words of one passage speak for."""

    categories: Odds
    methods: Odds
    perpetrators: Odds


NOTHING: Final = Heard({}, {}, {})


def of(models: Models, words: Features, length: int) -> Heard:
    """What a passage of so many words speaks for; nothing where they are few."""
    if length < ENOUGH:
        return NOTHING
    return Heard(
        models.category_words.odds(words), models.method_words.odds(words), models.perpetrator_words.odds(words)
    )


def category(clues: Clues, heard: Heard) -> Clues:
    """The clues of the rules to the category, and those of the words."""
    return _with(clues, heard.categories)


def perpetrator(clues: Clues, heard: Heard) -> Clues:
    """The clues of the rules to the class of perpetrators, and those of the words."""
    return _with(clues, heard.perpetrators)


def methods(clues: Mapping[str, Clues], heard: Heard, book: Codebook) -> dict[str, Clues]:
    """The clues to each method that the rules see told or that the words speak for at all."""
    names = (*clues, *(one for one, odds in heard.methods.items() if odds >= AUDIBLE and one not in clues))
    return {name: _method(name, clues.get(name), heard, book) for name in names}


def _method(name: str, clues: Clues | None, heard: Heard, book: Codebook) -> Clues:
    """A clue of the words weighs otherwise for a method that the rules see than for one that they do not."""
    told: Clues = {"untold": 1.0, f"untold:{name}": 1.0} if clues is None else clues
    if name not in heard.methods:
        return told
    loud = _clue(heard.methods[name])
    kind = "told" if clues is not None else "untold"
    whole = heard.categories.get(book.table("methods")[name].extra["category"], 0.0)
    return {**told, "words": loud, f"words:{kind}": loud, "words of the category": _clue(whole)}


def _with(clues: Clues, odds: Odds) -> Clues:
    return {**clues, **{f"words:{answer}": _clue(each) for answer, each in odds.items()}}


def _clue(odds: float) -> float:
    return HALF * max(-LOUD, min(LOUD, odds))


def loudest(sentences: Sequence[Sentence], models: Models, method: str) -> Sentence:
    """The sentence whose words speak most for a method, the first of equals."""
    return max(sentences, key=lambda one: models.method_words.odds(classifier.features([one])).get(method, 0.0))
