"""Terms of years as amounts: "11 years, two reporters ten each, the accountant seven", whose sum `bills` judges.

Everywhere else years are dates and ages, which count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence

UNIT: Final = "y"
PAIR: Final = 2

LONGEST: Final = 300
"""Years that a court may give to several people together; larger numbers are dates."""

AGE: Final = 24
"""Characters in front of a number in which "aged" stands."""


def in_years(sentence: Sentence, language: str) -> Sentence | None:
    """The sentence with its terms of years as amounts; None without any, or with other terms beside them."""
    found = [one for one in numbers.find(sentence.text, language) if one.kind == "count" and one.value <= LONGEST]
    often = _often(sentence.text, language)
    told = [Mention(one.start, one.end, one.value, "count") for one in found]
    told = sorted([*_apart(told, often), *often], key=lambda one: one.start)
    others = _apart([one for one in sentence.mentions if one.kind not in ("count", "year")], often)
    if others or phrases.says(language, "half_a_year", sentence.text):
        return None
    if not any(_is_term(sentence.text, one, language) for one in told):
        return None
    read = tuple(_carried(sentence.text, told, language))
    none = (None,) * len(read)
    return replace(sentence, mentions=read, lines=(sentence.line,) * len(read), years=none, order=none)


def _often(text: str, language: str) -> list[Mention]:
    """How many times a term was told, where a word says so: "twice ten years", "дважды по 10 лет"."""
    told = (("told_twice", Decimal(2)), ("told_thrice", Decimal(3)))
    found = ((one, value) for relation, value in told for one in phrases.pattern(language, relation).finditer(text))
    return [Mention(one.start(), one.end(), value, "count") for one, value in found]


def _apart(told: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The numbers that stand in none of the others."""
    return [one for one in told if not any(other.start <= one.start < other.end for other in others)]


def _carried(text: str, told: Sequence[Mention], language: str) -> list[Mention]:
    """The numbers, those without a noun of their own in years too, once years are named."""
    read, named = [], False
    for one in told:
        term = _is_term(text, one, language)
        named = named or term
        read.append(
            replace(one, kind="amount", unit=UNIT) if term or (named and _is_bare(text, one, language)) else one
        )
    for place in range(len(read) - PAIR, -1, -1):  # "5, 7 and 9 years"
        one, follows = read[place : place + PAIR]
        if follows.unit and _joined(language).fullmatch(text[one.end : follows.start]):
            read[place] = replace(one, kind="amount", unit=UNIT)
    return read


def _is_term(text: str, one: Mention, language: str) -> bool:
    aged = phrases.ends_with(language, "measure_before", text[max(0, one.start - AGE) : one.start])
    return not aged and _years(language).match(text, one.end) is not None


def _is_bare(text: str, one: Mention, language: str) -> bool:
    return _end(language).match(text, one.end) is not None


@cache
def _years(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{phrases.words(language, 'term_years')})", re.IGNORECASE)


@cache
def _joined(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s|,?\s(?:{phrases.words(language, 'and')})\s", re.IGNORECASE)


@cache
def _end(language: str) -> re.Pattern[str]:
    """What follows a number that has no noun: the end of its part, "and", "each"."""
    return re.compile(rf"\s*(?:[,.;:)]|$)|\s(?:{phrases.any_of(language, 'and', 'apiece')})\b", re.IGNORECASE)
