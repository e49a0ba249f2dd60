"""The headings of a text, and its concluding sentences, which tell its numbers again."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Sentence, Text

SECTION: Final = 12
"""Sentences behind the heading of a conclusion that belong to it."""

HEADING: Final = 60
"""Characters of the longest heading."""


TITLE: Final = 3
"""Sentences at the start whose headings are those of the whole text."""

LONGEST: Final = 100
"""Characters of a line without a full stop that may be the heading of a section."""

_ENTRY: Final = re.compile(r"\s*[-*•–—▪]")
_CLOSED: Final = re.compile(r"[.!?:;,…]\s*$")


def heading(text: Text, index: int) -> Sentence | None:
    """The heading under which a sentence stands: the last line alone, short, without an end and without counts."""
    return _headings(text.sentences)[index]


@lru_cache(maxsize=4)
def _headings(sentences: tuple[Sentence, ...]) -> tuple[Sentence | None, ...]:
    alone = Counter(one.paragraph for one in sentences)
    found: list[Sentence | None] = []
    last: Sentence | None = None
    for index, one in enumerate(sentences):
        short = alone[one.paragraph] == 1 and len(one.text) <= LONGEST and not _CLOSED.search(one.text)
        if short and index >= TITLE and not one.of_kind("count", "percent") and not _ENTRY.match(one.text):
            last = one
        found.append(last)
    return tuple(found)


def concluding(text: Text) -> tuple[int, ...]:
    """The sentences under the heading of a conclusion, and those that say that they sum up."""
    return _concluding(text.sentences, text.language)


@lru_cache(maxsize=4)
def _concluding(sentences: tuple[Sentence, ...], language: str) -> tuple[int, ...]:
    end, found = 0, []
    for index, sentence in enumerate(sentences):
        if index >= len(sentences) // 2 and _is_heading(sentence, language):
            end = index + SECTION
        elif index < end or phrases.begins_with(language, "summing_up", sentence.text):
            found.append(index)
    return tuple(found)


def _is_heading(sentence: Sentence, language: str) -> bool:
    short = len(sentence.text) <= HEADING and not sentence.text.rstrip().endswith((".", "!", "?", ";"))
    return short and phrases.says(language, "conclusion_heading", sentence.text)
