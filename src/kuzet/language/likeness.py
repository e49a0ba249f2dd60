"""Whether two words are spellings of one: consonants tell names apart, vowels vary between alphabets and languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kuzet.language.sounds import PLAIN, VOWELS

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
_SURNAME: Final = re.compile("[oòöe]v$")
_VARIES: Final = re.compile("[yìtjoòö]")
_KHOJA: Final = re.compile("[kqx][oò]j")
_LIGHT: Final = re.compile("[iyì]+")
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
    root = _CONSONANT.split(_SURNAME.sub("", left))
    near, dropped = 0, set()
    for at, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
        if mine == other or _coarse(mine) == _coarse(other):
            continue
        if at and at == len(ours) - 1:
            found = _end(mine, other, left.removesuffix(mine)[-1])
        elif at == 0:
            found = bool(mine and other) and _respelt(mine, other)
        elif mine and other:
            found = _inside(mine, other, "".join(ours[:at]), surname=len(root) < len(ours))
        else:
            found = _comes_and_goes(mine or other, root[at + 1 :])
            dropped.add(bool(mine))
        near += found
        if not found or near > _MOST or len(dropped) > 1:  # Бақтыгүл and Бақытгүл are two names
            return 0
    return NEAR if near else SAME


def _throats_fit(left: str, right: str) -> bool:
    """Whether к and х stand for one қ where they differ: Бақыт and Бахыт, Қожа and Ходжа, but not Кан and Хан."""
    for mine, other in zip(_CONSONANT.finditer(left), _CONSONANT.finditer(right), strict=True):
        pair = mine[0] + other[0]
        if mine[0] != other[0] and "x" in pair:
            inside = mine.start() > 0 and ("q" in pair or _VARIES.match(left, mine.end()))
            if not inside and not _KHOJA.match(left, mine.start()):
                return False
    return True


def _coarse(group: str) -> str:
    group = _TWICE.sub(r"\1", group.translate(PLAIN))
    return re.sub(r"(?<=[aou])i(?=e)", "", group)


@lru_cache(maxsize=10_000)
def _end(left: str, right: str, consonant: str) -> bool:
    """Whether vowels after the last consonant can be one ending: Зәуре and Заура, Джамиля and Жәмила."""
    if consonant == "l" and sorted((left, right)) == ["a", "ìa"]:
        return True
    ends = tuple(sorted((_coarse(left), _coarse(right))))
    return ends in _NEAR_ENDS or _without_light(left) == _without_light(right)


def _comes_and_goes(group: str, after: list[str]) -> bool:
    """Whether a vowel is one that Russian leaves out: Тілеубаев and Тлеубаев, but not Жариков and Жарков."""
    return _LIGHT.fullmatch(group) is not None and any(map(_FULL.search, after))


@lru_cache(maxsize=10_000)
def _inside(left: str, right: str, before: str, surname: bool) -> bool:
    """Whether two groups of vowels between consonants can be one, with the vowels before them in one of the words."""
    if _without_light(left) == _without_light(right) or {left, right} in ({"ä", "e"}, {"ä", "ya"}):
        return True
    if before and {_coarse(left), _coarse(right)} == {"i", "u"}:
        return before[-1] in "uoöò"  # Жүсіп and Жусуп
    if before and surname and {left, right} <= {"ò", "a"}:
        return True  # -boev and -baev, as Uzbek is written
    return _respelt(left, right)


@lru_cache(maxsize=10_000)
def _respelt(left: str, right: str) -> bool:
    return any(_coarse(a.replace(x, y)) == _coarse(b) for a, b in ((left, right), (right, left)) for x, y in _RESPELT)


def _without_light(group: str) -> str:
    return _coarse(group.replace("y", ""))
