"""What is said of the years up to the report's: "the highest for four years", "growing for the third year in a row".

The years are those of a list in the sentence, or of a series of the text that has the number told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases, spans, when
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict
from kuzet.observatory.write.check.series import meant
from kuzet.observatory.write.check.series.orders import Series, telling

FEWEST: Final = 3
"""Years of which one can be the highest, or that can rise one after another."""

NEAR: Final = 24
"""Characters behind "highest" in which "increase" makes it one of changes."""

OPPOSITE: Final = {"lowest": "highest", "highest": "lowest"}

_CLAUSE: Final = re.compile(r"[,;:.]\s|\s[–—]\s")

Years = Mapping[int, Fraction]


def trends(text: Text, index: int, found: tuple[Series, ...]) -> Iterator[Finding]:
    """The claims of one sentence on the years up to the report's."""
    sentence = text.sentences[index]
    if not phrases.says(text.language, "one_of", sentence.text):
        yield from _records(text, sentence, found)
        yield from _steady(text, index, found)


def _records(text: Text, sentence: Sentence, found: tuple[Series, ...]) -> Iterator[Finding]:
    """That a number told is the highest or the lowest of the last years."""
    language = text.language
    length = next((years for _, _, years in spans.lengths(sentence, language)), 0)
    if not length and not phrases.says(language, "all_time", sentence.text):
        return
    told = [(way, one) for way in OPPOSITE for one in phrases.pattern(language, way).finditer(sentence.text)]
    told = [(way, one) for way, one in told if _is_of_level(sentence, one, language)]
    lists = list(_lists(text, sentence, found))
    if len(told) != 1 or not lists:
        return
    way = told[0][0]
    outcomes = [_ranked(way, _last(years, text.year, length), text.year) for years in lists]
    why = "; ".join(dict.fromkeys(_shown(years) for years in lists))
    if "" in outcomes:
        yield _finding(sentence, Verdict.HOLDS, "", why)
    elif len(set(outcomes)) == 1:
        yield _finding(sentence, Verdict.DIFFERS, outcomes[0], why)


def _is_of_level(sentence: Sentence, word: re.Match[str], language: str) -> bool:
    """Whether "highest" is said of a number, and not of an increase, nor as "second-highest" or "most of"."""
    front, behind = sentence.text[: word.start()], sentence.text[word.end() : word.end() + NEAR]
    ranked = any(len(front) - one.end <= 1 and one.kind == "ordinal" for one in numbers.find(front, language))
    change = phrases.says(language, "move_noun", behind)
    return not ranked and not change and not phrases.says(language, "no_record", word[0] + behind)


def _lists(text: Text, sentence: Sentence, found: tuple[Series, ...]) -> Iterator[Years]:
    """The years that a number of the sentence ends: those beside it, or those of a series that has it this year."""
    ones = sentence.of_kind("count")
    dated = [(year, one) for one in ones if (year := sentence.year_of(one)) and sentence.order_of(one) != when.LATEST]
    now = [one for one in ones if not any(one is other for year, other in dated if year != text.year)]
    past = {year: one.exact for year, one in dated if year < text.year}
    each_once = len(past) + len(now) == len(ones)
    if each_once and len(past) >= FEWEST - 1 and len(now) == 1:
        if max(past) == text.year - 1:
            yield past | {text.year: now[0].exact}
        return
    counts = {one.exact for one in sentence.of_kind("count") if sentence.year_of(one) in (None, text.year)}
    said = telling(sentence.text, text.language)
    for one in found:
        years = _years(one)
        if years.get(text.year) in counts and (not one.words or one.words & said):
            yield years


def _years(one: Series) -> dict[int, Fraction]:
    """The numbers of a series by year; none for another kind."""
    return {int(year): value for (kind, year), value in one.values.items() if kind == "year"}


def _last(years: Years, until: int, length: int) -> Years:
    """The last years, as many as are told; all for 0."""
    return {year: value for year, value in years.items() if year <= until and (not length or year > until - length)}


def _ranked(way: str, years: Years, now: int) -> str:
    """Nothing where the number of this year is the highest or lowest, else what it is."""
    value, others = years[now], [value for year, value in years.items() if year != now]
    lower = way == "lowest"
    beaten = {year for year, other in years.items() if (other < value if lower else other > value)}
    if not beaten:
        return ""
    opposite = all(other < value if lower else other > value for other in others)
    return OPPOSITE[way] if opposite else f"{way} since {max(beaten)}"


def _steady(text: Text, index: int, found: tuple[Series, ...]) -> Iterator[Finding]:
    """That a number rises, or falls, every year."""
    sentence, language = text.sentences[index], text.language
    cue = phrases.pattern(language, "steady").search(sentence.text)
    clause = _clause(sentence.text, cue) if cue else ""
    rises = _rises(clause, language)
    if not clause or rises is None or phrases.says(language, "not_number_of", clause):
        return
    if not any(phrases.says(language, way, clause) for way in ("incidents", "subject_all")):
        return  # "every year more journalists leave" is no number of the series
    rest, named = _rest(clause, language), frozenset().union(*(one.words for one in found))
    said = meant.Said(rest, rest, sure=False, named=named)
    timely = [one for one in found if one.kind == "year"]
    length = _length(sentence, clause, language)
    lists = [_last(_years(one), text.year, length) for one in meant.fitting(text, index, timely, said)]
    verdicts = {_goes(years, rises=rises) for years in lists if len(years) >= min(FEWEST, length or FEWEST)}
    if len(verdicts) == 1 and not any(sentence.year_of(one) for one in sentence.of_kind("count")):
        verdict = Verdict.HOLDS if verdicts.pop() else Verdict.DIFFERS
        should = "" if verdict is Verdict.HOLDS else "not every year"
        yield _finding(sentence, verdict, should, "; ".join(dict.fromkeys(map(_shown, lists))))


def _clause(text: str, cue: re.Match[str]) -> str:
    ends = [0, *(one.end() for one in _CLAUSE.finditer(text)), len(text)]
    return next(text[left:right] for left, right in pairwise(ends) if left <= cue.start() < right)


def _rises(clause: str, language: str) -> bool | None:
    """Whether a clause is on rising; None where it names both ways or none."""
    up, down = (phrases.says(language, way, clause) for way in ("increase", "decrease"))
    never = phrases.says(language, "never", clause)
    return None if up == down else up is not never


def _rest(clause: str, language: str) -> str:
    return _moving(language).sub(" ", clause)


@cache
def _moving(language: str) -> re.Pattern[str]:
    words = phrases.any_of(language, "steady", "increase", "decrease", "never", "in_a_row")
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _length(sentence: Sentence, clause: str, language: str) -> int:
    """The years that must rise: "the third year in a row" needs three; 0 for all."""
    told = [one for one in numbers.find(clause, language) if 1 < one.value <= spans.LONGEST]
    years = [int(one.value) for one in sentence.of_kind("year")]
    if phrases.says(language, "in_a_row", clause):
        return int(told[0].value) if len(told) == 1 else 2
    return 2 if years else 0


def _goes(years: Years, *, rises: bool) -> bool:
    values = [years[year] for year in sorted(years)]
    return all((right > left) if rises else (right < left) for left, right in pairwise(values))


def _shown(years: Years) -> str:
    return ", ".join(f"{plain(value)} in {year}" for year, value in sorted(years.items()))


def _finding(sentence: Sentence, verdict: Verdict, should: str, why: str) -> Finding:
    return Finding(line=sentence.line, text=sentence.text, kind=Kind.RECORD, verdict=verdict, should_be=should, why=why)
