"""The counts of a list in prose: which numbers of a sentence are its parts, and where the list ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases, set_against
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence
from kuzet.observatory.write.check.relations import averages
from kuzet.observatory.write.check.relations.bases import fractions, is_part
from kuzet.observatory.write.check.relations.split import Split
from kuzet.observatory.write.check.relations.ties import restated

CLOSED: Final = 3
"""Numbers from which on an "and" before the last one ends a list."""

PAIR: Final = 2

NOUN: Final = 24
"""Characters beside a number in which its noun, or the word that leads to it, stands."""

EACH: Final = 60
"""Characters behind a number in which "each" may stand."""

_COLON: Final = re.compile(r":\s")

BRACKET: Final = re.compile(r"\(([^()]*)\)")
LISTED: Final = re.compile(r"\)(?:,|\s+\w+)\s[^().;]*\(\d+\)")
"""What stands behind a number in brackets that others follow: "the others were editors (37), operators (33) ..."."""

FOREMOST: Final = ("highest", "some_of", "including")
"""Relations whose words announce only some entries of a list."""

_OPENED: Final = re.compile(r"\(\s*$")
_SHUT: Final = re.compile(r"\s*\)")
_PARTED: Final = re.compile(r"[,;:.]\s")
_SEMICOLON: Final = re.compile(";")
_STOP: Final = re.compile(phrases.STOP)
_DASH: Final = re.compile(r"\s[–—]\s")
_BEHIND: Final = re.compile(r"-?\w{0,4}(?:\s\w+){0,2}(?:\s\([^()]*\))?\s*[–—]\s")
_LABEL: Final = re.compile(r"\s*[–—]\s")
_LABEL_IN: Final = re.compile(r"\s[–—]$")  # "one –" is a number with its dash
_LABELLED: Final = re.compile(r"[:–—][^,;]*$")


def parts(sentence: Sentence, start: int, unit: str, nested: set[Mention], language: str) -> list[Mention]:
    """The counts from `start` to the end of the list: outside brackets, or else the one in each bracket."""
    others = [whole.start for part, whole in fractions(sentence, language) if start <= whole.start < part.start]
    end = min([_end(sentence, start, language), *others])  # behind another whole stand its own parts
    barred = nested | not_listed(sentence, language)
    listed = [one for one in sentence.quantities(unit) if start <= one.start and one.end <= end and one not in barred]
    outside = [one for one in listed if not bracketed(sentence, one)]
    return untallied(sentence, outside if len(outside) >= 2 else listed)


@lru_cache(maxsize=KEPT)
def not_listed(sentence: Sentence, language: str) -> frozenset[Mention]:
    """Numbers that are no part of a list: wholes, differences, sides of a comparison, averages, labels."""
    ones = sentence.of_kind("count", "amount")
    ways = (set_against.from_to(sentence, left, right, language) for left, right in pairwise(ones))
    earlier = [way.before for way in ways if way]
    means = [one for one in ones if (one.decimals and not one.unit) or averages.averaged(sentence, one, language)]
    wholes = [whole for _, whole in fractions(sentence, language)]
    homes = [one for one in ones if _is_of_homes(sentence, one, language) or _is_of_others(sentence, one, language)]
    other = (*deltas(sentence, language), *_compared(sentence, language), *labels(sentence), *homes)
    return frozenset((*wholes, *earlier, *means, *other))


def _is_of_homes(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number says in how many countries or towns: "103 outside India in 34 countries, 84 in India"."""
    inside = phrases.words(language, "inside") == phrases.NEVER or phrases.ends_with(
        language, "inside", sentence.before(one, NOUN)
    )
    return inside and phrases.begins_with(language, "homes", sentence.after(one, NOUN))


def _is_of_others(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number says how many the others are of which one is told: "the remaining nine regions have 38"."""
    behind = next((other for other in sentence.of_kind("count", "amount") if other.start >= one.end), None)
    if behind is None or not phrases.begins_with(language, "other_homes", sentence.after(one, NOUN)):
        return False
    rest = any(phrases.ends_with(language, word, sentence.text[: one.start]) for word in ("rest", "rest_entry"))
    return rest and _PARTED.search(sentence.between(one, behind)) is None


def labels(sentence: Sentence) -> list[Mention]:
    """Numbers that only name what a dash counts behind them: "under articles 130 – 20 cases, 212 – nine"."""
    ones = sentence.of_kind("count")
    found = [left for left, right in pairwise(ones) if _DASH.fullmatch(sentence.between(left, right))]
    return found if len(found) >= PAIR else []


def untallied(sentence: Sentence, listed: list[Mention]) -> list[Mention]:
    """A list without the number of its entries in front: "fall into three groups: 81 ..., 60 ... and 43 ..."."""
    first, rest = listed[:1], listed[1:]
    if len(rest) < PAIR or first[0].exact != len(rest) or first[0] not in sentence.mentions:
        return listed
    return rest if _LABELLED.search(sentence.between(first[0], rest[0])) else listed


def announces(sentence: Sentence, front: Mention, colon: re.Match[str], first: Mention, language: str) -> bool:
    """Whether a number is what a colon, a dash or a semicolon divides, and no entry of the list itself.

    "Osh – 15 (17%), Naryn – nine" and "in 14 cases – companies, in 11 – others" are lists without a whole.
    """
    if colon[0] == ": ":
        return True
    alike = _BEHIND.match(sentence.text, front.end) and _BEHIND.match(sentence.text, first.end)
    parts = is_part(sentence, front, language) and is_part(sentence, first, language)
    joined = colon[0] != "; " and re.search("[,;]", sentence.text[front.end : colon.start()])
    return not (alike or parts or joined or front in restated(sentence, language))


def bracketed(sentence: Sentence, one: Mention) -> bool:
    """Whether a number stands in brackets."""
    return any(found.start() < one.start < found.end() for found in BRACKET.finditer(sentence.text))


def alone_in_bracket(sentence: Sentence, one: Mention) -> bool:
    """Whether a number is all that a bracket holds."""
    return bool(_OPENED.search(sentence.text[: one.start]) and _SHUT.match(sentence.text, one.end))


def closed_two(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether two parts right behind a colon are joined by "and": "24 people: 15 for one thing and 9 for another"."""
    if len(split.parts) != PAIR or any(one not in sentence.mentions for one in (split.whole, *split.parts)):
        return False
    if not _COLON.search(sentence.between(split.whole, split.parts[0])):
        return False
    return phrases.says(language, "and", sentence.between(*split.parts))


def labelled(sentence: Sentence, listed: Sequence[Mention]) -> bool:
    """Whether each number of a list has its name behind a dash, so that the last is an entry as the others are."""
    return all(_LABEL.match(sentence.text, one.end) or _LABEL_IN.search(sentence.text[: one.end]) for one in listed)


def apiece(sentence: Sentence, language: str) -> bool:
    """Whether a number counts for each of several: "38 cases each", "в Нарыне и Таласе — по три", "Х мен Ү 4-тен"."""
    return any(_is_apiece(sentence, one, language) for one in sentence.of_kind("count"))


def _is_apiece(sentence: Sentence, one: Mention, language: str) -> bool:
    entry = re.split(r"[,;:.]", sentence.text[: one.start])[-1]
    joined = phrases.says(language, "and", entry)
    shared = phrases.ends_with(language, "apiece_front", entry) or _each_of(language).match(sentence.text, one.end)
    return bool(joined and shared) or phrases.says(language, "apiece", sentence.after(one, EACH))


@cache
def _each_of(language: str) -> re.Pattern[str]:
    """An ending that shares a number out, where nothing is told that it leads to: "4-тен," and "4-тен оқиға"."""
    return re.compile(
        rf"(?:{phrases.words(language, 'apiece_behind')})(?=[,;.]|\s(?:{phrases.words(language, 'incidents')}))"
    )


def closed(sentence: Sentence, listed: Sequence[Mention], language: str) -> bool:
    """Whether a list of three or more numbers names its last with an "and" or "another", and so all of them."""
    if len(listed) < CLOSED or any(one not in sentence.mentions for one in listed):
        return False
    return any(phrases.says(language, way, sentence.between(*listed[-2:])) for way in ("and", "another"))


def _compared(sentence: Sentence, language: str) -> list[Mention]:
    """Numbers of another time that a part is compared with: "30 (against 20 a year earlier)", "30 (in 2012 – 20)"."""
    return [
        right
        for left, right in pairwise(sentence.of_kind("count", "amount"))
        if phrases.ends_with(language, "against", sentence.between(left, right)) or _is_then(sentence, left, right)
    ]


def _is_then(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """Whether a number stands alone in the bracket behind another, of an earlier time than that."""
    alone = re.search(r"\([^()]*$", sentence.between(left, right)) and re.match(r"[^()]*\)", sentence.text[right.end :])
    then, now = sentence.order_of(right), sentence.order_of(left)
    return bool(alone) and then is not None and (now is None or then < now)


def _end(sentence: Sentence, start: int, language: str) -> int:
    """The end of a list: the next full stop, or behind two of its numbers a semicolon, or words that restate them."""
    stop = next((found.start() for found in _STOP.finditer(sentence.text) if found.start() > start), len(sentence.text))
    told = [one for one in sentence.of_kind("count", "amount") if one.start >= start and not bracketed(sentence, one)]
    flat = BRACKET.sub(lambda found: " " * len(found[0]), sentence.text)
    first = [found.start() for rule in (_SEMICOLON, _restating(language)) if (found := rule.search(flat, start, stop))]
    told += ones(sentence, start, language) if first else []
    return min((end for end in first if len([one for one in told if one.start < end]) >= PAIR), default=stop)


@cache
def _restating(language: str) -> re.Pattern[str]:
    """As ", or five men for every three women": a list told again; a percentage tells one entry again."""
    percent = r"[^,;.\d]{0,40}\d+(?:[.,]\d+)?\s?(?:%|per\s?cent|проц|пайыз)"
    return re.compile(rf"[,–—]\s+(?:{phrases.words(language, 'equates')})\s(?!{percent})", re.IGNORECASE)


def ones(sentence: Sentence, start: int, language: str, *, joined: bool = True) -> list[Mention]:
    """Each lone "one" from `start` on that a comma or an "and" ties to a list, or all: no number elsewhere."""
    found = numbers.find(sentence.text, language, lone=True)
    return [
        Mention(one.start, one.end, Decimal(1), "count")
        for one in found
        if one.value == 1 and one.kind == "count" and one.start >= start
        if not joined or _joined(sentence, one.start, language)
        if not any(other.start <= one.start < other.end for other in sentence.mentions)
    ]


def _joined(sentence: Sentence, start: int, language: str) -> bool:
    return _listing(language).search(sentence.text[:start]) is not None


@cache
def _listing(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:,|\b(?:{phrases.words(language, 'and')}))\s+$", re.IGNORECASE)
