"""Texts whose blows were struck in a game or made up: match reports, reviews of films, plays and novels.

*The goalkeeper, punished for every loose ball*; *a stubborn correspondent who is threatened, followed and beaten*. One
such word stands in many a report of an attack (a coach who struck a cameraman at half-time); where they run through
the text it is about nothing else.
"""

from __future__ import annotations

from typing import Final

from kuzet.language.reading.reading import Reading, Sentence

SENTENCES: Final = 3
"""Sentences that must have such words, in a text of any length."""

SHARE: Final = 3
"""One of so many sentences must have them."""

BRIEF: Final = 5
"""A text of so many sentences at most needs one sentence less."""


def is_told(reading: Reading) -> bool:
    """Whether words for the moves of a game, or for the making of a story, run through the text."""
    found = sum(_has(one) for one in reading.sentences)
    length = len(reading.sentences)
    return found >= SENTENCES - (length <= BRIEF) and found * SHARE >= length


def _has(sentence: Sentence) -> bool:
    return any(one.entry.code == "played" for one in sentence.of("words"))
