"""The order of the dates of one proceeding: nobody is sentenced before the attack, no appeal is decided before that.

Only a slip of the year is looked for: both dates tell their year, the later step stands behind the earlier one in one
sentence, and has an earlier year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import moments, phrases
from kuzet.observatory.write.check.reading.moments import Moment
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict

STEPS: Final = ("step_begun", "step_court", "step_appeal", "step_ended")
"""What may be told of a proceeding, in the order of time."""

NAMES: Final = ("the act", "the judgment", "the appeal", "the release")
"""What the steps are called in a reason."""

COURT: Final = STEPS.index("step_court")

_NAMES: Final = re.compile(r"(?:[^\W\d_a-zа-яёәғқңөұүһі][\w'’-]+\s)+[^\W\d_a-zа-яёәғқңөұүһі][\w'’-]+")
"""Words with capitals in a row: a person, an outlet or a court."""


class _Step(NamedTuple):
    """A date with its year, and the number of the step that its clause tells."""

    moment: Moment
    step: int


def proceedings(text: Text, index: int) -> Iterator[Finding]:
    """Each date of a sentence whose step comes before the one in front of it by its year."""
    sentence, language = text.sentences[index], text.language
    if phrases.says(language, "step_anew", sentence.text):
        return
    told = list(_steps(sentence.text, language))
    for left, right in pairwise(told):
        between = sentence.text[left.moment.end : right.moment.start]
        if _named(between, language):
            continue
        if _is_before(left, right):
            yield _finding(sentence, (left.moment.start, right.moment.end), left, right)
        elif _is_told_late(sentence, left, right, language):
            yield _finding(sentence, (left.moment.start, right.moment.end), right, left)
    front = text.sentences[index - 1] if index else None
    if told and front is not None and front.paragraph == sentence.paragraph:
        last = list(_steps(front.text, language))[-1:]
        anew = phrases.says(language, "step_anew", front.text) or _named(
            sentence.text[: told[0].moment.start], language
        )
        past = phrases.says(language, "step_past", sentence.text)
        if last and not anew and (_is_before(last[0], told[0]) or (not past and _is_ahead(last[0], told[0]))):
            yield _finding(sentence, (told[0].moment.start, told[0].moment.end), last[0], told[0])


def _is_before(left: _Step, right: _Step) -> bool:
    """Whether a later step has a day of an earlier year."""
    first, last = left.moment.day, right.moment.day
    if left.step >= right.step or first.year is None or last.year is None:
        return False
    return first.first() > last.last() and last.year < first.year


def _is_ahead(left: _Step, right: _Step) -> bool:
    """Whether a judgment told behind what led to it has an earlier day of the same year."""
    first, last = left.moment.day, right.moment.day
    return left.step < COURT == right.step and first.year == last.year and first.first() > last.last()


def _is_told_late(sentence: Sentence, left: _Step, right: _Step, language: str) -> bool:
    """Whether what led to a judgment is told behind it with a later day: "judged on 11 May; the minister had ..."."""
    words = sentence.text[left.moment.end :]
    led = phrases.says(language, "step_before", words) and not phrases.says(language, "step_appeal", sentence.text)
    return led and left.step == COURT and right.step < COURT and right.moment.day.first() > left.moment.day.last()


def _finding(sentence: Sentence, span: tuple[int, int], earlier: _Step, later: _Step) -> Finding:
    return Finding(
        line=sentence.line,
        text=sentence.text[span[0] : span[1]],
        kind=Kind.PERIOD,
        verdict=Verdict.DIFFERS,
        why=f"{NAMES[later.step]} on {later.moment.day}, before {NAMES[earlier.step]} on {earlier.moment.day}",
    )


def _steps(text: str, language: str) -> Iterator[_Step]:
    """The dates with a year whose clause tells a step; the furthest where it tells several."""
    days = moments.days(text, language)
    for start, end in _clauses(text, language) if days else ():
        inside = [one for one in days if start <= one.start and one.end <= end]
        if len(inside) != 1 or not inside[0].day.year:
            continue
        told = [place for place, step in enumerate(STEPS) if phrases.says(language, step, text[start:end])]
        if told:
            yield _Step(inside[0], told[-1])


def _clauses(text: str, language: str) -> Iterator[tuple[int, int]]:
    dates = [(one.start, one.end) for one in moments.days(text, language)]
    at = 0
    for found in _parting(language).finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in dates):
            yield at, found.start()
            at = found.end()
    yield at, len(text)


@cache
def _parting(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;:()]\s?|\s(?:{phrases.words(language, 'and')})\s", re.IGNORECASE)


def _named(between: str, language: str) -> bool:
    """Whether another person is named between two dates; the name of a court is none."""
    return any(not phrases.says(language, "court_name", found[0]) for found in _NAMES.finditer(between))
