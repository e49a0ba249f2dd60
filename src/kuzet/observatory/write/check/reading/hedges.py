"""Words that loosen a number: "almost 90%", "more than a third", "60%-дан астамы"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence

LOOSE: Final = 3
"""Percentage points that "almost" or "about" may leave: 87 is almost 90, 85 is not."""

SHOWN: Final = Fraction(3, 2)
"""Points by which "almost two fifths (74, or 41%)" may be passed where the number itself stands beside it."""

HALF: Final = 50
"""The portion of which everyone knows whether it is reached."""

LINK: Final = 2
"""Letters of a preposition that is written together with its number."""

BEYOND: Final = 10
"""Percentage points that "more than" and "less than" may leave: 68 is more than 60, but so far off misleads."""

_SIDES: Final = ("more_than", "less_than")

_IN_BRACKETS: Final = re.compile(r"[^.;:()]{0,40}\([^\d()]{0,12}\d")


def hedged(sentence: Sentence, mention: Mention, word: str, language: str) -> bool:
    """Whether a word such as "almost" stands at a number, on the side where the language puts it."""
    stem = re.split(r"[\s\d%]", sentence.text[mention.start : mention.end])[-1]
    after = sentence.after(mention, 24)
    front = sentence.before(mention, 24)
    opened = sentence.text[mention.start : mention.start + LINK]
    if word in _SIDES and any(_moves(language).search(told) for told in (front, front + opened)):
        return False  # "меньше на треть", "больше наполовину"
    before = _linked(language).sub("", front)
    return phrases.ends_with(language, word, before) or any(
        phrases.begins_with(language, f"{word}_behind", text) for text in (stem + after, after)
    )


@cache
def _moves(language: str) -> re.Pattern[str]:
    """A word that says that something is more or less, and by how much behind it: "меньше на", "fewer by"."""
    moves = phrases.any_of(language, "increase", "decrease")
    return re.compile(rf"\b(?:{moves})\s+(?:{phrases.words(language, 'by')})\s*$", re.IGNORECASE)


@cache
def _linked(language: str) -> re.Pattern[str]:
    """A preposition between a hedge and its number: "более чем в пять раз", "almost by half"."""
    return re.compile(rf"\b(?:{phrases.any_of(language, 'inside', 'by', 'to')})\s+$", re.IGNORECASE)


def loosely(sentence: Sentence, percent: Mention, exact: Fraction, language: str) -> bool:
    """Whether a hedge allows what is off: to the side it names, by at most `LOOSE` or `BEYOND` points."""
    off = exact - percent.exact
    sides = {"almost": -LOOSE <= off < 0, "less_than": -BEYOND <= off < 0, "more_than": 0 < off <= BEYOND}
    sides["about"] = abs(off) <= LOOSE
    return any(holds and hedged(sentence, percent, word, language) for word, holds in sides.items())


def portion_holds(portion: Mention, exact: Fraction, sentence: Sentence, language: str) -> bool:
    """Whether "half" or "a third" may be said of an exact percentage: a tenth of it off, or to the named side."""
    off, near = exact - portion.exact, min(Fraction(LOOSE), max(Fraction(LOOSE, 2), portion.exact / 10))
    if hedged(sentence, portion, "more_than", language):
        return 0 < off <= 4 * LOOSE
    if hedged(sentence, portion, "almost", language):
        shown = portion.exact != HALF and _IN_BRACKETS.match(sentence.text, portion.end)
        return -2 * LOOSE <= off < 0 or (bool(shown) and 0 <= off <= SHOWN)
    if hedged(sentence, portion, "less_than", language):
        return -4 * LOOSE <= off < 0
    return abs(off) <= near * (2 if hedged(sentence, portion, "about", language) else 1)
