"""Averages of the numbers of a list: "15, ten, seven and five days. The average comes to 9.25 days"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import Match, half_up, match, plain
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
from kuzet.observatory.write.check.reckoned.entries import in_front, is_hedged
from kuzet.observatory.write.check.relations import averages, divisors, means

FEWEST: Final = 3
"""Numbers of a list whose average is told."""

ABOVE: Final = Fraction(3, 2)
"""By what factor an average may exceed the largest number of its list, and still be meant of it."""


def means_of_lists(text: Text, index: int) -> Iterator[Finding]:
    """The average of a sentence that is said of the bare list in front of it, or in the sentence before."""
    sentence, language = text.sentences[index], text.language
    said = next((one for one in _numbers(sentence) if averages.is_average(sentence, one, language)), None)
    listed = _list(text, index, said) if said else ()
    if said is None or not listed or means.is_of_time(sentence, said, language) or _has_sum(text, index, said):
        return
    if means.is_price(sentence, said):
        return
    exact = sum((one.exact for one in listed), Fraction(0)) / len(listed)
    added = " + ".join(plain(one.exact) for one in listed)
    why = f"({added}) / {len(listed)} = {plain(exact)}"
    if match(said.exact, exact, said.decimals) is not Match.NO:
        yield finding(sentence, Kind.RATIO, Outcome(Verdict.HOLDS, why=why), said)
    elif said.exact <= max(one.exact for one in listed) * ABOVE and not is_hedged(sentence, said, language):
        right = form.count(half_up(exact, max(1, said.decimals)), said, sentence, language)
        yield finding(sentence, Kind.RATIO, Outcome(Verdict.DIFFERS, right, why), said)


def _numbers(sentence: Sentence) -> tuple[Mention, ...]:
    return tuple(one for one in sentence.of_kind("count", "amount") if one.value > 0)


def _list(text: Text, index: int, said: Mention) -> Sequence[Mention]:
    """The nearest list of three or more numbers that nothing but commas and an "and" parts, in what is averaged."""
    sentence = text.sentences[index]
    front = [one for one in _numbers(sentence) if one.end <= said.start]
    runs = [means.listed(sentence, one, text.language) for one in reversed(front)]
    for near in in_front(text, index):
        runs += [means.listed(near, one, text.language) for one in reversed(_numbers(near))]
        if any(len(run) >= FEWEST for run in runs):
            break
    long = [run for run in runs if len(run) >= FEWEST and run[0].unit in (said.unit, "")]
    return long[0][::-1] if long else ()


def _has_sum(text: Text, index: int, said: Mention) -> bool:
    """Whether some sum and some number of those who share it, near an average, make it right."""
    sentences = (text.sentences[index], *in_front(text, index))
    near = [one for front in sentences for one in _numbers(front) if one.value > 1 and one is not said]
    return any(divisors.agrees(said, sum_.exact, one.exact) for sum_ in near for one in near if sum_ is not one)
