"""Names of people in the form in which a registry lists them: the nominative."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kuzet.language import people
from kuzet.language.people import NameData

_RUSSIAN_WOMEN: Final = (("ской", "ская"), ("цкой", "цкая"), ("скую", "ская"), ("цкую", "цкая"))
_RUSSIAN_FAMILY: Final = ("ов", "ев", "ёв", "ин", "ын")
_KAZAKH_CASE: Final = re.compile(r"(?:[ндт][ыі]ң|[ндт][ае]н|[мбп]ен|[ғгқк][ае]|[ндт][ыі]|[ндт][ае])$")

_POSSESSED: Final = re.compile(r"(.{2,}(?:[ұу]лы|[қк]ызы))(?:ның|нын|на|н|нда|нан|мен)$")
_TYPED_IN_RUSSIAN: Final = re.compile(r"(.{2,}[оеё]в)т[иы]н$")  # no name in -тин is one in -овтин


def nominative(words: tuple[str, ...], language: str, data: NameData) -> str:
    """The name in the nominative: each Russian part, the end of a Kazakh name, an English one as it stands."""
    rule: Callable[[tuple[str, ...], NameData], tuple[str, ...]] = _RULES[language]
    return " ".join(rule(words, data))


def _russian(words: tuple[str, ...], data: NameData) -> tuple[str, ...]:
    names = (people.known(word, "ru", data) for word in words)
    sex = next((name.gender for name in names if name is not None and name.gender), "")
    *given, last = words
    return (*(_given(word, data) for word in given), _russian_surname(last, sex if given else "?"))


def _given(word: str, data: NameData) -> str:
    known = people.known(word, "ru", data)
    if known is None or known.name.isascii() != word.isascii():
        return word
    return known.name if people.stem(known.name, "ru") == people.stem(word, "ru") else word


def _russian_surname(word: str, sex: str) -> str:
    for ending, woman in _RUSSIAN_WOMEN:
        if word.endswith(ending) and sex != "m":
            return word.removesuffix(ending) + woman
    for family in _RUSSIAN_FAMILY:
        for ending, form in _forms(sex).items():
            if word.endswith(family + ending) and len(word) > len(family + ending) + 1:
                return word.removesuffix(ending) + form
    if sex == "m" and word[-1:] in "ауе" and not word.endswith(("о", "ва", "на")) and len(word) > 4:
        return word[:-1]
    return word.removesuffix("ом") if sex == "m" and len(word) > 5 else word


def _forms(sex: str) -> Mapping[str, str]:
    """Case endings of surnames in -ов, -ин and the like, and the ending in the nominative."""
    if sex == "m":
        return {"ым": "", "а": "", "у": "", "е": ""}
    if sex == "f":
        return {"ой": "а", "ою": "а", "у": "а", "ы": "а"}
    return {"ой": "а", "ым": ""}


def _kazakh(words: tuple[str, ...], data: NameData) -> tuple[str, ...]:
    *given, last = words
    if family := _POSSESSED.match(last) or _TYPED_IN_RUSSIAN.match(last):
        return (*given, family[1])
    case = _KAZAKH_CASE.search(last)
    if case is not None and case.start() >= _SHORTEST and _stands(last[: case.start()], case[0], data):
        return (*given, last[: case.start()])
    return words


_SHORTEST: Final = 4


def _stands(rest: str, ending: str, data: NameData) -> bool:
    """Whether what is left is a name: a surname, a known given name, or an ending that no name has."""
    if people.is_surname(rest, "kk", data) or people.known(rest, "kk", data) is not None:
        return True
    return len(ending) == 3 or rest[-1] in "йлмнңрзгғдбқкптсшч"


def _english(words: tuple[str, ...], _: NameData) -> tuple[str, ...]:
    return tuple(word.removesuffix("'s").removesuffix("’s") for word in words)


_RULES: Final = {"ru": _russian, "kk": _kazakh, "en": _english}
