"""The words of a text that tell its numbers apart, and those that name nothing that is counted."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Sentence, Text

ROOT: Final = 3
"""Letters that two forms of a short word have in common."""

PLAIN: Final = (
    "general",
    "incidents",
    "linking",
    "subject_front",
    "all",
    "over_year",
    "latest",
    "and",
    "of_which",
    "their",
)
"""Relations whose words name nothing that is counted."""


def empty(text: Text) -> frozenset[str]:
    """The beginnings of words that name nothing, and with which no other begins, as "counties" does like "counted"."""
    return _empty(text.sentences, text.language)


@lru_cache(maxsize=4)
def _empty(sentences: tuple[Sentence, ...], language: str) -> frozenset[str]:
    plain_words, told = _plain(language), " ".join(sentence.text for sentence in sentences)
    return stems(" ".join(plain_words.findall(told))) - stems(plain_words.sub(" ", told))


@cache
def _plain(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.any_of(language, *PLAIN)})\b", re.IGNORECASE)


def common(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """Those of the first words that the others have too, in whatever form."""
    return frozenset(one for one in left if any(_alike(one, other) for other in right))


def _alike(one: str, other: str) -> bool:
    length = max(ROOT, min(len(one), len(other)) - 1)
    return one[:length] == other[:length]
