"""What passages mention beside the codes: names, days and numbers, alike in whatever language they are told.

A reader mistakes the target or the day of a report now and then; the passages it rests on hold them all the same.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log2
from typing import Final, NamedTuple

from kuzet.basis.dates import EventDate
from kuzet.language.names import fold
from kuzet.language.text import identify, script
from kuzet.language.values import dates, numbers

_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:['’ʼ-][^\W\d_]+)*")
_POSSESSIVE: Final = re.compile("['’ʼ]s$")
_BEGINS: Final = re.compile(r"(?:^|[.!?…:\n])[\s\"'«“„(—–-]*$")
"""What stands before a word that has its capital from its place alone."""

BEFORE: Final = 8
"""So many characters before a word are looked at for that."""

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
    `dates` are all dates but bare years, `people` two names side by side, folded, in alphabetical order.
    """

    names: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    latest: EventDate | None = None
    dates: tuple[EventDate, ...] = ()
    people: tuple[str, ...] = ()


class _Capital(NamedTuple):
    """A capitalised word, folded; `begins`: it has its capital from its place alone; `goes_on`: one stood before it."""

    word: str
    begins: bool
    goes_on: bool


def find(passages: Iterable[str], published: EventDate | None = None) -> Traces:
    """The traces of passages, each kind sorted; `published` is when their document appeared."""
    text = "\n".join(dict.fromkeys(passages))
    language = identify.language(text.replace("\n", " "))  # once, and not for each sentence
    if language not in ("kk", "ru", "en"):
        return Traces()
    if language == "kk":
        text = script.to_cyrillic(text).text
    dated = dates.find(text, language, published)
    spoken = [(one.start, one.end) for one in dated]
    counted = (
        int(found.value)
        for found in numbers.find(text, language)
        if found.kind == "count"
        and FEWEST <= found.value < 1000
        and found.value == int(found.value)
        and text[found.end : found.end + 1] not in ("-", "/")
        and not _within(spoken, found.start, found.end)
    )
    capitals = list(_capitals(text, spoken))
    return Traces(
        names=_first(one.word for one in capitals if not one.begins and _tells(one.word)),
        days=_first(day(one.date) for one in dated if one.date.start.day),
        numbers=_first(counted),
        latest=_latest((found.date for found in dated), published),
        dates=_first(one.date for one in dated if one.date.precision != "year"),
        people=_first(_people(capitals)),
    )


def day(date: EventDate) -> str:
    """The day on which a date begins, without its year."""
    return f"-{date.start.month:02}-{date.start.day:02}"


def _latest(told: Iterable[EventDate], published: EventDate | None) -> EventDate | None:
    """None where some days lack their year and others do not: their order is not told."""
    end = published.last() if published is not None and published.year else None
    exact = [one for one in told if one.precision == "day"]
    if len({one.year is None for one in exact}) > 1:
        return None
    past = [one for one in exact if end is None or one.year is None or one.first() <= end]
    return max(past, key=lambda one: (one.year or 0, one.start.month or 0, one.start.day or 0), default=None)


def _first(found: Iterable[str] | Iterable[int] | Iterable[EventDate]) -> tuple:  # type: ignore[type-arg]
    return tuple(sorted(list(dict.fromkeys(found))[:MOST]))


def _capitals(text: str, dated: Sequence[tuple[int, int]]) -> Iterator[_Capital]:
    """The capitalised words of a text but those of its dates."""
    words = [one for one in _WORD.finditer(text) if one[0][0].isupper() and not _within(dated, one.start(), one.end())]
    ends = {one.end() for one in words}
    beside = {one.start() for one in words if text[one.start() - 1 : one.start()] == " " and one.start() - 1 in ends}
    for one in words:
        alone = one.end() + 1 not in beside and bool(_BEGINS.search(text, max(0, one.start() - BEFORE), one.start()))
        yield _Capital(fold.word(_POSSESSIVE.sub("", one[0])), alone, one.start() in beside)


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _people(capitals: Sequence[_Capital]) -> Iterator[str]:
    for one, other in pairwise(capitals):
        if other.goes_on and _tells(one.word) and _tells(other.word):
            yield " ".join(sorted((one.word, other.word)))


def _tells(word: str) -> bool:
    """Whether a name is long enough, and half the news do not hold it."""
    return len(word) >= SHORTEST and rarity(word) > COMMON


@cache
def rarity(word: str) -> float:
    """Bits of news in a folded name: how seldom a report holds it, by the counts of `common.csv`."""
    return log2(_REPORTS / _common().get(word, RARE))


@cache
def _common() -> dict[str, int]:
    with (files(__package__) / "common.csv").open(encoding="utf-8") as rows:
        return {row["word"]: int(row["reports"]) for row in csv.DictReader(rows)}
