"""Days told against a named event: what "12 July" tells was not "on the eve of the elections of 9 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kuzet.basis.dates import PartialDate
from kuzet.observatory.write.check.reading import moments, phrases
from kuzet.observatory.write.check.reading.openings import openings
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict

APART: Final = 100
"""Days from which on the named event is that of another year."""

WAYS: Final = (("eve", -1), ("morrow", 1))
"""What ties a day to an event: it was before, or after it."""

_OF_OTHER: Final = re.compile(r"(?<=\S)\s*[,;:(–—]")


def eves(text: Text, index: int) -> Iterator[Finding]:
    """The day that opens the paragraph of a sentence, against the event that the sentence puts it before or after."""
    sentence, language = text.sentences[index], text.language
    opening = openings(text.sentences, language).get(sentence.paragraph)
    if opening is None or phrases.says(language, "step_anew", sentence.text):
        return
    first = index == 0 or text.sentences[index - 1].paragraph != sentence.paragraph
    year = opening.day.year or text.year or moments.COMMON
    for way, sign in WAYS:
        for named in _named(sentence, opening.end if first else 0, way, language):
            day, event = opening.day.in_year(year).first(), named.in_year(year).first()
            off = (day - event).days
            if off * sign < 0 and abs(off) < APART:
                yield _finding(sentence, f"{day} is not {'before' if sign < 0 else 'after'} {event}")


def _named(sentence: Sentence, start: int, way: str, language: str) -> Iterator[PartialDate]:
    """The days of events that what follows `start` is told against, in its main clause."""
    for one in moments.days(sentence.text, language):
        if one.start < start or not one.day.day or one.ranged:
            continue
        front = _front(language, way).search(sentence.text, start, one.start)
        behind = _behind(language, way).match(sentence.text, one.end)
        clause = sentence.text[start : front.start() if front else one.start].strip(" ,.")
        earlier = phrases.says(language, "of_past", clause) or phrases.says(
            language, "of_past_behind", sentence.text[one.end :].rpartition(" ")[0]
        )
        if (front or behind) and not _OF_OTHER.search(clause) and not earlier:
            yield one.day


@cache
def _front(language: str, way: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, way)})\s(?:[^\s,.;:]+\s){{0,4}}$", re.IGNORECASE)


@cache
def _behind(language: str, way: str) -> re.Pattern[str]:
    return re.compile(rf"\w*\s(?:[^\s,.;:]+\s){{0,3}}(?:{phrases.words(language, f'{way}_behind')})", re.IGNORECASE)


def _finding(sentence: Sentence, why: str) -> Finding:
    return Finding(
        line=sentence.line,
        text=" ".join(sentence.text[:90].split()),
        kind=Kind.PERIOD,
        verdict=Verdict.DIFFERS,
        why=why,
    )
