"""Multiples: "1.6 times (4 against 7)", "doubled", "twice as many", "almost threefold"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice, pairwise
from typing import Final

from kuzet.observatory.write.check import excuses, form
from kuzet.observatory.write.check.arithmetic import Match, half_up, match, plain
from kuzet.observatory.write.check.changes import known, moved, nearby, tabled, versus
from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.hedges import hedged
from kuzet.observatory.write.check.reading.senses import direction
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.when import LATEST
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
from kuzet.observatory.write.check.relations import around, chosen, pairs, series
from kuzet.observatory.write.check.relations.bases import fractions
from kuzet.observatory.write.check.relations.facts import Facts

MARGIN: Final = 60

WHOLE: Final = Fraction(1, 20)
"""By how much of itself a whole multiple may be off and hold: 2.9 is "three times", 1.95 is "doubled"."""

HALVES: Final = 2
"""The denominator of two and a half."""

ROUND: Final = Fraction(1, 10)
"""Up to here it is ambiguous: a word has no decimals that would say how exact it is, and 2.75 rounds to three; but 2.5
and 1.6 round to three and two as well, and readers do not take them so."""


ALMOST: Final = Fraction(3, 20)
"""By how much of itself a multiple may be off where "almost" stands: 2.6 is "almost three times"."""

FAR: Final = 2
"""A multiple that two numbers miss by more than this factor was not said of them, where no word ties them."""

OFTEN: Final = 100
"""From here on "times" counts occasions."""

BACK: Final = 3
"""Sentences in front in which a list of years is looked for."""


def ratios(text: Text, index: int, facts: Facts) -> Iterator[Finding]:
    """Multiples in one sentence ("1.6 times", "doubled" is 2 times)."""
    sentence = text.sentences[index]
    for times in sentence.of_kind("times"):
        if _often(sentence, times, text.language):
            continue
        if (two := versus.behind(sentence, times, text.language)) and _compares(sentence, times, text.language):
            if _likely(times, [two]):
                yield finding(sentence, Kind.RATIO, _ratio(text, index, times, [two]), times, margin=MARGIN)
            continue
        found = (
            _likely(times, _of_known(text, index, times, facts))
            or _likely(times, _moved(text, index, times, facts))
            or _since(text, index, times)
            or _of_list(text, index, times)
            or pairs.referred(text, index, times)
            or pairs.own(text, index)
            or _likely(times, _of_front(text, index, times))
        )
        if not found and _compares(sentence, times, text.language):
            found = _likely(times, pairs.only_two(text, index))
        found = found or _of_years(text, index, times)
        if not found and (told := versus.then(text, index) or versus.pair(text, index, times)):
            found = [] if _of_other(sentence, times, told) else _likely(times, [told])
        found = found or _of_occasions(sentence, times, text) or _nearby(text, index, times)
        found = found or _tabled(text, index, times, facts)
        found = [pair for pair in found if pair.times and not chosen.behind(sentence, times, pair)]
        found = [pair for pair in found if not _of_other_year(text, sentence, times, pair)]
        found = [pair for pair in found if not _are_periods(pair)]
        found = [pair for pair in found if not _turned(sentence, times, pair, text.language)]
        found = [pair for pair in found if not _is_reached(sentence, times, pair, text.language)]
        found = [pair for pair in found if not chosen.turns_behind(sentence, times, pair, text.language)]
        found += _of_parts(sentence, found, text.language)
        nearest = chosen.nearest(sentence, times, found)
        if nearest:
            yield finding(sentence, Kind.RATIO, _ratio(text, index, times, nearest), times, margin=MARGIN)


def _of_parts(sentence: Sentence, found: list[Pair], language: str) -> list[Pair]:
    """Pairs with the part in the place of its whole: "195 of 312, two and a half times as many as (78)"."""
    parts = {whole: part for part, whole in fractions(sentence, language)}
    return [
        Pair(parts[pair.now], pair.before) for pair in found if pair.now in parts and pair.before != parts[pair.now]
    ]


def _often(sentence: Sentence, times: Mention, language: str) -> bool:
    """Whether "1,331 times", "four times a day" or "14 times against 11 people" says how often, and is no multiple."""
    behind = sentence.after(times, MARGIN).lstrip()
    next_one = next((one for one in sentence.mentions if one.start >= times.end), None)
    if next_one and next_one.kind == "count" and _against(language).fullmatch(sentence.between(times, next_one)):
        return True
    apart = any(phrases.begins_with(language, word, behind) for word in ("a_day", "a_month", "a_year"))
    return apart or times.exact >= OFTEN


def _of_occasions(sentence: Sentence, times: Mention, text: Text) -> list[Pair]:
    """How often something happened and the only count, of an earlier time: "396 times, 18 times as often as (22)"."""
    often = [one for one in sentence.of_kind("times") if one is not times and _often(sentence, one, text.language)]
    counts = sentence.of_kind("count")
    earlier = [one for one in counts if sentence.order_of(one) not in (None, text.year, LATEST)]
    alone = len(often) == len(counts) == len(earlier) == 1
    return [Pair(often[0], earlier[0])] if alone and often[0].exact > earlier[0].exact else []


@cache
def _against(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{phrases.words(language, 'against')})\s+", re.IGNORECASE)


def _of_other_year(text: Text, sentence: Sentence, times: Mention, pair: Pair) -> bool:
    """Whether a multiple behind a pair has another year: "from 136 to 172, while on 2021 it doubled"."""
    if not all(one in sentence.mentions and one.end <= times.start for one in pair):
        return False
    last = max(one.end for one in pair)
    here = [one for one in sentence.of_kind("year") if last <= one.start < times.start]
    parted = bool(here) and _parting(text.language).search(sentence.text, last, here[0].start) is not None
    return parted and not {int(one.value) for one in here} & {text.year, *map(sentence.year_of, pair)}


def _are_periods(pair: Pair) -> bool:
    """Whether two numbers are terms of one length: two periods that are compared, "the first six months of" each."""
    return pair.now.kind == "amount" and len(pair.now.unit) == 1 and pair.now.exact == pair.before.exact


def _turned(sentence: Sentence, times: Mention, pair: Pair, language: str) -> bool:
    """Whether a clause behind a pair tells of the other way: "suits fell from 57 to 16, while bans grew four times"."""
    up = direction(sentence, times, language)
    return up is not None and up != pair.rises and chosen.turns(sentence, times, pair, language)


def _is_reached(sentence: Sentence, times: Mention, pair: Pair, language: str) -> bool:
    """Whether the first of a pair is what a multiple reached, and the second is joined to it.

    "In November there were about twice as many, 43, and in December 50": December is not set against November.
    """
    if not all(one in sentence.mentions for one in pair):
        return False
    first, second = sorted(pair, key=lambda one: one.start)
    if first.start < times.end or not _apposed(language).fullmatch(sentence.between(times, first)):
        return False
    return any(phrases.says(language, word, sentence.between(first, second)) for word in ("and", "while"))


@cache
def _apposed(language: str) -> re.Pattern[str]:
    """What stands between a multiple and the number that it reached."""
    more = phrases.any_of(language, "as_many", "increase", "decrease")
    return re.compile(rf"\s*(?:(?:{more})\s*)*(?:[,:]\s+|\s[–—]\s)", re.IGNORECASE)


def _of_other(sentence: Sentence, times: Mention, pair: Pair) -> bool:
    """Whether another multiple of the sentence is right of a pair: then the pair is that one's."""
    return any(_agrees(one, pair.times) for one in sentence.of_kind("times") if one is not times)


def _named(sentence: Sentence, times: Mention, language: str) -> set[int]:
    """The years that stand in the clause of a multiple: "1.5 times more than in 2018 and 2.5 times more than in 2017".

    Only what stands between two changes parts them; "it is 1.8 times what it was" goes on with the year in front.
    """
    changes = sentence.of_kind("times", "percent")
    gaps = [(left.end, right.start) for left, right in pairwise(changes)]
    breaks = [found.end() for gap in gaps for found in islice(_parting(language).finditer(sentence.text, *gap), 1)]
    start = max((at for at in breaks if at <= times.start), default=0)
    end = min((at for at in breaks if at > times.start), default=len(sentence.text))
    years = sentence.of_kind("year")
    here = [one for one in years if start <= one.start < end] or [one for one in years if one.end <= start][-1:]
    return {int(one.value) for one in here}


@cache
def _parting(language: str) -> re.Pattern[str]:
    opened, base = phrases.words(language, "while"), phrases.words(language, "base_front")  # "больше, чем в 2019 году"
    return re.compile(rf"[,;]\s(?!(?:{base})\s)|\s(?:{opened})\s", re.IGNORECASE)


def _of_list(text: Text, index: int, times: Mention) -> list[Pair]:
    """First to last, and the last step, of the list of years in front of a sentence without numbers of its own."""
    front = _front(text, index)
    named = _named(text.sentences[index], times, text.language)
    return pairs.whole_way(front, text.language) if front and named <= set(front.order) else []


def _since(text: Text, index: int, times: Mention) -> list[Pair]:
    """From the one year that the clause names to the last of the list in front: "the worst is 2016; since then ..."."""
    front, said = _front(text, index), concepts.found(text.sentences[index].text, text.language)
    named = _named(text.sentences[index], times, text.language)
    same = front is not None and said <= concepts.found(front.text, text.language)  # no category after all incidents
    years = series.dated(front) if front and same else {}
    found = [then for then in named if then in years and then != max(years)] if len(years) >= series.FEWEST else []
    return [Pair(years[max(years)], years[found[0]])] if len(named) == 1 and found else []


def _front(text: Text, index: int) -> Sentence | None:
    """The sentence in front of one without numbers of its own, in one paragraph with it."""
    front = text.sentences[index - 1] if index else None
    alone = front and not text.sentences[index].quantities("") and front.block == text.sentences[index].block
    return front if alone else None


def _of_years(text: Text, index: int, times: Mention) -> list[Pair]:
    """The year that a sentence without numbers names against that of the text, both of a list just in front."""
    sentence = text.sentences[index]
    named = _named(sentence, times, text.language) - {text.year}
    of_all = any(phrases.says(text.language, word, sentence.text) for word in ("incidents", "subject_all", "all_bare"))
    if len(named) != 1 or not of_all or sentence.quantities("") or concepts.found(sentence.text, text.language):
        return []
    for near in reversed(text.sentences[max(0, index - BACK) : index]):
        years = series.dated(near)
        if len(years) >= series.FEWEST and near.block == sentence.block:
            return [Pair(years[text.year], years[then]) for then in named if {then, text.year} <= years.keys()]
    return []


def _of_front(text: Text, index: int, times: Mention) -> list[Pair]:
    """Pairs that the words tie surely; not those of a sentence in front that tells a multiple of them itself."""
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    told = front is not None and bool(front.of_kind("times"))
    return [
        pair
        for pair in pairs.strong(text, index)
        if any(one in sentence.mentions for one in pair) or (not told and _is_meant(text, index, times, pair))
    ]


def _is_meant(text: Text, index: int, times: Mention, pair: Pair) -> bool:
    """Whether a multiple may be said of two numbers told in front: it names nothing new, or is right of them."""
    return _agrees(times, pair.times) or not around.strange(text, index, times)


def _of_known(text: Text, index: int, times: Mention, facts: Facts) -> list[Pair]:
    """What the text gives for the report's year and for the one that a multiple names."""
    found = known.pair(text, index, times, facts)
    return [found] if found else []


def _moved(text: Text, index: int, times: Mention, facts: Facts) -> list[Pair]:
    """The two numbers of an entry of a table or a list; any two of it that make the multiple right come first."""
    words = phrases.pattern(text.language, "move_noun")
    noun, rest = words.search(text.sentences[index].text), words.sub(" ", text.sentences[index].text)
    if noun and any(phrases.says(text.language, way, rest) for way in ("increase", "decrease")):
        return []  # "the growth was twice as high as that of 2022"
    found = moved.moved(text, index, times, facts)
    others = [pair for pair in found.others if _agrees(times, pair.times)] if found and found.agrees else []
    return others[:1] or ([found.meant] if found and found.agrees else [])


def _nearby(text: Text, index: int, times: Mention) -> list[Pair]:
    """The only two numbers near, where words compare."""
    found = nearby.times(text, index, times) if _compares(text.sentences[index], times, text.language) else []
    return found if len(found) == 1 and _likely(times, found) else []


def _tabled(text: Text, index: int, times: Mention, facts: Facts) -> list[Pair]:
    """The two numbers of a table of which a multiple is a slip of the pen, where words compare."""
    sentence, language = text.sentences[index], text.language
    reading = tabled.Reading(
        _times, lambda pair: _agrees(times, pair.times) or _loosely(sentence, times, pair, language)
    )
    found = tabled.pair(text, index, times, facts, reading) if _compares(sentence, times, language) else None
    return _likely(times, [found] if found else [])


def _times(pair: Pair) -> Fraction:
    return pair.times


def _likely(times: Mention, found: list[Pair]) -> list[Pair]:
    return [pair for pair in found if times.exact / FAR <= pair.times <= times.exact * FAR]


def _compares(sentence: Sentence, times: Mention, language: str) -> bool:
    """Whether words of comparing stand near a multiple, so that it is not "three times a week"."""
    near = sentence.text[max(0, times.start - MARGIN) : times.end + MARGIN]
    words = ("increase", "decrease", "as_many", "doubled", "halved", "tripled")
    return any(phrases.says(language, word, near) for word in words)


def _ratio(text: Text, index: int, times: Mention, found: list[Pair]) -> Outcome:
    sentence, language = text.sentences[index], text.language
    others = (*chosen.dated(sentence, found[0].now.unit, language), *excuses.pairs(text, index, found[0]))
    for pair in (*found, *others):
        if _agrees(times, pair.times) or _loosely(sentence, times, pair, language) or _by_halves(sentence, times, pair):
            return Outcome(Verdict.HOLDS, why=_told(pair))
    closest = min(found, key=lambda pair: abs(pair.times - times.exact))
    if _generous(times, closest.times) and not _passed(sentence, times, closest, language):
        return Outcome(Verdict.AMBIGUOUS, why=f"{_told(closest)}: {plain(times.exact)} only when rounded")
    if _one_more(sentence, times, language) and _agrees(times, closest.times - 1):
        return Outcome(Verdict.AMBIGUOUS, why=f"{_told(closest)}: {plain(times.exact)} times more may be meant on top")
    return Outcome(Verdict.DIFFERS, form.marked(plain(closest.times), language), _told(closest))


def _agrees(times: Mention, exact: Fraction) -> bool:
    if times.exact.denominator == 1:
        return abs(exact - times.exact) <= times.exact * WHOLE
    return match(times.exact, exact, times.decimals) is not Match.NO


def _generous(times: Mention, exact: Fraction) -> bool:
    """Whether a whole multiple is off by at most `ROUND`: "three times" for 2.75, which words may round so far."""
    return times.exact.denominator == 1 and abs(exact - times.exact) <= times.exact * ROUND


def _passed(sentence: Sentence, times: Mention, pair: Pair, language: str) -> bool:
    """Whether a multiple is told to be passed that is not reached: "more than four times" for 3.75."""
    return hedged(sentence, times, "more_than", language) and pair.times < times.exact


def _one_more(sentence: Sentence, times: Mention, language: str) -> bool:
    """Whether "three times more than" can be read as four times as many."""
    return phrases.begins_with(language, "times_more", sentence.after(times, MARGIN))


def _loosely(sentence: Sentence, times: Mention, pair: Pair, language: str) -> bool:
    """Whether the words allow it: "more than doubled" reaches up to the next multiple, "almost" `ALMOST` down."""
    step = Fraction(1) if times.exact.denominator == 1 else Fraction(1, 10**times.decimals)
    over = hedged(sentence, times, "more_than", language) and times.exact < pair.times < times.exact + step
    under = times.exact * (1 - ALMOST) <= pair.times < times.exact
    about = hedged(sentence, times, "about", language) and abs(pair.times - times.exact) <= times.exact / 10
    return over or about or (hedged(sentence, times, "almost", language) and under)


def _by_halves(sentence: Sentence, times: Mention, pair: Pair) -> bool:
    """Whether "two and a half times", in words, is meant as roundly as a whole multiple."""
    in_words = not any(letter.isdigit() for letter in sentence.text[times.start : times.end])
    return in_words and times.exact.denominator == HALVES and abs(pair.times - times.exact) <= times.exact * WHOLE


def _told(pair: Pair) -> str:
    low, high = sorted((pair.now.exact, pair.before.exact))
    return f"{plain(high)} / {plain(low)} is {plain(half_up(pair.times, 2))}"
