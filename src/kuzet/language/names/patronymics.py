"""Patronymics: what they are made of, and the gender they tell, in Kazakh, Russian and their neighbours."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kuzet.language.text import tables

_CASES: Final = r"(?:ның|на|н|нда|нан|мен|[ғг][ае]|ны|дан|(?<=[ıy])(?:n[yıi][ñń]|n[ae]|n|nan|men))?"
"""What Kazakh adds to -ұлы and -қызы, and to the -уулу of its neighbours."""
_SOFT: Final = "аеёиоуыэюяьйіaeiouyıūü"


class Patronymic(NamedTuple):
    """`father`: the bare beginning of his name; `gender`: f or m, of the child; `tail`: it is of the -ұлы kind."""

    father: str
    gender: str
    tail: bool


@lru_cache(maxsize=50_000)
def of(lower: str) -> Patronymic | None:
    """The patronymic that a lower-case word is, in any case; None for another word.

    >>> of("қайратұлының").father, of("кайратовичу").father, of("геннадьевны").father
    ('қайрат', 'кайрат', 'геннад')
    """
    for gender, tail, ending in _endings():
        if match := ending.match(lower):
            return Patronymic(match[1].rstrip(_SOFT) or match[1], gender, tail)
    return None


def is_tail(lower: str) -> bool:
    """Whether the word is the second half of a patronymic written as two: уулу, кызы, uly."""
    return _tails().fullmatch(lower) is not None


@cache
def _endings() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    rows = tables.rules("kk", "fathers")
    return tuple(
        (gender, kind == "tail", re.compile(rf"(.{{2,}}?)-?{ending}{_CASES if kind == 'tail' else ''}$"))
        for gender, kind, ending in rows
    )


@cache
def _tails() -> re.Pattern[str]:
    endings = (ending for _, kind, ending in tables.rules("kk", "fathers") if kind == "tail")
    return re.compile(f"(?:{'|'.join(endings)}){_CASES}")
