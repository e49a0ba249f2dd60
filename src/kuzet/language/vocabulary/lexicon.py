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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import Final

import ahocorasick
from msgspec import Struct

from kuzet.basis.errors import BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.language.forms import endings
from kuzet.language.text import script, tables
from kuzet.language.text.beginnings import Beginnings, Remembered

TABLES: Final = (
    "triggers",
    "roles",
    "own",
    "agents",
    "contexts",
    "masks",
    "sources",
    "officials",
    "outcomes",
    "modes",
    "words",
    "deeds",
)
"""The tables of each language that hold patterns; all have the columns pattern, code and weight."""

GAPS: Final = {"..": 5, "...": 10}
_NOT_WORD: Final = re.compile(r"[^\w ]|_")  # a space stays what it is
_WORD: Final = re.compile(r"\S+")


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


class _Words(Struct, frozen=True, gc=False):
    """What may stand at one place of a pattern: each, and whether the whole word must be equal to it."""

    every: tuple[tuple[str, bool], ...]
    longest: int  # the most words that one of these consists of


class _Step(Struct, frozen=True, gc=False):
    beginnings: tuple[str, ...]  # of words that fit
    stems: tuple[str, ...]  # of words that fit where endings follow
    whole: frozenset[str]  # words that fit
    runs: tuple[str, ...]  # beginnings of several words that fit
    gap: int
    words: _Words  # all of these
    marks: tuple[str, ...]  # the same, whole words with a full stop
    shortest: int  # the letters of the shortest of them

    @classmethod
    def of(cls, words: _Words, gap: int, *, stems: bool) -> _Step:
        """A step that any of the words fits, of short ones only those whose endings follow where `stems` are told."""
        single = [word for word, whole in words.every if not whole and " " not in word]
        short = tuple(word for word in single if stems and len(word) <= endings.SHORT)
        beginnings = tuple(word for word in single if word not in short)
        runs = tuple(word for word, whole in words.every if not whole and " " in word)
        whole_ones = frozenset(word for word, whole in words.every if whole)
        marks = tuple([f"{word}." if whole else word for word, whole in words.every])
        return cls(beginnings, short, whole_ones, runs, gap, words, marks, min(len(word) for word, _ in words.every))

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
    sign: int  # the set of words of which one begins a word of every sentence that the phrase is found in


class _Start(Struct, frozen=True, gc=False):
    order: int  # among all that may begin with the same word
    phrase: _Phrase
    run: str  # what stands there where that is more than the beginning of one word


class _Starts(Struct, frozen=True, gc=False):
    """The phrases that may begin with a word: those of one step, and the others by their sign."""

    single: tuple[_Start, ...]
    longer: Mapping[int, tuple[_Start, ...]]
    signs: frozenset[int]


_NO_SIGN: Final[frozenset[int]] = frozenset()


class Lexicon:
    """All patterns of one language, compiled; `find` costs time linear in the text.

    A short beginning of a Kazakh pattern stands for word forms only (see `endings`), unless patterns of `several`
    languages are looked for together.
    """

    def __init__(self, language: str, entries: Iterable[Entry], *, several: bool = False) -> None:
        self.language = language
        stems = language == "kk" and not several
        self.entries = tuple(entries)
        keys: dict[str, list[tuple[bool, _Phrase]]] = defaultdict(list)
        signs: dict[tuple[str, ...], int] = {}
        self._extents: dict[int, int] = {}
        for entry in self.entries:
            first, rest = _compiled(entry.pattern, language, stems=stems)
            phrase = _Phrase(entry, rest, signs.setdefault(_sign(rest), len(signs)))
            reach = _reach(first, rest) if rest else first.longest
            self._extents[phrase.sign] = max(self._extents.get(phrase.sign, 0), reach)
            for word, whole in first.every:
                keys[word].append((whole, phrase))
        told: dict[str, list[int]] = defaultdict(list)
        for words, sign in signs.items():
            for word in words:
                told[word].append(sign)
        self._firsts, self._marks = Beginnings(keys), Beginnings(told)
        self._starts: Remembered[_Starts | None] = Remembered(lambda word: _starts(word, self._firsts, stems=stems))
        self._signs = Remembered(lambda word: frozenset(sign for signs in self._marks.values(word) for sign in signs))

    def firsts(self) -> Iterator[tuple[str, int | None]]:
        """What words that a pattern begins with begin with, each with the sign of the pattern, None for one step.

        Whole words end with a full stop.
        """
        for key, found in self._firsts.items():
            yield from ((f"{key}." if whole else key, phrase.sign if phrase.rest else None) for whole, phrase in found)

    def words(self) -> Iterator[str]:
        """What the words of patterns begin with."""
        for key, found in self._firsts.items():
            yield from key.split()
            yield from (
                word for _, one in found for step in one.rest for words, _ in step.words.every for word in words.split()
            )

    def marks(self) -> Iterator[tuple[str, int]]:
        """What words that are signs of patterns begin with, each with the sign; whole words end with a full stop."""
        for key, found in self._marks.items():
            yield from ((key, sign) for sign in found)

    def extents(self) -> Iterator[tuple[int, int]]:
        """Each sign of phrases with the words in which one of them stands at most."""
        yield from self._extents.items()

    def find(self, flat: str) -> Iterator[Match]:
        """Every match in one sentence given as `flatten` makes it, in the order of their first words."""
        line = _Line(flat)
        signs: frozenset[int] | None = None
        for number, starts in enumerate(map(self._starts.__getitem__, line.words)):
            if starts is None:
                continue
            likely = starts.single
            if starts.signs:
                signs = _NO_SIGN.union(*map(self._signs.__getitem__, set(line.words))) if signs is None else signs
                likely = likely if signs.isdisjoint(starts.signs) else _likely(starts, signs)
            yield from _matches(likely, line, number)

    def find_longer(self, flat: str, first: int, signs: Iterable[int]) -> Iterator[Match]:
        """Matches of phrases of more than one step that begin in the `first` words and have one of these signs."""
        line = _Line(flat)
        for number, starts in enumerate(map(self._starts.__getitem__, line.words[:first])):
            if starts is not None:
                for sign in starts.signs.intersection(signs):
                    yield from _matches(starts.longer[sign], line, number)


def _matches(likely: Iterable[_Start], line: _Line, number: int) -> Iterator[Match]:
    """The matches of phrases that may begin with a word."""
    for start in likely:
        if start.run and not line.flat.startswith(start.run, line.span(number)[0]):
            continue
        last = _last(start.phrase, line, number)
        if last >= 0:
            yield Match(line.span(number)[0], line.span(last)[1], number, last, start.phrase.entry)


def _starts(word: str, firsts: Beginnings[list[tuple[bool, _Phrase]]], *, stems: bool) -> _Starts | None:
    single: list[_Start] = []
    longer: dict[int, list[_Start]] = {}
    begun = [(key, found) for key, found in firsts.of(word) if not stems or " " in key or endings.fits(key, word)]
    phrases = ((key, one) for key, found in begun for whole, one in found if not whole or key == word)
    for order, (key, phrase) in enumerate(phrases):
        group = longer.setdefault(phrase.sign, []) if phrase.rest else single
        group.append(_Start(order, phrase, key if " " in key else ""))
    if not single and not longer:
        return None
    return _Starts(tuple(single), {sign: tuple(group) for sign, group in longer.items()}, frozenset(longer))


def _likely(starts: _Starts, signs: frozenset[int]) -> tuple[_Start, ...]:
    """The phrases of one step, and those whose sign the sentence has, in their order."""
    longer = (one for sign in signs & starts.signs for one in starts.longer[sign])
    return tuple(sorted((*starts.single, *longer), key=_ORDER))


_ORDER: Final = operator.attrgetter("order")


def _sign(steps: Sequence[_Step]) -> tuple[str, ...]:
    """The beginnings of the likely rarest step (its shortest word is the longest), whole words with a full stop."""
    return max(steps, key=_SHORTEST).marks if steps else ()


_SHORTEST: Final = operator.attrgetter("shortest")


def _reach(first: _Words, rest: Sequence[_Step]) -> int:
    """The words in which a phrase stands at most."""
    return max(first.longest, *(step.words.longest for step in rest)) + sum(1 + step.gap for step in rest)


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
    for name, several in (("roles", ("roles", "own")), ("triggers", ("triggers",))):
        automaton = ahocorasick.Automaton()
        for word in sorted(_first_words(*several)):
            automaton.add_word(f" {word}", word)
        automaton.make_automaton()
        automata[name] = automaton
    return automata


def _first_words(*names: str) -> set[str]:
    words = {row["word"] for row in tables.rows("kk", "gate") if row["table"] in names}
    for language in LANGUAGES:
        for entry in (one for one in entries(language) if one.table in names):
            words |= {script.bare(word) for word, _ in _compiled(entry.pattern, language, stems=False)[0].every}
    return words


def _entry(table: str, row: tables.Row, where: str) -> Entry:
    try:
        return Entry(table, row["code"], int(row["weight"]), row["pattern"])
    except ValueError:
        raise BadInput(row["weight"], "a whole number as weight", where) from None


def _compiled(pattern: str, language: str, *, stems: bool) -> tuple[_Words, tuple[_Step, ...]]:
    """What a pattern begins with, and the steps that follow it."""
    first: _Words | None = None
    rest: list[_Step] = []
    gap = 0
    for part in _parts(pattern):
        if part in GAPS:
            gap = GAPS[part]
            continue
        words = _words(part, language)
        if not words.longest:
            raise BadInput(pattern, f"a pattern of words, '..' and '/' ({language})")
        if first is None:
            first = words
        else:
            rest.append(_step(part, language, gap, stems))
        gap = 0
    if first is None:
        raise BadInput(pattern, "a pattern with at least one word")
    return first, tuple(rest)


@cache  # the same words stand in many patterns
def _step(part: str, language: str, gap: int, stems: bool) -> _Step:
    """One part of a pattern, `gap` words at most behind the one before."""
    return _Step.of(_words(part, language), gap, stems=stems)


@cache
def _words(part: str, language: str) -> _Words:
    """The alternatives of one part of a pattern; the longest has no words where one of them has none."""
    flat = flatten(part, language)  # at once: it has the same places
    if _PLAIN.fullmatch(part):
        return _Words(tuple(zip(flat.split(), repeat(part[-1] == "."), strict=False)), 1)
    start, words = 0, list[tuple[str, bool]]()
    for word in part.split("/"):
        words.append((flat[start : start + len(word.removesuffix("."))].strip(), word.endswith(".")))
        start += len(word) + 1
    has_all = all(word for word, _ in words)
    return _Words(tuple(words), max(word.count(" ") for word, _ in words) + 1 if has_all else 0)


_PLAIN: Final = re.compile(r"[^\W_]+(?:/[^\W_]+)*|[^\W_]+\.(?:/[^\W_]+\.)*")
"""Alternatives of letters and digits alone, all or none of which are whole words: so names stand in all their cases."""


def _parts(pattern: str) -> list[str]:
    """The words of a pattern; a hyphen or another sign inside a word splits it as it does in the text."""
    parts = []
    for part in pattern.split():
        if part in GAPS or "/" in part or part.removesuffix(".").isalnum():
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
