"""Sums of money and of terms that a text adds up: fines of so much each, a list of awards, days of arrest.

"Five had to pay 5.4 million each, three 13.5 million each, altogether 67.5 million." Which number counts those who pay
is not always plain, so that each way to multiply is tried: a sum differs only where none of them gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.amounts.sentenced import in_years
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import hedges, indices, phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.stems import SHORTEST, alike
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.relations import each
from kuzet.observatory.write.check.relations.bases import fractions
from kuzet.observatory.write.check.slips import is_slip

PAIR: Final = 2

FEWEST: Final = 3
"""Sums of a sentence in front from which on an "altogether" behind it is taken to speak of all of them."""

NEAR: Final = 24
"""Characters behind a sum in which "each" or "in all" stands."""

OVER: Final = Fraction(13, 10)
"""A sum that all ways to add miss by more than this factor is of something else."""

FACTOR: Final = 2
"""The same for one sum that is told so many times."""

BACK: Final = 2
"""Sentences in front in which the number of things is told that were paid for each."""

_NOUN: Final = re.compile(r"-?\w*\s+([^\W\d_]+)")

PARTIAL: Final = ("including", "some_of")
"""Words by which a list names only some: "the largest were 1.2, 0.9 and 0.5 million"."""

_COLON: Final = re.compile(r":\s")
_BREAK: Final = re.compile(r"[,;.](?!\d)")
_ANNOUNCED: Final = re.compile(r"[^.;,:\d]{0,30}:\s")
_ENTRY: Final = re.compile(r"\s*(?:[-*•–—▪·]|\d{1,2}[.)])\s")

_HEDGES: Final = ("almost", "more_than", "less_than", "about")


@dataclass(frozen=True, slots=True)
class Term:
    """One sum of a list, with the numbers that may say how many times it was told; `each` where a word says so."""

    sentence: Sentence
    amount: Mention
    counts: tuple[Mention, ...]
    each: bool

    def worth(self, count: Mention | None) -> tuple[Fraction, str]:
        """The sum, or so many times the sum, and how it is told."""
        if count is None:
            return self.amount.exact, plain(self.amount.exact)
        return self.amount.exact * count.exact, f"{plain(count.exact)} x {plain(self.amount.exact)}"


def bills(text: Text, index: int) -> Iterator[Finding]:
    """Each sum of a sentence that the words make the sum of others in it, or of those in front of it."""
    yield from _added_up(text, index)
    terms = in_years(text.sentences[index], text.language) if _adds(text.sentences[index], text.language) else None
    if terms:
        yield from _added_up(replace(text, sentences=(terms,)), 0)


def _adds(sentence: Sentence, language: str) -> bool:
    return phrases.says(language, "in_all", sentence.text) and phrases.says(language, "term_years", sentence.text)


def _added_up(text: Text, index: int) -> Iterator[Finding]:
    sentence = text.sentences[index]
    for unit in filter(None, sentence.units):
        for total in sentence.quantities(unit):
            told = _terms(text, index, total) if is_total(sentence, total, text.language) else []
            told = told or _announced(text, index, total)
            weak = [] if told else _reached(text, index, total)
            if len(told or weak) >= PAIR:
                outcome = _judge(sentence, total, told or weak, text.language)
                outcome = outcome if told or not outcome or _is_meant(outcome, total) else None
            else:
                outcome = _each_times(sentence, total, text.language)
            if outcome:
                yield finding(sentence, Kind.SPLIT, outcome, total, margin=60)


def is_total(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "in all" stands in front of a sum, behind the one before it, or right behind the sum."""
    start = max((other.end for other in sentence.quantities(one.unit) if other.end <= one.start), default=0)
    front, behind = sentence.text[start : one.start], re.split("[,;]", sentence.after(one, NEAR))[0]
    adds = any(phrases.says(language, word, said) for word in ("in_all", "bill") for said in (front, behind))
    return adds and not _is_averaged(front, language) and not each.is_each(sentence, one, language)


def _is_averaged(front: str, language: str) -> bool:
    """Whether "on average" stands right in front of a sum; "each:" is told of the one before."""
    return phrases.says(language, "average", re.split("[,;:]", front)[-1])


def _announced(text: Text, index: int, total: Mention) -> Sequence[Term]:
    """The sums right behind a colon of which some were paid for each: "18,600: 15,000 for this, 1,800 for each ..."."""
    sentence = text.sentences[index]
    colon = _ANNOUNCED.match(sentence.text, total.end)
    told = [one for one in _listed(text, index, total.unit) if colon and one.amount.start >= colon.end()]
    shared = [one for one in told if one.each]
    return told if "(" not in sentence.text and shared and all(one.counts for one in shared) else []


def _reached(text: Text, index: int, total: Mention) -> Sequence[Term]:
    """The sums of the sentence in front, where this one tells what they came to and no other sum."""
    sentence = text.sentences[index]
    ones = sentence.quantities(total.unit)
    said = phrases.says(text.language, "came_to", sentence.text[: total.start])
    said = said or phrases.says(text.language, "came_to", sentence.after(total, NEAR))
    return _before(text, index, total) if said and len(total.unit) >= PAIR and ones == (total,) else []


def _is_meant(outcome: Outcome, total: Mention) -> bool:
    """Whether a sum holds, or is a slip of the pen away from what it should be."""
    should = "".join(letter for letter in outcome.should_be if letter.isdigit())
    return outcome.verdict is Verdict.HOLDS or (bool(should) and is_slip(total.exact, Fraction(should)))


def _each_times(sentence: Sentence, total: Mention, language: str) -> Outcome | None:
    """As "fined three stations 5,000 each, 15,000 in all": one sum, the only number in front of it, the total."""
    aside = {one.start for one in indices.counted(sentence.text, language)}
    told = [one for one in sentence.of_kind("count", "amount", "percent", "times") if one.start not in aside]
    front = [one for one in told if one.start < total.start]
    if len(front) != PAIR or front[0].kind != "count" or front[0].decimals or front[1].unit != total.unit:
        return None
    count, amount = front
    between = sentence.text[amount.end : total.start]
    around = f"{between} {_BREAK.split(sentence.after(total, NEAR))[0]}"
    if not any(phrases.says(language, word, around) for word in ("in_all", "bill", "same_as")):
        return None  # "twice five years, seven years"
    hedged = any(hedges.hedged(sentence, one, word, language) for one in (amount, total) for word in _HEDGES)
    if hedged or not each.is_each(sentence, amount, language) or not _told_next(language).fullmatch(between):
        return None
    exact, why = Term(sentence, amount, (count,), each=True).worth(count)
    if exact == total.exact:
        return Outcome(Verdict.HOLDS, why=why)
    if count.exact < PAIR or not exact / FACTOR <= total.exact <= exact * FACTOR:
        return None
    right = form.count(exact, total, sentence, language)
    return Outcome(Verdict.DIFFERS, right, f"{why} = {plain(exact)}, not {plain(total.exact)}")


@cache
def _told_next(language: str) -> re.Pattern[str]:
    """What stands between the sum of each and that of all: no more than the words that say which is which."""
    words = phrases.any_of(language, "currency", "term", "each_sum_behind", "in_all", "same_as", "and", "apiece")
    return re.compile(
        rf"(?:[^\w.;]|\b(?:{words})\b)*(?:[^\W\d_]{{1,3}}\W*)?(?:[^\w.;]|\b(?:{words})\b)*", re.IGNORECASE
    )


def _judge(sentence: Sentence, total: Mention, told: Sequence[Term], language: str) -> Outcome | None:
    """The verdict; None where no way to add comes near, or one of the terms is a sum itself."""
    every = sum((one.amount.exact for one in told), Fraction(0))
    if len(told) > PAIR and any(
        one.amount.exact * 2 == every and is_total(one.sentence, one.amount, language) for one in told
    ):
        return None
    ways = list(_ways(told))
    held = next((why for value, why in ways if value == total.exact), None)
    if held:
        return Outcome(Verdict.HOLDS, why=held)
    near = [way for way in ways if total.exact / OVER <= way[0] <= total.exact * OVER or is_slip(total.exact, way[0])]
    if not near or any(hedges.hedged(sentence, total, word, language) for word in _HEDGES):
        return None
    value, why = near[0]
    right = form.count(value, total, sentence, language)
    return Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(total.exact)}")


def _ways(told: Sequence[Term]) -> Iterator[tuple[Fraction, str]]:
    """All ways to add the terms, the likeliest first: as the words say, all of them many times, each once."""
    if any(one.each and one.counts and one.counts[0] not in one.sentence.mentions for one in told):
        yield _added(told, [one.counts[0] if one.each and one.counts else None for one in told])
        return  # "1,800 for each lamp", and in front how many there are
    first = next((place for place, one in enumerate(told) if one.each), len(told))
    for chosen in (0, -1):
        yield _added(told, [one.counts[chosen] if one.each and one.counts else None for one in told])
        carried = [one.counts[chosen] if one.counts and place >= first else None for place, one in enumerate(told)]
        yield _added(told, carried)
    yield _added(told, [None] * len(told))
    for chosen in (0, -1):
        yield _added(told, [one.counts[chosen] if one.counts else None for one in told])


def _added(told: Sequence[Term], counts: Sequence[Mention | None]) -> tuple[Fraction, str]:
    worth = [one.worth(count) for one, count in zip(told, counts, strict=True)]
    value = sum((one for one, _ in worth), Fraction(0))
    return value, f"{' + '.join(why for _, why in worth)} = {plain(value)}"


def _terms(text: Text, index: int, total: Mention) -> Sequence[Term]:
    """The sums that a total is of: in front of it, behind its colon, in the sentence before, in the list above."""
    sentence, language = text.sentences[index], text.language
    told = _listed(text, index, total.unit)
    front = [one for one in told if one.amount.end <= total.start]
    colon = _COLON.search(sentence.text, total.end)
    if len(front) >= PAIR:
        return front
    if front or phrases.says(language, "with_those", sentence.text[: total.start]):
        return []
    if colon and len(behind := [one for one in told if one.amount.start >= colon.end()]) >= PAIR:
        return behind if _complete(sentence, behind, language) else []
    return _before(text, index, total)


def _before(text: Text, index: int, total: Mention) -> Sequence[Term]:
    """The sums of the sentence in front, where its words make them all there are; or one of each entry of a list."""
    entries = _entries(text, index, total.unit) or _told_apart(text, index, total)
    if len(entries) >= PAIR:
        said = {one.exact for one in text.sentences[index].of_kind("count")}
        return entries if len(entries) in said else []
    front = text.sentences[index - 1] if index else None
    if front is None or front.block != text.sentences[index].block:
        return []
    told = _listed(text, index - 1, total.unit)
    colons = [one.end() for one in _COLON.finditer(front.text)]
    behind = [one for one in told if colons and one.amount.start >= colons[0]]
    told = behind if len(behind) >= PAIR else told
    sums = {one.exact for one in front.quantities(total.unit)}
    summed = any(value in sums for value, _ in _ways(told))  # the sentence adds them up itself
    return told if _complete(front, told, text.language) and not summed else []


def _complete(sentence: Sentence, told: Sequence[Term], language: str) -> bool:
    """Whether the words make some sums all there are: a rest, "each", as many as a number says, or a closed list."""
    if len(told) < PAIR or any(phrases.says(language, word, sentence.text) for word in PARTIAL):
        return False
    amounts = [one.amount for one in told]
    rest = phrases.says(language, "rest", sentence.text[amounts[0].end : amounts[-1].end])
    rest |= phrases.says(language, "rest", sentence.text[: amounts[-1].start])
    front = {one.exact for one in sentence.of_kind("count") if one.end <= amounts[0].start}
    closed = len(told) >= FEWEST and phrases.says(language, "and", sentence.between(amounts[-2], amounts[-1]))
    return rest or any(one.each for one in told) or len(told) in front or closed


def _entries(text: Text, index: int, unit: str) -> list[Term]:
    """The sums of the list right above a sentence, where each entry has one, of whatever many sentences it is."""
    found: list[Term] = []
    for _, entry in groupby(reversed(text.sentences[:index]), key=_paragraph):
        sentences = list(entry)
        told = [(one, amount) for one in sentences for amount in one.quantities(unit)]
        if len(told) != 1 or not _ENTRY.match(sentences[-1].text):
            break
        found.append(Term(*told[0], (), each=False))
    return found[::-1]


def _paragraph(sentence: Sentence) -> int:
    return sentence.paragraph


def _told_apart(text: Text, index: int, total: Mention) -> list[Term]:
    """The sums of the sentences in front, one in each, that "these four fines" speaks of, as many as it says."""
    sentence, language = text.sentences[index], text.language
    said = [one for one in sentence.of_kind("count") if one.end <= total.start]
    said = [one for one in said if phrases.ends_with(language, "these", sentence.text[: one.start])]
    found: list[Term] = []
    for near in reversed(text.sentences[:index]):
        amounts = near.quantities(total.unit)
        if near.block != sentence.block or len(amounts) > 1:
            break
        found += (Term(near, one, (), each=False) for one in amounts)
    return found[::-1] if len(said) == 1 and said[0].exact == len(found) else []


def _listed(text: Text, index: int, unit: str) -> list[Term]:
    """The sums of one unit in a sentence, each with the counts of its clause, or of the things told in front."""
    sentence, language = text.sentences[index], text.language
    barred = {*deltas(sentence, language), *(whole for _, whole in fractions(sentence, language))}
    told = [one for one in sentence.quantities(unit) if one not in barred]
    amounts = [one for one in told if not _is_mean(sentence, one, language)]
    edges = [0, *(one.end for one in amounts)]
    return [
        Term(sentence, one, _counted(text, index, start, one), each.is_each(sentence, one, language))
        for one, start in zip(amounts, edges, strict=False)
    ]


def _is_mean(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a sum is told to be an average; "each" alone makes it none."""
    front = max((other.end for other in sentence.mentions if other.end <= one.start), default=0)
    words = re.split("[,;]", sentence.text[front : one.start])[-1]
    return _is_averaged(phrases.pattern(language, "each_sum").sub("", words), language)


def _counted(text: Text, index: int, start: int, one: Mention) -> tuple[Mention, ...]:
    """The counts of a sum's clause; for "each lamp" else how many lamps the sentences in front tell."""
    found = tuple(_counts(text.sentences[index], start, one))
    if found or not each.is_each(text.sentences[index], one, text.language):
        return found
    here = text.sentences[index]
    clauses = _BREAK.split(here.text[start : one.start])[-1], _BREAK.split(here.after(one, NEAR * PAIR))[0]
    named = [found_[1] for words in clauses for found_ in _each_noun(text.language).finditer(words)]
    near = [front for front in text.sentences[max(0, index - BACK) : index] if front.block == here.block]
    told = [(other, _noun(front, other) or " ") for front in near for other in front.quantities("")]
    return tuple(other for other, noun in told if any(_is(one_, noun) for one_ in named))


def _is(word: str, noun: str) -> bool:
    """Whether two words are one; of short ones the last letter may change: "лампу", "лампы"."""
    return alike(word, noun) or (len(word) >= SHORTEST and word[:-1].lower() == noun[:-1].lower())


def _noun(sentence: Sentence, one: Mention) -> str:
    """The word right behind a number."""
    found = _NOUN.match(sentence.text, one.end)
    return found[1] if found else ""


@cache
def _each_noun(language: str) -> re.Pattern[str]:
    """The noun of "1,800 for each lamp"."""
    return re.compile(rf"(?:{phrases.words(language, 'each_one')})\s+([^\W\d_]+)", re.IGNORECASE)


def _counts(sentence: Sentence, start: int, one: Mention) -> Iterator[Mention]:
    """The counts between the sum in front and this one, behind the last colon; or else those behind it."""
    colon = max((found.end() for found in _COLON.finditer(sentence.text, start, one.start)), default=start)
    counts = [other for other in sentence.of_kind("count", "times") if other.exact.denominator == 1 and other.value > 0]
    front = [other for other in counts if max(start, colon) <= other.start and other.end <= one.start]
    ended = _BREAK.search(sentence.text, one.end)
    end = ended.start() if ended else len(sentence.text)
    yield from front or [other for other in counts if one.end <= other.start and other.end <= end]
