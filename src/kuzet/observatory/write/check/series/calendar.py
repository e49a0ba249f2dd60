"""Parts of the year that the text's own calendar checks: three months of a quarter, a half against the other half."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final

from kuzet.observatory.write.check import form, guesses
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import concepts, phrases, terms
from kuzet.observatory.write.check.reading.deltas import deltas
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

QUARTERS: Final = 4
MONTHS: Final = 3
"""Months of a quarter."""

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

HALVES: Final = ([1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12])

BACK: Final = 3
"""Sentences over which the four quarters of a year may be told."""

CLOSE: Final = Fraction(1, 5)
"""Months that miss their quarter by more than this part of it are of something else."""


def calendar(text: Text, index: int) -> Iterator[Finding]:
    """The months of a quarter, and one half of the year against the other, of all incidents of the text's year."""
    sentence, language = text.sentences[index], text.language
    others = {int(one.value) for one in sentence.of_kind("year")} - {text.year}
    behind = [sentence.after(one, NOUN) for one in sentence.of_kind("count")]
    apart = any(phrases.begins_with(language, "other_noun", words) for words in behind)
    if text.total is None or others or apart or concepts.found(sentence.text, language):
        return
    yield from _of_quarter(text, sentence)
    yield from _of_months(text, sentence)
    yield from _of_half(text, sentence, text.total.mention.exact)


def _of_quarter(text: Text, sentence: Sentence) -> Iterator[Finding]:
    """As "in the second quarter: 14 in April, 17 in May and 27 in June", where it was told to have 58."""
    told = {term: one for term, one in terms.counted(sentence, text.language).items() if term[0] == "month"}
    quarters = {(month - 1) // MONTHS + 1 for _, month in told}
    if len(told) != MONTHS or len(quarters) != 1 or set(sentence.of_kind("count")) != set(told.values()):
        return
    year = text.total.mention.exact if text.total else Fraction(0)
    whole = _quarters(text.sentences, year, text.language).get(quarters.pop())
    total = sum((one.exact for one in told.values()), Fraction(0))
    if whole is None or abs(total - whole) > whole * CLOSE:
        return
    why = f"{' + '.join(plain(one.exact) for one in told.values())} = {plain(total)}"
    right = form.marked(plain(total), text.language)
    differs = Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(whole)}")
    outcome = Outcome(Verdict.HOLDS, why=why) if total == whole else differs
    yield finding(sentence, Kind.PERIOD, outcome, *told.values())


@lru_cache(maxsize=4)
def _quarters(sentences: tuple[Sentence, ...], year: Fraction, language: str) -> Mapping[int, Fraction]:
    """The four quarters of the year as a few neighbouring sentences tell them; none where they do not make it up."""
    for index in range(len(sentences)):
        told: dict[int, Fraction] = {}
        for near in sentences[max(0, index - BACK + 1) : index + 1]:
            found = terms.counted(near, language).items()
            told |= {number: one.exact for (kind, number), one in found if kind == "quarter"}
        if len(told) == QUARTERS and sum(told.values()) == year:
            return told
    return {}


def _of_months(text: Text, sentence: Sentence) -> Iterator[Finding]:
    """As "eight in July, seven in August, ... and 26 in December, which brings the second half of the year to 88"."""
    told = {term: one for term, one in terms.counted(sentence, text.language).items() if term[0] == "month"}
    left = [one for one in sentence.of_kind("count") if one not in told.values()]
    halves = sorted(month for _, month in told) in HALVES and phrases.says(text.language, "half_year", sentence.text)
    if not halves or len(left) != 1 or left[0].start < max(one.end for one in told.values()):
        return
    total = sum((one.exact for one in told.values()), Fraction(0))
    if abs(total - left[0].exact) <= total * CLOSE:
        why = f"{' + '.join(plain(one.exact) for one in told.values())} = {plain(total)}"
        right = form.count(total, left[0], sentence, text.language)
        differs = Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(left[0].exact)}")
        yield finding(
            sentence, Kind.PERIOD, Outcome(Verdict.HOLDS, why=why) if total == left[0].exact else differs, left[0]
        )


def _of_half(text: Text, sentence: Sentence, total: Fraction) -> Iterator[Finding]:
    """As "73 fell into the second half of the year, 13 more than into the first", of the 133 of the year."""
    off = [one for one in deltas(sentence, text.language) if one.kind == "count"]
    ones = [one for one in sentence.of_kind("count") if one not in off]
    if len(off) != 1 or len(ones) != 1 or not phrases.says(text.language, "half_year", sentence.text):
        return
    exact, whole = _difference(ones[0], total), ones[0].exact
    if not 0 < whole < total or not guesses.like(off[0].exact, abs(exact)) or sentence.of_kind("percent", "times"):
        return
    up, down = (phrases.says(text.language, way, sentence.text) for way in ("increase", "decrease"))
    if up == down or up != (exact > 0):
        return
    why = f"{plain(whole)} - {plain(total - whole)} = {plain(exact)}"
    right = form.count(abs(exact), off[0], sentence, text.language)
    outcome = Outcome(Verdict.HOLDS, why=why) if off[0].exact == abs(exact) else Outcome(Verdict.DIFFERS, right, why)
    yield finding(sentence, Kind.PERIOD, outcome, off[0])


def _difference(half: Mention, total: Fraction) -> Fraction:
    """What one half of the year has more than the other."""
    return half.exact * 2 - total
