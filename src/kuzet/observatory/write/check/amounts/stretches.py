"""Durations that speak of the stretch between two days told in their sentence or in front of it.

"Blocked on 4 March, open again on 16 May. Over these 73 days"; "from 11 to 28 August ... 17 days in all"; "the verdict
came 259 days after the raid", which another sentence dates; "nearly three months later". What `stays` judges by
stricter words is not judged again here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.amounts import lengths
from kuzet.observatory.write.check.arithmetic import half_up, plain
from kuzet.observatory.write.check.reading import moments, phrases
from kuzet.observatory.write.check.reading.lastings import NEAR, Lasting, hedge, lastings
from kuzet.observatory.write.check.reading.moments import Moment
from kuzet.observatory.write.check.reading.stems import alike, words
from kuzet.observatory.write.check.reading.words import Finding, Sentence, Text
from kuzet.observatory.write.check.slips import is_slip

BACK: Final = 2
"""Sentences in front in which the two ends of a stretch may stand."""

EVENTS: Final = 8
"""Sentences in front in which an event may be dated that a duration began with."""

PAIR: Final = 2

LONG: Final = 10
"""Days from which on a slip of the pen is no other term by chance."""

KINDS: Final = ("event_search", "event_arrest", "event_attack", "event_blocking")
"""Relations of words for one kind of event: a "raid" may have been told as a "search"."""

FACTOR: Final = 2
"""A duration that is off by more than this factor is of something else."""

UNDER: Final = Fraction(4, 5)
"""What is "almost" a duration is at least this part of it."""

ABOUT: Final = Fraction(1, 3)
"""By how much of itself a duration told as "about" so long may be off."""

_CLAUSE: Final = re.compile(r"[,;:.(–—]")


def stretches(text: Text, index: int) -> Iterator[Finding]:
    """Each duration of a sentence that its words make that of a stretch told beside it."""
    sentence, language = text.sentences[index], text.language
    for one in lastings(sentence.text, language):
        if one.unit not in ("days", "weeks", "months"):
            continue
        hedged = hedge(sentence.text, one, language)
        if hedged:
            yield from _roughly(text, index, one, hedged)
        elif _is_pointed_at(sentence, one, language):
            yield from _exactly(text, index, one, _ends(text, index), sure=True)
        elif _is_of_range(sentence, one, language):
            yield from _exactly(text, index, one, _ends(text, index), sure=False)
        else:
            yield from _exactly(text, index, one, _since_event(text, index, one), sure=True)


def _ends(text: Text, index: int) -> Sequence[Moment]:
    """The two days of a sentence, or those of the nearest sentence in front that has any; none where there are more."""
    sentence = text.sentences[index]
    for near in reversed(text.sentences[max(0, index - BACK) : index + 1]):
        told = moments.days(near.text, text.language) if near.block == sentence.block else ()
        if told:
            return told if len(told) == PAIR and all(one.day.day for one in told) else ()
    return ()


def _is_pointed_at(sentence: Sentence, one: Lasting, language: str) -> bool:
    """Whether a duration is told as known: "these 73 days", "за эти 73 дня"."""
    return _these(language).search(sentence.text[max(0, one.start - NEAR) : one.start]) is not None


@cache
def _these(language: str) -> re.Pattern[str]:
    fill = phrases.words(language, "lasted_filler")
    return re.compile(rf"(?:{phrases.words(language, 'stretch_these')})\s(?:(?:{fill})\s)*$", re.IGNORECASE)


def _is_of_range(sentence: Sentence, one: Lasting, language: str) -> bool:
    """Whether a duration sums up, or names what went on: "17 days in all", "12 days of silence"."""
    front, behind = sentence.text[max(0, one.start - NEAR) : one.start], sentence.text[one.end : one.end + NEAR * 2]
    summed = phrases.ends_with(language, "stretch_all", front)
    return summed or phrases.begins_with(language, "stretch_of", behind)


def _exactly(text: Text, index: int, one: Lasting, ends: Sequence[Moment], *, sure: bool) -> Iterator[Finding]:
    """Holds between any two days told near; differs where `sure`, or by a slip of the pen."""
    sentence = text.sentences[index]
    if len(ends) != PAIR:
        return
    first, *others = lengths.between(ends[0], ends[1], one, text.year)
    others += [span for pair in _pairs(text, index) for span in lengths.between(*pair, one, text.year)]
    others += lengths.of_several(sentence, [first])
    unit = f"{one.unit} between the two"
    held = next((span for span in (first, *others) if abs(span - one.value) <= lengths.spare(one)), None)
    if held is not None:
        yield lengths.finding(sentence, one, "", f"{plain(held)} {unit}")
    elif _is_near(one.value, first) if sure else _is_too_long(one.value, first):
        shown = first if one.unit == "days" else half_up(first, 0)
        yield lengths.finding(sentence, one, form.marked(plain(shown), text.language), f"{plain(first)} {unit}")


def _is_near(told: Fraction, exact: Fraction) -> bool:
    return exact / FACTOR <= told <= exact * FACTOR or _is_slip(told, exact)


def _is_too_long(told: Fraction, exact: Fraction) -> bool:
    """Whether a sum of days is longer than the stretch by a slip of the pen: less may have been off only at times."""
    return told >= LONG and told > exact and _is_slip(told, exact)


def _is_slip(told: Fraction, exact: Fraction) -> bool:
    return any(is_slip(told, exact + day) for day in (0, 1))


def _pairs(text: Text, index: int) -> Iterator[tuple[Moment, Moment]]:
    """Any two days of a sentence and those in front of it."""
    block = text.sentences[index].block
    near = [one for one in text.sentences[max(0, index - BACK) : index + 1] if one.block == block]
    yield from combinations((day for one in near for day in moments.days(one.text, text.language)), PAIR)


def _since_event(text: Text, index: int, one: Lasting) -> Sequence[Moment]:
    """The day of a sentence and that of the event named behind "days after", as a sentence in front dates it."""
    sentence, language = text.sentences[index], text.language
    here = moments.days(sentence.text, language)
    event = _event(sentence, one, language)
    named, kinds = words(event), [kind for kind in KINDS if phrases.says(language, kind, event)]
    if len(here) != 1 or here[0].day.day is None or not named:
        return ()
    for near in reversed(text.sentences[max(0, index - EVENTS) : index]):
        days = moments.days(near.text, language)
        alike_ = any(alike(own, other) for own in named for other in words(near.text))
        if days and (alike_ or any(phrases.says(language, kind, near.text) for kind in kinds)):
            return (*days, *here) if len(days) == 1 and days[0].day.day else ()
    return ()


def _event(sentence: Sentence, one: Lasting, language: str) -> str:
    """The words of the event that a duration is told to have begun with; "" where there are none."""
    front, behind = sentence.text[: one.start], sentence.text[one.end :]
    after = phrases.pattern(language, "stretch_after").match(behind.lstrip())
    if after:
        return _CLAUSE.split(behind.lstrip()[after.end() :])[0]
    before = phrases.pattern(language, "stretch_after_front").search(front[-NEAR * 2 :])
    return before[0] if before else ""


def _roughly(text: Text, index: int, one: Lasting, hedged: str) -> Iterator[Finding]:
    """As "nearly three months later": wrong where the time between the two days is clearly another."""
    sentence, language = text.sentences[index], text.language
    here = moments.days(sentence.text, language)
    if not _is_later(sentence, one, language) or len(here) != PAIR or not all(day.day.day for day in here):
        return
    ordered = lengths.in_order(sentence.text, one, language)
    spans = list(lengths.between(*here, one, text.year, ordered=ordered))
    if any(_is_roughly(one, span, hedged) for span in spans):
        yield lengths.finding(sentence, one, "", f"{plain(spans[0])} {one.unit} between the two")
    elif _is_near(one.value, spans[0]):
        right = form.marked(plain(half_up(spans[0], 0)), language)
        yield lengths.finding(sentence, one, right, f"{plain(spans[0])} {one.unit} between the two")


def _is_roughly(one: Lasting, span: Fraction, hedged: str) -> bool:
    step = one.step if one.unit != "days" else one.value * (1 - UNDER)
    if hedged == "about":
        return abs(span - one.value) <= max(one.value * ABOUT, step)
    if hedged == "more_than":
        return span >= one.value - one.step / 10
    if hedged == "less_than":
        return span <= one.value + one.step
    return min(one.value * UNDER, one.value - step) <= span <= one.value + one.step / 4


def _is_later(sentence: Sentence, one: Lasting, language: str) -> bool:
    """Whether a duration parts the two days: "five months later", "спустя почти пять месяцев"."""
    front, behind = sentence.text[max(0, one.start - NEAR) : one.start], sentence.text[one.end : one.end + NEAR]
    return phrases.says(language, "stretch_later_front", front) or phrases.says(
        language, "stretch_later", re.split(r"[,;:.]", behind)[0]
    )
