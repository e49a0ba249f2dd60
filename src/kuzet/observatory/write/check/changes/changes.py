"""Changes between years: "a drop of 6% on 2023 (369 cases)", "by a third", "11 more than a year earlier (36)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import excuses, form, guesses, roundings
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.changes import elsewhere, known, moved, nearby, points, tabled, twice, versus
from kuzet.observatory.write.check.parts import told
from kuzet.observatory.write.check.reading import phrases, set_against
from kuzet.observatory.write.check.reading.concepts import ALL
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.hedges import LOOSE, hedged, portion_holds
from kuzet.observatory.write.check.reading.senses import direction, is_share
from kuzet.observatory.write.check.reading.set_against import Pair
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
from kuzet.observatory.write.check.relations import around, chosen, lists, pairs, series
from kuzet.observatory.write.check.relations.facts import Facts

MARGIN: Final = 60

FAR: Final = 40
"""Points by which two numbers that no word ties may exceed a percentage that is said of them."""

LARGE: Final = 50
"""Percent from which on a change may be off by more points than smaller ones."""

SIDES: Final = 2

NO_PAIR: Final = Outcome(Verdict.UNCHECKABLE, why="no two numbers of the text stand for now and before")


def changes(text: Text, index: int, facts: Facts) -> Iterator[Finding]:
    """Percentages of change in one sentence, fractions ("by a third") and plain differences ("by nine") too."""
    sentence = text.sentences[index]
    for percent in sentence.of_kind("percent", "portion", "points"):
        if percent.kind != "points" and is_share(sentence, percent, text.language):
            continue
        outcome = points.of_levels(text, index, percent) or _change(text, index, percent)
        if outcome.verdict is Verdict.UNCHECKABLE and percent.kind == "percent":
            up = direction(sentence, percent, text.language)
            listed = _of_series(text, index, percent, facts)
            outcome = told.change(text, index, percent, facts, up=up) or listed or outcome
        if outcome.verdict is Verdict.UNCHECKABLE and percent.kind == "percent":
            outcome = _twice(text, index, percent, facts) or _known(text, index, percent, facts) or outcome
        if outcome.verdict is Verdict.UNCHECKABLE and percent.kind != "points":
            near = _moved(text, index, percent, facts) or _nearby(text, index, percent)
            outcome = near or _tabled(text, index, percent, facts) or outcome
        if outcome.verdict is not Verdict.UNCHECKABLE or percent.kind == "percent":
            yield finding(sentence, Kind.CHANGE, outcome, percent, margin=MARGIN)
    for delta in deltas(sentence, text.language):
        outcome_ = _difference(text, index, delta) or moved.difference(text, index, delta, facts)
        if outcome_ and outcome_.verdict is Verdict.DIFFERS and sentence.of_kind("count") == (delta,):
            outcome_ = moved.of_mentioned(text, index, delta, facts) or outcome_
        if outcome_:
            yield finding(sentence, Kind.CHANGE, outcome_, delta, margin=MARGIN)


def _difference(text: Text, index: int, delta: Mention) -> Outcome | None:
    """The verdict on "by nine": what the pair of its sentence, or of the one in front, leaves between them."""
    sentence = text.sentences[index]
    if told := next(filter(None, (_of_base(text, index, delta, one) for one in sentence.of_kind("percent"))), None):
        return told
    strong = [pair for pair in pairs.strong(text, index) if delta not in pair]
    found = [pair for pair in strong if _beside(sentence, pair, delta, text.language)]
    free = [pair for pair in pairs.only_two(text, index) if not _in_clause_behind(sentence, pair, delta)]
    found = found or [pair for pair in free if _beside(sentence, pair, delta, text.language)]
    if not found and (told_ := versus.pair(text, index, delta)):
        found = [told_]
    if not found:
        return None
    if any(abs(pair.now.exact - pair.before.exact) == delta.exact for pair in found):
        return Outcome(Verdict.HOLDS, why=_subtracted(found[0]))
    away = not any(one in sentence.mentions for one in found[0])  # "obstruction rose by seven, censorship by three"
    if (
        len(found) > 1
        or _far_off(sentence, found[0], delta, text.language)
        or (away and _has_others(sentence, delta, text.language))
    ):
        return None
    off = abs(found[0].now.exact - found[0].before.exact)
    if _any_two(sentence, delta, text.language) or _is_round(off, delta, found[0]):
        return None
    right = form.count(off, delta, sentence, text.language)
    return Outcome(Verdict.DIFFERS, right, _subtracted(found[0]))


def _has_others(sentence: Sentence, delta: Mention, language: str) -> bool:
    """Whether a sentence tells several differences, so that none of them is surely of the numbers in front."""
    return any(one is not delta for one in deltas(sentence, language))


def _is_round(off: Fraction, delta: Mention, pair: Pair) -> bool:
    """Whether rounding alone may part a difference from that of two numbers: "seven thousand fewer" for 7,069."""
    return abs(off - delta.exact) <= delta.spare + pair.now.spare + pair.before.spare


def _far_off(sentence: Sentence, pair: Pair, delta: Mention, language: str) -> bool:
    """Whether a difference is far from that of two numbers which no "from" and "to" ties."""
    off = abs(pair.now.exact - pair.before.exact)
    tied = _is_here(pair, sentence) and any(set_against.from_to(sentence, *two, language) for two in (pair, pair[::-1]))
    return not tied and not guesses.like(delta.exact, off)


def _any_two(sentence: Sentence, delta: Mention, language: str) -> bool:
    """Whether any two numbers of a sentence are so far apart."""
    told = [one.exact for one in pairs.compared(sentence, delta.unit, language)]
    return any(high - low == delta.exact for high in told for low in told)


def _in_clause_behind(sentence: Sentence, pair: Pair, delta: Mention) -> bool:
    """Whether a comma parts a difference from a later number: "23 were fined, 15 more than before, and seven paid"."""
    return any("," in sentence.between(delta, one) for one in pair if one.start > delta.end)


def _beside(sentence: Sentence, pair: Pair, delta: Mention, language: str) -> bool:
    """Whether a difference may be of two numbers: no "and" parts it from the later ("63 fewer than here, and X 41").

    Nor a semicolon, nor are both in brackets of something else: "five more interrogations, but searches (6 to 3)".
    """
    here = [one for one in pair if one in sentence.mentions]
    parted = any(";" in sentence.between(*sorted((delta, one), key=lambda each: each.start)) for one in here)
    parted |= any(phrases.says(language, "and", sentence.between(delta, one)) for one in here if one.start >= delta.end)
    inside = len(here) == SIDES and all(lists.bracketed(sentence, one) for one in here)
    return pair.now.unit == delta.unit and not parted and (not inside or lists.bracketed(sentence, delta))


def _of_base(text: Text, index: int, delta: Mention, percent: Mention) -> Outcome | None:
    """A difference, its percentage and the only other number agree: "there were 74, now 14 fewer (down 19%)"."""
    base = pairs.compared(text.sentences[index], delta.unit, text.language)
    if len(base) != 1 or not base[0].value:
        return None
    exact = delta.exact * 100 / base[0].exact
    held = match(percent.exact, exact, percent.decimals) is not Match.NO
    return (
        Outcome(Verdict.HOLDS, why=f"{plain(delta.exact)} of {plain(base[0].exact)} is {plain(exact)}%")
        if held
        else None
    )


def _subtracted(pair: Pair) -> str:
    high, low = max(pair.now.exact, pair.before.exact), min(pair.now.exact, pair.before.exact)
    return f"{plain(high)} - {plain(low)} = {plain(high - low)}"


def _change(text: Text, index: int, percent: Mention) -> Outcome:
    sentence, language = text.sentences[index], text.language
    if percent.kind == "points":
        return NO_PAIR
    way = pairs.whole_way(sentence, language)
    if way and [_agrees(pair, percent, text, index) for pair in way] == [True, False]:
        return Outcome(Verdict.AMBIGUOUS, why=f"{_told(way[0])}, but {_told(way[1])}")
    restated = (_of_base(text, index, delta, percent) for delta in deltas(sentence, language))
    return next(filter(None, restated), None) or _of_pairs(text, index, percent)


def _of_pairs(text: Text, index: int, percent: Mention) -> Outcome:
    sentence, language = text.sentences[index], text.language
    strong = pairs.referred(text, index, percent) or pairs.strong(text, index)
    strong = [pair for pair in strong if chosen.fits(sentence, percent, pair, language)]
    strong = [pair for pair in strong if not _taken(text, index, pair, percent)]
    strong = [pair for pair in strong if _is_here(pair, sentence) or _is_meant(text, index, pair, percent)]
    own = _fitting(chosen.nearest(sentence, percent, strong), percent, sentence, language)
    if not strong:
        free = [pair for pair in pairs.only_two(text, index) if not _taken(text, index, pair, percent, turned=True)]
        turned = _turned(free, percent, sentence, language)
        own = [pair for pair in turned if chosen.fits(sentence, percent, pair, language)]
    tied = own and pairs.own(text, index)  # what the sentence itself sets against each other needs no other numbers
    wider = [] if tied else _fitting(elsewhere.wider(text, index), percent, sentence, language)
    for pair in (*own, *wider):
        if _agrees(pair, percent, text, index):
            return Outcome(Verdict.HOLDS, why=_told(pair))
    values = {abs(pair.percent) for pair in own}
    if len(values) == 1:
        far = percent.kind == "percent" or not guesses.near(percent.exact, own[0].percent)
        excused = excuses.pairs(text, index, own[0]) if far else ()
        others = [*chosen.dated(sentence, own[0].now.unit, language), *excused]
        others = _fitting(others, percent, sentence, language)
        if other := next((pair for pair in others if _agrees(pair, percent, text, index)), None):
            return Outcome(Verdict.HOLDS, why=_told(other))
        agrees = match(percent.exact, own[0].percent, percent.decimals)
        cut = ", cut off instead of rounded" if agrees is Match.CUT else ""
        right = form.percent(values.pop(), _decimals(percent), language)
        return Outcome(Verdict.DIFFERS, right, _told(own[0]) + cut)
    if not strong and not own and (elsewhere_ := _elsewhere(text, index, percent)):
        return elsewhere_
    if len(strong) == 1 and not own and _is_here(strong[0], sentence):
        told_ = (*excuses.pairs(text, index, strong[0]), *excuses.of_units(text, index, strong[0]))
        others = _fitting(told_, percent, sentence, language)
        if other := next((pair for pair in others if _agrees(pair, percent, text, index)), None):
            return Outcome(Verdict.HOLDS, why=_told(other))
        behind = sentence.text[max(one.end for one in strong[0]) : percent.start]
        if phrases.says(language, "instead", behind) or chosen.turns(sentence, percent, strong[0], language):
            return NO_PAIR  # "fell from 180 to 166, but fines rose by 23%" is of something else
        signed = form.marked(plain_signed(strong[0].percent), language)
        return Outcome(Verdict.DIFFERS, f"{signed}%", _told(strong[0]))
    return NO_PAIR


def _taken(text: Text, index: int, pair: Pair, percent: Mention, *, turned: bool = False) -> bool:
    """Whether two numbers belong to another percentage beside them, which is right, or one is only a difference."""
    for sentence in text.sentences[max(0, index - 1) : index + 1]:
        if not any(one in sentence.mentions for one in pair):
            continue
        if any(one in pair for one in deltas(sentence, text.language)):
            return True
        others = [one for one in sentence.of_kind("percent") if one is not percent]
        ways = [abs(one.percent) for one in (pair, Pair(pair.before, pair.now))[: 1 + turned]]
        if any(match(one.exact, way, one.decimals) is not Match.NO for one in others for way in ways):
            return match(percent.exact, abs(pair.percent), percent.decimals) is Match.NO
    return False


def _is_here(pair: Pair, sentence: Sentence) -> bool:
    """Whether a number of a pair stands in the sentence of the change; else the two may be of something else."""
    return any(one in sentence.mentions for one in pair)


def _is_meant(text: Text, index: int, pair: Pair, percent: Mention) -> bool:
    """Whether two numbers told in front may be what a change is said of: it is not far off, and names nothing new."""
    near = abs(abs(pair.percent) - percent.exact) <= FAR
    return near and (_agrees(pair, percent, text, index) or not around.strange(text, index, percent))


def _of_series(text: Text, index: int, percent: Mention, facts: Facts) -> Outcome | None:
    """The verdict by the numbers of two years that the text lists; None where they go the other way."""
    sentence, language = text.sentences[index], text.language
    pair = series.pair(text, index, percent, facts.by_year(ALL))
    if pair is None or not _fitting([pair], percent, sentence, language):
        return None
    if _agrees(pair, percent, text, index):
        return Outcome(Verdict.HOLDS, why=_told(pair))
    return Outcome(Verdict.DIFFERS, form.percent(abs(pair.percent), _decimals(percent), language), _told(pair))


def _known(text: Text, index: int, percent: Mention, facts: Facts) -> Outcome | None:
    """The verdict by what the text gives for the two years; None where it goes the other way, or is far off."""
    sentence, language = text.sentences[index], text.language
    found = known.pair(text, index, percent, facts)
    if found is None or not _fitting([found], percent, sentence, language):
        return None
    if _agrees(found, percent, text, index):
        return Outcome(Verdict.HOLDS, why=_told(found))
    right = form.percent(abs(found.percent), _decimals(percent), language)
    near = guesses.near(percent.exact, found.percent)
    return Outcome(Verdict.DIFFERS, right, _told(found)) if near else None


def _moved(text: Text, index: int, percent: Mention, facts: Facts) -> Outcome | None:
    """The verdict by the two numbers of an entry of a table or a list; None where they go the other way or are far."""
    found = moved.moved(text, index, percent, facts)
    if found is None or not found.agrees:
        return None
    if held := next((pair for pair in (found.meant, *found.others) if _agrees(pair, percent, text, index)), None):
        return Outcome(Verdict.HOLDS, why=_told(held))
    if not _fitting([found.meant], percent, text.sentences[index], text.language):
        return None
    right = form.percent(abs(found.meant.percent), _decimals(percent), text.language)
    large = abs(found.meant.percent) >= LARGE and guesses.like(percent.exact, abs(found.meant.percent))
    near = large or guesses.near(percent.exact, found.meant.percent)
    return Outcome(Verdict.DIFFERS, right, _told(found.meant)) if near else None


def _tabled(text: Text, index: int, percent: Mention, facts: Facts) -> Outcome | None:
    """The verdict on a slip of what a table gives for a row that the words mention; None where it goes another way."""
    reading = tabled.Reading(_percent, lambda pair: _agrees(pair, percent, text, index))
    found = tabled.pair(text, index, percent, facts, reading) if percent.kind == "percent" else None
    if found is None or not _fitting([found], percent, text.sentences[index], text.language):
        return None
    right = form.percent(abs(found.percent), _decimals(percent), text.language)
    return Outcome(Verdict.DIFFERS, right, _told(found))


def _percent(pair: Pair) -> Fraction:
    return pair.percent


def _nearby(text: Text, index: int, percent: Mention) -> Outcome | None:
    """The verdict by the only two numbers near; None where the claim may speak of something else."""
    sentence, language = text.sentences[index], text.language
    up = direction(sentence, percent, language)
    found = list(nearby.pairs(text, index, percent, up=up))
    if held := next((pair for pair in found if _agrees(pair, percent, text, index)), None):
        return Outcome(Verdict.HOLDS, why=_told(held))
    found = [pair for pair in found if chosen.fits(sentence, percent, pair, language)]
    meant = [pair for pair in found if up is not None and _is_like(sentence, percent, pair)]
    if len(meant) != 1 or _taken(text, index, meant[0], percent, turned=True):
        return None
    return Outcome(Verdict.DIFFERS, form.percent(abs(meant[0].percent), _decimals(percent), language), _told(meant[0]))


def _is_like(sentence: Sentence, percent: Mention, pair: Pair) -> bool:
    """Whether a change may have been meant to be that of two numbers; those of its sentence may be further off."""
    here = all(one in sentence.mentions for one in pair)
    return guesses.alike(percent.exact, pair.percent) if here else guesses.near(percent.exact, pair.percent)


def _twice(text: Text, index: int, percent: Mention, facts: Facts) -> Outcome | None:
    """The verdict by two levels that are as far apart as the difference beside a percentage says."""
    sentence, language = text.sentences[index], text.language
    found = _fitting(twice.levels(text, index, percent, facts), percent, sentence, language)
    if held := next((pair for pair in found if _agrees(pair, percent, text, index)), None):
        return Outcome(Verdict.HOLDS, why=_told(held))
    if len({abs(pair.percent) for pair in found}) != 1:
        return None
    right = form.percent(abs(found[0].percent), _decimals(percent), language)
    return Outcome(Verdict.DIFFERS, right, _told(found[0]))


def _elsewhere(text: Text, index: int, percent: Mention) -> Outcome | None:
    """The verdict by a base that the text tells in another place; None where that goes the other way."""
    sentence, language = text.sentences[index], text.language
    found = elsewhere.pair(text, index)
    if found is None or not _fitting([found], percent, sentence, language):
        return None
    right = form.percent(abs(found.percent), _decimals(percent), language)
    held = _agrees(found, percent, text, index)
    if not held and not guesses.near(percent.exact, found.percent):
        return None
    return Outcome(Verdict.HOLDS if held else Verdict.DIFFERS, "" if held else right, _told(found))


def _decimals(percent: Mention) -> int:
    """The digits to print: none for a fraction in words."""
    return percent.decimals if percent.kind == "percent" else 0


def _turned(found: Iterable[Pair], percent: Mention, sentence: Sentence, language: str) -> Iterator[Pair]:
    """Two numbers whose order the words do not tell, in the direction that the words of the change give."""
    up = direction(sentence, percent, language)
    for pair in found:
        low, high = sorted(pair, key=lambda one: one.value)
        turned = Pair(high, low) if up else Pair(low, high)
        if up is not None and 0 < abs(turned.percent) <= percent.exact + FAR:
            yield turned


def _agrees(pair: Pair, percent: Mention, text: Text, index: int) -> bool:
    sentence, language = text.sentences[index], text.language
    if percent.kind == "portion":
        return portion_holds(percent, abs(pair.percent), sentence, language)
    agrees = match(percent.exact, pair.percent, percent.decimals)
    if agrees in (Match.ROUNDED, Match.BOTH) or (agrees is Match.CUT and text.cuts):
        return True
    if percent.kind == "percent" and roundings.of_change(percent, *pair):
        return True
    off = abs(pair.percent) - percent.exact
    allowed = Fraction(max(LOOSE, int(percent.exact / 10)))
    over = 0 < off <= allowed and hedged(sentence, percent, "more_than", language)
    under = -allowed <= off < 0 and hedged(sentence, percent, "almost", language)
    return over or under or (abs(off) <= allowed and hedged(sentence, percent, "about", language))


def _fitting(found: Iterable[Pair], percent: Mention, sentence: Sentence, language: str) -> list[Pair]:
    """Pairs that go in the direction that the words give."""
    up = direction(sentence, percent, language)
    if up is None:
        return [pair for pair in found if pair.percent]
    return [pair for pair in found if pair.percent and (pair.percent > 0) == up]


def _told(pair: Pair) -> str:
    now, before = plain(pair.now.exact), plain(pair.before.exact)
    return f"from {before} to {now} is {'+' if pair.percent > 0 else ''}{plain_signed(pair.percent)}%"


def plain_signed(value: Fraction) -> str:
    """`plain` with the sign of a fall."""
    return f"-{plain(-value)}" if value < 0 else plain(value)
