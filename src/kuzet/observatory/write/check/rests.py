"""Parts that the words make complete: "the remaining 37", "the rest, 465", "19 and 7, twenty-six in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kuzet.observatory.write.check import lists, phrases
from kuzet.observatory.write.check.bases import marked
from kuzet.observatory.write.check.split import Split
from kuzet.observatory.write.check.ties import REACH, restated
from kuzet.observatory.write.check.words import Mention, Sentence, Text


def remaining(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """A part told to be the rest: "Of 58 appeals 21 were granted and the remaining 37 dismissed"."""
    sentence, language = text.sentences[index], text.language
    ones = [one for one in sentence.quantities(unit) if one not in nested]
    for place, rest in enumerate(ones):
        if not _rest(language).search(sentence.before(rest, REACH)):
            continue
        front = ones[:place]
        whole = _whole(sentence, front, rest, language)
        before = text.sentences[index - 1] if index else None
        if (whole is None or len(front) == 1) and before is not None and before.block == sentence.block:
            told = before.quantities(unit)
            whole, front = _whole(before, told, rest, language), [*told, *front]
        parts = [one for one in front if one is not whole]
        outside = [one for one in parts if one not in sentence.mentions or not lists.bracketed(sentence, one)]
        if whole is not None and parts:
            yield Split(whole, (*(outside or parts), rest), complete=True, rest=rest)


def _whole(sentence: Sentence, ones: Sequence[Mention], rest: Mention, language: str) -> Mention | None:
    """The whole among some numbers: one that the words mark, else one as large as all others and no share itself."""
    shares = restated(sentence, language)
    larger = [one for one in ones if one.value > rest.value]
    wholes = [one for one in larger if one in marked(sentence, language)]
    free = [one for one in larger if one not in shares and one.value * 2 >= sum(other.value for other in ones)]
    found = wholes or free
    return found[-1] if found else None


@cache
def _rest(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'rest')})(?:\s+[\w-]+){{0,2}}?[\s,(:–—-]*$", re.IGNORECASE)


def summed(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """Parts first, then their sum: "Nineteen men and seven women were held, twenty-six people altogether"."""
    sentence = text.sentences[index]
    ones = [one for one in sentence.quantities(unit) if one not in nested]
    for place, whole in enumerate(ones):
        front, behind = sentence.before(whole, REACH), sentence.after(whole, REACH)
        if place < 2 or not (_in_all(text.language).search(front) or _all_behind(text.language).match(behind)):
            continue
        for size in range(place, 1, -1):
            yield Split(whole, tuple(ones[place - size : place]), complete=True)


@cache
def _in_all(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'in_all')})(?:\s+[\w-]+)?[\s,:–—-]*$", re.IGNORECASE)


@cache
def _all_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"-?\w*(?:\s+[\w-]+){{0,2}}?,?\s+(?:{phrases.words(language, 'in_all')})", re.IGNORECASE)
