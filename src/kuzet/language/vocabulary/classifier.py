"""Linear classifiers of passages: how likely a text reports an attack on a media worker, by which methods, by whom.

They are the second opinion beside the rules. They see beginnings of words (six letters), pairs of them, and
which entries of the lexicon stand in the text. Each feature is kept only as a hash, so a trained classifier holds no
text; and a word with a capital letter inside a sentence, which may be a name, is seen as `^` whatever it says. The
first word of a sentence, which has its capital from there, is seen like any other.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Mapping
from typing import Final, Protocol

from msgspec import Struct

from kuzet.language.text import script
from kuzet.language.vocabulary.lexicon import Match

SIZE: Final = 1 << 18
"""Number of hashed features; with 24,000 in use about one in eleven shares its number with another."""

PREFIX: Final = 6
"""Letters of a word that are seen: the stem of most words in the three languages."""

MARK: Final = 0.1
"""How much an entry of the lexicon weighs beside one word of a short text."""

MARKS: Final = ("triggers", "contexts", "roles", "agents", "officials", "outcomes", "words")
"""Tables of the lexicon that are seen by code."""

Features = Mapping[int, float]
"""How strongly each feature is there, by its number (0 up to `SIZE`)."""


class Passage(Protocol):
    """What is seen of a sentence: its text, the same as `lexicon.flatten` makes it, and the entries found in it."""

    @property
    def text(self) -> str:
        """The sentence, in Cyrillic where it is Kazakh in another script."""

    @property
    def flat(self) -> str:
        """Character for character the same in small letters without signs."""

    @property
    def matches(self) -> tuple[Match, ...]:
        """Entries of the lexicon."""


class Classifier(Struct, frozen=True):
    """Log-odds: `bias` and `weights` by number of feature (its decimal digits, as JSON wants keys to be texts)."""

    bias: float
    weights: Mapping[str, float]

    def log_odds(self, features: Features) -> float:
        """The natural logarithm of the odds that a passage with these features reports an attack."""
        return self.bias + sum(self.weights.get(str(number), 0.0) * value for number, value in features.items())


NOTHING: Final = Classifier(bias=0.0, weights={})
"""Says nothing about anything."""


class Labels(Struct, frozen=True):
    """Several classifiers of the same features, one for each answer: any number of answers may hold of a passage.

    `bias` has the log-odds of each answer where nothing is seen; `weights` by number of feature the places of answers
    and what they gain.
    """

    answers: tuple[str, ...] = ()
    bias: tuple[float, ...] = ()
    weights: Mapping[str, tuple[tuple[int, float], ...]] = {}

    def odds(self, features: Features) -> dict[str, float]:
        """The natural logarithm of the odds of each answer, each for itself; empty where nothing was learned."""
        odds = list(self.bias)
        for number, value in features.items():
            for place, weight in self.weights.get(str(number), ()):
                odds[place] += weight * value
        return dict(zip(self.answers, odds, strict=True))


SILENT: Final = Labels()
"""Has learned no answer."""


def features(sentences: Iterable[Passage]) -> Features:
    """The features of a passage by number: words and pairs share a length of 1, marks of the lexicon weigh `MARK`.

    What stands twice counts once; of a word and a mark with the same number the mark counts.
    """
    words: set[int] = set()
    marks: set[int] = set()
    for sentence in sentences:
        words.update(_words(sentence))
        marks.update(
            _number(f"{match.entry.table}:{match.entry.code}")
            for match in sentence.matches
            if match.entry.table in MARKS
        )
    share = 1 / math.sqrt(len(words)) if words else 0.0
    return dict.fromkeys(words, share) | dict.fromkeys(marks, MARK)


def _words(sentence: Passage) -> list[int]:
    """Beginnings of words and pairs of neighbours; numbers by their length only, names as `^`."""
    found: list[int] = []
    start = before = 0
    text, flat = sentence.text, script.bare_small(sentence.flat)
    for order, word in enumerate(flat.split()):
        start = flat.index(word, start)
        seen = _seen(word, order > 0 and text[start].isupper()).encode()
        start += len(word)
        own = zlib.crc32(seen)
        found.append(own % SIZE)
        if order:
            found.append(zlib.crc32(b" " + seen, before) % SIZE)  # of the pair with a space between
        before = own
    return found


def _seen(word: str, is_name: bool) -> str:
    if word.isdigit():
        return "0" * min(len(word), 4)
    return "^" if is_name else word[:PREFIX]


def _number(name: str) -> int:
    return zlib.crc32(name.encode()) % SIZE
