"""Averages of a sum: "48,500 lari, imposed on 17 reporters: on average 2,850 each", "57 days ... three days each"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kuzet.language.values import numbers
from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import half_up, plain
from kuzet.observatory.write.check.reading import indices, phrases
from kuzet.observatory.write.check.reading.lastings import lastings
from kuzet.observatory.write.check.reading.stems import LENGTH, SHORTEST, alike
from kuzet.observatory.write.check.reading.words import (
    KEPT,
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.relations import divisors, means
from kuzet.observatory.write.check.relations.divisors import agrees

REACH: Final = 50
"""Characters between an average and the word that says so."""

FAR: Final = 2
"""An average that is off by more than this factor was said of other numbers."""

CLOSE: Final = 7
"""Of several numbers that may have shared a sum, one is meant that gives the average to a part in so many."""

BACK: Final = 2
"""Sentences in front in which the sum and the number of those who share it are looked for."""

WIDE: Final = 12
"""Sentences in front in which other numbers of the same are looked for."""

LARGE: Final = 1000
"""Smaller averages are a slip of the pen away from others by chance."""

MONEY: Final = 2
"""Letters of the unit of a sum of money at least."""

LONGEST: Final = 1900
"""From here on a number in front of "year" is the year itself."""

_NOUN: Final = re.compile(r"-?[^\W\d_]*[\s-]+([^\W\d_]+)")
_TWO: Final = re.compile(r"-?[^\W\d_]*[\s-]+[^\W\d_]+\s([^\W\d_]+)")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_CLAUSE: Final = re.compile(r"[;:]|[.!?]\s")
_BREAK: Final = re.compile(r"[,;:]|\s[–—]\s")


class _Told(NamedTuple):
    """A number that is shared, or one of those who share it, with its noun."""

    one: Mention
    noun: str


def averages(text: Text, index: int) -> Iterator[Finding]:
    """The averages of a sentence whose sum and whose divisor the sentence tells, or the ones in front."""
    sentence = text.sentences[index]
    if not (says_average(sentence.text, text.language) or _per_one(text.language).search(sentence.text)):
        return
    for said in _nouns(sentence, text.language):
        if not (is_average(sentence, said.one, text.language) or _is_per_one(sentence, said.one, text.language)):
            continue
        if means.is_price(sentence, said.one) or (said.one.unit and indices.is_product(text, sentence, said.one)):
            continue  # "on average 20 MCI (58,340 tenge) each" is reckoned from the index
        wholes = _wholes(text, index, said)
        counts = _counts(text, index, said) if wholes else []
        shared = next(_shared(text, index, said.one, wholes, counts), None)
        if shared:
            yield _finding(sentence, said.one, _judge(sentence, said.one, *shared, text.language))
        elif not wholes:
            yield from _multiplied(text, index, said)
        elif (by_slip := divisors.by_slip(text, index, said.one, wholes[0])) and not _is_otherwise(
            text, index, said.one, wholes[:1]
        ):
            yield _finding(sentence, said.one, _judge(sentence, said.one, wholes[0], by_slip, text.language))


def _shared(
    text: Text, index: int, said: Mention, wholes: Sequence[Mention], counts: Sequence[Mention]
) -> Iterator[tuple[Mention, Fraction]]:
    """The sum and the divisor that an average is held to: those that give it, else those that the words name."""
    agreeing = [(whole, one.exact) for one in counts for whole in wholes if agrees(said, whole.exact, one.exact)]
    yield from agreeing
    whole = wholes[0] if wholes else None
    if whole is None or _is_otherwise(text, index, said, wholes):
        return
    added = _added_up(text, index, whole)
    if added and _near(said, whole.exact / added):
        yield whole, Fraction(added)
    counts = divisors.parts_of(text.sentences[index], counts, text.language)
    fitting = [one for one in counts if _near(said, whole.exact / one.exact)]
    close = {one.exact: one for one in counts if abs(said.exact - whole.exact / one.exact) * CLOSE <= said.exact}
    if len(counts) > 1 and len(said.unit) >= MONEY and whole in text.sentences[index].mentions:
        fitting = list(close.values())
    elif len(counts) != 1:
        return
    if not fitting and (listed := divisors.listed(text.sentences[max(0, index - 1) : index + 1], said, counts)):
        yield listed, counts[0].exact
    if len(fitting) != 1:
        return
    if fitting[0] in text.sentences[index].mentions or not _is_of_another(text, index, said, whole):
        yield whole, fitting[0].exact


def _is_otherwise(text: Text, index: int, said: Mention, wholes: Sequence[Mention]) -> bool:
    """Whether another number of the sentence makes an average right, or what a part leaves of the sum.

    "In 28 of the 37 suits a sum was named, 1,540,000 lari, or 55,000 per suit"; "damage of 14 million: a camera of nine
    and two phones of 2.5 million each".
    """
    divisors = [one.exact for one in text.sentences[index].of_kind("count") if one.value > 1 and one != said]
    left = [high.exact - low.exact for high in wholes for low in wholes if high.exact > low.exact]
    sums = [*(one.exact for one in wholes), *left]
    near = [(front, one) for front in _near_sentences(text, index) for one in wholes if one in front.mentions]
    lists = [means.listed(front, one, text.language) for front, one in near]
    added = [(sum((one.exact for one in ones), Fraction(0)), Fraction(len(ones))) for ones in lists if len(ones) > 1]
    divisors += _told_near(text, index)
    if any(agrees(said, whole, count) for whole, count in added):
        return True
    return any(agrees(said, whole, divisor) for whole in sums for divisor in divisors)


def _told_near(text: Text, index: int) -> Iterator[Fraction]:
    """The counts of the sentences right in front, in the paragraph of an average."""
    paragraph, near = text.sentences[index].paragraph, text.sentences[max(0, index - BACK) : index]
    yield from (one.exact for front in near if front.paragraph == paragraph for one in front.of_kind("count"))


def _added_up(text: Text, index: int, whole: Mention) -> int:
    """How many sums of a sentence in front of a sum add up to it: "20,000, 30,000 and 40,000, 90,000 in all"; or 0."""
    for near in _near_sentences(text, index):
        front = [one for one in near.quantities(whole.unit) if whole not in near.mentions or one.end <= whole.start]
        if whole.unit and len(front) > 1 and sum((one.exact for one in front), Fraction(0)) == whole.exact:
            return len(front)
    return 0


def says_average(text: str, language: str) -> bool:
    """Whether some words speak of an average."""
    return phrases.pattern(language, "average").search(text) is not None


def _multiplied(text: Text, index: int, said: _Told) -> Iterator[Finding]:
    """As "three stations were fined five million each. The bill: 15 million", the sentence behind."""
    sentence, behind = text.sentences[index], text.sentences[index + 1 : index + 2]
    counts = [one for one in _nouns(sentence, text.language) if one.one.end <= said.one.start and not one.one.unit]
    large = [one for one in sentence.of_kind("count", "amount") if one.unit or one.exact >= LARGE]
    for near in behind if len(large) == 1 else ():  # the sum itself, and no other that is paid once
        sums = [one.one for one in _nouns(near, text.language) if _same(one, said)]
        if near.block != sentence.block or len(counts) != 1 or len(near.mentions) != 1 or len(sums) != 1:
            continue
        exact = said.one.exact * counts[0].one.exact
        why = f"{plain(counts[0].one.exact)} x {plain(said.one.exact)} = {plain(exact)}"
        if not _adds_up(near, text.language) or not _near(sums[0], exact):
            continue
        held = sums[0].exact == exact
        right = "" if held else form.count(exact, sums[0], near, text.language)
        yield finding(near, Kind.RATIO, Outcome(Verdict.HOLDS if held else Verdict.DIFFERS, right, why), sums[0])


def _adds_up(sentence: Sentence, language: str) -> bool:
    return any(phrases.says(language, word, sentence.text) for word in ("in_all", "bill"))


@lru_cache(maxsize=KEPT)
def averaged(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "on average" stands in front of a number, with no other number between."""
    front = [other.end for other in sentence.mentions if other.end <= one.start]
    return phrases.says(language, "average", re.split("[,;]", sentence.text[max(front, default=0) : one.start])[-1])


@lru_cache(maxsize=KEPT)
def _nouns(sentence: Sentence, language: str) -> tuple[_Told, ...]:
    """The counts and amounts of a sentence, and its terms of years, with the noun behind each."""
    ones = [*sentence.of_kind("count", "amount"), *_years(sentence, language)]
    told = {one.start: one for one in ones if one.value > 0}
    return tuple(_Told(one, _noun(sentence, one)) for _, one in sorted(told.items()))


def _noun(sentence: Sentence, one: Mention) -> str:
    found = _NOUN.match(sentence.text, one.end)
    return found[1] if found and not one.unit else ""


def _years(sentence: Sentence, language: str) -> Iterator[Mention]:
    """Terms of years: "together 52 years", "on average six and a half years"."""
    for half in lastings(sentence.text, language):
        if half.unit == "years" and half.value.denominator > 1:
            yield Mention(half.number[0], half.end, Decimal(str(float(half.value))), "amount", "years")
    for one in numbers.find(sentence.text, language):
        if one.value < LONGEST and phrases.begins_with(
            language, "term_years", sentence.text[one.end : one.end + REACH]
        ):
            yield Mention(one.start, one.end, Decimal(one.value), "amount", "years")


def is_average(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "on average" stands in front of a number or behind it, with no other number or clause between."""
    front = [other.end for other in sentence.mentions if other.end <= one.start]
    behind = [other.start for other in sentence.mentions if other.start >= one.end]
    before = sentence.text[max([*front, one.start - REACH, 0]) : one.start]
    after = sentence.text[one.end : min([*behind, one.end + REACH])]
    clause = _CLAUSE.split(before)[-1]
    if phrases.says(language, "average_known", clause):
        return False  # "the average wage was then 950 roubles" is an average of no sum of the text
    near = clause.rsplit(",", 1)[-1] + " | " + _BREAK.split(after)[0]
    return phrases.says(language, "average", near) or phrases.ends_with(language, "average", clause)


def _wholes(text: Text, index: int, said: _Told) -> list[Mention]:
    """The sums in front, told in what the average is told in: here, else in sentences just in front; last first."""
    for near in _near_sentences(text, index):
        front = [
            one
            for one in _nouns(near, text.language)
            if near is not text.sentences[index] or one.one.end <= said.one.start
        ]
        sums = [one.one for one in front if one.one.value > said.one.value and _same(one, said)]
        sums = [one for one in sums if not is_average(near, one, text.language)]
        if sums:
            return sums[::-1]
    return _lasted(text.sentences[index], said.one, text.language)


def _lasted(sentence: Sentence, said: Mention, language: str) -> list[Mention]:
    """The one duration in front of an average without a unit: "lasted 1,222 days in all, on average 13 each"."""
    front = [one for one in sentence.of_kind("amount") if one.end <= said.start and one.exact > said.exact]
    each = any(phrases.begins_with(language, word, sentence.after(said, REACH)) for word in ("each_sum_behind", "per"))
    return front if len(front) == 1 and len(front[0].unit) < MONEY and each and not said.unit else []


def _same(sum_: _Told, said: _Told) -> bool:
    """Whether two numbers are told in one unit, or with one noun."""
    if sum_.one.unit or said.one.unit:
        return sum_.one.unit == said.one.unit
    return bool(sum_.noun) and alike(sum_.noun, said.noun)


def _counts(text: Text, index: int, said: _Told) -> list[Mention]:
    """The numbers that a sum is divided by: those with the noun of "per case", else those nearest in front."""
    language = text.language
    shared = _shared_by(text.sentences[index], said.one, language)
    named: list[Mention] = []
    for near in _near_sentences(text, index):
        ones = [
            one for one in _nouns(near, text.language) if not one.one.unit and one.one.value > 1 and one.one != said.one
        ]
        ones = [one for one in ones if not (_same(one, said) or _is_rest(near, one.one, said, text.language))]
        if near is text.sentences[index]:
            ones = [one for one in ones if one.one.end <= said.one.start]
            if len(ones) == 1 and any(phrases.says(language, "anyone", word) for word in shared):
                return [ones[0].one]
        own = [one.one for one in ones if any(_is(word, noun) for word in shared for noun in _named(near, one))]
        if own:
            return _divided(text, near, own) or divisors.with_parts(near, own, text.language)
        named = named or divisors.undivided(near, [one.one for one in ones], text.language)
    return [] if means.is_of_time(text.sentences[index], said.one, text.language) else named


def _divided(text: Text, sentence: Sentence, own: Sequence[Mention]) -> list[Mention]:
    """The number of the sentence in front that some are the parts of: "Of the 14 suits ... Five won, nine did not"."""
    index = text.sentences.index(sentence)
    front = text.sentences[index - 1].of_kind("count")[:1] if index else ()
    parts = sentence.of_kind("count")
    if len(parts) < 2 or own[0] is not parts[0]:
        return []
    return [one for one in front if one.exact == sum(part.exact for part in parts)]


def _is(word: str, noun: str) -> bool:
    """Whether two words are one; of short ones the last letter may change: "дело", "делам"."""
    short, long = sorted((word.lower(), noun.lower()), key=len)
    ended = len(short) >= SHORTEST and long.startswith(short[:-1]) and len(long) - len(short) < len(short) - 1
    return alike(word, noun) or (ended and len(short) <= LENGTH)


def _named(sentence: Sentence, told: _Told) -> Sequence[str]:
    """The noun of a number, and the word behind it where that may be an adjective: "14 civil lawsuits"."""
    found = _TWO.match(sentence.text, told.one.end)
    return (told.noun, found[1]) if found and told.noun else (told.noun,)


def _is_rest(sentence: Sentence, one: Mention, said: _Told, language: str) -> bool:
    """Whether a sum in front was not shared by these: "one was fined 12,000, the other two 9,500 each"."""
    front = any(other.one.end <= one.start and _same(other, said) for other in _nouns(sentence, language))
    return front and phrases.ends_with(language, "rest", sentence.before(one, REACH))


def _is_of_another(text: Text, index: int, said: Mention, whole: Mention) -> bool:
    """Whether a number further in front, in a sentence with the noun of "per case", makes an average right."""
    shared = _shared_by(text.sentences[index], said, text.language)
    return any(
        any(agrees(said, whole.exact, one.exact) for one in near.of_kind("count") if one.value > 1)
        for near in text.sentences[max(0, index - WIDE) : index]
        if any(alike(noun, word) for noun in shared for word in _WORD.findall(near.text))
    )


def _near_sentences(text: Text, index: int) -> Iterator[Sentence]:
    for near in reversed(text.sentences[max(0, index - BACK) : index + 1]):
        if near.block == text.sentences[index].block:
            yield near


def _shared_by(sentence: Sentence, said: Mention, language: str) -> Sequence[str]:
    """The nouns of "per case", "на один иск", "бір іске" around an average, of "average fine" and "these cases"."""
    around = f"{sentence.before(said, REACH)} | {sentence.after(said, REACH)}"
    named = [found[1] for pattern in (_per(language), _average_of(language)) for found in pattern.finditer(around)]
    return named + [found[1] for found in _these(language).finditer(sentence.text[: said.start])]


@cache
def _average_of(language: str) -> re.Pattern[str]:
    """The noun right behind "average": "the average fine", "средний штраф", "орташа айыппұл"."""
    return re.compile(rf"(?:{phrases.words(language, 'average')})\s+([^\W\d_]{{4,}})", re.IGNORECASE)


@cache
def _these(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'these')})\s+([^\W\d_]{{3,}})", re.IGNORECASE)


@cache
def _per_one(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'per_one')})\s+[^\W\d_]{{3,}}", re.IGNORECASE)


def _is_per_one(sentence: Sentence, said: Mention, language: str) -> bool:
    """Whether a sum of money says what it makes of each without "average": "which makes 12,000 lari per lost case"."""
    if len(said.unit) < MONEY or means.is_of_time(sentence, said, language):
        return False
    front = re.split(r"[;:]", sentence.before(said, REACH))[-1]
    if _opening(language).fullmatch(front):
        return True
    told = _same_as(language).search(front)
    named = _per_one(language).search(re.split("[,;:]", sentence.after(said, REACH))[0])
    return told is not None and (named is not None or bool(told["each"]))


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What opens a sentence on the part of one: "Per person this makes ", "Бір адамға шаққанда бұл "."""
    return re.compile(rf"\W*(?:{phrases.words(language, 'per_one_front')})(?:[\s,]+[^\W\d_]+){{0,3}}\s+", re.IGNORECASE)


@cache
def _same_as(language: str) -> re.Pattern[str]:
    """What says in front of a sum that it is another in other words; "for each case" may stand between them."""
    words, each, fill = (phrases.words(language, told) for told in ("same_as", "per_one", "same_as_filler"))
    per = rf"(?P<each>(?:{each})\s+(?:[^\W\d_]+\s+){{1,2}})?"
    return re.compile(rf"(?:{words})[\s,]+{per}(?:(?:{fill})\s+)?$", re.IGNORECASE)


@cache
def _per(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'per')})\s+(?:[^\W\d_]+\s)??([^\W\d_]+)", re.IGNORECASE)


def _near(said: Mention, exact: Fraction) -> bool:
    return exact / FAR <= said.exact <= exact * FAR


def _finding(sentence: Sentence, said: Mention, outcome: Outcome) -> Finding:
    """As `finding`; a term of years is none of the numbers of its sentence, so that the nearest one has its line."""
    near = min(sentence.mentions, key=lambda one: abs(one.start - said.start), default=None)
    line, excerpt = sentence.line_of(near) if near else sentence.line, sentence.excerpt(said)
    return Finding(
        line=line, text=excerpt, kind=Kind.RATIO, verdict=outcome.verdict, should_be=outcome.should_be, why=outcome.why
    )


def _judge(sentence: Sentence, said: Mention, whole: Mention, count: Fraction, language: str) -> Outcome:
    exact = whole.exact / count
    why = f"{plain(whole.exact)} / {plain(count)} = {plain(exact)}"
    if agrees(said, whole.exact, count):
        return Outcome(Verdict.HOLDS, why=why)
    return Outcome(Verdict.DIFFERS, form.count(half_up(exact, said.decimals), said, sentence, language), why)
