"""The nominatives that a written name can be a case of: Kazakh and Russian endings taken off, the likeliest first."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from kuzet.language.forms import declension
from kuzet.language.text import tables

_OWN_LETTERS: Final = frozenset("әғқңөұүһі")
_LATIN_MARKS: Final = frozenset("äáğǵñńöóşūúıý")
_VERB: Final = re.compile(r"(?:бер|[кг]ел|бол|т[ұу]р|[қк]ал)д[ыіи]$")
"""Names that are a verb in the past and end as the accusative does: Тілеуберді, Аманкелді."""
# Family names take either harmony: Тоқаевтың beside Петровтің.
_FAMILY_CASE: Final = re.compile(
    r"(.{2,}(?:[оеё]в|[иы]н)а?)(?:[тдн][ыі]ң|[ғгқк][ае]|[тдн][ыі]|[дт][ае]|[дтн][ае]н|[мпб]ен)$"
)
_ADJECTIVE_CASE: Final = re.compile(r"(.{2,}[сц]к(?:ий|ая))(?:[дн][ыі]ң|[ғг][ае]|[дн][ыі]|[дн][ае]н|мен)$")
_LATIN_CASE: Final = re.compile(r"(.{2,}?)(?:[ndt][yiı][ñń]|[ğǵgqk][ae]|[ndt][yiı]|[ndt][ae]n|[mbp]en)$")
_LATIN_SURE: Final = re.compile(r"(?:[ndt][yiı][ñń]|[ğǵq]a)$")
_POSSESSED: Final = re.compile(r"(.{2,}(?:[ұу]лы|уулу|[қк]ызы))(?:ның|на|н|нда|нан|мен)$")
_LATIN_POSSESSED: Final = re.compile(r"(.{2,}(?:[uū]l[yı]|[qk][yı]z[yı]))(?:n[yı][ñń]|na|n|nda|nan|men)$")
_GENITIVE: Final = re.compile(r"(.{2,})[ндт][ыі]ң$")  # no name ends so by itself
_HARD: Final = str.maketrans("еігк", "аығқ")
_CASE_LENGTHS: Final = (
    ("ablative", 3),
    ("instrumental", 3),
    ("dative", 2),
    ("accusative", 2),
)
_LONG: Final = 5
"""Letters: what is left of a longer word is a name, of a shorter one Рамадан and Кармен lose their ends."""


def nominatives(lower: str, last: bool = True, man: bool = True) -> tuple[str, ...]:
    """The nominatives that a lower-case word can come from, the likeliest first.

    Of a name in Kazakh only the `last` word takes an ending; `man` is false where the case cannot be a man's.

    >>> nominatives("жұмабайға"), nominatives("самата"), nominatives("самата", man=False)
    (('жұмабай', 'жұмабайға'), ('самата', 'самат'), ('самата',))
    """
    if not _is_cyrillic(lower):
        return _from_latin(lower) if last else (lower,)
    found = _kazakh(lower) if last else (lower,)
    if is_kazakh(lower):
        return found
    first, second = (found, russian(lower, man)) if found[0] != lower else (russian(lower, man), found)
    return tuple(dict.fromkeys((*first, *second)))


def kazakh(lower: str, last: bool = True) -> tuple[str, ...]:
    """The nominatives of a word of a Kazakh text."""
    if not last:
        return (lower,)
    return _kazakh(lower) if _is_cyrillic(lower) else _from_latin(lower)


@lru_cache(maxsize=50_000)
def russian(lower: str, man: bool = True) -> tuple[str, ...]:
    """The nominatives that a word of a Russian text can come from."""
    plain = lower.replace("ё", "е")
    for nominatives_of, ending in _endings():
        match = ending.search(plain)
        if match and match.start() != 1:  # of Ли nothing would be left
            rest = plain[: match.start()]
            return tuple(rest + each.strip("-*") for each in nominatives_of if man or "*" not in each) or (plain,)
    return (plain,)


def is_kazakh(lower: str) -> bool:
    """Whether only Kazakh is written so: by a letter of its own."""
    return not _OWN_LETTERS.isdisjoint(lower)


def _is_cyrillic(lower: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in lower)


@lru_cache(maxsize=50_000)
def _kazakh(lower: str) -> tuple[str, ...]:
    """The word without its ending where declension of the rest gives just this word, and the word itself."""
    if _VERB.search(lower):
        return (lower,)
    for pattern in (_POSSESSED, _FAMILY_CASE, _ADJECTIVE_CASE):
        if match := pattern.match(lower):
            return (match[1],)
    if match := _GENITIVE.match(lower):
        return (match[1],)
    for case, length in _CASE_LENGTHS:
        stem, ending = lower[:-length], lower[-length:]
        if len(stem) >= 2 and _hard(declension.ending(stem, case)) == _hard(ending):
            return (stem, lower) if _is_sure(stem, ending, case) else (lower, stem)
    return (lower,)


def _hard(ending: str) -> str:
    """Names of other languages take endings of either harmony: Шевчуктан, Шевчуктен; -мен is one for all."""
    return ending if ending[0] in "мпб" else ending.translate(_HARD)


def _is_sure(stem: str, ending: str, case: str) -> bool:
    """Endings that a name seldom has by itself: -ға, -мен, -дан; not the -дан of Рамадан or the -ны of Татьяны."""
    own = not _OWN_LETTERS.isdisjoint(ending)
    if case == "accusative":
        return own and len(stem) >= _LONG
    return own or (len(stem) >= _LONG and stem[-1] not in "иь")  # Ядвиге is Russian


def _from_latin(lower: str) -> tuple[str, ...]:
    """Kazakh in Latin letters, which its marks show: Jūmabaidyñ."""
    if _LATIN_MARKS.isdisjoint(lower):
        return (lower,)
    if match := _LATIN_POSSESSED.match(lower):
        return (match[1],)
    match = _LATIN_CASE.match(lower)
    if not match:
        return (lower,)
    return (match[1], lower) if _LATIN_SURE.search(lower) else (lower, match[1])


@cache
def _endings() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    return tuple(
        (tables.split(nominatives_of), re.compile(f"(?:{ending})$"))
        for nominatives_of, ending in tables.rules("ru", "name_cases")
    )
