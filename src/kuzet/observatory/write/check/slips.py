"""What a slip of the pen makes of a number: one digit is another, or two have changed places."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.arithmetic import half_up, plain
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.words import Finding, Kind, Mention, Outcome, Sentence, Verdict, finding

FEW: Final = 10
"""Numbers of one digit differ by one digit always."""

PAIR: Final = 2

SHOWN: Final = Fraction(3, 20)
"""By how much of itself a multiple may miss two numbers and show that they are right."""

REFUTED: Final = Fraction(1, 4)
"""By how much it must miss others, to show that they are wrong."""


def is_slip(told: Fraction, meant: Fraction) -> bool:
    """Whether two whole numbers have as many digits and differ in one of them, or by two in the other order."""
    left, right = plain(told), plain(meant)
    whole = told.denominator == meant.denominator == 1 and min(told, meant) >= FEW
    wrong = [(one, other) for one, other in zip(left, right, strict=False) if one != other]
    swapped = len(wrong) == PAIR and wrong[0] == wrong[1][::-1]
    return whole and len(left) == len(right) and (len(wrong) == 1 or swapped)


def is_misprint(claim: Mention, exact: Fraction) -> bool:
    """Whether a number is a slip of the pen away from what it should be, as exactly as it is printed: 2.9 for 2.4."""
    scale = 10**claim.decimals
    return is_slip(claim.exact * scale, half_up(abs(exact), claim.decimals) * scale)


def is_mistyped(told: Fraction, meant: Fraction) -> bool:
    """Whether a number is a slip of the pen, or has one digit more or less than what is meant: 19 for 9."""
    left, right = plain(told), plain(meant)
    short, long = sorted((left, right), key=len)
    longer = len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return is_slip(told, meant) or (told.denominator == meant.denominator == 1 and min(told, meant) > 0 and longer)


def is_swapped(told: Fraction, right: Fraction) -> bool:
    """Whether two numbers have the same digits in another order."""
    left, other = plain(told), plain(right)
    return left != other and sorted(left) == sorted(other)


def shows(sentence: Sentence, pair: Pair, told: Mention, known: Fraction) -> bool:
    """Whether a multiple or a percentage of a sentence is right of its two numbers and refutes `known` for one of them.

    "146 searches, almost four times as many as a year earlier (38)": 83 in a table is wrong.
    """
    other = Mention(told.start, told.end, Decimal(int(known)), told.kind)
    swapped = Pair(*(other if one is told else one for one in pair))
    times = [(one.exact, pair.times, swapped.times) for one in sentence.of_kind("times")]
    changes = [(one.exact, abs(pair.percent), abs(swapped.percent)) for one in sentence.of_kind("percent")]
    return any(
        abs(own - said) <= said * SHOWN and abs(odd - said) > said * REFUTED for said, own, odd in (*times, *changes)
    )


def contradicted(sentence: Sentence, told: Mention, right: Fraction, line: int, *, shown: bool) -> Finding:
    """Two numbers for one thing, here and on another line; the other is wrong where this one is `shown` right."""
    if shown:
        why = f"{plain(right)} here, {plain(told.exact)} on line {sentence.line_of(told)}"
        text = sentence.excerpt(told)
        should = plain(told.exact)
        return Finding(line=line, text=text, kind=Kind.REPEAT, verdict=Verdict.DIFFERS, should_be=should, why=why)
    why = f"{plain(told.exact)} here, {plain(right)} on line {line}"
    return finding(sentence, Kind.REPEAT, Outcome(Verdict.DIFFERS, plain(right), why), told)
