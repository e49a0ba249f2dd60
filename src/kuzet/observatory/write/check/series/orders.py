"""Series of a text: numbers of one thing by month, quarter, year or name, from prose, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import groupby, pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases, terms
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Sentence, Text
from kuzet.observatory.write.check.relations import series
from kuzet.observatory.write.check.tables import adding, tables

FEWEST: Final = 3
"""Numbers of a series."""

LISTED: Final = 2
"""Months of a sentence that lists them."""

GAP: Final = 3
"""Sentences between two that list months, from which on they are two lists."""

MONTHS: Final = 3
"""Months of a quarter."""

LENGTHS: Final = (("quarter", 4), ("month", 12))
"""How many quarters and months a year has."""

Key = tuple[str, int | str]
"""What stands for a number: its kind (`month`, `quarter`, `year`, `name`) and which."""

_YEAR: Final = re.compile(r"\W*((?:19|20)\d\d)(?:\s?\w{1,5}\.?)?\W*")
_PAGED: Final = re.compile(r"(?:19|20)\d\d")
_ENTRY: Final = re.compile(r"^\W*([^\W\d_][\w.'’-]*(?:\s[\s-]*[^\W\d_][\w.'’-]*){0,5}?)\s*(?:[–—:(-])\s*\d")


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """The numbers of one thing by their keys.

    `words` are the beginnings of the words that say what is counted, none where all incidents are; `year` is the year
    that a series by months or names is of, 0 where none is named; `line` and `block` say where it stands, the block
    -1 for a table.
    """

    kind: str
    values: Mapping[Key, Fraction]
    words: frozenset[str]
    year: int
    line: int
    block: int = -1
    told: str = ""
    """The words of its head, or of its sentences; with those of a caption they may narrow it too."""
    context: frozenset[str] = frozenset()

    @property
    def sum(self) -> Fraction:
        """All numbers together."""
        return sum(self.values.values(), Fraction(0))


def telling(words: str, language: str) -> frozenset[str]:
    """The beginnings of the words that narrow what is counted: none of "attacks", "total", "2021"."""
    return stems(_general(language).sub(" ", words))


@cache
def _general(language: str) -> re.Pattern[str]:
    words = phrases.any_of(language, "incidents", "total_row", "quarter_year", "years", "general")
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def key(head: str, language: str) -> Key | None:
    """What a head of a row or column stands for; None for an empty one and for a total."""
    if found := _YEAR.fullmatch(head):
        return ("year", int(found[1]))
    if adding.is_total(head, language) or not re.search(r"[^\W\d_]", head):
        return None
    if found := _quarter(language).fullmatch(head.strip()):
        told = found[1] or found[2]
        return ("quarter", terms.ROMAN.get(told.upper()) or int(told))
    named = terms.in_words(head, language)
    months = [one.term[1] for one in named if one.term[0] == "month"]
    if len(months) == 2 and months[1] - months[0] == MONTHS - 1 and months[1] % MONTHS == 0:
        return ("quarter", months[1] // MONTHS)
    return named[0].term if len(named) == 1 else ("name", head.strip(" *•-–—"))


@cache
def _quarter(language: str) -> re.Pattern[str]:
    words = phrases.words(language, "quarter_year")
    return re.compile(rf"Q([1-4])|([1-4]|IV|I{{1,3}})(?:-\w{{1,3}})?[\s-]+(?:{words}|кв\.?|тоқ\.?)", re.IGNORECASE)


def keys(heads: Sequence[str], language: str) -> list[Key | None]:
    """What the heads of a table stand for; the bare numerals I to IV are those of quarters."""
    told = [head.strip().rstrip(".").upper() for head in heads]
    if [head for head in told if head in terms.ROMAN] == list(terms.ROMAN):
        return [
            ("quarter", terms.ROMAN[bare]) if bare in terms.ROMAN else key(head, language)
            for head, bare in zip(heads, told, strict=True)
        ]
    return [key(head, language) for head in heads]


def of_table(table: Sequence[Row], caption: str, language: str) -> Iterator[Series]:
    """The series of a table's columns and rows; `caption` is the line in front of it."""
    context = telling(caption, language)
    for one in _of_cells(adding.unlabelled(table, language), language):
        yield replace(one, context=context)
    yield from (replace(one, context=context) for one in _labelled(table, language))


def _labelled(table: Sequence[Row], language: str) -> Iterator[Series]:
    """The months, or whatever else stands in the cells: "First quarter | January 118 | February 31"."""
    told: dict[Key | None, Fraction | None] = {}
    for row in table:
        for label, number in adding.labelled(row):
            told[key(label, language)] = Fraction(number)
    yield from _series(told, frozenset(), 0, table[0].line)


def _of_cells(table: Sequence[Row], language: str) -> Iterator[Series]:
    heads = list(table[0].cells)
    totals = [row for row, _ in adding.total_rows(table, language)]
    body = [row for row in table[1:] if row not in totals]
    width, across = len(heads), keys(heads, language)
    down = dict(zip([row.line for row in body], keys([row.cells[0] for row in body], language), strict=True))
    summed = {one.total.place for one in adding.rows(table, language)}
    counts = [place for place in range(1, width) if place not in summed]
    for place in range(1, width):
        told = {down[row.line]: row.number(place) for row in body}
        words = frozenset() if place in summed or len(counts) == 1 else telling(heads[place], language)
        for one in _series(told, words, _year(heads[place]), table[0].line):
            yield replace(one, told=heads[place] if words else "")
    for row in table[1:]:
        told = {across[place]: row.number(place) for place in counts if place < len(row.cells)}
        words = frozenset() if row in totals else telling(row.cells[0], language)
        for one in _series(told, words, _year(row.cells[0]), table[0].line):
            yield replace(one, told=row.cells[0] if words else "")


def _year(head: str) -> int:
    found = _PAGED.findall(head)
    return int(found[0]) if len(found) == 1 else 0


def _series(
    told: Mapping[Key | None, Fraction | None], words: frozenset[str], year: int, line: int, block: int = -1
) -> Iterator[Series]:
    """The series of one column, where its heads are all of one kind."""
    values = {one: number for one, number in told.items() if one and number is not None}
    kinds = {kind for kind, _ in values}
    if len(kinds) == 1 and len(values) >= FEWEST:
        yield Series(kinds.pop(), values, words, year, line, block)


def of_prose(text: Text) -> Iterator[Series]:
    """The months and quarters that neighbouring sentences count, the years of a sentence, the entries of a list."""
    for block, group in groupby(text.sentences, key=lambda one: one.block):
        sentences = list(group)
        yield from _terms(sentences, block, text.language)
        for sentence in sentences:
            yield from _years(sentence, block, text)
            yield from _unnamed(sentence, block, text.language)
        yield from _names(sentences, block)


def _terms(sentences: Sequence[Sentence], block: int, language: str) -> Iterator[Series]:
    """The months and the quarters of neighbouring sentences; one that is told again, differently, begins a new list."""
    for kind in ("month", "quarter"):
        told: dict[Key | None, Fraction | None] = {}
        tellers: list[Sentence] = []
        for place, sentence in enumerate(sentences):
            found = terms.counted(sentence, language)
            here: dict[Key | None, Fraction | None] = {
                term: one.exact for term, one in found.items() if term[0] == kind
            }
            here = here if len(here) >= LISTED else {}  # one month alone is a date
            again = any(told.get(term, number) != number for term, number in here.items())
            if here and tellers and (again or place - sentences.index(tellers[-1]) > GAP):
                yield from _of_sentences(told, tellers, block, language)
                told, tellers = {}, []
            if here:
                told |= here
                tellers.append(sentence)
        yield from _of_sentences(told, tellers, block, language)


def _of_sentences(
    told: Mapping[Key | None, Fraction | None], tellers: Sequence[Sentence], block: int, language: str
) -> Iterator[Series]:
    words = " ".join(one.text for one in tellers)
    for one in _series(told, frozenset(), 0, tellers[0].line if tellers else 0, block):
        yield replace(one, told=words, context=telling(words, language))


def _years(sentence: Sentence, block: int, text: Text) -> Iterator[Series]:
    told: dict[Key | None, Fraction | None] = {
        ("year", year): one.exact for year, one in series.dated(sentence).items()
    }
    yield from _of_sentences(told, [sentence], block, text.language)


def _unnamed(sentence: Sentence, block: int, language: str) -> Iterator[Series]:
    """The four quarters, or twelve months, that a sentence lists without their names: "by quarter: 31, 22, 19, 25"."""
    for kind, size in LENGTHS:
        ones = sentence.of_kind("count")[-size:]
        joined = all(_joined(language).fullmatch(sentence.between(left, right)) for left, right in pairwise(ones))
        alone = len(ones) == size and joined and not terms.counted(sentence, language)
        if alone and phrases.says(language, f"noun_{kind}", sentence.text[: ones[0].start]):
            told: dict[Key | None, Fraction | None] = {(kind, place): one.exact for place, one in enumerate(ones, 1)}
            yield from _of_sentences(told, [sentence], block, language)


@cache
def _joined(language: str) -> re.Pattern[str]:
    """What joins the numbers of a list without names."""
    return re.compile(rf",\s+|,?\s+(?:{phrases.words(language, 'and')})\s+", re.IGNORECASE)


def _names(sentences: Sequence[Sentence], block: int) -> Iterator[Series]:
    """The entries of a bulleted list, or of one sentence: "Almaty – 83, Astana – 61"."""
    told: dict[Key | None, Fraction | None] = {}
    for sentence in sentences:
        counts = sentence.of_kind("count")
        entry = _ENTRY.match(sentence.text) if counts else None
        if entry and counts[0].start >= entry.end() - 1:
            told.setdefault(("name", entry[1].strip()), counts[0].exact)
    yield from _series(told, frozenset(), 0, sentences[0].line, block)


def quarters(found: Sequence[Series]) -> Iterator[Series]:
    """The quarters of a year whose months are all told."""
    for one in found:
        if one.kind == "month" and len(one.values) == 4 * MONTHS:
            values: dict[Key, Fraction] = {
                ("quarter", quarter): sum(
                    (one.values["month", month] for month in range(quarter * MONTHS - 2, quarter * MONTHS + 1)),
                    Fraction(0),
                )
                for quarter in range(1, 5)
            }
            yield Series("quarter", values, one.words, one.year, one.line, one.block)


def collect(raw: str, text: Text) -> tuple[Series, ...]:
    """All series of a text; `raw` is the text with its tables."""
    lines = raw.split("\n")
    found = list(of_prose(text))
    for table in tables.tables(raw):
        found += of_table(table, lines[table[0].line - 2] if table[0].line > 1 else "", text.language)
    return (*found, *quarters(found))
