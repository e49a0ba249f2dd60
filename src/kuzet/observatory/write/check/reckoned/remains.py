"""What is left of a sum of money: "41.5 million in all. The three largest come to 33.5 million, the rest to 18"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import (
    SCALED,
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.slips import is_mistyped

BACK: Final = 3
"""Sentences in front in which the whole sum is told."""

MONEY: Final = 2
"""Letters of the unit of a sum of money at least."""

REACH: Final = 60
"""Characters in front of a sum in which the words of a rest stand."""

FAR: Final = 2
"""A rest that is off by more than this factor, and by no slip, is one of something else."""


def remains(text: Text, index: int) -> Iterator[Finding]:
    """The rest of a sum that a sentence tells behind the part of it that it names."""
    sentence, language = text.sentences[index], text.language
    ones = _sums(sentence)
    if len(ones) <= 1 or not _is_rest(sentence, ones[-1], language):
        return
    part, rest = ones[-2], ones[-1]
    wholes = list(_wholes(text, index, part))
    units = {one.unit for one in (part, rest, *wholes)} - {""}
    times = {Fraction(1), *(one.exact for one in sentence.of_kind("count") if one.value < SCALED)}
    left = {whole.exact - part.exact * count for whole in wholes for count in times}  # "two of 466,720 each"
    if not wholes or len(units) != 1 or rest.exact in left:
        return
    spare = part.spare + rest.spare + max(whole.spare for whole in wholes)
    if any(abs(one - rest.exact) <= spare for one in left):
        return
    told = {whole.exact for whole in wholes}
    right = told.pop() - part.exact
    if not told and _is_meant(rest, right):
        shown = form.count(right, rest, sentence, language)
        why = f"{plain(right + part.exact)} - {plain(part.exact)} = {plain(right)}, not {plain(rest.exact)}"
        yield finding(sentence, Kind.SPLIT, Outcome(Verdict.DIFFERS, shown, why), rest)


def _sums(sentence: Sentence) -> list[Mention]:
    """The sums of money of a sentence, and its large numbers, whose currency another tells: "33.5 million"."""
    ones = sentence.of_kind("count", "amount")
    return [one for one in ones if one.value >= SCALED and (not one.unit or len(one.unit) >= MONEY)]


def _is_meant(rest: Mention, right: Fraction) -> bool:
    scale = Fraction(1)
    while rest.exact * scale % 10 == 0:
        scale /= 10
    typed = is_mistyped(rest.exact * scale, right * scale) if right * scale >= 1 else False
    return right > 0 and (typed or right / FAR <= rest.exact <= right * FAR)


def _is_rest(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether what remains stands in front of a sum, no other sum between: "the other thirteen amount to"."""
    floor = max((other.end for other in _sums(sentence) if other.end <= one.start), default=0)
    front = sentence.text[max(floor, one.start - REACH) : one.start]
    return any(phrases.says(language, word, front) for word in ("rest", "rest_entry"))


def _wholes(text: Text, index: int, part: Mention) -> Iterator[Mention]:
    """The sums told in front as those of all: here, else in the nearest sentence that has one."""
    language = text.language
    here = [one for one in _sums(text.sentences[index]) if one.end <= part.start and one.exact > part.exact]
    if here:
        yield from here
        return
    for near in reversed(text.sentences[max(0, index - BACK) : index]):
        found = [one for one in _sums(near) if one.exact > part.exact]
        if found and any(phrases.says(language, word, near.text) for word in ("in_all", "whole_sum")):
            yield from found
            return
