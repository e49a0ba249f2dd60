"""Sums of money that are so much a day, or a month, over so many: "354 days at 20 lira a day, a fine of 7,080"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.amounts import rounded
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import indices, phrases
from kuzet.observatory.write.check.reading.lastings import hedge, lastings
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
from kuzet.observatory.write.check.slips import is_swapped

RATES: Final = {"days": "a_day", "months": "a_month"}
"""What says that a sum is paid for each unit of time."""

NEAR: Final = 24
"""Characters on either side of a sum in which that stands."""

FACTOR: Final = Fraction(3, 2)
"""A sum that is off by more than this factor is of something else."""


def daily(text: Text, index: int) -> Iterator[Finding]:
    """The one other sum of a sentence that tells one duration and what is paid for each unit of it."""
    sentence, language = text.sentences[index], text.language
    sums = indices.money(sentence)
    told = [one for one in lastings(sentence.text, language) if one.unit in RATES and one.value > 1]
    if len(told) != 1 or len(sums) != len({"rate", "total"}) or sums[0].unit != sums[1].unit:
        return
    sides = [
        [one for one in sums if phrases.says(language, RATES[told[0].unit], side(sentence, one))] for side in SIDES
    ]
    rates = sides[0] or sides[1]
    if len(rates) != 1 or hedge(sentence.text, told[0], language):
        return
    total = next(one for one in sums if one is not rates[0])
    exact = rates[0].exact * told[0].value
    why = f"{plain(told[0].value)} x {plain(rates[0].exact)} = {plain(exact)}"
    if abs(total.exact - exact) <= rounded.spare(sentence, total):
        yield finding(sentence, Kind.MONEY, Outcome(Verdict.HOLDS, why=why), total)
    elif _is_meant(sentence, total, exact, language):
        right = form.count(exact, total, sentence, language)
        yield finding(sentence, Kind.MONEY, Outcome(Verdict.DIFFERS, right, why), total)


def _is_meant(sentence: Sentence, total: Mention, exact: Fraction, language: str) -> bool:
    """Whether a sum that misses what the time makes is told as what it came to, or is it with two digits exchanged."""
    told = any(phrases.says(language, word, sentence.text) for word in ("in_all", "same_as", "came_to", "bill"))
    return is_swapped(total.exact, exact) or (told and exact / FACTOR <= total.exact <= exact * FACTOR)


def _behind(sentence: Sentence, one: Mention) -> str:
    """The words right behind a sum, up to a comma or the next number."""
    end = min((other.start for other in sentence.mentions if other.start >= one.end), default=len(sentence.text))
    return sentence.text[one.end : min(end, one.end + NEAR)].partition(",")[0]


def _before(sentence: Sentence, one: Mention) -> str:
    """The words right in front of a sum, from a comma or the number before it on."""
    start = max((other.end for other in sentence.mentions if other.end <= one.start), default=0)
    return sentence.text[max(start, one.start - NEAR) : one.start].rpartition(",")[2]


SIDES: Final = (_behind, _before)
"""Where "a day" is looked for, first what stands behind a sum."""
