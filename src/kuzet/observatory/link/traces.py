"""What passages mention beside the codes: names, days and numbers, alike in whatever language they are told.

A reader mistakes the target or the day of a report now and then; the passages it rests on hold them all the same.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from math import log2
from typing import Final, NamedTuple

from kuzet.basis.dates import EventDate
from kuzet.language import dates, fold, identify, numbers

_CAPITALISED: Final = re.compile(r"[^\W\d_a-zа-яёәғқңөұүһі][^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_BEGINS: Final = re.compile(r"(?:^|[.!?…:\n])[\s\"'«“„(—–-]*$")
"""What stands before a word that has its capital from its place alone."""

SHORTEST: Final = 4
"""Letters: shorter folded words are initials, abbreviations and chance."""

FEWEST: Final = 3
"""One and two are everywhere; numbers tell from this one on."""

MOST: Final = 24
"""Of one kind so many are kept, the first ones: what comes late in a long text is background."""


_REPORTS: Final = 1912
"""Golden documents (training parts) in which the words of `common.csv` were counted."""

RARE: Final = 2
"""Documents in which a word that the table does not hold is taken to stand."""

COMMON: Final = 5.5
"""Bits: a name that stands in more than one report of 45 is not kept."""


class Traces(NamedTuple):
    """`names` are folded capitalised words, `days` such as `-02-12`, `numbers` counts of all but time and money.

    `latest` is the last day that is told and is not to come: a report of a later step tells the earlier ones again.
    """

    names: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    latest: EventDate | None = None


def find(passages: Iterable[str], published: EventDate | None = None) -> Traces:
    """The traces of passages, each kind sorted; `published` is when their document appeared."""
    text = "\n".join(dict.fromkeys(passages))
    language = identify.language(text)
    if language not in ("kk", "ru", "en"):
        return Traces()
    dated = dates.find(text, language, published)
    days = (found.date.start for found in dated)
    counted = (
        int(found.value)
        for found in numbers.find(text, language)
        if found.kind == "count"
        and FEWEST <= found.value < 1000
        and found.value == int(found.value)
        and text[found.end : found.end + 1] not in ("-", "/")
        and not any(one.start < found.end and found.start < one.end for one in dated)
    )
    return Traces(
        names=_first(_names(text)),
        days=_first(f"-{day.month:02}-{day.day:02}" for day in days if day.month and day.day),
        numbers=_first(counted),
        latest=_latest((found.date for found in dated), published),
    )


def _latest(told: Iterable[EventDate], published: EventDate | None) -> EventDate | None:
    end = published.last() if published is not None and published.year else None
    exact = (one for one in told if one.precision == "day")
    past = [one for one in exact if end is None or one.year is None or one.first() <= end]
    return max(past, key=lambda one: (one.year or 0, one.start.month or 0, one.start.day or 0), default=None)


def _first(found: Iterable[str] | Iterable[int]) -> tuple:  # type: ignore[type-arg]
    return tuple(sorted(list(dict.fromkeys(found))[:MOST]))


def _names(text: str) -> Iterator[str]:
    """Capitalised words that are names by more than their place, folded; words that half the news hold are left out."""
    for match in _CAPITALISED.finditer(text):
        if _BEGINS.search(text, 0, match.start()) and not _goes_on(text, match.end()):
            continue
        word = fold.word(match[0])
        if len(word) >= SHORTEST and rarity(word) > COMMON:
            yield word


def _goes_on(text: str, end: int) -> bool:
    """Whether another capitalised word follows: Ермахан Абдраманов at the beginning of a sentence."""
    return _CAPITALISED.match(text, end + 1) is not None and text[end : end + 1] == " "


@cache
def rarity(word: str) -> float:
    """Bits of news in a folded name: how seldom a report holds it, by the counts of `common.csv`."""
    return log2(_REPORTS / _common().get(word, RARE))


@cache
def _common() -> dict[str, int]:
    with (files(__package__) / "common.csv").open(encoding="utf-8") as rows:
        return {row["word"]: int(row["reports"]) for row in csv.DictReader(rows)}
