"""The words of each count of a sentence: up to the last comma or "and" between it and the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence


def spans(sentence: Sentence, ones: Sequence[Mention], language: str) -> list[tuple[int, int]]:
    """For each of some counts, in order, where its words begin and end; the sentence is shared out among them."""
    edges = [0, *(_bound(sentence, left, right, language) for left, right in pairwise(ones)), len(sentence.text)]
    return list(pairwise(edges)) if ones else []


def clauses(sentence: Sentence, ones: Sequence[Mention], language: str) -> list[str]:
    """The words of each of some counts, in order."""
    return [sentence.text[start:end] for start, end in spans(sentence, ones, language)]


def _bound(sentence: Sentence, left: Mention, right: Mention, language: str) -> int:
    found = [one.start() for one in _joint(language).finditer(sentence.text, left.end, right.start)]
    return found[-1] if found else right.start


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;:.]\s|\s(?:{phrases.any_of(language, 'and', 'while')})\s", re.IGNORECASE)
