"""Differences told as numbers: "by nine", "11 more than a year earlier", "рост – 15 случаев", "18-ге кеміді"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence

NEAR: Final = 60
"""Characters between a difference and the word that says which way it goes."""

_PART: Final = r"\d+(?:[.,]\d+)?\s?(?:%|per\s?cent|проц|пайыз)[^,()\s]*\s*"
_TOLD: Final = rf"\s*[,(–—]\s*(?:[^\W\d_][^,()\d]{{0,24}}{_PART}[,)–—]?|{_PART}[,)–—])"


@cache
def _aside(language: str) -> str:
    """The same told in percent in between: "by 13 cases, or by 11.0%, fewer", "13 іске немесе 11,0%-ға кем"."""
    by, equates = (phrases.words(language, word) for word in ("by", "equates"))
    return rf"(?:{_TOLD}|\s(?:{equates})\s(?:(?:{by})\s)?{_PART})?"


_SIGNED: Final = re.compile(r"(?:^|[\s(|;])[+−]$|[(|;]\s?[–-]$")
"""As "| +4 |", "(–2)"."""

_CLOSED: Final = re.compile(r"\s*\)")
_LISTED: Final = re.compile(r"[,;]")

_HEDGE: Final = ("almost", "more_than", "less_than", "about")


@lru_cache(maxsize=KEPT)
def deltas(sentence: Sentence, language: str) -> tuple[Mention, ...]:
    """The counts and amounts that say how much more or less there was, and are no number of then or now."""
    ones = sentence.of_kind("count", "amount")
    found: list[Mention] = []
    for place, one in enumerate(ones):
        left = ones[:place][-1:]
        signed = _SIGNED.search(sentence.before(one, 2)) is not None or _in_words(sentence, one, language)
        if signed or _is_delta(sentence, one, left, language) or _goes_on(sentence, one, left, found, language):
            found.append(one)
    for near, far in reversed(list(pairwise(ones))):
        if far in found and near not in found and _shares_verb(sentence, near, far, language):
            found.append(near)
    return tuple(sorted(found, key=lambda one: one.start))


def _in_words(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a sign in words opens a bracket that holds nothing else: "(plus two)"."""
    return (
        _sign(language).search(sentence.before(one, NEAR)) is not None
        and _CLOSED.match(sentence.text, one.end) is not None
    )


@cache
def _sign(language: str) -> re.Pattern[str]:
    return re.compile(rf"\(\s*(?:{phrases.words(language, 'sign')})\s+$", re.IGNORECASE)


def _shares_verb(sentence: Sentence, left: Mention, right: Mention, language: str) -> bool:
    """Whether a number stands like the difference behind it and has its verb: "сот екіге, күш үшке кеміді"."""
    between, front = sentence.between(left, right), sentence.before(left, NEAR)
    by = _by(language).search(front) and _by(language).search(sentence.text[: right.start])
    listed = by is not None and _LISTED.search(between) is not None
    return listed or _ended(language).match(between) is not None


def _goes_on(sentence: Sentence, one: Mention, left: tuple[Mention, ...], found: list[Mention], language: str) -> bool:
    """Whether a number goes on a list of differences: "suits rose by 28, threats by 22"."""
    listed = found[-1:] == list(left[-1:]) != []
    return listed and _by(language).search(sentence.text[left[0].end : one.start]) is not None


def _is_delta(sentence: Sentence, one: Mention, left: tuple[Mention, ...], language: str) -> bool:
    floor = max(left[0].end if left else 0, one.start - NEAR)
    front, behind = sentence.text[floor : one.start], sentence.after(one, NEAR)
    if _by(language).search(front):
        told = (
            _moves(language).search(front) or _moves_behind(language).match(behind) or _reaches(language).match(behind)
        )
        return told is not None
    if _moved(language).search(front) or _moved_percent(language).search(front):
        return True
    if phrases.ends_with(language, "gained", front):
        return True
    if left and phrases.says(language, "from_behind", sentence.text[left[0].end : one.start]):
        return _than(language).match(behind) is not None
    more = _more(language).match(behind)
    if more and left and _later(language).search(sentence.between(left[0], one)) and _bare(language).fullmatch(more[0]):
        return False  # "it turned down seven and then nine more"
    return more is not None and not _hedges(sentence, one, one.end + more.end())


def _hedges(sentence: Sentence, one: Mention, end: int) -> bool:
    """Whether "more than" opens a number of another unit: "21 spent more than 24 hours there"."""
    return any(0 <= other.start - end <= 1 and other.unit != one.unit for other in sentence.of_kind("amount"))


@cache
def _by(language: str) -> re.Pattern[str]:
    hedges = phrases.any_of(language, *_HEDGE)
    return re.compile(rf"(?:{phrases.words(language, 'by')})\s+(?:(?:{hedges})\s+)?$", re.IGNORECASE)


@cache
def _ended(language: str) -> re.Pattern[str]:
    """A noun with the ending of "by" (Kazakh), and a comma behind it."""
    by = phrases.words(language, "by_behind")
    return re.compile(rf"(?:\s+\w+)?\s*(?:{by}){_aside(language)}\s*[,;]", re.IGNORECASE)


@cache
def _moves(language: str) -> re.Pattern[str]:
    return re.compile(phrases.any_of(language, "increase", "decrease"), re.IGNORECASE)


@cache
def _moves_behind(language: str) -> re.Pattern[str]:
    moves = phrases.any_of(language, "increase", "decrease")
    return re.compile(rf"(?:\s+[\w-]+){{0,2}}?{_aside(language)}\s+(?:{moves})", re.IGNORECASE)


@cache
def _reaches(language: str) -> re.Pattern[str]:
    """As "here it fell by 14 to 121, there by 27 to 93": the level reached stands right behind."""
    return re.compile(rf"\s+(?:{phrases.words(language, 'to')})\s+\d", re.IGNORECASE)


@cache
def _moved(language: str) -> re.Pattern[str]:
    """A noun of rising or falling with a verb or a dash: "the increase is", "прирост за год составил", "кему —"."""
    noun, link = phrases.words(language, "move_noun"), phrases.words(language, "amounts_to")
    far = rf"(?:\s+[\w-]+){{1,4}}\s*(?:[:–—]|\s(?:{phrases.words(language, 'difference_is')}))"
    return re.compile(rf"(?:{noun})(?:[\s,–—-]*(?:{link})?|{far})\s*$", re.IGNORECASE)


@cache
def _moved_percent(language: str) -> re.Pattern[str]:
    """A rise told in percent, then again as a number: "прирост составил 20%, или 45", "a rise of 20% or over 45"."""
    noun, equates = phrases.words(language, "move_noun"), phrases.words(language, "equates")
    again = rf"[,(–—]?\s*(?:{equates})\s+(?:(?:{phrases.any_of(language, *_HEDGE)})\s+)?$"
    return re.compile(rf"(?:{noun})(?:\s+[\w-]+){{0,3}}?[\s:–—]+{_PART}{again}", re.IGNORECASE)


@cache
def _more(language: str) -> re.Pattern[str]:
    """As "nine more than", "nine cases more,", "18-ге кеміді": a comparison behind the number and at most one noun."""
    moves, by = phrases.any_of(language, "increase", "decrease"), phrases.words(language, "by_behind")
    more, bare = phrases.words(language, "more_by_behind"), phrases.words(language, "more_bare")
    ended = rf"(?:\s+\w+)?\s+(?:{bare})\s*(?:[,.;:)]|$)"
    return re.compile(
        rf"(?:\s+\w+{_TOLD})?\s*(?:{more})|\s*(?:{by}){_aside(language)}\s+(?:{moves})|{ended}", re.IGNORECASE
    )


@cache
def _bare(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\s+\w+)?\s+(?:{phrases.words(language, 'more_bare')})\W*", re.IGNORECASE)


@cache
def _later(language: str) -> re.Pattern[str]:
    return phrases.pattern(language, "afterwards")


@cache
def _than(language: str) -> re.Pattern[str]:
    """As "72-ден 12-ге көп" (12 more than 72), which is no way from 72 to 12."""
    by, than = phrases.words(language, "by_behind"), phrases.words(language, "comparative")
    return re.compile(rf"\s*(?:{by})\s+(?:{than})", re.IGNORECASE)
