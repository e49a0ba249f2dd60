"""The order of the days of a chronicle: of entries or rows that all open with a day, one alone stands out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.basis.dates import PartialDate
from kuzet.observatory.write.check.reading import moments
from kuzet.observatory.write.check.reading.words import Finding, Kind, Text, Verdict

FEWEST: Final = 6
"""Entries that make a chronicle; fewer in no order may look like one by chance."""

SHOWN: Final = 60
"""Characters of an entry that are shown, and in which its day stands."""

_DOTTED: Final = re.compile(r"\W*(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])(?:\.((?:19|20)\d\d))?\.?(?=[\s|,–—-]|$)")


class _Entry(NamedTuple):
    """A line that opens with a day, and whether it tells the year."""

    line: int
    day: date
    dated: bool
    shown: str


def chronicles(parsed: Text, text: str) -> Iterator[Finding]:
    """The entry of each chronicle without which its days are in the order of time."""
    for listed in _lists(text, parsed):
        odd = _odd(listed)
        if odd:
            around = [one.day for one in listed if one is not odd]
            yield Finding(
                line=odd.line,
                text=odd.shown,
                kind=Kind.PERIOD,
                verdict=Verdict.DIFFERS,
                why=f"{odd.day} alone is out of order among {len(around)} days from {around[0]} to {around[-1]}",
            )


def _lists(text: str, parsed: Text) -> Iterator[list[_Entry]]:
    """The entries of neighbouring lines, empty lines aside."""
    held: list[_Entry] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        entry = _entry(number, line, parsed)
        if entry:
            held.append(entry)
            continue
        yield held
        held = []
    yield held


def _entry(number: int, line: str, parsed: Text) -> _Entry | None:
    day = _opening(line, parsed.language)
    year = day.year or parsed.year if day else 0
    if day is None or not year:
        return None
    return _Entry(number, day.in_year(year).first(), day.year is not None, " ".join(line[:SHOWN].split()))


def _opening(line: str, language: str) -> PartialDate | None:
    dotted = _DOTTED.match(line)
    if dotted:
        return moments.day(int(dotted[3]) if dotted[3] else None, int(dotted[2]), int(dotted[1]))
    told = moments.days(line[:SHOWN], language)
    bare = told and not told[0].ranged and told[0].day.day and not re.search(r"\w", line[: told[0].start])
    return told[0].day if bare else None


def _odd(listed: Sequence[_Entry]) -> _Entry | None:
    """The only entry that breaks the order, forward or backward; None where there is none, or more than one."""
    if len(listed) < FEWEST:
        return None
    for entries in (listed, listed[::-1]):
        days = [one.day for one in entries]
        if _ordered(days):
            return None
        places = [place for place in range(len(days)) if _ordered([*days[:place], *days[place + 1 :]])]
        if len(places) == 1:
            return None if _turns(entries, places[0]) else entries[places[0]]
    return None


def _ordered(days: Sequence[date]) -> bool:
    return all(left <= right for left, right in pairwise(days))


def _turns(entries: Sequence[_Entry], place: int) -> bool:
    """Whether the first or the last entry may be of the year before or after, as it tells none."""
    return not entries[place].dated and place in (0, len(entries) - 1)
