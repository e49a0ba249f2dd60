"""The day of the week told beside a date: `20 августа, в среду`, `Thursday, October 10`, `20 тамыз, сәрсенбі күні`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kuzet.language.text import script, tables

REACH: Final = 24
"""Characters in which the day of the week stands before or after its date, with nothing but a short word between."""


def beside(text: str, language: str, date: tuple[int, int]) -> int | None:
    """The day of the week, 1 for Monday, told right before or after a date (characters of `text`); None for none."""
    start, end = date
    text = script.bare(text) if language == "kk" else text
    before = _before(language).search(text[max(0, start - REACH) : start])
    after = _after(language).match(text[end : end + REACH])
    found = before or after
    return _number(language, found[0]) if found else None


def _number(language: str, words: str) -> int:
    return next(number for stem, number in _stems(language) if re.search(rf"\b{stem}", words, re.IGNORECASE))


@cache
def _before(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(language)})\w{{0,4}}[,(]?(?:\s\w{{1,4}}[,(]?)?\s$", re.IGNORECASE)


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\s\d{{4}}\b)?[,(]?\s?[,(]?(?:\s?\w{{1,2}}\s)?(?:{_any(language)})", re.IGNORECASE)


def _any(language: str) -> str:
    return "|".join(stem for stem, _ in _stems(language))


@cache
def _stems(language: str) -> tuple[tuple[str, int], ...]:
    rows = tables.rows(language, "weekdays")
    return tuple((script.bare(row["stem"]) if language == "kk" else row["stem"], int(row["number"])) for row in rows)
