"""Sums of money against the index they are told in: "621,000 tenge (180 MCI)" is 180 times the index of some year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Final

from kuzet.language.values import money
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict

Rates = Mapping[int, tuple[Decimal, ...]]
"""The amounts of the country's index by year, in its currency; several where it changed within the year."""

INDEX: Final = "MCI"
APART: Final = 60
"""Characters between a sum and the same sum told in indices."""


def sums(text: Text, index: int, rates: Rates) -> Iterator[Finding]:
    """Each sum that a sentence gives in the currency and in indices side by side."""
    sentence = text.sentences[index]
    found = money.find(sentence.text, text.language) if rates else ()
    for left, right in pairwise(found):
        one, other = sorted((left, right), key=lambda sum_: sum_.money.currency == INDEX)
        told_twice = other.money.currency == INDEX != one.money.currency
        if told_twice and right.start - left.end <= APART and other.money.amount:
            yield _judge(sentence, (left.start, right.end), (one.money.amount, other.money.amount), rates)


def _judge(sentence: Sentence, span: tuple[int, int], pair: tuple[Decimal, Decimal], rates: Rates) -> Finding:
    amount, times = pair
    shown = sentence.text[span[0] : span[1]]
    years = [year for year, amounts in rates.items() if amount / times in amounts]
    if years:
        why = f"{times} x {amount / times} of {years[0]} = {amount}"
        return Finding(line=sentence.line, text=shown, kind=Kind.MONEY, verdict=Verdict.HOLDS, why=why)
    year, rate = min(
        ((year, rate) for year, amounts in rates.items() for rate in amounts),
        key=lambda one: abs(one[1] * times - amount),
    )
    return Finding(
        line=sentence.line,
        text=shown,
        kind=Kind.MONEY,
        verdict=Verdict.DIFFERS,
        should_be=str(rate * times),
        why=f"{amount} / {times} is no index of any known year; nearest is {rate} of {year}",
    )
