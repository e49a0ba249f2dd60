"""Kazakh in Latin or Arabic letters, read into Cyrillic with a way back to the original characters.

Schemes of the Latin alphabet: `2021` (ä ğ ñ ö ş ū ü), `acute` (2018: á ǵ ń ó ú ý sh), `apostrophe` (2017: a' s'),
`turkic` (Qazaqparat: ï w y ı), and `plain` (informal ASCII, where vowels are restored by harmony).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kuzet.language.text import tables

_LATIN_WORD: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’ʼ`][A-Za-zÀ-ɏ]*)*")
_ARABIC_WORD: Final = re.compile(r"[\u0621-\u06d5\u0674]+")
_LATIN: Final = re.compile(r"[a-z]+")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]+")
_MARKS: Final = {  # letters that only one scheme uses
    "2021": "äğñöşūüŋǧ",
    "acute": "áǵńóúý",
    "turkic": "ïwç",
}
_VOWELS: Final = frozenset("аәеиоөуұүыіэяюё")
_BARE: Final = tuple(zip("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ", strict=True))


@dataclass(frozen=True, slots=True)
class Transliterated:
    """Cyrillic text; `offsets[i]` is the place in the original of its character i (one more at the end)."""

    text: str
    offsets: tuple[int, ...]
    scheme: str

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]` was read from."""
        return self.offsets[start], self.offsets[end] if end > start else self.offsets[start]


def to_cyrillic(text: str) -> Transliterated:
    """Kazakh in any script as Cyrillic; Cyrillic letters and all else stay as they are."""
    scheme = scheme_of(text)
    if scheme == "cyrillic":
        return Transliterated(text, tuple(range(len(text) + 1)), scheme)
    pattern = _ARABIC_WORD if scheme == "arabic" else _LATIN_WORD
    pieces: list[str] = []
    offsets: list[int] = []
    place = 0
    for match in pattern.finditer(text):
        _keep(text, place, match.start(), pieces, offsets)
        for letters, at in _word(match[0], scheme):
            pieces.append(letters)
            offsets.extend([match.start() + at] * len(letters))
        place = match.end()
    _keep(text, place, len(text), pieces, offsets)
    return Transliterated(_LOAN.sub("ц", "".join(pieces)), (*offsets, len(text)), scheme)


_LOAN: Final = re.compile(r"(?<=[^\W\d_]{2}[аиікуо])с(?=и[яю])")
"""Latin letters write ц of words such as полиция, редакция as s: polisiia, redaksiia."""


def bare(text: str) -> str:
    """The text as typed with Russian letters only, of the same length (айыппұл -> айыппул)."""
    if text.isascii():
        return text
    for own, plain in _BARE:  # far quicker than str.translate for letters beyond Latin-1
        text = text.replace(own, plain)
    return text


def bare_small(text: str) -> str:
    """The same of a text without capitals."""
    if text.isascii():
        return text
    for own, plain in _BARE[: len(_BARE) // 2]:
        text = text.replace(own, plain)
    return text


def mostly_latin(text: str) -> bool:
    """Whether `scheme_of` may take the text for one of the Latin schemes."""
    lower = text.lower()
    return sum(map(len, _LATIN.findall(lower))) > sum(map(len, _CYRILLIC.findall(lower)))


def scheme_of(text: str) -> str:
    """The script or Latin scheme a Kazakh text is written in: `cyrillic`, `arabic` or one of the schemes above."""
    sample = text[:4000].lower()
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in sample)
    arabic = sum("\u0621" <= letter <= "\u06d5" for letter in sample)
    latin = sum("a" <= letter <= "z" for letter in sample)
    if arabic > max(cyrillic, latin):
        return "arabic"
    if cyrillic >= latin:
        return "cyrillic"
    if len(re.findall(r"[aginouycs]['’ʼ`]", sample)) * 40 > latin:
        return "apostrophe"
    counts = {scheme: sum(sample.count(mark) for mark in marks) for scheme, marks in _MARKS.items()}
    if "ï" in sample or ("w" in sample and "ı" in sample):
        return "turkic"
    best = max(counts, key=lambda scheme: counts[scheme])
    return best if counts[best] * 50 > latin else "plain"


def _keep(text: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    pieces.append(text[start:end].translate(_PUNCTUATION))
    offsets.extend(range(start, end))


_PUNCTUATION: Final = str.maketrans("،؛؟", ",;?")


@cache
def _letters(scheme: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    table = {row["letters"]: row["cyrillic"] for row in tables.rows("kk", "alphabets") if row["scheme"] == scheme}
    longest_first = sorted(table, key=len, reverse=True)
    forms = "|".join(r"\A" + letters[1:] if letters[0] == "^" else re.escape(letters) for letters in longest_first)
    return re.compile(forms + "|.", re.DOTALL), {letters.lstrip("^"): text for letters, text in table.items()}


def _word(word: str, scheme: str) -> list[tuple[str, int]]:
    pattern, table = _letters(scheme)
    lower = "".join(_LOWER.get(letter) or letter.lower()[0] for letter in word)
    read = [(table.get(match[0], match[0]), match.start()) for match in pattern.finditer(lower)]
    read = _soften(read, lower) if scheme == "arabic" else _restore(read, scheme)
    return [(_like(letters, word[at]), at) for letters, at in read]


_LOWER: Final = {"’": "'", "ʼ": "'", "`": "'", "‘": "'"}


def _like(letters: str, original: str) -> str:
    return letters[:1].upper() + letters[1:] if original.isupper() else letters


_SOFT: Final = str.maketrans("аоұы", "әөүі")


def _soften(read: list[tuple[str, int]], word: str) -> list[tuple[str, int]]:
    # The high hamza makes a word front; ە, ك and گ show it by themselves, but not in a compound with ق or ع.
    front = any(sign in word for sign in "ٴء") or (
        any(sign in word for sign in "ەكگ") and not any(sign in word for sign in "قع")
    )
    out: list[tuple[str, int]] = []
    for letters, at in read:
        before = out[-1][0][-1:] if out else ""
        text = "и" if letters == "й" and before not in _GLIDING else _after_consonant(letters, before)
        out.append((text.translate(_SOFT) if front and len(letters) == 1 else text, at))
    return out


def _restore(read: list[tuple[str, int]], scheme: str) -> list[tuple[str, int]]:
    has_q = any(letters == "қ" for letters, _ in read)
    out: list[tuple[str, int]] = []
    for number, (letters, at) in enumerate(read):
        before = out[-1][0][-1:] if out else ""
        after = read[number + 1][0][:1] if number + 1 < len(read) else ""
        text = _glide(letters, before, after, scheme)
        if scheme == "plain" and len(text) == 1:
            text = _harmonise(text, has_q, _front_at(read, number))
        out.append((text, at))
    return out


def _front_at(read: list[tuple[str, int]], number: int) -> bool:
    """Whether the vowel nearest to this place, looking on and then back, is a front one."""
    for letters, _ in (*read[number + 1 :], *read[number::-1]):
        if letters in ("е", "і", "ә", "ө", "ү"):
            return True
        if letters in ("а", "о", "ы", "я"):
            return False
    return False


def _harmonise(letter: str, has_q: bool, front: bool) -> str:
    if front:
        return "ү" if letter == "ұ" else letter
    return {"к": "қ", "г": "ғ"}.get(letter, letter) if not has_q else letter


_GLIDING: Final = frozenset("аәеоөұүэ")


def _glide(letters: str, before: str, after: str, scheme: str) -> str:
    """і, ы, и beside vowels are glides (ай, қиын); an informal u beside a vowel or at the end is у."""
    if letters in ("і", "ы", "и") and before in _GLIDING and scheme != "turkic":
        return "й"
    if letters == "і" and after in _VOWELS:
        return "и"
    if (
        letters == "ұ"
        and scheme == "plain"
        and (not after or (after in _VOWELS and after != "і") or before in _GLIDING)
    ):
        return "у"
    return _after_consonant(letters, before)


def _after_consonant(letters: str, before: str) -> str:
    return "и" + letters if letters in ("я", "ю") and before and before not in _VOWELS else letters
