"""The gender that the written words of a name show: by surnames and patronymics, with the help of the given name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kuzet.language.names import patronymics
from kuzet.language.names.nominatives import is_kazakh, kazakh, russian
from kuzet.language.text import tables

_FEMININE: Final = re.compile(
    r"..(?:(?:[ое]в|[иы]н)(?:ой|ою)|[сц]к(?:ая|ую)"  # Ахметовой, Петровскую
    r"|[oe]va|[iyı]na|sk(?:a[yij]a|a))$"  # Akhmetova, Kowalska
)
_MASCULINE: Final = re.compile(
    r"..(?:[ое]в(?:ым)?|[^аеёиоуыэюяьй]ин|[сц]к(?:ий|ого|ому|им)"  # Ахметовым, Канапин (but Хусаин), Петровскому
    r"|[oe](?:v|ff)|[^aeiouyıäöü]in|[st]k(?:i|y|iy|yi|ii|yy|ij))$"  # Akhmetov, Kanapin, Kowalski
)
_OPEN: Final = re.compile(r"..(?:[ое]в|[иы]н)[ау]$")
"""Ахметова: a woman in the nominative or a man in the genitive; Ахметову: a man in the dative or a woman."""
_SURNAME: Final = re.compile(r"..[ое]ва$")
_OBLIQUE: Final = re.compile(r"..[сц]кой$")
_WOMAN_OBLIQUE: Final = re.compile(r"(?:[ыиеью]|[аиь]ей|[^к]ой)$")
"""Ольги Петровской, but Дмитрий Донской."""
_CONSONANTS: Final = tuple("бвгджзйклмнпрстфхцчшщь")


def of(words: Sequence[str]) -> str:
    """f, m or '' where the lower-case words (with patronymics, without initials) tell nothing or two things."""
    bare = [kazakh(word)[0].replace("ё", "е") for word in words]
    told = {_told(word, len(words)) for word in bare} - {""}
    if not told and any(map(_OPEN.search, bare)) and (in_kazakh(words) or _is_nominative(bare)):
        return "f"
    if not told and any(map(_OBLIQUE.search, bare)) and any(map(_WOMAN_OBLIQUE.search, bare)):
        return "f"
    return told.pop() if len(told) == 1 else ""


def in_kazakh(words: Sequence[str]) -> bool:
    """Whether only a Kazakh text writes a name so: by its letters, or by an ending that no other language has."""
    return any(map(is_kazakh, words)) or any(kazakh(word)[0] != word for word in words[-1:])


def is_mans_case(words: Sequence[str]) -> bool:
    """Whether a Russian name may be a man's in another case than the nominative: then all its words have endings."""
    return not any(_stands(word) and russian(word) == (word,) for word in words)


def _told(word: str, count: int) -> str:
    patronymic = patronymics.of(word)
    if patronymic and (patronymic.tail or patronymic.gender == "f" or count > 2):  # Абрамович is a surname
        return patronymic.gender
    if _FEMININE.search(word):
        return "f"
    return "m" if _MASCULINE.search(word) else ""


def _is_nominative(words: Sequence[str]) -> bool:
    """Whether a name that ends in -ова, -ову is no man's in a case: his given name would have an ending too.

    A surname that stands first (Ахметова Самата) is of a list, where names stand in the nominative.
    """
    if _SURNAME.search(words[0]) and not any(map(_SURNAME.search, words[1:])):
        return True
    return len(words) == 1 or any(_stands(word) or is_woman(word) or is_woman(_from_accusative(word)) for word in words)


def _stands(word: str) -> bool:
    """Whether a man's name that ends so is in the nominative; Черных is one in all cases."""
    return word.endswith(_CONSONANTS) and not word.endswith(("ых", "их"))


def is_woman(lower: str) -> bool:
    """Whether the lower-case word is a given name of women that is no case of a man's (`ru/women.csv`)."""
    return lower.replace("ё", "е") in _women()


def _from_accusative(word: str) -> str:
    return word[:-1] + {"у": "а", "ю": "я"}.get(word[-1:], word[-1:])


@cache
def _women() -> frozenset[str]:
    return frozenset(row["name"].lower().replace("ё", "е") for row in tables.rows("ru", "women"))
