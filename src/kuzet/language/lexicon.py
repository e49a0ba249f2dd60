"""Words and phrases to look for, as data that a linguist can edit, and the one pass that finds them all.

A pattern of `<language>/<table>.csv` is a run of words. Each word stands for every word of the text that begins with
it, in Kazakh a short one only for its own forms; `word.` (a full stop at its end) is that word and no longer one;
`a/b` is either, `a/b_c` is a or the run b c; `..` allows up to five words in between and `...` up to ten, never across
the end of a sentence. Case does not matter, nor a hyphen for a space, nor, in Kazakh, whether the text is typed with
its own letters or with Russian ones only.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, TypeVar

import ahocorasick
from msgspec import Struct

from kuzet.basis.errors import BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.language import endings, script, tables
from kuzet.language.beginnings import Beginnings, Remembered

TABLES: Final = (
    "triggers",
    "roles",
    "agents",
    "contexts",
    "masks",
    "sources",
    "officials",
    "outcomes",
    "modes",
    "words",
)
"""The tables of each language that hold patterns; all have the columns pattern, code and weight."""

GAPS: Final = {"..": 5, "...": 10}
_NOT_WORD: Final = re.compile(r"[^\w ]|_")  # a space stays what it is
_WORD: Final = re.compile(r"\S+")

T = TypeVar("T")


class Entry(Struct, frozen=True, gc=False):
    """One pattern and what it stands for; `proper`: a name, which the text writes with a capital letter."""

    table: str
    code: str
    weight: int
    pattern: str
    proper: bool = False


class Match(Struct, frozen=True, gc=False):
    """An entry found in a sentence: characters `start` to `end`, and the number of its first and last word."""

    start: int
    end: int
    first: int
    last: int
    entry: Entry


class _Step(Struct, frozen=True, gc=False):
    beginnings: tuple[str, ...]  # of words that fit
    stems: tuple[str, ...]  # of words that fit where endings follow
    whole: frozenset[str]  # words that fit
    runs: tuple[str, ...]  # beginnings of several words that fit
    gap: int
    words: tuple[tuple[str, bool], ...]  # all of these, and whether the whole word must be equal to it

    @classmethod
    def of(cls, words: tuple[tuple[str, bool], ...], gap: int, *, stems: bool) -> _Step:
        """A step that any of the words fits, of short ones only those whose endings follow where `stems` are told."""
        single = [word for word, whole in words if not whole and " " not in word]
        short = tuple(word for word in single if stems and len(word) <= endings.SHORT)
        beginnings = tuple(word for word in single if word not in short)
        runs = tuple(word for word, whole in words if not whole and " " in word)
        return cls(beginnings, short, frozenset(word for word, whole in words if whole), runs, gap, words)

    def fits(self, word: str) -> bool:
        """Whether a word alone fits."""
        if word.startswith(self.beginnings) or word in self.whole:
            return True
        return any(word.startswith(stem) and endings.fits(stem, word) for stem in self.stems)


class _Line:
    """A flattened sentence with its words, and their places once they are asked for."""

    __slots__ = ("_spans", "flat", "words")

    def __init__(self, flat: str) -> None:
        self.flat = flat
        self.words = flat.split()
        self._spans: list[tuple[int, int]] = []

    def span(self, number: int) -> tuple[int, int]:
        """The characters of a word."""
        if not self._spans:
            self._spans = [match.span() for match in _WORD.finditer(self.flat)]
        return self._spans[number]


class _Phrase(Struct, frozen=True, gc=False):
    entry: Entry
    rest: tuple[_Step, ...]
    steps: frozenset[int]  # the numbers of all in `rest`
    sign: int  # the number of the one that is likely the rarest, -1 for no rest


class _Start(Struct, frozen=True, gc=False):
    order: int  # among all that may begin with the same word
    phrase: _Phrase
    run: str  # what stands there where that is more than the beginning of one word


class Word(Struct, frozen=True, eq=False, gc=False):
    """What a word tells: phrases of one word, longer ones that it begins by their sign, and the steps that it fits."""

    single: tuple[_Start, ...]
    longer: Mapping[int, tuple[_Start, ...]]
    signs: frozenset[int]
    steps: frozenset[int]


_NOTHING: Final = Word((), {}, frozenset(), frozenset())
_NO_STEP: Final[frozenset[int]] = frozenset()

_Words = Beginnings[list[tuple[bool, T]]]
"""What stands for each word that begins so, and whether the whole word must be equal."""


class Lexicon:
    """All patterns of one language, compiled; `find` costs time linear in the text.

    A phrase of several steps is looked for only where words of the sentence fit all of them: first of all its sign, the
    step that is likely the rarest. Steps, and so signs, have numbers.

    A short beginning of a Kazakh pattern stands for word forms only (see `endings`), unless patterns of `several`
    languages are looked for together.
    """

    def __init__(self, language: str, entries: Iterable[Entry], *, several: bool = False) -> None:
        self.language = language
        self._stems = stems = language == "kk" and not several
        self.entries = tuple(entries)
        self._steps: dict[tuple[tuple[str, bool], ...], int] = {}
        self._reach: dict[int, dict[frozenset[int], int]] = {}
        keys: dict[str, list[tuple[bool, _Phrase]]] = {}
        for entry in self.entries:
            first, *rest = _steps(entry.pattern, language, stems=stems)
            phrase = self._phrase(entry, rest)
            for word, whole in first.words:
                keys.setdefault(word, []).append((whole, phrase))
        fits: dict[str, list[tuple[bool, int]]] = {}
        for words, step in self._steps.items():
            for word, whole in words:
                fits.setdefault(word, []).append((whole, step))
        self._keys, self._fits = Beginnings(keys), Beginnings(fits)
        self.words: Remembered[Word] = Remembered(self._word)

    def _phrase(self, entry: Entry, rest: list[_Step]) -> _Phrase:
        steps = [self._steps.setdefault(step.words, len(self._steps)) for step in rest]
        shortest = [min(len(word) for word, _ in step.words) for step in rest]
        phrase = _Phrase(entry, tuple(rest), frozenset(steps), steps[shortest.index(max(shortest))] if rest else -1)
        reach = self._reach.setdefault(phrase.sign, {})
        reach[phrase.steps] = max(reach.get(phrase.steps, 0), sum(1 + step.gap for step in rest))
        return phrase

    def find(self, flat: str) -> Iterator[Match]:
        """Every match in one sentence given as `flatten` makes it, in the order of their first words."""
        line = _Line(flat)
        told = list(map(self.words.__getitem__, line.words))
        steps: frozenset[int] | None = None
        for number, word in enumerate(told):
            likely = word.single
            if word.signs:
                steps = _NO_STEP.union(*[one.steps for one in told]) if steps is None else steps
                likely = likely if steps.isdisjoint(word.signs) else _likely(word, steps)
            if likely:
                yield from _matches(likely, line, number)

    def find_longer(self, flat: str, sign: int) -> Iterator[Match]:
        """Matches of the phrases of more than one step that have this sign."""
        line = _Line(flat)
        for number, word in enumerate(map(self.words.__getitem__, line.words)):
            if sign in word.signs:
                yield from _matches(word.longer[sign], line, number)

    def reach(self, sign: int) -> Mapping[frozenset[int], int]:
        """The steps of the phrases that have this sign, with the words from their first to their last at most."""
        return self._reach[sign]

    def _word(self, word: str) -> Word:
        single: list[_Start] = []
        longer: dict[int, list[_Start]] = {}
        for order, (key, phrase) in enumerate(_fitting(word, self._keys, stems=self._stems)):
            group = longer.setdefault(phrase.sign, []) if phrase.rest else single
            group.append(_Start(order, phrase, key if " " in key else ""))
        steps = frozenset(step for _, step in _fitting(word, self._fits, stems=self._stems))
        if not (single or longer or steps):
            return _NOTHING
        groups = {sign: tuple(group) for sign, group in longer.items()}
        return Word(tuple(single), groups, frozenset(groups), steps)


def _fitting(word: str, known: _Words[T], *, stems: bool) -> Iterator[tuple[str, T]]:
    begun = known.of(word)
    if stems:
        begun = ((key, found) for key, found in begun if " " in key or endings.fits(key, word))
    return ((key, one) for key, found in begun for whole, one in found if not whole or key == word)


def _matches(likely: Iterable[_Start], line: _Line, number: int) -> Iterator[Match]:
    """The matches of phrases that may begin with a word."""
    for start in likely:
        if start.run and not line.flat.startswith(start.run, line.span(number)[0]):
            continue
        last = _last(start.phrase, line, number)
        if last >= 0:
            yield Match(line.span(number)[0], line.span(last)[1], number, last, start.phrase.entry)


def _likely(word: Word, steps: frozenset[int]) -> tuple[_Start, ...]:
    """The phrases of one word, and those all steps of which words of the sentence fit, in their order."""
    groups = (word.longer[sign] for sign in steps & word.signs)
    longer = [one for group in groups for one in group if one.phrase.steps <= steps]
    return tuple(sorted((*word.single, *longer), key=_ORDER)) if longer else word.single


_ORDER: Final = operator.attrgetter("order")


def _last(phrase: _Phrase, line: _Line, number: int) -> int:
    """The number of the last word of a phrase that begins at a word, -1 where the rest of it does not follow."""
    for step in phrase.rest:
        number = _next(step, line, number)
        if number < 0:
            break
    return number


def flatten(text: str, language: str) -> str:
    """The text as patterns are matched: small letters, spaces for all other signs, character for character."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals (İ) have a longer small form
        lower = "".join(letter.lower()[0] for letter in text)
    bare = script.bare_small(lower) if language == "kk" else lower.replace("ё", "е")
    return bare if bare.isalnum() else _NOT_WORD.sub(" ", bare)


@cache
def entries(language: str) -> tuple[Entry, ...]:
    """All entries of a language's tables; raises `BadInput` naming the table and the row of a bad pattern."""
    return tuple(
        _entry(table, {**row, "pattern": pattern}, f"{language}/{table}.csv, row {number}")
        for table in TABLES
        for number, row in enumerate(tables.rows(language, table), 2)
        for pattern in expand(row["pattern"])
    )


def expand(pattern: str) -> tuple[str, ...]:
    """A pattern with alternatives of several words (`a/b_c d`) as patterns without any (`a d`, `b c d`)."""
    for part in pattern.split():
        if "_" in part:
            words = part.split("/")
            single = "/".join(word for word in words if "_" not in word)
            choices = [*([single] if single else []), *(word.replace("_", " ") for word in words if "_" in word)]
            return tuple(one for choice in choices for one in expand(pattern.replace(part, choice, 1)))
    return (pattern,)


@cache
def gate() -> Mapping[str, ahocorasick.Automaton]:
    """Two automata over the beginnings of the words of all languages: `roles` (media words) and `triggers`."""
    automata = {}
    for table in ("roles", "triggers"):
        automaton = ahocorasick.Automaton()
        for word in sorted(_first_words(table)):
            automaton.add_word(f" {word}", word)
        automaton.make_automaton()
        automata[table] = automaton
    return automata


def _first_words(table: str) -> set[str]:
    words = {row["word"] for row in tables.rows("kk", "gate") if row["table"] == table}
    for language in LANGUAGES:
        for entry in entries(language):
            if entry.table == table:
                words |= {script.bare(word) for word, _ in _steps(entry.pattern, language, stems=False)[0].words}
    return words


def _entry(table: str, row: tables.Row, where: str) -> Entry:
    try:
        return Entry(table, row["code"], int(row["weight"]), row["pattern"])
    except ValueError:
        raise BadInput(row["weight"], "a whole number as weight", where) from None


def _steps(pattern: str, language: str, *, stems: bool) -> list[_Step]:
    steps: list[_Step] = []
    gap = 0
    for part in _parts(pattern):
        if part in GAPS:
            gap = GAPS[part]
            continue
        words = tuple(
            (flatten(word.removesuffix("."), language).strip(), word.endswith(".")) for word in part.split("/")
        )
        if not all(word for word, _ in words):
            raise BadInput(pattern, f"a pattern of words, '..' and '/' ({language})")
        steps.append(_Step.of(words, gap, stems=stems))
        gap = 0
    if not steps:
        raise BadInput(pattern, "a pattern with at least one word")
    return steps


def _parts(pattern: str) -> list[str]:
    """The words of a pattern; a hyphen or another sign inside a word splits it as it does in the text."""
    parts = []
    for part in pattern.split():
        if part in GAPS or "/" in part:
            parts.append(part)
        else:
            stop = "." if part.endswith(".") else ""
            pieces = _NOT_WORD.sub(" ", part).split()
            parts.extend([*(f"{piece}." for piece in pieces[:-1]), *(f"{piece}{stop}" for piece in pieces[-1:])])
    return parts


def _next(step: _Step, line: _Line, after: int) -> int:
    """The number of the next word that fits the step, -1 for none within its gap."""
    for number, word in enumerate(line.words[after + 1 : after + 2 + step.gap], after + 1):
        if step.fits(word):
            return number
        if step.runs and line.flat.startswith(step.runs, line.span(number)[0]):
            return number
    return -1
