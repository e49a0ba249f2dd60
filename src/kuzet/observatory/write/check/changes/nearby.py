"""Changes and multiples without numbers, of the only two numbers near: "25 in March, 35 in April. That is 40% more".

Which of the two was before the words need not tell: a rise is of the smaller one, a fall of the larger one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.words import Mention, Text
from kuzet.observatory.write.check.relations.around import BACK, Around, around
from kuzet.observatory.write.check.relations.bases import fractions

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")

TIMES: Final = ("earlier", "over_year", "back_then")
"""Words by which a claim compares with another time."""


def pairs(text: Text, index: int, change: Mention, *, up: bool | None) -> Iterator[Pair]:
    """The two numbers that a change tells of; none where words of it may speak of something else."""
    for near in _alone(text, index, change):
        low, high = sorted((near.first, near.second), key=lambda one: one.value)
        now, before = (high, low) if up else (low, high)
        if up is None:
            yield Pair(near.second, near.first)
        elif not _against(near, now, before):
            yield Pair(now, before)


def times(text: Text, index: int, claim: Mention) -> list[Pair]:
    """The two numbers that a multiple tells of; none where words of it may speak of something else."""
    return [Pair(near.second, near.first) for near in _alone(text, index, claim)]


def _alone(text: Text, index: int, claim: Mention) -> list[Around]:
    """The two numbers near, where nothing strange is said of the claim and they are of the times that it compares."""
    sentence, language = text.sentences[index], text.language
    if deltas(sentence, language):
        return []
    dated = bool(sentence.of_kind("year"))
    found = []
    for near in around(text, index, claim):
        here = [one for one in (near.first, near.second) if one in sentence.mentions]
        told = not near.strange and not _is_part(text, index, near)
        others = {int(year) for year in _YEAR.findall(near.said)} - {*near.times}
        timed = dated or any(phrases.says(language, word, near.said) for word in TIMES)
        if told and not others and not (timed and near.times[0] == near.times[1]):
            found += [near] if not any(";" in sentence.between(one, claim) for one in here) else []
    return found


def _is_part(text: Text, index: int, near: Around) -> bool:
    """Whether one of the two is told to be a part of the other: "21 of the 38"."""
    told = text.sentences[max(0, index - BACK) : index + 1]
    return any({near.first, near.second} == set(pair) for one in told for pair in fractions(one, text.language))


def _against(near: Around, now: Mention, before: Mention) -> bool:
    """Whether the words date the two the other way round."""
    times = {near.first: near.times[0] or 0, near.second: near.times[1] or 0}
    return 0 < times[now] < times[before]
