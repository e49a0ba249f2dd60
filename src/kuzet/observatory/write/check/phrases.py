"""The words that tie numbers together, per language, from `language/<language>/claims.csv`."""

from __future__ import annotations

import re
from functools import cache

from kuzet.language import tables


@cache
def pattern(language: str, relation: str) -> re.Pattern[str]:
    """All wordings of one relation as a pattern of whole words; `*` stands for any ending."""
    words = tables.split(tables.pairs(language, "claims")[relation])
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(_whole(word) for word in longest_first), re.IGNORECASE)


def says(language: str, relation: str, text: str) -> bool:
    """Whether one of the wordings stands in `text`."""
    return pattern(language, relation).search(text) is not None


def ends_with(language: str, relation: str, text: str) -> bool:
    """Whether `text` ends with one of the wordings, articles and spaces aside: "out of the ", "against "."""
    return re.search(rf"(?:{pattern(language, relation).pattern})[\W_]*$", text, re.IGNORECASE) is not None


def last(language: str, relation: str, text: str) -> int:
    """Where the last wording in `text` begins, -1 where there is none."""
    return max((found.start() for found in pattern(language, relation).finditer(text)), default=-1)


def _whole(word: str) -> str:
    escaped = r"\s+".join(re.escape(part) for part in word.rstrip("*").split())
    left = r"\b" if word[:1].isalnum() else ""
    right = r"\w*" if word.endswith("*") else r"\b" if word[-1:].isalnum() else ""
    return f"{left}{escaped}{right}"
