"""The years of a list in the order of time: "8 July ... 14 September 2024 ... 2 November" of a report on 2023."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from kuzet.basis.dates import PartialDate
from kuzet.observatory.write.check.reading import moments
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict

OPENS: Final = 24
"""Characters in front of the date that opens an entry: "– On the night of"."""

AROUND: Final = 3
"""Paragraphs on each side whose dates an entry is set against."""

FEWEST: Final = 2


def entries(text: Text, index: int) -> Iterator[Finding]:
    """The date that opens an entry, where only the year of the text puts it between those around it."""
    sentence = text.sentences[index]
    day = _opening(text, index)
    if day is None or not text.year or day.year in (None, text.year) or len(_dates(text, sentence)) > 1:
        return
    front, behind = _neighbours(text, index, -1)[::-1], _neighbours(text, index, 1)
    around = [*front, *behind]
    meant = PartialDate(None, day.month, day.day).in_year(text.year)
    told = [one.in_year(text.year) for one in (*front, meant, *behind)]
    if len(around) < FEWEST or any(one.year not in (None, text.year) for one in around):
        return
    as_told = [one.in_year(text.year) for one in (*front, day, *behind)]
    if _ordered([one.first() for one in told]) and not _ordered([one.first() for one in as_told]):
        why = f"between dates of {text.year}"
        shown = " ".join(sentence.text[:60].split())
        yield Finding(
            line=sentence.line,
            text=shown,
            kind=Kind.PERIOD,
            verdict=Verdict.DIFFERS,
            should_be=str(text.year),
            why=why,
        )


def _ordered(told: Sequence[date]) -> bool:
    return all(left <= right for left, right in pairwise(told))


def _opening(text: Text, index: int) -> PartialDate | None:
    """The day that opens a paragraph; None where it opens with something else."""
    sentence = text.sentences[index]
    if index and text.sentences[index - 1].paragraph == sentence.paragraph:
        return None
    told = moments.days(sentence.text, text.language)
    return told[0].day if told and told[0].start <= OPENS and told[0].day.day else None


def _neighbours(text: Text, index: int, step: int) -> list[PartialDate]:
    """The days that open the next few paragraphs on one side, nearest first, up to one that opens otherwise."""
    found: list[PartialDate] = []
    paragraph, at = text.sentences[index].paragraph, index + step
    while 0 <= at < len(text.sentences) and len(found) < AROUND:
        near = text.sentences[at]
        first = at == 0 or text.sentences[at - 1].paragraph != near.paragraph
        if first and near.paragraph != paragraph:
            day = _opening(text, at)
            if day is None:
                break
            found.append(day)
        at += step
    return found


def _dates(text: Text, sentence: Sentence) -> Sequence[moments.Moment]:
    """All days of a paragraph."""
    inside = [one for one in text.sentences if one.paragraph == sentence.paragraph]
    return [day for one in inside for day in moments.days(one.text, text.language)]
