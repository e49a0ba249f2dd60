"""Names of months and weekdays of each language, in the plain letters that dates are looked for in."""

from __future__ import annotations

import re
from functools import cache

from kuzet.language import script, tables


def plain(text: str, language: str) -> str:
    """Lower case of the same length; Kazakh also without its own letters, so that both ways of typing match."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    lower = lower.replace("ё", "е")
    return script.bare(lower) if language == "kk" else lower


@cache
def month_stems(language: str) -> tuple[tuple[str, int], ...]:
    """Beginnings of the names of months with the number of the month, the longest first."""
    stems = {
        plain(stem, language): int(row["number"])
        for row in tables.rows(language, "months")
        for stem in (*tables.split(row["stem"]), *tables.split(row["short"]))
    }
    return tuple(sorted(stems.items(), key=lambda pair: -len(pair[0])))


@cache
def weekday_stems(language: str) -> tuple[tuple[str, int], ...]:
    """Patterns of the names of weekdays with the number of the day, Monday is 1."""
    return tuple((plain(row["stem"], language), int(row["number"])) for row in tables.rows(language, "weekdays"))


@cache
def any_month(language: str) -> re.Pattern[str]:
    """A pattern of the beginnings of all names of months."""
    return re.compile("|".join(stem for stem, _ in month_stems(language)))
