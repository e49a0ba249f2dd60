"""The first look at a text: run by run of signs without white space, each run looked at once and then remembered.

It tells whether something that may name whom an act is done to, and something that may tell an act, can stand there.
What one word tells is decided by its run; a phrase of several words can stand only where the run of its first word and
one with its sign (see `lexicon`) do, and is then looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kuzet.language.names import capitals
from kuzet.language.text import identify, script
from kuzet.language.text.beginnings import Beginnings, Remembered
from kuzet.language.vocabulary import lexicon
from kuzet.language.vocabulary.lexicon import Lexicon, Match

_FIRST: Final = (-1, -2)
"""A word for media begins, a word for an act begins."""

_MAYBE_FIRST: Final = (-3, -4)
"""The same, where several words have to follow each other."""

_ALONE: Final = (-5, -6)
"""A whole hint of the first kind (whom an act is done to) and of the second (an act)."""

_OTHER_LETTERS: Final = -7
"""A letter of those in which Kazakh is written beside the Cyrillic ones."""

_LOOK: Final = (-8,)
"""What may be a hint alone begins; the run has to be looked at."""

_NO_WORD: Final = -9
"""The run holds no word: a dash, a mark."""


class Gate:
    """The hints of a vocabulary, of both kinds, as they are looked for first."""

    def __init__(self, hints: tuple[Lexicon, Lexicon]) -> None:
        self._hints = hints
        self._first = Beginnings(_first_codes(hints))
        self._later = Beginnings(_codes((word, sign, kind) for kind in (0, 1) for word, sign in hints[kind].marks()))
        self._extent = {2 * sign + kind: words for kind in (0, 1) for sign, words in hints[kind].extents()}
        self._begun = tuple(frozenset(code for code in self._extent if code & 1 == kind) for kind in (0, 1))
        self._told = Remembered(self._tell)
        self._signs = Remembered(lambda run: _of(self._later, bare(run)))

    def lets_pass(self, text: str) -> bool:
        """Whether first words of both kinds stand in a text, and hints of both kinds or other letters."""
        runs = text.split()
        told = self._all_told(some := set(runs))
        if not (told.issuperset(_FIRST) or _begins(told, text)):
            return False
        if all(_ALONE[kind] in told or self._has_phrase(kind, text, (runs, some), told) for kind in (0, 1)):
            return True
        return _OTHER_LETTERS in told and identify.may_be_other_script(text)

    def may_stand(self, kind: int, text: str) -> bool:
        """Whether hints of a kind, 0 or 1, stand in a text."""
        runs = text.split()
        told = self._all_told(some := set(runs))
        return _ALONE[kind] in told or self._has_phrase(kind, text, (runs, some), told)

    def _all_told(self, runs: set[str]) -> frozenset[int]:
        return _NONE.union(*map(self._told.__getitem__, runs))

    def _has_phrase(self, kind: int, text: str, runs: tuple[list[str], set[str]], told: frozenset[int]) -> bool:
        """Whether a phrase of several words stands in the text; it is looked for only where its sign is near."""
        every, some = runs
        begun = told & self._begun[kind]
        codes = begun and begun & _NONE.union(*map(self._signs.__getitem__, some))
        if not codes:
            return False
        empty = {run for run in some if _NO_WORD in self._told[run]} if _NO_WORD in told else _NO_RUNS
        worded = [run for run in every if run not in empty] if empty else every
        spans: list[tuple[int, int]] = []
        for number, near in self._near(worded, codes):
            spans = spans or [run.span() for run in _RUN.finditer(text) if run[0] not in empty]
            words = max(self._extent[code] for code in near)
            part = text[spans[number][0] : spans[min(number + words, len(spans)) - 1][1]]
            first = len(bare(worded[number]).split())
            found = self._hints[kind].find_longer(bare(part), first, [code >> 1 for code in near])
            if any(may_stand(match, part) for match in found):
                return True
        return False

    def _near(self, runs: list[str], codes: frozenset[int]) -> Iterator[tuple[int, list[int]]]:
        """Where phrases may begin in runs that hold a word each, with their codes: their signs stand near enough."""
        marked: dict[int, list[int]] = {}
        for number in _touching(codes, self._signs, runs):
            for code in self._signs[runs[number]] & codes:
                marked.setdefault(code, []).append(number)
        for number in _touching(codes, self._told, runs):
            begun = [
                code
                for code in self._told[runs[number]] & codes
                if any(number <= place <= number + self._extent[code] for place in marked[code])
            ]
            if begun:
                yield number, begun

    def _tell(self, run: str) -> frozenset[int]:
        """What begins in a run, and the signs that phrases which begin there wait for."""
        flat = bare(run)
        told = _of(self._first, flat)
        others = [_OTHER_LETTERS] if identify.has_other_letters(run) else []
        if not flat.strip():
            others.append(_NO_WORD)
        if told.isdisjoint(_LOOK):
            return told.union(others) if others else told
        alone = (code for code, hints in zip(_ALONE, self._hints, strict=True) if _is_hint(hints, flat, run))
        return told.union(others, alone)


_RUN: Final = re.compile(r"\S+")


def _touching(codes: frozenset[int], known: Mapping[str, frozenset[int]], runs: list[str]) -> list[int]:
    """The places of the runs of which one of the codes is known."""
    apart = map(codes.isdisjoint, map(known.__getitem__, runs))
    return [number for number, is_apart in enumerate(apart) if not is_apart]


def _is_hint(hints: Lexicon, flat: str, run: str) -> bool:
    return any(may_stand(match, run) for match in hints.find(flat))


def _of(known: Beginnings[frozenset[int]], flat: str) -> frozenset[int]:
    found = [codes for word in flat.split() for codes in known.values(word)]
    return _NONE.union(*found) if found else _NONE


_NONE: Final[frozenset[int]] = frozenset()
_NO_RUNS: Final[set[str]] = set()


def _first_codes(hints: Iterable[Lexicon]) -> dict[str, frozenset[int]]:
    """What each beginning of a word tells."""
    told: dict[str, set[int]] = {}
    for one, several, table in zip(_FIRST, _MAYBE_FIRST, lexicon.gate().values(), strict=True):
        for key in table:
            told.setdefault(key.strip(), set()).add(several if " " in key.strip() else one)
    for kind, known in enumerate(hints):
        for word, sign in known.firsts():
            told.setdefault(word, set()).add(_LOOK[0] if sign is None else 2 * sign + kind)
    return {word: frozenset(codes) for word, codes in told.items()}


def _codes(signs: Iterable[tuple[str, int, int]]) -> dict[str, frozenset[int]]:
    told: dict[str, set[int]] = {}
    for word, sign, kind in signs:
        told.setdefault(word, set()).add(2 * sign + kind)
    return {word: frozenset(codes) for word, codes in told.items()}


def _begins(told: frozenset[int], text: str) -> bool:
    maybe = all(one in told or several in told for one, several in zip(_FIRST, _MAYBE_FIRST, strict=True))
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
