"""Parts told again of a whole that was divided before: "of the 31 complaints nine led to a case", where seven did.

The later sentence is one of a conclusion and tells the whole and one part only; its words mention one entry of the
earlier list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check import guesses
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import labels, sections
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
from kuzet.observatory.write.check.relations import subjects
from kuzet.observatory.write.check.relations.bases import marked
from kuzet.observatory.write.check.relations.subjects import Group, Named
from kuzet.observatory.write.check.repeats import wording

FEW: Final = 10
"""Smaller wholes repeat by chance."""

FEWEST: Final = 2
"""Parts of a list; words behind a number that may be its noun."""

BEHIND: Final = 40
"""Characters in which these stand."""

_WORD: Final = re.compile(r"[^\W\d_]+")


class _Divided(NamedTuple):
    """A whole with its parts, and the line that tells them."""

    line: int
    group: Group
    whole: Fraction
    of: subjects.Words
    """What the whole counts."""


def parted(text: Text) -> Iterator[Finding]:
    """The parts of concluding sentences that differ from the entry that their words mention."""
    known: list[_Divided] = []
    places = sections.concluding(text)
    for index, sentence in enumerate(text.sentences):
        told = _part(text, sentence) if index in places else None
        for one in known if told else ():
            if told and one.whole == told[1].exact and wording.common(one.of, _noun(sentence, told[1])):
                yield from _compared(text, sentence, told[0], one)
        known += _divided(text, index)


def _part(text: Text, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """The only part of a sentence with its whole."""
    ones = sentence.of_kind("count")
    wholes = [one for one in ones if one in marked(sentence, text.language) and one.value >= FEW]
    if len(ones) != FEWEST or len(wholes) != 1 or sentence.of_kind("percent", "portion"):
        return None
    part = next(one for one in ones if one is not wholes[0])
    return (part, wholes[0]) if part.exact < wholes[0].exact else None


def _divided(text: Text, index: int) -> Iterator[_Divided]:
    """The list of a sentence whose numbers make up its first one, or the only one of the sentence in front."""
    sentence = text.sentences[index]
    ones, front = sentence.of_kind("count"), text.sentences[index - 1] if index else None
    before = front.of_kind("count") if front and front.paragraph == sentence.paragraph else ()
    for near, whole, parts in ((sentence, ones[:1], ones[1:]), (front, before if len(before) == 1 else (), ones)):
        if near and whole and len(parts) >= FEWEST and whole[0].exact == sum((one.exact for one in parts), Fraction(0)):
            entries = (Named(_words(text, sentence, one), {text.year: one.exact}) for one in parts)
            yield _Divided(sentence.line, Group(tuple(entries), {}), whole[0].exact, _noun(near, whole[0]))


def _words(text: Text, sentence: Sentence, one: Mention) -> subjects.Words:
    return subjects.telling(labels.spoken(sentence, one, text.language), text.language)


def _noun(sentence: Sentence, one: Mention) -> subjects.Words:
    """The words right behind a number."""
    return stems(" ".join(_WORD.findall(sentence.after(one, BEHIND))[:FEWEST]))


def _compared(text: Text, sentence: Sentence, part: Mention, told: _Divided) -> Iterator[Finding]:
    values = {one.by_year[text.year] for one in told.group.entries}
    meant = [one.by_year[text.year] for one in subjects.mentioned(sentence.text, told.group, text.language)]
    if part.exact in values or len(meant) != 1 or not guesses.like(part.exact, meant[0]):
        return
    why = f"{plain(part.exact)} here, {plain(meant[0])} on line {told.line}"
    yield finding(sentence, Kind.REPEAT, Outcome(Verdict.DIFFERS, plain(meant[0]), why), part)
