"""The words that set two numbers against each other: "from 46 to 61", "4 against 7", "(from 78)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence

OPENING: Final = 60
"""Characters in front of the first of two counts in which "compared with" stands."""


class Pair(NamedTuple):
    """The two numbers of a change: what it is now and what it was before."""

    now: Mention
    before: Mention

    @property
    def percent(self) -> Fraction:
        """The change in percent of what was before; below 0 for a fall, 0 where there was nothing before."""
        before = self.before.exact
        return (self.now.exact - before) * 100 / before if before else Fraction(0)

    @property
    def rises(self) -> bool:
        """Whether it is more now than before."""
        return self.now.exact > self.before.exact

    @property
    def times(self) -> Fraction:
        """The larger number over the smaller one; 0 where that is none."""
        low, high = sorted((self.now.exact, self.before.exact))
        return high / low if low else Fraction(0)


def from_to(sentence: Sentence, left: Mention, right: Mention, language: str) -> Pair | None:
    """As "from 46 to 61", "с 46 до 61", "46-дан 61-ге", with "in 2023" or a noun behind either number."""
    words, before = between(sentence, left, right), sentence.before(left, 24)
    if phrases.ends_with(language, "from", before) and _ending(language, "to").search(words):
        return Pair(right, left)
    if _only_to(language).fullmatch(words):
        return None if phrases.ends_with(language, "by", before) else Pair(right, left)  # "fell by 14 to 121"
    if phrases.ends_with(language, "to", before) and _ending(language, "from").search(words):
        return Pair(left, right)
    behind = phrases.pattern(language, "by_whom_behind").sub("", sentence.behind(left, right.start - left.end))
    leaves = close(language, "from_behind").match(behind)
    return Pair(right, left) if leaves and close(language, "to_behind").match(sentence.behind(right, 24)) else None


def between(sentence: Sentence, left: Mention, right: Mention) -> str:
    """The words between two numbers, without fractions in words, whose "out of" is no comparison ("үштен бірі")."""
    words, at = "", left.end
    for one in sentence.of_kind("portion"):
        if left.end <= one.start and one.end <= right.start:
            words, at = words + sentence.text[at : one.start], one.end
    return words + sentence.text[at : right.start]


@cache
def _only_to(language: str) -> re.Pattern[str]:
    """Nothing but "to" or an arrow between two numbers."""
    return re.compile(rf"\s*(?:{phrases.words(language, 'to')}|→|->)\s*", re.IGNORECASE)


@cache
def _ending(language: str, relation: str) -> re.Pattern[str]:
    """A word such as "to" at the end of what stands between two numbers, at most one word behind it."""
    return re.compile(rf"(?:{phrases.words(language, relation)})[\s\w]{{0,12}}$", re.IGNORECASE)


@cache
def close(language: str, relation: str) -> re.Pattern[str]:
    """An ending at a number or at its noun, at most three words behind it."""
    return re.compile(rf"-?(?:\w*[\s)-]+){{0,3}}?(?:{phrases.words(language, relation)})", re.IGNORECASE)


def is_reached(sentence: Sentence, change: Mention, level: Mention, language: str) -> bool:
    """Whether a level stands right behind the change that leads to it: "by 50%, to 455", "50%-ға, 455-ке дейін"."""
    between = sentence.between(change, level)
    ended = _ended(language).fullmatch(between) and _until(language).match(sentence.text, level.end)
    return bool(ended) or _reached(language).fullmatch(between) is not None


@cache
def _reached(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:[–—-]\s)?(?:{phrases.words(language, 'to')})\s+", re.IGNORECASE)


@cache
def _ended(language: str) -> re.Pattern[str]:
    """The ending of a percentage, and a comma or a dash."""
    hedge = phrases.any_of(language, "almost_behind", "more_than_behind", "about_behind")
    return re.compile(rf"(?:-\w{{1,4}})?(?:\s(?:{hedge}))?\s?[,–—]\s", re.IGNORECASE)


@cache
def _until(language: str) -> re.Pattern[str]:
    """The ending of a level that is reached (Kazakh)."""
    return re.compile(rf"-\w{{1,3}}\s(?:{phrases.words(language, 'ahead_behind')})", re.IGNORECASE)


def worded(words: str, left: Mention, right: Mention, language: str) -> Pair | None:
    """As "4 against 7", "7-мен салыстырғанда 4", by the words between two numbers; no semicolon parts them.

    Behind a colon a list begins: "12, three more than a year earlier: seven beatings, three ...".
    """
    if ";" in words or words.rstrip().endswith(":"):
        return None
    if close(language, "against_behind").match(words):
        return Pair(right, left)
    return Pair(left, right) if phrases.says(language, "against", words) else None


def both_left(sentence: Sentence, ones: Sequence[Mention], language: str) -> bool:
    """Whether each of the numbers is one that was left behind."""
    return all(is_left(sentence, one, language) for one in ones)


def is_left(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number stands in brackets of its own as what was before: "(from 78)", "(78-ден)"."""
    return _was(language).search(f"{sentence.before(one, OPENING)}#{sentence.after(one, OPENING)}") is not None


@cache
def _was(language: str) -> re.Pattern[str]:
    front, behind = (
        phrases.any_of(language, "from", "against"),
        phrases.any_of(language, "from_behind", "against_behind"),
    )
    year = r"[^()#\d]{0,16}(?:(?:19|20)\d\d)?[^()#\d]{0,16}"
    return re.compile(rf"\({year}(?:(?:{front}){year}#|#-?\w*\s?\w*(?:{behind}))[^()]*\)", re.IGNORECASE)
