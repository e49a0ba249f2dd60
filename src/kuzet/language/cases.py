"""All cases of a proper name as patterns of the lexicon: towns, outlets and the adjectives made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kuzet.language import lexicon

_SUFFIXES: Final = (
    "да де та те дан ден тан тен нан нен нын нин дын дин тын тин га ге ка ке на не ны ни ды ди ты ти "
    "мен бен пен лык лик дык дик тык тик дагы деги тагы теги ында инде ндагы ндеги дагылар нде нда на не нан нен"
)
_KAZAKH_CASES: Final = ("", *_SUFFIXES.split())
_RUSSIAN_CASES: Final = {
    "а": ("а", "ы", "и", "е", "у", "ой", "ою"),
    "я": ("я", "и", "е", "ю", "ей"),
    "ь": ("ь", "и", "я", "е", "ю", "ем", "ью"),
    "й": ("й", "я", "ю", "ем", "е"),
    "ы": ("ы",),
    "о": ("о",),
    "": ("", "а", "у", "ом", "ем", "е"),
}
_SOUND: Final = "бвгджзклмнпрстфхцчшщ"
_SPLIT: Final = re.compile(r"[\s\-–]+")


def patterns(spelling: str, language: str) -> Iterator[str]:
    """Patterns of whole words for a name in its cases; only the last word takes endings."""
    words = [word for word in _SPLIT.split(lexicon.flatten(spelling, language).strip()) if word]
    if not words:
        return
    *head, last = words
    start = "".join("/".join(f"{form}." for form in _inflected(word, language)) + " " for word in head)
    forms = {"kk": _kazakh, "ru": _russian}.get(language, _english)(last)
    yield start + "/".join(f"{form}." for form in dict.fromkeys(forms))


def _inflected(word: str, language: str) -> tuple[str, ...]:
    """A Russian adjective before the noun of a name changes with it: Дикая орда, Дикую орду."""
    for endings in _ADJECTIVES if language == "ru" else ():
        for ending in endings[:1]:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return tuple(word.removesuffix(ending) + form for form in endings)
    return (word,)


_ADJECTIVES: Final = (
    ("ая", "ой", "ую"),
    ("яя", "ей", "юю"),
    ("ый", "ого", "ому", "ым", "ом"),
    ("ий", "его", "ого", "ему", "ому", "им", "ем", "ом"),
    ("ое", "ого", "ому", "ым", "ом"),
)


def _kazakh(word: str) -> Iterator[str]:
    return (word + case for case in _KAZAKH_CASES)


def _russian(word: str) -> Iterator[str]:
    if word.isascii():
        return iter((word,))
    last = word[-1]
    if last in _RUSSIAN_CASES and len(word) > 2:
        return (word[:-1] + case for case in _RUSSIAN_CASES[last])
    return (word + case for case in (_RUSSIAN_CASES[""] if last in _SOUND else ("",)))


def _english(word: str) -> Iterator[str]:
    return iter((word,))


def adjectives(word: str) -> Iterator[str]:
    """Beginnings of the adjective of a Russian town name: алматинск, шымкентск, уральск(ий)."""
    if " " in word or "-" in word or len(word) < 4:
        return
    base = word.rstrip("аыояьй")
    if base.endswith("ск"):
        yield "/".join(f"{base}{ending}." for ending in _ADJECTIVE_ENDINGS)
    else:
        yield f"{base}ск/{base}инск/{base}айск"


_ADJECTIVE_ENDINGS: Final = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")


def with_kind(pattern: str, language: str) -> Iterator[str]:
    """The pattern of a place whose name alone may mean another thing, beside a word for town or village."""
    before = {
        "ru": "город/города/городе/село/села/селе/поселок/поселка/поселке/аул/ауле/аула",
        "en": "village/town/city",
    }
    after = {"kk": "ауыл/қала/кент", "en": "village./town./city."}
    if language in before:
        yield f"{before[language]} {pattern}"
    if language in after:
        yield f"{pattern} {after[language]}"
