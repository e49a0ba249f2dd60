"""The whole of a text: the number of all incidents of its year, which "of the total" refers to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match
from kuzet.observatory.write.check.reading import concepts, phrases, spans
from kuzet.observatory.write.check.reading.when import EARLIER
from kuzet.observatory.write.check.reading.words import Mention, Place, Sentence
from kuzet.observatory.write.check.relations import pairs, ties

SUMMARY: Final = 12
"""Sentences at the start in which the number of all incidents is looked for first."""

FEWEST: Final = 3
"""Percentages from which on they may name the whole of a text."""

CLEARLY: Final = 2
"""They do where more than so many times as many are of it as of the number that the words name."""

LABEL: Final = 40
"""Characters in front of a number in which a label says that it is of all incidents."""

NARROWING: Final = ("rest", "other_noun", "inside", "out_of", "and", "result", "vague")
"""Words behind a number that make it one of something else than all incidents: "40 editors reported threats"."""

LEAD: Final = 3
"""Sentences at the start in which "attacks rose from 119 to 158" tells the number of all incidents."""


def total(
    sentences: Sequence[Sentence], years: tuple[int, int], language: str, added: Collection[Fraction] = ()
) -> Place | None:
    """The number at the start of a text that most of its percentages are of, where they clearly name one.

    Else the largest count of incidents at the start, else the one there that a total row of a table has (`added`), else
    in the first sentence with a result.
    """
    named = _named(sentences, years, language)
    if named is None or named.index >= SUMMARY:
        named = _in_table(sentences, years[1], added) or named
    start = [Place(index, one) for index, told in enumerate(sentences[:SUMMARY]) for one in told.of_kind("count")]
    first = {place.mention.exact: place for place in reversed(start)}
    shared = [list(ties.shared(sentence, language).items()) for sentence in sentences]
    votes = {whole: [sum(_is_of(*told, whole) for told in listed) for listed in shared] for whole in first}
    if not votes:
        return named
    most = max(votes, key=lambda whole: sum(votes[whole]))
    least = max(FEWEST, CLEARLY * sum(votes.get(named.mention.exact, ())) + 1 if named else 0)
    scattered = sum(map(bool, votes[most])) >= FEWEST  # a few lists are of what they divide
    clear = named is None or scattered or first[most].index <= named.index
    return first[most] if clear and sum(votes[most]) >= least else named


def _in_table(sentences: Sequence[Sentence], year: int, added: Collection[Fraction]) -> Place | None:
    """The first count of the year at the start that a table adds up to: "742 messages" over "Total | 668 | 742"."""
    for index, sentence in enumerate(sentences[:SUMMARY]):
        for one in sentence.of_kind("count"):
            if one.exact in added and sentence.order_of(one) in (None, year):
                return Place(index, one)
    return None


def _is_of(part: Mention, percent: Mention, whole: Fraction) -> bool:
    return part.exact < whole and match(percent.exact, part.exact * 100 / whole, percent.decimals) is not Match.NO


def _named(sentences: Sequence[Sentence], years: tuple[int, int], language: str) -> Place | None:
    """The whole by its words; a count over other years ("392 in five years") only where no other is told."""
    since, year = years
    start = [*_counted(sentences, year, language), *_moved(sentences, language)]
    of_period = {index for index, one in enumerate(sentences[:SUMMARY]) if since and years in spans.ranges(one.text)}
    of_year = [
        place
        for place in start
        if place.index in of_period or not spans.spanned(sentences[place.index], place.mention, language)
    ]
    if start:
        return max(of_year or start, key=lambda place: place.mention.value)
    return _told(sentences, year, language)


def _counted(sentences: Sequence[Sentence], year: int, language: str) -> Iterator[Place]:
    """Counts at the start with a noun such as "incidents" right behind them, or with such a label."""
    for index, sentence in enumerate(sentences[:SUMMARY]):
        for count in sentence.of_kind("count"):
            labelled = _label(language).search(sentence.before(count, LABEL)) is not None
            told = labelled or _counts_incidents(sentence, count, language)
            told = told or _of_period(sentences, index, count, year, language)
            averaged = phrases.says(language, "average", sentence.around(count, LABEL))
            now = sentence.year_of(count) in (None, year) and sentence.order_of(count) != EARLIER
            if told and not averaged and now:
                yield Place(index, count)


def _of_period(sentences: Sequence[Sentence], index: int, count: Mention, year: int, language: str) -> bool:
    """As "418 in 2021–2023. Of these, 172 fell into the year under review": the part of the year in that of several."""
    sentence = sentences[index]
    dated = sentence.year_of(count) == year or phrases.says(language, "report_year", sentence.around(count, LABEL))
    of_them = phrases.ends_with(language, "of_which", sentence.before(count, LABEL))
    return (
        dated
        and of_them
        and any(
            spans.spanned(near, one, language)
            for near in sentences[max(0, index - 1) : index + 1]
            for one in near.of_kind("count")
            if one is not count and one.value > count.value
        )
    )


@cache
def _label(language: str) -> re.Pattern[str]:
    """What stands in front of a number in a bulletin: "Total incidents: ", "Всего нападений – "."""
    all_of_them = rf"(?:{phrases.words(language, 'in_all')})\s+(?:{phrases.words(language, 'incidents')})"
    return re.compile(rf"(?:{all_of_them}|{phrases.words(language, 'all')})\s*[:–—-]\s*$", re.IGNORECASE)


def _moved(sentences: Sequence[Sentence], language: str) -> Iterator[Place]:
    """The number reached in "attacks rose to 158 from 119", at the very start and of no single kind."""
    for index, sentence in enumerate(sentences[:LEAD]):
        if concepts.found(sentence.text, language):
            continue
        for pair in pairs.side_by_side(sentence, sentence.of_kind("count"), language):
            if phrases.says(language, "incidents", sentence.text[: min(one.start for one in pair)]):
                yield Place(index, pair.now)


def _told(sentences: Sequence[Sentence], year: int, language: str) -> Place | None:
    told = [(index, one) for index, one in enumerate(sentences) if phrases.says(language, "result", one.text)]
    listed = [(index, [c for c in one.of_kind("count") if one.year_of(c) in (None, year)]) for index, one in told]
    incidents = [
        (index, found)
        for index, counts in listed
        if (found := [one for one in counts if _counts_incidents(sentences[index], one, language)])
    ]
    dated = [
        (index, [one for one in sentence.of_kind("count") if year and sentence.year_of(one) == year])
        for index, sentence in enumerate(sentences[:SUMMARY])
    ]
    for index, counts in (*incidents, *dated, *listed):
        if counts:
            return Place(index, max(counts, key=lambda mention: mention.value))
    return None


def _counts_incidents(sentence: Sentence, count: Mention, language: str) -> bool:
    """Whether a noun such as "incidents" stands right behind a count that is not what another is compared with."""
    before = sentence.before(count, 24)
    compared = any(phrases.ends_with(language, word, before) for word in ("against", "compared_with", "from"))
    direct = any(phrases.begins_with(language, word, sentence.after(count, 24)) for word in ("incidents", "signals"))
    return not compared and (direct or _described(sentence, count, language))


def _described(sentence: Sentence, count: Mention, language: str) -> bool:
    """Whether words of no single kind stand in front of the noun: "84 press freedom alerts"."""
    found = _with_words(language).match(sentence.text, count.end)
    apart = any(phrases.says(language, word, found[1]) for word in NARROWING) if found else True
    return found is not None and not apart and not concepts.found(found[0], language)


@cache
def _with_words(language: str) -> re.Pattern[str]:
    """One or two words, then the noun of incidents."""
    return re.compile(rf"((?:\s+[^\W\d_]+){{1,2}})\s+(?:{phrases.words(language, 'incidents')})", re.IGNORECASE)
