"""Two opposite sides of a whole: "37 are held. The list has 26 men and 13 women", "69 hearings, 41 open, 38 closed".

Which words exclude each other is data (`language/<language>/opposed.csv`). Two such sides are never more than their
whole; where there is no third side, they are all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.language.text import tables
from kuzet.observatory.write.check import form, roundings
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.parts import partitions
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.reckoned.entries import entries, in_front, is_hedged
from kuzet.observatory.write.check.slips import is_slip

OVER: Final = Fraction(3, 2)
"""Sides that exceed a number by more than this factor are of another."""

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

_ENDED: Final = re.compile(r"[;:]\s|[.!?]\s")


@dataclass(frozen=True, slots=True)
class _Sides:
    """Two numbers of opposite sides; `all` where there is no third side."""

    left: Mention
    right: Mention
    all: bool

    @property
    def sum(self) -> Fraction:
        """Both together."""
        return self.left.exact + self.right.exact


def sides(text: Text, index: int) -> Iterator[Finding]:
    """The opposite sides that a sentence tells, where their whole stands in front of them."""
    sentence, language = text.sentences[index], text.language
    counts = [one for one in entries(sentence, "", language) if one in sentence.mentions]
    for left, right in pairwise(counts):
        told = _sides(sentence, left, right, language)
        whole = _whole(text, index, told) if told else None
        outcome = _judge(text, index, told, whole) if told and whole else None
        if outcome:
            yield finding(sentence, Kind.SPLIT, outcome, left, right)
        if told:
            return


def _sides(sentence: Sentence, left: Mention, right: Mention, language: str) -> _Sides | None:
    """Two neighbouring numbers whose words, behind both of them or in front of both, are opposed."""
    for spans in (_behind(sentence, left, right), _front(sentence, left, right)):
        for complete, one, other in _opposed(language):
            named = [[bool(side.search(words)) for side in (one, other)] for words in spans]
            if named in ([[True, False], [False, True]], [[False, True], [True, False]]):
                return _Sides(left, right, complete)
    return None


def _behind(sentence: Sentence, left: Mention, right: Mention) -> tuple[str, str]:
    behind = [one.start for one in sentence.mentions if one.start >= right.end]
    last = sentence.text[right.end : min(behind, default=len(sentence.text))]
    return sentence.between(left, right), _ENDED.split(last)[0]


def _front(sentence: Sentence, left: Mention, right: Mention) -> tuple[str, str]:
    front = [one.end for one in sentence.mentions if one.end <= left.start]
    return _ENDED.split(sentence.text[max(front, default=0) : left.start])[-1], sentence.between(left, right)


@cache
def _opposed(language: str) -> tuple[tuple[bool, re.Pattern[str], re.Pattern[str]], ...]:
    """The rows of the table: whether there is no third side, and the words of either side."""
    return tuple((bool(row["all"]), _any(row["left"]), _any(row["right"])) for row in tables.rows(language, "opposed"))


def _any(cell: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases.whole(word) for word in tables.split(cell)), re.IGNORECASE)


def _whole(text: Text, index: int, told: _Sides) -> Mention | None:
    """The number right in front of two sides in their sentence, or the only one of the nearest sentence in front."""
    sentence = text.sentences[index]
    front = [one for one in sentence.of_kind("count") if one.end <= told.left.start]
    largest = max(told.left.exact, told.right.exact)
    if front:
        own = (
            len(front) == 1 and front[0].exact > largest and sentence.order_of(front[0]) == sentence.order_of(told.left)
        )
        return front[0] if own else None
    for back, near in enumerate(in_front(text, index), 1):
        ones = partitions.counted(text, index - back)
        fits = len(ones) == 1 and ones[0].exact >= largest and not _is_of_others(text, near, ones[0], sentence, told)
        if near.of_kind("count", "percent"):
            return ones[0] if fits else None
    return None


def _is_of_others(text: Text, near: Sentence, whole: Mention, sentence: Sentence, told: _Sides) -> bool:
    """Whether a whole counts incidents and its sides people: one incident may have several victims."""
    incidents = phrases.begins_with(text.language, "incidents", near.after(whole, NOUN))
    people = [_is_noun(sentence, one, text.language) for one in (told.left, told.right)]
    return incidents and all(people)


def _is_noun(sentence: Sentence, one: Mention, language: str) -> bool:
    return phrases.begins_with(language, "other_noun", sentence.after(one, NOUN))


def _judge(text: Text, index: int, told: _Sides, whole: Mention) -> Outcome | None:
    sentence, language = text.sentences[index], text.language
    why = f"{plain(told.left.exact)} + {plain(told.right.exact)} = {plain(told.sum)}"
    if told.sum == whole.exact:
        return Outcome(Verdict.HOLDS, why=why)
    if roundings.explains(whole, (told.left, told.right)):
        return None
    off = whole.exact - told.sum
    loose = any(is_hedged(sentence, one, language) for one in (told.left, told.right))
    if loose or _is_told(text, index, abs(off)) or _is_told(text, index, told.sum) or told.sum > whole.exact * OVER:
        return None
    if phrases.says(language, "both_at_once", _around(text, index)):
        return None
    meant = [one for one in (told.right, told.left) if is_slip(one.exact, one.exact + off)]
    if off > 0 and not (told.all and meant and _is_closed(text, index, told, whole)):
        return None
    right = meant[0].exact + off if meant else told.sum
    return Outcome(
        Verdict.DIFFERS, form.count(right, told.right, sentence, language), f"{why}, not {plain(whole.exact)}"
    )


def _is_closed(text: Text, index: int, told: _Sides, whole: Mention) -> bool:
    """Whether nobody else may belong to the whole: it counts people, and no number or unknown one follows."""
    sentence, language = text.sentences[index], text.language
    near = next(one for one in (sentence, *in_front(text, index)) if whole in one.mentions)
    behind = [one for one in sentence.of_kind("count") if one.start >= told.right.end]
    unknown = any(phrases.says(language, word, _around(text, index)) for word in ("not_known", "rest", "including"))
    return _is_noun(near, whole, language) and not behind and not unknown


def _is_told(text: Text, index: int, value: Fraction) -> bool:
    """Whether the sentence itself or the ones beside it tell a number."""
    near = text.sentences[max(0, index - 1) : index + 2]
    return any(one.exact == value for told in near for one in told.of_kind("count"))


def _around(text: Text, index: int) -> str:
    """The words of a sentence and of the one behind it."""
    return " ".join(one.text for one in text.sentences[index : index + 2])
