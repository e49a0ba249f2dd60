"""Sums, averages and medians over years, halves and quarters: "674 in six years", "112 a year on average"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import concepts, phrases, spans, terms
from kuzet.observatory.write.check.reading.concepts import ALL
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
from kuzet.observatory.write.check.relations import averages, series
from kuzet.observatory.write.check.relations.facts import Facts
from kuzet.observatory.write.check.slips import is_slip

FAR: Final = Fraction(3, 10)
"""A number that is off by more than this part was said of something else."""

CLOSE: Final = Fraction(1, 10)
"""The same for halves and quarters, whose words do not say that they make up the year."""

MONTHS: Final = 12
LENGTHS: Final = (("half_year", 6), ("quarter_year", 3), ("nine_months", 9))
NEAR: Final = 6
"""Sentences in front in which the number of a part of the year is looked for."""

LEAD: Final = 4
"""Sentences at the start that may tell what part of a year a text is on."""

HALVES: Final = ([1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12])
"""The months of the halves of a year."""

_COMMA: Final = re.compile(r"[,;:]")

PARTS: Final = (("half_year", 2), ("quarter_year", 4))
BACK: Final = 2
"""Sentences in front in which the span of an average is looked for."""


def periods(text: Text, index: int, facts: Facts) -> Iterator[Finding]:
    """What one sentence says of several years, or of the parts of one."""
    sentence = text.sentences[index]
    if concepts.found(sentence.text, text.language) or phrases.says(text.language, "other_noun", sentence.text):
        return
    for judged in (_sum, _average, _monthly, _median):
        found = judged(text, index, facts)
        if found:
            yield finding(sentence, Kind.PERIOD, _outcome(sentence, *found, text.language), found[0])
    yield from _divided(text, sentence)
    yield from _of_months(text, index)


def _outcome(sentence: Sentence, one: Mention, exact: Fraction, why: str, language: str) -> Outcome:
    if match(one.exact, exact, one.decimals) is not Match.NO:
        return Outcome(Verdict.HOLDS, why=why)
    right = form.count(exact if exact.denominator == 1 else round(exact, max(1, one.decimals)), one, sentence, language)
    return Outcome(Verdict.DIFFERS, right, f"{why}, not {plain(one.exact)}")


def _near(one: Mention, exact: Fraction) -> bool:
    return abs(one.exact - exact) <= exact * FAR


def _sum(text: Text, index: int, facts: Facts) -> tuple[Mention, Fraction, str] | None:
    """A number of several years against the numbers of the years: listed beside it, or elsewhere in the text."""
    sentence = text.sentences[index]
    beside = series.dated(sentence)
    alone = [one for one in series.undated(sentence) if not averages.averaged(sentence, one, text.language)]
    if len(alone) != 1:
        return None
    if len(beside) >= series.FEWEST:
        numbers: list[Fraction] | None = [one.exact for one in beside.values()]
    elif beside or not spans.spanned(sentence, alone[0], text.language):
        return None
    else:
        length = _length(text, index)
        numbers = (
            series.last(facts.by_year(ALL), text.year, length) or _in_front(text, index, length) if length else None
        )
    if not numbers or alone[0].exact <= max(numbers) or not _near(alone[0], sum(numbers, Fraction(0))):
        return None
    told = _totalled(facts, len(numbers), alone[0])
    return alone[0], told or sum(numbers, Fraction(0)), _added(numbers)


def _in_front(text: Text, index: int, length: int) -> list[Fraction] | None:
    """The numbers of so many years that the sentence in front lists; the text's own year may go without its name."""
    front = text.sentences[index - 1] if index else None
    if front is None or front.block != text.sentences[index].block:
        return None
    told = {year: one.exact for year, one in series.dated(front).items()}
    own = [one.exact for one in series.undated(front)]
    told |= {text.year: own[0]} if len(own) == 1 and text.year not in told else {}
    return series.last(told, text.year, length) if len(told) == length else None


def _totalled(facts: Facts, years: int, one: Mention) -> Fraction | None:
    """What makes a number right that is the total of a table, or its part of a year, whatever its years add up to."""
    ways = (way for total in facts.totals for way in (total, total / years))
    return next((way for way in ways if match(one.exact, way, one.decimals) is not Match.NO), None)


def _added(numbers: Sequence[Fraction]) -> str:
    return f"{' + '.join(plain(one) for one in numbers)} = {plain(sum(numbers, Fraction(0)))}"


def _length(text: Text, index: int) -> int:
    """The years up to the text's that a sentence names, or one just in front; 0 where none does."""
    for sentence in reversed(text.sentences[max(0, index - BACK) : index + 1]):
        if found := spans.covered(sentence, text.language, text.year):
            return len(found) if found[-1] == text.year else 0
    return 0


def _average(text: Text, index: int, facts: Facts) -> tuple[Mention, Fraction, str] | None:
    """An average a year."""
    sentence, language = text.sentences[index], text.language
    years = facts.by_year(ALL)
    alone = [one for one in series.undated(sentence) if averages.averaged(sentence, one, language)]
    said = phrases.says(language, "a_year", sentence.text)
    numbers = series.last(years, text.year, _length(text, index) or len(years)) if said else None
    if len(alone) != 1 or not numbers or len(numbers) < 2:
        return None
    exact = _totalled(facts, len(numbers), alone[0]) or sum(numbers, Fraction(0)) / len(numbers)
    return (
        (alone[0], exact, f"{_added(numbers)}, / {len(numbers)} = {plain(exact)}") if _near(alone[0], exact) else None
    )


def _monthly(text: Text, index: int, _: Facts) -> tuple[Mention, Fraction, str] | None:
    """An average a month of the text's year, or of the part of a year that the sentence names."""
    sentence, language = text.sentences[index], text.language
    mean = any(phrases.says(language, word, sentence.text) for word in ("average", "mean_month"))
    said = mean and phrases.says(language, "a_month", sentence.text)
    counts = [one for one in sentence.of_kind("count") if sentence.year_of(one) in (None, text.year)]
    alone = counts if len(counts) == 1 else [one for one in counts if _is_a_month(sentence, one, language)]
    if not said or text.total is None or len(alone) != 1:
        return None
    length = _part(sentence, language) or months_of(text)
    wholes = _of_part(text, index, length) if length < MONTHS else []
    wholes += [text.total.mention.exact] if length == months_of(text) else []
    wholes += [one.exact for one in counts if one.end <= alone[0].start or _is_a_year_of(one, alone[0], length)]
    near = sorted((abs(whole / length - alone[0].exact), whole) for whole in wholes)
    if not near or not _near(alone[0], near[0][1] / length):
        return None
    return alone[0], near[0][1] / length, f"{plain(near[0][1])} / {length} = {plain(near[0][1] / length)}"


def _is_a_year_of(whole: Mention, one: Mention, length: int) -> bool:
    """Whether a number behind an average is what it comes to: "17 a month, 204 in all"."""
    return whole.start >= one.end and match(one.exact, whole.exact / length, one.decimals) is not Match.NO


def _is_a_month(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "a month" stands beside a number, no comma or other number between."""
    left = max((other.end for other in sentence.mentions if other.end <= one.start), default=0)
    right = min((other.start for other in sentence.mentions if other.start >= one.end), default=len(sentence.text))
    front, behind = _COMMA.split(sentence.text[left : one.start])[-1], _COMMA.split(sentence.text[one.end : right])[0]
    return any(phrases.says(language, "a_month", words) for words in (front, behind))


def _part(sentence: Sentence, language: str) -> int:
    """The months of the part of a year that a sentence is on; 0 where it names none."""
    told = (length for relation, length in LENGTHS if phrases.says(language, relation, sentence.text))
    return terms.span(sentence, language) or next(told, 0)


def _of_part(text: Text, index: int, length: int) -> list[Fraction]:
    """The counts of the sentences in front that tell parts of the same length."""
    block, near = text.sentences[index].block, text.sentences[max(0, index - NEAR) : index]
    told = [one for one in near if one.block == block and _part(one, text.language) == length]
    return [one.exact for sentence in told for one in sentence.of_kind("count")]


def months_of(text: Text) -> int:
    """How many months a text is on, by its first sentences: "January to June", "first half of 2021"; else a year."""
    for sentence in text.sentences[:LEAD]:
        if length := _part(sentence, text.language):
            return length
    return MONTHS


def _median(text: Text, index: int, facts: Facts) -> tuple[Mention, Fraction, str] | None:
    """The median of the years."""
    sentence, alone = text.sentences[index], list(series.undated(text.sentences[index]))
    if not alone or not phrases.says(text.language, "median", sentence.text):
        return None
    numbers = series.last(facts.by_year(ALL), text.year, _length(text, index))
    if not numbers:
        return None
    exact = Fraction(median(numbers))
    return (alone[0], exact, f"the median is {plain(exact)}") if _near(alone[0], exact) else None


def _divided(text: Text, sentence: Sentence) -> Iterator[Finding]:
    """The halves or the quarters of the year, which make up its number."""
    ones = sentence.of_kind("count")
    years = {int(one.value) for one in sentence.of_kind("year")} - {text.year}
    for relation, size in PARTS:
        if years or text.total is None or len(ones) != size or _compares(sentence, text.language):
            continue
        if any(_is_a_month(sentence, one, text.language) for one in ones):
            continue  # "in the second half 30, or five a month"
        total, whole = sum((one.exact for one in ones), Fraction(0)), text.total.mention.exact
        slipped = (
            any(is_slip(one.exact, one.exact + whole - total) for one in ones) and abs(total - whole) <= whole * FAR
        )
        near = slipped or abs(total - whole) <= whole * CLOSE
        if phrases.says(text.language, relation, sentence.text) and near:
            why = _added([one.exact for one in ones])
            differs = Outcome(
                Verdict.DIFFERS, form.count(whole, ones[0], sentence, text.language), f"{why}, not {plain(whole)}"
            )
            yield finding(sentence, Kind.PERIOD, Outcome(Verdict.HOLDS, why=why) if total == whole else differs, *ones)


def _compares(sentence: Sentence, language: str) -> bool:
    """Whether a sentence sets a part of a year against the same part of another: "47 against 33"."""
    return any(phrases.says(language, word, sentence.text) for word in ("against", "earlier", "back_then"))


def _of_months(text: Text, index: int) -> Iterator[Finding]:
    """A half of the year against its six months, told behind a colon and in the sentences that follow."""
    sentence, language = text.sentences[index], text.language
    whole, colon = sentence.of_kind("count")[:1], sentence.text.find(": ")
    if not whole or whole[0].end > colon or not phrases.says(language, "half_year", sentence.text):
        return
    told: dict[int, Fraction] = {}
    for near in text.sentences[index : index + BACK]:
        if near.block == sentence.block:
            found = terms.counted(near, language).items()
            told |= {term: one.exact for (kind, term), one in found if kind == "month" and one is not whole[0]}
    if sorted(told) not in HALVES:
        return
    numbers = [told[month] for month in sorted(told)]
    exact = sum(numbers, Fraction(0))
    if abs(exact - whole[0].exact) <= exact * CLOSE:
        yield finding(sentence, Kind.PERIOD, _outcome(sentence, whole[0], exact, _added(numbers), language), whole[0])
