"""Numbers that a conclusion tells again with a slip: "sites were blocked 14 times", where a list has 11 of them.

Two numbers that differ by one digit, or by two in the other order, are one number told twice where the conclusion has
the words of the earlier one, the report tells the later number nowhere under such words, and nothing narrows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import concepts, labels, sections, terms
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.stems import stems
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
from kuzet.observatory.write.check.relations.bases import is_of_part
from kuzet.observatory.write.check.repeats import wording
from kuzet.observatory.write.check.slips import FEW, is_slip
from kuzet.observatory.write.check.tables import adding, tables

WORDS: Final = 2
"""Words that two numbers must have in common, where the earlier one has as many of its own."""

TITLE: Final = 3
"""Sentences at the start, whose names narrow nothing: the whole text is of them."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_COLON: Final = re.compile(r"[:;]\s")
_COMMA: Final = re.compile(r"[,;:]\s")
_WORD: Final = re.compile(r"(?<=\w[ ,-])\W?([^\W\d_]+)")
"""A word that does not open its sentence."""


class Earlier(NamedTuple):
    """A number in front with its own words, and all that stands around it."""

    value: Fraction
    words: frozenset[str]
    around: str
    line: int
    mended: Fraction | None = None
    """What a cell must be for its column to add up, where that fails."""


def retold(text: Text, raw: str) -> Iterator[Finding]:
    """The numbers of concluding sentences that are an earlier number of their words but for a slip."""
    places = sections.concluding(text)
    if not places:
        return
    empty = wording.empty(text)
    front = [
        *_of_tables(raw, text, empty),
        *(one for index in range(places[-1]) for one in _of_prose(text, index, empty)),
    ]
    for index in places:
        sentence = text.sentences[index]
        for one, own in _counts(text, index):
            if is_of_part(text, sentence, one):
                continue
            before = [told for told in front if told.line < sentence.line_of(one)]
            meant = _meant(text, sentence, one, own - empty, before) or _whole_label(text, sentence, one, before)
            if meant:
                why = f"{plain(one.exact)} here, {plain(meant.value)} on line {meant.line}"
                yield finding(sentence, Kind.REPEAT, Outcome(Verdict.DIFFERS, plain(meant.value), why), one)


def _counts(text: Text, index: int) -> Iterator[tuple[Mention, frozenset[str]]]:
    """The counts of the report's year with their words, no differences."""
    sentence = text.sentences[index]
    barred = deltas(sentence, text.language)
    for label in labels.labels(sentence, text.language):
        own = sentence.order_of(label.one) in (None, text.year)
        if own and label.one.kind == "count" and label.one.value >= FEW and label.one not in barred:
            yield label.one, label.stems


def _of_prose(text: Text, index: int, empty: frozenset[str]) -> Iterator[Earlier]:
    sentence = text.sentences[index]
    for one, own in _counts(text, index):
        yield Earlier(one.exact, own - empty, sentence.text, sentence.line_of(one))


def _of_tables(raw: str, text: Text, empty: frozenset[str]) -> Iterator[Earlier]:
    """The cells of the report's year, of the only column of numbers, or of the total column, under the row's words."""
    for table in tables.tables(raw):
        mended, places = _mended(table, text.language), columns(table, text)
        for row in table[1:]:
            words = row.cells[0]
            if not adding.is_total(words, text.language):
                for place in places:
                    one, right = row.number(place), mended.get((row.line, place))
                    if one and one >= FEW:
                        yield Earlier(one, stems(words) - empty, words, row.line, right)


def _mended(table: Sequence[Row], language: str) -> dict[tuple[int, int], Fraction]:
    """The parts of columns that do not add up, by line and place, each with the number that would mend its column."""
    failing = [one for one in adding.columns(table, language) if not one.holds]
    return {
        (part.row.line, part.place): part.value + one.total.value - one.exact for one in failing for part in one.parts
    }


def columns(table: Sequence[Row], text: Text) -> list[int]:
    """The places of the columns of the report's year, else of the only column of numbers, else of the total."""
    heads = table[0].cells
    numeric = [place for place in range(1, len(heads)) if any(row.number(place) for row in table[1:])]
    dated = [place for place in numeric if _YEAR.search(heads[place])]
    if dated:
        return [place for place in dated if str(text.year) in heads[place]]
    return (
        numeric if len(numeric) == 1 else [place for place in numeric if adding.is_total(heads[place], text.language)]
    )


def _meant(
    text: Text, sentence: Sentence, one: Mention, own: frozenset[str], before: Sequence[Earlier]
) -> Earlier | None:
    """The earlier number with most of the same words, where it differs by a slip and none of them is told as it is."""
    shared = [(len(wording.common(told.words, own)), told) for told in before]
    most = max((count for count, _ in shared), default=0)
    likely = 1 if most >= WORDS else 0  # by one word in common only a number that is told nowhere
    if not most or any(count >= likely and told.value == one.exact for count, told in shared):
        return None
    best = [told for count, told in shared if count == most >= min(WORDS, len(told.words))]
    return _slipped(text, sentence, one, best)


def _whole_label(text: Text, sentence: Sentence, one: Mention, before: Sequence[Earlier]) -> Earlier | None:
    """The earlier number all words of which stand in front of the only count of a sentence: "..., used 16 times"."""
    words = stems(sentence.text[: one.start])
    named = [
        told
        for told in before
        if len(told.words) >= WORDS and len(wording.common(told.words, words)) == len(told.words)
    ]
    alone = sentence.of_kind("count") == (one,) and all(told.value != one.exact for told in named)
    return _slipped(text, sentence, one, named) if alone else None


def _slipped(text: Text, sentence: Sentence, one: Mention, named: Sequence[Earlier]) -> Earlier | None:
    """The one number that a slip makes what is told, where nothing narrows it."""
    near = [told for told in named if is_slip(one.exact, told.value) and told.mended != one.exact]
    sure = [told for told in near if not _narrows(text, sentence, one, told.around)]
    return sure[0] if sure and len({told.value for told in near}) == 1 else None


def _narrows(text: Text, sentence: Sentence, one: Mention, around: str) -> bool:
    """Whether the words beside a number name a place, a part of the year or a concept that the earlier ones do not."""
    floor, roof = _span(sentence, one)
    words = sentence.text[floor:roof]
    return narrows(text, sentence, one, around) or _other_concept(words, around, text.language)


def _span(sentence: Sentence, one: Mention) -> tuple[int, int]:
    """From the number in front, or a colon, to the number behind, or a comma."""
    place = sentence.mentions.index(one)
    floor = sentence.mentions[place - 1].end if place else 0
    floor = max([floor, *(found.end() for found in _COLON.finditer(sentence.text, floor, one.start))])
    roof = sentence.mentions[place + 1].start if place + 1 < len(sentence.mentions) else len(sentence.text)
    return floor, min([roof, *(found.start() for found in _COMMA.finditer(sentence.text, one.end, roof))])


def narrows(text: Text, sentence: Sentence, one: Mention, around: str) -> bool:
    """Whether the words beside a number name a place or a part of the year that the earlier ones do not."""
    (floor, roof), language = _span(sentence, one), text.language
    words = sentence.text[floor:roof]
    known = stems(around + " ".join(told.text for told in text.sentences[:TITLE]))
    told = (found[1] for found in _WORD.finditer(sentence.text, floor, roof))
    names = stems(" ".join(word for word in told if word[0].isupper())) | _opening_name(text, sentence)
    times = {name.term for name in terms.in_words(words, language)} - {
        name.term for name in terms.in_words(around, language)
    }
    return bool(names - known or times)


def _opening_name(text: Text, sentence: Sentence) -> frozenset[str]:
    """The word that opens a sentence, where others have it with a capital inside: a name in any place."""
    opening = stems(" ".join(sentence.text.split()[:1]))
    return opening & _names(text.sentences)


@lru_cache(maxsize=4)
def _names(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    words = (found[1] for sentence in sentences for found in _WORD.finditer(sentence.text))
    return stems(" ".join(word for word in words if word[0].isupper()))


def _other_concept(words: str, around: str, language: str) -> bool:
    """Whether words name a concept that others do not, with words that those do not have either."""
    named, known = concepts.found(around, language), stems(around)
    others = [words[start:end] for start, end, one in concepts.spans(words, language) if one not in named]
    return any(len(wording.common(stems(one), known)) < len(stems(one)) for one in others)
