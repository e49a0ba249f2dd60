"""Dates whose numbers are written out, with those numbers in digits: *он алтыншы қыркүйек* as *16 қыркүйек*.

Only a number beside the name of a month is such a day, and one before the word for a year such a year; any other
number stays in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from kuzet.language.text import tables
from kuzet.language.values import numbers
from kuzet.language.values.numbers import FoundNumber

DAYS: Final = range(1, 32)
YEARS: Final = range(1900, 2100)


class Digits(NamedTuple):
    """A text with digits for words, and for each of its places (and its end) the place in the text before that."""

    text: str
    places: Sequence[int]

    def before(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text before that stand for `start` to `end`."""
        return self.places[start], self.places[end]


def in_digits(text: str, language: str) -> Digits:
    """The text with the days and years of its dates in digits."""
    if _shapes(language)["month"].search(text) is None:
        return Digits(text, range(len(text) + 1))
    out, places, at = "", list[int](), 0
    for start, end, digits in sorted(_written_out(text, language)):
        out += text[at:start] + digits
        places += [*range(at, start), *[start] * len(digits)]
        at = end
    return Digits(out + text[at:], [*places, *range(at, len(text) + 1)])


def _written_out(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Where a day or a year is written out, and its digits, with the ending that a rule of dates asks for."""
    for one in numbers.find(text, language, lone=True):
        if not text[one.start].isalpha():
            continue
        if _is_year(text, one, language) or _is_before_month(text, one, language):
            yield one.start, one.end, str(one.value)
        elif _is_behind_month(text, one, language):
            yield one.start, one.end, f"{one.value}-і" if language == "kk" else str(one.value)
    yield from ((*found.span("ten"), "10-ы") for found in _shapes(language)["tenth"].finditer(text))


def _is_year(text: str, one: FoundNumber, language: str) -> bool:
    """*Екі мың жиырма төртінші жылғы*, *две тысячи двадцать четвёртого года*."""
    return one.kind == "ordinal" and one.value in YEARS and _has(text, one, language, "year")


def _is_before_month(text: str, one: FoundNumber, language: str) -> bool:
    """*Үшінші шілде*, *он бес мамырда*, *третьего июля*, *the third of July*."""
    shape = "before" if one.kind == "ordinal" else "counted"
    return one.value in DAYS and _has(text, one, language, shape)


def _is_behind_month(text: str, one: FoundNumber, language: str) -> bool:
    """*Қаңтардың отыз бірінде*, *мамырдың бесінші күні*, *July the third*."""
    shapes = _shapes(language)
    found = shapes["behind"].search(text, 0, one.end) if one.value in DAYS else None
    named = one.kind != "ordinal" or shapes["day"].match(text, one.end)
    return bool(named) and found is not None and found.start("day") <= one.start


def _has(text: str, one: FoundNumber, language: str, shape: str) -> bool:
    """Whether the shape begins with the last word of the number."""
    last = max(text.rfind(" ", one.start, one.end), text.rfind("\u00a0", one.start, one.end), one.start - 1) + 1
    return _shapes(language)[shape].match(text, last) is not None


@cache
def _shapes(language: str) -> dict[str, re.Pattern[str]]:
    """The surroundings of numbers of dates; `{month}` is any name of a month, in Kazakh the beginning of one."""
    column = {"kk": "stem", "ru": "genitive", "en": "nominative"}[language]
    names = (name for row in tables.rows(language, "months") for name in tables.split(row[column]))
    month = f"(?:{'|'.join(names)})"
    case = re.NOFLAG if language == "en" else re.IGNORECASE  # may is a verb, May a month
    shapes = {"month": "{month}", **_SHAPES[language]}
    return {name: re.compile(shape.replace("{month}", month), case) for name, shape in shapes.items()}


_NEVER: Final = r"(?!)"
_SHAPES: Final = {
    "kk": {
        "year": r"\w+\sжыл(?:ғы|дың|ы)\b",
        "before": r"\w+\s{month}",
        "counted": r"\w+\s{month}(?:[дт][ае]|\sкүні)\b",
        "behind": (
            r"{month}(?:[дтн][ыі]ң|\sайының)\s(?:(?:\w+\s){1,2}?(?:[мпб]ен\s)?)??"
            r"(?P<day>(?:\w+\s)?\w*(?:[бкмртсзнш][ыі]|[ыіае]с[ыі]|нш[ыі])(?:н?[дт][ае]|н?[ае]н?|н[ае]н)?)$"
        ),
        "day": r"\sкүн",
        "tenth": r"{month}(?:[дтн][ыі]ң|\sайының)\s(?P<ten>оны)(?=\sкүн)",
    },
    "ru": {
        "year": r"\w+\sгод",
        "before": r"\w+(?:го|е)\s{month}\b",
        "counted": _NEVER,
        "behind": _NEVER,
        "day": _NEVER,
        "tenth": _NEVER,
    },
    "en": {
        "year": _NEVER,
        "before": r"[\w-]+\s(?:(?:day\s)?of\s)?{month}\b",
        "counted": _NEVER,
        "behind": r"\b{month}\s(?:the\s)?(?P<day>[\w-]+(?:st|nd|rd|th))$",
        "day": "",
        "tenth": _NEVER,
    },
}
