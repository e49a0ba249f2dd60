"""The months and quarters of a year with the numbers that a text gives them: "July: 17", "58 in the first quarter"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.language.text import tables
from kuzet.language.values import months
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence, Text

BACK: Final = 6
"""Sentences in front in which the numbers of months and quarters are looked for."""

FEWEST: Final = 3
"""Numbers from which on a text is taken to list its months or quarters."""

REACH: Final = 60
"""Characters between a month and its number."""

MONTHS: Final = 3
"""Months of a quarter."""

BRIEF: Final = 3
"""Letters of a stem behind which one more may stand: "июня"; "мартовский" has a longer one."""

LONGEST: Final = 8
"""Letters of the longest ending of a month: "сәуірдегіден"."""

ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
_DAY: Final = re.compile(r"\d(?:\s?[–-]\s?\d+)?(?:\w{2})?\s$")

Term = tuple[str, int]
"""What a part of a year is, `month` or `quarter`, and which."""


class Named(NamedTuple):
    """A month or a quarter where it stands in a sentence."""

    start: int
    end: int
    term: Term


@lru_cache(maxsize=KEPT)
def named(sentence: Sentence, language: str) -> tuple[Named, ...]:
    """The months of a sentence that are no dates, and the quarters ("April–June" is one), in order."""
    found = in_words(sentence.text, language)
    spans = [
        (left, right)
        for left, right in pairwise(found)
        if _until(language).fullmatch(sentence.text[left.end : right.start])
    ]
    barred = [(one.start, one.end) for one in sentence.of_kind("portion")]
    barred += [(left.start, right.end) for left, right in spans]
    kept = [name for name in found if not any(left < name.end and name.start < right for left, right in barred)]
    return tuple(sorted([*kept, *(one for left, right in spans for one in _spanned(left, right))]))


def _spanned(left: Named, right: Named) -> Iterator[Named]:
    """The quarter that two months begin and end."""
    (kind, first), (_, last) = left.term, right.term
    if kind == "month" and last - first == MONTHS - 1 and last % MONTHS == 0:
        yield Named(left.start, right.end, ("quarter", last // MONTHS))


def in_words(text: str, language: str) -> list[Named]:
    """The months that are no dates, and the quarters, that some words name."""
    months_ = [name for name in _months(text, language) if not _day(text, name)]
    return sorted([*months_, *_quarters(text, language)])


@cache
def _until(language: str) -> re.Pattern[str]:
    """What makes a span of two months: "from January to August", "январь–март"."""
    return re.compile(rf"\s?[–—-]\s?(?:\d\d?\s)?|\s(?:{phrases.words(language, 'until')})\s(?:\d\d?\s)?", re.IGNORECASE)


def _months(text: str, language: str) -> Iterator[Named]:
    for found in _month(language).finditer(months.plain(text, language)):
        if text[found.start()].isupper() or language != "en":
            number = next(number for stem, number in months.stems(language) if found[0].startswith(stem))
            yield Named(found.start(), found.end(), ("month", number))


def _day(text: str, name: Named) -> bool:
    """Whether a month stands in a date: "3 May"."""
    return _DAY.search(text, max(0, name.start - 8), name.start) is not None


@cache
def _month(language: str) -> re.Pattern[str]:
    stems = sorted((stem for stem, _ in months.stems(language)), key=len, reverse=True)
    forms = [stem if language == "en" else rf"{stem}\w{{0,{1 if len(stem) <= BRIEF else LONGEST}}}" for stem in stems]
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def _quarters(text: str, language: str) -> Iterator[Named]:
    """The ordinals of a sentence on quarters; one alone, "in the second", only where others say "quarter".

    Behind a half of the year one alone is of the other half: "the first half outweighed the second".
    """
    if not phrases.says(language, "quarter_year", text):
        return
    for found in _ordinal(language).finditer(text):
        word, front = found[1], text[: found.start()]
        said = phrases.says(language, "quarter_year", found[0])
        if not said and phrases.last(language, "half_year", front) > phrases.last(language, "quarter_year", front):
            continue
        number = ROMAN.get(word) or next(one for one, forms in _ordinals(language) if forms.fullmatch(word))
        yield Named(found.start(), found.end(), ("quarter", number))


@cache
def _ordinals(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    told = [row for row in tables.rows(language, "numerals") if row["value"] in set("1234")]
    forms = [(int(row["value"]), "|".join(tables.split(row["ordinal"]))) for row in told]
    forms.append((4, phrases.words(language, "last_quarter")))
    ending = r"\w{0,6}" if language == "kk" else ""
    return tuple((number, re.compile(rf"(?:{words}){ending}", re.IGNORECASE)) for number, words in forms)


@cache
def _ordinal(language: str) -> re.Pattern[str]:
    words = "|".join(forms.pattern for _, forms in _ordinals(language))
    quarter = phrases.words(language, "quarter_year")
    barred = phrases.words(language, "half_noun")
    return re.compile(rf"\b((?i:{words})|IV|I{{1,3}})\b(?:\s+(?i:{quarter}))?(?!\s(?i:{barred}))")


@lru_cache(maxsize=KEPT)
def counted(sentence: Sentence, language: str) -> Mapping[Term, Mention]:
    """The counts of a sentence by month and quarter, each beside its own: all behind the names, or all in front."""
    found, counts = named(sentence, language), sentence.of_kind("count")
    best = max(
        (_beside(found, counts, behind=behind) for behind in (True, False)),
        key=lambda one: _nearness(sentence, one),
    )
    return {name.term: one for name, one in best.items()}


def _beside(found: tuple[Named, ...], counts: tuple[Mention, ...], *, behind: bool) -> dict[Named, Mention]:
    """The nearest count on one side of each name, no other name between and no count taken twice."""
    told: dict[Named, Mention] = {}
    for place, name in enumerate(found):
        if behind:
            roof = found[place + 1].start if place + 1 < len(found) else name.end + REACH
            near = [one for one in counts if name.end <= one.start < min(roof, name.end + REACH)][:1]
        else:
            floor = found[place - 1].end if place else name.start - REACH
            near = [one for one in counts if max(floor, name.start - REACH) <= one.start and one.end <= name.start][-1:]
        if near:
            told[name] = near[0]
    return told


def _nearness(sentence: Sentence, told: Mapping[Named, Mention]) -> tuple[int, int, int]:
    """How many counts no comma parts from their names, how many there are, and how close.

    "28 in October, 15 in November, 12 in December, 55 in all": the 15 is not October's.
    """
    between = [sentence.text[min(name.end, one.end) : max(name.start, one.start)] for name, one in told.items()]
    return sum("," not in words for words in between), len(told), -sum(map(len, between))


def known(text: Text, index: int, kind: str) -> Mapping[Term, Mention]:
    """The months or the quarters that the sentences in front count, nearest first; none where too few are."""
    told: dict[Term, Mention] = {}
    for near in reversed(text.sentences[max(0, index - BACK) : index]):
        if near.block == text.sentences[index].block:
            told = {term: one for term, one in counted(near, text.language).items() if term[0] == kind} | told
    return told if len(told) >= FEWEST else {}


def shown(term: Term, language: str) -> str:
    """A month by its name, a quarter by its number: "July", "Q3"."""
    kind, number = term
    names = {int(row["number"]): row["nominative"] for row in tables.rows(language, "months")}
    return names[number] if kind == "month" else f"{number} {tables.pairs(language, 'claims')['quarter_name']}"


def span(sentence: Sentence, language: str) -> int:
    """The length in months of "January to June", "1 January to 30 June"; 0 where a sentence names no such span."""
    names = list(_months(sentence.text, language))
    for left, right in pairwise(names):
        if _until(language).fullmatch(sentence.text[left.end : right.start]) and right.term > left.term:
            return right.term[1] - left.term[1] + 1
    return 0
