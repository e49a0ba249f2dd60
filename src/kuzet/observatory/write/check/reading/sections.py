"""The concluding sentences of a text, which tell its numbers again."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Sentence, Text

SECTION: Final = 12
"""Sentences behind the heading of a conclusion that belong to it."""

HEADING: Final = 60
"""Characters of the longest heading."""


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
