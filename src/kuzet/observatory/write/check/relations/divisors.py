"""What a sum was divided by, where no number near an average gives it: one further in front that a slip explains.

"The arrests lasted 1,222 days in all, 16 each on average" is 13 days of the 94 arrests that the summary tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import slips
from kuzet.observatory.write.check.arithmetic import half_up
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.stems import alike
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations.bases import fractions

LOOSE: Final = Fraction(1, 20)
"""By how much of itself a round average may be off at most: 2,850 for 2,853."""

HALVES: Final = 2
"""The denominator of two and a half."""

WIDE: Final = 12
"""Sentences in front in which other numbers of the same paragraph are looked for."""

LARGE: Final = 1000
"""Smaller averages are a slip of the pen away from others by chance, unless the sum names what it is divided by."""

PAIR: Final = 2

NEAR: Final = 24
"""Characters in front of a number in which the word stands that makes it a price: "four of 15 days"."""

_NOUN: Final = re.compile(r"-?[^\W\d_]*[\s-]+(?:[^\W\d_]+\s+)??([^\W\d_]{4,})")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


def agrees(said: Mention, whole: Fraction, count: Fraction) -> bool:
    """Whether an average is a sum divided by a number, as far as it is rounded."""
    return bool(count) and abs(said.exact - whole / count) <= min(_step(said) / 2, said.exact * LOOSE)


def with_parts(sentence: Sentence, own: Sequence[Mention], language: str) -> list[Mention]:
    """Some numbers, and with each that is a whole its part: "money is demanded in 52 of the 71 suits"."""
    parts = [part for part, whole in fractions(sentence, language) if whole in own]
    return sorted({*own, *parts}, key=lambda one: one.start)


def parts_of(sentence: Sentence, counts: Sequence[Mention], language: str) -> list[Mention]:
    """Some numbers without those of which another is a part: of "52 of the 71 suits" it is the 52 that share a sum."""
    wholes = {whole for part, whole in fractions(sentence, language) if part in counts}
    return [one for one in counts if one not in wholes]


def undivided(sentence: Sentence, ones: Sequence[Mention], language: str) -> list[Mention]:
    """The one number that others of a sentence divide, else all: "eleven arrests: four of 15 days, five of ten ..."."""
    priced = [one for one in ones[1:] if phrases.ends_with(language, "of_so_many", sentence.before(one, NEAR))]
    behind = [one for one in ones[1:] if one not in priced]
    return [ones[0]] if priced and ones[0].exact == sum(one.exact for one in behind) else list(ones)


def listed(near: Sequence[Sentence], said: Mention, counts: Sequence[Mention]) -> Mention | None:
    """What the sums of a list are together, where those are all sums near an average of them and it is a slip off."""
    ones = [one for sentence in near for one in sentence.quantities(said.unit) if one is not said]
    total = sum((one.value for one in ones), Decimal(0))
    if len(ones) <= PAIR or len(counts) != 1 or len(said.unit) <= 1:
        return None
    place = 2 * said.spare or Fraction(1)
    exact = half_up(Fraction(total) / counts[0].exact / place, 0)
    last = ones[-1]
    return replace(last, value=total) if slips.is_slip(said.exact / place, exact) else None


def _step(said: Mention) -> Fraction:
    """The place of the last digit that is printed: 10 for 2,850; a half where years are told in halves."""
    if said.unit == "years" and said.exact.denominator == HALVES:
        return Fraction(1, HALVES)
    if said.decimals:
        return Fraction(1, 10**said.decimals)
    digits = str(int(said.value))
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))


def by_slip(text: Text, index: int, said: Mention, whole: Mention) -> Fraction | None:
    """The one number that divides a sum of the sentence into an average but for one slip of the pen in it."""
    if whole not in text.sentences[index].mentions or said.decimals:
        return None
    told = list(_near(text, index)) if said.exact >= LARGE else list(_named(text, index, whole))
    here = {one.exact for one in text.sentences[index].quantities(said.unit)}
    exact = {one: half_up(whole.exact / one, 0) for one in told}
    found = {one for one in told if slips.is_slip(said.exact, exact[one]) and exact[one] not in here}
    return found.pop() if len(found) == 1 and not any(agrees(said, whole.exact, one) for one in told) else None


def _near(text: Text, index: int) -> Iterator[Fraction]:
    """The numbers of the block in front."""
    block, near = text.sentences[index].block, text.sentences[max(0, index - WIDE) : index]
    yield from (one.exact for front in near if front.block == block for one in front.of_kind("count") if one.value > 1)


def _named(text: Text, index: int, whole: Mention) -> Iterator[Fraction]:
    """The numbers of the whole text with a noun that stands in front of a sum: "the arrests", "94 arrests"."""
    named = _WORD.findall(text.sentences[index].text[: whole.start].lower())
    for sentence in text.sentences:
        for one in sentence.of_kind("count"):
            noun = _NOUN.match(sentence.text, one.end)
            now = sentence.order_of(one) in (None, text.year)
            if noun and now and one.value > 1 and any(_is(noun[1].lower(), word) for word in named):
                yield one.exact


def _is(noun: str, word: str) -> bool:
    """Whether a noun stands in a sentence: as it is, or with an ending: "94 қамау", "қамаулардың"."""
    return alike(noun, word) or word.startswith(noun)
