"""Fines in an index against what the text tells the index to be worth: "one MCI was 3,063 tenge ... 160 MCI, 490,080".

Where the text tells the worth of several years, any of them may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import hedges, indices, phrases
from kuzet.observatory.write.check.reading.indices import Counted
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
from kuzet.observatory.write.check.relations import averages

FACTOR: Final = 2
"""A sum that is off by more than this factor is of something else."""

OVER: Final = Fraction(13, 10)
"""The same for a sum of several fines."""

BACK: Final = 4
"""Sentences in front in which the list of fines may stand."""

JOINED: Final = 40
"""Characters between a number of indices and the same in money at most."""

_HEDGES: Final = ("almost", "more_than", "less_than", "about")

Way = tuple[Fraction, str]
"""What a sum may be, and how it is reckoned."""


def units(text: Text, index: int) -> Iterator[Finding]:
    """Each sum of a sentence that is told in indices too, and each sum of the fines that a list tells in indices."""
    sentence = text.sentences[index]
    ones = indices.counted(sentence.text, text.language)
    yield from _all_indices(text, index)
    worths = indices.known(text.sentences, text.language)
    if not worths:
        return
    own = indices.worths(sentence, text.language)
    sums = [one for one in indices.money(sentence) if one not in own and not _loose(sentence, one, text.language)]
    paired = [(sum_, one) for sum_ in sums for one in ones if _told_twice(sentence, sum_, one, own, text.language)]
    for sum_, one in paired:
        counts = (Fraction(1), *(other.exact for other in sentence.of_kind("count")))
        ways = [_way(one.value, worth, times) for times in counts for worth in worths]
        yield from _judged(text, sentence, sum_, ways, FACTOR)
    told = [sum_ for sum_, _ in paired]
    left = [one for one in sums if one not in told and not averages.averaged(sentence, one, text.language)]
    if len(left) == 1 and not paired:
        yield from _all_money(text, index, left[0], worths)


def _way(value: Fraction, worth: Fraction, times: Fraction = Fraction(1)) -> Way:
    told = "" if times == 1 else f"{plain(times)} x "
    return value * worth * times, f"{told}{plain(value)} x {plain(worth)} = {plain(value * worth * times)}"


def _loose(sentence: Sentence, one: Mention, language: str) -> bool:
    return any(hedges.hedged(sentence, one, word, language) for word in _HEDGES)


def _told_twice(sentence: Sentence, sum_: Mention, one: Counted, own: Sequence[Mention], language: str) -> bool:
    """Whether a sum and a number of indices are one: "160 MCI – 490,080 tenge", or with the worth told between."""
    if sum_.start < one.end and one.start < sum_.end:
        return False
    first, last = sorted(((sum_.start, sum_.end), (one.start, one.end)))
    between = sentence.text[first[1] : last[0]]
    worth_between = any(first[1] <= other.start < last[0] for other in own)
    others = [other for other in indices.money(sentence) if first[1] <= other.start < last[0] and other not in own]
    if worth_between:
        return not others and first[0] == one.start and len(indices.counted(sentence.text, language)) == 1
    return len(between) <= JOINED and _joined(language).fullmatch(between) is not None


@cache
def _joined(language: str) -> re.Pattern[str]:
    """What ties two tellings of one sum: a dash, a bracket, "that is"; a comma alone parts two sums."""
    words, fill, currency = (phrases.words(language, told) for told in ("same_as", "same_as_filler", "currency"))
    told = rf"\s*(?:[–—=(]|,?\s*\(?(?:{words})\b)"
    return re.compile(rf"(?:\s(?:{currency})|-\w{{1,4}})?{told}[\s,:(–—]*(?:(?:{fill})\s+){{0,2}}", re.IGNORECASE)


def _all_indices(text: Text, index: int) -> Iterator[Finding]:
    """As "ten paid 10 MCI, six 20 MCI and three 60 MCI, in all 400 MCI"."""
    sentence = text.sentences[index]
    total = indices.total(text, sentence)
    near = [one for one in sentence.mentions if total and one.start == total.start]
    for front in (sentence, *reversed(text.sentences[max(0, index - 1) : index])):
        told = indices.listed(text, front) if total and near and front.block == sentence.block else ()
        if told:
            exact = sum((count * of for count, of in told), Fraction(0))
            yield from _judged(text, sentence, near[0], [(exact, f"{_shown(told)} = {plain(exact)}")], OVER)
            return


def _all_money(text: Text, index: int, sum_: Mention, worths: Sequence[Fraction]) -> Iterator[Finding]:
    """As "four fines of 200 units and three of 650 ... the seven fines come to 275,000"."""
    sentence, language = text.sentences[index], text.language
    if not phrases.says(language, "in_money", sentence.text):
        return
    for near in reversed(text.sentences[max(0, index - BACK) : index + 1]):
        told = indices.listed(text, near) if near.block == sentence.block else ()
        if told:
            exact = sum((count * of for count, of in told), Fraction(0))
            all_ = [exact, *(one.value for one in _totals(text, index))]
            ways = [_way(value, worth) for value in all_ for worth in worths]
            yield from _judged(text, sentence, sum_, ways, OVER)
            return


def _totals(text: Text, index: int) -> Iterator[Counted]:
    for near in text.sentences[max(0, index - BACK) : index + 1]:
        total = indices.total(text, near)
        if total:
            yield total


def _shown(told: Sequence[tuple[Fraction, Fraction]]) -> str:
    return " + ".join(f"{plain(count)} x {plain(of)}" for count, of in told)


def _judged(
    text: Text, sentence: Sentence, sum_: Mention, ways: Sequence[Way], factor: Fraction | int
) -> Iterator[Finding]:
    """Holds where any way gives the sum; differs where one comes near it."""
    held = next((why for value, why in ways if value == sum_.exact), None)
    near = [way for way in ways if sum_.exact / factor <= way[0] <= sum_.exact * factor]
    if held:
        yield finding(sentence, Kind.MONEY, Outcome(Verdict.HOLDS, why=held), sum_)
    elif near:
        value, why = near[0]
        right = form.count(value, sum_, sentence, text.language)
        yield finding(sentence, Kind.MONEY, Outcome(Verdict.DIFFERS, right, why), sum_)
