"""A cell that says a month and its year in any order, such as `қыркүйек 2024`, `2024 September` or `09.2024`.

In running text such words are too little for a date (a month may stand beside a year that is not its own); a cell of a
column of dates says nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from kuzet.basis.dates import EventDate
from kuzet.basis.names import LANGUAGES
from kuzet.language.text import tables

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_MONTH: Final = r"(?P<month>[^\W\d_]{3,}|0?[1-9]|1[0-2])"
_SMALL_WORD: Final = r"(?:\s*[^\W\d_]{1,4}\.?)?"
"""`года.`, `ж.`"""

_FORMS: Final = (
    re.compile(rf"{_MONTH}(?:[./]|\.?,?\s+){_YEAR}{_SMALL_WORD}"),
    re.compile(rf"{_YEAR}(?:[./]|{_SMALL_WORD},?\s+){_MONTH}\.?"),
)


def month(text: str) -> EventDate | None:
    """The month that a whole cell says; None for everything else."""
    for form in _FORMS:
        if match := form.fullmatch(text.casefold()):
            number = int(match["month"]) if match["month"].isdecimal() else _named().get(match["month"])
            return EventDate.parse(f"{match['year']}-{number:02}") if number else None
    return None


@cache
def _named() -> Mapping[str, int]:
    """Names of months in all languages, whole and short, in the cases that stand in cells."""
    return {
        name.casefold(): int(row["number"])
        for language in LANGUAGES
        for row in tables.rows(language, "months")
        for column in ("nominative", "genitive", "prepositional", "short")
        for name in tables.split(row[column])
    }
