"""The places that a text gives to numbers told beside them, and to its year among the last few.

"Almaty with 87 ranks first, Astana (52) second and Shymkent (38) third": the numbers must fall with the places.
"2023 is the second-worst of the four years" is held against the numbers of all four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases, spans
from kuzet.observatory.write.check.reading.concepts import ALL
from kuzet.observatory.write.check.reading.words import Finding, Kind, Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations.facts import Facts
from kuzet.observatory.write.check.series.orders import Series

LOWEST: Final = 10
"""The last place that is told as one."""

FEWEST: Final = 3
"""Places that show an order, and years of which one can be the second."""

NEAR: Final = 32
"""Characters behind an ordinal in which its "place" or its superlative stands."""


_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


class Standing(NamedTuple):
    """A place with the number that is told to have it."""

    place: int
    one: Mention
    sentence: Sentence


def standings(text: Text, index: int, found: Sequence[Series], facts: Facts) -> Iterator[Finding]:
    """The places of one sentence."""
    yield from _of_list(text, index)
    yield from _of_year(text, index, found, facts)


def _of_list(text: Text, index: int) -> Iterator[Finding]:
    """The one place of a list whose number breaks the order; the later of two where either may."""
    sentence, language = text.sentences[index], text.language
    front = text.sentences[index - 1] if index else None
    near = [front, sentence] if front is not None and front.paragraph == sentence.paragraph else [sentence]
    told = [one for part in near for one in _told(part, language)]
    if not any(one.sentence is sentence for one in told) or _is_done(text, index):
        return
    places = [one.place for one in told]
    if len(told) < FEWEST or sorted(places) != list(range(1, len(told) + 1)) or _is_other(near, language):
        return
    odd = _odd(sorted(told, key=lambda one: one.place))
    if odd:
        why = ", ".join(plain(one.one.exact) for one in sorted(told, key=lambda one: one.place))
        yield _finding(odd.sentence, odd.one.start, Outcome(Verdict.DIFFERS, why=why))


def _is_done(text: Text, index: int) -> bool:
    """Whether the sentence behind goes on with the list, and judges all of it."""
    behind = text.sentences[index + 1 : index + 2]
    return (
        bool(behind) and behind[0].paragraph == text.sentences[index].paragraph and any(_told(behind[0], text.language))
    )


def _is_other(near: Sequence[Sentence], language: str) -> bool:
    """Whether ordinals are no places by number, the most first: those of quarters, or from the end."""
    ways = ("placed_other", "lowest", "calmest", "earlier", "quarter_year", "half_year")
    barred = any(phrases.says(language, way, one.text) for way in ways for one in near)
    return barred or not any(phrases.says(language, "standing_word", one.text) for one in near)


def _odd(told: Sequence[Standing]) -> Standing | None:
    """The number without which the others fall; the last of several such, None where the order is right."""
    values = [one.one.exact for one in told]
    if _falls(values):
        return None
    mended = [place for place in range(len(values)) if _falls([*values[:place], *values[place + 1 :]])]
    return told[mended[-1]] if mended else None


def _falls(values: Sequence[Fraction]) -> bool:
    return all(left >= right for left, right in pairwise(values))


@lru_cache(maxsize=512)
def _told(sentence: Sentence, language: str) -> tuple[Standing, ...]:
    """The places of a sentence whose piece has one number, or its only place with its only number."""
    found: list[Standing] = []
    counts = [one for one in sentence.of_kind("count") if one.value > 1 or sentence.text[one.start].isdigit()]
    ordinals = [(one.start, int(one.value)) for one in _ordinals(sentence, language)]
    if len(ordinals) == 1 and len(counts) == 1:
        return (Standing(ordinals[0][1], counts[0], sentence),)
    for start, end in _pieces(sentence.text, language):
        places = [place for at, place in ordinals if start <= at < end]
        ones = [one for one in counts if start <= one.start < end]
        if len(places) == 1 and len(ones) == 1:
            found.append(Standing(places[0], ones[0], sentence))
    return tuple(found)


def _ordinals(sentence: Sentence, language: str) -> list[numbers.FoundNumber]:
    told = numbers.find(sentence.text, language)
    ranked = [one for one in told if one.kind == "ordinal" and 0 < one.value <= LOWEST]
    return [one for one in ranked if not _no_place(language).match(sentence.text, one.end)]


@cache
def _no_place(language: str) -> re.Pattern[str]:
    """Quarters, halves and articles, whose ordinals are no places."""
    words = phrases.any_of(language, "quarter_year", "half_year", "rank_not")
    return re.compile(rf"(?:-?[^\W\d]{{1,4}})?\s(?:{words})", re.IGNORECASE)


def _pieces(text: str, language: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in _parting(language).finditer(text):
        yield at, found.start()
        at = found.end()
    yield at, len(text)


@cache
def _parting(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;:]\s|\s(?:{phrases.words(language, 'and')})\s", re.IGNORECASE)


def _of_year(text: Text, index: int, found: Sequence[Series], facts: Facts) -> Iterator[Finding]:
    """As "2023 is the second-worst of the four years", "по числу случаев этот год – второй за четыре года"."""
    sentence, language = text.sentences[index], text.language
    lengths = {years for _, _, years in spans.lengths(sentence, language)}
    if len(lengths) != 1:
        return
    named = {int(found) for found in _YEAR.findall(sentence.text)}
    ordinals = [one for one in _ordinals(sentence, language) if _is_place(sentence, one, language)]
    if len(ordinals) != 1 or named - {text.year} or not (named or _is_this_year(sentence, language)):
        return
    if sentence.of_kind("percent") or phrases.says(language, "in_a_row", sentence.text):
        return
    length = lengths.pop()
    wanted = range(text.year - length + 1, text.year + 1)
    known = _years(text, found, facts)
    years = {year: known[year] for year in wanted if year in known}
    if len(years) != length or length < FEWEST or not 0 < ordinals[0].value <= length:
        return
    calm = any(phrases.says(language, way, sentence.text) for way in ("calmest", "lowest"))
    own = years[text.year]
    ahead = sum(value < own if calm else value > own for value in years.values())
    level = sum(value == own for value in years.values())
    held = ahead < ordinals[0].value <= ahead + level
    why = ", ".join(f"{plain(value)} in {year}" for year, value in years.items())
    outcome = Outcome(Verdict.HOLDS, why=why) if held else Outcome(Verdict.DIFFERS, str(ahead + 1), why)
    yield _finding(sentence, ordinals[0].start, outcome)


def _is_place(sentence: Sentence, one: numbers.FoundNumber, language: str) -> bool:
    """Whether an ordinal is a place: "second-worst", "второе место", "the second highest"."""
    behind = sentence.text[one.end : one.end + NEAR]
    piece = re.split("[,;:.]", behind)[0]
    return any(phrases.says(language, way, piece) for way in ("placed", "busiest", "calmest", "highest", "lowest"))


def _is_this_year(sentence: Sentence, language: str) -> bool:
    return any(phrases.says(language, way, sentence.text) for way in ("latest", "timely_year"))


def _years(text: Text, found: Sequence[Series], facts: Facts) -> Mapping[int, Fraction]:
    """The numbers of all incidents by year: those of tables and prose, and those told right behind their year."""
    known = dict(_beside(text)) | dict(facts.by_year(ALL))
    for one in found:
        if one.kind == "year" and not one.words and known.get(text.year) in (None, one.values.get(("year", text.year))):
            known |= {int(year): value for (_, year), value in one.values.items()}
    return known


def _beside(text: Text) -> Iterator[tuple[int, Fraction]]:
    """As "2021 with 214 cases", "2020 (97)"."""
    for sentence in text.sentences:
        for year in sentence.of_kind("year"):
            behind = next((one for one in sentence.of_kind("count") if one.start >= year.end), None)
            if behind and _with(text.language).fullmatch(sentence.text, year.end, behind.start):
                yield int(year.value), behind.exact


@cache
def _with(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\s(:–—-]*(?:(?:{phrases.words(language, 'timely_with')})\s)?", re.IGNORECASE)


def _finding(sentence: Sentence, start: int, outcome: Outcome) -> Finding:
    near = [one for one in sentence.mentions if one.start >= start] or [*sentence.mentions]
    return Finding(
        line=sentence.line_of(near[0]) if near else sentence.line,
        text=" ".join(sentence.text[max(0, start - NEAR) : start + NEAR].split()),
        kind=Kind.RECORD,
        verdict=outcome.verdict,
        should_be=outcome.should_be,
        why=outcome.why,
    )
