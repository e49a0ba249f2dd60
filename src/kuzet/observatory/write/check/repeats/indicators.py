"""Context indicators in prose (a rank, a score, registered media) against those of a release.

The wordings are data: in `language/<language>/claims.csv` a row `indicator:CODE=CONTEXT` says how the number is told,
with `#` for it, and `about:CONTEXT` by which words its sentence, or the one in front of it, names
the thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from kuzet.language.text import tables
from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Finding, Kind, Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.repeats.registry import Registry

_NUMBER: Final = r"(?<![\d.,])(\d{1,3}(?:[\s,]\d{3})+|\d+(?:[.,]\d+)?)(?:-?[^\W\d]{1,4})?"
"""A number with its ending: "142nd", "41,11", "5 617-сі"."""

_DIGIT: Final = re.compile(r"\d")
"""Each wording has a number in digits: a sentence without one gives none for an indicator."""


class Told(NamedTuple):
    """A number that a sentence gives for an indicator."""

    code: str
    mention: Mention


def compared(text: Text, registry: Registry) -> Iterator[Finding]:
    """Each number that the words tie to an indicator, against the registry's of the same year."""
    for index, sentence in enumerate(text.sentences):
        year = _year(sentence, text.year) if _DIGIT.search(sentence.text) else 0
        for one in _told(text, index) if year else ():
            exact = registry.indicator(one.code, year)
            if exact is not None:
                yield _finding(sentence, one, _judged(one, exact, year))


def _finding(sentence: Sentence, told: Told, outcome: Outcome) -> Finding:
    line = sentence.line_of(told.mention) if told.mention in sentence.mentions else sentence.line
    return Finding(
        line=line,
        text=sentence.excerpt(told.mention),
        kind=Kind.RELEASE,
        verdict=outcome.verdict,
        should_be=outcome.should_be,
        why=outcome.why,
    )


def _judged(told: Told, exact: Fraction, year: int) -> Outcome:
    question = f"{told.code} in {year}"
    if match(told.mention.exact, exact, told.mention.decimals) is Match.NO:
        why = f"the release has {plain(exact)}, not {plain(told.mention.exact)}: {question}"
        return Outcome(Verdict.DIFFERS, plain(exact), why)
    return Outcome(Verdict.HOLDS, why=f"the release has {plain(exact)}: {question}")


def _year(sentence: Sentence, main: int) -> int:
    """The one year of a sentence, that of the text where it names none, 0 where it names several."""
    years = {int(one.value) for one in sentence.of_kind("year")}
    return min(years) if len(years) == 1 else 0 if years else main


def _told(text: Text, index: int) -> Iterator[Told]:
    """The numbers of a sentence with their indicators; of several wordings around one number the longest."""
    sentence = text.sentences[index]
    longest: dict[tuple[int, int], tuple[int, str]] = {}
    for code, (context, pattern) in _indicators(text.language).items():
        for found in pattern.finditer(sentence.text):
            span = next(found.span(group) for group in range(1, pattern.groups + 1) if found[group])
            if context == _context(text, index, span[0]):
                longest[span] = max(longest.get(span, (0, "")), (len(found[0]), code))
    for span, (_, code) in longest.items():
        yield from _number(code, sentence, span, text.language)


def _number(code: str, sentence: Sentence, span: tuple[int, int], language: str) -> Iterator[Told]:
    read = numbers.find(sentence.text[slice(*span)], language)
    if len(read) == 1:
        held = next((one for one in sentence.mentions if one.start < span[1] and span[0] < one.end), None)
        yield Told(code, held or Mention(*span, read[0].value, "count"))


def _context(text: Text, index: int, place: int) -> str:
    """What the number at a place of a sentence is about: the last thing named in front of it, else the first behind."""
    sentence = text.sentences[index]
    named = [*_named(sentence.text, text.language)]
    front = [name for start, name in named if start <= place]
    if named:
        return front[-1] if front else named[0][1]
    before = text.sentences[index - 1] if index else sentence
    earlier = [*_named(before.text, text.language)] if before.block == sentence.block else []
    return earlier[-1][1] if earlier else ""


def _named(words: str, language: str) -> list[tuple[int, str]]:
    """The contexts that some words name, in their order; of those that begin together the longest last."""
    found = [
        (one.start(), one.end(), name)
        for name, pattern in _contexts(language).items()
        for one in pattern.finditer(words)
    ]
    return [(start, name) for start, _, name in sorted(found)]


@cache
def _indicators(language: str) -> Mapping[str, tuple[str, re.Pattern[str]]]:
    """The wordings of each indicator with its context."""
    rows = [key for key in tables.pairs(language, "claims") if key.startswith("indicator:")]
    named = {key: key.partition(":")[2].partition("=") for key in rows}
    return {code: (context, _compiled(language, key)) for key, (code, _, context) in named.items()}


@cache
def _contexts(language: str) -> Mapping[str, re.Pattern[str]]:
    rows = [key for key in tables.pairs(language, "claims") if key.startswith("about:")]
    return {key.partition(":")[2]: _compiled(language, key) for key in rows}


def _compiled(language: str, key: str) -> re.Pattern[str]:
    return re.compile(phrases.words(language, key).replace(r"\#", _NUMBER), re.IGNORECASE)
