"""Superlatives of months, quarters and years against the series of a text: "July was the calmest", "peak in 2020".

Which series is meant is told by the words of the claim: those that stand as heads of rows and columns, and concepts of
the codebook. A claim differs only where it does so under every series that may be meant, with one answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases, scopes, terms
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict
from kuzet.observatory.write.check.series import meant
from kuzet.observatory.write.check.series.orders import Key, Series

KINDS: Final = ("month", "quarter", "year")
"""What a superlative may be said of, the first that is named once: "the worst month of 2022 was May" is of a month."""

SEASONS: Final = {"winter": (12, 1, 2), "spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11)}
"""The months of what a superlative may be narrowed to."""

PAIR: Final = 2

RANKS: Final = 3
"""The last place that is told as one: "March came third"."""

_COMMA: Final = re.compile(r"[,;:]\s|\s[–—]\s(?=.*[,;])")
_DIGITS: Final = re.compile(r"(?:19|20)\d\d")
_CLOSED: Final = re.compile(r"[;:]\s$")


@dataclass(frozen=True, slots=True)
class Claim:
    """That a key has a place in the order of its series: the first for "the worst"."""

    key: Key
    place: int
    most: bool
    text: str
    numbers: frozenset[Fraction]
    """The counts in it: with that of the key among them it is surely of the key."""
    sure: bool
    """Whether it names the kind of its key: "the worst month", "ең ауыр ай"."""
    scope: str
    """Its words, and those of the claim in front whose subject it shares: "fewest suits in 2018, most in 2021"."""


def superlatives(text: Text, index: int, found: tuple[Series, ...]) -> Iterator[Finding]:
    """The claims of one sentence that a series of the text decides."""
    sentence, language = text.sentences[index], text.language
    if not _superlative(language).search(sentence.text) or phrases.says(language, "one_of", sentence.text):
        return
    if scopes.is_here(sentence, language):
        return
    for claim in _claims(sentence, language):
        fit = [_with_own(one, claim, sentence) for one in _meant(text, index, claim, found)]
        fit = [one for one in fit if _agrees(one, claim, text)]
        yield from _judged(text, index, claim, fit)


def _with_own(one: Series, claim: Claim, sentence: Sentence) -> Series:
    """A series told beside a claim with the claim's own number: "most, 29, in March; in January there were 14 ..."."""
    start = sentence.text.find(claim.text)
    own = [count for count in sentence.of_kind("count") if start <= count.start < start + len(claim.text)]
    if one.line != sentence.line or claim.key in one.values or len(own) != 1 or claim.key[0] == "year":
        return one
    return replace(one, values={**one.values, claim.key: own[0].exact})


def _agrees(one: Series, claim: Claim, text: Text) -> bool:
    """Whether a series has the key, of a year with a number that the claim tells beside it, where it tells any.

    The number may be that of the year that has the claim's place, so that only the year is wrong.
    """
    value = one.values.get(claim.key)
    told = claim.key[0] != "year" or not claim.numbers or value in claim.numbers
    return value is not None and (told or _has_place(one, claim, text))


def _has_place(one: Series, claim: Claim, text: Text) -> bool:
    """Whether a number of the claim has its place in the order of a series."""
    order = sorted(_earlier(one.values, claim, text).values(), reverse=claim.most)
    return len(order) >= max(terms.FEWEST, claim.place) and order[claim.place - 1] in claim.numbers


def _is_numbered(fit: Sequence[Series], claim: Claim, text: Text) -> bool:
    """Whether the number of a claim about a year says of which series it is."""
    return claim.key[0] == "year" and bool(fit) and all(_has_place(one, claim, text) for one in fit)


def _earlier(values: Mapping[Key, Fraction], claim: Claim, text: Text) -> dict[Key, Fraction]:
    """The numbers of a series, for "the previous peak" those of the years in front of the report's."""
    previous = claim.key[0] == "year" and phrases.says(text.language, "previous", claim.text)
    return {key: value for key, value in values.items() if not (previous and int(key[1]) >= text.year)}


def _claims(sentence: Sentence, language: str) -> Iterator[Claim]:
    most: bool | None = None
    scope, counts = "", frozenset(one.exact for one in sentence.of_kind("count"))
    for clause, keys in _clauses(sentence, language):
        scope = f"{scope} {clause}"
        told = list(_superlative(language).finditer(clause))
        most = _is_most(told[0][0], language) if told else most
        place = ordinal(clause[: told[0].start()], language) if told else _place(clause, language)
        kind = next((kind for kind in KINDS if sum(one[0] == kind for one in keys) == 1), "")
        named = [one for one in keys if one[0] == kind]
        compared = told and phrases.ends_with(language, "base_front", clause[: told[0].start()])
        if named and len(told) <= 1 and place and most is not None and not compared:
            sure = any(_names_kind(kind, clause[one.start() :], language) for one in told)
            yield Claim(named[0], place, most, clause.strip(" ,;:–—"), counts, sure, scope)


def _names_kind(kind: str, words: str, language: str) -> bool:
    """Whether a superlative is of a month, a quarter or a year: "the worst month of the year", "ең ауыр ай"."""
    noun = rf"(?:{phrases.words(language, f'noun_{kind}')})"
    front = _superlative(language).match(words)
    return front is not None and re.match(rf"[\s,-]*(?:\w+\s)?{noun}", words[front.end() :], re.IGNORECASE) is not None


def _clauses(sentence: Sentence, language: str) -> Iterator[tuple[str, list[Key]]]:
    """Stretches with a superlative or a place, and with a key, comma to comma: "May, then, was the worst month"."""
    start, held, named = 0, "", list(_keys(sentence, language))
    for piece in _pieces(sentence.text, language):
        if _CLOSED.search(held):
            start, held = start + len(held), ""
        held += piece
        keys = [key for place, key in named if start <= place < start + len(held)]
        if keys and (_superlative(language).search(held) or _place(held, language)):
            yield held, keys
            start, held = start + len(held), ""


def _keys(sentence: Sentence, language: str) -> Iterator[tuple[int, Key]]:
    """The months, quarters and years of a sentence, years that something is compared with or counted since aside."""
    yield from ((one.start, one.term) for one in terms.named(sentence, language))
    for year in sentence.of_kind("year"):
        front, behind = sentence.before(year, 24), sentence.after(year, 24)
        barred = any(phrases.ends_with(language, way, front) for way in ("since", "against", "from", "until"))
        if not barred and not phrases.says(language, "since_behind", behind):
            yield year.start, ("year", int(year.value))


def _pieces(text: str, language: str) -> Iterator[str]:
    ends = sorted(
        {one.end() for one in _COMMA.finditer(text)} | {one.start() for one in _joint(language).finditer(text)}
    )
    for left, right in zip([0, *ends], [*ends, len(text)], strict=True):
        yield text[left:right]


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.words(language, 'and')})\b", re.IGNORECASE)


@cache
def _superlative(language: str) -> re.Pattern[str]:
    return re.compile(phrases.longest(language, "busiest", "calmest"), re.IGNORECASE)


def _is_most(word: str, language: str) -> bool:
    """Whether a superlative is one of the most: its longest wording stands among those."""
    lengths = [len(found[0]) for way in ("calmest", "busiest") if (found := phrases.pattern(language, way).match(word))]
    calm = phrases.pattern(language, "calmest").match(word)
    return not calm or len(calm[0]) < max(lengths)


def ordinal(front: str, language: str) -> int:
    """The place that "the second-worst", "the third most" tells; the first where no ordinal stands in front."""
    near = [one for one in numbers.find(front, language) if len(front) - one.end <= 1 and one.kind == "ordinal"]
    return int(near[-1].value) if near else 1


def _place(clause: str, language: str) -> int:
    """The place that a clause tells: "March came second", "third place belongs to June"; 0 for none."""
    ranked = phrases.says(language, "ranks", clause)
    found = [one for one in numbers.find(clause, language) if one.kind == "ordinal" and one.value <= RANKS]
    return int(found[0].value) if ranked and len(found) == 1 else 0


def _meant(text: Text, index: int, claim: Claim, found: tuple[Series, ...]) -> list[Series]:
    """The series that a claim may be of."""
    language = text.language
    rest, scope = (_blanked(words, language) for words in (_core(claim.text, language), claim.scope))
    moving = phrases.pattern(language, "no_move").sub(" ", rest)
    if any(phrases.says(language, way, moving) for way in ("move_noun", "increase", "decrease")):
        return []
    years = {int(one.value) for one in text.sentences[index].of_kind("year")} if claim.key[0] != "year" else set()
    timely = [one for one in found if one.kind == claim.key[0] and one.year in (years or {text.year}) | {0}]
    sure = claim.sure or any(
        one.values.get(claim.key) in claim.numbers or _is_numbered([one], claim, text) for one in timely
    )
    return meant.fitting(text, index, timely, meant.Said(rest, scope, sure, _named(found)))


@lru_cache(maxsize=1)
def _named(found: tuple[Series, ...]) -> frozenset[str]:
    """The words of all series of a text: what may narrow a claim."""
    return frozenset().union(*(one.words for one in found))


def _core(words: str, language: str) -> str:
    """The stretches between commas with the superlative or the key: "May, when snow fell, was the worst"."""
    pieces = list(_pieces(words, language))
    keyed = [
        bool(terms.in_words(one, language) or _superlative(language).search(one) or _DIGITS.search(one))
        for one in pieces
    ]
    return " ".join(one for one, kept in zip(pieces, keyed, strict=True) if kept) or words


def _blanked(words: str, language: str) -> str:
    """The words of a claim without its superlative, months and quarters."""
    for one in terms.in_words(words, language):
        words = words[: one.start] + " " * (one.end - one.start) + words[one.end :]
    return _superlative(language).sub(" ", words)


def _judged(text: Text, index: int, claim: Claim, fit: Sequence[Series]) -> Iterator[Finding]:
    sentence = text.sentences[index]
    right = [_right(one, claim, sentence, text) for one in fit]
    if not fit:
        return
    why = "; ".join(dict.fromkeys(_listed(one) for one in fit))
    if claim.key in right:
        yield _finding(sentence, claim, Verdict.HOLDS, "", why)
    elif len(set(right)) == 1 and right[0] and (_is_numbered(fit, claim, text) or not _set_apart(text, index)):
        yield _finding(sentence, claim, Verdict.DIFFERS, _shown(right[0], text.language), why)


def _right(one: Series, claim: Claim, sentence: Sentence, text: Text) -> Key | None:
    """The key that has the claim's place, its own where it shares it; None where it is of a part that is not known."""
    values = _earlier(_within(one, claim, sentence, text.language), claim, text)
    own = values.get(claim.key)
    if own is None or len(values) < PAIR:
        return None
    ahead = sum((other > own) if claim.most else (other < own) for other in values.values())
    level = sum(other == own for other in values.values())
    if ahead < claim.place <= ahead + level:
        return claim.key
    order = sorted(values, key=lambda key: values[key], reverse=claim.most)
    return order[claim.place - 1] if claim.place <= len(order) else None


def _within(one: Series, claim: Claim, sentence: Sentence, language: str) -> dict[Key, Fraction]:
    """The numbers among which a claim ranks: those of its season, or of the years since another."""
    values = dict(one.values)
    if claim.key[0] == "month":
        months = [kept for season, kept in SEASONS.items() if phrases.says(language, season, claim.text)]
        if not months and phrases.says(language, "season", claim.text) and len(values) > terms.FEWEST:
            return {}
        return {key: value for key, value in values.items() if not months or key[1] in months[0]}
    since = [
        int(year.value)
        for year in sentence.of_kind("year")
        if phrases.ends_with(language, "since", sentence.before(year, 24))
        or phrases.says(language, "since_behind", sentence.after(year, 24))
    ]
    return {
        key: value for key, value in values.items() if not since or not isinstance(key[1], int) or key[1] > since[0]
    }


def _set_apart(text: Text, index: int) -> bool:
    """Whether some are left out just in front: "for the other eleven months ... Of these the tensest was November"."""
    near = [one for one in text.sentences[max(0, index - 1) : index + 1] if one.block == text.sentences[index].block]
    told = [phrases.pattern(text.language, "as_seen").sub(" ", one.text) for one in near]
    return any(phrases.says(text.language, way, one) for one in told for way in ("outside", "rest", "apart"))


def _listed(one: Series) -> str:
    return ", ".join(plain(value) for _, value in sorted(one.values.items(), key=lambda pair: str(pair[0])))


def _shown(key: Key, language: str) -> str:
    kind, which = key
    return terms.shown((kind, int(which)), language) if kind in ("month", "quarter") else str(which)


def _finding(sentence: Sentence, claim: Claim, verdict: Verdict, should: str, why: str) -> Finding:
    return Finding(line=sentence.line, text=claim.text, kind=Kind.RECORD, verdict=verdict, should_be=should, why=why)
