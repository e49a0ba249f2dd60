"""How long it was between two days in the unit of a duration, and what is told of a duration that is not so long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.reading import moments, phrases
from kuzet.observatory.write.check.reading.lastings import HALF, NEAR, Lasting
from kuzet.observatory.write.check.reading.moments import Moment
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Verdict

DAYS: Final = {"hours": Fraction(1, 24), "days": Fraction(1), "weeks": Fraction(7)}
"""Units that are counted in hours, and in days; months and years are not all of one length."""

MONTHS: Final = {"months": 1, "years": 12}


def between(left: Moment, right: Moment, one: Lasting, year: int, *, ordered: bool = False) -> Iterator[Fraction]:
    """How long it was from one day to another, in the unit of a duration; the likeliest first.

    `ordered` says that the words tell the earlier day first.
    """
    if one.unit in DAYS:
        yield from (span / DAYS[one.unit] for span in moments.apart(left, right, year, ordered=ordered))
    elif one.unit in MONTHS:
        yield from (span / MONTHS[one.unit] for span in moments.months(left, right, year, ordered=ordered))


def in_order(words: str, one: Lasting, language: str) -> bool:
    """Whether nothing says that a day behind a duration is the earlier one: "on 12 April, five months after ..."."""
    behind = re.split(r"[;:.]", words[one.end : one.end + NEAR * 2])[0]
    front = words[max(0, one.start - NEAR * 2) : one.start]
    named = phrases.begins_with(language, "since_event", behind) or phrases.begins_with(
        language, "stretch_after", behind
    )
    ended = phrases.says(language, "since_event_front", front) or phrases.says(language, "stretch_after_front", front)
    return not (named or ended)


def of_several(sentence: Sentence, spans: Sequence[Fraction]) -> list[Fraction]:
    """The days of several people together: "from 3 to 17 May the two spent 28 days in all"."""
    counts = [one.exact for one in sentence.of_kind("count") if one.exact > 1]
    return [days * count for span in spans for days in (span, span + 1) for count in counts]


def spare(one: Lasting) -> Fraction:
    """By how much the dates may be less or more: the day of the start counts or not; a month begun may count."""
    if one.unit == "days":
        return Fraction(1)
    return Fraction(moments.HOURS) if one.unit == "hours" else max(one.step, HALF)


def finding(sentence: Sentence, one: Lasting, right: str, why: str) -> Finding:
    """What is said of a duration: it holds, or differs from the `right` one where there is such."""
    near = min(sentence.mentions, key=lambda other: abs(other.start - one.start), default=None)
    start, end = max(0, one.start - NEAR), min(len(sentence.text), one.end + NEAR)
    return Finding(
        line=sentence.line_of(near) if near else sentence.line,
        text=" ".join(sentence.text[start:end].split()),
        kind=Kind.PERIOD,
        verdict=Verdict.DIFFERS if right else Verdict.HOLDS,
        should_be=right,
        why=why,
    )
