"""Words around a sum or a term that say what it is: asked for, possible at most, imposed, given instead of another."""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match

_EDGE: Final = re.compile(r"[;:()]|[,.]\s|\s[—–-]\s|\s(?:но|а|but|while|бірақ|ал)\s")
"""Where one clause ends and the next begins."""

NEAR: Final = 45
"""Characters within which a word for the most that the law allows belongs to a number."""

BESIDE: Final = 25
"""Characters between a sum and the word that another was given instead of it."""


def clause(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The clause around characters of a sentence."""
    first = max((match.end() for match in _EDGE.finditer(sentence.text, 0, start)), default=0)
    after = _EDGE.search(sentence.text, end)
    return first, after.start() if after else len(sentence.text)


def inside(sentence: Sentence, span: tuple[int, int], *codes: str) -> list[Match]:
    """The words of these codes that reach into a span of the sentence."""
    start, end = span
    return [one for one in sentence.of("outcomes") if one.entry.code in codes and one.start < end and start < one.end]


def is_asked(sentence: Sentence, start: int, end: int) -> bool:
    """Whether its clause says that somebody asks for it."""
    return bool(inside(sentence, clause(sentence, start, end), "requested"))


def is_possible(sentence: Sentence, start: int, end: int) -> bool:
    """Whether it is named only as what the law allows."""
    first, last = clause(sentence, start, end)
    span = (max(first, start - NEAR), min(last, end + NEAR))
    return bool(inside(sentence, span, "maximum"))


def is_given(sentence: Sentence, start: int, end: int) -> bool:
    """Whether its clause says that it was imposed."""
    return bool(inside(sentence, clause(sentence, start, end), "given"))


def is_replaced(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another was given instead of it; in Kazakh that word follows, elsewhere it goes before."""
    span = (end, end + BESIDE) if sentence.language == "kk" else (start - BESIDE, start)
    return bool(inside(sentence, span, "instead"))
