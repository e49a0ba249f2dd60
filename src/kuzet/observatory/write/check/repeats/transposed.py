"""Numbers told again with two digits in the wrong order: "272 in 2022, against 202", where the table has 227 and 202.

One of two numbers of two years that is right names the other; all incidents of the year name themselves. Only a number
that the text has nowhere told in front is read so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check import slips
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import labels, phrases, sections, set_against
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.when import EARLIER, LATEST
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Mention,
    Sentence,
    Text,
)
from kuzet.observatory.write.check.relations import pairs
from kuzet.observatory.write.check.repeats.recaps import seen
from kuzet.observatory.write.check.series.orders import telling
from kuzet.observatory.write.check.tables import tables

FEW: Final = 10
"""Small numbers repeat by chance."""

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

PAIR: Final = 2

_BREAK: Final = re.compile(r"[,;:.]|\s[–—]\s")
_YEAR: Final = re.compile(r"\W*((?:19|20)\d\d)\W*")


class _Known(NamedTuple):
    """Two numbers of one thing, now and before, and the line that tells them."""

    now: Fraction
    before: Fraction
    line: int


def transposed(text: Text, raw: str) -> Iterator[Finding]:
    """The numbers of all sentences that others with the same digits contradict."""
    in_tables = list(_of_tables(raw, text.year))
    front: list[_Known] = []
    for index, sentence in enumerate(text.sentences):
        own = [pair for pair in pairs.own(text, index) if {pair.now.kind, pair.before.kind} == {"count"}]
        if len(own) == 1 and all(one in sentence.mentions for one in own[0]):
            yield from _set_against(text, index, own[0], [*in_tables, *front], raw)
            front.append(_Known(own[0].now.exact, own[0].before.exact, sentence.line))
        yield from _of_all(text, index, raw)


def _of_tables(raw: str, year: int) -> Iterator[_Known]:
    """Every two cells of a row under the report's year and the one in front, and of a column beside them."""
    for table in tables.tables(raw):
        heads = [_year(cell) for cell in table[0].cells]
        for row in table[1:]:
            told = {head: row.number(place) for place, head in enumerate(heads[: len(row.cells)]) if head}
            yield from _known(told, year, row.line)
        for place in range(1, len(heads)):
            told = {_year(row.cells[0]): row.number(place) for row in table[1:] if place < len(row.cells)}
            yield from _known(told, year, table[0].line)


def _year(cell: str) -> int:
    found = _YEAR.fullmatch(cell)
    return int(found[1]) if found else 0


def _known(told: dict[int, Fraction | None], year: int, line: int) -> Iterator[_Known]:
    now, before = told.get(year), told.get(year - 1)
    if now and before:
        yield _Known(Fraction(now), Fraction(before), line)


def _set_against(text: Text, index: int, pair: set_against.Pair, known: list[_Known], raw: str) -> Iterator[Finding]:
    """A pair one number of which is known with another that has the digits of the second."""
    now, before = pair.now.exact, pair.before.exact
    if any((one.now, one.before) == (now, before) for one in known):
        return
    found = [(pair.now, one.now, one.line) for one in known if one.before == before and _is_swapped(now, one.now)]
    found += [
        (pair.before, one.before, one.line) for one in known if one.now == now and _is_swapped(before, one.before)
    ]
    if len({(told, right) for told, right, _ in found}) == 1:
        told, right, line = found[0]
        if str(told.value) not in seen(raw, text.sentences[index].line):
            shown = slips.shows(text.sentences[index], pair, told, right)
            yield slips.contradicted(text.sentences[index], told, right, line, shown=shown)


def _is_swapped(told: Fraction, known: Fraction) -> bool:
    """Whether two neighbouring digits in the other order make one number the other."""
    left, right = plain(told), plain(known)
    wrong = [place for place, (one, other) in enumerate(zip(left, right, strict=False)) if one != other]
    return min(told, known) >= FEW and len(left) == len(right) and len(wrong) == PAIR and _turned(left, right, wrong)


def _turned(left: str, right: str, wrong: list[int]) -> bool:
    first, second = wrong
    return second == first + 1 and left[first] == right[second] and left[second] == right[first]


def _of_all(text: Text, index: int, raw: str) -> Iterator[Finding]:
    """The number of all incidents told again: more than they are, or presented as known and narrowed by nothing."""
    sentence, language, whole = text.sentences[index], text.language, text.total
    if whole is None or whole.index >= index or any(int(one.value) != text.year for one in sentence.of_kind("year")):
        return
    for label in labels.labels(sentence, language):
        one = label.one
        if one.kind != "count" or not _is_swapped(one.exact, whole.mention.exact) or _is_of_others(sentence, one, text):
            continue
        known = phrases.ends_with(language, "known", sentence.before(one, NOUN))
        told = known or index in sections.concluding(text)
        surely = one.exact > whole.mention.exact or (told and not telling(_own(sentence, one), language))
        if surely and str(one.value) not in seen(raw, sentence.line):
            line = text.sentences[whole.index].line
            yield slips.contradicted(sentence, one, whole.mention.exact, line, shown=False)


def _is_of_others(sentence: Sentence, one: Mention, text: Text) -> bool:
    """Whether a number counts anything but the incidents of the report's year.

    "Last year" is that year when the report looks back, or the one before it, whose number the text tells too.
    """
    incidents = phrases.begins_with(text.language, "incidents", sentence.after(one, NOUN))
    order = sentence.order_of(one)
    looks_back = order == EARLIER and text.of_year(text.year - 1)
    timed = order not in (None, text.year, LATEST) and not looks_back
    return not incidents or timed or one in deltas(sentence, text.language)


def _own(sentence: Sentence, one: Mention) -> str:
    """The words right behind a number, up to a comma or a dash."""
    return " ".join(_BREAK.split(sentence.after(one, NOUN * 2))[0].split()[:3])
