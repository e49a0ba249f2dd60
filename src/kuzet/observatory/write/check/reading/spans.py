"""Spans of years: "in six years", "за шесть лет", "бес жылда", "since 2017"; a count beside them is of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases, when
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence

LONGEST: Final = 60
"""Years; a larger number in front of "years" is no span of monitoring."""

_RANGE: Final = re.compile(r"\b(?:19|20)\d\d\s?[–—-]\s?(?:19|20)\d\d\b")
"""As "2021–2023", whose years are not told apart."""

REACH: Final = 60
"""Characters between a span and the count that is said of it."""


LISTED: Final = 2
"""Years with numbers of their own beside a span, from which on a number without a year is of all of them."""


def ranges(text: str) -> Iterator[tuple[int, int]]:
    """The first and last years of periods such as "2021–2023"."""
    for found in _RANGE.finditer(text):
        first, last = re.findall(r"\d{4}", found[0])
        yield int(first), int(last)


def covered(sentence: Sentence, language: str, year: int) -> range:
    """The years of the one span that a sentence names, up to `year` where it tells their number only; else none."""
    named = {*ranges(sentence.text), *_worded(sentence.text, language)}
    named |= {(year - length + 1, year) for _, _, length in lengths(sentence, language)}
    return range(min(named)[0], min(named)[1] + 1) if len(named) == 1 else range(0)


def untied(text: str, years: Sequence[int | None], language: str) -> tuple[int | None, ...]:
    """The years of numbers but those that only end a span: in "from 2017 to 2021 there were 320" the 320 have none."""
    if any(phrases.says(language, way, text) for way in ("increase", "decrease")):
        return tuple(years)
    ends = {last for _, last in _worded(text, language) if text.count(str(last)) == 1}
    return tuple(None if year in ends else year for year in years)


def _worded(text: str, language: str) -> Iterator[tuple[int, int]]:
    for found in _from_to(language).finditer(text):
        first, last = re.findall(r"\d{4}", found[0])
        yield int(first), int(last)


@lru_cache(maxsize=KEPT)
def lengths(sentence: Sentence, language: str) -> tuple[tuple[int, int, int], ...]:
    """The spans that a sentence names, as (start, end, years): a number with "years" behind it."""
    found = []
    for one in numbers.find(sentence.text, language):
        noun = _noun(language).match(sentence.text, one.end)
        if noun and one.kind in ("count", "ordinal", "year") and 1 < one.value <= LONGEST:
            found.append((one.start, noun.end(), int(one.value)))
    return tuple(found)


def spanned(sentence: Sentence, count: Mention, language: str) -> bool:
    """Whether a count is of several years: a span, "2021–2023", or words such as "over the whole period" stand near."""
    dated = {sentence.year_of(one) for one in sentence.of_kind("count")} - {None}
    if lengths(sentence, language) and len(dated) >= LISTED and sentence.year_of(count) is None:
        return True  # "in three years (2020: 62, 2021: 70, 2022: 84) there were 216"
    if _since(sentence, count, language):
        return True
    near = [(start, end) for start, end, _ in lengths(sentence, language)]
    near += [found.span() for found in phrases.pattern(language, "whole_period").finditer(sentence.text)]
    near += [found.span() for found in _RANGE.finditer(sentence.text)]
    if not any(phrases.says(language, way, sentence.text) for way in ("increase", "decrease")):
        near += [found.span() for found in _from_to(language).finditer(sentence.text)]
    return any(_gap(span, count, sentence) <= REACH for span in near)


def _since(sentence: Sentence, count: Mention, language: str) -> bool:
    """Whether a sentence opens with "since 2017" and tells no record: the first number behind is of all years since."""
    years, behind = sentence.of_kind("year")[:1], [one for one in sentence.of_kind("count") if one.start <= count.start]
    if not years or behind != [count] or count.start < years[0].end:
        return False
    record = any(phrases.says(language, way, sentence.text) for way in ("lowest", "highest"))
    return not record and when.opens_since(sentence.text, years[0], language)


def _gap(span: tuple[int, int], count: Mention, sentence: Sentence) -> int:
    """Characters between a span and a count; no other number may stand between them."""
    first, last = min(span[1], count.end), max(span[0], count.start)
    inside = [one for one in sentence.mentions if first <= one.start and one.end <= last and one is not count]
    return LONGEST * REACH if inside else max(0, last - first)


@cache
def _from_to(language: str) -> re.Pattern[str]:
    """As "from 2017 to 2021", "с 2017 по 2021", "2017 жылдан 2021 жылға дейін"."""
    front, between = phrases.words(language, "from"), phrases.words(language, "years_to")
    year, behind = r"(?:19|20)\d\d", phrases.words(language, "from_behind")
    return re.compile(
        rf"\b(?:{front})\s+{year}\s+(?:{between})\s+{year}\b|\b{year}[\s-]+(?:{behind})\s+{year}\b", re.IGNORECASE
    )


@cache
def _noun(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[\s\u00a0-]+\w+)?[\s\u00a0-]+(?:{phrases.words(language, 'years')})", re.IGNORECASE)
