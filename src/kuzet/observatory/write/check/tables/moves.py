"""How many rows of a table fell or rose from one year to the next, as a sentence tells: "two of the eight fell"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.stems import alike, words
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict
from kuzet.observatory.write.check.tables import adding
from kuzet.observatory.write.check.tables.tables import tables

FEWEST: Final = 3
"""Rows of a table of which some may fall."""

BEHIND: Final = 8
"""Lines behind a table within which a sentence speaks of it."""

NOUN: Final = 24
"""Characters behind a number in which its noun stands."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Moved(NamedTuple):
    """How many rows rose, fell and stayed, from one column to another."""

    up: int
    down: int
    same: int
    places: tuple[int, int]

    @property
    def rows(self) -> int:
        """All of them."""
        return self.up + self.down + self.same


class Claim(NamedTuple):
    """A number of rows that are told to have moved one way."""

    number: int
    way: str
    start: int
    end: int


def moves(text: Text, raw: str) -> Iterator[Finding]:
    """The claims on each table of the sentences right behind it."""
    for table in tables(raw):
        last = table[-1].line
        near = [one for one in text.sentences if last < one.line <= last + BEHIND]
        for sentence in near:
            ways = [_moved(rows, sentence, text) for rows in (table, _without_rest(table, text.language))]
            told = [one for one in ways if one and one.rows >= FEWEST]
            fitting = [one for one in told if one.rows in _numbers(sentence, text.language)] or told
            if fitting:
                yield from _judged(
                    sentence, fitting, _claims(sentence, fitting[0].rows, text.language), table, text.language
                )


def _without_rest(table: Sequence[Row], language: str) -> Sequence[Row]:
    """A table without a last row of all others: "other regions"."""
    body = [row for row in table if not adding.is_total(row.cells[0], language)]
    rest = any(phrases.says(language, word, body[-1].cells[0]) for word in ("rest_entry", "rest"))
    return [row for row in table if row is not body[-1]] if rest else table


def _numbers(sentence: Sentence, language: str) -> set[int]:
    return {int(one.value) for one in _whole(sentence, language)}


def _whole(sentence: Sentence, language: str) -> list[numbers.FoundNumber]:
    """The whole numbers of a sentence, in words too, those of fractions aside: "төрттен бірі"."""
    barred = sentence.of_kind("portion", "times", "percent")
    told = [one for one in numbers.find(sentence.text, language, lone=True) if one.kind == "count"]
    told = [one for one in told if one.value == int(one.value)]
    return [one for one in told if not any(other.start < one.end and one.start < other.end for other in barred)]


def _moved(table: Sequence[Row], sentence: Sentence, text: Text) -> Moved | None:
    """The rows between the years that a sentence names, or else the last two; None without two years."""
    heads = [(int(found[0]), place) for place, cell in enumerate(table[0].cells) if (found := _YEAR.search(cell))]
    years = dict(heads)
    named = sorted({int(one.value) for one in sentence.of_kind("year")} & set(years))
    wanted = [year for year in sorted(years) if year <= text.year or not text.year]
    first = next((year for year in named if year != (wanted or [0])[-1]), wanted[-2] if len(wanted) > 1 else 0)
    if len(years) != len(heads) or first not in years or not wanted:
        return None
    rows = [row for row in table[1:] if not adding.is_total(row.cells[0], text.language)]
    pairs = [(row.number(years[first]), row.number(years[wanted[-1]])) for row in rows]
    told = [(before, now) for before, now in pairs if before is not None and now is not None]
    if len(told) != len(rows):
        return None
    up, down = sum(now > before for before, now in told), sum(now < before for before, now in told)
    return Moved(up, down, len(told) - up - down, (years[first], years[wanted[-1]]))


def _claims(sentence: Sentence, rows: int, language: str) -> list[Claim]:
    """The numbers of a sentence whose clause has a verb of one way, the number of all rows aside."""
    found: list[Claim] = []
    told = _whole(sentence, language)
    colon = sentence.text.find(": ")
    told = [one for one in told if colon < 0 or one.start < colon]  # behind it stands by how much each moved
    for start, end in _clauses(sentence.text, language):
        words = sentence.text[start:end]
        ways = [way for way in ("moves_up", "moves_down") if phrases.says(language, way, words)]
        inside = [one for one in told if start <= one.start < end]
        inside = [one for one in inside if one.value != rows] or inside
        if len(ways) == 1 and inside:
            one = inside[0]
            found.append(Claim(int(one.value), ways[0], one.start, one.end))
    return found


def _clauses(text: str, language: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in _parting(language).finditer(text):
        yield at, found.start()
        at = found.end()
    yield at, len(text)


@cache
def _parting(language: str) -> re.Pattern[str]:
    words = phrases.any_of(language, "and", "while", "moves_parted")
    return re.compile(rf"[,;:]\s|\s(?:{words})\s", re.IGNORECASE)


def _judged(
    sentence: Sentence, ways: Sequence[Moved], claims: Sequence[Claim], table: Sequence[Row], language: str
) -> Iterator[Finding]:
    """The claims of a sentence that is surely on all rows: it has their number, or its claims make it up."""
    told, moved = _numbers(sentence, language), ways[0]
    whole = moved.rows in told and len(told) > 1
    summed = len(claims) > 1 and sum(one.number for one in claims) in (moved.rows, moved.rows - moved.same)
    headed = bool(claims) and any(
        alike(own, other) for own in words(table[0].cells[0]) for other in words(sentence.text)
    )
    counted = not sentence.of_kind("percent", "amount", "points") and all(one.number < moved.rows for one in claims)
    if not counted or not (whole or summed or (headed and _is_bare(sentence, claims, language))):
        return
    sound = all(one.holds for one in adding.columns(table, language) if one.total.place in moved.places)
    for one in claims:
        right = [way.up if one.way == "moves_up" else way.down for way in ways]
        if one.number in right or sound or abs(one.number - right[0]) != 1:  # a wrong cell may have turned its row
            yield _finding(sentence, one, one.number if one.number in right else right[0], moved)


def _is_bare(sentence: Sentence, claims: Sequence[Claim], language: str) -> bool:
    """Whether the noun of the first number is of rows: "in three regions", "three headings"."""
    return phrases.begins_with(language, "moves_noun", sentence.text[claims[0].end : claims[0].end + NOUN])


def _finding(sentence: Sentence, one: Claim, right: int, moved: Moved) -> Finding:
    near = [other for other in sentence.mentions if other.start >= one.start] or [*sentence.mentions]
    held = one.number == right
    return Finding(
        line=sentence.line_of(near[0]) if near else sentence.line,
        text=" ".join(sentence.text[max(0, one.start - 40) : one.end + 40].split()),
        kind=Kind.SPLIT,
        verdict=Verdict.HOLDS if held else Verdict.DIFFERS,
        should_be="" if held else str(right),
        why=f"of {moved.rows} rows {moved.up} rose, {moved.down} fell, {moved.same} did not move",
    )
