"""The average of terms of years that are listed one by one: "eight years, seven years and three years. The mean is 6".

A term may be told in years and months; the average stands behind its list or in the sentence behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check.amounts import lengths
from kuzet.observatory.write.check.arithmetic import half_up, plain
from kuzet.observatory.write.check.form import marked
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.lastings import Lasting, hedge, lastings
from kuzet.observatory.write.check.reading.words import Finding, Sentence, Text
from kuzet.observatory.write.check.relations import around, averages

FEWEST: Final = 3
"""Terms of a list."""

FACTOR: Final = 2
"""An average that is off by more than this factor is of something else."""

MONTHS: Final = 12


def years_mean(text: Text, index: int) -> Iterator[Finding]:
    """The average of a sentence against the list of terms in front of it, or in the sentence in front."""
    sentence, language = text.sentences[index], text.language
    if not averages.says_average(sentence.text, language):
        return
    told = _terms(sentence, language)
    said = told[-1] if told else None
    if said is None or hedge(sentence.text, said, language) or not _is_average(sentence, said, language):
        return
    front = text.sentences[index - 1] if index else None
    near = front if len(told) == 1 and front is not None and front.block == sentence.block else sentence
    if near is not sentence and _is_of_another(sentence, said, near, language):
        return
    terms = _run(near, told[:-1] if near is sentence else _terms(near, language), language)
    if len(terms) < FEWEST or not all(_are_all(one, len(terms)) for one in (near, sentence)):
        return
    exact = sum((one.value for one in terms), Fraction(0)) / len(terms)
    if exact / FACTOR <= said.value <= exact * FACTOR:
        places = 0 if said.value.denominator == 1 else len(plain(said.value).partition(".")[2])
        held = abs(said.value - exact) < Fraction(1, 10**places)
        right = "" if held else marked(plain(half_up(exact, max(1, places))), language)
        why = f"({' + '.join(plain(one.value) for one in terms)}) / {len(terms)} = {plain(exact)}"
        yield lengths.finding(sentence, said, right, why)


def _terms(sentence: Sentence, language: str) -> list[Lasting]:
    """The terms of a sentence in years, with the months told with them."""
    found: list[Lasting] = []
    for one in lastings(sentence.text, language):
        last = found[-1] if found else None
        if one.unit == "years":
            found.append(one)
        elif last and one.unit == "months" and _with(language).fullmatch(sentence.text, last.end, one.start):
            found[-1] = replace(last, end=one.end, value=last.value + one.value / MONTHS)
    return found


def _run(sentence: Sentence, told: Sequence[Lasting], language: str) -> Sequence[Lasting]:
    """The last terms of a sentence that nothing but commas and an "and" parts."""
    found = list(told[-1:])
    for one in reversed(told[:-1]):
        if not _joined(language).fullmatch(sentence.text, one.end, found[0].start):
            break
        found.insert(0, one)
    return found


def _are_all(sentence: Sentence, terms: int) -> bool:
    """Whether no number of a sentence says that there are more or fewer terms than are listed."""
    return all(one.exact == terms for one in sentence.of_kind("count"))


def _is_of_another(sentence: Sentence, said: Lasting, front: Sentence, language: str) -> bool:
    """Whether a sentence names something that the one in front does not: "an appeal takes three years on average"."""
    words = f"{sentence.text[: said.start]} {sentence.text[said.end :]}"
    plain_words = phrases.pattern(language, "average").sub(" ", words)
    return bool(around.unexplained(plain_words, front.text, language))


def _is_average(sentence: Sentence, said: Lasting, language: str) -> bool:
    """Whether "on average" stands in the clause of a term."""
    front = re.split(r"[;,](?!\d)", sentence.text[: said.start])[-1]
    behind = re.split(r"[;,](?!\d)", sentence.text[said.end :])[0]
    each = phrases.pattern(language, "each_sum")
    return any(phrases.says(language, "average", each.sub(" ", words)) for words in (front, behind))


@cache
def _with(language: str) -> re.Pattern[str]:
    """What stands between the years and the months of one term."""
    return re.compile(rf"\s(?:(?:{phrases.words(language, 'and')})\s)?", re.IGNORECASE)


@cache
def _joined(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s|,?\s(?:{phrases.words(language, 'and')})\s", re.IGNORECASE)
