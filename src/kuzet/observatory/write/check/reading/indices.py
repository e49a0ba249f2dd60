"""Fines told in an index of the country: how much one is worth, how many a fine has, how many there are of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence, Text

INDEX: Final = "MCI"
"""The unit of amounts that the reading of money already knows for an index."""

REACH: Final = 90
"""Characters between the name of an index and its worth."""

FACTOR: Final = 2
"""Worths of one sentence are those of several years where none is so many times the other."""

RATE: Final = 40
"""Characters around a sum in which the words stand that make it the worth of one index."""

TOLD: Final = 30
"""Characters between the name of an index and a number of them behind it."""

JOINED: Final = 40
"""Characters between a number of indices and the same in money at most."""

MONEY: Final = 2
"""Letters of a currency at least: units of time have one."""

PAIR: Final = 2

_CLAUSE: Final = re.compile(r"[.;:(),]")

_BARE: Final = re.compile(r"\s*(?:[,.;)]|$)")
"""What follows a number without a noun."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of indices with its span, the name of the index included."""

    start: int
    end: int
    value: Fraction


@lru_cache(maxsize=KEPT)
def counted(text: str, language: str) -> tuple[Counted, ...]:
    """The numbers of a text that count indices: "20 MCI", "300-кратный размер"; one of them is none."""
    found = [
        Counted(one.start, behind.end(), Fraction(one.value))
        for one in numbers.find(text, language)
        if one.kind in ("count", "times") and one.value > 1 and (behind := _unit(language).match(text, one.end))
    ]
    return tuple(found)


def tiers(sentence: Sentence, language: str) -> tuple[Fraction, ...]:
    """The numbers of indices of a sentence, with those whose unit is told once: "from 20 base units to 50"."""
    ones = counted(sentence.text, language)
    starts = {one.start for one in ones}
    others = [one for one in sentence.of_kind("count") if one.start not in starts]
    bare = [one.exact for one in others if _BARE.match(sentence.text, one.end)]
    return (*(one.value for one in ones), *bare) if ones else ()


def bare(sentence: Sentence, language: str) -> tuple[Counted, ...]:
    """The numbers of a sentence that leave the name of an index out, which one of them has: "100 units ..., 200"."""
    named = counted(sentence.text, language)
    starts = {one.start for one in named}
    others = [one for one in sentence.of_kind("count") if named and one.start not in starts and one.value > 1]
    told = [one for one in others if one.start > named[0].end and _BARE.match(sentence.text, one.end)]
    return tuple(Counted(one.start, one.end, one.exact) for one in told)


@cache
def _unit(language: str) -> re.Pattern[str]:
    words = phrases.any_of(language, "index_unit", "index_short")
    such = phrases.words(language, "index_such")
    return re.compile(
        rf"(?:-\w{{1,4}})?[\s\u00a0\u202f-]{{1,2}}(?:(?:{such})\s)?(?:{words})(?:-\w{{1,4}})?", re.IGNORECASE
    )


def money(sentence: Sentence) -> Sequence[Mention]:
    """The sums of money of a sentence, those told in indices aside."""
    return [one for one in sentence.of_kind("amount") if one.unit != INDEX and len(one.unit) >= MONEY]


def worths(sentence: Sentence, language: str) -> tuple[Mention, ...]:
    """The sums that a sentence tells an index to be worth: "one MCI was 3,692 tenge", of each of several years."""
    sums = money(sentence)
    found: list[Mention] = []
    for named in phrases.pattern(language, "index_unit").finditer(sentence.text):
        if any(one.start <= named.start() < one.end for one in counted(sentence.text, language)):
            continue
        first = next((one for one in sums if one.start >= named.end()), None)
        if first is None or first.start - named.end() > REACH or _parted(sentence, named.end(), first):
            continue
        alike = [one for one in sums if one.unit == first.unit and first.value <= one.value * FACTOR]
        known = {one.unit for one in found}
        found += [one for one in alike if one.value <= first.value * FACTOR and one.unit not in known]
    if found:
        return tuple(found)
    rated = [one for one in sums if _is_rate(sentence, one, language)] if counted(sentence.text, language) else []
    return tuple(rated) if len(rated) == 1 else ()


def _is_rate(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a sum is told as what one of the indices of its sentence is worth: "at a rate of 2,917 tenge"."""
    front = phrases.ends_with(language, "index_rate", sentence.before(one, RATE))
    return (
        front
        or _rated(language).match(sentence.text, one.end) is not None
        or _per_index(language).match(sentence.text, one.end) is not None
    )


@cache
def _rated(language: str) -> re.Pattern[str]:
    """The words behind a sum that make it the worth of one, its currency between them: " drams per unit"."""
    said = phrases.words(language, "index_rate_behind")
    return re.compile(rf"[\W_]*(?:(?:{phrases.words(language, 'currency')})[\W_]+)?(?:{said})", re.IGNORECASE)


@cache
def _per_index(language: str) -> re.Pattern[str]:
    """An index behind a sum that it is worth, its currency between them: " soms a calculation unit"."""
    per, unit = phrases.words(language, "per"), phrases.words(language, "index_unit")
    return re.compile(rf"(?:\s[^\W\d_]+)?\s(?:{per})\s(?:{unit})", re.IGNORECASE)


def _parted(sentence: Sentence, start: int, one: Mention) -> bool:
    """Whether another number than a year stands between the name of an index and a sum."""
    return any(start <= other.start < one.start and other.kind != "year" for other in sentence.mentions)


def worths_at(sentences: Sequence[Sentence], index: int, language: str) -> tuple[Mention, ...]:
    """`worths` of a sentence, by the short name of the index too where one near counts it: "with the unit at 100"."""
    told = worths(sentences[index], language)
    near = sentences[max(0, index - 1) : index + 1]
    if told or not any(counted(one.text, language) for one in near):
        return told
    sums = [one for one in money(sentences[index]) if _is_named(sentences[index], one, language)]
    return tuple(sums) if len(sums) == 1 else ()


def _is_named(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether the short name of an index stands right in front of a sum, a verb of being between or behind."""
    named = _short_worth(language).search(sentence.text[: one.start]) is not None
    return named and (
        phrases.words(language, "index_worth_behind") == phrases.NEVER
        or phrases.begins_with(language, "index_worth_behind", sentence.text[one.end : one.end + RATE])
    )


@cache
def _short_worth(language: str) -> re.Pattern[str]:
    named, worth = (phrases.words(language, relation) for relation in ("index_named", "index_worth"))
    return re.compile(rf"\b(?:{named})\s(?:(?:{worth})\s)*$", re.IGNORECASE)


@lru_cache(maxsize=8)
def known(sentences: tuple[Sentence, ...], language: str) -> tuple[Fraction, ...]:
    """What an index is worth, wherever the text tells it."""
    told = (one for index in range(len(sentences)) for one in worths_at(sentences, index, language))
    return tuple(dict.fromkeys(one.exact for one in told))


def told_twice(sentence: Sentence, sum_: Mention, one: Counted, own: Sequence[Mention], language: str) -> bool:
    """Whether a sum and a number of indices are one: "160 MCI – 490,080 tenge", or with the worth told between."""
    if sum_.start < one.end and one.start < sum_.end:
        return False
    first, last = sorted(((sum_.start, sum_.end), (one.start, one.end)))
    between = sentence.text[first[1] : last[0]]
    worth_between = any(first[1] <= other.start < last[0] for other in own)
    others = [other for other in money(sentence) if first[1] <= other.start < last[0] and other not in own]
    if worth_between:
        return not others and first[0] == one.start and len(counted(sentence.text, language)) == 1
    return len(between) <= JOINED and _joined(language).fullmatch(between) is not None


@cache
def _joined(language: str) -> re.Pattern[str]:
    """What ties two tellings of one sum: a dash, a bracket, "that is"; a comma alone parts two sums."""
    words, fill, currency = (phrases.words(language, told) for told in ("same_as", "same_as_filler", "currency"))
    told = rf"\s*(?:[–—=(]|,?\s*\(?(?:{words})\b)"
    return re.compile(rf"(?:\s(?:{currency})|-\w{{1,4}})?{told}[\s,:(–—]*(?:(?:{fill})\s+){{0,2}}", re.IGNORECASE)


def enumerated(sentence: Sentence, one: Counted, language: str) -> tuple[Fraction, ...]:
    """What a list of numbers that ends with one of indices adds up to: "four fines – 20, 30, 50 and 100 units"."""
    front = [other for other in sentence.of_kind("count", "amount") if other.start <= one.start]
    total, last = one.value, one.start
    for other in reversed(front):
        if other.start == one.start:
            continue
        if not _listing(language).fullmatch(sentence.text, other.end, last):
            break
        total, last = total + other.exact, other.start
    return (total,) if total != one.value else ()


@cache
def _listing(language: str) -> re.Pattern[str]:
    """What joins the numbers of a list without nouns."""
    return re.compile(rf",\s+|,?\s+(?:{phrases.words(language, 'and')})\s+", re.IGNORECASE)


def is_product(text: Text, sentence: Sentence, sum_: Mention) -> bool:
    """Whether a sum is what one of the numbers of indices of its sentence is worth."""
    worths_ = known(text.sentences, text.language)
    return any(one.value * worth == sum_.exact for one in counted(sentence.text, text.language) for worth in worths_)


@lru_cache(maxsize=8)
def totals(sentences: tuple[Sentence, ...], language: str) -> tuple[Fraction, ...]:
    """All numbers of indices of a text, those told behind the name too: "in base units this comes to 2,695"."""
    return tuple(dict.fromkeys(value for sentence in sentences for value in _all(sentence, language)))


def _all(sentence: Sentence, language: str) -> Iterator[Fraction]:
    yield from (one.value for one in counted(sentence.text, language))
    for named in phrases.pattern(language, "index_unit").finditer(sentence.text):
        behind = next((one for one in sentence.of_kind("count") if one.start >= named.end()), None)
        between = sentence.text[named.end() : behind.start] if behind else ""
        if behind and len(between) <= TOLD and not _CLAUSE.search(between) and _BARE.match(sentence.text, behind.end):
            yield behind.exact


def listed(text: Text, sentence: Sentence) -> tuple[tuple[Fraction, Fraction], ...]:
    """How many fines there are of how many indices each: "three of 10 MCI, two of 20"; none where it is not plain."""
    spans = {one.start: one for one in counted(sentence.text, text.language)}
    aside = {*money(sentence), *worths(sentence, text.language)}
    told = [one for one in sentence.of_kind("count", "amount", "times") if one not in aside and not _is_one(one)]
    if (last := total(text, sentence)) and told and told[-1].start == last.start:
        told = told[:-1]
    if len(told) % PAIR and told[0].exact == sum(one.exact for one in told[1::PAIR]):
        told = told[1:]
    pairs = list(zip(told[::PAIR], told[1::PAIR], strict=False))
    plain = len(told) % PAIR == 0 and len(pairs) >= PAIR and pairs[0][1].start in spans
    if not plain or any(one.start in spans for one, _ in pairs):
        return ()
    return tuple((one.exact, of.exact) for one, of in pairs)


def _is_one(one: Mention) -> bool:
    return one.unit == INDEX and one.exact == 1


def total(text: Text, sentence: Sentence) -> Counted | None:
    """The number of all indices that a sentence tells: "altogether 400 MCI"."""
    ones = list(_totals(sentence, text.language))
    return ones[-1] if ones else None


def _totals(sentence: Sentence, language: str) -> Iterator[Counted]:
    for one in counted(sentence.text, language):
        front = max((other.end for other in sentence.mentions if other.end <= one.start), default=0)
        behind = phrases.begins_with(language, "in_all", sentence.text[one.end : one.end + TOLD])
        if behind or phrases.says(language, "in_all", sentence.text[front : one.start]):
            yield one
