"""The first look at a text: run by run of signs without white space, each run looked at once and then remembered.

It tells whether something that may name whom an act is done to, and something that may tell an act, can stand there.
What one word tells is decided by its run; a phrase of several words can stand only where the run of its first word and
one with its sign (see `lexicon`) do, and is then looked for.
"""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import takewhile, tee
from typing import Final

from msgspec import structs

from kuzet.language.names import capitals
from kuzet.language.reading.masks import Covers
from kuzet.language.text import identify, script
from kuzet.language.text.beginnings import KEPT, Beginnings, Remembered
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

_BEGUN: Final = (1 << 8, 1 << 9)
"""A phrase begins, of several words one behind the other or apart."""

_MARKED: Final = (1 << 10, 1 << 11)
"""The sign of a phrase stands in the run."""

_OTHER_LETTERS: Final = 1 << 12
"""A letter of those in which Kazakh is written beside the Cyrillic ones."""

_LOOK: Final = 1 << 13
"""What may be a hint alone begins; the run has to be looked at."""

_NO_WORD: Final = 1 << 14
"""The run holds no word: a dash, a mark."""


class Gate:
    """The hints of a vocabulary, of both kinds, as they are looked for first, and the masks that may cover them."""

    def __init__(self, hints: tuple[Lexicon, Lexicon], covers: Covers) -> None:
        self.covers = covers
        self.bare = Remembered(bare)
        """A run as words are looked for in it."""
        self.of_masks = Remembered(lambda run: covers.has_word(self.bare[run].split()))
        """Whether a run may hold a word of a mask."""
        self.kinds = (_Kind(hints[0], self.bare), _Kind(hints[1], self.bare))
        first = Beginnings(_first_bits(self.kinds))
        self.told = Remembered(lambda run: self._tell(run, first))
        """What begins in a run: few bits, so that those of a text are told at once."""
        self.is_covered = functools.lru_cache(maxsize=KEPT)(self._is_covered)
        """Remembered, as the same few words stand beside one another in most of the news: *баспасөз қызметі*."""

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
        for hints, begun, marked in zip(self.kinds, _BEGUN, _MARKED, strict=True):
            told |= (begun if hints.begun[run] else 0) | (marked if hints.marks[run] else 0)
        for kind in (0, 1) if told & _LOOK else ():
            for match in self.hints(kind, run):
                may_cover = self.covers.may_cover(match, flat[match.start : match.end])
                told |= (_COVERED if may_cover else _ALONE)[kind]
        return told

    def hints(self, kind: int, run: str) -> Iterator[Match]:
        """The hints of a kind that stand in a run."""
        return (match for match in self.kinds[kind].lexicon.find(self.bare[run]) if may_stand(match, run))

    def _is_covered(self, kind: int, run: str, begin: int, around: str) -> bool:
        """Whether masks cover every hint of a kind in a run that begins there in the runs around it."""
        return self.covers.cover((_moved(match, begin) for match in self.hints(kind, run)), around)

    def stands(self, kind: int, runs: Sequence[str], signs: Sequence[int]) -> bool:
        """Whether a phrase of a kind with one of these signs begins in the first of the runs."""
        hints = self.kinds[kind]
        part = runs[: max(map(hints.extents.__getitem__, signs))]
        flat = " ".join(map(self.bare.__getitem__, part))
        first = len(self.bare[runs[0]].split())
        return any(may_stand(match, " ".join(part)) for match in hints.lexicon.find_longer(flat, first, signs))


class _Kind:
    """The hints of one kind. Sets of the signs of phrases are whole numbers with a bit for each sign."""

    def __init__(self, hints: Lexicon, flat: Mapping[str, str]) -> None:
        self.lexicon = hints
        self.extents = dict(hints.extents())
        """By sign the words in which a phrase stands at most."""
        self.longest = max(self.extents.values(), default=0)
        firsts = Beginnings(_summed((word, 1 << sign) for word, sign in hints.firsts() if sign is not None))
        marks = Beginnings(_summed((word, 1 << sign) for word, sign in hints.marks()))
        self.begun = Remembered(lambda run: _of(firsts, flat[run]))
        """The signs that phrases which begin in a run wait for."""
        self.marks = Remembered(lambda run: _of(marks, flat[run]))
        """The signs that stand in a run."""


class Look:
    """The runs of a text and what they tell; 0 is the kind of whom an act is done to, 1 that of an act."""

    def __init__(self, gate: Gate, text: str) -> None:
        self._gate = gate
        self._text = text
        self._runs = text.split()
        self._some = dict.fromkeys(self._runs)
        self._told = _sum({*map(gate.told.__getitem__, self._some)})

    def lets_pass(self) -> bool:
        """Whether first words of both kinds stand in the text, and hints of both kinds or other letters.

        Whom an act is done to is looked for first: for that there are few phrases, and most texts name nobody.
        """
        told = self._told
        if not (all(told & first for first in _FIRST) or _begins(told, self._text)):
            return False
        if all(told & _ALONE[kind] or next(self.spans(kind), None) is not None for kind in (0, 1)):
            return True
        return bool(told & _OTHER_LETTERS) and identify.may_be_other_script(self._text)

    def spans(self, kind: int) -> Iterator[tuple[int, int]]:
        """Start and end of the runs in which hints of a kind begin; none is looked for twice, however often asked."""
        return copy(self._found[kind])

    @cached_property
    def _found(self) -> list[Iterator[tuple[int, int]]]:
        return [tee(self._find(kind), 1)[0] for kind in (0, 1)]

    def _find(self, kind: int) -> Iterator[tuple[int, int]]:
        alone, covered = _ALONE[kind], _COVERED[kind]
        if self._told & (alone | covered):
            told = self._gate.told
            for run in self._some:
                if told[run] & (alone | covered):
                    sure = told[run] & alone
                    yield from (span for span in self._places(run) if sure or not self._is_covered(kind, run, span))
        if self._told & _BEGUN[kind] and self._told & _MARKED[kind]:
            yield from self._phrases(kind)

    def _places(self, run: str) -> Iterator[tuple[int, int]]:
        """Start and end of a run wherever it stands, in reading order."""
        text, end = self._text, 0
        while (start := text.find(run, end)) >= 0:
            end = start + len(run)
            if text[start - 1 : start].strip() or text[end : end + 1].strip():
                end = start + 1  # inside of a longer run
            else:
                yield start, end

    def _is_covered(self, kind: int, run: str, span: tuple[int, int]) -> bool:
        """Whether masks cover every hint in a run."""
        first, last = self._around(*span)
        return self._gate.is_covered(kind, run, span[0] - first, self._text[first:last])

    def _around(self, begin: int, end: int) -> tuple[int, int]:
        """Start and end of the runs around a place that may be words of one mask, side by side."""
        text, longest, of_masks = self._text, self._gate.covers.longest, self._gate.of_masks
        before = text[max(begin - _AROUND, 0) : begin].rsplit(None, longest)
        for run in takewhile(of_masks.__getitem__, before[: -longest - 1 : -1]):
            begin = text.rindex(run, 0, begin)
        for run in takewhile(of_masks.__getitem__, text[end : end + _AROUND].split(None, longest)[:longest]):
            end = text.index(run, end) + len(run)
        return begin, end

    def _phrases(self, kind: int) -> Iterator[tuple[int, int]]:
        """The runs in which phrases of a kind begin."""
        hints = self._gate.kinds[kind]
        numbers, runs = self._worded
        for place, signs in self._near(hints, runs):
            if self._gate.stands(kind, runs[place : place + hints.longest], signs):
                yield self._spans[numbers[place]]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [run.span() for run in _RUN.finditer(self._text)]

    def _near(self, hints: _Kind, runs: Sequence[str]) -> list[tuple[int, list[int]]]:
        """The places of runs in which phrases begin that have their sign near enough behind, with these signs."""
        firsts, marks = (list(map(known.__getitem__, self._some)) for known in (hints.begun, hints.marks))
        both = _sum(firsts) & _sum(marks)
        if not both:
            return []
        begun, marked = (
            {run: _signs(told) for run, bits in zip(self._some, known, strict=True) if (told := bits & both)}
            for known in (firsts, marks)
        )
        seen = begun.keys() | marked.keys()
        behind: dict[int, int] = {}
        near: list[tuple[int, list[int]]] = []
        for place, run in [one for one in enumerate(runs) if one[1] in seen][::-1]:
            for sign in marked.get(run, ()):
                behind[sign] = place
            if run in begun:
                extents = ((sign, hints.extents[sign]) for sign in begun[run] if sign in behind)
                signs = [sign for sign, extent in extents if behind[sign] - place <= extent]
                if signs:
                    near.append((place, signs))
        return near[::-1]

    @cached_property
    def _worded(self) -> tuple[Sequence[int], list[str]]:
        """The numbers of the runs that hold a word, and these runs."""
        if not self._told & _NO_WORD:
            return range(len(self._runs)), self._runs
        told = self._gate.told
        numbers = [number for number, run in enumerate(self._runs) if not told[run] & _NO_WORD]
        return numbers, [self._runs[number] for number in numbers]


_AROUND: Final = 500
"""Letters on either side that hold the words of any mask; a text of millions is not gone through for each place."""

_RUN: Final = re.compile(r"\S+")


def _moved(match: Match, letters: int) -> Match:
    return structs.replace(match, start=match.start + letters, end=match.end + letters)


def _signs(bits: int) -> tuple[int, ...]:
    """The signs whose bits are set."""
    found = []
    while bits:
        found.append(bits.bit_length() - 1)
        bits ^= 1 << found[-1]
    return tuple(found)


def _sum(bits: Iterable[int]) -> int:
    return functools.reduce(operator.or_, bits, 0)


def _of(known: Beginnings[int], flat: str) -> int:
    return _sum(bits for word in flat.split() for bits in known.values(word))


def _first_bits(kinds: Iterable[_Kind]) -> dict[str, int]:
    """What each beginning of a word tells."""
    firsts = (
        (key.strip(), several if " " in key.strip() else one)
        for one, several, table in zip(_FIRST, _MAYBE_FIRST, lexicon.gate().values(), strict=True)
        for key in table
    )
    looked = ((word, _LOOK) for kind in kinds for word, sign in kind.lexicon.firsts() if sign is None)
    return _summed((*firsts, *looked))


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
