"""Superlatives over years: "the lowest since 2018", "the peak in 2022 (469)", "one of the lowest"; and majorities.

Judged by the numbers that the text itself gives for the years; a year without a number is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import takewhile
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.concepts import ALL, Concepts
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
from kuzet.observatory.write.check.relations.facts import Fact, Facts, since
from kuzet.observatory.write.check.series.superlatives import ordinal

NEAR: Final = 60
"""Characters between the superlative and its "since"."""


def records(text: Text, index: int, facts: Facts) -> Iterator[Finding]:
    """The superlatives of one sentence that name the year they reach back to."""
    sentence = text.sentences[index]
    for relation in ("lowest", "highest"):
        for word in phrases.pattern(text.language, relation).finditer(sentence.text):
            since = _since(sentence, word, text.language)
            about = _about(text, index, facts) if since else None
            if since and about is not None:
                years, first = facts.by_year(about), int(since.value)
                if since.value >= text.year or _all_time(sentence, text.language):
                    first = min(years, default=first)
                here = {one.exact for one in sentence.of_kind("count")}  # "the highest since 2019 (51)"
                years = {year: told for year, told in years.items() if year != first or told not in here}
                outcome = _judge(relation, years, facts.year, first, _place(sentence, word, text.language))
                yield finding(sentence, Kind.RECORD, outcome, since, margin=NEAR)
                break


def _since(sentence: Sentence, word: re.Match[str], language: str) -> Mention | None:
    """The year in "lowest ... since 2018", "2018 жылдан бергі ең төмен"."""
    for year in sentence.of_kind("year"):
        between = sentence.text[word.end() : year.start] if year.start > word.end() else ""
        behind = sentence.after(year, 24)
        front = between and len(between) <= NEAR and phrases.says(language, "since", between)
        if front or (year.end <= word.start() and phrases.says(language, "since_behind", behind)):
            return year
    named = sentence.of_kind("year")
    return named[0] if len(named) == 1 and _all_time(sentence, language) else None


def _all_time(sentence: Sentence, language: str) -> bool:
    """Whether a record is one of all years: "the highest on record", "за всё время наблюдений"."""
    return phrases.says(language, "all_time", sentence.text)


def _place(sentence: Sentence, word: re.Match[str], language: str) -> int:
    """The place that a superlative claims: 2 for "the second worst", 0 for "one of the worst"."""
    near = sentence.text[max(0, word.start() - 16) : word.end() + 40]
    return 0 if phrases.says(language, "one_of", near) else ordinal(sentence.text[: word.start()], language)


def _about(text: Text, index: int, facts: Facts) -> Concepts | None:
    """What the superlative is said of: the last fact of the report's year in this sentence or just in front."""
    near = [fact for fact in _until(facts, index) if fact.year == facts.year]
    said = concepts.found(text.sentences[index].text, text.language)
    if not near:
        return None if said or _counts_other(text.sentences[index], text.language) else ALL
    last = near[-1]
    return last.concepts if not said or said <= last.concepts or last.concepts == ALL == said else None


def _counts_other(sentence: Sentence, language: str) -> bool:
    """Whether a record may be of journalists, sites or fines, and not of all incidents."""
    return bool(sentence.of_kind("count", "amount")) or phrases.says(language, "other_noun", sentence.text)


def _until(facts: Facts, index: int) -> Iterator[Fact]:
    return takewhile(lambda fact: fact.place.index <= index, since(facts.listed, index - 2))


def _judge(relation: str, years: Mapping[int, Fraction], now: int, since: int, place: int) -> Outcome:
    value = years.get(now)
    between = {year: number for year, number in years.items() if since <= year < now}
    if value is None or not between:
        return Outcome(Verdict.UNCHECKABLE, why=f"the text gives no numbers of the years from {since} on")
    lowest = relation == "lowest"
    beaten = {year: number for year, number in between.items() if (number < value if lowest else number > value)}
    beaten.pop(since, None) if len(between) > 1 and since in beaten and place else None
    listing = ", ".join(f"{plain(number)} in {year}" for year, number in sorted(between.items()))
    why = f"{plain(value)} in {now}; {listing}"
    missing = sorted(set(range(since + 1, now)) - between.keys())
    if missing and len(beaten) < place:
        return Outcome(Verdict.UNCHECKABLE, why=f"{why}; the text gives no number of {', '.join(map(str, missing))}")
    if not place or len(beaten) == place - 1:
        return Outcome(Verdict.HOLDS, why=why)
    if place > 1:
        return Outcome(Verdict.DIFFERS, f"place {len(beaten) + 1}", why)
    last = max(beaten)
    return Outcome(Verdict.DIFFERS, f"{relation} since {last}", why)
