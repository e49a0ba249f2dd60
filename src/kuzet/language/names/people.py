"""Names of people: runs of capitalised words that are told to be a name by a given name, an ending or a role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from kuzet.language.text import script, tables

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*\.?")
_JOINED: Final = re.compile(r"[ \u00a0]+")
_TAILS: Final = frozenset(["uulu", "kyzy", "uly", "qyzy", "улы", "кызы", "уулу", "ұлы", "қызы", "оглы", "оглу"])
_PARTICLES: Final = frozenset(["de", "la", "von", "van", "al", "el", "bin", "ibn", "der", "den"])
LONGEST: Final = 4
"""More capitalised words in a row than this are a title or an institution."""

KEPT: Final = 1 << 15
"""Words whose forms are kept: every name and place of a text is asked for, and news is written with few."""


class Given(Struct, frozen=True, gc=False):
    """A known given name: its nominative in the language and its gender (f, m or '')."""

    name: str
    gender: str


class NameData(Struct, frozen=True):
    """What tells a name: given names by their bare stem, and endings of surnames as (ending, gender) per language."""

    given: Mapping[str, tuple[Given, ...]]
    endings: Mapping[str, tuple[tuple[str, str], ...]]


class Mention(Struct, frozen=True, gc=False):
    """A run of name words: characters `start` to `end` of the sentence; `sure`: a given name or an ending proves it."""

    start: int
    end: int
    words: tuple[str, ...]
    sure: bool


def find(text: str, language: str, taken: Iterable[tuple[int, int]], data: NameData) -> Iterator[Mention]:
    """Runs of capitalised words outside the spans `taken` (outlets, places), split at words that are no names."""
    spans = sorted(taken)
    if language == "en" and _is_title(text):
        return
    for run in _runs(text, language, spans):
        run = _from_given(run, data) if language == "en" else run
        words = tuple(word for word, _, _ in run)
        start, end = min(one[1] for one in run), max(one[2] for one in run)
        if len(run) <= LONGEST and not _is_quoted(text, start, end):
            yield Mention(start, end, words, _sure(words, language, data))


def _from_given(run: list[Word], data: NameData) -> list[Word]:
    """A long English run from the given name that stands in it: Cumberland Beacon Reporter Judith Amory."""
    inside = (at for at, (word, _, _) in enumerate(run[:-1]) if known(word, "en", data) is not None)
    return run[next(inside, 0) :] if len(run) >= LONGEST else run


def mention(text: str, span: tuple[int, int], language: str, data: NameData) -> Mention | None:
    """The name that stands in a span found by other means, words that are no part of it cut off on both sides."""
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text, *span)]
    while words and not _fits(words[0][0], language, inside=False):
        words = words[1:]
    while words and not _fits(words[-1][0], language, inside=len(words) > 1):
        words = words[:-1]
    for run in _closed(words):
        parts = tuple(word for word, _, _ in run)
        if not _is_quoted(text, run[0][1], run[-1][2]):
            return Mention(run[0][1], run[-1][2], parts, _sure(parts, language, data))
    return None


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Words alone in quotation marks are the name of a thing."""
    return text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING if start else False


_OPENING: Final = ("«", "“", '"', "„")
_CLOSING: Final = ("»", "”", '"', "“")


def _is_title(text: str) -> bool:
    """An English headline in capitals tells no names from other words."""
    words = [match[0] for match in _WORD.finditer(text) if len(match[0]) > 3]
    if text.rstrip().endswith((".", "!", "?", "…")):
        return False
    return len(words) > 4 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


@lru_cache(maxsize=KEPT)
def stem(word: str, language: str) -> str:
    """A key under which the cases of one name part meet: folded and without its case ending."""
    folded = plain(word).rstrip(".'’")
    folded = re.sub(r"['’]s$", "", folded)
    for ending in _OBLIQUE.get(language, ()):
        if folded.endswith(ending) and len(folded) - len(ending) >= 3:
            return folded[: -len(ending)]
    return folded


_KAZAKH: Final = "нын нин дын дин тын тин га ге ка ке ны ни ды ди ты ти да де та те дан ден тан тен нан нен мен бен пен"
_RUSSIAN: Final = "ого ому ой ою ый ая ую ом ем ым им ами ами а у е ы и я ю ь й о"
_OBLIQUE: Final = {
    "kk": tuple(sorted(_KAZAKH.split(), key=len, reverse=True)),
    "ru": tuple(sorted(_RUSSIAN.split(), key=len, reverse=True)),
}


def known(word: str, language: str, data: NameData) -> Given | None:
    """The given name that this word is a form of: written so, or else the one whose cases end so."""
    forms = [name for name in data.given.get(plain(word), ()) if plain(name.name) == plain(word)]
    exact = min(forms, key=lambda name: _is_foreign(name.name, language), default=None)
    if exact is not None:
        return exact
    names = data.given.get(stem(word, language), ())
    return min(names, key=lambda name: (not _ends(name.name, word), _is_foreign(name.name, language)), default=None)


def _ends(name: str, word: str) -> bool:
    return plain(name)[-1:] in _ENDS.get(plain(word)[-1:], "")


def _is_foreign(name: str, language: str) -> bool:
    """Whether a Russian text would not write the name so: it has Kazakh letters."""
    return language == "ru" and script.bare(name) != name


@lru_cache(maxsize=KEPT)
def plain(word: str) -> str:
    """Small letters without the Kazakh ones, as names are compared."""
    return script.bare_small(word.lower().replace("ё", "е"))


_ENDS: Final = {"ы": "а", "и": "ая", "е": "ая", "й": "ая", "ю": "яй"}
"""Last letters of a Russian case, and those of the nominatives that it is most often the case of."""


def gender(words: tuple[str, ...], language: str, data: NameData) -> str:
    """`f`, `m` or '' where neither the given name nor the surname tells."""
    for word in words:
        given = known(word, language, data)
        if given is not None and given.gender:
            return given.gender
    endings = _ending(words[-1], language, data)
    return endings[0] if len(endings) == 1 else ""


def _ending(word: str, language: str, data: NameData) -> tuple[str, ...]:
    """Genders of the endings that the word has in its written form; empty for no surname."""
    lower = word.lower()
    found = [sex for ending, sex in data.endings.get(language, ()) if lower.endswith(ending)]
    return tuple(dict.fromkeys(found))


def _sure(words: tuple[str, ...], language: str, data: NameData) -> bool:
    if any(known(word, language, data) for word in words) and len(words) > 1:
        return True
    if language == "kk" and begins_with_initial(words):
        return True
    if language == "en" and 1 < len(words) < LONGEST:  # English has names of the whole world: no list holds them
        return all(len(word.rstrip(".")) > 2 or word.endswith(".") for word in words)
    return len(words) > 1 and is_surname(words[-1], language, data)


def begins_with_initial(words: tuple[str, ...]) -> bool:
    """Whether an initial stands before a word that is none, as only in names: Д. Құлмұхамбет, Р.Е. Тілеубаева."""
    return len(words) > 1 and _is_initial(words[0]) and not words[-1].endswith(".") and len(words[-1]) > _INITIAL


_INITIAL: Final = 2


def is_surname(word: str, language: str, data: NameData) -> bool:
    """Whether the word, its case ending taken off, ends as surnames do."""
    lower = word.lower()
    bare = stem(word, language)
    return any(
        lower.endswith(ending) or bare.endswith(script.bare(ending if language == "kk" else _shorter(ending)))
        for ending, _ in data.endings.get(language, ())
        if len(lower) > len(ending) + 1
    )


def _shorter(ending: str) -> str:
    """The ending as `stem` leaves it in Russian: ова and ов both become ов, ский becomes ск."""
    for oblique in ("ий", "ая", "а"):
        if ending.endswith(oblique) and len(ending) - len(oblique) >= 2:
            return ending[: -len(oblique)]
    return ending


Word = tuple[str, int, int]


def _runs(text: str, language: str, taken: list[tuple[int, int]]) -> Iterator[list[Word]]:
    run: list[Word] = []
    spans = iter(taken)
    span = next(spans, None)
    for match in _WORD.finditer(text):
        if not run and not match[0][0].isupper():
            continue  # neither begins a name nor goes on with one
        while span is not None and span[1] <= match.start():
            span = next(spans, None)
        free = span is None or match.end() <= span[0]
        word, joined = match[0], bool(run) and _is_joined(text, run[-1], match.start())
        joined = joined and _is_cyrillic(run[0][0]) == _is_cyrillic(word)  # редактор Qara Tas Алия Омар
        fits = free and _fits(word, language, joined)
        if run and (not (fits and joined) or _is_owner(run[-1][0], language)):
            yield from _closed(run)
            run = []
        if fits and (run or word[0].isupper()):
            run.append((word, match.start(), match.end()))
    yield from _closed(run)


def _is_joined(text: str, before: Word, start: int) -> bool:
    """Whether nothing but a space stands between two words, or not even that after an initial (Н.А.)."""
    return (start == before[2] and _is_initial(before[0])) or _JOINED.fullmatch(text, before[2], start) is not None


def _is_initial(word: str) -> bool:
    return len(word) <= _INITIAL and word.endswith(".")


def _is_owner(word: str, language: str) -> bool:
    """An English possessive ends a name: the Beacon's Judith Amory."""
    return language == "en" and word.endswith(("'s", "’s"))


def _closed(run: list[Word]) -> Iterator[list[Word]]:
    """The run as a name; initials behind a surname (Бажкенова Г.А.) are put before it."""
    after: list[Word] = []
    while run and (run[-1][0] in _PARTICLES or _is_initial(run[-1][0])):
        after = [run[-1], *after] if _is_initial(run[-1][0]) else after
        run = run[:-1]
    if run:
        last, start, end = run[-1]
        yield [*(after if len(run) == 1 else ()), *run[:-1], (last.rstrip("."), start, end - last.endswith("."))]


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[0] <= "\u04ff"


def _fits(word: str, language: str, inside: bool) -> bool:
    lower = word.lower().rstrip(".")
    if inside and (lower in _TAILS or word in _PARTICLES):
        return True
    if not word[0].isupper() or (lower in not_names(language) and not _is_initial(word)):
        return False
    if word.endswith("."):  # an initial, or the last word of the sentence
        return True
    if language == "kk" and _ABBREVIATED.match(word):
        return False
    return len(word) > 1 and not (word.isupper() and len(word) <= 4)


_ABBREVIATED: Final = re.compile(r"(?=[^-]*[А-ЯЁӘҒҚҢӨҰҮҺІ]{2})[А-ЯЁӘҒҚҢӨҰҮҺІа-я]{2,6}-[а-яёәғқңөұүһі]")
"""An abbreviation with its Kazakh ending: ӘҚБтК-нің, ҰҚК-ге."""


@cache
def not_names(language: str) -> frozenset[str]:
    """Words that texts write with a capital letter although they are no part of a name."""
    return frozenset(row["word"] for row in tables.rows(language, "notnames"))
