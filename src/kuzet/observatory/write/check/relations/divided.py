"""Sentences whose numbers make up a whole as groups of named numbers: "95 men and 42 women", "police 81, others 31"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.reading import labels, phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import lists, subjects
from kuzet.observatory.write.check.relations.subjects import Group, Named

FEWEST: Final = 2
"""Parts of a whole."""


def groups(text: Text) -> Iterator[Group]:
    """The groups of all sentences: the first number is the sum of the others, or all make up the text's whole.

    Or what the sentence in front counts: "There were 46. Of these 21 ..., nine ... and 16 ...".
    """
    for index, sentence in enumerate(text.sentences):
        moved = deltas(sentence, text.language)
        ones = [one for one in sentence.of_kind("count") if one not in moved and one.value]
        dated = any(sentence.order_of(one) not in (None, text.year) for one in ones)
        if dated or len(ones) < FEWEST:
            continue
        added = sum((one.exact for one in ones), Fraction(0))
        if text.total and added == text.total.mention.exact:
            yield _group(text, sentence, ones, added, None)
        elif len(ones) > FEWEST and added == 2 * ones[0].exact:
            of_text = text.total is not None and ones[0].exact == text.total.mention.exact
            whole = None if of_text else _words(sentence, ones[0], text.language)
            yield _group(text, sentence, ones[1:], ones[0].exact, whole)
        else:
            yield from _of_front(text, index, [one for one in ones if not lists.bracketed(sentence, one)])


def _of_front(text: Text, index: int, ones: Sequence[Mention]) -> Iterator[Group]:
    """The parts of what the sentence in front counts, told as "of these"."""
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    if front is None or front.block != sentence.block or len(ones) <= FEWEST:
        return
    added = sum((one.exact for one in ones), Fraction(0))
    wholes = [one for one in front.of_kind("count") if one.exact == added]
    opened = phrases.begins_with(text.language, "of_which", sentence.text)
    if opened and len(wholes) == 1 and front.order_of(wholes[0]) in (None, text.year):
        yield _group(text, sentence, ones, added, _words(front, wholes[0], text.language))


def _group(
    text: Text, sentence: Sentence, parts: Sequence[Mention], whole: Fraction, of: subjects.Words | None
) -> Group:
    told = ((labels.spoken(sentence, one, text.language).rpartition(": ")[2], one) for one in parts)
    entries = (Named(subjects.telling(said, text.language), {text.year: one.exact}) for said, one in told)
    return Group(tuple(entries), {text.year: whole}, of)


def _words(sentence: Sentence, one: Mention, language: str) -> subjects.Words:
    return subjects.label(labels.spoken(sentence, one, language), language)
