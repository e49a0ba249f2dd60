"""Days of what a text tells as one of its own incidents, that are out of the time on which it reports.

"Among the gravest was the beating of X, attacked on 18 April 2021" in a report on 2023; "on 14 July a camera was
smashed. This was the last attack of the half-year". What went before a trial of the year may be of any year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.basis.dates import PartialDate
from kuzet.observatory.write.check.reading import moments, phrases
from kuzet.observatory.write.check.reading.moments import Moment
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict
from kuzet.observatory.write.check.series import outside
from kuzet.observatory.write.check.series.outside import Period

BARRED: Final = ("step_court", "step_appeal", "step_ended", "ahead", "exemplar_not", "earlier")
"""Relations whose words make a day one of what led to an incident, or came of it."""

HEAD: Final = 3
"""Sentences at the start that tell the period itself."""

SHOWN: Final = 60


def exemplars(text: Text, index: int) -> Iterator[Finding]:
    """The one day of a sentence that it, or a neighbour, tells as the day of one of the text's incidents."""
    sentence, language = text.sentences[index], text.language
    told = moments.days(sentence.text, language)
    if index < HEAD or len(told) != 1 or told[0].ranged or outside.is_term(sentence.text, told[0], language):
        return
    period = outside.period_of(text.sentences, language)
    if not _is_out(told[0].day, period, text) or not _is_own(text, index):
        return
    first = period.first.first() if period else PartialDate(text.year).first()
    last = period.last.last() if period else PartialDate(text.year).last()
    day = told[0].day.in_year(told[0].day.year or text.year).first()
    why = f"{day} is not between {first} and {last}, the months of the text"
    yield _finding(sentence, told[0], why)


def _is_out(day: PartialDate, period: Period | None, text: Text) -> bool:
    if period:
        return not outside.within(day, period)
    return bool(text.year) and not text.since and day.year not in (None, text.year)


def _is_own(text: Text, index: int) -> bool:
    """Whether a sentence, the one in front or the one behind tells of one of the incidents of the report."""
    sentence, language = text.sentences[index], text.language
    near = [sentence]
    for place in (index - 1, index + 1):
        other = text.sentences[place] if 0 <= place < len(text.sentences) else None
        if other is not None and other.paragraph == sentence.paragraph and not moments.days(other.text, language):
            near.append(other)
    front = near[1:] if index and near[1:2] == [text.sentences[index - 1]] else []
    if any(phrases.says(language, word, one.text) for word in BARRED for one in (sentence, *front[:1])):
        return False
    incident = any(phrases.says(language, "step_begun", one.text) for one in near)
    said = any(phrases.says(language, "exemplar", one.text) for one in near)
    last = phrases.says(language, "exemplar_of_them", sentence.text)
    return (said and incident) or last


def _finding(sentence: Sentence, one: Moment, why: str) -> Finding:
    near = [other for other in sentence.mentions if other.start >= one.start]
    return Finding(
        line=sentence.line_of(near[0]) if near else sentence.line,
        text=" ".join(sentence.text[max(0, one.start - SHOWN) : one.end + SHOWN].split()),
        kind=Kind.PERIOD,
        verdict=Verdict.DIFFERS,
        why=why,
    )
