"""Lists of parts spread over up to three sentences: "17 were taken in. Nine were let go. Six spent a night there".

They are taken for all parts of a whole only where the words say so: the last one is what remains, or stands for those
that are not known, or each tells how something ended, and only one end is possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check.parts import partitions
from kuzet.observatory.write.check.parts.partitions import BACK, ENTRIES, MANY, TENTH
from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.words import Finding, Kind, Mention, Sentence, Text, finding
from kuzet.observatory.write.check.relations import rests
from kuzet.observatory.write.check.relations.bases import marked
from kuzet.observatory.write.check.relations.clauses import clauses
from kuzet.observatory.write.check.relations.split import Split

SENTENCES: Final = 3
"""Sentences over which a list may be spread."""


OPPOSITE: Final = Fraction(3, 2)
"""Two ends that exclude each other exceed their whole by up to this factor."""


class _Entry(NamedTuple):
    """One number of a list with its sentence and its words."""

    sentence: Sentence
    one: Mention
    words: str


def spread(text: Text, index: int) -> Iterator[Finding]:
    """The list that ends in one sentence, where its words make it complete, and misses its whole by little."""
    entries: list[_Entry] = []
    for back in range(SENTENCES):
        front = _entries(text, index - back) if index >= back else []
        if not front or front[0].sentence.block != text.sentences[index].block or _is_whole(front, entries):
            return
        entries = [*front, *entries]
        split = _split(text, index, index - back, entries)
        outcome = partitions.judge(text, index, split) if split else None
        if split and outcome:
            shown = [one for one in split.parts if one in text.sentences[index].mentions]
            yield finding(text.sentences[index], Kind.SPLIT, outcome, *shown)
            return


def _entries(text: Text, index: int) -> list[_Entry]:
    """The numbers of a sentence that may be entries of a list: those that it adds up, or all of a plain row."""
    sentence, language = text.sentences[index], text.language
    added = [one for one in rests.summed(text, index, "", set()) if one.sum == one.whole.exact]
    row = list(added[0].parts) if added else partitions.plain_row(text, index)
    plain = added or (row and partitions.parted(sentence, row, language) and not _bound(sentence, row, language))
    words = clauses(sentence, row, language)
    return [_Entry(sentence, *one) for one in zip(row, words, strict=True)] if plain else []


def _bound(sentence: Sentence, row: Sequence[Mention], language: str) -> bool:
    """Whether a number of a row is a whole, or divides another, so that it is no entry of its own."""
    held = any(one in row for one in marked(sentence, language))
    return held or any(partitions.apart(sentence, one, language) for one in row[1:])


def _is_whole(front: Sequence[_Entry], entries: Sequence[_Entry]) -> bool:
    """Whether those behind a lone number may divide it: "nine were convicted. Six were jailed, three fined"."""
    return len(front) == 1 and front[0].one.exact >= sum(entry.one.exact for entry in entries) > 0


def _split(text: Text, index: int, first: int, entries: Sequence[_Entry]) -> Split | None:
    """The list with the one whole that it nearly makes up; None where the words do not make it complete."""
    if len(entries) < ENTRIES and not _are_opposite(entries, text.language):
        return None
    parts = tuple(entry.one for entry in entries)
    largest = max(one.exact for one in parts)
    wholes = [one for one in _wholes(text, first, entries) if one.exact > largest]
    wholes = [one for one in wholes if not any(_differ(text, one, entry) for entry in entries)]
    fitting = [one for one in wholes if one.exact == sum(part.exact for part in parts)]
    near = fitting or [one for one in wholes if partitions.is_near(text, index, Split(one, parts))]
    if not near and _are_opposite(entries, text.language):
        near = [one for one in wholes if one.exact < parts[0].exact + parts[1].exact <= one.exact * OPPOSITE]
    return Split(near[0], parts) if len({one.exact for one in near}) == 1 else None


def _differ(text: Text, whole: Mention, entry: _Entry) -> bool:
    return partitions.of_another(text, whole, [entry.one], entry.sentence)


def _wholes(text: Text, first: int, entries: Sequence[_Entry]) -> Iterator[Mention]:
    """The wholes that a list may have, by what makes it complete."""
    language = text.language
    if all(phrases.says(language, "settled", one.words) for one in entries) or _are_opposite(entries, language):
        yield from _told(text, first)
    if len(entries) >= MANY and phrases.says(language, "rest_entry", entries[-1].words):
        for near in reversed(text.sentences[max(0, first - BACK) : first]):
            yield from (one for one in marked(near, language) if not one.unit)
        for back in range(1, BACK + 1):
            yield from partitions.counted(text, first - back) if first >= back else ()
    if text.total and _by_whom(entries, language):
        total = text.total.mention
        off = abs(sum(entry.one.exact for entry in entries) - total.exact)
        yield from [total] if off * TENTH <= total.exact else []


def _are_opposite(entries: Sequence[_Entry], language: str) -> bool:
    """Whether of two entries one ended well and the other badly, so that no case is in both."""
    ends = [[phrases.says(language, end, one.words) for end in ("end_well", "end_badly")] for one in entries]
    return sorted(ends) == [[False, True], [True, False]]


def _told(text: Text, first: int) -> Iterator[Mention]:
    """The count of the nearest sentence of the paragraph in front that has any."""
    for back in range(1, BACK + 1):
        near = text.sentences[first - back] if first >= back else None
        if near is None or near.block != text.sentences[first].block:
            return
        if near.of_kind("count"):
            yield from partitions.counted(text, first - back)
            return


def _by_whom(entries: Sequence[_Entry], language: str) -> bool:
    """Whether a list tells by whom, and only its last entry is of those who are not known."""
    unknown = [phrases.says(language, "not_known", entry.words) for entry in entries]
    named = [any(field == "perpetrator" for field, _ in concepts.found(one.words, language)) for one in entries]
    return sum(named[:-1]) > 1 and unknown == [False] * (len(entries) - 1) + [True]
