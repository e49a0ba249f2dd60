"""Two numbers that a text sets against each other: what it is now, and what it was before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import concepts, phrases, steps
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.set_against import OPENING, Pair, between, both_left, close, from_to, worded
from kuzet.observatory.write.check.reading.stems import alike, stems
from kuzet.observatory.write.check.reading.when import EARLIER, LATEST
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import averages
from kuzet.observatory.write.check.relations.bases import fractions

CHAIN: Final = 3
"""Numbers of different times from which on a change may be of one step or of all."""

SIDES: Final = 2

FAR: Final = 20
"""Two sums of which one is more than so many times the other are of different things: all fines, and one of them."""

_BREAK: Final = re.compile(phrases.STOP)
_BEHIND: Final = re.compile(r"-?\w{0,4}\s+([^\W\d_]+)")


def own(text: Text, index: int) -> list[Pair]:
    """Pairs that the sentence itself sets against each other: "4 against 7", "from 46 to 61", "61, up from 46"."""
    sentence = text.sentences[index]
    found: list[Pair] = []
    for unit in sentence.units:
        ones = compared(sentence, unit, text.language)
        near = _several(sentence, ones, text.language) or list(side_by_side(sentence, ones, text.language))
        parted = any(_parts(sentence, left, right, text.language) for left, right in pairwise(ones))
        found += near or (
            [] if parted else _opened(sentence, ones, text.language) or _by_time(sentence, ones, text.year)
        )
    return list(dict.fromkeys(found))


def _parts(sentence: Sentence, left: Mention, right: Mention, language: str) -> bool:
    """Whether one of two numbers is told to be a part of the other: "50, of which 27", "a year ago 27 of the 50"."""
    between = sentence.between(left, right)
    return (left, right) in fractions(sentence, language) or any(
        phrases.says(language, word, between) for word in ("of_which", "including")
    )


def side_by_side(sentence: Sentence, ones: Sequence[Mention], language: str) -> Iterator[Pair]:
    """Pairs of neighbours that the words set against each other; a number has its place in one pair only."""
    taken: Mention | None = None
    for left, right in pairwise(ones):
        pair = None if left is taken else _pair(sentence, left, right, language)
        if pair and pair.now is right and steps.goes_on(sentence, ones, right, language):
            continue
        if pair:
            taken = right
            yield pair


def _several(sentence: Sentence, ones: Sequence[Mention], language: str) -> list[Pair]:
    """One number with several bases: "742, by 12.5% fewer than in 2018 (848) and by 30% fewer than in 2016 (1,060)"."""
    bases = [one for one in ones if _is_base(sentence, one, language)]
    times = {sentence.order_of(one) for one in bases}
    if len(times) < SIDES or None in times or len(times) < len(bases):
        return []
    others = [one for one in ones if one not in bases and one.start < bases[-1].start]
    front = [one for one in others if one.start < bases[0].start]
    if not others or (front and len(front) < len(others)) or (not front and len(others) > 1):
        return []
    return [Pair(others[-1], base) for base in bases]


def _is_base(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number is what another is compared with: "than in 2018 (848)", "2018 жылғыдан (848)"."""
    counted = [other.end for other in sentence.mentions if other.end <= one.start and other.kind != "year"]
    front = sentence.text[max(counted, default=0) : one.start]
    if phrases.says(language, "against", front) or _ablative(language).search(front):
        return True
    behind = sentence.after(one, OPENING)
    return front.endswith("(") and close(language, "against_behind").match(behind) is not None


@cache
def _ablative(language: str) -> re.Pattern[str]:
    """A word in the ablative in front of a number in brackets."""
    return re.compile(rf"(?:{phrases.words(language, 'against_behind')})\s*\($", re.IGNORECASE)


def strong(text: Text, index: int) -> list[Pair]:
    """Pairs that the words tie surely."""
    return own(text, index) or of_all(text, index) or continued(text, index)


def referred(text: Text, index: int, change: Mention) -> list[Pair]:
    """What the sentence in front tells, with the earlier number nearest to a change that "this" or "against" refers.

    "Journalists were held 146 times in 2021. That is 70% fewer than in 2020 (481), but more than in 2019 (21)."
    """
    sentence = text.sentences[index]
    unit = sentence.units[0] if len(sentence.units) == 1 else ""  # "1.2 million. That is 1.7 times the 0.7 of 2020"
    now, ones = _now(text, index, unit), compared(sentence, unit, text.language)
    times = [sentence.order_of(one) or 0 for one in ones]
    clause = [one for one in ones if ";" not in sentence.between(one, change)]
    if now is None or not clause or not all(0 < time < text.year for time in times):
        return []
    if not _refers(sentence, change, text.language):
        return []
    closest = min(clause, key=lambda one: max(one.start - change.end, change.start - one.end))
    told = next((one for one in reversed(text.sentences[:index]) if one.mentions), text.sentences[index - 1])
    return [] if _of_other(told, now, sentence, closest, text.language) else [Pair(now, closest)]


def _refers(sentence: Sentence, change: Mention, language: str) -> bool:
    """Whether a sentence begins with "this" or "against", or says "this is" right in front of a change."""
    front = sentence.text[: change.start]
    opened = any(phrases.begins_with(language, word, sentence.text) for word in ("this", "compared_with"))
    clause = re.split(r"[,;]", front)[-1]
    return opened or any(phrases.says(language, word, clause) for word in ("this", "compared_with"))


def _now(text: Text, index: int, unit: str) -> Mention | None:
    """The number of the report's year in the sentence in front, or the text's whole where that is in another block."""
    front = text.sentences[index - 1] if index else None
    if front is not None and index > 1 and not front.mentions:
        front = text.sentences[index - 2]  # "312 were recorded. The data come from open sources. This is 20% more than"
    if front is None or front.block != text.sentences[index].block:
        if unit:
            return None
        return (
            text.total.mention if text.total and not concepts.found(text.sentences[index].text, text.language) else None
        )
    told = [one for one in compared(front, unit, text.language) if front.order_of(one) in (None, text.year)]
    return whole_of(told)


def whole_of(ones: Sequence[Mention]) -> Mention | None:
    """The only number, or the first where the others are its parts."""
    parts = sum((one.exact for one in ones[1:]), Fraction(0))
    return ones[0] if len(ones) == 1 or (ones and ones[0].exact == parts) else None


def levels(sentence: Sentence, change: Mention, main: int, language: str) -> list[Pair]:
    """Two percentages that a change is told of: "the share rose by 10 points, from 20% to 30%"."""
    ones = [one for one in sentence.of_kind("percent") if one is not change and one.value > 0]
    near = list(side_by_side(sentence, ones, language))
    return near or (_by_time(sentence, ones, main) or _bracketed_year(sentence, ones) if len(ones) == SIDES else [])


def _bracketed_year(sentence: Sentence, ones: Sequence[Mention]) -> list[Pair]:
    """Levels of which the first restates a count of an earlier year: "In 2022 66 of 108 (61%), in 2023 52%"."""
    first, second = ones
    front = [int(one.value) for one in sentence.of_kind("year") if one.end <= first.start]
    later = sentence.year_of(second)
    told = len(front) == 1 and sentence.before(first, 1) == "(" and later and later > front[0]
    return [Pair(second, first)] if told else []


def whole_way(sentence: Sentence, language: str) -> list[Pair]:
    """First to last of three or more numbers of different times, and the last step: a change may mean either."""
    ones = compared(sentence, "", language)
    if len(ones) > CHAIN and ones[-1].exact == sum(one.exact for one in ones[:-1]):
        ones.pop()  # "30 in 2018, 40 in 2019, 80 in 2020, or 150 in all"
    dated = [(time, one) for one in ones if (time := sentence.order_of(one))]
    ordered = [one for _, one in sorted(dated, key=_time)]
    if len({time for time, _ in dated}) < CHAIN:
        return []
    return [Pair(ordered[-1], ordered[0]), Pair(ordered[-1], ordered[-2])]


def compared(sentence: Sentence, unit: str, language: str) -> list[Mention]:
    """The numbers of one unit that may be one side of a comparison: all but differences and the average of a sum."""
    skipped = deltas(sentence, language)
    ones = [one for one in sentence.quantities(unit) if one not in skipped]
    sums = [one for one in ones if not averages.averaged(sentence, one, language)]
    return sums if unit and len(sums) == SIDES < len(ones) else ones


def only_two(text: Text, index: int) -> list[Pair]:
    """The only two numbers of one unit in a sentence, the first taken as what it is now; not two that are left behind.

    "Here it rose by 21% (from 78), there it fell by 13% (from 71)": each change has a base of its own.
    """
    sentence = text.sentences[index]
    for unit in sentence.units:
        ones = compared(sentence, unit, text.language)
        divided = any(set(ones) == set(told) for told in fractions(sentence, text.language))  # "21 of the 38"
        either = len(ones) == SIDES and _either(text.language).fullmatch(sentence.between(*ones))  # "five or six"
        if len(ones) == SIDES and not divided and not either and not both_left(sentence, ones, text.language):
            return [Pair(*ones)]
    return []


@cache
def _either(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{phrases.words(language, 'or')})\s*", re.IGNORECASE)


def _pair(sentence: Sentence, left: Mention, right: Mention, language: str) -> Pair | None:
    told_between = between(sentence, left, right)
    if _BREAK.search(told_between) or both_left(sentence, (left, right), language):
        return None
    if _ended(language).search(told_between):
        return None
    told = from_to(sentence, left, right, language) or worded(told_between, left, right, language)
    return _in_order(sentence, told) if told else None


@cache
def _ended(language: str) -> re.Pattern[str]:
    """A comparison with a year that gives no number for it, and a clause behind it: "than in 2022, and seven ..."."""
    joined = phrases.any_of(language, "while", "and")
    return re.compile(
        rf"(?:{phrases.words(language, 'against')})\s+(?:19|20)\d\d\b[^,;()]*,\s+(?:{joined})\s", re.IGNORECASE
    )


def _in_order(sentence: Sentence, pair: Pair) -> Pair:
    """Years decide what is now, whatever the order of the words."""
    now, before = sentence.year_of(pair.now), sentence.year_of(pair.before)
    return Pair(pair.before, pair.now) if now and before and now < before else pair


def _opened(sentence: Sentence, ones: list[Mention], language: str) -> list[Pair]:
    """Exactly two counts, the first of them compared with: "Compared with the first half (612), ... saw 883"."""
    if len(ones) != 2 or not phrases.says(language, "against", sentence.before(ones[0], OPENING)):
        return []
    return [Pair(ones[1], ones[0])]


def _by_time(sentence: Sentence, ones: list[Mention], main: int) -> list[Pair]:
    """Counts of two times: "in 2021 there were 314, in 2022 469"; one of two without a time is of the other side."""
    times = [sentence.order_of(one) or 0 for one in ones]
    if len(ones) == 2:
        times = [time or _other(max(times), main) for time in times]
    dated = [(time, one) for time, one in zip(times, ones, strict=True) if time]
    return [
        Pair(now=max(two, key=_time)[1], before=min(two, key=_time)[1])
        for two in pairwise(dated)
        if two[0][0] != two[1][0]
    ]


def _time(dated: tuple[int, Mention]) -> int:
    return dated[0]


def _other(time: int, main: int) -> int:
    """The time of a number without one beside a number of `time`: now beside then, or the year of the report."""
    return {0: 0, EARLIER: LATEST, LATEST: EARLIER}.get(time, main)


def continued(text: Text, index: int) -> list[Pair]:
    """Two numbers of two sentences, the later of them this one: each alone in its sentence and of another time.

    "In 2024, 347 incidents were recorded. This is a drop of 6% on the number in 2023 (369 cases)."
    """
    if not index or text.sentences[index - 1].block != text.sentences[index].block:
        return []
    sentence, front = text.sentences[index], text.sentences[index - 1]
    here, there = (compared(one, "", text.language) for one in (sentence, front))
    if not here and len(sentence.units) == 1 and sentence.units[0]:
        return _sums(sentence, front, text)
    if not here and not concepts.found(sentence.text, text.language) <= concepts.found(front.text, text.language):
        return []  # of one category after all incidents
    if not here and not {int(one.value) for one in sentence.of_kind("year")} <= {*front.order, text.year}:
        return []
    if not here:
        return own(text, index - 1) or (continued(text, index - 1) if there else [])
    now, before = whole_of(there), here[0]
    if len(here) != 1 or now is None or _of_others(front, now, sentence, before, text.language):
        return []
    refers = phrases.pattern(text.language, "this").match(sentence.text)
    if not refers and _of_other(front, now, sentence, before, text.language):
        return []
    bare = sentence.order_of(before) == EARLIER or _goes_on(front, now, sentence, before, text.language)
    times = front.order_of(now) or text.year, sentence.order_of(before)
    if (
        not times[1]
        or times[0] == times[1]
        or max(EARLIER + 1, times[0], times[1]) < text.year
        or not (refers or bare or (front.order_of(now) and times[0] != times[1]))
    ):
        return []
    return [Pair(now, before)] if times[0] >= times[1] else [Pair(before, now)]


def _goes_on(front: Sentence, now: Mention, sentence: Sentence, before: Mention, language: str) -> bool:
    """Whether an earlier number counts what the sentence in front does.

    It has no noun or the same one, counts "such", or a conclusion is drawn from the two: "In 2021 it was 121, so ...".
    """
    behind = sentence.text[before.end :]
    nouns = _noun(front, now) if now in front.mentions else "", _noun(sentence, before)
    alone = not behind[:2].strip()[:1].isalpha() or phrases.begins_with(language, "result", behind)
    drawn = any(phrases.says(language, word, behind) for word in ("conclusion", "compared_this"))
    told = drawn or phrases.says(language, "vague", behind) or (all(nouns) and alike(*nouns))
    return alone or (told and set(sentence.units) == {""})


def _of_others(front: Sentence, now: Mention, sentence: Sentence, before: Mention, language: str) -> bool:
    """Whether one number counts people or outlets and the other something else: "64 arrests. In 2021 40 bloggers"."""
    nouns = _noun(front, now) if now in front.mentions else "", _noun(sentence, before)
    counted = any(phrases.pattern(language, "other_noun").fullmatch(noun) for noun in nouns)
    named = stems(nouns[1]) & stems(front.text) or phrases.begins_with(language, "result", nouns[1])
    return all(nouns) and counted and not named


def _of_other(front: Sentence, now: Mention, sentence: Sentence, before: Mention, language: str) -> bool:
    """Whether a sentence compares with a number of something else: "against the 40 raids of 2020, raids rose"."""
    nouns = _noun(front, now) if now in front.mentions else "", _noun(sentence, before)
    compares = before.start < OPENING and phrases.says(language, "compared_with", sentence.text[: before.start])
    return compares and all(nouns) and not alike(*nouns)


def _sums(sentence: Sentence, front: Sentence, text: Text) -> list[Pair]:
    """The only sum of a sentence, of an earlier year, against the largest of its unit in the sentence before."""
    here, there = (compared(one, sentence.units[0], text.language) for one in (sentence, front))
    earlier = len(here) == 1 and 0 < (sentence.order_of(here[0]) or 0) < text.year
    now = [one for one in there if front.order_of(one) in (None, text.year)] if earlier else []
    near = [one for one in now if here[0].exact <= one.exact * FAR and one.exact <= here[0].exact * FAR]
    return [Pair(max(near, key=lambda one: one.value), here[0])] if earlier and near else []


def of_all(text: Text, index: int, *, against: bool = False) -> list[Pair]:
    """The only count of a sentence on the number of all incidents, of an earlier year, against the text's whole."""
    sentence = text.sentences[index]
    if not sentence.of_kind("count") and _is_against_this(sentence, text.language) and index:
        return of_all(text, index - 1, against=True)
    here = sentence.of_kind("count")
    if text.total is None or len(here) != 1 or not here[0].value or here[0] == text.total.mention:
        return []
    earlier = 0 < (sentence.year_of(here[0]) or 0) < text.year or _was_all(sentence, here[0], text.language)
    near = text.sentences[text.total.index].block == sentence.block
    told = phrases.says(text.language, "all", sentence.text) or _against_all(text, sentence, here[0], against=against)
    plain = told or (near and phrases.says(text.language, "all_bare", sentence.text))
    about = concepts.found(sentence.text, text.language)
    return [Pair(text.total.mention, here[0])] if earlier and plain and not about else []


def _is_against_this(sentence: Sentence, language: str) -> bool:
    """Whether a sentence begins with "against it", "compared with that"."""
    opened, this = phrases.words(language, "compared_with"), phrases.any_of(language, "this", "their")
    return re.match(rf"\W*(?:{opened})\s+(?:{this})", sentence.text, re.IGNORECASE) is not None


def _against_all(text: Text, sentence: Sentence, one: Mention, *, against: bool) -> bool:
    """Whether the number of an earlier time is what all incidents are compared with, by the noun behind it."""
    front, behind = sentence.text[: one.start], sentence.text[one.end :]
    told = phrases.says(text.language, "compared_with", front) or phrases.says(text.language, "compared_behind", behind)
    noun, whole = _noun(sentence, one), text.total and _noun(text.sentences[text.total.index], text.total.mention)
    same = not noun or bool(whole and alike(whole, noun)) or _was_all(sentence, one, text.language)
    return (told or against) and same


def _was_all(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number is that of all incidents a year earlier: "last year, when 208 incidents were recorded"."""
    return sentence.order_of(one) == EARLIER and _counted(language).match(sentence.text, one.end) is not None


@cache
def _counted(language: str) -> re.Pattern[str]:
    """What says that a number is of all incidents: their noun, then nothing or that they were recorded."""
    noun, counted = phrases.words(language, "incidents"), phrases.words(language, "result")
    return re.compile(rf"-?\w{{0,4}}\s+(?:{noun})\s*(?:[,.;)]|(?:{counted})|$)", re.IGNORECASE)


def _noun(sentence: Sentence, one: Mention) -> str:
    """The word right behind a number."""
    found = _BEHIND.match(sentence.text, one.end)
    return found[1] if found else ""
