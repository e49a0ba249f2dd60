"""Names folded to one key across scripts, alphabets, cases and genders.

`Тамара Еслямова`, `Тамара Еслямоваға`, `Tamara Yeslyamova` and `Т. М. Еслямову` meet; the gender that the endings
show is kept apart, since the key of Иванов and Иванова is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.language.names import genders, likeness, patronymics, sounds
from kuzet.language.names.likeness import SAME, Forms
from kuzet.language.names.nominatives import kazakh, nominatives
from kuzet.language.text import script, tables

_WORD: Final = re.compile(r"([^\W\d_]+(?:['’ʼ`‘ʻ][^\W\d_]+)*['’ʼ`‘ʻ]?)(\.?)")
_ARABIC: Final = re.compile("[\u0621-\u06d5]")
_POSSESSIVE: Final = re.compile(r"['’ʼ`‘]s$|['’ʼ`‘ʻ]$")
_FEMININE: Final = re.compile(r"(.{2,}[oòöe]v)a$")
_ADJECTIVE: Final = re.compile(r"(.+sk)(?:[iyì]+|[oò]i|a[iyì]a|a)$")
_VOWEL_END: Final = re.compile(r"(.{2,}?)[aeiou]+$")


class Word(NamedTuple):
    """A whole word of a name: its `forms`, `woman`: those that are no case of a man's, `bones`: their consonants."""

    forms: Forms
    woman: Forms
    bones: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameKey:
    """A folded name; two are equal by `key` and `gender`, whether they can be one person's `agreement` tells.

    `key`: the folded words in alphabetical order, patronymics left out; `gender`: f, m or '' by the endings; `words`:
    the whole words as they stand; `initials`: how the others can begin of which there is but a letter; `father`: what
    the patronymic is made of, `father_initial`: how that can begin; `by_father`: it stands for the surname.
    """

    key: str
    gender: str
    words: tuple[Word, ...] = field(default=(), compare=False)
    initials: tuple[Forms, ...] = field(default=(), compare=False)
    father: Forms = field(default=(), compare=False)
    father_initial: Forms = field(default=(), compare=False)
    by_father: bool = field(default=False, compare=False)


def word(text: str) -> str:
    """One word as its sounds, with case and gender endings taken off: Еслямоваға -> `eslamov`."""
    return _stem(_word(_lower(text), Reading()).forms[0])


@lru_cache(maxsize=20_000)
def name(text: str) -> NameKey:
    """The key of a name of one or more words; an initial stays one letter."""
    whole, letters = _parts(text)
    initials = [_initial(each) for each in letters]
    at = _patronymic_at(whole)
    by_father = at > 0 and len(whole) + len(letters) == 2
    kept = [each for place, each in enumerate(whole) if by_father or not at or place != at]
    gender = genders.of(whole)
    reading = Reading(man=gender != "f" and genders.is_mans_case(kept), russian=not genders.in_kazakh(whole))
    words = tuple(_word(each, reading._replace(last=each == whole[-1])) for each in kept)
    own = len(initials) if not words else max(0, 2 - len(words))  # "Т. М. Еслямова": the second is the father's
    father = _father(whole[at]) if at else ()
    return NameKey(
        key=" ".join(sorted([*(_stem(each.forms[0]) for each in words), *(each[0][0] for each in initials[:own])])),
        gender=gender,
        words=words,
        initials=tuple(initials[:own]),
        father=father,
        father_initial=() if father else next(iter(initials[own:]), ()),
        by_father=by_father,
    )


def alike(left: NameKey, right: NameKey) -> bool:
    """Whether two keys can name one person: the same words, an initial standing for a name; no contrary genders."""
    if left.gender and right.gender and left.gender != right.gender:
        return False
    return left.key.count(" ") == right.key.count(" ") and bool(agreement(left, right))


def agreement(left: NameKey, right: NameKey) -> int:
    """`likeness.SAME`: each word of the shorter name is one of the longer one; `likeness.NEAR`: but for vowels; or 0.

    At least one word must be whole in both, but where all of a name are initials; patronymics that both tell must be of
    one father.
    """
    short, long = (left, right) if _length(left) <= _length(right) else (right, left)
    woman = "f" in (left.gender, right.gender)
    rest, lone, least = list(long.words), [], SAME
    for each in short.words:
        best, found = 0, None
        for other in rest:
            if (now := _words(each, other, woman)) > best:
                best, found = now, other
        if found is None:
            lone.append(each)
        else:
            least = min(least, best)
            rest.remove(found)
    nothing = not short.key or (lone and len(lone) == len(short.words))
    if nothing or not _one_father(left, right):
        return 0
    return min(least, _others(short, long, lone, rest))


def _length(key: NameKey) -> int:
    return len(key.words) + len(key.initials)


def _words(left: Word, right: Word, woman: bool) -> int:
    if left.bones.isdisjoint(right.bones):
        return 0
    return likeness.words(left.woman, right.woman) if woman else likeness.words(left.forms, right.forms)


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


def _others(short: NameKey, long: NameKey, lone: Sequence[Word], rest: Sequence[Word]) -> int:
    """What is left when whole words have met: initials, a patronymic in the place of a surname, a word cut in two."""
    if not lone:
        return SAME if _initials_fit(short.initials, long.initials, rest) else 0
    if len(lone) > 1 or short.initials:
        return 0
    if any(likeness.begins(each, lone[0].forms) for each in long.initials):
        return SAME
    if short.by_father and long.father and lone[0] == short.words[-1]:
        return likeness.words(short.father, long.father)
    joined = (tuple(a + b for a in first.forms for b in second.forms) for first, second in pairwise(rest))
    return max((likeness.words(lone[0].forms, forms) for forms in joined), default=0)


def _initials_fit(short: Sequence[Forms], long: Sequence[Forms], rest: Sequence[Word]) -> bool:
    """Whether each initial of the shorter name begins a word or is an initial of the longer one, each its own."""
    words, letters = list(rest), list(long)
    for initial in short:
        word = next((each for each in words if likeness.begins(initial, each.forms)), None)
        letter = next((each for each in letters if likeness.initials(initial, each)), None)
        if word is not None:
            words.remove(word)
        elif letter is not None:
            letters.remove(letter)
        else:
            return False
    return True


def _lower(text: str) -> str:
    if _ARABIC.search(text):
        text = script.to_cyrillic(text).text
    return unicodedata.normalize("NFC", text).lower().replace("\u0307", "")  # the dot that is left of İ


def _parts(text: str) -> tuple[list[str], list[str]]:
    """The whole words and the initials of a name, hyphens and possessives taken off, with -ұлы put to its word."""
    whole: list[str] = []
    initials: list[str] = []
    for match in _WORD.finditer(_lower(text)):
        each = _POSSESSIVE.sub("", match[1])
        if not sounds.fine(each):
            continue
        if len(each) == 1 or (match[2] and each in _begins()):
            initials.append(each)
        elif whole and patronymics.is_tail(each):
            whole[-1] += each
        else:
            whole.append(each)
    return whole, initials


def _patronymic_at(whole: Sequence[str]) -> int:
    """The place of the patronymic, 0 for none: a first word is none."""
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


class Reading(NamedTuple):
    """What a name tells of its words: whether they are the `last`, may be a `man`'s case, and of a `russian` text."""

    last: bool = True
    man: bool = True
    russian: bool = True


@lru_cache(maxsize=50_000)
def _word(lower: str, reading: Reading) -> Word:
    forms = _forms(lower, reading)
    woman = _forms(lower, reading._replace(man=False)) if reading.man else forms
    return Word(forms, woman, frozenset(map(likeness.bones, forms)))


def _forms(lower: str, reading: Reading) -> Forms:
    """All that a word can be in the nominative, surnames in the masculine."""
    found = patronymics.of(lower)
    if found and found.tail:
        tail = "uly" if found.gender == "m" else "kyzy"
        return tuple(heard + tail for heard in sounds.readings(found.father))
    cases = nominatives(lower, reading.last, reading.man) if reading.russian else kazakh(lower, reading.last)
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
