"""Sums told in two units, the second a hundredth of the first: "24 roubles 50 kopecks" is one sum of 24.50."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention

HUNDRED: Final = 100
"""Coins of one unit of a currency."""

MONEY: Final = 2
"""Letters of a currency at least: units of time have one."""


def joined(text: str, found: Sequence[Mention], language: str) -> list[Mention]:
    """The numbers of a text, each whole sum of money joined with the coins right behind it."""
    told: list[Mention] = []
    for one in found:
        coins = _coins(language).match(text, one.end) if one.kind == "count" and one.value < HUNDRED else None
        last = told[-1] if told else None
        if coins and last and _is_whole(last) and _between(language).fullmatch(text, last.end, one.start):
            value = last.value + (one.value / HUNDRED).quantize(Decimal("0.01"))
            told[-1] = replace(last, end=coins.end(), value=value)
        else:
            told.append(one)
    return told


def _is_whole(one: Mention) -> bool:
    return one.kind == "amount" and len(one.unit) >= MONEY and one.decimals == 0


@cache
def _coins(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\s\u00a0\u202f](?:{phrases.words(language, 'coin')})", re.IGNORECASE)


@cache
def _between(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:{phrases.words(language, 'and')})\s)?", re.IGNORECASE)
