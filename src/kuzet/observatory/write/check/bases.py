"""Parts and the wholes that the words themselves tie to them: "203 out of 347", "Of the 61 suits 34"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.words import Mention, Sentence, Text

OPENING: Final = 60
"""Characters from the start of a clause within which "Of the 30 cases" names the whole of what follows."""


def fractions(sentence: Sentence, language: str) -> Iterator[tuple[Mention, Mention]]:
    """Pairs (part, whole) that stand side by side: "203 out of 347", "34 of 61", "347 оқиғаның 203-і"."""
    for left, right in pairwise(sentence.of_kind("count")):
        between = sentence.between(left, right)
        if left.value and right.value >= left.value and _part_first(between, language):
            yield left, right
        elif right.value and left.value >= right.value and _whole_first(language).fullmatch(between):
            yield right, left


def _part_first(between: str, language: str) -> bool:
    return re.fullmatch(r"[\w\s/-]{0,40}", between) is not None and phrases.ends_with(language, "out_of", between)


@cache
def _whole_first(language: str) -> re.Pattern[str]:
    """A whole with its noun in the genitive, then the part: at most four words after the ending."""
    behind = phrases.words(language, "out_of_behind")
    return re.compile(rf"-?(?:\w*[\s-]+){{0,6}}?(?:{behind})(?:[\s«»\"-]+\w+){{0,5}}[\s(–—-]*", re.IGNORECASE)


def base_in_front(sentence: Sentence, percent: Mention, part: Mention, language: str) -> Mention | None:
    """The whole that opens the sentence: "Of the 30 recorded cases ... 47% (14 cases)"."""
    first = min(percent.start, part.start)
    whole = opening(sentence, language)
    return whole if whole and whole.end <= first and whole.value >= part.value else None


def opening(sentence: Sentence, language: str) -> Mention | None:
    """The count that a sentence opens with as the whole of what follows: "Of the 30 cases", "Из 30", "30 жағдайдың"."""
    for count in sentence.of_kind("count"):
        before, behind = sentence.text[: count.start], sentence.text[count.end : count.end + OPENING]
        if len(before) > OPENING:
            return None
        if phrases.ends_with(language, "out_of", before) or _of_noun(language).match(behind):
            return count
    return None


@cache
def _of_noun(language: str) -> re.Pattern[str]:
    """The noun of a whole in the genitive, right behind its number."""
    return re.compile(rf"-?(?:\w*[\s-]+){{0,4}}?(?:{phrases.words(language, 'out_of_behind')})", re.IGNORECASE)


def named_in_front(text: Text, index: int, part: Mention) -> Mention | None:
    """A sentence "Out of 30 cases 46% (14)" goes on: "27% (8)" in the same list has the whole of its neighbour."""
    sentence = text.sentences[index]
    pairs = list(fractions(sentence, text.language))
    wholes = {whole for _, whole in pairs if whole.value >= part.value and part not in (whole, *[p for p, _ in pairs])}
    return wholes.pop() if len(wholes) == 1 and len(pairs) == 1 else None
