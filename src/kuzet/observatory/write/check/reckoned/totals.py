"""Totals behind their parts: "Almaty had 64 attacks and Astana 38. Together this makes 102", "in all, 83 incidents".

What a total adds up is not always plain, so that all runs of numbers just in front are tried; it differs only where
none of them gives it, and the list right in front of it comes near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import Final, NamedTuple

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.stems import stems
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
from kuzet.observatory.write.check.reckoned.entries import entries, in_front, is_flat, is_hedged
from kuzet.observatory.write.check.relations import averages
from kuzet.observatory.write.check.slips import is_slip

PAIR: Final = 2

REACH: Final = 90
"""Characters in front of a total in which the word stands that makes it one."""

NEAR: Final = Fraction(3, 20)
"""By how much of itself a sum may miss what "together this makes" announces, and still be meant."""

SMALL: Final = Fraction(2)
"""The same for small sums."""

TALLY: Final = 10
"""Up to here a number in front of a total may say how many parts it has."""

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

MOST: Final = 8
"""Numbers in front of which all ways to leave some out are tried."""

_BEHIND: Final = r"-?\w*(?:\s+[\w-]+){0,3}?,?\s+"
_COMMA: Final = re.compile(r"[,;:.]")
_CLAUSE: Final = re.compile(r"[;:]\s|[.!?]\s")


class _Told(NamedTuple):
    """A total, and whether its words announce the sum of what was just told."""

    one: Mention
    announced: bool


def totals(text: Text, index: int) -> Iterator[Finding]:
    """The totals of a sentence whose parts the sentences in front of it tell."""
    sentence, language = text.sentences[index], text.language
    for told in _told(sentence, language):
        lists = _lists(text, index, told.one)
        if not lists:
            continue
        held = next((run for run in _runs(text, index, told.one) if _sum(run) == told.one.exact), None)
        if held:
            yield finding(sentence, Kind.SPLIT, Outcome(Verdict.HOLDS, why=_why(held)), told.one)
            continue
        meant = _meant(told, lists)
        apart = is_hedged(sentence, told.one, language) or _is_known(text, index, told.one)
        if (
            meant
            and not apart
            and not _is_earlier(text, index, told.one, meant[-1])
            and not _is_of_others(text, index, told, meant)
        ):
            right = form.count(_sum(meant), told.one, sentence, language)
            why = f"{_why(meant)}, not {plain(told.one.exact)}"
            yield finding(sentence, Kind.SPLIT, Outcome(Verdict.DIFFERS, right, why), told.one)


def _told(sentence: Sentence, language: str) -> Iterator[_Told]:
    """The first number of a sentence, or the one behind a number of its entries, where words make it a total."""
    ones = [one for one in sentence.of_kind("count", "amount") if one.value > 1]
    ones = [one for one in ones if len(one.unit) != 1] or ones  # "in three months 74 in all"
    for place, one in enumerate(ones[:PAIR]):
        front_ = ones[place - 1] if place else None
        floor = front_.end if front_ and front_.value > TALLY else 0  # "the three together had 37"
        front = _CLAUSE.split(sentence.text[max(floor, one.start - REACH) : one.start])[-1]
        if phrases.says(language, "sum_more", sentence.text) or averages.averaged(sentence, one, language):
            continue
        behind = [_behind(language, word).match(sentence.text, one.end) for word in ("sum_made", "in_all")]
        if any(phrases.says(language, word, front) for word in ("rest", "rest_entry")):
            continue  # "all the others together account for 135"
        said = [phrases.says(language, word, front) for word in ("sum_made", "in_all", "conclusion")]
        concluded = said[2] and len(ones) == 1
        announced = said[0] or behind[0] is not None
        if announced or ((any(said) or any(behind)) and not one.unit):
            yield _Told(one, announced or concluded)


@cache
def _behind(language: str, relation: str) -> re.Pattern[str]:
    """The noun of a number and then the words: "309 cases together"."""
    return re.compile(rf"{_BEHIND}(?:{phrases.words(language, relation)})", re.IGNORECASE)


def _lists(text: Text, index: int, total: Mention) -> list[list[Mention]]:
    """The lists right in front of a total: of the sentence in front, and of more of them; none where one is no list."""
    sentence, language = text.sentences[index], text.language
    tally = [one for one in sentence.quantities("") if one.end <= total.start]
    found: list[list[Mention]] = []
    listed: list[Mention] = []
    for near in in_front(text, index):
        ones = entries(near, total.unit, language)
        if not ones or not is_flat(near, ones, language) or len(ones) != len(near.quantities(total.unit)):
            break
        listed = [*ones, *listed]
        if len(listed) >= PAIR:
            found.append(listed)
    fits = [one for one in found if _is_list(one, total)]
    return [one for one in fits if not tally or tally[0].exact == len(one)]


def _is_list(listed: Sequence[Mention], total: Mention) -> bool:
    """Whether no number of a list is as large as the total, or all others together."""
    largest = max(one.exact for one in listed)
    return largest < total.exact and (len(listed) <= PAIR or largest * 2 != _sum(listed))


def _runs(text: Text, index: int, total: Mention) -> Iterator[Sequence[Mention]]:
    """All runs of numbers in front that end with the last one, and these without one or two."""
    pool: list[Mention] = []
    for near in in_front(text, index):
        pool = [*near.quantities(total.unit), *pool]
        pool += [one for one in entries(near, total.unit, text.language) if one not in pool]
    for start in range(len(pool) - 1):
        yield pool[start:]
    for size in range(PAIR, min(len(pool), MOST)):
        yield from combinations(pool[-MOST:], size)


def _meant(told: _Told, lists: Sequence[list[Mention]]) -> Sequence[Mention] | None:
    """The list that a total is nearest to, where it is a slip of the pen away or the words announce a sum."""
    slips = [one for one in lists if is_slip(told.one.exact, _sum(one))]
    near = [one for one in lists if abs(_sum(one) - told.one.exact) <= max(SMALL, _sum(one) * NEAR)]
    chosen = slips or (near if told.announced else [])
    return min(chosen, key=lambda one: abs(_sum(one) - told.one.exact), default=None)


def _is_earlier(text: Text, index: int, total: Mention, part: Mention) -> bool:
    """Whether a total is of another time than what was told in front: "... and 24. Then, in 2019, 88 in all"."""
    sentence = text.sentences[index]
    own, front = sentence.order_of(total), sentence.text[: total.start]
    told = next((near.order_of(part) for near in in_front(text, index) if part in near.mentions), None)
    compared = any(phrases.says(text.language, word, front) for word in ("compared_with", "against"))
    return (own or text.year) < (told or text.year) or bool(own and not told and compared)


def _is_known(text: Text, index: int, total: Mention) -> bool:
    """Whether a number was told before, and so is no sum of what stands between."""
    all_ = text.total.mention if text.total else total
    if all_ is not total and all_.exact == total.exact:
        return True
    return any(one.exact == total.exact for near in text.sentences[:index] for one in near.quantities(total.unit))


def _is_of_others(text: Text, index: int, told: _Told, listed: Sequence[Mention]) -> bool:
    """Whether a number counts people and the list incidents, or, where nothing announces a sum, what the list does not.

    "There were 12 searches and eight arrests. In all 30 people were affected."
    """
    sentence, language = text.sentences[index], text.language
    near = [(front, one) for front in in_front(text, index) for one in listed if one in front.mentions]
    kinds = {_kind(front, one, language) for front, one in near} - {""}
    own = _kind(sentence, told.one, language)
    if own and kinds:
        return own not in kinds
    if told.announced:
        return False
    noun = _noun(sentence, told.one)
    named = any(_noun(front, one) for front, one in near)
    other = bool(noun) and named and not any(noun & stems(front.text) for front, _ in near)
    return other or phrases.says(language, "at_end", sentence.text)


def _noun(sentence: Sentence, one: Mention) -> frozenset[str]:
    """The stem of the word right behind a number."""
    return stems(" ".join(_COMMA.split(sentence.after(one, NOUN))[0].split()[:1]))


def _kind(sentence: Sentence, one: Mention, language: str) -> str:
    """What the noun right behind a number counts, "" where it is neither."""
    behind = sentence.after(one, NOUN)
    return next((kind for kind in ("other_noun", "incidents") if phrases.begins_with(language, kind, behind)), "")


def _sum(listed: Sequence[Mention]) -> Fraction:
    return sum((one.exact for one in listed), Fraction(0))


def _why(listed: Sequence[Mention]) -> str:
    return f"{' + '.join(plain(one.exact) for one in listed)} = {plain(_sum(listed))}"
