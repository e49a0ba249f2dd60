"""Durations against the two dates or clock times between which they lie.

"Detained on 8 March, she left on 17 March, nine days later"; "from 05:00 to 17:30, that is 12.5 hours". The first and
the last day may both be counted. Only a duration that the words make that of the stretch is judged: a sentence of ten
days, a time limit and a break are none.
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
from kuzet.observatory.write.check.reading import clocks, moments, phrases
from kuzet.observatory.write.check.reading.clocks import Clock
from kuzet.observatory.write.check.reading.lastings import HALF, NEAR, Lasting, hedge, lastings
from kuzet.observatory.write.check.reading.moments import Moment
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Finding, Sentence, Text
from kuzet.observatory.write.check.slips import is_slip, is_swapped

HOURS: Final[dict[str, Fraction]] = {"minutes": Fraction(1, 60), "hours": Fraction(1)}
MINUTES: Final = 60
FACTOR: Final = 2
"""A duration that is off by more than this factor is of something else."""

OVER: Final = Fraction(4, 3)
"""The same where only the sentences in front tell the stretch."""

BACK: Final = 2
"""Sentences in front in which the two ends of a stretch may stand."""

PAIR: Final = 2

_END: Final = re.compile(r"[\s.!…)»”\"]*")
_ANEW: Final = re.compile(r"[^:–—(;,.]{0,40}(?::|\s[–—(])")
_BESIDE: Final = re.compile(r"[\s,(–—:-]*")


def stays(text: Text, index: int) -> Iterator[Finding]:
    """Each duration of a sentence that its words and dates make the time between them."""
    sentence, language = text.sentences[index], text.language
    for one in lastings(sentence.text, language):
        times, days = clocks.clocks(sentence.text, language), moments.days(sentence.text, language)
        at = any(time.start < one.end and one.start < time.end for time in times)
        if at or hedge(sentence.text, one, language):
            continue
        if one.unit in HOURS and len(times) >= PAIR and len(days) < PAIR:
            spans: Sequence[tuple[Fraction, ...]] = [_of_clocks(*pair) for pair in combinations(times, PAIR)]
            allowed = [told / HOURS[one.unit] for span in spans for told in span]
            sure = len(times) == PAIR and _is_of_stretch(sentence.text, one, [*times], language)
            yield from _judged(text, index, one, (allowed, Fraction(0)), sure=sure)
        else:
            over = list(_over_sentences(text, index, one)) if len(days) < PAIR and one.unit == "hours" else []
            over = over or ([] if days or times else list(_of_front(text, index, one)))
            yield from over or _of_days(text, index, one, moments.with_hours(days, times))


def _over_sentences(text: Text, index: int, one: Lasting) -> Iterator[Finding]:
    """As "It went down at 10 p.m. on 9 August. It came back at 6 a.m. on 12 August. For 56 hours nothing worked."."""
    sentence, language = text.sentences[index], text.language
    near = [
        front for front in text.sentences[max(0, index - BACK) : index + 1] if front.paragraph == sentence.paragraph
    ]
    days = [day for front in near for day in moments.days(front.text, language)]
    times = [time for front in near for time in clocks.clocks(front.text, language)]
    told = moments.with_hours(days, times)
    if len(told) != PAIR or any(moment.hour is None for moment in told):
        return
    spans = [span / lengths.DAYS[one.unit] for span in moments.apart(told[0], told[1], text.year)]
    close = spans[0] / OVER <= one.value <= spans[0] * OVER
    yield from _judged(text, index, one, (spans, Fraction(0)), sure=close)


def _of_front(text: Text, index: int, one: Lasting) -> Iterator[Finding]:
    """As "led away at 10:40 and let go at 14:25. The police held him for 3 hours 45 minutes", days and months too."""
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    if front is None or front.paragraph != sentence.paragraph:
        return
    stretch = _is_of_stretch(sentence.text, one, (), text.language)
    if not stretch and not _is_stay(sentence.text, one, text.language):
        return
    days, times = moments.days(front.text, text.language), clocks.clocks(front.text, text.language)
    spans: list[Fraction] = []
    if one.unit in HOURS and len(times) == PAIR and len(days) < PAIR:
        spans = [hours / HOURS[one.unit] for hours in _of_clocks(*times)]
    elif (
        one.unit not in HOURS and len(days) == PAIR and (one.unit in lengths.MONTHS or all(day.day.day for day in days))
    ):
        spans = list(lengths.between(*days, one, text.year))
    close = any(span / OVER <= one.value <= span * OVER or is_swapped(span, one.value) for span in spans[:1])
    slipped = any(is_slip(one.value, span) for span in spans[:1]) and _is_all_of_it(front, sentence, one, text.language)
    close = (close or slipped) if stretch else any(_is_off(one, span) for span in spans[:1])
    if spans:
        spare = Fraction(0) if one.unit in HOURS else lengths.spare(one)
        yield from _judged(text, index, one, (spans, spare), sure=close)


def _is_off(one: Lasting, span: Fraction) -> bool:
    """Whether a duration is a slip of the pen away from a stretch: in its number, or in its minutes ("3 h 15 min")."""
    minutes = [value % 1 * MINUTES for value in (one.value, span)]
    hours = one.unit == "hours" and int(one.value) == int(span) and is_slip(*minutes)
    return hours or is_slip(one.value, span)


def _is_all_of_it(front: Sentence, sentence: Sentence, one: Lasting, language: str) -> bool:
    """Whether a clause tells how long somebody was held, and neither a part of it nor how long he was ill."""
    clause = re.split(r"[,;:]", sentence.text[: one.start])[-1] + re.split(r"[,;:]", sentence.text[one.start :])[0]
    ill = [phrases.says(language, "hospital", told) for told in (front.text, sentence.text)]
    part = any(phrases.says(language, word, clause) for word in ("of_which", "of_this"))
    return phrases.says(language, "custody", clause) and not part and ill != [False, True]


def _of_days(text: Text, index: int, one: Lasting, here: Sequence[Moment]) -> Iterator[Finding]:
    """As "was detained on 12 April; after 15 days of arrest he left on 27 April", or over two sentences."""
    sentence, language = text.sentences[index], text.language
    whole = not here and _is_whole(sentence.text, one, language)
    told = [*(_in_front(text, index, PAIR - len(here)) if len(here) == 1 or whole else ()), *here]
    pairs = list(combinations(told, PAIR))
    clear = len(told) == PAIR and (one.unit in lengths.MONTHS or all(moment.day.day for moment in told))
    timed = all(moment.hour is not None for moment in here)
    ranges = [moment for moment in here if moment.ranged or timed]
    until = [moment for moment in here if _is_until(sentence.text, moment, language)]
    of_other = _is_of_other_event(sentence.text, one, here, language)
    stretch = _is_of_stretch(sentence.text, one, ranges, language) or _is_told_anew(sentence, one, here, language)
    since = phrases.begins_with(language, "since_event", sentence.text[one.end : one.end + NEAR])
    since = since and any(moment.day.year for moment in here)
    ordered = lengths.in_order(sentence.text, one, language)
    spans = [span for pair in pairs for span in lengths.between(*pair, one, text.year, ordered=ordered)]
    stay = _is_stay(sentence.text, one, language) or _is_of_stretch(sentence.text, one, until, language)
    stay = stay and any(is_slip(one.value, span) for span in spans[:1])
    sure = clear and not of_other and (whole or stretch or since or stay)
    spans += lengths.of_several(sentence, spans)
    exact = all(moment.hour is not None for moment in told)
    spare = Fraction(0) if exact and one.unit == "hours" else lengths.spare(one)
    if spans and told:
        yield from _judged(text, index, one, (spans, spare), sure=sure)


def _is_until(text: str, moment: Moment, language: str) -> bool:
    """Whether a day is told to be the end of something: "until 26 March", "26 наурызға дейін"."""
    front = phrases.ends_with(language, "until_day", text[: moment.start])
    return front or phrases.begins_with(language, "until_day_behind", text[moment.end : moment.end + NEAR])


def _is_stay(text: str, one: Lasting, language: str) -> bool:
    """Whether a sentence speaks of a cell or a hospital: a slip of the time between two days is a stay there."""
    behind = re.split("[,;:]", text[one.end : one.end + NEAR])[0]
    away = phrases.ends_with(language, "since_event_front", text[: one.start])
    return phrases.says(language, "custody", text) and not away and not phrases.says(language, "since_event", behind)


def _is_told_anew(sentence: Sentence, one: Lasting, here: Sequence[Moment], language: str) -> bool:
    """Whether a sentence says how long somebody stayed and, behind a colon or dash, from when to when."""
    behind = sentence.text[one.end : here[0].start] if len(here) == PAIR and here[0].start >= one.end else ""
    spent = phrases.says(language, "spent", re.split("[,;:]", sentence.text[: one.start])[-1])
    return spent and _ANEW.match(behind) is not None


def _in_front(text: Text, index: int, count: int) -> Sequence[Moment]:
    """The `count` days of the sentence in front, in the same paragraph; none where it tells more or fewer."""
    front = text.sentences[index - 1] if index else None
    if front is None or front.paragraph != text.sentences[index].paragraph:
        return ()
    told = moments.days(front.text, text.language)
    return told if len(told) == count else ()


def _is_whole(text: str, one: Lasting, language: str) -> bool:
    """Whether a sentence says no more than how long what is in front of it took: "The wait lasted 121 days"."""
    front, behind = text[: one.start], text[one.end :]
    if _END.fullmatch(behind):
        return _opens(language).fullmatch(front) is not None
    return _closes(language).fullmatch(behind) is not None and _fronts(language).fullmatch(front) is not None


def _of_clocks(left: Clock, right: Clock) -> tuple[Fraction, ...]:
    """Hours between two clock times, over midnight where the second is the earlier one, or told the other way round."""
    passed = right.hour - left.hour
    return (passed,) if passed > 0 else (passed + moments.HOURS, abs(passed))


def _judged(
    text: Text, index: int, one: Lasting, allowed: tuple[Sequence[Fraction], Fraction], *, sure: bool
) -> Iterator[Finding]:
    """Holds where any stretch gives the duration; differs where `sure` and the likeliest comes near."""
    spans, spare = allowed
    sentence, first = text.sentences[index], spans[0]
    held = next((span for span in spans if _fits(one, span, spare)), None)
    if held is None and not (sure and first / FACTOR <= one.value <= first * FACTOR):
        return
    if held is not None and not sure:
        return
    aside = sentence.text[: one.start].rstrip().endswith("(")
    if held is None and aside and any(_is_of(it, one, first, spare) for it in lastings(sentence.text, text.language)):
        return  # the two days are those of another duration: "from 5 January, 41 days, then for all of April (30 days)"
    shown = half_up(first, int(one.step < 1)) if one.unit in lengths.MONTHS else first
    right = "" if held is not None else form.marked(plain(shown), text.language)
    yield lengths.finding(sentence, one, right, f"{plain(first if held is None else held)} {one.unit} between the two")


def _is_of(other: Lasting, one: Lasting, span: Fraction, spare: Fraction) -> bool:
    """Whether a stretch is that of another duration told beside the one that it misses."""
    return other.start != one.start and other.unit == one.unit and _fits(other, span, spare)


def _fits(one: Lasting, span: Fraction, spare: Fraction) -> bool:
    """Days are whole: the day of the start counts or not. Of other units a part may be left out or filled up."""
    if one.unit == "days":
        return span - spare * HALF <= one.value <= span + spare
    if spare:
        return abs(one.value - span) < spare if spare > HALF else abs(one.value - span) <= spare
    whole = span.denominator == 1 or one.step < 1
    return abs(one.value - span) < one.step if not whole else abs(one.value - span) <= one.step / 4


def _is_of_stretch(text: str, one: Lasting, ends: Sequence[Moment | Clock], language: str) -> bool:
    """Whether the words make a duration that of a stretch: "after", "later", or right beside its dates or times."""
    front, behind = text[max(0, one.start - NEAR * 2) : one.start], text[one.end : one.end + NEAR]
    clause = re.split(r"[;,]", behind)[0]
    named = _lasted(language).search(front) or phrases.begins_with(language, "lasted_behind", clause)
    beside = any(
        _beside(language).fullmatch(text, end.end, one.start) or _opened(language).fullmatch(text, one.end, end.start)
        for end in ends
    )
    return bool(named) or beside


@cache
def _opens(language: str) -> re.Pattern[str]:
    words, fill = phrases.words(language, "span_opens"), phrases.words(language, "lasted_filler")
    return re.compile(rf"\W*(?:{words})[\W_]*(?:(?:{fill})\s+){{0,2}}", re.IGNORECASE)


@cache
def _fronts(language: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:(?:{phrases.words(language, 'span_fronts')})\W+)?", re.IGNORECASE)


@cache
def _closes(language: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{phrases.words(language, 'span_closes')}){_END.pattern}", re.IGNORECASE)


@cache
def _beside(language: str) -> re.Pattern[str]:
    """What stands between the two ends of a stretch and its length: ", in all "."""
    return re.compile(rf"{_BESIDE.pattern}(?:(?:{phrases.any_of(language, 'in_all', 'same_as')})\s+)?", re.IGNORECASE)


@cache
def _opened(language: str) -> re.Pattern[str]:
    """What stands between a duration and its two ends: ": from "."""
    return re.compile(rf"{_BESIDE.pattern}(?:(?:{phrases.words(language, 'from')})\s+)?", re.IGNORECASE)


def _is_of_other_event(text: str, one: Lasting, told: Sequence[Moment], language: str) -> bool:
    """Whether a duration began with something without a date: "two days after the search, on 5 May, he was heard".

    What is named in front has one: "detained on 18 January, she was tried on 6 October, 261 days after the detention".
    """
    if phrases.ends_with(language, "since_event_front", text[: one.start]):
        return True
    if not phrases.begins_with(language, "since_event", text[one.end : one.end + NEAR]):
        return False
    behind = re.split(r"[,;.]", text[one.end :])[0]
    dated = any(one.end <= moment.start < one.end + len(behind) for moment in told)
    return not (dated or stems(behind) & stems(text[: one.start]))


@cache
def _lasted(language: str) -> re.Pattern[str]:
    words, fill = phrases.words(language, "lasted"), phrases.words(language, "lasted_filler")
    return re.compile(rf"(?:{words})[\W_]*(?:(?:{fill})\s+){{0,4}}$", re.IGNORECASE)
