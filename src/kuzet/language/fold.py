"""Names folded to one key across scripts, alphabets, cases and genders.

`Тамара Еслямова`, `Тамара Еслямоваға`, `Tamara Yeslyamova` and `Т. М. Еслямову` meet; the gender that the endings
show is kept apart, since the key of Иванов and Иванова is one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kuzet.language import declension, tables

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")
_OWN_LETTERS: Final = frozenset("әғқңөұүһі")
_PATRONYMIC: Final = re.compile(r"(?:[oe]vic|[iа]c|[oe]vn|icn)(?:[aeiou]{0,2}|em|oi)$|(?:ul[iu]|kiz[iu])$")
_FAMILY: Final = re.compile(r"(.{2,}(?:[oe]v|[iu]n))(?:a|oi|u|im|om|e|i|ik|ami|imi)?$")
_ADJECTIVE: Final = re.compile(r"(.{2,}[st]?k)(?:i|oi|ogo|omu|im|om|aia|a|uiu|oiu|ie|ik)$")
_CASE_END: Final = re.compile(r"(.{3,}?)(?:om|em|iem)$")
_VOWEL_END: Final = re.compile(r"(.{3,}?)[aeiou]+$")
_POSSESSIVE: Final = re.compile(r"['’ʼ`]s$|(?<=s)['’ʼ`]$")
_KEEP: Final = ("берді", "келді", "болды", "берды", "келды", "болди")  # names that end as the accusative does


@dataclass(frozen=True, slots=True)
class NameKey:
    """`key`: the folded words in alphabetical order, patronymics left out; `gender`: f, m or '' by the endings."""

    key: str
    gender: str


def word(text: str) -> str:
    """One word as its sounds, with case and gender endings taken off: Еслямоваға -> `eslamov`."""
    return _stem(sounds(_nominative(text.lower())))


@lru_cache(maxsize=20_000)
def name(text: str) -> NameKey:
    """The key of a name of one or more words; an initial stays one letter."""
    words = [_POSSESSIVE.sub("", match) for match in _WORD.findall(text)]
    heard = [(sounds(_nominative(each.lower())), len(each) == 1) for each in words]
    heard = [(each, initial) for each, initial in heard if each]
    full = [each for each, initial in heard if not initial]
    patronymics = [each for each in full[1:] if _PATRONYMIC.search(each)] if len(heard) > 2 else []
    kept = [each for each, _ in heard if each not in patronymics]
    if patronymics or len(full) >= 2:
        kept = [each for each in kept if len(each) > 1]
    elif len(kept) > 2:  # "Т. М. Еслямова": the second initial is the patronymic's
        kept = _without_second_initial(kept)
    return NameKey(" ".join(sorted(_stem(each) for each in kept)), _gender(words, full))


def alike(left: NameKey, right: NameKey) -> bool:
    """Whether two keys can name one person: the same words, an initial standing for a name; no contrary genders."""
    if left.gender and right.gender and left.gender != right.gender:
        return False
    ours, theirs = left.key.split(), right.key.split()
    if not ours or len(ours) != len(theirs):
        return False
    return ours == theirs or _initials_fit(ours, theirs)


def sounds(text: str) -> str:
    """A lower-case word as its sounds: one spelling for Жұмабай, Джумабай, Zhumabai, Jumabay."""
    pattern, table = _sounds()
    plain = pattern.sub(lambda match: table[match[0]], _undecorated(text))
    plain = re.sub(r"[^a-z]", "", plain)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    plain = re.sub(r"(?<=[^aeiou])i(?=[aou])", "", plain)  # lia, ria, niu: the soft sign and -ия are not written alike
    return re.sub(r"(?<=[aeou])i(?=e)", "", plain)


def _initials_fit(ours: list[str], theirs: list[str]) -> bool:
    """Words in any order that are equal, or an initial that begins the word left over on the other side."""
    mine = [each for each in ours if each not in theirs]
    other = [each for each in theirs if each not in ours]
    if len(mine) != 1 or len(other) != 1 or len(ours) < 2:
        return False
    short, long = sorted((mine[0], other[0]), key=len)
    return len(short) == 1 and long.startswith(short)


def _without_second_initial(kept: list[str]) -> list[str]:
    initials = [each for each in kept if len(each) == 1]
    return [each for each in kept if len(each) > 1] + initials[:1]


def _undecorated(text: str) -> str:
    """Latin letters without marks (á, ö, ñ), Cyrillic й and ё kept whole."""
    return "".join(
        letter if "\u0400" <= letter <= "\u04ff" or letter in "şșçčšžıəý" else _base(letter) for letter in text
    )


@cache
def _base(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


@cache
def _sounds() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["letters"]: row["sound"] for row in tables.rows("kk", "fold")}
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), table


def _nominative(lower: str) -> str:
    """A Kazakh name without its case ending, where declension of the rest gives just this word."""
    if lower.endswith(_KEEP) or not any("\u0400" <= letter <= "\u04ff" for letter in lower):
        return lower
    if stem := _possessed_stem(lower):
        return stem
    if match := _FAMILY_CASE.match(lower):
        return match[1]
    for case, length in _CASE_LENGTHS:
        stem = lower[:-length]
        if len(stem) >= 4 and stem + declension.ending(stem, case) == lower and _is_kazakh(lower[-length:], stem, case):
            return stem
    return lower


# Family names take either harmony: Тоқаевтың beside Петровтің.
_FAMILY_CASE: Final = re.compile(
    r"(.{2,}(?:[оеё]в|[иы]н)а?)(?:[тдн][ыі]ң|[ғгқк][ае]|[тдн][ыі]|[дт][ае]|[дтн][ае]н|[мпб]ен)$"
)
_CASE_LENGTHS: Final = (
    ("genitive", 3),
    ("ablative", 3),
    ("instrumental", 3),
    ("dative", 2),
    ("accusative", 2),
    ("locative", 2),
)
_POSSESSED: Final = re.compile(r"(.{2,}(?:[ұу]лы|[қк]ызы))(?:ның|на|н|нда|нан|мен)$")


def _possessed_stem(lower: str) -> str:
    match = _POSSESSED.match(lower)
    return match[1] if match else ""


def _is_kazakh(ending: str, stem: str, case: str) -> bool:
    """Endings that a name seldom has by itself: -ның, -ға, -мен; not the -да of Фарида or the -дан of Рамадан."""
    return (
        bool(_OWN_LETTERS & set(ending)) or case in ("dative", "instrumental") or (case == "ablative" and len(stem) > 5)
    )


def _stem(heard: str) -> str:
    """Sounds without the Russian endings of case and gender; the same for Latin spellings, so that they meet."""
    if match := _ADJECTIVE.match(heard):
        return match[1]
    if match := _FAMILY.match(heard):
        return match[1]
    if match := _CASE_END.match(heard):
        heard = match[1]
    match = _VOWEL_END.match(heard)
    return match[1] if match else heard


def _gender(words: list[str], heard: list[str]) -> str:
    """By the endings that tell (-ова, -ұлы, -ская, -ович); '' where they tell nothing or two things.

    Cyrillic -ова beside a given name such as Нурлана is a woman's name or a man's in the genitive.
    """
    known = {_gender_of(each) for each in heard} - {""}
    if known == {"f"} and any(_may_be_genitive(each.lower()) for each in words):
        return "f" if any(_SURELY_FEMININE.search(each) for each in heard) else ""
    return known.pop() if len(known) == 1 else ""


_FEMININE: Final = re.compile(r"(?:[oe]v|[iu]n)(?:a|oi)$|[st]k(?:aia|a|uiu)$|(?:[oe]vn|icn)[aeiou]|kiz[iu]$")
_SURELY_FEMININE: Final = re.compile(r"(?:[oe]v|[iu]n)oi$|[st]k(?:aia|a|uiu)$|(?:[oe]vn|icn)[aeiou]|kiz[iu]$")
_MASCULINE: Final = re.compile(r"(?:[oe]v)(?:|im)$|[st]k(?:i|ogo|omu|im)$|[oe]vic|ul[iu]$")


def _gender_of(heard: str) -> str:
    if _FEMININE.search(heard) and len(heard) > 4:
        return "f"
    return "m" if _MASCULINE.search(heard) and len(heard) > 4 else ""


def _may_be_genitive(lower: str) -> bool:
    return lower[-1:] in ("а", "я") and lower[:-1].endswith(_masculine_ends())


@cache
def _masculine_ends() -> tuple[str, ...]:
    return tuple(row["ending"] for row in tables.rows("ru", "names_ends"))
