"""Dates of what has happened that the text cannot have known: behind the day on which it was finished, or its period.

"Almaty, July 2021" at the head of a text finishes it; a date without such a head is outside only where no other date
or number of the text is of so late a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kuzet.basis.dates import PartialDate
from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import moments, phrases, terms
from kuzet.observatory.write.check.reading.moments import Moment
from kuzet.observatory.write.check.reading.openings import OPENS, openings
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict

HEAD: Final = 6
"""Sentences at the start that may tell the period and when the text was finished."""

LINE: Final = 160
"""Characters of a line of the head at most."""

AROUND: Final = 3
"""Paragraphs on each side that open with a day of the period where a list has one outside of it."""

JULY: Final = 7
"""A report on a year is out by then; what it tells of later months of the next year is a slip."""

YEAR: Final = 12
"""Months."""

PARTS: Final = (("half_year", 6), ("quarter_year", 3))
"""Parts of a year by the words that name them, with their months."""

_YEARS: Final = re.compile(r"\b(?:19|20)\d\d\b")
_NAME: Final = r"[^\W\d_a-zа-яёәғқңөұүһі][\w’'-]*"
_MONTH: Final = re.compile(r"(?:^|[,.|:;–—(])\s*$")
_DAY: Final = re.compile(rf"(?:(?:^|[.|:;–—(])\s*|(?:^|[.,|:;–—(])\s*(?:{_NAME}\s){{0,2}}{_NAME}\s*,\s*)$")
"""What stands in front of the month or the day on which a text was finished: nothing, or a town.

A day behind other words is that of an event: "Murder of a reporter, 5 March 2021".
"""
_END: Final = re.compile(r"[\s.)]*(?:\w{1,4}\.?)?[\s.)]*(?:[^\W\d_a-zа-яёәғқңөұүһі][^\d.!?;:]{0,50})?")
"""What may stand behind it: "г.", "жылы", and the heading on the next line."""


class Period(NamedTuple):
    """The first and the last day, month or year of what a text reports on."""

    first: PartialDate
    last: PartialDate


def outside(text: Text, index: int) -> Iterator[Finding]:
    """The days of a sentence that are behind the text's end, and its opening day where that is out of its period."""
    sentence, language = text.sentences[index], text.language
    dated = [one for one in moments.days(sentence.text, language) if one.day.year and not one.ranged]
    told = [] if dated and phrases.says(language, "ahead", sentence.text) else dated
    days = [one for one in told if not is_term(sentence.text, one, language)]
    finished = _finished(text.sentences, language)
    late = [one for one in days if finished and index >= HEAD and one.day.first() > finished.last()]
    yield from (
        _finding(sentence, one, f"{one.day.first()} is later than the text, finished by {finished.last()}")
        for one in late
        if finished
    )
    rules = (_is_of_all(text, sentence, days[0]), _is_alone(text, index, days[0])) if len(days) == 1 else ()
    if not late and (any(rules) or (len(days) == 1 and _goes_on(text, index, days[0]))):
        yield _finding(sentence, days[0], f"{days[0].day.first()} is not of {text.year}, the year of the text")
    yield from _of_list(text, index)


def _is_of_all(text: Text, sentence: Sentence, one: Moment) -> bool:
    """Whether a day of another year, or out of the text's months, is told of one of all its incidents.

    "The last of the 87 incidents was on 29 December 2023", "the last alert of the period", of a text on 2022.
    """
    whole = text.total.mention.exact if text.total else None
    all_ = any(count.exact == whole for count in sentence.of_kind("count")) or _is_of_report(text, sentence, one)
    ordinal = any(number.kind == "ordinal" for number in numbers.find(sentence.text, text.language))
    one_of = ordinal or any(phrases.says(text.language, way, sentence.text) for way in ("last_one", "first_one"))
    period = period_of(text.sentences, text.language)
    out = not within(one.day, period) if period else bool(text.year) and one.day.year != text.year
    rest = phrases.pattern(text.language, "of_report").sub(" ", sentence.text)
    return all_ and one_of and out and not phrases.says(text.language, "finished", rest)


def _is_of_report(text: Text, sentence: Sentence, one: Moment) -> bool:
    """Whether the piece in front of a day speaks of an incident of the report: "the last case of the year came on"."""
    front = sentence.text[: one.start]
    part = any(phrases.says(text.language, name, front) for name, _ in PARTS)
    told = not part and _piece(text.language).search(front) is not None
    return told and phrases.says(text.language, "incidents", front)


@cache
def _piece(language: str) -> re.Pattern[str]:
    """As "the last alert of the reporting period", "последний случай года", "есепке енген ең соңғы оқиға"."""
    last, whole = phrases.any_of(language, "last_one", "first_one"), phrases.words(language, "of_report")
    few = r"\s(?:[\w-]+\s){0,3}?"
    return re.compile(rf"(?:{last}){few}(?:{whole})|(?:{whole}){few}(?:{last})", re.IGNORECASE)


def is_term(text: str, one: Moment, language: str) -> bool:
    """Whether a day ends or begins a term: "until 17 May 2022", "from 1 June 2022"."""
    front = phrases.ends_with(language, "ahead_front", text[max(0, one.start - OPENS) : one.start])
    return front or phrases.begins_with(language, "ahead_behind", text[one.end : one.end + OPENS])


@lru_cache(maxsize=8)
def _finished(sentences: tuple[Sentence, ...], language: str) -> PartialDate | None:
    """When a text was finished, as its head tells: "Almaty, July 2021"."""
    for sentence in sentences[:HEAD]:
        told = moments.days(sentence.text, language)
        if said := next((one.day for one in told if _is_published(sentence.text, one, language)), None):
            return said
        last = told[-1] if told and len(sentence.text) <= LINE and not sentence.of_kind("count") else None
        if last is None or last.ranged or not last.day.year:
            continue
        front = (_DAY if last.day.day else _MONTH).search(sentence.text[: last.start])
        if front and _END.fullmatch(sentence.text, last.end):
            return last.day
    return None


def _is_published(text: str, one: Moment, language: str) -> bool:
    """Whether words say that a text was published on a day or in a month of a year: "Published in April 2024"."""
    opened = one.start <= OPENS  # what a law did stands further behind
    front = opened and phrases.ends_with(language, "published", text[: one.start])
    behind = opened and phrases.begins_with(language, "published_behind", text[one.end :])
    return bool(one.day.year and one.day.month) and not one.ranged and (front or behind)


def _is_alone(text: Text, index: int, one: Moment) -> bool:
    """Whether a day that opens a sentence is of a later year, of which nothing else is in a text that is of one year.

    A feature that names a year once, and not in a heading, is not about that year.
    """
    if _finished(text.sentences, text.language) or index < HEAD:
        return False
    year, month = one.day.year or 0, one.day.month or 0
    if not text.year or not one.day.day or one.start > OPENS or (year, month) < (text.year + 1, JULY):
        return False
    others = [int(told.value) for near in text.sentences for told in near.of_kind("year")]
    dated = [day for near in text.sentences for day in moments.days(near.text, text.language) if day.day.year]
    headed = any(str(text.year) in near.text and near.text[-1:] not in ".!?" for near in text.sentences[:HEAD])
    of_it = headed + others.count(text.year) + sum(day.day.year == text.year for day in dated)
    later = sum((day.day.year or 0) > text.year for day in dated)
    return of_it > 1 and later == 1 and all(other <= text.year for other in others)


def _goes_on(text: Text, index: int, one: Moment) -> bool:
    """Whether a day of the next year is followed by what the police did in a month that the report cannot know.

    "On 11 February 2023 his car was set on fire. The inquiry was suspended in October", of a text on 2022.
    """
    sentence, language = text.sentences[index], text.language
    if index < HEAD or one.day.year != text.year + 1 or not one.day.day or _finished(text.sentences, language):
        return False
    behind = [near for near in text.sentences[index + 1 :] if near.paragraph == sentence.paragraph]
    told = [near for near in behind if phrases.says(language, "inquiry", near.text) and not near.of_kind("year")]
    months = [name.term[1] for near in told for name in terms.in_words(near.text, language) if name.term[0] == "month"]
    late = any(month >= JULY and month > (one.day.month or YEAR) for month in months)
    days = [day.day for near in text.sentences for day in moments.days(near.text, language)]
    known = max((day.month or YEAR for day in days if day.year == one.day.year), default=0)
    return late and known < JULY and not phrases.says(language, "inquiry", sentence.text)


@lru_cache(maxsize=8)
def period_of(sentences: tuple[Sentence, ...], language: str) -> Period | None:
    """The months of a half-year or a quarter that the head of a text names; None for a whole year."""
    for sentence in sentences[:HEAD]:
        told = [one.day for one in moments.days(sentence.text, language) if one.ranged and one.day.year]
        if len(told) == len(Period._fields):
            period = Period(*told)
            return period if _is_of_months(period) else None
        if part := _named_part(sentence, language):
            return part
    return None


def _named_part(sentence: Sentence, language: str) -> Period | None:
    """The months of a title such as "the first half of 2024", "отчёт за второй квартал 2024 года"."""
    years = {int(found) for found in _YEARS.findall(sentence.text)}
    told = [one for one in numbers.find(sentence.text, language, lone=True) if one.kind == "ordinal"]
    if len(sentence.text) > LINE or sentence.of_kind("count", "percent") or len(years) != 1 or len(told) != 1:
        return None
    year = years.pop()
    for relation, length in PARTS:
        part = int(told[0].value) if phrases.says(language, relation, sentence.text[told[0].end :]) else 0
        if 0 < part <= YEAR // length:
            return Period(PartialDate(year, (part - 1) * length + 1), PartialDate(year, part * length))
    return None


def _is_of_months(period: Period) -> bool:
    """Whether a period is of whole months of one year, and not of all of them."""
    first, last = period
    months = (last.month or 0) - (first.month or 0) + 1
    whole = first.day in (None, 1) and last.last() == PartialDate(last.year, last.month).last()
    return first.year == last.year and 1 < months < YEAR and whole


def _of_list(text: Text, index: int) -> Iterator[Finding]:
    """The day that opens an entry out of the text's months, where the entries around it are within them."""
    period = period_of(text.sentences, text.language)
    told = openings(text.sentences, text.language) if period else {}
    opens = {paragraph: one.day for paragraph, one in told.items() if one.bare}
    sentence = text.sentences[index]
    day = opens.get(sentence.paragraph)
    first = index == 0 or text.sentences[index - 1].paragraph != sentence.paragraph
    if period is None or day is None or not first or within(day, period):
        return
    near = [opens.get(sentence.paragraph + step) for step in (-1, -2, 1, 2)]
    if any(one and within(one, period) for one in near) and not phrases.says(text.language, "ahead", sentence.text):
        opened = day.in_year(period.first.year or 0).first()
        why = f"{opened} is not between {period.first.first()} and {period.last.last()}, the months of the text"
        yield Finding(
            line=sentence.line,
            text=" ".join(sentence.text[:60].split()),
            kind=Kind.PERIOD,
            verdict=Verdict.DIFFERS,
            why=why,
        )


def within(day: PartialDate, period: Period) -> bool:
    """Whether a day is of a period; one without a year is taken for that of the period."""
    year = period.first.year or 0
    if day.year not in (None, year):
        return False
    return period.first.first() <= day.in_year(year).first() <= period.last.last()


def _finding(sentence: Sentence, one: Moment, why: str) -> Finding:
    return Finding(
        line=sentence.line,
        text=sentence.text[max(0, one.start - OPENS) : one.end + OPENS],
        kind=Kind.PERIOD,
        verdict=Verdict.DIFFERS,
        why=why,
    )
