"""Whether two words are spellings of one: consonants tell names apart, vowels vary between alphabets and languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from kuzet.language.names.sounds import PLAIN, VOWELS

Forms = tuple[str, ...]
"""All that a written word can be in the nominative, as fine sounds (`kk/fold.csv`); the likeliest first."""

SAME: Final = 2
NEAR: Final = 1
_MOST: Final = 2
"""Vowels that may differ in near words: Тілеубаев and Тлеубаев, Әбдірәшит and Абдрашит."""

_VOWEL: Final = re.compile(f"[{VOWELS}]")
_CONSONANT: Final = re.compile(f"[^{VOWELS}]")
_TWICE: Final = re.compile(r"(.)\1+")
_FULL: Final = re.compile("[aeouäöò]")
_SURNAME: Final = re.compile("(?:[oòöe]|^)v$")
_VARIES: Final = re.compile("[yìtjoòö]")
_KHOJA: Final = re.compile("[kqx][oò]j")
_LIGHT: Final = re.compile("[iyì]+")
_YO: Final = {"e", "ye"}
"""Семёнов, Semyonov."""
_NEAR_ENDS: Final = frozenset([("a", "e"), ("ei", "i")])
"""Зәуре and Заура, Сергей and Сергій."""
_RESPELT: Final = (
    *(("ö", "u"), ("ö", "e"), ("eì", "ai"), ("äi", "ei"), ("äì", "ei"), ("yai", "ei")),
    *(("yu", "u"), ("ìu", "u"), ("ìe", "e"), ("ìe", "ia"), ("ye", "e"), ("ìò", "e"), ("ìò", "ye")),
)
"""What a vowel of one alphabet is also written as in another."""


@lru_cache(maxsize=200_000)
def words(left: Forms, right: Forms) -> int:
    """`SAME`: one of the forms is common to both; `NEAR`: but for a vowel or two; 0: two names."""
    if not set(left).isdisjoint(right):
        return SAME
    best = 0
    for mine in left:
        for other in right:
            if bones(mine) == bones(other):
                best = max(best, _vowels(mine, other))
    return best


@lru_cache(maxsize=50_000)
def bones(form: str) -> str:
    """The consonants of a form."""
    return _VOWEL.sub("", form).translate(PLAIN)


def begins(initial: Forms, forms: Forms) -> bool:
    """Whether the word can have the initial; `!` marks beginnings that it excludes (И. is not Юлия, `iulia`)."""
    allowed, barred = _begins(initial)
    heard = [_TWICE.sub(r"\1", form.translate(PLAIN)) for form in forms]
    return any(form.startswith(allowed) and not form.startswith(barred) for form in heard)


def initials(left: Forms, right: Forms) -> bool:
    """Whether two initials can be of one name."""
    ours, theirs = _begins(left)[0], _begins(right)[0]
    return any(mine.startswith(other) or other.startswith(mine) for mine in ours for other in theirs)


@lru_cache(maxsize=1000)
def _begins(initial: Forms) -> tuple[Forms, Forms]:
    allowed = tuple(each for each in initial if each[0] != "!")
    return allowed, tuple(each[1:] for each in initial if each[0] == "!")


def _vowels(left: str, right: str) -> int:
    """How near the vowels of two words with equal consonants are, group by group."""
    if not _throats_fit(left, right):
        return 0
    ours, theirs = _CONSONANT.split(left), _CONSONANT.split(right)
    near, start, dropped = 0, 0, set()
    for mine, other in zip(ours, theirs, strict=True):
        if _coarse(mine) != _coarse(other) and {mine, other} != _YO:
            near += 1
            dropped |= {bool(mine)} if not (mine and other) else set()
            place = _Place(left[:start], left[start + len(mine) :])
            if near > _MOST or len(dropped) > 1 or not _fits(mine, other, place):
                return 0  # two that are dropped here and there are Бақтыгүл and Бақытгүл
        start += len(mine) + 1
    return NEAR if near else SAME


class _Place(NamedTuple):
    """What stands before and after a group of vowels in one of the words."""

    before: str
    after: str


def _fits(left: str, right: str, place: _Place) -> bool:
    if not place.before:
        return bool(left and right) and _is_respelt(left, right)
    if not place.after:
        return _is_end(left, right, place.before[-1])
    if left and right:
        return _is_inside(left, right, place)
    return _LIGHT.fullmatch(left or right) is not None and _FULL.search(_SURNAME.sub("", place.after)) is not None


def _throats_fit(left: str, right: str) -> bool:
    """Whether к and х stand for one қ where they differ: Бақыт and Бахыт, Қожа and Ходжа, but not Кан and Хан."""
    for mine, other in zip(_CONSONANT.finditer(left), _CONSONANT.finditer(right), strict=True):
        pair = mine[0] + other[0]
        if mine[0] != other[0] and "x" in pair:
            varies = "q" in pair or _VARIES.match(left, mine.end()) or _VARIES.match(right, other.end())
            if not (mine.start() and varies) and not _KHOJA.match(left, mine.start()):
                return False
    return True


@lru_cache(maxsize=10_000)
def _coarse(group: str) -> str:
    return _TWICE.sub(r"\1", re.sub("(?<=[aeou])i(?=e)", "", group.translate(PLAIN)))


def _is_end(left: str, right: str, consonant: str) -> bool:
    """Whether vowels after the last consonant can be one ending: Зәуре and Заура, Джамиля and Жәмила."""
    if consonant == "l" and sorted((left, right)) == ["a", "ìa"]:
        return True
    ends = tuple(sorted((_coarse(left), _coarse(right))))
    return ends in _NEAR_ENDS or _without_light(left) == _without_light(right)


def _is_inside(left: str, right: str, place: _Place) -> bool:
    """Whether two groups of vowels between consonants can be one."""
    plain, surname = {_coarse(left), _coarse(right)}, _SURNAME.search(place.after) is not None
    vowels = _CONSONANT.sub("", place.before)
    if _without_light(left) == _without_light(right) or {left, right} in ({"ä", "e"}, {"ä", "ya"}):
        return True
    if plain == {"i", "u"}:
        return vowels[-1:] in tuple("uoöò")  # Жүсіп and Жусуп
    if plain == {"e", "o"}:
        return place.after == "v" and place.before[-1] in "wcj"  # Қабдешев and Кабдешов
    if surname and vowels and {left, right} <= {"ò", "a"}:
        return True  # -boev and -baev, as Uzbek is written
    return _is_respelt(left, right)


def _is_respelt(left: str, right: str) -> bool:
    return any(_coarse(a.replace(x, y)) == _coarse(b) for a, b in ((left, right), (right, left)) for x, y in _RESPELT)


def _without_light(group: str) -> str:
    return _coarse(group.replace("y", ""))
