"""The time that the words tie to each count: "4 in 2024", "2023 (369 cases)", "260 last year, 338 now"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention

REACH: Final = 60
"""Characters between a count and the year that it is said of."""

SINCE: Final = 16
"""Characters in front of the year that opens a sentence, and behind it to a "since" that stands there."""

EARLIER: Final = 1
LATEST: Final = 9999
"""What sorts "a year earlier" before every year, and "now" behind."""

_COUNTED: Final = ("count", "amount", "percent")
_CLOSE: Final = re.compile(r"[^.;,]{0,30}")
"""What may stand between a number and its year in a list of years."""

TURNS: Final = 3
PAIR: Final = 2
_LABEL: Final = re.compile(r"\s*\(\d{4}\)")
_NEW: Final = re.compile(rf"[;:)]|{phrases.STOP}")
_BREAK: Final = re.compile(rf"[,;:()–—]|{phrases.STOP}")


def years(text: str, found: Sequence[Mention], language: str) -> tuple[int | None, ...]:
    """For each number the year nearest to it, with no other number between."""
    single = [_time(text, found, place, language) for place in range(len(found))]
    for place, year in _run(text, found).items():
        single[place] = year
    for place, (left, right) in enumerate(pairwise(found), 1):
        if (
            single[place] is None
            and left.kind == "percent"
            and _level(language).fullmatch(text[left.end : right.start])
        ):
            single[place] = single[place - 1]
    return tuple(single)


@cache
def _level(language: str) -> re.Pattern[str]:
    """Between a change and the level that it leads to, of one time: "in 2023 it fell by 50% – to 462"."""
    return re.compile(rf"[\s,]*(?:[–—-]\s)?(?:{phrases.words(language, 'to')})\s+", re.IGNORECASE)


def _run(text: str, found: Sequence[Mention]) -> dict[int, int]:
    """Numbers and years in turn, three times or more: the year of each is on one side ("58 in 2016, 71 in 2017")."""
    best = max((_turns(text, found, first) for first in ("count", "year")), key=len)
    if len(best) < TURNS:
        return {}
    counts = found[best[0]].kind == "count"
    return {spot + (not counts): int(found[spot + counts].value) for spot in best}


def _turns(text: str, found: Sequence[Mention], first: str) -> list[int]:
    """The places at which the longest run of pairs begins, each with a count and a year close together."""
    longest: list[int] = []
    run: list[int] = []
    for place, (left, right) in enumerate(pairwise(found)):
        close = _CLOSE.fullmatch(text[left.end : right.start]) is not None
        if close and left.kind == first and {left.kind, right.kind} == {"count", "year"}:
            run = [*run, place] if run and place - run[-1] == PAIR else [place]
            longest = max(longest, run, key=len)
    return longest


def order(text: str, found: Sequence[Mention], language: str) -> tuple[int | None, ...]:
    """For each number what sorts it by time: years, and words such as "last year" and "now"."""
    linking = [word.span() for word in phrases.pattern(language, "while").finditer(text)]  # "тогда как"
    words = [
        Mention(word.start(), word.end(), Decimal(value), "year")
        for relation, value in (("earlier", EARLIER), ("latest", LATEST))
        for word in phrases.pattern(language, relation).finditer(text)
        if not any(start <= word.start() < end for start, end in linking)
    ]
    if not words:
        return years(text, found, language)
    both = sorted([*found, *words], key=lambda one: one.start)
    times = dict(zip(both, years(text, both, language), strict=True))
    return tuple(times[one] for one in found)


def _time(text: str, found: Sequence[Mention], place: int, language: str) -> int | None:
    one = found[place]
    if one.kind not in _COUNTED:
        return None
    front = found[place - 1] if place else None
    behind = found[place + 1] if place + 1 < len(found) else None
    near: list[tuple[int, int]] = []
    if (
        front
        and front.kind == "year"
        and not opens_since(text, front, language)
        and not _NEW.search(text[front.end : one.start])
        and not _goes_on(text, front, one, language)
    ):
        near.append((one.start - front.end, int(front.value)))
    if behind and behind.kind == "year" and not _parted(text[one.end : behind.start], language):
        near.append((behind.start - one.end, int(behind.value)))
    if behind and behind.kind == "year" and _LABEL.match(text, one.end):  # "70 (2018), 82 (2019)"
        return int(behind.value)
    return min(near)[1] if near and min(near)[0] <= REACH else None


def _goes_on(text: str, year: Mention, one: Mention, language: str) -> bool:
    """Whether a year only ends a comparison, and a clause behind it speaks anew: "more than in 2022, and seven ..."."""
    ended = phrases.ends_with(language, "against", text[max(0, year.start - SINCE) : year.start])
    return ended and _anew(language).search(text[year.end : one.start]) is not None


@cache
def _anew(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{phrases.any_of(language, 'while', 'and')})\s", re.IGNORECASE)


def opens_since(text: str, year: Mention, language: str) -> bool:
    """Whether a sentence opens with a year from which something is counted: "Since 2017 they documented 385"."""
    named = phrases.begins_with(language, "since_behind", text[year.end : year.end + SINCE])
    return year.start <= SINCE and (named or _opening_since(language).fullmatch(text[: year.start]) is not None)


@cache
def _opening_since(language: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{phrases.words(language, 'since')})\W*", re.IGNORECASE)


def _parted(between: str, language: str) -> bool:
    """Whether the words between a count and a later year begin something new: "314 and in 2022"."""
    words = any(phrases.says(language, word, between) for word in ("against", "from", "while"))
    ended = between[:1] == "-" and any(
        phrases.begins_with(language, one, between) for one in ("from_behind", "to_behind")
    )
    return words or ended or _BREAK.search(between) is not None
