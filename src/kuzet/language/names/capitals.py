"""Capital letters of names, put back where a script has none: Kazakh in Arabic letters, read as Cyrillic."""

from __future__ import annotations

import itertools
import re
from typing import Final

from kuzet.language.names import people
from kuzet.language.text import tables

_CAPITAL: Final = re.compile("[А-ЯЁӘҒҚҢӨҰҮҺІ]")
_SMALL: Final = re.compile("[а-яёәғқңөұүһі]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def has_none(text: str) -> bool:
    """Whether a text in Cyrillic letters has no capital among them."""
    return _CAPITAL.search(text) is None and _SMALL.search(text) is not None


def restored(text: str, names: people.NameData) -> str:
    """The text, of the same length, with capitals where a given name and a surname stand beside each other.

    The given name is written as lists have it: Arabic letters do not tell а from ә in every word.
    """
    if not has_none(text):
        return text
    letters = list(text)
    words = list(_WORD.finditer(text))
    for given, surname in itertools.pairwise(words):
        spelled = _spelled(given[0], names) if text[given.end() : surname.start()] == " " else ""
        if spelled and _is_surname(surname[0], names):
            letters[given.start() : given.start() + len(spelled)] = spelled
            letters[surname.start()] = letters[surname.start()].upper()
    return "".join(letters)


def _spelled(word: str, names: people.NameData) -> str:
    """The given name that the word is, '' for an ordinary word."""
    known = people.known(word, "kk", names) if word not in _common() else None
    return known.name if known is not None and people.plain(known.name) == people.plain(word) else ""


def _is_surname(word: str, names: people.NameData) -> bool:
    return word not in _common() and people.is_surname(word, "kk", names)


def _common() -> frozenset[str]:
    return people.not_names("kk") | {row["word"] for row in tables.rows("kk", "common")}
