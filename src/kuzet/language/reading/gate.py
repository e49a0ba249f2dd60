"""The first look at a text: run by run of signs without white space, each run looked at once and then remembered.

It tells whether something that may name whom an act is done to, and something that may tell an act, can stand there.
What one word tells is decided by its run; a phrase of several words can stand only where the run of its first word and
one with its sign (see `lexicon`) do, and is then looked for.
"""

from __future__ import annotations

import functools
import operator
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import tee
from typing import Final

from msgspec import structs

from kuzet.language.names import capitals
from kuzet.language.reading.masks import Covers
from kuzet.language.text import identify, script
from kuzet.language.text.beginnings import Beginnings, Remembered
from kuzet.language.vocabulary import lexicon
from kuzet.language.vocabulary.lexicon import Lexicon, Match

_FIRST: Final = (1 << 0, 1 << 1)
"""A word for media begins, a word for an act begins. What a run tells is the sum of such bits."""

_MAYBE_FIRST: Final = (1 << 2, 1 << 3)
"""The same, where several words have to follow each other."""

_ALONE: Final = (1 << 4, 1 << 5)
"""A whole hint of the first kind (whom an act is done to) and of the second (an act)."""

_COVERED: Final = (1 << 6, 1 << 7)
"""The same that a mask may cover: the words around it have to be looked at."""

_OTHER_LETTERS: Final = 1 << 8
"""A letter of those in which Kazakh is written beside the Cyrillic ones."""

_LOOK: Final = 1 << 9
"""What may be a hint alone begins; the run has to be looked at."""

_NO_WORD: Final = 1 << 10
"""The run holds no word: a dash, a mark."""

_PHRASES: Final = 11
"""The first bit of phrases: one bit for each sign of the first kind, then one for each of the second."""


class Gate:
    """The hints of a vocabulary, of both kinds, as they are looked for first, and the masks that may cover them."""

    def __init__(self, hints: tuple[Lexicon, Lexicon], covers: Covers) -> None:
        self.covers = covers
        self.bare = Remembered(bare)
        """A run as words are looked for in it."""
        self.kinds = (targets := _Kind(hints[0], _PHRASES), _Kind(hints[1], targets.end))
        first = Beginnings(_first_bits(self.kinds))
        later = Beginnings(
            _summed((word, kind.bit(sign)) for kind in self.kinds for word, sign in kind.lexicon.marks())
        )
        self.told = Remembered(lambda run: self._tell(run, first))
        """What begins in a run, and the signs that phrases which begin there wait for."""
        self.signs = Remembered(lambda run: _of(later, self.bare[run]))
        """The signs of phrases that stand in a run."""

    def look(self, text: str) -> Look:
        """A look at a text."""
        return Look(self, text)

    def _tell(self, run: str, first: Beginnings[int]) -> int:
        flat = self.bare[run]
        told = _of(first, flat)
        if identify.has_other_letters(run):
            told |= _OTHER_LETTERS
        if not flat.strip():
            told |= _NO_WORD
        for kind in (0, 1) if told & _LOOK else ():
            for match in self.hints(kind, run):
                may_cover = self.covers.may_cover(match, flat[match.start : match.end])
                told |= (_COVERED if may_cover else _ALONE)[kind]
        return told

    def hints(self, kind: int, run: str) -> Iterator[Match]:
        """The hints of a kind that stand in a run."""
        return (match for match in self.kinds[kind].lexicon.find(self.bare[run]) if may_stand(match, run))

    def stands(self, kind: int, runs: Sequence[str], signs: Sequence[int]) -> bool:
        """Whether a phrase of a kind with one of these signs begins in the first of the runs."""
        hints = self.kinds[kind]
        part = runs[: max(map(hints.extent, signs))]
        flat = " ".join(map(self.bare.__getitem__, part))
        first = len(self.bare[runs[0]].split())
        return any(may_stand(match, " ".join(part)) for match in hints.lexicon.find_longer(flat, first, signs))


class _Kind:
    """The hints of one kind, whose phrases have the bits from `begin` on."""

    def __init__(self, hints: Lexicon, begin: int) -> None:
        self.lexicon = hints
        self._begin = begin
        self._extents = dict(hints.extents())
        self.end = begin + max(self._extents, default=0) + 1
        self.mask = (1 << self.end) - (1 << begin)
        self.longest = max(self._extents.values(), default=0)
        """Words in which a phrase stands at most."""

    def bit(self, sign: int | None) -> int:
        """The bit of phrases with a sign, `_LOOK` for what is no phrase."""
        return _LOOK if sign is None else 1 << self._begin + sign

    def extent(self, sign: int) -> int:
        """Words in which a phrase with a sign stands at most."""
        return self._extents[sign]

    def signs(self, bits: int) -> tuple[int, ...]:
        """The signs of phrases whose bits are set."""
        return tuple(bit - self._begin for bit in _places(bits))

    def is_near(self, sign: int, place: int, marked: Sequence[int]) -> bool:
        """Whether the first of the marked places that is not before a place is near enough for a phrase with a sign."""
        behind = bisect_left(marked, place)
        return behind < len(marked) and marked[behind] - place <= self._extents[sign]


class Look:
    """The runs of a text and what they tell; 0 is the kind of whom an act is done to, 1 that of an act."""

    def __init__(self, gate: Gate, text: str) -> None:
        self._gate = gate
        self._text = text
        self._runs = text.split()
        self._told = _union(gate.told, self._some)

    @cached_property
    def _some(self) -> set[str]:
        return set(self._runs)

    @cached_property
    def _signs(self) -> int:
        return _union(self._gate.signs, self._some)

    def lets_pass(self) -> bool:
        """Whether first words of both kinds stand in the text, and hints of both kinds or other letters."""
        told = self._told
        if not (all(told & first for first in _FIRST) or _begins(told, self._text)):
            return False
        if all(told & _ALONE[kind] or next(self._numbers(kind), None) is not None for kind in (0, 1)):
            return True
        return bool(told & _OTHER_LETTERS) and identify.may_be_other_script(self._text)

    def spans(self, kind: int) -> Iterator[tuple[int, int]]:
        """Start and end of the runs in which hints of a kind begin."""
        return (self._spans[number] for number in self._numbers(kind))

    def _numbers(self, kind: int) -> Iterator[int]:
        """The numbers of these runs; none is looked for twice, however often they are asked for."""
        return copy(self._found[kind])

    @cached_property
    def _found(self) -> list[Iterator[int]]:
        return [tee(self._find(kind), 1)[0] for kind in (0, 1)]

    def _find(self, kind: int) -> Iterator[int]:
        alone, covered = _ALONE[kind], _COVERED[kind]
        if self._told & (alone | covered):
            told = self._gate.told
            for number, run in enumerate(self._runs):
                if told[run] & alone or (told[run] & covered and not self._is_covered(kind, number)):
                    yield number
        yield from self._phrases(kind)

    def _is_covered(self, kind: int, number: int) -> bool:
        """Whether masks cover every hint in a run."""
        covers, begin = self._gate.covers, self._spans[number][0]
        first = self._spans[max(number - covers.longest, 0)][0]
        last = self._spans[min(number + covers.longest, len(self._spans) - 1)][1]
        hints, around = self._gate.hints(kind, self._runs[number]), self._text[first:last]
        return all(covers.cover(_moved(match, begin - first), around) for match in hints)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [run.span() for run in _RUN.finditer(self._text)]

    def _phrases(self, kind: int) -> Iterator[int]:
        """The numbers of the runs in which phrases of a kind begin; they are looked for only where a sign is near."""
        hints = self._gate.kinds[kind]
        begun = self._told & hints.mask
        bits = begun and begun & self._signs
        if not bits:
            return
        numbers, runs = self._worded
        firsts, marks = (
            {run: hints.signs(found) for run, found in _having(bits, known, self._some).items()}
            for known in (self._gate.told, self._gate.signs)
        )
        marked: dict[int, list[int]] = {}
        for place, run in enumerate(runs):
            if run in marks:
                for sign in marks[run]:
                    marked.setdefault(sign, []).append(place)
        for place, run in enumerate(runs):
            if run in firsts:
                signs = [sign for sign in firsts[run] if hints.is_near(sign, place, marked[sign])]
                if signs and self._gate.stands(kind, runs[place : place + hints.longest], signs):
                    yield numbers[place]

    @cached_property
    def _worded(self) -> tuple[Sequence[int], list[str]]:
        """The numbers of the runs that hold a word, and these runs."""
        if not self._told & _NO_WORD:
            return range(len(self._runs)), self._runs
        wordless = _having(_NO_WORD, self._gate.told, self._some)
        numbers = [number for number, run in enumerate(self._runs) if run not in wordless]
        return numbers, [self._runs[number] for number in numbers]


_RUN: Final = re.compile(r"\S+")


def _moved(match: Match, letters: int) -> Match:
    return structs.replace(match, start=match.start + letters, end=match.end + letters)


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1


def _sum(bits: Iterable[int]) -> int:
    return functools.reduce(operator.or_, bits, 0)


def _having(bits: int, known: Mapping[str, int], runs: Iterable[str]) -> dict[str, int]:
    """The runs of which some of the bits are known, with these."""
    return {run: found for run in runs if (found := known[run] & bits)}


def _union(known: Mapping[str, int], runs: Iterable[str]) -> int:
    return _sum(map(known.__getitem__, runs))


def _of(known: Beginnings[int], flat: str) -> int:
    return _sum(bits for word in flat.split() for bits in known.values(word))


def _first_bits(kinds: Iterable[_Kind]) -> dict[str, int]:
    """What each beginning of a word tells."""
    firsts = (
        (key.strip(), several if " " in key.strip() else one)
        for one, several, table in zip(_FIRST, _MAYBE_FIRST, lexicon.gate().values(), strict=True)
        for key in table
    )
    return _summed((*firsts, *((word, kind.bit(sign)) for kind in kinds for word, sign in kind.lexicon.firsts())))


def _summed(told: Iterable[tuple[str, int]]) -> dict[str, int]:
    bits: dict[str, int] = {}
    for word, bit in told:
        bits[word] = bits.get(word, 0) | bit
    return bits


def _begins(told: int, text: str) -> bool:
    maybe = all(told & (one | several) for one, several in zip(_FIRST, _MAYBE_FIRST, strict=True))
    return maybe and has_first_words(bare(text))


def bare(text: str) -> str:
    """The text as words of all languages are looked for in it."""
    return script.bare_small(lexicon.flatten(text, "en"))


def may_stand(match: Match, text: str) -> bool:
    """Whether the text may write it so: the last word of an outlet's name with a capital or in quotation marks."""
    if match.entry.table != "titles":
        return written(match, text)
    capital = text[match.start].isupper() or text[match.start - 1 : match.start] == "-"
    return capital or _CLOSED.match(text, match.end) is not None


_CLOSED: Final = re.compile(r"[.,'’s-]*[»”“\"]")


def written(match: Match, text: str) -> bool:
    """A name counts only when the text writes it with a capital letter (or in a script without any)."""
    if not match.entry.proper and _SHORT.fullmatch(match.entry.pattern):  # Ақ Жайық is no АҚ, a company
        return text[match.start : match.end].isupper() or capitals.has_none(text)
    if not match.entry.proper or not text[match.start].islower():
        return True
    sure = match.entry.weight > 1 if match.entry.table == "places" else text[match.start - 1 : match.start] in _QUOTES
    return sure and capitals.has_none(text)


_QUOTES: Final = ("«", "“", '"')
_SHORT: Final = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]{2}\.")
"""An abbreviation of two letters, which in small ones may be a word."""


def has_first_words(flat: str) -> bool:
    """Whether any word for media and any word for an act begin a word of the flattened text, in any language."""
    return all(next(lexicon.gate()[table].iter(f" {flat}"), None) is not None for table in ("roles", "triggers"))
