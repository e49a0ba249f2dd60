"""The longest term that a text tells against all the terms that courts gave in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kuzet.observatory.write.check.amounts.altered import shown
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import penalties, phrases
from kuzet.observatory.write.check.reading.penalties import Penalty
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict

REACH: Final = 70
"""Characters behind "the longest sentence" in which its term stands."""

YEAR: Final = 12
"""Months; of shorter terms some are arrests, which no text tells all of."""

MOST: Final = 25 * YEAR
"""Months of a term at most: a larger number of years is an age."""

OTHERS: Final = ("longest_not", "earlier", "term_cut", "in_all", "term_together")
"""Relations whose words make the terms of a sentence none that one person was given and must serve."""

NARROWED: Final = ("female", "narrowed", "narrowed_too", "earlier", "all_time", "one_of", "longest_not")
"""Relations whose words make a longest term that of some only."""


def longest(text: Text, index: int) -> Iterator[Finding]:
    """The term of a sentence that is told as the longest, where another that was given is longer."""
    sentence, language = text.sentences[index], text.language
    cue = phrases.pattern(language, "longest_term").search(sentence.text)
    if cue is None or any(phrases.says(language, word, sentence.text) for word in NARROWED):
        return
    told = [one for one in penalties.penalties(sentence.text, language) if 0 <= one.start - cue.end() <= REACH]
    if not told or told[0].months < YEAR:
        return
    longer = [(near, one) for near in text.sentences for one in _given(text, near) if one.months > told[0].months]
    if longer:
        near, one = max(longer, key=lambda pair: pair[1].months)
        why = f"{plain(one.months)} months on line {near.line}, {plain(told[0].months)} here"
        yield _finding(sentence, told[0], shown(one.months, language), why)


def _given(text: Text, sentence: Sentence) -> Iterator[Penalty]:
    """The terms of a sentence that a court gave this year, none that was only asked for, suspended or cut later."""
    language = text.language
    others = {int(one.value) for one in sentence.of_kind("year")} - {text.year}
    if others or any(phrases.says(language, word, sentence.text) for word in OTHERS):
        return
    for one in penalties.penalties(sentence.text, language):
        around = sentence.text[max(0, one.start - REACH) : one.end + REACH]
        if one.months <= MOST and phrases.says(language, "term_given", around):
            yield one


def _finding(sentence: Sentence, one: Penalty, right: str, why: str) -> Finding:
    near = [other for other in sentence.mentions if one.start <= other.start < one.end]
    return Finding(
        line=sentence.line_of(near[0]) if near else sentence.line,
        text=re.sub(r"\s+", " ", sentence.text[max(0, one.start - REACH) : one.end]),
        kind=Kind.RECORD,
        verdict=Verdict.DIFFERS,
        should_be=right,
        why=why,
    )
