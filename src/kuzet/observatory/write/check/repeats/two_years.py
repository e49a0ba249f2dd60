"""Numbers of two years told again otherwise than the row of a table: "physical attacks rose from 31 to 128".

Of two numbers, or of a number and its rise, one that is right names the row, with a word of its label; the other is
wrong where a slip makes it what the row gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import concepts, phrases, spans
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.when import EARLIER
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Mention,
    Sentence,
    Text,
)
from kuzet.observatory.write.check.relations import pairs
from kuzet.observatory.write.check.repeats import wording
from kuzet.observatory.write.check.slips import FEW, contradicted, is_slip, shows
from kuzet.observatory.write.check.tables import adding, tables

_YEAR: Final = re.compile(r"\W*((?:19|20)\d\d)\W*")


class Known(NamedTuple):
    """Two numbers of a row: of the report's year and of an earlier one; a total row has no label."""

    now: Fraction
    before: Fraction
    base: int
    label: str
    line: int

    @property
    def change(self) -> Fraction:
        """The difference of the two."""
        return abs(self.now - self.before)


Wrong = tuple[Mention, Fraction, int]
"""A number, what it should be, and the line that tells so."""


def two_years(text: Text, raw: str) -> Iterator[Finding]:
    """The numbers of all sentences that a row of a table contradicts by a slip."""
    known = [one for table in tables.tables(raw) for one in _of_table(table, text)]
    for index, sentence in enumerate(text.sentences) if known else ():
        for told, right, line in dict.fromkeys((*_of_pair(text, index, known), *_of_change(text, sentence, known))):
            shown = any(told in pair and shows(sentence, pair, told, right) for pair in pairs.own(text, index))
            yield contradicted(sentence, told, right, line, shown=shown)


def _of_table(table: Sequence[Row], text: Text) -> Iterator[Known]:
    """The rows under the report's year and each earlier one; not those of columns that do not add up."""
    years = {place: int(found[1]) for place, cell in enumerate(table[0].cells) if (found := _YEAR.fullmatch(cell))}
    wrong = {one.total.place for one in adding.columns(table, text.language) if not one.holds}
    sound = {year: place for place, year in years.items() if place not in wrong}
    for row in table[1:] if text.year in sound else ():
        label = "" if adding.is_total(row.cells[0], text.language) else row.cells[0]
        now = row.number(sound[text.year])
        for year, place in sound.items():
            before = row.number(place)
            if year < text.year and now and before:
                yield Known(now, before, year, label, row.line)


def _of_pair(text: Text, index: int, known: Sequence[Known]) -> Iterator[Wrong]:
    """One of two numbers that a sentence sets against each other, where the other is that of a row."""
    sentence = text.sentences[index]
    own = [pair for pair in pairs.own(text, index) if {pair.now.kind, pair.before.kind} == {"count"}]
    if len(own) != 1 or not all(one in sentence.mentions for one in own[0]):
        return
    pair, base = own[0], _base(text, sentence, own[0].before)
    now, before = pair.now.exact, pair.before.exact
    near = [one for one in known if one.base == base and _is_of(text, sentence, one)]
    if min(now, before) < FEW or any((one.now, one.before) == (now, before) for one in near):
        return
    yield from ((pair.now, one.now, one.line) for one in near if one.before == before and is_slip(now, one.now))
    yield from ((pair.before, one.before, one.line) for one in near if one.now == now and is_slip(before, one.before))


def _of_change(text: Text, sentence: Sentence, known: Sequence[Known]) -> Iterator[Wrong]:
    """A rise or fall beside the number that it leads to: "grew by 46 to 172"."""
    counts = sentence.of_kind("count")
    changes = [one for one in deltas(sentence, text.language) if one in counts]
    levels = [one for one in counts if one not in changes and sentence.order_of(one) in (None, text.year)]
    if len(changes) != 1 or len(levels) != 1:
        return
    change, level, base = changes[0], levels[0], _base(text, sentence, None)
    for one in known:
        if one.base == base and _is_of(text, sentence, one):
            if level.exact == one.now and is_slip(change.exact, one.change):
                yield change, one.change, one.line
            if change.exact == one.change and is_slip(level.exact, one.now):
                yield level, one.now, one.line


def _base(text: Text, sentence: Sentence, before: Mention | None) -> int:
    """The year that a sentence compares with: that of its earlier number, the one that it names, or the year before.

    "In two years" names the first of them.
    """
    told = sentence.order_of(before) if before else None
    named = {int(year.value) for year in sentence.of_kind("year")} - {text.year}
    if told and EARLIER < told < text.year:
        return told
    lengths = {years for _, _, years in spans.lengths(sentence, text.language)}
    if not named and lengths:
        return text.year - lengths.pop() if len(lengths) == 1 else 0  # "from 10 to 29 in two years"
    return text.year - 1 if not named else named.pop() if len(named) == 1 else 0


def _is_of(text: Text, sentence: Sentence, one: Known) -> bool:
    """Whether a sentence speaks of a row: it has a word of its label and no other concept, or no concept at all."""
    about, of_row = concepts.found(sentence.text, text.language), concepts.found(one.label, text.language)
    if one.label:
        own = stems(one.label) - wording.empty(text)
        return bool(wording.common(own, stems(sentence.text))) and not (about and of_row and not about & of_row)
    return not about and any(
        phrases.says(text.language, word, sentence.text) for word in ("incidents", "subject_all", "all")
    )
