"""Lists of months with their counts that read as dates: "January 5, February 6, March 7, April 16 and May 8"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kuzet.language.values import dates, months

RUN: Final = 3
"""Dates in a row, each a month later than the one in front, from which on they may be counts."""

NAMED: Final = 5
"""Months that a paragraph with such a list names at least: three hearings in three months are dates."""

CLOSE: Final = 6
"""Characters between two entries of a list: ", ", ", and "."""

ENTRY: Final = 18
"""Characters of an entry between two others that is no date: ", September 34", ", May eight"."""


def counted(text: str, found: Sequence[dates.FoundDate], language: str) -> Iterator[tuple[int, int]]:
    """The spans of the dates of a text that are a month and its count."""
    run: list[dates.FoundDate] = []
    for one in found:
        if not one.date.start.day or one.date.start != one.date.end or not text[one.start].isalpha():
            continue
        if run and not _follows(text, run[-1], one):
            yield from _spans(text, run, language)
            run = []
        run.append(one)
    yield from _spans(text, run, language)


def _follows(text: str, left: dates.FoundDate, right: dates.FoundDate) -> bool:
    """Whether a date stands right behind one of a month in front, but for the entries of the months between."""
    skipped = (right.date.start.month or 0) - (left.date.start.month or 0) - 1
    between = text[left.end : right.start]
    return skipped >= 0 and len(between) <= CLOSE + skipped * ENTRY and "." not in between


def _spans(text: str, run: Sequence[dates.FoundDate], language: str) -> Iterator[tuple[int, int]]:
    named = set(months.any_name(language).findall(months.plain(text, language)))
    if len(run) >= RUN and len(named) >= NAMED:
        yield from ((one.start, one.end) for one in run)
