"""Shares that a clause concludes from two numbers in front: "186 million was sought, 4.9 awarded: that is 2.6% of it".

"We wrote to 58 newsrooms. Forty-six of them answered, so the response rate was 79.3%." Which of the two numbers is the
part the words need not tell: it is the smaller one. A rate differs only where no other reading of the two gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import around
from kuzet.observatory.write.check.relations.pairs import whole_of
from kuzet.observatory.write.check.relations.share import Share

BACK: Final = 2
"""Sentences in front in which the two numbers are looked for."""

OF_THEM: Final = 24
"""Characters around a part in which "of them" stands."""

OFF: Final = 25
"""Points by which a rate of two counts may miss them and still be theirs."""

PAIR: Final = 2

_CLAUSE: Final = re.compile(rf"[;:,(]|\s[–—]\s|{phrases.STOP}")


def share(text: Text, index: int, percent: Mention) -> Share | None:
    """The share that a clause with no other number concludes; None where its words or numbers are not plain."""
    sentence = text.sentences[index]
    if answered := _answered(text, index, percent):
        return answered
    start = _start(sentence, percent, text.language)
    if start is None or percent.kind != "percent" or sentence.order_of(percent) not in (None, text.year):
        return None
    others = [one for one in sentence.mentions if one.start >= start and one.kind != "year" and one is not percent]
    found = None if others else _two(text, index, start, sentence.text[start : percent.start])
    if found is None:
        return None
    part, whole = found
    told = Share(index, percent, part, whole.exact)
    of_both = Share(index, percent, part, part.exact + whole.exact)
    if told.fits or of_both.fits:
        return told if told.fits else of_both
    meant = any(match(percent.exact, other, percent.decimals) is not Match.NO for other in _readings(part, whole))
    far = not part.unit and abs(told.exact - percent.exact) > OFF
    return None if meant or far or around.is_new(text, index, percent) else told


def _answered(text: Text, index: int, percent: Mention) -> Share | None:
    """As "The survey covered 250 people. It was sent to 400, the response rate was 62.5%": who answered stands before.

    Of several smaller numbers there (people, their newsrooms) it is the one that fits, else the first.
    """
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    words, language = sentence.text[: percent.start], text.language
    ones = _ones(sentence, language)
    if percent.kind != "percent" or front is None or front.block != sentence.block or len(ones) != 1:
        return None
    said = all(phrases.says(language, word, words) for word in ("response", "sent_out"))
    if not said or ones[0].unit or not phrases.says(language, "surveyed", front.text):
        return None
    told = [
        Share(index, percent, one, ones[0].exact) for one in front.of_kind("count") if 0 < one.value < ones[0].value
    ]
    found = next((one for one in told if one.fits), told[0] if told else None)
    return found if found and abs(found.exact - percent.exact) <= OFF else None


def _start(sentence: Sentence, percent: Mention, language: str) -> int | None:
    """Where the clause of a percentage begins, if its first words draw a conclusion: ", so the rate was", "Яғни"."""
    edges = [0, *(one.end() for one in _CLAUSE.finditer(sentence.text, 0, percent.start))]
    said = (at for at in reversed(edges) if _draws(sentence.text[at : percent.start], language, first=not at))
    start = next(said, None)
    return None if start is None or ";" in sentence.text[start : percent.start] else start


def _draws(words: str, language: str, *, first: bool) -> bool:
    drawn = ("conclusion", "equates", "this") if first else ("conclusion", "equates")
    return any(phrases.begins_with(language, word, words) for word in drawn)


def _two(text: Text, index: int, start: int, clause: str) -> tuple[Mention, Mention] | None:
    """The part and the whole: the only two sums told in front, or two counts of which one is "of them" or a rate."""
    sentence = text.sentences[index]
    front = [one for one in text.sentences[max(0, index - BACK) : index] if one.block == sentence.block]
    here = _ones(sentence, text.language, start)
    units = {one.unit for one in here} or {one.unit for near in front[-1:] for one in _ones(near, text.language)}
    if len(units) != 1:
        return None
    if units != {""}:
        return _of_sums(front, sentence, start, units.pop(), text.language)
    return _of_counts(front, sentence, here, clause, text.language)


def _of_sums(
    front: Sequence[Sentence], sentence: Sentence, start: int, unit: str, language: str
) -> tuple[Mention, Mention] | None:
    told = [one for one in _ones(sentence, language, start) if one.unit == unit]
    for near in reversed(front):
        if len(told) < PAIR:
            told = [*(one for one in _ones(near, language) if one.unit == unit), *told]
    return _ordered(told) if len(told) == PAIR else None


def _of_counts(
    front: Sequence[Sentence], sentence: Sentence, here: Sequence[Mention], clause: str, language: str
) -> tuple[Mention, Mention] | None:
    rated = any(phrases.says(language, word, clause) for word in ("rate", "share_of"))
    here = here or (_ones(front[-1], language) if front and rated else [])
    if len(here) == PAIR:
        return _ordered(here) if rated and here[0].value > here[1].value else None
    if len(here) != 1 or here[0] not in sentence.mentions or not front:
        return None
    around = sentence.text[max(0, here[0].start - OF_THEM) : here[0].end + OF_THEM]
    whole = whole_of(_ones(front[-1], language))
    of_them = phrases.says(language, "of_which", around) or rated
    return (here[0], whole) if of_them and whole and whole.value > here[0].value else None


def _ordered(told: Sequence[Mention]) -> tuple[Mention, Mention]:
    part, whole = sorted(told, key=lambda one: one.value)
    return part, whole


def _ones(sentence: Sentence, language: str, end: int | None = None) -> list[Mention]:
    """The numbers of a sentence up to `end` that are of one time; none where they are of several."""
    barred = deltas(sentence, language)
    told = [one for one in sentence.of_kind("count", "amount") if one.value and one not in barred]
    told = [one for one in told if end is None or one.end <= end]
    return [] if any(sentence.order_of(left) != sentence.order_of(right) for left, right in pairwise(told)) else told


def _readings(part: Mention, whole: Mention) -> Iterator[Fraction]:
    """What else may be said of two numbers: the rest, one of both together, how much more or less."""
    both = part.exact + whole.exact
    yield from ((whole.exact - part.exact) * 100 / one for one in (whole.exact, part.exact))
    yield whole.exact * 100 / both
    yield whole.exact * 100 / part.exact
