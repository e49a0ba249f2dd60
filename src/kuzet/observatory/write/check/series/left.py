"""What is left of all incidents, or of a number just told, without some of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Text
from kuzet.observatory.write.check.relations.bases import fractions

BACK: Final = 8
"""Sentences in front in which the number that is left out is looked for."""

NEAR: Final = Fraction(1, 10)
"""By how much of itself a rest may be off and still be that of a number in front."""

OFF: Final = Fraction(1, 5)
"""The same where the words name what is taken away."""

REACH: Final = 60
"""Characters around a number in which it is told to be left out, or to remain."""

Told = tuple[Mention, Fraction, str]
"""The number at the end, what it should be, and how that is reckoned."""


def beyond(text: Text, index: int) -> Told | None:
    """As "outside the capital there were thus 153": the text's whole without one of the numbers in front."""
    sentence, total = text.sentences[index], text.total.mention.exact if text.total else Fraction(0)
    ones = sentence.quantities("")
    said = all(phrases.says(text.language, word, sentence.text) for word in ("outside", "conclusion"))
    if not said or len(ones) != 1 or ones[0].exact >= total:
        return None
    told = {total - one.exact: one.exact for one in text.counts_before(index, BACK) if 0 < one.exact < total}
    near = [rest for rest in told if abs(rest - ones[0].exact) <= rest * NEAR]
    exact = ones[0].exact if ones[0].exact in told else near[0] if len(near) == 1 else None
    return (ones[0], exact, f"{plain(total)} - {plain(told[exact])}") if exact is not None else None


def without(text: Text, index: int) -> Told | None:
    """As "without the 33 attacks on newsrooms 157 remain": a whole without the number that the sentence names."""
    sentence = text.sentences[index]
    ones = sentence.of_kind("count")
    if len(ones) < 2 or not _is_taken(text, index, ones[0], ones[1]):
        return None
    taken, rest = ones[:2]
    around = sentence.between(taken, rest)[-REACH:] + sentence.after(rest, REACH)
    if not phrases.says(text.language, "remained", around) or sentence.order_of(rest) not in (None, text.year):
        return None
    wholes = {one.exact: None for one in _wholes(text, index) if one.exact > taken.exact}
    exact = [whole - taken.exact for whole in wholes]
    near = [one for one in exact if one == rest.exact] or [one for one in exact if abs(one - rest.exact) <= one * OFF]
    if len(near) != 1:
        return None
    return rest, near[0], f"{plain(near[0] + taken.exact)} - {plain(taken.exact)}"


def all_but(text: Text, index: int) -> Told | None:
    """As "all but four of the 17, that is 13": a whole without the part that is excepted."""
    sentence, language = text.sentences[index], text.language
    for part, whole in fractions(sentence, language):
        last = max(part, whole, key=lambda one: one.start)
        behind = [one for one in sentence.of_kind("count") if one.start >= last.end][:1]
        front = phrases.ends_with(language, "all_but", sentence.before(part, REACH).replace(",", ""))
        excepted = front or phrases.begins_with(language, "all_but_behind", sentence.after(part, REACH))
        if behind and excepted and phrases.says(language, "equates", sentence.between(last, behind[0])):
            return behind[0], whole.exact - part.exact, f"{plain(whole.exact)} - {plain(part.exact)}"
    return None


def _is_taken(text: Text, index: int, taken: Mention, rest: Mention) -> bool:
    """Whether the words in front of a number, or behind it, leave it out."""
    sentence = text.sentences[index]
    front = _in_front(text.language).search(sentence.before(taken, REACH)) is not None
    return front or phrases.says(text.language, "without_behind", sentence.between(taken, rest))


def _wholes(text: Text, index: int) -> Iterator[Mention]:
    """The text's whole, and the counts of the paragraph's sentence in front."""
    if text.total:
        yield text.total.mention
    front = text.sentences[index - 1] if index else None
    if front is not None and front.block == text.sentences[index].block:
        yield from (one for one in front.of_kind("count") if front.order_of(one) in (None, text.year))


@cache
def _in_front(language: str) -> re.Pattern[str]:
    """As "without the", at most three words in front of a number."""
    return re.compile(rf"(?:{phrases.words(language, 'without')})(?:\s+[\w'’-]+){{0,3}}?\s+$", re.IGNORECASE)
