"""The numbers of a text that count something, told from dates, ages, ranks, articles of law and names.

Sums of money and terms are amounts with a unit: they are compared with their like only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from kuzet.language.text import tables
from kuzet.language.values import dates, money, numbers
from kuzet.observatory.write.check.reading import coins, month_lists, phrases, prices, ranges, shared_percent
from kuzet.observatory.write.check.reading.occurring import found_numbers, is_count
from kuzet.observatory.write.check.reading.portions import is_of_every, portions
from kuzet.observatory.write.check.reading.words import KEPT, Mention

Spans = list[tuple[int, int]]

WORDED: Final = (
    ("single", "1", "count"),
    ("doubled", "2.0", "times"),
    ("halved", "2.0", "times"),
    ("tripled", "3.0", "times"),
)
"""Wordings that are numbers; the decimal says how exact they are: "doubled" is no 1.5 rounded."""

SCALES: Final = (10**9, 10**6)
"""Billions and millions."""

AGAIN: Final = 120
"""Characters behind a term within which the same number may leave its unit out."""

_NUMBERED: Final = re.compile(r"\s*(?:[–—]\s*)?\d")

_BARE: Final = re.compile(r"\s*(?:[,.;:)]|$)")

_WITH_WORD: Final = re.compile(r"\d[\s\u00a0][^\W\d_]")
"""A number of which a word is a part: "54 thousand"."""

_LABEL: Final = re.compile(r"[–—:(|;-]\s*$")

_INSIDE: Final = re.compile(r"\([^()]*$")

LARGE: Final = 1000
"""From here on a number without a currency behind a sum of money is a sum too: "of which 900,000 to the editor"."""

SMALLEST: Final = 100
"""Times that a part goes into its sum at most: "1,500 euros: 900 for the appeal", but "3,000 tenge: 14 people"."""

_NAMES: Final = re.compile(
    r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[/.)]\s|^\s*\d{1,2}(?:\.\d{1,2})+\s+(?=[^\W\d_a-zа-яёәғқңөұүһі])|(?<!\S)(?:(?=[^\s@/\\_]*[@/\\_][^\s\d]*\d)|(?=[^\s\d]*\d[^\s@\\_]*[@\\_]))\S+|\b[^\W\d_]+(?:-\d+)+\b|(?:№|#(?!\s(?:19|20)\d\d\b))\s*\d+(?:[-/.]\d+)*|\b\d+-[IVX]+\b|§\s*\d+|\(\d+(?:-\d+)+\)|\b\d{1,2}:\d{2}\b"
    r"|\+\d[\d() -]{8,}\d|\b\d{2,3}-\d{2}-\d{2}\b|\b8 ?\(\d{3}\)[ -]?\d{3}\b|https?://\S+|\b\w+\.(?:com|org|net|kz|ru|uz|kg|info)\b\S*",
    re.MULTILINE,
)
_AGED: Final = re.compile(r"[^\W\d_a-zа-яёәғқңөұүһі][\w'’-]+ [^\W\d_a-zа-яёәғқңөұүһі][\w'’-]+, $")
_ROLE: Final = re.compile(r", [a-zа-яёәғқңөұүһі]|\s?[.;—–]")
"""Between a name and what somebody does stands an age: "Serik Dosanov, 49, photographer"."""
ELDEST: Final = 100
"""Years of age."""

_CODE: Final = re.compile(
    r"(?<!\w)(?:([A-Z]{3}|[A-Z]Sh|Rs)\.?[\s\u00a0]?|([A-Z]{0,2}[\u00a2\u00a4\u00a5\u20a0-\u20c0\u058f])\s?)$"
)
"""A currency by the form of its name or its sign in front of a sum: "KES 120,000", "N5 million", "₦5 million"."""

_SIGN: Final = {
    "percent": re.compile(r"[\s\u00a0\u202f]?(?:%|per\s?cent\b|\w+)"),
    "times": re.compile(r"[\s\u00a0\u202f-]?\w+"),
}

_SEASON: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-–/](\d\d)(?!\d|[.,]\d|\s?%)")
_FOOTNOTE: Final = re.compile(r"(?<=[^\W\d_])\[\d{1,3}\]|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]+")


@lru_cache(maxsize=KEPT)
def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The counts, amounts, percentages, multiples, years and worded portions of `text`, in order."""
    text = prices.signed(captions(language).sub(lambda found: " " * len(found[0]), text), language)
    masked = sorted(_masked(text, language))
    amounts = [one for one in _amounts(text, language) if not _touches(one, masked)]
    counting = [_with_sign(text, one, language) for one in found_numbers(text, language) if one.kind != "ordinal"]
    told = [_against_year(text, one, language) for one in counting]
    told = [one for one in told if not is_of_every(text, one, language)]
    kept = [one for one in told if not (_lone_year(text, one) or _touches(one, masked))]
    plain = _counted(text, [one for one in kept if not any(_overlap(one, sum_) for sum_ in amounts)], language)
    worded = [one for one in _worded(text, language) if not any(_holds(other, one) for other in plain)]
    free = [one for one in plain if not any(_overlap(one, other) for other in worded)]
    found = sorted(free + worded + amounts, key=lambda mention: mention.start)
    whole = _with_units(text, coins.joined(text, found, language), language)
    return ranges.without(text, shared_percent.without(text, whole, language), language)


@cache
def captions(language: str) -> re.Pattern[str]:
    """The number of a chart or a table at the start of its line: "Chart 1 347 incidents" is not 1,347."""
    words, number = phrases.words(language, "caption"), r"\d{1,3}"
    told = rf"^\W*(?:(?:{words})\.?\s*{number}(?=[.:\s])|{number}\s?-\s?(?:{words}))"
    return re.compile(told, re.IGNORECASE | re.MULTILINE)


def _lone_year(text: str, one: Mention) -> bool:
    """Four digits without a separator that look like a year: "2023" in a note, on an axis, in front of a noun."""
    return one.kind == "count" and re.fullmatch(r"(?:199|20[0-3])\d", text[one.start : one.end]) is not None


def _against_year(text: str, one: Mention, language: str) -> Mention:
    """As "against 2021 (200 attacks)", "compared with 2022 this is": four digits that something is compared with."""
    counts = phrases.begins_with(language, "incidents", text[one.end : one.end + 24])
    behind = re.match(r"\s*\(\d", text[one.end : one.end + 4]) is not None or not counts
    front = phrases.ends_with(language, "against", text[max(0, one.start - 24) : one.start])
    return replace(one, kind="year") if behind and front and _lone_year(text, one) else one


def _worded(text: str, language: str) -> Iterator[Mention]:
    longer = list(portions(text, language))
    yield from longer
    for relation, value, kind in WORDED:
        for found in phrases.pattern(language, relation).finditer(text):
            if any(one.start <= found.start() < one.end for one in longer):
                continue
            yield Mention(found.start(), found.end(), Decimal(value), kind)


def _amounts(text: str, language: str) -> Iterator[Mention]:
    for sum_ in money.find(text, language):
        yield Mention(sum_.start, sum_.end, Decimal(sum_.money.amount), "amount", sum_.money.currency)


def _with_sign(text: str, one: numbers.FoundNumber, language: str) -> Mention:
    """The number together with the sign or word of its unit; "percentage points" are a kind of their own."""
    alone = text[one.start : one.end].lower() in _multiples(language)  # "twice" has no unit behind it
    sign = _SIGN[one.kind].match(text, one.end) if one.kind in _SIGN and not alone else None
    end = sign.end() if sign else one.end
    points = phrases.pattern(language, "points").match(text, one.end + 1) if one.kind in ("count", "percent") else None
    if points:
        return Mention(one.start, points.end(), one.value, "points")
    if one.kind == "times" and is_count(text, one, end, language):
        return Mention(one.start, end, one.value, "count")
    worded = one.kind == "times" and not text[one.start].isdigit()
    value = one.value.quantize(Decimal("0.1")) if worded else one.value  # "twice" is no 1.6 rounded
    return Mention(one.start, end, value, one.kind)


@cache
def _multiples(language: str) -> frozenset[str]:
    return frozenset(word for row in tables.rows(language, "numerals") for word in tables.split(row["times"]))


def _overlap(left: Mention, right: Mention) -> bool:
    return left.start < right.end and right.start < left.end


def _holds(number: Mention, one: Mention) -> bool:
    """Whether a wording is but a part of a multiple, or a lone "one" the last word of a number: "он біреуі" is 11."""
    return _overlap(number, one) and (number.kind == "times" or (one.kind == "count" and number.start < one.start))


def _touches(one: Mention, spans: Spans) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


def _masked(text: str, language: str) -> Iterator[tuple[int, int]]:
    days = dates.find(text, language, None)
    counts = set(month_lists.counted(text, days, language))
    for day in days:
        lasts = text[day.start].isalpha() and _unit(language, "term").match(text, day.end)  # "in May 19 hours"
        if day.date.precision != "year" and (day.start, day.end) not in counts and not lasts:
            yield day.start, day.end
    lists = [found.span() for found in phrases.pattern(language, "of_which").finditer(text)]
    for found in _articles(language).finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in lists):  # "в т. ч. 44" is no part
            yield found.span()
    for found in _SEASON.finditer(text):
        if (int(found[1]) + 1) % 100 == int(found[2]):  # "in 2017-18" counts no 18
            yield found.span(2)
    for names in (_NAMES, _FOOTNOTE, phrases.pattern(language, "not_number")):
        spans = (one.span() for one in names.finditer(text))
        yield from (span for span in spans if text[max(0, span[0] - 1)] != "-")  # "ninety-one of the 140" is a number


def _measured(text: str, one: Mention, language: str) -> Mention | None:
    """A count of days or hours as an amount; None for an age, a rank or a score, which count no incidents."""
    if one.kind != "count":
        return one
    after, before = text[one.end : one.end + 24], text[max(0, one.start - 24) : one.start]
    term = _unit(language, "term").match(after)
    if term:
        return replace(one, kind="amount", unit=term[1][:1].lower())  # days and months differ by their first letter
    if money := _unit(language, "currency").match(after):
        return replace(one, kind="amount", unit=money[1][:2].lower())  # endings aside, currencies differ by two letters
    if (code := _CODE.search(before)) and (one.value >= LARGE or _is_currency(text, code[1] or code[2])):
        return replace(one, kind="amount", unit=code[1] or code[2])
    if one.value < ELDEST and _AGED.search(before) and _ROLE.match(after):
        return None
    ranked = phrases.ends_with(language, "measure_before", before) and not _announces(before, language)
    measured = _unit(language, "measure").match(after) and not _is_part(text, one, language)
    return None if ranked or measured else one


@lru_cache(maxsize=256)
def _is_currency(text: str, code: str) -> bool:
    """Whether the name in front of a small number stands in front of a large one too: "AZN 690 of the AZN 9,300"."""
    said = rf"(?<!\w){re.escape(code)}\.?[\s\u00a0]?(?:\d{{4}}|\d{{1,3}}[,.\s\u00a0]\d{{3}})"
    return re.search(said, text) is not None


def _is_part(text: str, one: Mention, language: str) -> bool:
    """Whether the ending of a number makes it a part: "24-і жыл соңында" are 24 cases, no years."""
    word = re.split(r"[\s-]", text[one.start : one.end])[-1]
    ended = phrases.pattern(language, "part_behind").match(text, one.end)
    return ended is not None or phrases.pattern(language, "part_word").fullmatch(word) is not None


def _announces(front: str, language: str) -> bool:
    """Whether the rank in front of a colon has its number: "searches came to the first place: 193 against 43"."""
    return front.rstrip().endswith(":") and any(one.kind == "ordinal" for one in numbers.find(front, language))


def _counted(text: str, kept: Sequence[Mention], language: str) -> list[Mention]:
    """Numbers without ages, ranks and terms in years, and without those tied to one: "six and five years"."""
    told: list[Mention] = []
    start, listed = -1, False  # where the number behind begins that counts nothing, and whether another is tied to it
    for one in reversed(kept):
        measured, between = _measured(text, one, language), text[one.end : start] if start >= 0 else ""
        listed = one.kind == "count" and bool(_bound(language).fullmatch(between) or (listed and between == ", "))
        measured = None if listed and between else measured
        told += [measured] if measured else []
        start = -1 if measured else one.start
    return [one for one in told[::-1] if not _goes_on(text, one, kept, told, language)]


def _goes_on(text: str, one: Mention, kept: Sequence[Mention], told: Sequence[Mention], language: str) -> bool:
    """Whether a number is one of years as the one in front, which counts nothing: "six years for one, five for two"."""
    if one.kind != "count" or not _for_whom(language).match(text, one.end):
        return False
    last = next((other for other in reversed(kept) if other.end <= one.start), None)
    return last is not None and all(other.start != last.start for other in told)


_DASHED: Final = re.compile(r"[^\W\d_]+\s[–—]\s")
_SHORTENED: Final = r"\.(?=\s*(?-i:[a-zа-яёәғқңөұүһі]))"
"""The point of "млн." inside a sentence: behind "9.6 million. A year ago" another begins."""


@cache
def _unit(language: str, relation: str) -> re.Pattern[str]:
    """A unit right behind a number, a case ending or a word such as "working" between them."""
    between = (
        rf"(?:-\w{{1,4}}|{_SHORTENED})?[\s\u00a0\u202f-]{{1,2}}(?:(?:{phrases.words(language, 'measure_kind')})\s)?"
    )
    return re.compile(rf"{between}({phrases.words(language, relation)})", re.IGNORECASE)


@cache
def _for_whom(language: str) -> re.Pattern[str]:
    """Who gets a term told without its unit: "six years for one, five for another"."""
    return re.compile(rf"\s+(?:[–—]\s+)?(?:{phrases.words(language, 'for_whom')})\b", re.IGNORECASE)


def _with_units(text: str, found: list[Mention], language: str) -> list[Mention]:
    """Amounts whose unit is told once: "from 12 to 18 months", "1,450,000 tenge, of which 900,000 to the newspaper"."""
    told = _scaled(text, found, language)
    listed = False  # whether "and" ties the numbers behind into a list: "5, 10 and 15 days"
    for place in range(len(told) - 2, -1, -1):
        one = told[place]
        told[place] = _of_next(text, one, told[place + 1], language, listed=listed)
        listed = told[place] is not one
    for place, one in enumerate(told[1:], 1):
        last = told[place - 1]
        term = last.unit if len(last.unit) == 1 and not _NUMBERED.match(text, last.end) else ""
        bare = _BARE.match(text, one.end) or _for_whom(language).match(text, one.end)
        if term and one.kind == "count" and bare and not _LABEL.search(text[: one.start]):
            told[place] = replace(one, kind="amount", unit=term)  # "after 17 days, although the law allows ten;"
        elif one.kind == "count" and _NUMBERED.match(text, one.end):
            again = _unit_again(text, one, told[:place], language)
            told[place] = replace(one, kind="amount", unit=again) if again else one
    unit, whole, divided = "", Decimal(0), False
    for place, one in enumerate(told):
        if unit not in ("", one.unit) and one.kind == "amount" and _INSIDE.search(text[: one.start]):
            continue  # "96,400 lari (33,000 euros), of which 71,000 ...": the same in another currency
        if one.kind == "amount" and one.value >= LARGE:
            unit, whole, divided = one.unit, one.value, False
        elif one.kind == "count" and unit:
            divided = _divides(text[told[place - 1].end : one.start], divided, language)
            if (divided and one.value * SMALLEST >= whole) or one.value >= LARGE:
                told[place] = replace(one, kind="amount", unit=unit)
    return told


def _unit_again(text: str, one: Mention, front: list[Mention], language: str) -> str:
    """The unit of "the last six" behind "the first six months"; "" where no such term stands in front."""
    kind = phrases.ends_with(language, "measure_kind", text[max(0, one.start - 24) : one.start])
    near = [term for term in front if one.start - term.end <= AGAIN and term.kind == "amount"] if kind else []
    return next((term.unit for term in near if term.exact == one.exact and len(term.unit) == 1), "")


def _scaled(text: str, found: list[Mention], language: str) -> list[Mention]:
    """A number that "to" ties to one in millions is in millions too: "from two million to six, three times as much"."""
    told = found[:1]
    for one in found[1:]:
        left = told[-1]
        tied = _reaching(language).fullmatch(text[left.end : one.start]) and _BARE.match(text, one.end)
        step = next((step for step in SCALES if left.value >= step), 1) if one.value < LARGE else 1
        told.append(replace(one, value=one.value * step) if tied and left.kind == one.kind == "count" else one)
    return told


def _divides(between: str, divided: bool, language: str) -> bool:
    """Whether a count goes on a list that divides a sum of money: "1,500 euros: 900 for the appeal and 600 ..."."""
    if divided:
        return re.search(r"[.;]", between) is None
    return re.fullmatch(r"\W*:\s*", between) is not None or phrases.ends_with(language, "of_which", between)


def _of_next(text: str, one: Mention, follows: Mention, language: str, *, listed: bool) -> Mention:
    """A bare count that "to" or a dash ties to a sum, percentage or millions is one too: "from 100 to 150 thousand".

    A comma does where more such numbers follow (`listed`): "150,000, 70,000 and 20,000 som".
    """
    large = follows.kind == "count" and follows.value >= (
        LARGE if _WITH_WORD.search(text, follows.start, follows.end) else SCALES[-1]
    )
    if one.kind != "count" or not (large or follows.kind in ("amount", "percent")):
        return one
    word = re.split(r"[\s\d]", text[one.start : one.end])[-1]  # "200 мыңнан": the ending may be that of the number
    if _DASHED.fullmatch(text, one.start, follows.start):
        return one  # "one – 1,200 lari"
    between, bound = text[one.end : follows.start], (_bound if follows.kind == "amount" else _way)(language)
    comma = listed and follows.kind == "amount" and re.fullmatch(r",\s", between)
    if len(between) > 10 or not (comma or bound.fullmatch(between) or bound.fullmatch(word + between)):
        return one
    steps = (*SCALES, LARGE) if large else (10**6, LARGE)
    scale = next((step for step in steps if follows.value >= step and one.value * 100 < follows.value), 1)
    return replace(one, kind=follows.kind, unit=follows.unit, value=one.value * scale)


@cache
def _bound(language: str) -> re.Pattern[str]:
    words = phrases.any_of(language, "to", "from_behind", "and")
    return re.compile(rf"-?\s*(?:{words}|[–—-])\s*", re.IGNORECASE)


@cache
def _way(language: str) -> re.Pattern[str]:
    """`_bound` without "and", which may join two numbers of two things, and without a noun ("345 оқиғадан 18%")."""
    to, ending = (phrases.words(language, word) for word in ("to", "from_behind"))
    return re.compile(rf"-?\s*(?:{to}|[–—-])\s*|-?(?:{ending})\s*", re.IGNORECASE)


@cache
def _reaching(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{phrases.words(language, 'to')})\s*", re.IGNORECASE)


@cache
def _articles(language: str) -> re.Pattern[str]:
    """A number tied to an article, part, point or annex is a name, not a count; none such has thousands."""
    front, behind = phrases.words(language, "article"), phrases.words(language, "article_behind")
    number = r"\d++(?![\s\u00a0]\d{3}\b)(?:[-.]\d+)*"
    run = r"(?<!\d)(?<!\d-)\d++(?:-\d++)*+"  # looked at once, from its first digit, however long it is
    return re.compile(rf"(?:{front})\.?\s*(?:№\s*)?{number}|{run}\s?-?\s?(?:{behind})", re.IGNORECASE)
