"""All cases of a proper name as patterns of the lexicon: towns, outlets and the adjectives made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kuzet.language.vocabulary import lexicon

_SUFFIXES: Final = (
    "да де та те дан ден тан тен нан нен нын нин дын дин тын тин га ге ка ке на не ны ни ды ди ты ти "
    "мен бен пен лык лик дык дик тык тик дагы деги тагы теги ында инде ндагы ндеги дагылар нде нда на не нан нен"
)
_KAZAKH_CASES: Final = tuple(dict.fromkeys(("", *_SUFFIXES.split())))
_RUSSIAN_CASES: Final = {
    "а": ("а", "ы", "и", "е", "у", "ой", "ою"),
    "я": ("я", "и", "е", "ю", "ей"),
    "ь": ("ь", "и", "я", "е", "ю", "ем", "ью"),
    "й": ("й", "я", "ю", "ем", "е"),
    "ы": ("ы", "ам", "ами", "ах"),
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
    start = "".join("/".join(f"{form}." for form in _head(word, words, language)) + " " for word in head)
    forms = {"kk": _kazakh, "ru": _russian}.get(language, _english)(last)
    yield start + "/".join(f"{form}." for form in dict.fromkeys(forms))


def _head(word: str, words: list[str], language: str) -> Iterable[str]:
    """A word before the last; a Russian noun changes too (Петропавловск-Камчатский, Ростов-на-Дону)."""
    noun = word == words[0] and (is_adjective(words[-1], language) or (language == "ru" and words[1] == "на"))
    return dict.fromkeys(_russian(word)) if noun else _inflected(word, language)


def _inflected(word: str, language: str) -> tuple[str, ...]:
    """A Russian adjective changes before the noun of a name (Дикая орда, Дикую орду) and alone (Рудный, в Рудном)."""
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
    ("ое", "ого", "ему", "ому", "ым", "им", "ом"),
    ("ой", "ого", "ому", "ым", "им", "ом"),
)


def _kazakh(word: str) -> Iterator[str]:
    yield from (word + case for case in _KAZAKH_CASES)
    if word.endswith("ск"):  # Минскіде beside Минскте
        yield from (f"{word}и{case}" for case in _KAZAKH_CASES if case)


def _russian(word: str) -> Iterator[str]:
    if word.isascii():
        return iter((word,))
    return iter((*_noun(word), *_inflected(word, "ru")))


def _noun(word: str) -> Iterator[str]:
    last = word[-1]
    if last in _RUSSIAN_CASES and len(word) > 2:
        return (word[:-1] + case for case in _RUSSIAN_CASES[last])
    return (word + case for case in (_RUSSIAN_CASES[""] if last in _SOUND else ("",)))


def _english(word: str) -> Iterator[str]:
    return iter((word,))


def adjectives(word: str) -> Iterator[str]:
    """Beginnings of the adjective of a Russian town name (алматинск, шымкентск), whole words where that is short."""
    if word.endswith("ный") and len(word) > _SHORT and word.isalpha():  # Рудный, рудненский
        yield f"{word[:-2]}енск"
    if len(word) < _FEWEST_LETTERS or word.endswith(_OF_ADJECTIVES) or not word.isalpha():
        return
    base = word.rstrip("аыояь" if word.endswith("ей") else "аыояьй")
    if base.endswith(("ск", "цк")):
        yield "/".join(f"{base}{ending}." for ending in _ADJECTIVE_ENDINGS)
    elif len(base) < _SHORT:
        yield "/".join(f"{base}{suffix}{ending}." for suffix in ("ск", "инск") for ending in _ADJECTIVE_ENDINGS)
    else:
        yield f"{base}ск/{base}инск/{base}айск"
        yield from _changed(word, base)


def kazakh_adjectives(spelling: str) -> Iterator[str]:
    """The adjective of a Kazakh town name of one word, which is written with a small letter: алматылық, шымкенттік."""
    word = lexicon.flatten(spelling, "kk").strip()
    if word.isalpha() and len(word) > _SHORT - 1:
        yield "/".join(f"{word}{ending}." for ending in _KAZAKH_ADJECTIVES)


_KAZAKH_ADJECTIVES: Final = ("лык", "лик", "дык", "дик", "тык", "тик")


def is_adjective(spelling: str, language: str) -> bool:
    """Whether a Russian name of a place is an adjective, which also stands before words such as street."""
    return language == "ru" and len(spelling) > _SHORT and spelling.endswith(_OF_ADJECTIVES)


_FEWEST_LETTERS: Final = 2
_SHORT: Final = 4
_OF_ADJECTIVES: Final = ("ий", "ый", "ой", "ое", "ая")


def _changed(word: str, base: str) -> Iterator[str]:
    """Adjectives that change the end of the name: актобейск, бакинск, пражск, московск, гродненск."""
    if word[-1] in "еиу":
        yield f"{base}йск"
        yield f"{base[:-1]}инск"
    if base != word and base[-1] == "г":
        yield f"{base[:-1]}жск"
    if word[-1] in "ао" and base[-1] in _SOUND and base[-2] in _SOUND:
        yield f"{base[:-1]}о{base[-1]}ск"
        yield f"{base}енск"


_ADJECTIVE_ENDINGS: Final = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")


def with_kind(pattern: str, language: str) -> Iterator[str]:
    """The pattern of a place whose name alone may mean another thing, beside a word for town or village."""
    before = {
        "ru": "город/города/городе/село/села/селе/поселок/поселка/поселке/аул/ауле/аула",
        "en": "village/town/city",
    }
    if language == "en":
        yield f"village/town/city of {pattern}"
    after = {"kk": "ауыл/қала/кент", "en": "village./town./city."}
    if language in before:
        yield f"{before[language]} {pattern}"
    if language in after:
        yield f"{pattern} {after[language]}"
