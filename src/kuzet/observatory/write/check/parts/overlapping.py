"""Parts that overlap: "of 200 asked 130 (65%) named threats and 90 (45%) censorship", where one may have told both."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match
from kuzet.observatory.write.check.parts import sexes
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import ties
from kuzet.observatory.write.check.relations.split import Split

ALL: Final = 100
"""Percent of a whole."""

PAIR: Final = 2

LINES: Final = 30
"""Lines of the longest list below a sentence."""


def overlap(text: Text, index: int, split: Split) -> bool:
    """Whether the parts of a split are more than its whole because some of the same are in several of them."""
    if split.sum <= split.whole.exact:
        return False
    return _by_percents(text, index, split) or _by_answers(text, index, split)


def _by_percents(text: Text, index: int, split: Split) -> bool:
    """Whether the percentages told with the parts are more than all, and one at least is right of the whole."""
    told = list(_percents(text, index, split))
    held = [match(percent.exact, one.exact * ALL / split.whole.exact, percent.decimals) for one, percent in told]
    spare = Fraction(len(told), 2)
    return sum(percent.exact for _, percent in told) > ALL + spare and any(one is not Match.NO for one in held)


def _percents(text: Text, index: int, split: Split) -> Iterator[tuple[Mention, Mention]]:
    """Each part that has its percentage, and this: in the sentence itself, those in front, or the list below it."""
    for one in split.parts:
        for sentence in (text.sentences[index], *text.sentences[max(0, index - 1) : index + LINES]):
            if one in sentence.mentions:
                percent = _own(sentence, text.language).get(one)
                yield from [(one, percent)] if percent else []
                break


def _own(sentence: Sentence, language: str) -> dict[Mention, Mention]:
    """The percentages of a sentence by the count that each restates."""
    in_turn = {one: percent for percent, one in ties.in_turn(sentence, language).items()}
    return {**in_turn, **ties.shared(sentence, language)}


def _by_answers(text: Text, index: int, split: Split) -> bool:
    """Whether those who were asked may have given both answers that are counted; three and more are all there are."""
    if len(split.parts) != PAIR:
        return False
    sentence, language = text.sentences[index], text.language
    near = text.sentences[max(0, index - 1) : index + 1]
    asked = any(phrases.says(language, "questioned", one.text) for one in near)
    return asked and phrases.says(language, "answers", sentence.text) and not sexes.are_all(text, index, split)
