"""The number of all incidents year by year, as a text lists it: "2018: 72, 2019: 95, 2020: 118 ...".

A list serves everything that is said of its years: records, changes between two years, sums, averages, the median.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text

FEWEST: Final = 3
"""Years with a number each, from which on a sentence lists them."""

_YEAR: Final = r"\d{4}(?:-\w+)?"


def dated(sentence: Sentence) -> dict[int, Mention]:
    """The counts of a sentence by year; none where a year has two."""
    found = [(year, one) for one in sentence.of_kind("count") if (year := sentence.year_of(one))]
    if len(found) > FEWEST and found[0][1].exact == sum(one.exact for _, one in found[1:]):
        del found[0]  # "708 up to 2022: 102 in 2018, ... and 184 in 2022"
    if len(found) > FEWEST and (_is_sum(found) or _is_more(found)):
        found.pop()  # "102 in 2018, ... and 184 in 2022, or 708 in all", right or wrong
    by_year = dict(found)
    return by_year if len(by_year) == len(found) else {}


def _is_sum(found: Sequence[tuple[int, Mention]]) -> bool:
    """Whether the last number is that of all others together."""
    return found[-1][1].exact == sum(one.exact for _, one in found[:-1])


def _is_more(found: Sequence[tuple[int, Mention]]) -> bool:
    """Whether the last number has the year of the one in front and is more than all: a sum that is wrong."""
    return found[-1][0] == found[-2][0] and found[-1][1].exact > max(one.exact for _, one in found[:-1])


def listed(text: Text) -> Mapping[int, Fraction]:
    """The numbers of all incidents by year, from the sentences that list three years or more; later lists lose."""
    found: dict[int, Fraction] = {}
    for sentence in text.sentences:
        by_year = dated(sentence)
        if len(by_year) >= FEWEST and _of_all(text, sentence, by_year):
            found = {year: one.exact for year, one in by_year.items()} | found
    if found and text.total and text.year not in found:
        found[text.year] = text.total.mention.exact
    return found


def _of_all(text: Text, sentence: Sentence, by_year: Mapping[int, Mention]) -> bool:
    """Whether a list is of all incidents: its last number is the text's whole, or its words count incidents."""
    if concepts.found(sentence.text, text.language) or text.total is None:
        return False
    now = by_year.get(text.year)
    if now is not None:
        return now.exact == text.total.mention.exact
    told = phrases.says(text.language, "incidents", sentence.text) or _told_elsewhere(text, sentence, max(by_year))
    return max(by_year) == text.year - 1 and told


def _told_elsewhere(text: Text, sentence: Sentence, year: int) -> bool:
    """Whether the number of the last year is told beside the text's whole too."""
    lead = text.sentences[text.total.index] if text.total else sentence
    value = dated(sentence)[year].exact
    return lead is not sentence and any(
        one.exact == value and lead.year_of(one) == year for one in lead.of_kind("count")
    )


def pair(text: Text, index: int, percent: Mention, years: Mapping[int, Fraction]) -> Pair | None:
    """The two numbers that "compared with 2021 the total rose by 6.5%" is said of; None where other words narrow it."""
    sentence = text.sentences[index]
    told = _years(sentence, percent)
    named = sorted(told | ({text.year} if len(told) == 1 else set()))
    if len(named) != 2 or sentence.of_kind("count", "amount") or any(year not in years for year in named):
        return None
    if concepts.found(sentence.text, text.language) or not _is_subject(sentence, text.language):
        return None
    before, now = (Mention(0, 0, Decimal(int(years[year])), "count") for year in named)
    return Pair(now, before)


def _years(sentence: Sentence, percent: Mention) -> set[int]:
    """The years that a percentage is said of: all of a sentence, or where it has several those in front of each."""
    years, percents = sentence.of_kind("year"), sentence.of_kind("percent")
    floor = max((one.end for one in percents if one.end <= percent.start), default=0)
    return {int(one.value) for one in years if len(percents) == 1 or floor <= one.start < percent.start}


def _is_subject(sentence: Sentence, language: str) -> bool:
    """Whether "the figure", "the number of attacks" stands alone, so that it is that of all incidents."""
    for found in phrases.pattern(language, "subject_all").finditer(sentence.text):
        front, behind = sentence.text[: found.start()], sentence.text[found.end() :]
        if _alone_front(language).search(front) and _alone_behind(language).match(behind):
            return True
    return False


@cache
def _alone_front(language: str) -> re.Pattern[str]:
    front = phrases.any_of(language, "subject_front", "compared_with")
    return re.compile(rf"(?:^\W*(?:\d+[.)]\s*)?|[,;:–—]\s*|{_YEAR}\s+|\b(?:{front})\s+)$", re.IGNORECASE)


@cache
def _alone_behind(language: str) -> re.Pattern[str]:
    """A verb of moving, or the percentage itself, behind nothing but years and words that link."""
    between = rf"(?:[\s,]+(?:{_YEAR}|{phrases.words(language, 'linking')}))*"
    moves = phrases.any_of(language, "increase", "decrease", "move_verb")
    return re.compile(rf"{between}[\s,]+(?:(?:{moves})|\d|{phrases.words(language, 'by')}\s)", re.IGNORECASE)


def last(years: Mapping[int, Fraction], until: int, length: int) -> list[Fraction] | None:
    """The numbers of `length` years up to `until`; None where one of them is not known."""
    wanted = range(until - length + 1, until + 1)
    return [years[year] for year in wanted] if all(year in years for year in wanted) else None


def undated(sentence: Sentence) -> Iterator[Mention]:
    """The counts that the words tie to no year."""
    return (one for one in sentence.of_kind("count") if sentence.year_of(one) is None)
