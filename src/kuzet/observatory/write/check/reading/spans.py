"""Spans of years: "in six years", "за шесть лет", "бес жылда", "since 2017"; a count beside them is of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
def _noun(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[\s\u00a0-]+\w+)?[\s\u00a0-]+(?:{phrases.words(language, 'years')})", re.IGNORECASE)
