"""Fractions and multiples in words: "two thirds", "every fifth", "nine out of ten", "two and a half times".

The forms are data (`language/<language>/portions.csv`); the numerals in them are those of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.language.text import tables
from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention

LARGEST: Final = 10
"""The largest numeral in a fraction: "three out of thirty-one" in words is a count of its own."""

SCALES: Final = (100, 1000, 10_000, 100_000, 1_000_000)
"""What shares are told of: "of every 100", "per 100,000"."""

RESTATING: Final = 80
"""Characters in front of a fraction in which the numbers that it restates stand."""

_FRONT: Final = re.compile(r"\d[^.;,]*[,(–—]\s?$")
_BEHIND: Final = re.compile(r"\s?[,)–—.]")

ORDINALS: Final = frozenset([*range(2, 11), 12, 15, 20, 100])
"""The ordinals of fractions: every second, a tenth, every twentieth."""


def is_of_every(text: str, one: Mention, language: str) -> bool:
    """Whether a hundred or a thousand is no number of things: "41 out of every 100", "per 100,000 inhabitants"."""
    scale = one.kind == "count" and one.value in SCALES
    return scale and phrases.ends_with(language, "of_every", text[max(0, one.start - 24) : one.start])


def portions(text: str, language: str) -> Iterator[Mention]:
    """Every fraction (in percent) and every multiple that is no plain numeral, longer forms first."""
    taken = [found.span() for found in phrases.pattern(language, "not_portion").finditer(text)]
    has_numeral = _numeral(language).search(text) is not None
    for kind, value, pattern in _forms(language):
        for found in pattern.finditer(text) if has_numeral or value[0].isdecimal() else ():
            start, end = found.span()
            number = _value(value, found, language)
            if value == "n/m" and not _is_fraction(text, found, language):
                continue
            if number is not None and not any(start < right and left < end for left, right in taken):
                taken.append((start, end))
                yield Mention(start, end, _decimal(number, kind), kind)


def _is_fraction(text: str, found: re.Match[str], language: str) -> bool:
    """Whether "three out of four" is no count of its own: it says "each", "almost", or restates numbers beside it."""
    restates = _restating(language).search(text, max(0, found.start() - RESTATING), found.start())
    rough = any(phrases.ends_with(language, hedge, text[: found.start()]) for hedge in ("almost", "about"))
    shown = _shown(language).match(text, found.end())
    aside = _number("n", found, language) == 1 and _aside(text, found)
    return bool(restates or shown or rough or aside or phrases.says(language, "each", found[0]))


def _aside(text: str, found: re.Match[str]) -> bool:
    """Whether a fraction stands between commas behind a number: "in 12 cases, one in eight, nobody knows"."""
    return bool(
        _FRONT.search(text, max(0, found.start() - RESTATING), found.start()) and _BEHIND.match(text, found.end())
    )


@cache
def _restating(language: str) -> re.Pattern[str]:
    """Words that restate the numbers in front: "in 74 cases of 83, that is in two searches of three"."""
    said, inside = phrases.words(language, "equates"), phrases.any_of(language, "inside", "by_case")
    return re.compile(rf"\d[^.;]{{0,40}}?[,–—-]\s*(?:{said})[\s,–—-]+(?:(?:{inside})\s+)?$", re.IGNORECASE)


@cache
def _shown(language: str) -> re.Pattern[str]:
    """The counts or the whole behind a fraction: without them "three out of four" are the counts themselves."""
    number, percent = r"\d[\d\s,]*(?:-\w+)?", r"(?![\d.,]*\s?(?:%|per|проц|пайыз))"
    of = phrases.words(language, "out_of")
    return re.compile(rf"\s(?:{of})\s\d|[^.;]{{0,80}}?[(:,–—-]\s?(?:\w+\s)?{number}{percent}", re.IGNORECASE)


def _decimal(number: Fraction, kind: str) -> Decimal:
    """A share in percent or a multiple, to one digit: "a third" is 33.3."""
    exact = number * 100 if kind == "portion" else number
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.1"))


def _value(told: str, found: re.Match[str], language: str) -> Fraction | None:
    """What `n/d`, `1/3` or `n+1/2` comes to; None where it is no proper fraction."""
    whole, plus, part = told.partition("+")
    over, _, under = (part or whole).partition("/")
    upper, lower = _number(over, found, language), _number(under or "1", found, language)
    if plus:
        return (_number(whole, found, language) or Fraction(0)) + Fraction(over) / Fraction(under)
    if upper is None or not lower or (under and upper >= lower):
        return None
    return upper / lower


def _number(told: str, found: re.Match[str], language: str) -> Fraction | None:
    if not told.isalpha():
        return Fraction(told)
    word = found.groupdict().get(told)
    value = numbers.value_of(word, language) if word else None
    return Fraction(value) if value is not None else None


@cache
def _numeral(language: str) -> re.Pattern[str]:
    """A numeral in words, without which most forms need not be looked for."""
    return re.compile(rf"\b(?:{_cardinals(language)}|{_ordinals(language)})", re.IGNORECASE)


def _cardinals(language: str) -> str:
    small = [row for row in tables.rows(language, "numerals") if 1 <= Decimal(row["value"]) <= LARGEST]
    return "|".join(word for row in small for word in tables.split(row["cardinal"]))


def _ordinals(language: str) -> str:
    parts = [row for row in tables.rows(language, "numerals") if row["value"] in {str(one) for one in ORDINALS}]
    return "|".join(word for row in parts for word in tables.split(row["ordinal"]))


@cache
def _forms(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    cardinals, ordinals = _cardinals(language), _ordinals(language)
    numerals = {"{n}": f"(?P<n>{cardinals})", "{m}": f"(?P<m>{cardinals})", "{d}": f"(?P<d>{ordinals})"}
    found = []
    for kind, value, pattern in tables.rules(language, "portions"):
        for mark, words in numerals.items():
            pattern = pattern.replace(mark, words)
        found.append((kind, value, re.compile(rf"\b(?:{pattern})(?!\w|[ -](?:{cardinals})\b)", re.IGNORECASE)))
    return tuple(found)
