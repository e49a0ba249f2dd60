"""What speaks for each language written in a script: letters, frequent words, parts of words, and pycld2's guess.

A language is measured by points: a word it knows counts 1, a part that marks it a half, a word with a letter that it
does not have takes off 1.5. What pycld2 guesses gets 2, a half where nothing else speaks for it, and 1 where nothing
is known of that language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from kuzet.language.text import script, tables, yml
from kuzet.language.text.beginnings import Remembered

_WORD: Final = re.compile(r"[^\W\d_]+(?:ʻ[^\W\d_]*)*")
_APOSTROPHE: Final = re.compile(r"[‘’ʼʻ`´]")
_UZBEK: Final = re.compile(r"(?<=[og])'")
"""The apostrophe that makes a letter of Uzbek."""

_OWN: Final = (("Cyrl", "kk"), ("Cyrl", "ru"), ("Latn", "en"))
"""Where the function words of a language of ours belong."""

_GUESSED, _ALONE, _UNKNOWN = 2.0, 0.5, 1.0
_ALIEN: Final = 1.5
_READ_AS_KAZAKH: Final = 1.5
_KIN: Final = frozenset(("tk", "tt", "tr", "az", "uz", "ky", "kk"))
"""What pycld2 takes Kazakh in Latin letters for."""


class Signs(NamedTuple):
    """What is known of a language in one script."""

    letters: frozenset[str]
    words: frozenset[str]
    marks: re.Pattern[str] | None
    against: re.Pattern[str] | None

    def points(self, small: str, words: list[str]) -> float:
        """The points of a text in small letters, and of its words."""
        marks = len(self.marks.findall(small)) if self.marks else 0
        alien = sum(not self.letters.issuperset(word) for word in words)
        against = self.against is not None and self.against.search(small) is not None
        return sum(map(self.words.__contains__, words)) + min(marks, len(words)) / 2 - alien * _ALIEN - against


def points(sample: str, kind: str) -> dict[str, float]:
    """The points of each language of a script that has signs, and of the one that pycld2 guesses."""
    small = _APOSTROPHE.sub("'", sample.replace("İ", "i").lower())
    words = _WORD.findall(small)
    guessed = guess(sample)
    speaking = {"kk", "ru", "en", guessed, *(name for word in {*words} for name in _by_word(kind).get(word, ()))}
    found = {name: signs.points(small, words) for name, signs in known(kind).items() if name in speaking}
    if kind == "Latn" and "'" in small:
        found["uz"] = known(kind)["uz"].points(other := _UZBEK.sub("ʻ", small), _WORD.findall(other))
    if kind != "Cyrl":
        found["kk"] = _kazakh(sample, kind, guessed)
    if guessed in found:
        is_heard = found[guessed] > 0 or (guessed != "en" if kind == "Latn" else guessed in ("kk", "ru"))
        found[guessed] += _GUESSED if is_heard else _ALONE
    elif guessed != "und":
        found[guessed] = _UNKNOWN
    return found


def _kazakh(sample: str, kind: str, guessed: str) -> float:
    """What speaks for Kazakh in Latin or Arabic letters: the letters themselves, and what is read from them.

    Names, which are the same in English, are left out.
    """
    plain = _NAME.sub("", sample)
    plain = plain if _WORD.search(plain) else sample
    small = _APOSTROPHE.sub("'", plain.lower())
    letters = known(kind)["kk"].points(small, _WORD.findall(small))
    if (guessed == "en" and letters <= 0) or not _may_be_kazakh(small if guessed == "en" else sample.lower(), guessed):
        return letters
    read = script.to_cyrillic(plain).text
    words = [word for word in _WORD.findall(read.lower()) if len(word) > 2]
    is_taken = guessed != "en" and guess(read) == "kk"
    return letters + sum(map(_read().__getitem__, words)) + (guessed in _KIN) + (_READ_AS_KAZAKH if is_taken else 0)


def _may_be_kazakh(small: str, guessed: str) -> bool:
    """Whether all letters are of one Latin alphabet of Kazakh, and one stands there that the kin does not have so."""
    letters = {letter for letter in small if letter.isalpha() and not letter.isascii()}
    if small.isascii() is False and not any(letters <= one.letters for one in known("Schemes").values()):
        return False
    beside = known("Beside").get(guessed)
    return beside is None or beside.marks is None or beside.marks.search(small) is not None


_NAME: Final = re.compile(r"\b[A-Z]\w*[a-z]\w*")


@cache
def _read() -> Remembered[float]:
    """The points of a word that is read from other letters."""
    own = known("Cyrl")["kk"].words
    frequent = own | {script.bare(word) for word in own}
    endings = known("Read")["kk"].marks

    def tell(word: str) -> float:
        ends = endings is not None and (endings.search(script.bare(word)) or endings.search(word))
        return (word in frequent) + bool(ends) / 2

    return Remembered(tell)


@cache
def _by_word(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The languages that have a word among their frequent ones."""
    found: dict[str, tuple[str, ...]] = {}
    for name, signs in known(kind).items():
        for word in signs.words:
            found[word] = (*found.get(word, ()), name)
    return found


@cache
def known(kind: str) -> Mapping[str, Signs]:
    """The signs of each language that is written in a script, by its code."""
    own = {name: {row["word"] for row in tables.rows(name, "common")} for name in ("kk", "ru", "en")}
    found = {}
    for name, row in _data().get(kind, {}).items():
        words = {*row["words"].split(), *(own.get(name, ()) if (kind, name) in _OWN else ())}
        words |= {script.bare(word) for word in words} if (kind, name) == ("Cyrl", "kk") else set()
        words -= known("Shared")[name].words if (kind, name) == ("Latn", "en") else set()
        marks, against = (re.compile(row[key]) if row.get(key) else None for key in ("marks", "against"))
        found[name] = Signs(frozenset(row["letters"]), frozenset(words), marks, against)
    return found


@cache
def _data() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    told: Mapping[str, Mapping[str, Mapping[str, str]]] = yml.loaded(
        (files("kuzet.language.text") / "signs.yml").read_text("utf-8")
    )
    return told


def guess(sample: str) -> str:
    """The language that pycld2 takes a text for; `und` where it does not know."""
    import pycld2

    try:
        _, _, details = pycld2.detect(sample.encode("utf-8", "ignore"), bestEffort=True)
    except pycld2.error:
        return "und"  # bytes it takes for binary
    code = str(details[0][1])
    return code if code != "un" and len(code) == 2 else "und"
