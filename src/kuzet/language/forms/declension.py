"""Kazakh declension: the case endings of nouns, names and numbers, by vowel harmony and final sound.

Source of the rules: the school grammar of Kazakh (септік жалғаулары); loans in final б, в, г, д decline as voiceless.
"""

from __future__ import annotations

from typing import Final

from kuzet.basis.errors import BadInput

BACK: Final = frozenset("аоұыяёю")
FRONT: Final = frozenset("әөүіеэ")
VOWELS: Final = BACK | FRONT | frozenset("иу")
_OPEN: Final = VOWELS - frozenset("иую")  # и, у, ю end in a glide and decline as consonants
_NASAL: Final = frozenset("мнң")
_VOICELESS: Final = frozenset("пкқтсшщчцфхһбвгд")
_BUZZING: Final = frozenset("зж")

# case: endings after an open vowel, a nasal, another voiced sound, a voiceless sound; A stands for а/е, Y for ы/і
_ENDINGS: Final = {
    "genitive": ("нYң", "нYң", "дYң", "тYң"),
    "dative": ("ғA", "ғA", "ғA", "қA"),
    "accusative": ("нY", "дY", "дY", "тY"),
    "locative": ("дA", "дA", "дA", "тA"),
    "ablative": ("дAн", "нAн", "дAн", "тAн"),
    "instrumental": ("мен", "мен", "мен", "пен"),
}
_POSSESSED: Final = {  # after the ending of possession: облысы, департаменті
    "genitive": "нYң",
    "dative": "нA",
    "accusative": "н",
    "locative": "ндA",
    "ablative": "нAн",
    "instrumental": "мен",
}
_SOFT: Final = str.maketrans({"A": "е", "Y": "і", "ғ": "г", "қ": "к"})
_HARD: Final = str.maketrans({"A": "а", "Y": "ы"})
CASES: Final = ("nominative", *_ENDINGS)


def noun(text: str, case: str) -> str:
    """A noun or phrase in a case; raises `BadInput` for an unknown case.

    A phrase whose last word ends in ы or і is taken as possessed (Ақмола облысы -> Ақмола облысында).

    >>> noun("қыркүйек", "dative"), noun("Алматы", "locative"), noun("Ақмола облысы", "locative")
    ('қыркүйекке', 'Алматыда', 'Ақмола облысында')
    """
    return text + ending(text, case)


def ending(text: str, case: str) -> str:
    """The ending alone, for a word already written or for a number (`80` + `-` + ending of сексен)."""
    if case not in CASES:
        raise BadInput(case, f"one of {', '.join(CASES)}", "case")
    word = text.strip("»”\"' ").lower()
    if case == "nominative" or not word:
        return ""
    possessed = " " in word and word[-1] in "ыі"
    pattern = _POSSESSED[case] if possessed else _plain(word, case)
    return pattern.translate(_SOFT if is_front(word) else _HARD)


def is_front(word: str) -> bool:
    """Whether endings take front vowels: by the last vowel, looking through у and ю to the one before.

    и is front in loans (журналист) unless a back letter stands in the word (тарих); a soft end is front (Чернобыль).
    """
    if word.endswith("ь"):
        return True
    if word.endswith(("аев", "оев", "аева", "оева")):
        return False  # Тоқаевтың: the family name keeps the harmony of its root
    for letter in reversed(word):
        if letter in FRONT:
            return True
        if letter == "и":
            return not any(back in word for back in "қғұых")
        if letter in BACK and letter != "ю":
            return False
    return False


def _plain(word: str, case: str) -> str:
    last = word.rstrip("ьъ")[-1:] or word[-1]
    if case == "instrumental" and last in _BUZZING:
        return "бен"
    column = 0 if last in _OPEN else 1 if last in _NASAL else 3 if last in _VOICELESS else 2
    return _ENDINGS[case][column]
