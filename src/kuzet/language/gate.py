"""The first look at a text: run by run of signs without white space, each run looked at once and then remembered.

It tells whether something that may name whom an act is done to, and something that may tell an act, can stand there.
What one word tells is decided by its run; a phrase of several words can stand only where the run of its first word and
one with its sign (see `lexicon`) do, and is then looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, partial, reduce
from itertools import chain
from operator import or_
from typing import Final

from msgspec import Struct

from kuzet.language import identify, lexicon, script
from kuzet.language.beginnings import Beginnings, Remembered
from kuzet.language.lexicon import Lexicon, Match

_FIRST: Final = (1, 2)
"""A word for media begins, a word for an act begins."""

_MAYBE_FIRST: Final = (4, 8)
"""The same, where several words have to follow each other."""

_ALONE: Final = (16, 32)
"""A whole hint of the first kind (whom an act is done to) and of the second (an act)."""

_OTHER_LETTERS: Final = 64
"""A letter of those in which Kazakh is written beside the Cyrillic ones."""

_NONE: Final[frozenset[int]] = frozenset()


class _Told(Struct, frozen=True, eq=False, gc=False):
    """What a run tells: any of the above, and by kind the signs of phrases that begin in it and the steps it fits."""

    flags: int
    signs: tuple[frozenset[int], frozenset[int]]
    steps: tuple[frozenset[int], frozenset[int]]


_NOTHING: Final = _Told(0, (_NONE, _NONE), (_NONE, _NONE))


class Gate:
    """The hints of a vocabulary, of both kinds, as they are looked for first."""

    def __init__(self, hints: tuple[Lexicon, Lexicon]) -> None:
        self.hints = hints
        self.look: Callable[[str], Look] = lru_cache(1)(partial(Look, self))
        """A look at a text; the last one is kept, for who reads on where the gate lets pass."""
        self._first = Beginnings(_first_flags())
        self._told = Remembered(self._tell)

    def lets_pass(self, text: str) -> bool:
        """Whether first words of both kinds stand in a text, and hints of both kinds or other letters."""
        look = self.look(text)
        if not look.has_first_words():
            return False
        if look.may_stand(0) and look.may_stand(1):
            return True
        return look.has(_OTHER_LETTERS) and identify.may_be_other_script(text)

    def tell(self, runs: Iterable[str]) -> list[_Told]:
        """What each run tells."""
        return list(map(self._told.__getitem__, runs))

    def find(self, kind: int, sign: int, runs: list[str]) -> bool:
        """Whether a phrase of a kind that has the sign may stand in these runs."""
        text = " ".join(runs)
        return any(may_stand(match, text) for match in self.hints[kind].find_longer(bare(text), sign))

    def _tell(self, run: str) -> _Told:
        flat = bare(run)
        words = flat.split()
        flags = reduce(or_, (flag for word in words for _, flag in self._first.of(word)), 0)
        flags |= _OTHER_LETTERS if identify.has_other_letters(run) else 0
        for alone, hints in zip(_ALONE, self.hints, strict=True):
            flags |= alone if any(may_stand(match, run) for match in hints.find(flat)) else 0
        told = [[hints.words[word] for word in words] for hints in self.hints]
        signs = [_NONE.union(*(one.signs for one in each)) for each in told]
        steps = [_NONE.union(*(one.steps for one in each)) for each in told]
        if not (flags or any(signs) or any(steps)):
            return _NOTHING
        return _Told(flags, (signs[0], signs[1]), (steps[0], steps[1]))


class Look:
    """A look at one text."""

    def __init__(self, gate: Gate, text: str) -> None:
        self._gate = gate
        self._text = text
        self._runs = text.split()
        self._told = gate.tell(self._runs)
        self._all = set(self._told)
        self._flags = reduce(or_, [told.flags for told in self._all], 0)

    def has(self, *flags: int) -> bool:
        """Whether all these are told."""
        return all(self._flags & flag for flag in flags)

    def has_first_words(self) -> bool:
        """Whether first words of both kinds stand in the text."""
        if self.has(*_FIRST):
            return True
        maybe = self.has(*(one | several for one, several in zip(_FIRST, _MAYBE_FIRST, strict=True)))
        return maybe and has_first_words(bare(self._text))

    def may_stand(self, kind: int) -> bool:
        """Whether hints of a kind, 0 or 1, may stand in the text."""
        return self.has(_ALONE[kind]) or next(self._phrases(kind), None) is not None

    def places(self, kind: int) -> Iterator[tuple[int, int]]:
        """The runs, as characters from and to, in which hints of a kind may begin: first of all those of one word."""
        alone = (number for number, told in enumerate(self._told) if told.flags & _ALONE[kind])
        return (self._spans[number] for number in chain(alone, self._phrases(kind)))

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [run.span() for run in _RUN.finditer(self._text)]

    def _phrases(self, kind: int) -> Iterator[int]:
        """The numbers of the runs in which phrases of several words may begin that hold no hint alone."""
        steps = _NONE.union(*[told.steps[kind] for told in self._all])
        signs = steps.intersection(_NONE.union(*[told.signs[kind] for told in self._all]))
        reach = self._gate.hints[kind].reach
        likely = {sign: ones for sign in signs if (ones := [one for one in reach(sign).items() if one[0] <= steps])}
        whole = {told for told in self._all if told.flags & _ALONE[kind]}
        begin = {told for told in self._all - whole if not likely.keys().isdisjoint(told.signs[kind])}
        for number, told in enumerate(self._told) if begin else ():
            found = told.signs[kind] & likely.keys() if told in begin else ()
            if any(self._holds(kind, number, sign, likely[sign]) for sign in found):
                yield number

    def _holds(self, kind: int, number: int, sign: int, likely: list[tuple[frozenset[int], int]]) -> bool:
        """Whether a phrase with a sign may begin in a run: all its steps are near, and then it is looked for."""
        for steps, reach in likely:
            end = number + reach + 1
            near = _NONE.union(*[told.steps[kind] for told in self._told[number:end]])
            if steps <= near and self._gate.find(kind, sign, self._runs[number:end]):
                return True
        return False


_RUN: Final = re.compile(r"\S+")


def _first_flags() -> dict[str, int]:
    """What each beginning of a word tells."""
    flags: dict[str, int] = {}
    for one, several, table in zip(_FIRST, _MAYBE_FIRST, lexicon.gate().values(), strict=True):
        for key in table:
            word = key.strip()
            flags[word] = flags.get(word, 0) | (several if " " in word else one)
    return flags


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
    return not match.entry.proper or not text[match.start].islower()


def has_first_words(flat: str) -> bool:
    """Whether any word for media and any word for an act begin a word of the flattened text, in any language."""
    return all(next(lexicon.gate()[table].iter(f" {flat}"), None) is not None for table in ("roles", "triggers"))
