"""Fines in an index against what the text tells the index to be worth: "one MCI was 3,063 tenge ... 160 MCI, 490,080".

Where the text tells the worth of several years, any of them may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form, slips
from kuzet.observatory.write.check.amounts import bills, rounded
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

DIGITS: Final = 4
"""Digits of a sum from which on their order is no accident."""

FRONT: Final = 2
"""The same for a single number of indices."""

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
    own = indices.worths_at(text.sentences, index, text.language)
    sums = [one for one in indices.money(sentence) if one not in own and not _loose(sentence, one, text.language)]
    named = (*ones, *indices.bare(sentence, text.language))
    paired = [
        (sum_, one) for sum_ in sums for one in named if indices.told_twice(sentence, sum_, one, own, text.language)
    ]
    for sum_, one in paired:
        counts = (Fraction(1), *(other.exact for other in sentence.of_kind("count")))
        listed = [_way(value, worth) for value in indices.enumerated(sentence, one, text.language) for worth in worths]
        ways = [_way(one.value, worth, times) for times in counts for worth in worths]
        yield from _judged(text, sentence, sum_, [*listed, *ways], FACTOR)
    if own and len(ones) == 1 and not sums:
        yield from _to_indices(text, index, ones[0], worths)
    told = [sum_ for sum_, _ in paired]
    left = [one for one in sums if one not in told and not averages.averaged(sentence, one, text.language)]
    found = [] if paired else list(_of_left(text, index, left, worths))
    yield from found or filter(None, (_swapped(text, sentence, sum_, worths) for sum_ in left))


def _of_left(text: Text, index: int, left: Sequence[Mention], worths: Sequence[Fraction]) -> Iterator[Finding]:
    """The sums that no index stands beside: of a list, of the sentence in front, several in turn."""
    if len(left) == 1:
        yield from list(_all_money(text, index, left[0], worths)) or _of_front(text, index, left[0], worths)
    else:
        yield from _in_turn(text, index, left, worths)


def _way(value: Fraction, worth: Fraction, times: Fraction = Fraction(1)) -> Way:
    told = "" if times == 1 else f"{plain(times)} x "
    return value * worth * times, f"{told}{plain(value)} x {plain(worth)} = {plain(value * worth * times)}"


def _loose(sentence: Sentence, one: Mention, language: str) -> bool:
    return any(hedges.hedged(sentence, one, word, language) for word in _HEDGES)


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


def _of_front(text: Text, index: int, sum_: Mention, worths: Sequence[Fraction]) -> Iterator[Finding]:
    """As "the fines came to 1,740 MCI. One was worth 2,405 tenge, so that the treasury was to get 4,184,700"."""
    sentence, language = text.sentences[index], text.language
    near = _paragraph(text, index)
    told = [(other, one) for other in near for one in indices.counted(other.text, language)]
    front, ones = sentence.text[: sum_.start], [one for _, one in told]
    if len(ones) == 1 and any(phrases.says(language, word, front) for word in ("hence", "in_money")):
        counts = (Fraction(1), *(one.exact for other in near for one in other.of_kind("count")))
        lists = indices.enumerated(*told[0], language)
        ways = [_way(value, worth) for value in lists for worth in worths]
        ways += [_way(ones[0].value, worth, times) for times in counts for worth in worths]
        yield from _judged(text, sentence, sum_, ways, OVER)


def _to_indices(text: Text, index: int, one: Counted, worths: Sequence[Fraction]) -> Iterator[Finding]:
    """As "the fines come to 65,000 soms. At 100 soms a unit that is 650 units"."""
    sentence, front = text.sentences[index], text.sentences[index - 1 : index]
    near = [other for other in front if other.paragraph == sentence.paragraph]
    sums = [sum_ for other in near for sum_ in indices.money(other)]
    here = [mention for mention in sentence.mentions if mention.start == one.start]
    all_ = [sum_ for sum_ in sums if bills.is_total(near[0], sum_, text.language)] if len(sums) > 1 else sums
    if len(all_) != 1 or not here:
        return
    ways = [(all_[0].exact / worth, f"{plain(all_[0].exact)} / {plain(worth)}") for worth in worths]
    yield from _judged(text, sentence, here[0], ways, OVER)


def _in_turn(text: Text, index: int, sums: Sequence[Mention], worths: Sequence[Fraction]) -> Iterator[Finding]:
    """As "four paid 100 units, two 200. A unit is 100 soms: 10,000 for the former and 20,000 for the latter".

    Only one sum may miss what is left of the products when the others have taken theirs.
    """
    near = _paragraph(text, index)
    told = (indices.tiers(one, text.language) for one in near)
    values = next((ones for ones in told if len(ones) > 1), ())
    if len(values) != len(sums):
        return
    counts = {one.exact for other in near for one in other.of_kind("count")}
    for worth in worths:
        ways = {one * worth: _way(one, worth) for one in values}
        missed = [one for one in sums if one.exact not in ways]
        left = [way for value, way in ways.items() if value not in {one.exact for one in sums}]
        if len(missed) == len(left) == 1 and len(ways) == len(values):
            all_ = [left[0], *((left[0][0] * times, left[0][1]) for times in counts)]
            yield from _judged(text, text.sentences[index], missed[0], all_, FACTOR)
            return


def _swapped(text: Text, sentence: Sentence, sum_: Mention, worths: Sequence[Fraction]) -> Finding | None:
    """As "2,695 units" (of 24.5 roubles) somewhere and "60,627.5 roubles" here, whose digits are in another order."""
    totals = indices.totals(text.sentences, text.language)
    ways = [_way(value, worth) for value in totals for worth in worths]
    if len(plain(sum_.exact).strip("0").replace(".", "")) < DIGITS or any(value == sum_.exact for value, _ in ways):
        return None
    meant = [way for way in ways if slips.is_swapped(sum_.exact, way[0]) and _is_near(sum_.exact, way[0], OVER)]
    if len(meant) != 1:
        return None
    value, why = meant[0]
    right = form.count(value, sum_, sentence, text.language)
    return finding(sentence, Kind.MONEY, Outcome(Verdict.DIFFERS, right, why), sum_)


def _paragraph(text: Text, index: int) -> Sequence[Sentence]:
    """A sentence and the ones right in front of it in its paragraph, nearest first."""
    sentence = text.sentences[index]
    near = reversed(text.sentences[max(0, index - FRONT) : index + 1])
    return [one for one in near if one.paragraph == sentence.paragraph]


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
    spare = rounded.spare(sentence, sum_)
    held = next((why for value, why in ways if abs(value - sum_.exact) <= spare), None)
    near = [way for way in ways if _is_near(sum_.exact, way[0], factor)]
    if held:
        yield finding(sentence, Kind.MONEY, Outcome(Verdict.HOLDS, why=held), sum_)
    elif near:
        value, why = near[0]
        right = form.count(value, sum_, sentence, text.language)
        yield finding(sentence, Kind.MONEY, Outcome(Verdict.DIFFERS, right, why), sum_)


def _is_near(told: Fraction, exact: Fraction, factor: Fraction | int) -> bool:
    """Whether a sum is near another, or has a nought too few or too many."""
    digits = {plain(one).rstrip("0") for one in (told, exact) if one.denominator == 1}
    return told / factor <= exact <= told * factor or (told.denominator == exact.denominator == len(digits) == 1)
