"""Names folded to one key across scripts, alphabets, cases and genders.

`Тамара Еслямова`, `Тамара Еслямоваға`, `Tamara Yeslyamova` and `Т. М. Еслямову` meet; the gender that the endings
show is kept apart, since the key of Иванов and Иванова is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.language import genders, likeness, patronymics, sounds, tables
from kuzet.language.likeness import SAME, Forms
from kuzet.language.nominatives import kazakh, nominatives

_WORD: Final = re.compile(r"([^\W\d_]+(?:['’ʼ`‘ʻ][^\W\d_]+)*['’ʼ`‘ʻ]?)(\.?)")
_POSSESSIVE: Final = re.compile(r"['’ʼ`‘]s$|['’ʼ`‘ʻ]$")
_FEMININE: Final = re.compile(r"(.{2,}[oòöe]v)a$")
_ADJECTIVE: Final = re.compile(r"(.+sk)(?:[iyì]+|[oò]i|a[iyì]a|a)$")
_VOWEL_END: Final = re.compile(r"(.{2,}?)[aeiou]+$")


@dataclass(frozen=True, slots=True)
class NameKey:
    """A folded name; two are equal by `key` and `gender`, whether they are one person's `agreement` tells.

    `key`: the folded words in alphabetical order, patronymics left out; `gender`: f, m or '' by the endings; `words`:
    the whole words in their order; `initial`: how the name can begin of which a letter is written; `father`: what a
    patronymic is made of, `father_initial` its first letter; `by_father`: whether the last word is a patronymic that
    stands for a surname; `bones`: the consonants of all forms of all words.
    """

    key: str
    gender: str
    words: tuple[Forms, ...] = field(default=(), compare=False)
    initial: Forms = field(default=(), compare=False)
    father: Forms = field(default=(), compare=False)
    father_initial: Forms = field(default=(), compare=False)
    by_father: bool = field(default=False, compare=False)
    bones: frozenset[str] = field(default=frozenset(), compare=False)


class _Part(NamedTuple):
    """A word of a name in small letters."""

    text: str
    initial: bool


def word(text: str) -> str:
    """One word as its sounds, with case and gender endings taken off: Еслямоваға -> `eslamov`."""
    return _stem(_forms(_lower(text))[0])


@lru_cache(maxsize=20_000)
def name(text: str) -> NameKey:
    """The key of a name of one or more words; an initial stays one letter."""
    parts = [part for part in _parts(text) if sounds.fine(part.text)]
    whole = [part.text for part in parts if not part.initial]
    initials = [_initial(part.text) for part in parts if part.initial]
    at = _patronymic_at(whole, len(parts))
    fathers = _father(whole[at]) if at else ()
    stands = bool(at) and len(parts) == 2
    kept = [each for place, each in enumerate(whole) if stands or not at or place != at]
    gender = genders.of(whole)
    man = gender != "f" and genders.is_mans_case(kept)
    foreign = not genders.in_kazakh(whole)
    words = tuple(_forms(each, each == whole[-1], man, foreign) for each in kept)
    first = initials[:1] if len(words) < 2 else []
    later = initials[len(first) :]
    letters = [each[0][0] for each in first]
    return NameKey(
        key=" ".join(sorted([*(_stem(each[0]) for each in words), *letters])),
        gender=gender,
        words=words,
        initial=first[0] if first else (),
        father=fathers,
        father_initial=later[0] if later and not fathers else (),
        by_father=stands,
        bones=frozenset(likeness.bones(form) for forms in words for form in forms),
    )


def alike(left: NameKey, right: NameKey) -> bool:
    """Whether two keys can name one person: the same words, an initial standing for a name; no contrary genders."""
    if left.gender and right.gender and left.gender != right.gender:
        return False
    if left == right and left.words == right.words:
        return bool(left.key)
    return left.key.count(" ") == right.key.count(" ") and bool(agreement(left, right))


def agreement(left: NameKey, right: NameKey) -> int:
    """`likeness.SAME`: each word of the shorter name is one of the longer one; `likeness.NEAR`: but for vowels; or 0.

    At least one word must be whole in both; patronymics that both tell must be of one father.
    """
    if left.bones.isdisjoint(right.bones) or not _one_father(left, right):
        return 0
    short, long = sorted((left, right), key=_length)
    rest, lone, least = list(long.words), [], SAME
    for forms in short.words:
        best, place = max(((likeness.words(forms, other), -at) for at, other in enumerate(rest)), default=(0, 0))
        if best:
            least = min(least, best)
            del rest[-place]
        else:
            lone.append(forms)
    if len(lone) == len(short.words):
        return 0
    return min(least, _others(short, long, lone, rest))


def _length(key: NameKey) -> int:
    return len(key.words) + bool(key.initial)


def _one_father(left: NameKey, right: NameKey) -> bool:
    if left.by_father or right.by_father:
        return True  # Роман Абрамович is no son of Абрам
    if left.father and right.father:
        return likeness.words(left.father, right.father) > 0
    for mine, other in ((left, right), (right, left)):
        if mine.father_initial and (other.father or other.father_initial):
            known = likeness.begins(mine.father_initial, other.father)
            return known or likeness.initials(mine.father_initial, other.father_initial)
    return True


def _others(short: NameKey, long: NameKey, lone: Sequence[Forms], rest: Sequence[Forms]) -> int:
    """What is left when whole words have met: initials, a patronymic in the place of a surname, a word cut in two."""
    if not lone:
        return SAME if not short.initial or _initial_fits(short.initial, long, rest) else 0
    if len(lone) > 1 or short.initial:
        return 0
    if long.initial and likeness.begins(long.initial, lone[0]):
        return SAME
    if short.by_father and long.father and lone[0] == short.words[-1]:
        return likeness.words(short.father, long.father)
    joined = (tuple(a + b for a in first for b in second) for first, second in pairwise(rest))
    return max((likeness.words(lone[0], forms) for forms in joined), default=0)


def _initial_fits(initial: Forms, long: NameKey, rest: Sequence[Forms]) -> bool:
    if long.initial:
        return likeness.initials(initial, long.initial)
    return any(likeness.begins(initial, forms) for forms in rest)


def _lower(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _parts(text: str) -> Iterator[_Part]:
    """The words of a name, hyphens and possessives taken off, with -ұлы and -қызы put to the word before."""
    held = ""
    for match in _WORD.finditer(_lower(text)):
        each = _POSSESSIVE.sub("", match[1])
        if held and patronymics.is_tail(each):
            held += each
            continue
        if held:
            yield _Part(held, initial=False)
        held = ""
        if len(each) == 1 or (match[2] and each in _begins()):
            yield _Part(each, initial=True)
        else:
            held = each
    if held:
        yield _Part(held, initial=False)


def _patronymic_at(whole: Sequence[str], count: int) -> int:
    """The place of the patronymic, 0 for none: a first word is none, and a second of two stands for the surname."""
    if count < 2:
        return 0
    return next((at for at, each in enumerate(whole) if at and patronymics.of(each)), 0)


def _father(lower: str) -> Forms:
    found = patronymics.of(lower)
    return sounds.readings(found.father) if found else ()


def _initial(letters: str) -> Forms:
    return _begins().get(letters) or (sounds.plain(sounds.fine(letters)),)


@cache
def _begins() -> dict[str, Forms]:
    """By the letters of an initial: the sounds with which its name can begin, with ! those with which it cannot."""
    return {
        row["letters"]: (*tables.split(row["begins"]), *("!" + each for each in tables.split(row["other"])))
        for row in tables.rows("kk", "initials")
    }


@lru_cache(maxsize=50_000)
def _forms(lower: str, last: bool = True, man: bool = True, foreign: bool = True) -> Forms:
    """All that a word can be in the nominative, surnames in the masculine.

    `last`: it ends the name; `man`: its case may be a man's; `foreign`: the name may be of a Russian text.
    """
    found = patronymics.of(lower)
    if found and found.tail:
        tail = "uly" if found.gender == "m" else "kyzy"
        return tuple(heard + tail for heard in sounds.readings(found.father))
    cases = nominatives(lower, last, man) if foreign else kazakh(lower, last)
    heard = [_masculine(one) for each in _narrowed(cases) for one in sounds.readings(each)]
    standard = [_standards()[each] for each in (*cases, *map(sounds.plain, heard)) if each in _standards()]
    return tuple(dict.fromkeys((*map(sounds.fine, standard), *heard)))


def _narrowed(cases: tuple[str, ...]) -> tuple[str, ...]:
    """Only the names of women among the nominatives, where there are any: Дания, Дании are no cases of Даний."""
    return tuple(each for each in cases if genders.is_woman(each)) or cases


def _masculine(heard: str) -> str:
    if match := _ADJECTIVE.match(heard):
        return match[1]
    match = _FEMININE.match(heard)
    return match[1] if match else heard


@cache
def _standards() -> dict[str, str]:
    """Given names of other languages and what they are in Russian (Mykola: Николай), long ones by their sounds too."""
    found = {}
    for row in tables.rows("ru", "given_variants"):
        standard = row["name"].lower()
        for variant in tables.split(row["variants"].lower().replace("ё", "е")):
            found[variant] = standard
            if len(heard := sounds.plain(sounds.fine(variant))) > 4:
                found[heard] = standard
    return found


def _stem(heard: str) -> str:
    """Plain sounds without the vowels at the end: the same for Динара and Динару."""
    heard = sounds.plain(heard)
    match = _VOWEL_END.match(heard)
    return match[1] if match else heard
