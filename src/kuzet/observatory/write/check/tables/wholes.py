"""Heads of tables that name a time with its parts beside it: "I | II | III | IV | Year", "2018 | 2019 | Two years"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases, terms

FEWEST: Final = 2
"""Parts of a time."""

_YEAR: Final = re.compile(r"\W*(?:19|20)\d\d\b\D{0,8}")
_YEARS: Final = re.compile(r"\W*(?:19|20)\d\d\s?[–—-]\s?(?:(?:19|20)?\d\d)\b\D{0,8}")
_PART: Final = re.compile(r"\W*(?:IV|I{1,3}|Q[1-4]|H[12])\b\W*(?:[^\W\d_]{1,3}\.)?\W*")


def spans(heads: Sequence[str], language: str) -> bool:
    """Whether the last of some heads names the time that the others are the parts of: its years, or parts of a year."""
    if len(heads) <= FEWEST:
        return False
    *parts, whole = (head.strip(" *") for head in heads)
    if all(_YEAR.fullmatch(part) for part in parts):
        return _YEARS.fullmatch(whole) is not None or _named(language, "years_head").fullmatch(whole) is not None
    divided = all(_PART.fullmatch(part) or _is_part(part, language) for part in parts)
    return divided and _named(language, "year_head").fullmatch(whole) is not None


def _is_part(head: str, language: str) -> bool:
    named = any(phrases.says(language, word, head) for word in ("quarter_year", "half_year"))
    return named or bool(terms.in_words(head, language))


@cache
def _named(language: str, relation: str) -> re.Pattern[str]:
    """A head of a whole time, the year in figures beside it: "Year", "Жыл", "2022 год"."""
    words = phrases.words(language, relation)
    return re.compile(rf"\W*(?:(?:19|20)\d\d\W+)?(?:{words})(?:\W+(?:19|20)\d\d)?\W*", re.IGNORECASE)
