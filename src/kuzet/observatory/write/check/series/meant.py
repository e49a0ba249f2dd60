"""Which series of a text a claim is of, by the words that narrow it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Text
from kuzet.observatory.write.check.series.orders import Series, telling

NEAR: Final = 14
"""Lines between a series that is not of all incidents and a claim that does not name it."""

BACK: Final = 3
"""Sentences in front that may name what a claim is of."""

UNKNOWN: Final = 1
"""Words of a claim that no series has: with more of them a month or a year may only say when it was."""

_CAPITAL: Final = re.compile(r"(?<=[\w,] )[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{3,}")


class Said(NamedTuple):
    """The words of a claim, without its superlative and its key.

    `scope` are they with those of the claim in front whose subject it shares, `sure` whether its key is surely what is
    ranked, `named` the words of all series of the text.
    """

    words: str
    scope: str
    sure: bool
    named: frozenset[str]


def fitting(text: Text, index: int, timely: Sequence[Series], said: Said) -> list[Series]:
    """The series of `timely` that a claim of sentence `index` may be of."""
    language = text.language
    need, about = telling(said.scope, language) & said.named, concepts.found(said.scope, language)
    line = text.sentences[index].line
    front = (telling(one.told, language) for one in timely if 0 <= line - one.line <= NEAR)
    if not said.sure and _elsewhere(said.words, telling(said.words, language), need.union(*front)):
        return []
    fit = [one for one in timely if _covers(one, need, about, language)]
    if need or about:
        least = min((len(one.words - need) for one in fit), default=0)
        return [one for one in fit if len(one.words - need) == least]
    narrow = phrases.pattern(language, "general").sub(" ", said.words)
    if any(phrases.says(language, way, narrow) for way in ("regarding", "other_noun")):
        return []
    return _reached(fit, text, index)


def _elsewhere(rest: str, said: frozenset[str], need: frozenset[str]) -> bool:
    """Whether a claim has words that no series explains, so that a year in it may be no more than a date."""
    return len(said - need) > UNKNOWN or any(not stems(one) <= need for one in _CAPITAL.findall(rest))


def _covers(one: Series, need: frozenset[str], about: concepts.Concepts, language: str) -> bool:
    """Whether a series has all words and concepts that narrow a claim."""
    words = one.words | one.context
    return need <= words and about <= concepts.found(one.told, language)


def _reached(fit: Sequence[Series], text: Text, index: int) -> list[Series]:
    """The series that a claim may be of that names nothing: those of all incidents, else the nearest in front.

    Beside them those of what is just spoken of.
    """
    sentence = text.sentences[index]
    near = [other for other in text.sentences[max(0, index - BACK) : index + 1] if other.block == sentence.block]
    said = telling(" ".join(other.text for other in near), text.language)
    spoken = [one for one in fit if one.words and one.words <= said]
    plain_ones = [one for one in fit if not one.words]
    whole = text.total.mention.exact if text.total else None
    of_all = [one for one in plain_ones if whole in (one.values.get(("year", text.year)), one.sum)]
    front = [one for one in plain_ones if 0 <= sentence.line - one.line <= NEAR]
    last = max((one.line for one in front), default=0)
    return spoken + ((of_all if whole else []) or [one for one in front if one.line == last])
