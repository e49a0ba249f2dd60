"""The numbers of a text that count something, told from dates, sums, ages, ranks, articles of law and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from kuzet.language import dates, money, numbers
from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.words import Mention

Spans = list[tuple[int, int]]

WORDED: Final = (
    ("single", "1", "count"),
    ("doubled", "2.0", "times"),
    ("halved", "2.0", "times"),
    ("tripled", "3.0", "times"),
    ("half", "50.0", "portion"),
    ("third", "33.3", "portion"),
    ("quarter", "25.0", "portion"),
    ("two_thirds", "66.7", "portion"),
    ("three_quarters", "75.0", "portion"),
)
"""Wordings that are numbers; the decimal says how exact they are: "doubled" is no 1.5 rounded, "half" no 49.6."""

_NAMES: Final = re.compile(
    r"^\s*\d{1,2}(?:\.\d{1,2})*[/.)]\s|\S*[@/\\_]\S*\d\S*|\S*\d\S*[@\\_]\S*|\b[^\W\d_]+(?:-\d+)+\b|[№#]\s*\d+(?:[-/.]\d+)*|\b\d+-[IVX]+\b|§\s*\d+|\b\d{1,2}:\d{2}\b"
    r"|\+\d[\d() -]{8,}\d|\b\d{2,3}-\d{2}-\d{2}\b|\b8 ?\(\d{3}\)[ -]?\d{3}\b|https?://\S+|\b\w+\.(?:com|org|net|kz|ru|uz|kg|info)\b\S*",
    re.MULTILINE,
)
_SIGN: Final = {
    "percent": re.compile(r"[\s\u00a0\u202f]?(?:%|\w+)"),
    "times": re.compile(r"(?<=\d)[\s\u00a0\u202f-]?\w+"),
}
_FOOTNOTE: Final = re.compile(r"(?<=[^\W\d_])\[\d{1,3}\]|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]+")


def mentions(text: str, language: str) -> list[Mention]:
    """The counts, percentages, multiples, years and worded portions of `text`, in order."""
    masked = sorted(_masked(text, language))
    counting = [_with_sign(text, one) for one in numbers.find(text, language) if one.kind != "ordinal"]
    kept = [
        one
        for one in counting
        if not (_touches(one, masked) or _lone_year(text, one) or _measures(text, one, language))
    ]
    worded = [
        one
        for one in _worded(text, language)
        if not any(_overlap(one, other) for other in kept if other.kind == "times")
    ]
    free = [one for one in kept if not any(_overlap(one, other) for other in worded)]
    return sorted(free + worded, key=lambda mention: mention.start)


def _lone_year(text: str, one: Mention) -> bool:
    """Four digits without a separator that look like a year: "2023" in a note, on an axis, in front of a noun."""
    return one.kind == "count" and re.fullmatch(r"(?:199|20[0-3])\d", text[one.start : one.end]) is not None


def _worded(text: str, language: str) -> Iterator[Mention]:
    for relation, value, kind in WORDED:
        for found in phrases.pattern(language, relation).finditer(text):
            yield Mention(found.start(), found.end(), Decimal(value), kind)


def _with_sign(text: str, one: numbers.FoundNumber) -> Mention:
    """The number together with the sign or word of its unit."""
    sign = _SIGN[one.kind].match(text, one.end) if one.kind in _SIGN else None
    worded = one.kind == "times" and not text[one.start].isdigit()
    value = one.value.quantize(Decimal("0.1")) if worded else one.value  # "twice" is no 1.6 rounded
    return Mention(one.start, sign.end() if sign else one.end, value, one.kind)


def _overlap(left: Mention, right: Mention) -> bool:
    return left.start < right.end and right.start < left.end


def _touches(one: Mention, spans: Spans) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


def _masked(text: str, language: str) -> Iterator[tuple[int, int]]:
    for day in dates.find(text, language, None):
        if day.date.precision != "year":
            yield day.start, day.end
    for amount in money.find(text, language):
        yield amount.start, amount.end
    for names in (_NAMES, _FOOTNOTE, _articles(language), phrases.pattern(language, "not_number")):
        for found in names.finditer(text):
            yield found.span()


def _measures(text: str, one: Mention, language: str) -> bool:
    """Whether a count is an age, a duration, a distance, a rank or a score, and so counts no incidents."""
    if one.kind != "count":
        return False
    after, before = text[one.end : one.end + 24], text[max(0, one.start - 24) : one.start]
    return _unit(language).match(after) is not None or phrases.ends_with(language, "measure_before", before)


@cache
def _unit(language: str) -> re.Pattern[str]:
    """A unit right behind a number, a case ending or a word such as "working" between them."""
    between = rf"(?:-\w{{1,4}})?[\s\u00a0\u202f-]{{1,2}}(?:(?:{phrases.words(language, 'measure_kind')})\s)?"
    return re.compile(rf"{between}(?:{phrases.words(language, 'measure')})", re.IGNORECASE)


@cache
def _articles(language: str) -> re.Pattern[str]:
    """A number tied to an article, part, point or annex is a name, not a count."""
    front, behind = phrases.words(language, "article"), phrases.words(language, "article_behind")
    return re.compile(rf"(?:{front})\.?\s*(?:№\s*)?\d+(?:[-.]\d+)*|\d+(?:-\d+)*\s?-?\s?(?:{behind})", re.IGNORECASE)
