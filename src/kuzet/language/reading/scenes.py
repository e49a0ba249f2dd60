"""Scenes: the parts of a document that are weighed as one possible incident each.

A document is one scene as a rule; a digest that lists several events has one an entry.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct

from kuzet.language.reading import acts, cast
from kuzet.language.reading.acts import Act
from kuzet.language.reading.cast import Cast
from kuzet.language.reading.reading import Reading, Sentence
from kuzet.language.vocabulary.lexicon import Match

_ENTRY: Final = re.compile(
    r"\s*(?:[•●▪◾■◆➤►*–—-]\uFE0F?\s|\d{1,3}[.)]\s|\d{1,2}[ .]\S+|[^\W\d_]{3,14} \d{1,2}(?:st|nd|rd|th)?[,.:](?:\s|$))"
)
"""How an entry of a digest begins: a bullet, a number, a day, a month and a day."""

STRONG: Final = 2.0
"""An act of this value makes a paragraph an entry of its own."""


class Scene(Struct, frozen=True, dict=True):
    """Sentences `first` to `last` of a reading with their acts; the cast is that of the whole reading."""

    reading: Reading
    cast: Cast
    acts: tuple[Act, ...]
    first: int
    last: int

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the scene."""
        return self.reading.sentences[self.first : self.last + 1]

    @cached_property
    def best(self) -> tuple[Act, ...]:
        """The best act for each method, the strongest first."""
        best: dict[str, Act] = {}
        for act in self.acts:
            if act.method not in best or act.value > best[act.method].value:
                best[act.method] = act
        return tuple(sorted(best.values(), key=lambda act: (-act.value, act.sentence, act.match.start)))

    @cached_property
    def contexts(self) -> dict[str, list[tuple[Sentence, Match]]]:
        """Words of other genres (award, obituary ...) by genre."""
        found: dict[str, list[tuple[Sentence, Match]]] = {}
        for sentence in self.sentences:
            for match in sentence.of("contexts"):
                found.setdefault(match.entry.code, []).append((sentence, match))
        return found


def of(reading: Reading) -> tuple[Scene, ...]:
    """The scenes of a reading in reading order; together they hold all its sentences."""
    if not reading.sentences:
        return ()
    who = cast.of(reading)
    return tuple(_split(reading, who, acts.of(reading, who)))


def may_be_several(sentences: Sequence[Sentence]) -> bool:
    """Whether these sentences may be more than one scene: two paragraphs begin as an entry."""
    firsts = {sentence.paragraph: sentence for sentence in reversed(sentences)}
    return sum(_ENTRY.match(first.text) is not None for first in firsts.values()) > 1


def _split(reading: Reading, who: Cast, found: tuple[Act, ...]) -> Iterator[Scene]:
    starts = _entries(reading.sentences, found)
    bounds = sorted({0, *(starts if len(starts) > 1 else ()), len(reading.sentences)})
    by_sentence: dict[int, list[Act]] = {}
    for act in found:
        by_sentence.setdefault(act.sentence, []).append(act)
    for first, end in itertools.pairwise(bounds):
        own = tuple(act for number in range(first, end) for act in by_sentence.get(number, ()))
        yield Scene(reading=reading, cast=who, acts=own, first=first, last=end - 1)


def _entries(sentences: tuple[Sentence, ...], found: tuple[Act, ...]) -> list[int]:
    """First sentences of the paragraphs that begin as an entry and tell an act of their own."""
    strong = {sentences[act.sentence].paragraph for act in found if act.value >= STRONG}
    firsts: dict[int, Sentence] = {}
    for sentence in sentences:
        firsts.setdefault(sentence.paragraph, sentence)
    return [first.number for paragraph, first in firsts.items() if paragraph in strong and _ENTRY.match(first.text)]
