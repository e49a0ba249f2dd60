"""The names of months as they stand in a text, written out or short, and the text as they are looked for in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kuzet.language.text import script, tables


def plain(text: str, language: str) -> str:
    """Lower case of the same length; Kazakh also without its own letters, so that both ways of typing match."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    lower = lower.replace("ё", "е")
    return script.bare(lower) if language == "kk" else lower


@cache
def stems(language: str) -> tuple[tuple[str, int], ...]:
    """Beginnings of names of months with the number of the month, the longest first."""
    found = {
        plain(stem, language): int(row["number"])
        for row in tables.rows(language, "months")
        for stem in (*tables.split(row["stem"]), *tables.split(row["short"]))
    }
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


def patterns(language: str) -> Iterator[str]:
    """Patterns of the names of months; short Kazakh ones stand by themselves: ақп is February, ақпараттық is not."""
    short = {plain(one, "kk") for row in tables.rows("kk", "months") for one in tables.split(row["short"])}
    return (f"{stem}(?!\\w)" if language == "kk" and stem in short else stem for stem, _ in stems(language))


@cache
def any_name(language: str) -> re.Pattern[str]:
    """What finds the beginning of any name of a month."""
    return re.compile("|".join(stem for stem, _ in stems(language)))
