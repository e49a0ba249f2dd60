"""Wholes and their parts: "506, of which 114 ..., five ... and 379 ...", "379 (189 and 185)", "19 and 7, 26 in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import excuses, form, roundings
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.parts import below, funnels, leaders, multiplied, overlapping, sexes, swapped
from kuzet.observatory.write.check.parts.nested import each_of_them, inner, outer, without_edge
from kuzet.observatory.write.check.reading import flows, phrases
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
from kuzet.observatory.write.check.relations import added_up, lists, rests
from kuzet.observatory.write.check.relations.bases import fractions, is_part, opening
from kuzet.observatory.write.check.relations.lists import BRACKET
from kuzet.observatory.write.check.relations.split import Split
from kuzet.observatory.write.check.relations.ties import REACH, shared
from kuzet.observatory.write.check.slips import is_slip

COMPLETE: Final = 3
"""Parts from which on a list is taken to name all of them, when they come near to their whole."""

PAIR: Final = 2

NEAR: Final = Fraction(9, 10)
"""Parts that reach less of their whole than this were not meant to make it up: "347, of which 48 ... and 27 ..."."""

CLOSED: Final = Fraction(8, 10)
"""The same for a list of three or more parts whose last is joined by "and"."""

OVER: Final = Fraction(13, 10)
"""Parts that exceed their whole by more than this overlap, or do not belong to it."""

MISSED: Final = 1000
"""A whole so many times what its parts miss has no further part: "30,057, of whom 26,666 ... and 3,390 ..."."""

_COLON: Final = re.compile(r":\s|\s[–—]\s|;\s")


def splits(text: Text, index: int) -> Iterator[Finding]:
    """The wholes and parts of one sentence."""
    sentence = text.sentences[index]
    nested = list(_in_brackets(sentence, text.language))
    inside = {part for split in nested for part in split.parts}
    for split in nested:
        yield from _told(text, index, [split])
    listed = [split for unit in sentence.units for split in _listed(text, index, unit, inside)]
    yield from _told(text, index, listed)
    yield from list(below.odd(text, index)) or _told(text, index, list(below.below(text, index)))


def _told(text: Text, index: int, readings: Sequence[Split]) -> Iterator[Finding]:
    """The first reading whose parts add up, else the first that has another verdict."""
    sentence = text.sentences[index]
    judged = [(split, outcome) for split in readings if (outcome := _judge(text, index, split))]
    judged.sort(key=lambda one: one[1].verdict is not Verdict.HOLDS)
    for split, outcome in judged[:1]:
        shown = [one for one in (*split.parts, split.whole) if one in sentence.mentions]
        yield finding(sentence, Kind.SPLIT, outcome, *shown)


def _in_brackets(sentence: Sentence, language: str) -> Iterator[Split]:
    """Two or more counts in brackets behind a count: "379 news agencies and sites (189 - agencies and 185 - sites)"."""
    for bracket in BRACKET.finditer(sentence.text):
        barred = (
            *("including", "average", "respectively", "out_of", "against"),
            *("out_of_behind", "against_behind", "from"),
        )
        if any(phrases.says(language, word, bracket[1]) for word in barred):
            continue
        inside = [m for m in sentence.mentions if bracket.start() < m.start and m.end < bracket.end()]
        front = [m for m in sentence.of_kind("count", "amount") if m.end <= bracket.start()]
        counts = tuple(mention for mention in inside if mention.kind in ("count", "amount"))
        near = bool(front) and bracket.start() - front[-1].end <= REACH
        if near and len(counts) == len(inside) >= 2 and {one.unit for one in counts} == {front[-1].unit}:
            yield Split(front[-1], counts, complete=True)


def _listed(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """All readings of a sentence as a whole with parts, surest first."""
    if not unit:
        yield from rests.by_shares(text, index, nested)
    yield from rests.divided(text, index, unit)
    yield from rests.remaining(text, index, unit, nested)
    yield from rests.summed(text, index, unit, nested)
    yield from _behind_marker(text, index, unit, nested)
    yield from rests.others(text, index, unit, nested)
    yield from _before_verb(text, index, unit, nested)
    yield from _behind_including(text, index, unit, nested)
    yield from _behind_opening(text, index, unit, nested)
    yield from _behind_colon(text, index, unit, nested)
    yield from _by_endings(text, index, unit, nested)
    yield from _adding_up(text, index, unit)


def added(text: Text, index: int) -> Iterator[Finding]:
    """What a sentence adds up of the entries in front: "Osh (23), Naryn (18), Talas (14). These three have 55"."""
    found = added_up.added_up(text, index)
    if found is None:
        return
    split = Split(found.told, found.entries, complete=True)
    why = f"{' + '.join(plain(one.exact) for one in found.entries)} = {plain(split.sum)}"
    if split.sum == found.told.exact:
        yield finding(text.sentences[index], Kind.SPLIT, Outcome(Verdict.HOLDS, why=why), found.told)
    elif split.sum / OVER <= found.told.exact <= split.sum * OVER:
        right = form.count(split.sum, found.told, text.sentences[index], text.language)
        outcome = Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(found.told.exact)}")
        yield finding(text.sentences[index], Kind.SPLIT, outcome, found.told)


def _behind_marker(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """The list behind "of which", "of these": its whole stands in front of it, or opens it ("among these 506")."""
    sentence = text.sentences[index]
    marker = phrases.pattern(text.language, "of_which").search(sentence.text)
    if marker is None:
        return
    for parts in _lists(sentence, marker.end(), unit, nested, text.language):
        for whole in () if _told_again(text, index, marker, parts[0]) else _wholes(text, index, marker, parts):
            yield Split(whole, tuple(parts))
        opens = not sentence.text[marker.end() : parts[0].start].strip()
        if len(parts) > PAIR and opens and not is_part(sentence, parts[0], text.language):
            split = Split(parts[0], tuple(parts[1:]))
            if ";" not in sentence.between(*parts[:2]) or _goes_on(sentence, split, text.language):
                yield split


def _told_again(text: Text, index: int, marker: re.Match[str], first: Mention) -> bool:
    """Whether "of these 17 beatings 11 ..." gives a number of the sentence before again: then it is the whole."""
    near = not text.sentences[index].text[marker.end() : first.start].strip()
    return near and bool(index) and any(one.exact == first.exact for one in text.sentences[index - 1].of_kind("count"))


def _before_verb(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """A verb at the end that says what the first number consists of: "81 жағдай 45 талаптан, 12 ... 24 ... тұрады"."""
    sentence = text.sentences[index]
    verb = phrases.pattern(text.language, "of_which_behind").search(sentence.text)
    ones = [one for one in sentence.quantities(unit) if verb and one.end <= verb.start()]
    for parts in _lists(sentence, ones[0].end, unit, nested, text.language) if ones else ():
        yield Split(ones[0], tuple(one for one in parts if one.end <= ones[-1].end))


def _behind_including(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """As "1,260 requests, including 815 by newspapers and 455 by broadcasters": no more than the whole."""
    sentence = text.sentences[index]
    for marker in phrases.pattern(text.language, "including").finditer(sentence.text):
        front = [one for one in sentence.quantities(unit) if one.end <= marker.start()]
        for parts in _lists(sentence, marker.end(), unit, nested, text.language) if front else ():
            yield Split(front[-1], tuple(parts), examples=True)


def _lists(sentence: Sentence, start: int, unit: str, nested: set[Mention], language: str) -> Iterator[list[Mention]]:
    """The numbers from `start` on, and the same with each lone "one" that opens them or stands among them."""
    parts = lists.parts(sentence, start, unit, nested, language)
    lone = lists.ones(sentence, parts[0].start, language) if parts and not unit else []
    opened = lists.ones(sentence, start, language, joined=False) if parts and not unit else []
    lone += [one for one in opened if one.end <= parts[0].start and not sentence.text[start : one.start].strip(" –—-")]
    if lone:
        yield sorted([*parts, *lone], key=lambda one: one.start)
    if len(parts) >= 2:
        yield parts


def _behind_opening(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """As "Of the 506 outlets 501 are domestic and five foreign", "506 құралдың 501-і отандық, бесеуі шетелдік"."""
    sentence = text.sentences[index]
    whole = opening(sentence, text.language)
    if whole and whole.unit == unit:
        for parts in _lists(sentence, whole.end, unit, nested, text.language):
            yield Split(whole, tuple(parts))


def _behind_colon(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """As "347 incidents were recorded: 218 legal, 125 not physical and four physical"."""
    sentence = text.sentences[index]
    for colon in _COLON.finditer(sentence.text):
        ones = sentence.quantities(unit)
        front = [one for one in ones if one.end <= colon.start()]
        front = [one for one in front if sentence.order_of(one) in (None, text.year, LATEST)] or front
        if not front or phrases.says(text.language, "including", sentence.text):
            continue
        for parts in _lists(sentence, colon.end(), unit, nested, text.language):
            if phrases.says(text.language, "against", sentence.between(front[-1], parts[0])):
                continue  # "62 times, more often than journalists (54) and editors (22)"
            if not lists.announces(sentence, front[-1], colon, parts[0], text.language):
                continue
            split = Split(front[-1], tuple(parts))
            apart = ";" in sentence.between(front[-1], parts[0])
            if apart and (len(front) > 1 or not _goes_on(sentence, split, text.language)):
                continue
            yield split
            named = [part for part, whole in fractions(sentence, text.language) if whole is front[-1]]
            if (
                named and ": " in colon[0] and not any(lists.bracketed(sentence, one) for one in (named[0], front[-1]))
            ):  # "sentences were passed on 25 of the 34: eight got ..., six ..."
                yield Split(named[0], tuple(parts))


def _goes_on(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether what stands behind a semicolon may divide the number in front of it, and is no list that it opens.

    "In 18 cases nothing is known; in 12 it was the police, in 11 others", "20 in Minsk; nine in Gomel, ten elsewhere".
    """
    timed = any(sentence.order_of(one) for one in split.parts if one in sentence.mentions)
    rest = any(phrases.says(language, word, sentence.text) for word in ("rest", "rest_entry"))
    near = split.sum == split.whole.exact or is_slip(split.sum, split.whole.exact)
    return near and not timed and not (rest and split.sum > split.whole.exact)


def _by_endings(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """Numbers whose endings say that they are parts (Kazakh) behind one that is none: "19 сайт: он екісі, жетеуі"."""
    sentence = text.sentences[index]
    ones = [one for one in sentence.quantities(unit) if one not in nested]
    told = [one for one in ones if is_part(sentence, one, text.language)]
    others = [whole.start for _, whole in fractions(sentence, text.language) if told and whole.start > told[0].start]
    told = [one for one in told if one.start < min(others, default=one.end)]  # those behind are parts of another
    parts = [one for one in told if ":" not in sentence.between(told[0], one)]  # behind a colon stand parts of a part
    front = [one for one in ones if parts and one.end <= parts[0].start]
    if not front and index and text.sentences[index - 1].block == sentence.block:
        # "of nine the phones were taken. Six lost their cameras, four ...": those in front may be parts themselves, and
        # two marks may be those of the same
        near, total = text.sentences[index - 1], sum(one.exact for one in parts)
        front = [one for one in _of_now(text, index - 1, unit) if one.exact >= total or len(parts) > PAIR]
        front = [one for one in front if one.exact >= total or not is_part(near, one, text.language)]
    if front and len(parts) >= 2:
        yield Split(max(front, key=lambda one: one.value), tuple(parts))


def _adding_up(text: Text, index: int, unit: str) -> Iterator[Split]:
    """Three or more numbers of which the first or the last is all others together, whatever the words."""
    ones = text.sentences[index].quantities(unit)
    for whole, parts in ((ones[:1], ones[1:]), (ones[-1:], ones[:-1])):
        if len(parts) >= 2 and whole[0].exact == sum(part.exact for part in parts):
            yield Split(whole[0], tuple(parts))


def _wholes(text: Text, index: int, marker: re.Match[str], parts: list[Mention]) -> list[Mention]:
    """The whole: a count in front of the marker, or a count of the sentence before."""
    sentence = text.sentences[index]
    highest, unit = max(part.value for part in parts), parts[0].unit
    front = [one for one in sentence.quantities(unit) if one.end <= marker.start() and one.value >= highest]
    if front:
        return front[-1:]
    before = _of_now(text, index - 1, unit) if index else []
    earlier = [one for one in before if one.value >= highest]
    fitting = [one for one in earlier if one.value == sum(part.value for part in parts)]
    return fitting[:1] or earlier[:1]


def _of_now(text: Text, index: int, unit: str) -> list[Mention]:
    """The numbers of a sentence but those of an earlier time, which is no whole of what follows."""
    sentence = text.sentences[index]
    return [one for one in sentence.quantities(unit) if sentence.order_of(one) in (None, text.year, LATEST)]


def _judge(text: Text, index: int, split: Split) -> Outcome | None:
    """The verdict; None for parts that were not meant to make up the whole."""
    sentence, language = text.sentences[index], text.language
    apart = excuses.paid(sentence, split, language) or multiplied.is_other(sentence, split, language)
    outcome = None if apart else _of_parts(sentence, split, language)
    if outcome is None or outcome.verdict is Verdict.HOLDS:
        return outcome
    if why := multiplied.told(sentence, split):
        return Outcome(Verdict.HOLDS, why=why)
    if roundings.explains(split.whole, split.parts):
        return Outcome(Verdict.AMBIGUOUS, why=f"{split.told}: rounding alone can explain it")
    left = 0 < split.whole.exact - split.sum <= excuses.unnumbered(text, index, split)
    if left or leaders.is_entry(text, index, split) or _in_turn(sentence, split, language):
        return None
    if _is_apart(text, index, split, outcome) or excuses.names_foremost(sentence, split, language):
        return None
    if not _opens(text, index, split) and (
        excuses.of_another(text, index, split) or excuses.is_beside_rest(text, index, split)
    ):
        return None
    longer = excuses.divides(text, index, split)
    rest = swapped.rest(text, index, split) if outcome.verdict is Verdict.AMBIGUOUS else None
    if rest:
        right = form.count(rest[1], rest[0], sentence, language)
        return Outcome(Verdict.DIFFERS, right, f"{outcome.why.partition(' of ')[0]}, not {plain(split.whole.exact)}")
    if not longer and outcome.verdict is Verdict.AMBIGUOUS and sexes.are_all(text, index, split):
        right = form.count(split.sum, split.whole, sentence, language)
        return Outcome(Verdict.DIFFERS, right, f"{outcome.why.partition(' of ')[0]}, not {plain(split.whole.exact)}")
    return Outcome(Verdict.HOLDS, why=longer) if longer else outcome


def _is_apart(text: Text, index: int, split: Split, outcome: Outcome) -> bool:
    """Whether some parts may be in others too, or are told of something else."""
    sentence, language = text.sentences[index], text.language
    aside = _bracketed_apart(sentence, split)
    if split.sum <= split.whole.exact:
        return aside and outcome.verdict is Verdict.AMBIGUOUS
    overlap = excuses.overlap(sentence, language) or sexes.cross(sentence, split, language)
    return aside or overlap or overlapping.overlap(text, index, split) or excuses.told_apart(sentence, split)


def _bracketed_apart(sentence: Sentence, split: Split) -> bool:
    """Whether a lone number in brackets is said of the one in front: "41 of the 60, mostly without a reason (33)"."""
    inside = [lists.bracketed(sentence, one) for one in split.parts if one in sentence.mentions]
    return inside.count(True) == 1 and len(inside) > 1


def _in_turn(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether some numbers came behind one another: stages of the same cases, what came and went of a stock."""
    moved = flows.are_flows(sentence, split.whole, split.parts, language)
    return moved or funnels.is_funnel(sentence, split.parts, language)


def _opens(text: Text, index: int, split: Split) -> bool:
    """Whether all numbers of a sentence divide the whole that opens it, or the one in front, down to its rest.

    "Of the 14 nine ...; in the other five", "Of the 32 nine are women, 23 men. Ten were tried, the other 22 were not".
    """
    sentence = text.sentences[index]
    parts = tuple(one for one in sentence.quantities(split.whole.unit) if one is not split.whole)
    if parts != split.parts or not parts:
        return False
    if split.rest is not parts[-1]:
        return split.rest is None and opening(sentence, text.language) is split.whole
    near = sentence if split.whole in sentence.mentions else text.sentences[index - 1]
    return opening(near, text.language) is split.whole


def _of_parts(sentence: Sentence, split: Split, language: str) -> Outcome | None:
    total, whole = split.sum, split.whole.exact
    why = split.told
    if whole in (total, without_edge(sentence, split, language)):
        return Outcome(Verdict.HOLDS, why=why)
    parts = outer(sentence, split, language)
    if len(parts) < len(split.parts) and not split.examples:
        return _of_parts(sentence, replace(split, parts=parts), language) if len(parts) >= PAIR else None
    if split.fewer or _of_another(sentence, split, language):
        return None
    if total > whole and each_of_them(sentence, split, language):
        return None
    if split.examples:
        over = whole < total <= whole * 2 - whole * NEAR
        return Outcome(Verdict.DIFFERS, form.count(total, split.whole, sentence, language), why) if over else None
    if split.rest is not None:
        return _judge_rest(sentence, split, language, f"{why}, not {plain(whole)}")
    is_closed = lists.closed(sentence, split.parts, language) or lists.closed_two(sentence, split, language)
    least = CLOSED if is_closed else NEAR
    if not whole * least <= total <= whole * OVER and not (split.complete and whole / OVER <= total <= whole * OVER):
        told = swapped.meant(split) if is_closed or _all_parts(sentence, split, language) else None
        if told:
            right = form.count(told[1], told[0], sentence, language)
            return Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(whole)}")
        near = len(split.parts) >= COMPLETE and abs(total - whole) <= 1
        return Outcome(Verdict.AMBIGUOUS, why=f"{why} of {plain(whole)}") if near else None
    if total > whole or _is_complete(sentence, split, language):
        right = form.count(total, split.whole, sentence, language)
        return Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(whole)}")
    return Outcome(Verdict.AMBIGUOUS, why=f"{why} of {plain(whole)}: the list may not name all parts")


def _is_complete(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether a list names all parts: it is long, an "and" closes it, or next to nothing of its whole is missing."""
    missed = (split.whole.exact - split.sum) * MISSED <= split.whole.exact
    named = split.complete or len(split.parts) >= COMPLETE
    return named or missed or lists.closed_two(sentence, split, language)


def _all_parts(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether the endings of three or more numbers say that they are parts."""
    return len(split.parts) >= COMPLETE and all(
        one in sentence.mentions and is_part(sentence, one, language) for one in split.parts
    )


def _judge_rest(sentence: Sentence, split: Split, language: str, why: str) -> Outcome | None:
    """A rest is put right, not its whole: the whole is told by itself, the rest follows from it."""
    assert split.rest is not None  # noqa: S101  (only a split with a rest comes here)
    right = split.rest.exact + split.whole.exact - split.sum
    over = swapped.WIDE if is_slip(split.rest.exact, right) else OVER
    if right <= 0 or not split.whole.exact / OVER <= split.sum <= split.whole.exact * over:
        return None
    return Outcome(Verdict.DIFFERS, form.count(right, split.rest, sentence, language), why)


def _of_another(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether the parts were not meant to make up the whole: their percentages leave a rest, or one divides another."""
    shares = shared(sentence, language)
    percents = [shares[part].exact for part in split.parts if part in shares]
    left = len(percents) == len(split.parts) and sum(percents) + Fraction(len(percents), 2) < 100
    return left or bool(inner(sentence, split.parts))
