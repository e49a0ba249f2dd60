"""Words as a text inflects them: two words are the same when they begin alike ("indictment" and "indictments")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kuzet.observatory.write.check.reading.words import KEPT

LENGTH: Final = 5
"""Letters that tell a word: what stands behind them is an ending."""

SHORTEST: Final = 4
"""Letters of the shortest word that names a thing; shorter ones only link."""

_WORD: Final = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=KEPT)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that may name a thing."""
    return frozenset(_stems(text))


def _stems(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.lower().replace("ё", "е")):
        if len(word) >= SHORTEST:
            yield word[:LENGTH]


def words(text: str) -> list[str]:
    """The words of a text that may name a thing, whole."""
    return [word for word in _WORD.findall(text.lower()) if len(word) >= SHORTEST]


def alike(left: str, right: str) -> bool:
    """Whether two words are one in two forms; of short words the shorter is the beginning of the other."""
    short, long = sorted((left.lower(), right.lower()), key=len)
    return bool(short) and long.startswith(short[:LENGTH]) and len(long) - len(short) <= LENGTH
