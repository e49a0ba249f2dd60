"""Kazakh word forms read back to lemmas: a suffix automaton with vowel harmony and sound changes, no dictionary.

Endings are read from the end of the word, slot by slot (person, tense, case, possession, number, voice), from
`kk/suffixes.csv`. Each path gives a candidate; candidates are ranked by the weight of the endings they explain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kuzet.language.forms import declension
from kuzet.language.text import tables

_LONGEST: Final = 40
_VOWELS: Final = frozenset("аәеиоөуұүыіэюя")
_VOICED: Final = {"г": "к", "ғ": "қ", "б": "п"}
_VERBAL: Final = frozenset({"verb", "voice", "voice_two", "voice_end", "negated"})
_WEIGHT: Final = (
    0.0,
    0.15,
    0.8,
    1.3,
    1.5,
)  # by the length of an ending: one letter explains little and may be the stem's
_KNOWN: Final = 2.0  # what a stem of the list gains
_LENGTH: Final = 0.3  # and once more for each of its letters, so that қала goes before қал
_WHOLE: Final = 2.0  # a word that is a known stem as it stands
_VOICE: Final = 0.2  # an ending of voice is as often a part of the stem
_VOICELESS: Final = frozenset("пкқтсшщчцфхһ")
_EITHER: Final = frozenset("бвгд")  # loans end in them with the sound of п, ф, к, т
_NASAL: Final = frozenset("мнң")


@dataclass(frozen=True, slots=True)
class _Candidate:
    lemma: str
    score: float


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> tuple[str, ...]:
    """Possible lemmas in lower case, the likeliest first; the word itself is always among them.

    Verbs give their bare stem (жасалды -> жаса), nouns their nominative (журналистерге -> журналист).
    """
    lower = word.lower()
    if not lower.isalpha() or len(lower) > _LONGEST:
        return (lower,)
    best: dict[str, float] = {lower: 0.0}
    for candidate in _strip(lower, "word", 0.0, 0):
        if candidate.score > best.get(candidate.lemma, float("-inf")):
            best[candidate.lemma] = candidate.score
    known = _known()
    for form in best.keys() & known:
        best[form] += _KNOWN + len(form) * _LENGTH + (_WHOLE if form == lower else 0.0)
    return tuple(sorted(best, key=lambda form: (-best[form], -len(form), form)))


def lemma(word: str) -> str:
    """The likeliest lemma."""
    return lemmas(word)[0]


def is_known(lemma: str) -> bool:
    """Whether the list of lemmas has the word."""
    return lemma in _known()


def stem(word: str) -> str:
    """A short common beginning of all forms of a word, for matching and search: without its last vowel or voicing.

    журналисті, журналиске and журналистерге give `журналис`; кітап and кітабы give `кіта`.
    """
    base = lemma(word)
    if len(base) > 6 and base.endswith("ист"):
        return base[:-1]
    return base[:-1] if len(base) > 3 and base[-1] in "кқпгғбуыі" else base


def _strip(rest: str, slot: str, score: float, depth: int) -> Iterator[_Candidate]:
    if depth > 9:
        return
    by_letter, passed = _slots()[slot]
    for following in passed:
        yield from _strip(rest, following, score, depth + 1)
    for ending, following in by_letter.get(rest[-1], ()):
        if not rest.endswith(ending) or len(rest) - len(ending) < 2:
            continue
        base = rest[: -len(ending)]
        if not (_harmonious(base, ending) and _agrees(base[-1], ending)):
            continue
        for stem_form, cost in _restored(base, ending, following):
            yield from _strip(stem_form, following, score + _weight(ending, slot) - cost, depth + 1)
    if slot in _FINAL:
        yield _Candidate(rest, score - (1.6 if len(rest) < 3 else 0.0))


def _weight(ending: str, slot: str) -> float:
    return _VOICE if slot.startswith("voice") else _WEIGHT[min(len(ending), 4)]


_FINAL: Final = frozenset({"noun", "voice", "voice_two", "voice_end"})


def _harmonious(base: str, ending: str) -> bool:
    """Whether an ending of this harmony may follow; loans and и, у stems take either."""
    if not any(letter in _VOWELS for letter in base):
        return False
    back = any(letter in "аыо" for letter in ending)
    front = any(letter in "еіә" for letter in ending)
    if not (back or front) or ending in ("мен", "бен", "пен"):
        return True
    return declension.is_front(base) == front or _last_vowel(base) in "иуюяэ"


def _agrees(last: str, ending: str) -> bool:
    """Whether the first sound of an ending may follow this sound: -ты after voiceless ones, -сы and -п after vowels."""
    first = ending[0]
    if len(ending) == 1:
        return first in _VOWELS or first in "тқк" or last in _VOWELS
    if last in _EITHER and first in "тқкпдғг":
        return True
    if first in "тқкп":
        return last in _VOICELESS
    if first in "дғгб":
        return last not in _VOICELESS
    if ending[:2] in ("ла", "ле"):
        return last in _VOWELS or last in "рй"
    if ending in ("сы", "сі"):
        return last in _VOWELS
    return last in _VOWELS or last in _NASAL if ending in ("ны", "ні", "ның", "нің") else True


def _last_vowel(base: str) -> str:
    return next((letter for letter in reversed(base) if letter in _VOWELS), "")


def _restored(base: str, ending: str, following: str) -> Iterator[tuple[str, float]]:
    """The base before the sound change that a vowel ending brings: кітаб-ы -> кітап, халқ-ы -> халық, оқ-иды -> оқы."""
    last = base[-1]
    if ending[0] not in _VOWELS:
        if last not in "ғгб":
            yield base, 0.0
        if following in _VERBAL and last == "и":
            yield base[:-1] + ("і" if declension.is_front(base) else "ы"), 0.1
        return
    if last in _VOWELS - {"у", "и"} and ending[0] != "у":
        return
    if last in _VOICED:
        yield base[:-1] + _VOICED[last], 0.0
    elif following in _VERBAL and last == "у" and len(base) > 2:
        yield base[:-1] + "п", 0.2
    if last not in "ғгб":
        yield base, 0.0
    if following in _VERBAL and ending[0] == "у":
        yield base + ("і" if declension.is_front(base) else "ы"), 0.3
    elif following == "plural" and len(base) > 2 and last not in _VOWELS and base[-2] not in _VOWELS:
        vowel = "і" if declension.is_front(base) else "ы"
        yield base[:-1] + vowel + _VOICED.get(last, last), 0.6


Slot = tuple[dict[str, list[tuple[str, str]]], list[str]]


@cache
def _slots() -> dict[str, Slot]:
    """Of each slot: endings with the slot to their left, by last letter; and the slots it may be passed over to."""
    slots: dict[str, Slot] = {slot: ({}, []) for slot in _FINAL}
    for row in tables.rows("kk", "suffixes"):
        by_letter, passed = slots.setdefault(row["slot"].removeprefix("pass "), ({}, []))
        endings = [each for pattern in tables.split(row["suffixes"]) for each in _spelled(pattern)]
        if not endings:
            passed.append(row["next"])
        for ending in dict.fromkeys(endings):
            by_letter.setdefault(ending[-1], []).append((ending, row["next"]))
    return slots


def _spelled(pattern: str) -> tuple[str, ...]:
    back = pattern.translate(str.maketrans("AYKG", "аықғ"))
    front = pattern.translate(str.maketrans("AYKG", "еікг"))
    return (back,) if back == front else (back, front)


@cache
def _known() -> frozenset[str]:
    return frozenset(row["lemma"] for row in tables.rows("kk", "lemmas"))
