"""Shares of one whole in one sentence, which should sum to 100: "40%, 35% and the remaining quarter"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.senses import is_share, level
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

PARTS: Final = 3
"""Shares from which on they may be meant to make up a whole."""

LOW: Final = 90
HIGH: Final = 130
"""Sums of shares beyond these were not meant to be 100: answers overlap, or the list is one of examples."""


def hundreds(text: Text, index: int) -> Iterator[Finding]:
    """Three or more shares in one sentence: rounding may leave half a point for each."""
    sentence = text.sentences[index]
    found = [one for one in sentence.of_kind("percent") if is_share(sentence, one, text.language)]
    total = sum((one.exact for one in found), Fraction(0))
    if not is_listed(text, index):
        return
    why = f"{' + '.join(plain(one.exact) for one in found)} = {plain(total)}"
    if total == 100:
        yield finding(sentence, Kind.SPLIT, Outcome(Verdict.HOLDS, why=why), *found)
    elif abs(total - 100) <= Fraction(len(found), 2):
        why += ": rounding alone can explain it"
        yield finding(sentence, Kind.SPLIT, Outcome(Verdict.AMBIGUOUS, why=why), *found)
    elif _one_whole(text, sentence, found) and not _overlaps(text, index):
        decimals = max(one.decimals for one in found)
        outcome = Outcome(Verdict.DIFFERS, form.percent(total, decimals, text.language), f"{why}, not 100")
        yield finding(sentence, Kind.SPLIT, outcome, *found)


def is_listed(text: Text, index: int) -> bool:
    """Whether the shares of a sentence are judged by their sum."""
    sentence = text.sentences[index]
    found = [one for one in sentence.of_kind("percent") if is_share(sentence, one, text.language)]
    if len(found) < PARTS or phrases.says(text.language, "taken_together", sentence.between(*found[-2:])):
        return False  # "among men 35%, among women 22%, over all 29%"
    if any(_is_earlier(sentence, *two, text.language) for two in pairwise(found)):
        return False
    return LOW <= sum((one.exact for one in found), Fraction(0)) <= HIGH


def _is_earlier(sentence: Sentence, left: Mention, right: Mention, language: str) -> bool:
    """Whether a share is the one before it at an earlier time: "28% were charged with this, up from 9% in 2016"."""
    between = phrases.pattern(language, "by_whom_behind").sub("", sentence.between(left, right))
    told = any(phrases.says(language, word, between) for word in ("against", "against_behind", "earlier", "back_then"))
    return told or phrases.ends_with(language, "from", between)


def _overlaps(text: Text, index: int) -> bool:
    """Whether the sentence or a neighbour says that one thing may be of several kinds at once."""
    near = text.sentences[max(0, index - 1) : index + 2]
    block = text.sentences[index].block
    return any(phrases.says(text.language, "overlap", one.text) for one in near if one.block == block)


def _one_whole(text: Text, sentence: Sentence, found: list[Mention]) -> bool:
    """Whether shares are surely of one whole: no other number among them but the report's year, and no second whole."""
    language = text.language
    years = {one.value for one in sentence.of_kind("year")}
    others = sentence.of_kind("count", "amount", "times", *(() if years <= {text.year} else ("year",)))
    if any(found[0].start < one.start < found[-1].end for one in others):
        return False
    if any(level(sentence, one, language) is not None for one in found):
        return False  # "rose from 21% to 26%" is one share at two times
    if any(phrases.begins_with(language, "relative_of", sentence.after(one, 14)) for one in found):
        return False  # "this (37%) and that (34%) trouble those, 31% of which were hit"
    own = [one for one in found if phrases.begins_with(language, "out_of", sentence.after(one, 12))]
    return len(own) <= 1
