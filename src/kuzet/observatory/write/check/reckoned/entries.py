"""The numbers of a sentence that may be added up, and those of the sentences in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import hedges, phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import lists
from kuzet.observatory.write.check.relations.bases import fractions

BACK: Final = 3
"""Sentences in front over which a list may be spread."""

HEDGES: Final = ("almost", "more_than", "less_than", "about")

_COMMA: Final = re.compile(r"[,;:–—]")
_KINDS: Final = ("percent", "points", "portion", "times")


def entries(sentence: Sentence, unit: str, language: str) -> list[Mention]:
    """The numbers of one unit that stand for themselves: no whole, difference, average or mere name of an entry."""
    barred = lists.not_listed(sentence, language)
    ones = [one for one in sentence.quantities(unit) if one not in barred]
    outside = [one for one in ones if not lists.bracketed(sentence, one)]
    kept = lists.untallied(sentence, outside if len(outside) > 1 else ones)
    lone = lists.ones(sentence, kept[0].start, language) if kept and not unit else []
    return sorted([*kept, *lone], key=lambda one: one.start)


def in_front(text: Text, index: int, *, block: bool = False) -> Iterator[Sentence]:
    """The sentences of the paragraph in front of one, or of its whole `block` up to an empty line, nearest first."""
    here = text.sentences[index]
    for near in reversed(text.sentences[max(0, index - BACK) : index]):
        if near.block != here.block or (near.paragraph != here.paragraph and not block):
            return
        yield near


def is_flat(sentence: Sentence, listed: Sequence[Mention], language: str) -> bool:
    """Whether some numbers of a sentence stand side by side as a list does, and none of them divides another."""
    if sentence.of_kind(*_KINDS) or fractions(sentence, language) or lists.apiece(sentence, language):
        return False
    if any(phrases.says(language, word, sentence.text) for word in ("of_which", "including", "rest")):
        return False
    between = [sentence.between(left, right) for left, right in pairwise(listed)]
    return all(_COMMA.search(one) or phrases.says(language, "and", one) for one in between)


def is_hedged(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "about", "more than" or the like loosens a number."""
    return any(hedges.hedged(sentence, one, word, language) for word in HEDGES)
