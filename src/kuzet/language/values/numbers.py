"""Numbers in running text: `167`, `73 840`, `1.6 times`, `forty-seven`, `сорок семь`, `қырық жеті`.

A lone "one" (один, бір) is no number: it is nearly always an article or a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from kuzet.language.text import script, tables

_TOKEN: Final = re.compile(
    r"(?<![\d.,№])(?<!№\s)\d{1,3}(?:[\s\u00a0\u202f,.]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+"
)
_DOTTED: Final = re.compile(
    r"(?<!\d)\d{1,4}(?:\.\d{1,4}){2,3}(?!\d)|(?<!\d)\d\d?:\d\d"
)  # dates, times of day, versions: no numbers here
_JOINT: Final = re.compile(r"[ \u00a0\u202f]|-|,? and |\n")
_NO_DIGIT: Final = re.compile(r"\D")
_LONGEST: Final = 24
_SHORTENED: Final = 4
"""Letters of a shortened scale, behind which a point stands: "млн.", "тыс."."""
_THOUSAND: Final = 1000
_GROUP: Final = 3
"""Digits that go on behind thousands: "18 миллион 879 мың 552"."""
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2099
DECIMAL_MARK: Final = {"en": ".", "ru": ",", "kk": ","}
"""What parts a whole number from its fraction, by language."""
_ENDING: Final = re.compile(
    r"(?:і|ы|сі|сы)?(?:н?[ыі]?ң|н?[дт]?[ыі]ң|[ғгқк][ае]|н[ае]|н?[дт][ае]|[дтн][ае]н|н|[нтд][ыі]|[мпб]ен)?(?:ғы|гі)?$"
)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """`text[start:end]` states `value`; `kind` is count, percent, ordinal, year or times; the unit sign is outside."""

    start: int
    end: int
    value: Decimal
    kind: str


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    value: Decimal
    role: str  # digits, small, hundred, scale, ordinal, times
    closed: bool = False
    """Whether a case ending (Kazakh) ends the number: "елуден төртеуі" is four out of fifty."""


def find(text: str, language: str, lone: bool = False) -> tuple[FoundNumber, ...]:
    """Every number of `text`, in order; `language` decides separators and words; `lone` keeps "one" and "a million"."""
    return (_kept if len(text) <= _SHORT else _kept_long)(text, language, lone)


def _found(text: str, language: str, lone: bool) -> tuple[FoundNumber, ...]:
    dotted = {place for match in _DOTTED.finditer(text) for place in range(*match.span())}
    runs = _runs(text, list(_parts(text, language)))
    numbers = (_told(text, language, run, lone) for run in runs)
    return tuple(found for found in numbers if found and found.start not in dotted)


_SHORT: Final = 2_000
"""Characters of a text whose numbers are kept: many rules ask the same of one sentence."""

_kept = lru_cache(maxsize=4096)(_found)

_kept_long = lru_cache(maxsize=16)(_found)
"""The same for the few longer ones, as a long list of a report."""


def value_of(word: str, language: str) -> Decimal | None:
    """The number that one word or numeral names (`three`, `три`, `үш`, `3`), None for another word."""
    if word.isdecimal():
        return Decimal(word)
    part = _lexicon(language).get(word.lower()) or _inflected(word.lower(), language)
    if part is None and language == "kk":
        part = _bare_lexicon().get(word.lower())
    return part[0] if part else None


def _parts(text: str, language: str) -> Iterator[_Part]:
    lexicon = _lexicon(language)
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token[0].isdecimal():
            yield from _digits(text, match, language)
            continue
        word = token.lower()
        if known := lexicon.get(word):
            yield _Part(match.start(), match.end(), *known)
        elif known := _inflected(word, language):
            yield _Part(match.start(), match.end(), *known, closed=True)


def _digits(text: str, match: re.Match[str], language: str) -> Iterator[_Part]:
    start, token = match.start(), match[0]
    if len(token) > _LONGEST or (start and (text[start - 1].isalpha() or text[start - 1] == "_")):
        return  # no amount, or part of a name such as G7 or covid19
    mark = DECIMAL_MARK[language]
    whole, point, rest = _cut(token, mark)
    value = Decimal((whole if whole.isdecimal() else _NO_DIGIT.sub("", whole)) + ("." + rest if point else ""))
    yield _Part(start, match.end(), value, "digits")


def _cut(token: str, mark: str) -> tuple[str, str, str]:
    """Whole part, decimal mark and fraction: the last `mark`; the other sign counts where it cannot group thousands."""
    if token.isdecimal():
        return token, "", ""
    whole, point, rest = token.rpartition(mark)
    if point and rest.isdecimal() and not (mark == "." and "." in whole):
        grouped = re.fullmatch(r"\d{1,3}(?:[\s\u00a0\u202f.]\d{3})*|\d+", whole) if mark == "," else True
        if grouped:
            return whole, point, rest
    other = "," if mark == "." else "."
    head, sign, tail = token.rpartition(other)
    if sign and tail.isdecimal() and len(tail) != 3 and head.isdecimal():
        return head, sign, tail
    return token, "", ""


def _runs(text: str, parts: list[_Part]) -> Iterator[list[_Part]]:
    """Neighbouring parts that make one number together, in the order of the text."""
    run: list[_Part] = []
    for part, behind in zip(parts, [*parts[1:], None], strict=False):
        goes_on = run and _joined(text, run[-1], part)
        if run and not (goes_on and (_fits(run, part) or _scaled(text, run, part, behind))):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _joined(text: str, left: _Part, right: _Part) -> bool:
    between = text[left.end : right.start]
    if left.closed or (left.role == "digits" and right.role != "scale"):
        return False
    if left.role == "scale" and right.role == "digits" and left.end - left.start <= _SHORTENED:
        between = between.removeprefix(".")  # "17 млн. 608,2 тыс."
    return len(between) <= 6 and _JOINT.fullmatch(between) is not None


def _fits(run: list[_Part], part: _Part) -> bool:
    last = run[-1]
    if part.role in ("digits", "times") or last.role in ("ordinal", "times"):
        return False
    if part.role == "scale":
        return all(part.value < earlier.value for earlier in run if earlier.role == "scale")
    if part.role == "hundred" and last.role == "small":
        return last.value < 10
    if last.role == "scale":
        return part.value < last.value
    room = 100 if last.role == "hundred" or last.value >= 100 else 10 if last.value % 10 == 0 else 1
    return part.value < room


def _scaled(text: str, run: list[_Part], part: _Part, behind: _Part | None) -> bool:
    """Whether digits go on with a smaller scale of their own ("1 billion 184 million"), or end it ("879 мың 552")."""
    if part.role != "digits" or run[-1].role != "scale":
        return False
    if run[-1].value == _THOUSAND and part.end - part.start == _GROUP and part.value == int(part.value):
        return run[0].role == "digits" and text[run[-1].end : part.start] in (" ", "\u00a0")
    if behind is None or behind.role != "scale":
        return False
    return behind.value < run[-1].value and part.value < run[-1].value and _joined(text, part, behind)


def _sum(run: list[_Part]) -> Decimal:
    total, group = Decimal(0), Decimal(0)
    for part in run:
        if part.role == "scale":
            total, group = total + (group or 1) * part.value, Decimal(0)
        elif part.role == "hundred" and 0 < group < 10:
            group *= 100
        else:
            group += part.value
    return _as_told(total + group, run)


def _as_told(value: Decimal, run: list[_Part]) -> Decimal:
    """The value with the last place that was told: 304.1 thousand ends in hundreds, seven thousand in thousands."""
    if len(run) == 1 or run[-1].role != "scale" or run[-2].role == "scale":
        return value
    told = run[-2].value.as_tuple().exponent
    place = run[-1].value.adjusted() + int(told)
    return value.quantize(Decimal(1).scaleb(place)) if place > 0 else value


def _told(text: str, language: str, run: list[_Part], lone: bool) -> FoundNumber | None:
    start, end, value = run[0].start, run[-1].end, _sum(run)
    if run[-1].role in ("ordinal", "times"):
        return FoundNumber(start, end, value, run[-1].role)
    plain = run[0].role == "digits" and len(run) == 1
    may_be_year = plain and end - start == 4 and _FIRST_YEAR <= value <= _LAST_YEAR
    kind = _kind(text, (start, end), language, may_be_year)
    if kind == "count" and may_be_year and _bare_year(text, end):
        kind = "year"
    if not lone and kind == "count" and not plain and value in (1, 100, 1000, 10**6, 10**9) and len(run) == 1:
        return None  # a lone "one", "thousands of"
    return FoundNumber(start, end, value, kind)


_ENCLOSED: Final = re.compile(r"\s?[),.;:–—]|$")


def _bare_year(text: str, end: int) -> bool:
    """A four-digit number at the end of a clause, in brackets or in a range of years is a year."""
    dash = re.match(r"\s?[–—/-]\s?(?:19|20)\d\d(?!\d)", text[end : end + 8])
    return dash is not None or (_ENCLOSED.match(text, end) is not None and not text[end : end + 2].strip().isdigit())


def _kind(text: str, span: tuple[int, int], language: str, may_be_year: bool) -> str:
    window, before = text[span[1] : span[1] + 24], text[max(0, span[0] - 12) : span[0]]
    for kind, after, ahead in _measures(language):
        if kind == "year" and not may_be_year:
            continue
        if (after is None or after.match(window)) and (ahead is None or ahead.search(before)):
            return kind
    return "count"


Measure = tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]


@cache
def _measures(language: str) -> tuple[Measure, ...]:
    return tuple(
        (
            row["kind"],
            re.compile(rf"[\s\u00a0\u202f]?(?:{row['after']})", re.IGNORECASE) if row["after"] else None,
            re.compile(rf"(?:{row['before']})$", re.IGNORECASE) if row["before"] else None,
        )
        for row in tables.rows(language, "measures")
    )


@cache
def _lexicon(language: str) -> dict[str, tuple[Decimal, str]]:
    words: dict[str, tuple[Decimal, str]] = {}
    for row in tables.rows(language, "numerals"):
        value = Decimal(row["value"])
        role = "scale" if value >= 1000 else "hundred" if value == 100 else "small"
        words.update(dict.fromkeys(tables.split(row["ordinal"]), (value, "ordinal")))
        words.update(dict.fromkeys(tables.split(row["cardinal"]), (value, role)))
        words.update(dict.fromkeys(tables.split(row["times"]), (value, "times")))
    return words


@cache
def _bare_lexicon() -> dict[str, tuple[Decimal, str]]:
    return {script.bare(word): known for word, known in _lexicon("kk").items()}


def _inflected(word: str, language: str) -> tuple[Decimal, str] | None:
    """A Kazakh numeral under its case ending (үшеуін, қырыққа, бесінің)."""
    if language != "kk" or word[:2] not in _beginnings() or word in _HIS:
        return None
    lexicon = _lexicon("kk")
    for cut in range(len(word) - 1, 1, -1):
        known = lexicon.get(word[:cut])
        if known and cut < len(word) and _ENDING.fullmatch(word[cut:]):
            return known
    return None


_HIS: Final = frozenset(["оның", "оны", "онда", "онан"])
"""Cases of the pronoun that are also such of the word for ten, and hardly ever that."""


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:2] for word in _lexicon("kk"))
