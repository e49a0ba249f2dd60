"""Averages of a sum: "48,500 lari, imposed on 17 reporters: on average 2,850 lari each"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form, phrases
from kuzet.observatory.write.check.arithmetic import half_up, plain
from kuzet.observatory.write.check.words import Finding, Kind, Mention, Outcome, Sentence, Text, Verdict, finding

REACH: Final = 50
"""Characters between an average and the word that says so."""

LOOSE: Final = Fraction(1, 20)
"""By how much of itself a round average may be off at most: 2,850 for 2,853."""

FAR: Final = 2
"""An average that is off by more than this factor was said of other numbers."""

PAIR: Final = 2


def averages(text: Text, index: int) -> Iterator[Finding]:
    """The average in a sentence with the sum and the one number that it is divided by."""
    sentence = text.sentences[index]
    for unit in sentence.units:
        ones, counts = sentence.quantities(unit), [one for one in sentence.quantities("") if one.value > 1]
        if not unit or len(ones) != PAIR or len(counts) != 1:
            continue
        said, whole = sorted(ones, key=lambda one: one.value)
        exact = whole.exact / counts[0].exact
        if _is_average(sentence, said, text.language) and exact / FAR <= said.exact <= exact * FAR:
            yield finding(sentence, Kind.RATIO, _judge(sentence, said, whole, counts[0], text.language), said)


def averaged(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "on average" stands in front of a number, with no other number between."""
    front = [other.end for other in sentence.mentions if other.end <= one.start]
    return phrases.says(language, "average", re.split("[,;]", sentence.text[max(front, default=0) : one.start])[-1])


def _is_average(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "on average" stands in front of a sum or behind it, with no other number between."""
    return phrases.says(language, "average", sentence.around(one, REACH))


def _judge(sentence: Sentence, said: Mention, whole: Mention, count: Mention, language: str) -> Outcome:
    exact = whole.exact / count.exact
    why = f"{plain(whole.exact)} / {plain(count.exact)} = {plain(exact)}"
    if abs(said.exact - exact) <= min(_step(said) / 2, said.exact * LOOSE):
        return Outcome(Verdict.HOLDS, why=why)
    return Outcome(Verdict.DIFFERS, form.count(half_up(exact, 0), said, sentence, language), why)


def _step(said: Mention) -> Fraction:
    """The place of the last digit that is printed: 10 for 2,850."""
    if said.decimals:
        return Fraction(1, 10**said.decimals)
    digits = str(int(said.value))
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))
