"""Numbers of a conclusion that are those of an earlier line with two digits in the other order.

"We call for the release of all 32 journalists", where 23 journalists were in prison. Only a number that is
told nowhere else is read so, and only where one earlier number has its digits and counts the same, or is told of the
same whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import slips
from kuzet.observatory.write.check.reading import sections
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Finding, Mention, Sentence, Text
from kuzet.observatory.write.check.relations.bases import fractions
from kuzet.observatory.write.check.repeats.recaps import seen

FEW: Final = 12
"""The smallest number whose digits may be in the other order."""

NOUN: Final = 32
"""Characters behind a number in which its noun stands."""


def swaps(text: Text, raw: str) -> Iterator[Finding]:
    """The numbers of all concluding sentences that have the digits of one earlier number only."""
    for index in sections.concluding(text):
        sentence = text.sentences[index]
        for one in sentence.of_kind("count"):
            if _is_new(text, sentence, one, raw):
                meant = list(_meant(text, index, one))
                if len({told.exact for _, told in meant}) == 1:
                    front, told = meant[0]
                    line = front.line_of(told)
                    yield slips.contradicted(sentence, one, told.exact, line, shown=False)


def _is_new(text: Text, sentence: Sentence, one: Mention, raw: str) -> bool:
    """Whether a number is told on no other line, is none of another year and no difference."""
    told = str(one.value) in seen(raw, sentence.line)
    return (
        one.value >= FEW
        and not told
        and sentence.order_of(one) in (None, text.year)
        and one not in deltas(sentence, text.language)
    )


def _meant(text: Text, index: int, one: Mention) -> Iterator[tuple[Sentence, Mention]]:
    """The earlier numbers with the same digits that count the same as a number, or are told of the same whole."""
    own = text.sentences[index]
    here = {other.exact for other in own.of_kind("count")}
    wholes = _wholes(own, one, text.language)
    for front in text.sentences[:index]:
        counts = front.of_kind("count")
        for told in counts:
            swapped = slips.is_swapped(one.exact, told.exact) and slips.is_slip(one.exact, told.exact)
            alike = _counted(own, one) & _counted(front, told) or wholes & {other.exact for other in counts}
            if swapped and alike and told.exact not in here:
                yield front, told


def _counted(sentence: Sentence, one: Mention) -> frozenset[str]:
    """The stem of the word behind a number: what it counts."""
    return frozenset(stems(" ".join(sentence.after(one, NOUN).split()[:1])))


def _wholes(sentence: Sentence, one: Mention, language: str) -> set[Fraction]:
    """What a number is told to be a part of."""
    return {whole.exact for part, whole in fractions(sentence, language) if part is one}
