"""A second look at shares that do not hold: where their whole was only guessed, another near it may be meant.

A percentage is called wrong only when its words name the whole, or when no number near it makes it right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check import excuses, guesses
from kuzet.observatory.write.check.arithmetic import Match
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.hedges import loosely, portion_holds
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import lists, rests
from kuzet.observatory.write.check.relations.share import Share

BACK: Final = 3
"""Sentences in front in which a count may be the whole of a share."""

ENTRIES: Final = 30
"""Entries of a list that are passed on the way to the sentence above it."""

AGREEING: Final = 2
"""Shares of one sentence that must have one whole before it is taken instead of the one that words name."""

BEHIND: Final = 24
"""Characters on either side of a number in which the words stand that set another against it."""

OPENING: Final = 40
"""Characters on either side of a number in which words stand that add it to another."""

_OPENED: Final = re.compile(r"[^,.;:()]{0,40}\(\s*[^\d()]{0,12}")
_ENTRY: Final = re.compile(r"\s*(?:[-*•–—▪·]|\w{1,2}[).])\s")


def settled(text: Text, told: Sequence[tuple[int, Share | Mention]]) -> Iterator[tuple[int, Share | Mention]]:
    """The same shares; those that fail with a guessed whole get one that makes them right, or none."""
    for index, group in groupby(told, key=lambda one: one[0]):
        listed = [one for _, one in group]
        failing = [one for one in listed if isinstance(one, Share) and not _holds(text, one)]
        agreed = _agreed(text, index, failing)
        for one in listed:
            yield index, (_again(text, one, agreed) if isinstance(one, Share) and one in failing else one)


def _holds(text: Text, share: Share) -> bool:
    sentence = text.sentences[share.index]
    if share.percent.kind == "portion":
        return portion_holds(share.percent, share.exact, sentence, text.language)
    if share.match() is Match.CUT and _together(text, share):
        return False
    return share.fits or loosely(sentence, share.percent, share.exact, text.language)


def _agreed(text: Text, index: int, failing: Sequence[Share]) -> Fraction | None:
    """The one whole with which all shares of a sentence that fail are right."""
    percents = [one for one in failing if one.percent.kind == "percent"]
    if len(percents) < AGREEING or len({one.percent.value for one in percents}) < AGREEING:
        return None
    largest = max(one.part.exact for one in percents)
    wholes = [whole for whole in _wholes(text, index, percents[0].part) if whole > largest]
    return next((whole for whole in wholes if all(replace(one, whole=whole).fits for one in percents)), None)


def _again(text: Text, share: Share, agreed: Fraction | None) -> Share | Mention:
    """A failing share of another whole, or its percentage alone where a guess is too far off to speak of it."""
    if agreed is not None and share.percent.kind == "percent":
        return replace(share, whole=agreed)
    told = next((one for rule in (_beside, _with_rest, _with_whole, _left) if (one := rule(text, share))), None)
    if told is None and (both := _together(text, share)):
        return next((one for one in _of_wholes(text, both) if _holds(text, one)), share.percent)
    if told is not None or not share.guessed:
        return told or (share if guesses.alike(share.percent.exact, share.exact) else share.percent)
    readings = list(_of_wholes(text, share))
    if share.percent.kind == "portion":
        readings += [replace(share, part=part, whole=share.part.exact) for part in _parts(text, share)]
    held = next((one for one in readings if _holds(text, one)), None)
    if held is None and excuses.of_others(text, share):
        return share.percent
    return held or (share if guesses.near(share.percent.exact, share.exact) else share.percent)


def _beside(text: Text, share: Share) -> Share | None:
    """A fraction told by the percentage right behind it: "every third (32%)" is rough where 32% is exact."""
    sentence = text.sentences[share.index]
    behind = [one for one in sentence.mentions if one.start >= share.percent.end][:1]
    if share.percent.kind != "portion" or not behind or behind[0].kind != "percent":
        return None
    near = _OPENED.fullmatch(sentence.between(share.percent, behind[0]))
    told = replace(share, part=behind[0], whole=Fraction(100))
    return told if near and _holds(text, told) else None


def _with_rest(text: Text, share: Share) -> Share | None:
    """A share of what it makes with the rest told next: "closed 605 (83%). The remaining 120 ..."."""
    sentence, behind = text.sentences[share.index], text.sentences[share.index + 1 : share.index + 2]
    if any(one.exact == share.whole for one in sentence.of_kind("count", "amount")):
        return None
    found = [one for near in behind for one in near.of_kind("count")[:1] if rests.is_rest(near, one, text.language)]
    read = [replace(share, whole=share.part.exact + one.exact) for one in found]
    return next((one for one in read if one.fits), None)


def _with_whole(text: Text, share: Share) -> Share | None:
    """A share of a number told in front that its own and the next make: "167 suffered; 104 are men, 63 (38%) women"."""
    front = {one.exact for near in excuses.near(text, share.index) for one in near.quantities(share.part.unit)}
    both = replace(share, whole=share.whole + share.part.exact)
    words = text.sentences[share.index].text
    sexes = all(phrases.says(text.language, sex, words) for sex in ("female", "male"))
    return both if (sexes or both.whole in front) and both.fits else None


def _together(text: Text, share: Share) -> Share | None:
    """A share of two numbers: "together with the five suspensions, the 22 suits make up almost two thirds (64%)"."""
    sentence = text.sentences[share.index]
    with_it = [
        one
        for one in sentence.quantities(share.part.unit)
        if one is not share.part and _is_added(sentence, one, text.language)
    ]
    if len(with_it) != 1 or share.part not in sentence.mentions:
        return None
    return replace(share, part=replace(share.part, value=share.part.value + with_it[0].value), guessed=True)


def _is_added(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "together with the" stands right in front of a number, or such an ending at its noun (Kazakh)."""
    front, behind = _added(language)
    return bool(front.search(sentence.before(one, OPENING)) or behind.match(sentence.after(one, OPENING)))


@cache
def _added(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, known = (phrases.words(language, relation) for relation in ("added", "known"))
    behind = rf"-?\w*(?:\s\w+){{0,2}}?\s(?:{phrases.words(language, 'added_behind')})"
    front = rf"(?:{words})(?:\s+(?:{known}))?\s*$"
    return re.compile(front, re.IGNORECASE), re.compile(behind, re.IGNORECASE)


def _of_wholes(text: Text, share: Share) -> Iterator[Share]:
    """A share of each of what may be its whole."""
    for whole in _wholes(text, share.index, share.part):
        if whole > share.part.exact:
            yield replace(share, whole=whole)


def _left(text: Text, share: Share) -> Share | None:
    """A share that is gone, of what was before: "they lost a quarter of their staff: 180 people instead of 240"."""
    sentence = text.sentences[share.index]
    gone = Decimal(int(share.whole - share.part.exact))
    lost = replace(share, part=replace(share.part, value=gone))
    before = [one for one in sentence.quantities(share.part.unit) if one.exact == share.whole]
    told = any(_is_before(sentence, one, text.language) for one in before)
    return lost if told and share.part in sentence.mentions and _holds(text, lost) else None


def _is_before(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether the word right in front of a number, or the second behind it, says that it is what was before."""
    behind = " ".join(sentence.after(one, BEHIND).split()[:2])
    return phrases.ends_with(language, "against", sentence.before(one, BEHIND)) or phrases.says(
        language, "against", behind
    )


def _wholes(text: Text, index: int, part: Mention) -> Iterator[Fraction]:
    """What may be the whole: numbers of the sentence, of those before, above a list, of all; and sums of lists."""
    sentence = text.sentences[index]
    ones = sentence.quantities(part.unit)
    yield from (one.exact for one in ones)
    for place in _places(text, index):
        yield from (one.exact for one in text.sentences[place].quantities(part.unit))
    if text.total is not None and not part.unit:
        yield text.total.mention.exact
    barred = lists.not_listed(sentence, text.language)
    counted = [one for one in ones if one not in barred]
    yield sum((one.exact for one in counted), Fraction(0))
    yield sum((one.exact for one in counted if one.start >= part.start), Fraction(0))
    yield sum(_entries(text, index), Fraction(0))


def _places(text: Text, index: int) -> Iterator[int]:
    """The sentences in front of one, those of the same list left out."""
    start = index
    while start > max(0, index - ENTRIES) and _is_entry(text, start):
        start -= 1
    yield from range(index - 1, max(-1, index - 1 - BACK), -1)
    yield from range(start, max(-1, start - 1), -1)


def _is_entry(text: Text, index: int) -> bool:
    return _ENTRY.match(text.sentences[index].text) is not None


def _entries(text: Text, index: int) -> Iterator[Fraction]:
    """The counts of the list that a sentence is an entry of, where each entry has one."""
    for step in (-1, 1):
        place = index if step < 0 else index + 1
        while 0 <= place < len(text.sentences) and abs(place - index) < ENTRIES and _is_entry(text, place):
            yield from (one.exact for one in text.sentences[place].of_kind("count")[:1])
            place += step


def _parts(text: Text, share: Share) -> Iterator[Mention]:
    """Smaller numbers near one that may be parts of it: "the count is sixty, of which two fifths are here"."""
    sentence = text.sentences[share.index]
    if not phrases.says(text.language, "of_which", sentence.between(share.part, share.percent)):
        return
    for place in (share.index, *_places(text, share.index)):
        yield from (
            one for one in text.sentences[place].quantities(share.part.unit) if 0 < one.exact < share.part.exact
        )
