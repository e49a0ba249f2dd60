"""What may follow a Kazakh stem: slots of endings in their order, in the plain letters in which patterns are matched.

A pattern of few letters begins many words that have nothing to do with it (`қаза` begins Қазақстан, `жүр` журналист,
`сес` сессия). Such a one stands only for words in which endings follow it. Longer ones begin few other words, and are
often cut inside an ending on purpose.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from kuzet.language.text import tables

SHORT: Final = 4
"""A beginning of so many letters at most has to be a stem."""

_ORDER: Final = (
    "(?:{voice}{{0,3}}{negation}?{verbal}?)?{derived}{{0,2}}{plural}?{possession}?{case}?{derived}?{case}?{person}?"
)


def fits(beginning: str, word: str) -> bool:
    """Whether a word that begins so may be a form of it: any word for a long beginning, else one with endings."""
    return len(beginning) > SHORT or beginning[-1:] < "\u0400" or are(word[len(beginning) :])


@lru_cache(maxsize=50_000)
def are(rest: str) -> bool:
    """Whether the rest of a word, in plain letters, can be endings; nothing can.

    >>> are("ды"), are("ларында"), are("қстан")
    (True, True, False)
    """
    return _pattern().fullmatch(rest) is not None


@cache
def _pattern() -> re.Pattern[str]:
    slots: dict[str, list[str]] = {}
    for row in tables.rows("kk", "endings"):
        slots.setdefault(row["slot"], []).extend(tables.split(row["endings"]))
    return re.compile(_ORDER.format(**{slot: f"(?:{'|'.join(endings)})" for slot, endings in slots.items()}))
