"""Numbers that a conclusion tells again in other words: "29 in custody", where 27 journalists were behind bars.

The only number of a sentence is set against the earlier ones of what its words name (concepts in the loose words of a
conclusion): where the text has told it nowhere, and a slip makes it one that the text tells more than once, it is that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import concepts, labels, phrases, sections
from kuzet.observatory.write.check.reading.concepts import Concepts
from kuzet.observatory.write.check.reading.deltas import deltas
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
from kuzet.observatory.write.check.repeats.retold import columns, narrows
from kuzet.observatory.write.check.slips import FEW, is_slip
from kuzet.observatory.write.check.tables import adding, tables

TWICE: Final = 2
"""Places that tell a number, from which on the report surely means it."""

NARROWED: Final = ("narrowed", "narrowed_too", "season")
"""Relations whose words make a number one of a part."""

NOUN: Final = 24
"""Characters behind a number in which its noun stands."""


_OF_PEOPLE: Final = "state"
"""The field of concepts that are of people, whatever a row says: "behind bars", "killed"."""


class _Earlier(NamedTuple):
    """A number in front: the concepts of its own words, those of its sentence, and the sentence."""

    value: Fraction
    own: Concepts
    around: Concepts
    words: str
    line: int
    people: bool | None
    """Whether people or outlets are counted, and not incidents; None in a table, whose rows do not say it."""


def echoes(text: Text, raw: str) -> Iterator[Finding]:
    """The lone numbers of concluding sentences that are an earlier number of the same concepts but for a slip."""
    places = sections.concluding(text)
    if not places:
        return
    front = [*_of_tables(text, raw), *(one for index in range(places[-1]) for one in _of_prose(text, index))]
    times = Counter(told.value for told in front)
    firm = [told for told in front if times[told.value] >= TWICE]
    for index in places:
        sentence = text.sentences[index]
        one = _alone(text, sentence)
        if one and not _is_told(text, raw, index, one):
            yield from _judged(text, sentence, one, [told for told in firm if told.line < sentence.line])


def _is_told(text: Text, raw: str, index: int, one: Mention) -> bool:
    """Whether a number stands in front, in prose or in a row, under words that do not name something else."""
    about = concepts.widely(text.sentences[index].text, text.language)
    spoken = [
        labels.spoken(sentence, told, text.language)
        for sentence in text.sentences[:index]
        for told in sentence.of_kind("count")
        if told.exact == one.exact
    ]
    rows = [row for table in tables.tables(raw) for row in table if one.exact in map(row.number, range(len(row.cells)))]
    others = [concepts.widely(words, text.language) for words in (*spoken, *(row.cells[0] for row in rows))]
    return any(not other or other & about for other in others)


def _alone(text: Text, sentence: Sentence) -> Mention | None:
    """The one count of a sentence besides all incidents, of the report's year and no difference."""
    whole = text.total.mention.exact if text.total else None
    counts = [one for one in sentence.of_kind("count", "amount") if one.exact != whole]
    if len(counts) != 1 or counts[0].kind != "count" or counts[0].value < FEW:
        return None
    one = counts[0]
    other_time = sentence.order_of(one) not in (None, text.year) or sentence.of_kind("year")
    narrowed = any(phrases.says(text.language, words, sentence.text) for words in NARROWED)
    return (
        None
        if other_time or narrowed or one in deltas(sentence, text.language) or is_of_part(text, sentence, one)
        else one
    )


def _judged(text: Text, sentence: Sentence, one: Mention, front: Sequence[_Earlier]) -> Iterator[Finding]:
    about, people = concepts.widely(sentence.text, text.language), _people(text, sentence, one)
    near = [
        told
        for told in front
        if told.own and told.own <= about <= told.around and is_slip(one.exact, told.value)
        if told.people == people or (told.people is None and (not people or _OF_PEOPLE in dict(told.own)))
    ]
    sure = [told for told in near if not narrows(text, sentence, one, told.words)]
    if sure and len({told.value for told in near}) == 1:
        why = f"{plain(one.exact)} here, {plain(sure[0].value)} on line {sure[0].line}"
        yield finding(sentence, Kind.REPEAT, Outcome(Verdict.DIFFERS, plain(sure[0].value), why), one)


def _people(text: Text, sentence: Sentence, one: Mention) -> bool:
    return phrases.says(text.language, "other_noun", sentence.after(one, NOUN))


def _of_prose(text: Text, index: int) -> Iterator[_Earlier]:
    """The counts of the report's year that are no part of anything but all incidents."""
    sentence, language = text.sentences[index], text.language
    around, lone = concepts.widely(sentence.text, language), _alone(text, sentence)
    barred = deltas(sentence, language)
    for one in sentence.of_kind("count"):
        this_year = sentence.order_of(one) in (None, text.year)
        if one.value >= FEW and this_year and one not in barred and not is_of_part(text, sentence, one):
            own = around if one is lone else concepts.widely(labels.spoken(sentence, one, language), language)
            people = _people(text, sentence, one)
            yield _Earlier(one.exact, own, around, sentence.text, sentence.line_of(one), people)


def _of_tables(text: Text, raw: str) -> Iterator[_Earlier]:
    """The cells of the report's year, of the only column of numbers, or of the total column."""
    for table in tables.tables(raw):
        places = columns(table, text)
        for row in table[1:]:
            label = row.cells[0]
            own = concepts.widely(label, text.language)
            values = (row.number(place) for place in places)
            if not adding.is_total(label, text.language):
                yield from (_Earlier(one, own, own, label, row.line, None) for one in values if one and one >= FEW)
