"""The months of a year, or of a half of one, against the number that the text gives it elsewhere.

"January 5, February 6, ... and December 3" of a year of 112; the list may go on over a few sentences. Only lists of all
incidents are judged: one of arrests, of victims or of another year has a whole of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import concepts, phrases, sections, terms
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
from kuzet.observatory.write.check.series import periods
from kuzet.observatory.write.check.slips import is_swapped

SPREAD: Final = 4
"""Sentences over which the months of a year may be told."""

AROUND: Final = 3
"""Sentences on each side in which the number of a half of the year is looked for."""

CLOSE: Final = Fraction(1, 10)
"""Months that miss their whole by more than this part of it are of something else, but for digits in wrong order."""

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

YEAR: Final = tuple(range(1, 13))
HALVES: Final = (YEAR[:6], YEAR[6:])
WHOLES: Final = {12: (YEAR,), 6: HALVES, 9: (YEAR[:9],)}
"""The months that make up a text of so many months."""


def listed(text: Text, index: int) -> Iterator[Finding]:
    """The list of months that ends in a sentence, where the text is on them or tells the number of their half."""
    sentence = text.sentences[index]
    told = _told(text, index)
    last = [one for one in told.values() if one in sentence.mentions]
    if text.total is None or not last:
        return
    total = sum((one.exact for one in told.values()), Fraction(0))
    whole = _whole(text, index, told, total)
    if whole is None:
        return
    why = f"{' + '.join(plain(one.exact) for one in told.values())} = {plain(total)}"
    if total == whole:
        yield finding(sentence, Kind.PERIOD, Outcome(Verdict.HOLDS, why=why), *last)
    elif abs(total - whole) <= whole * CLOSE or any(is_swapped(one.exact, one.exact + whole - total) for one in last):
        right = form.marked(plain(total), text.language)
        outcome = Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(whole)}")
        yield finding(sentence, Kind.PERIOD, outcome, *last)


def _told(text: Text, index: int) -> Mapping[int, Mention]:
    """The months with their numbers of a sentence and of those right in front of it that the list began in."""
    told: dict[int, Mention] = {}
    for near in reversed(text.sentences[max(0, index - SPREAD + 1) : index + 1]):
        found = _months(text, near)
        if not found or near.block != text.sentences[index].block or (told and max(found) >= min(told)):
            break
        told = {**found, **told}
    return told


def _months(text: Text, sentence: Sentence) -> Mapping[int, Mention]:
    """The months of a sentence on all incidents of the text's time; none where it is on anything else."""
    found = {term: one for term, one in terms.counted(sentence, text.language).items() if term[0] == "month"}
    others = {int(one.value) for one in sentence.of_kind("year")} - {text.year}
    behind = [sentence.after(one, NOUN) for one in found.values()]
    apart = any(phrases.begins_with(text.language, "other_noun", words) for words in behind)
    if others or apart or concepts.found(sentence.text, text.language):
        return {}
    return {month: one for (_, month), one in sorted(found.items())}


def _whole(text: Text, index: int, told: Mapping[int, Mention], total: Fraction) -> Fraction | None:
    """The number that some months make up: of the text, or of the half of the year that sentences around tell."""
    around = text.sentences[max(0, index - AROUND) : index + AROUND + 1]
    near = [one for one in around if one.block == text.sentences[index].block]
    others = {one.exact for each in text.sentences for one in each.of_kind("count") if one not in told.values()}
    heading = sections.heading(text, index)
    if heading and concepts.found(heading.text, text.language):
        return None
    if tuple(told) in WHOLES.get(periods.months_of(text), ()) and text.total:
        with_whole = any(text.total.mention in one.mentions for one in near if set(told.values()) & set(one.mentions))
        if with_whole:
            return None  # "85 in the first half: 12 in January, ..." is one of its periods
        return total if total in others else text.total.mention.exact
    return _of_half(text, near, told, total) if tuple(told) in HALVES else None


def _of_half(text: Text, near: Sequence[Sentence], told: Mapping[int, Mention], total: Fraction) -> Fraction | None:
    """The one number near the sum of six months that a sentence without months tells of a half of the year."""
    apart = [one for one in near if not any(month in one.mentions for month in told.values())]
    halves = [one for one in apart if phrases.says(text.language, "half_year", one.text)]
    found = {one.exact for half in halves for one in half.of_kind("count")}
    close = {one for one in found if abs(one - total) <= one * CLOSE}
    return total if total in close else close.pop() if len(close) == 1 else None
