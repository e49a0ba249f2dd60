"""Letters of names as sounds: one spelling for Cyrillic and Latin, Kazakh, Russian and their neighbours.

The fine sounds keep apart what tells names from each other (`kk/fold.csv`), the plain ones are letters a to z.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import product
from typing import Final

from kuzet.language.text import tables

VOWELS: Final = "aeiouyäöòì"
PLAIN: Final = str.maketrans("äöòyìqx", "aooiikk")
_GLIDE: Final = re.compile(rf"(?:^|(?<=[{VOWELS}]))y(?=[aeou])")
_LATIN_GLIDE: Final = re.compile("(?<=[aeoäöò])y")
_TWICE: Final = re.compile(r"(.)\1+|q(?=k)|k(?=q)")
_MOST: Final = 4
"""So many doubtful letters of a word are read in both ways: 16 readings."""
_APOSTROPHES: Final = str.maketrans("’ʼ`‘ʻ", "'''''")


def fine(lower: str) -> str:
    """A lower-case word as its fine sounds, read in the likeliest way."""
    return readings(lower)[0]


@lru_cache(maxsize=50_000)
def plain(heard: str) -> str:
    """Fine sounds without what alphabets write in many ways: the letters of a key."""
    heard = _TWICE.sub(r"\1", heard.translate(PLAIN))
    heard = re.sub(r"(?<=[^aeiou])i(?=[aou])", "", heard)  # lia, ria, niu: the soft sign and -ия are not written alike
    return re.sub(r"(?<=[aeou])i(?=e)", "", heard)


@lru_cache(maxsize=50_000)
def readings(lower: str) -> tuple[str, ...]:
    """All ways to read a lower-case word, the likeliest first: Latin x, w, j, h, c, s and z are doubtful."""
    text = lower.translate(_APOSTROPHES).replace("ё", "е")
    if not any("a" <= letter <= "z" for letter in text):
        return (_heard(text),)
    spots = _doubtful(text)
    rows = tuple(dict.fromkeys(row for _, row in spots.values()))
    found = []
    for choice in product((0, 1), repeat=min(len(rows), _MOST)):
        chosen = dict(zip(rows, choice, strict=False))
        found.append(_heard(_replaced(text, spots, chosen)))
    return tuple(dict.fromkeys(found))


Spots = dict[int, tuple[int, tuple[str, str]]]
"""By its beginning: the end of a doubtful letter, its likelier reading and the other one."""


def _doubtful(text: str) -> Spots:
    spots: Spots = {}
    for first, second, letters in _rules():
        for match in letters.finditer(text):
            spots.setdefault(match.start(), (match.end(), (first, second)))
    return spots


def _replaced(text: str, spots: Spots, chosen: dict[tuple[str, str], int]) -> str:
    """All at once: a letter already read in Cyrillic would hide its neighbours from the next rule."""
    signs = list(text)
    for start, (end, row) in spots.items():
        signs[start:end] = [row[chosen.get(row, 0)], *[""] * (end - start - 1)]
    return "".join(signs)


def _heard(text: str) -> str:
    pattern, table = _sounds()
    heard = pattern.sub(lambda match: table[match[0]], _undecorated(text))
    heard = re.sub(rf"[^a-z{VOWELS}]", "", heard)
    heard = re.sub(rf"(?:^|(?<=[{VOWELS}]))ye", "e", heard)
    return _TWICE.sub(r"\1", _LATIN_GLIDE.sub("ì", _GLIDE.sub("i", heard)))


def _undecorated(text: str) -> str:
    """Latin letters without marks (ñ, ē, ū), but for those that the table knows."""
    if text.isascii():
        return text
    _, table = _sounds()
    return "".join(letter if letter in table or "\u0400" <= letter <= "\u04ff" else _base(letter) for letter in text)


@cache
def _base(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


@cache
def _sounds() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["letters"]: row["sound"] for row in tables.rows("kk", "fold")}
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), table


@cache
def _rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((first, second, re.compile(letters)) for first, second, letters in tables.rules("en", "readings"))
