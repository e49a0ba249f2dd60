"""Terms in running text: `15 суток`, `two and a half years`, `төрт жарым жыл`, `шесть лет и шесть месяцев`.

What follows a number and makes it a term are rules in `<language>/terms.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from kuzet.language.text import script, tables
from kuzet.language.values import numbers

_UNITS: Final = ("days", "months", "years")
_AND: Final = re.compile(r",?\s(?:и\s|and\s|және\s|мен\s)?")
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """`text[start:end]` is a term of `amount` `days` or `months` (`unit`); `years` tells that it was told in years."""

    start: int
    end: int
    unit: str
    amount: int
    years: bool = False


def find(text: str, language: str) -> tuple[FoundTerm, ...]:
    """Every term of `text` in order; years and the months after them are one."""
    found: list[FoundTerm] = []
    plain = _plain(text)
    for term in _terms(text, plain, language):
        last = found[-1] if found else None
        if last and last.years and term.unit == "months" and _AND.fullmatch(text, last.end, term.start):
            found[-1] = replace(last, end=term.end, amount=last.amount + term.amount)
        else:
            found.append(term)
    return tuple(found)


def alone(text: str, language: str, end: int) -> bool:
    """Whether a number that ends at `end` has no noun: `asked for nine, got seven`, `ten million in damages`."""
    return _alone(language).match(_plain(text[end : end + 40])) is not None


@cache
def _alone(language: str) -> re.Pattern[str]:
    table = {row[0]: script.bare(row[1]) for row in tables.rules(language, "terms")}
    return re.compile(rf"\W*$|\s?[^\w\s-]|\s(?:{table['alone']})")


def _terms(text: str, plain: str, language: str) -> Iterator[FoundTerm]:
    pattern = _pattern(language)
    end = 0
    for count in numbers.find(text, language, lone=True):
        match = pattern.match(plain, count.end) if count.kind == "count" and count.start >= end else None
        if match is None or count.value <= 0:
            continue
        unit = next(name for name in _UNITS if match[name] is not None)
        value = count.value + (Decimal("0.5") if match["before"] or match["after"] else 0)
        amount = int(value * (_MONTHS if unit == "years" else 1))
        end = match.end()
        yield FoundTerm(count.start, end, "days" if unit == "days" else "months", amount, unit == "years")


def _plain(text: str) -> str:
    return script.bare("".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    table = {row[0]: script.bare(row[1]) for row in tables.rules(language, "terms")}
    units = "|".join(f"(?P<{unit}>{table[unit]})" for unit in _UNITS)
    half = table["half"]
    return re.compile(rf"(?P<before>{half})?(?:[\s\u00a0]|-(?:ти|и|х|ми)?\s?){{1,2}}(?:{units})(?P<after>{half})?")
