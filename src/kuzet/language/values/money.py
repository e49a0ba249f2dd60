"""Sums of money in running text: `73 840 тенге`, `621 мың теңге`, `20 МРП`, `$1.5 million`, `five thousand tenge`.

The names of currencies are data of each language (`currencies.csv`); `%` in them stands for any ending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from kuzet.basis.money import Money
from kuzet.basis.names import LANGUAGES
from kuzet.language.text import script, tables
from kuzet.language.values import numbers, terms

_BETWEEN: Final = re.compile(
    r"(?:-?(?:ти|и|х|го|ға|ге|ның|нің))?\.?[\s\u00a0\u202f-]{0,3}(?:\([^()]{3,90}\)\s{0,2})?(?:national\s)?"
)
_SIGNS: Final = frozenset("$€£₽₸")


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """`text[start:end]` names the sum with its currency."""

    start: int
    end: int
    money: Money


def find(text: str, language: str, implied: str = "") -> tuple[FoundMoney, ...]:
    """Every sum of `text` in order; a number without a currency is none, unless it is large and one is `implied`."""
    counts = [count for count in numbers.find(text, language, lone=True) if count.kind in _COUNTED]
    if not counts:
        return ()
    plain = _plain(text)
    found: list[FoundMoney] = []
    for count in counts:
        span, code = _unit(plain, count, language)
        if not code and implied and _is_large(text, count, language):
            span, code = (count.start, count.end), implied
        if code and not (found and span[0] < found[-1].end):
            amount = count.value.quantize(Decimal(1)) if count.value == int(count.value) else count.value
            found.append(FoundMoney(*span, Money(amount=amount, currency=code)))
    return tuple(found)


def _unit(plain: str, count: numbers.FoundNumber, language: str) -> tuple[tuple[int, int], str]:
    """The span of the sum and the code of the currency right after or, for a sign, right before the number."""
    pattern, codes = _pattern(language)
    before = _LEADING.search(plain, max(0, count.start - 5), count.start)
    if before and (sign := pattern.match(plain, before.start())):
        return (before.start(), count.end), codes[sign.lastgroup or ""]
    between = _BETWEEN.match(plain, count.end)
    after = pattern.match(plain, between.end()) if between else None
    return ((count.start, after.end()), codes[after.lastgroup or ""]) if after else ((0, 0), "")


LARGE: Final = 100_000
"""From here on a number in words, without anything counted, may be a sum."""


def _is_large(text: str, count: numbers.FoundNumber, language: str) -> bool:
    in_words = any(letter.isalpha() for letter in text[count.start : count.end])
    return in_words and count.value >= LARGE and terms.alone(text, language, count.end)


_COUNTED: Final = ("count", "year", "ordinal")  # "2000 тенге" may look like a year, "20-ти МРП" like an ordinal
_LEADING: Final = re.compile(r"(?:(?:us)?[$€£₽₸]|(?<!\w)(?:kzt|usd|eur))\s?$")


def _plain(text: str) -> str:
    lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return script.bare(lower)


@cache
def _rows(language: str) -> tuple[tables.Row, ...]:
    # Sums in a text of one language are often named in another, so its own names come first and the others follow.
    others = (name for name in LANGUAGES if name != language)
    return (*tables.rows(language, "currencies"), *(row for name in others for row in tables.rows(name, "currencies")))


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all currencies, and the code of each of its groups."""
    rows = _rows(language)
    groups = [
        f"(?P<c{number}>{'|'.join(_stem(stem) for stem in sorted(tables.split(row['stems']), key=len, reverse=True))})"
        for number, row in enumerate(rows)
    ]
    return re.compile("|".join(groups)), {f"c{number}": row["code"] for number, row in enumerate(rows)}


def _stem(stem: str) -> str:
    if stem in _SIGNS:
        return rf"(?:us)?{re.escape(stem)}"
    words = re.escape(script.bare(stem)).replace("%", r"\w{0,8}").replace(r"\ ", r"\s{1,2}")
    tail = r"\w{0,6}" if len(stem) > 4 else r"(?:[аеиоыуьs]\w{0,3})?" if len(stem) > 3 else ""
    return rf"(?<![^\W\d_]){words}{tail}(?!\w)"
