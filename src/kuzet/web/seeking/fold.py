"""Words of a text or a query as keys: one spelling for Cyrillic and Latin letters, by the project's rules of sounds.

`search.js` does the same with the same tables; a test holds the two together over every word of the sample.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from kuzet.language.names import sounds
from kuzet.language.text import tables

TOKEN: Final = r"[^\W_]+(?:['’ʼ`‘ʻ][^\W_]+)*"  # noqa: S105  (no secret)
_TOKEN: Final = re.compile(TOKEN)
_POSSESSIVE: Final = re.compile(r"['’ʼ`‘]s$")

LONGEST: Final = 40
"""Letters of a key that are kept."""


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The key of one word: `Журналист`, `jurnalist` and `jýrnalıst` give `jurnalist`; digits stay as they are."""
    lower = _POSSESSIVE.sub("", word.lower().replace("\u0307", ""))
    if any(letter.isdigit() for letter in lower):
        return lower[:LONGEST]
    return sounds.plain(sounds.fine(lower))[:LONGEST]


def words(text: str) -> list[str]:
    """The words of a text in order, as they are written."""
    return _TOKEN.findall(text)


@cache
def silent() -> frozenset[str]:
    """Keys of words that say nothing of what is sought, such as `and`."""
    text = (files(__package__) / "silent.txt").read_text("utf-8")
    return frozenset(fold(word) for line in text.splitlines() if not line.startswith("#") for word in line.split())


def rules() -> dict[str, Any]:
    """What the script needs to fold as `fold` does."""
    return {
        "sounds": sorted(([row["letters"], row["sound"]] for row in tables.rows("kk", "fold")), key=_longest_first),
        "readings": [list(row) for row in tables.rules("en", "readings")],
        "vowels": sounds.VOWELS,
        "plain": {chr(letter): chr(other) for letter, other in sounds.PLAIN.items()},
        "longest": LONGEST,
    }


def _longest_first(row: list[str]) -> int:
    return -len(row[0])
