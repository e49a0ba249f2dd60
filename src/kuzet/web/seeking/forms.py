"""Under which keys a word of a text is found, so that a query needs no morphology.

A key stands with the languages whose endings may follow it: `jurnalist` finds журналистерге, журналистами and
journalists' Latin spellings. Where the forms of a word begin too differently, each of them is a key of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product, takewhile
from typing import Final

from kuzet.language.forms import kazakh, morph
from kuzet.language.text import tables
from kuzet.web.seeking.fold import fold

MARKS: Final = {"kk": 1, "ru": 2, "en": 4}
"""The mark of a language: the endings that may follow a key are those of the languages whose marks it has."""

SHORTEST: Final = 4
"""Letters of a key that endings may follow: shorter ones would begin words of another meaning."""

_LATIN: Final = re.compile(r"[a-zA-Z]")
_ALTERNATE: Final = {"к": "г", "қ": "ғ", "п": "б"}
_HARMONY: Final = {"A": "ае", "Y": "ыі", "K": "қк", "G": "ғг"}

Keys = tuple[tuple[str, int], ...]


@lru_cache(maxsize=200_000)
def keys(word: str, language: str) -> Keys:
    """The keys of a word with their marks."""
    whole = fold(word)
    if not whole or any(letter.isdigit() for letter in whole):
        return ((whole, 0),) if whole else ()
    if _LATIN.search(word) and language != "en":
        return ((whole, MARKS[language] | MARKS["en"]),)
    found = dict(_RULES[language](word.lower()))
    if not any(reaches(whole, key, mark) for key, mark in found.items()):
        found[whole] = MARKS[language]
    return tuple(found.items())


def reaches(whole: str, key: str, mark: int) -> bool:
    """Whether a folded word is a form of a key."""
    return whole.startswith(key) and ends(whole[len(key) :], mark)


def ends(rest: str, mark: int) -> bool:
    """Whether letters may follow a key with this mark."""
    return not rest or any(mark & bit and pattern.fullmatch(rest) for bit, pattern in patterns().items())


def _kazakh(lower: str) -> Iterator[tuple[str, int]]:
    """Its lemma, with a voiced end where a vowel may follow, and without the т that журналистер drops."""
    lemma = kazakh.lemma(lower)
    yield fold(lemma), MARKS["kk"]
    if lemma[-1] in _ALTERNATE:
        yield fold(lemma[:-1] + _ALTERNATE[lemma[-1]]), MARKS["kk"]
    if len(lemma) > SHORTEST and lemma.endswith("ст"):
        yield fold(lemma[:-1]), MARKS["kk"]


def _russian(lower: str) -> Iterator[tuple[str, int]]:
    """What all its forms begin with; the forms themselves where that is little."""
    forms = tuple(dict.fromkeys(fold(form) for form in morph.forms(lower)))
    start = _beginning(forms)
    if len(start) >= SHORTEST:
        yield start, MARKS["ru"]
        yield from ((form, 0) for form in forms if not ends(form[len(start) :], MARKS["ru"]))
    else:
        yield from ((form, 0) for form in forms)


def _beginning(forms: Collection[str]) -> str:
    """The letters that all forms begin with: those that the first and the last of them in order share."""
    pairs = zip(min(forms), max(forms), strict=False)
    return "".join(left for left, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _english(lower: str) -> Iterator[tuple[str, int]]:
    key = fold(morph.stem(lower, "en"))
    yield (key[:-1] if key.endswith("e") and len(key) > SHORTEST else key), MARKS["en"]


_RULES: Final = {"kk": _kazakh, "ru": _russian, "en": _english}


@cache
def patterns() -> dict[int, re.Pattern[str]]:
    """By the mark of a language: what may follow a key."""
    return {MARKS[language]: re.compile(pattern) for language, pattern in endings().items()}


@cache
def endings() -> dict[str, str]:
    """What may follow a key, as patterns that Python and the script read alike."""
    many = sorted(each for each in _kazakh_endings() if len(each) > 1)
    one = sorted(each for each in _kazakh_endings() if len(each) == 1)
    few, chain = f"[{''.join(one)}]?", f"(?:{'|'.join(many)})"
    return {
        "kk": f"{few}{chain}{{0,4}}{few}",
        "ru": "|".join(sorted(_russian_endings())),
        "en": _english_endings(),
    }


def _kazakh_endings() -> set[str]:
    """The single endings of the automaton, in all their harmonies, folded."""
    found = set()
    for row in tables.rows("kk", "suffixes"):
        if row["slot"].startswith("pass"):
            continue
        for ending in tables.split(row["suffixes"]):
            letters = [_HARMONY.get(letter, letter) for letter in ending]
            found |= {fold("".join(each)) for each in product(*letters)}
    return found - {""}


def _russian_endings() -> set[str]:
    """What remains of the forms of the model words behind what they begin with, where two words agree on it."""
    text = (files(__package__) / "models.txt").read_text("utf-8")
    found: Counter[str] = Counter()
    for word in (word for line in text.splitlines() if not line.startswith("#") for word in line.split()):
        forms = {fold(form) for form in morph.forms(word)}
        start = _beginning(forms)
        found.update({form[len(start) :] for form in forms})
    return {each for each, times in found.items() if each and times > 1}


def _english_endings() -> str:
    lines = (files(__package__) / "endings.csv").read_text("utf-8").splitlines()
    return lines[-1]
