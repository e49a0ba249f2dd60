"""Words and phrases to look for, as data that a linguist can edit, and the one pass that finds them all.

A pattern of `<language>/<table>.csv` is a run of words. Each word stands for every word of the text that begins with
it; `word.` (a full stop at its end) is that word and no longer one; `a/b` is either, `a/b_c` is a or the run b c; `..`
allows up to five words in between and `...` up to ten, never across the end of a sentence. Case does not matter, nor a
hyphen for a space, nor, in Kazakh, whether the text is typed with its own letters or with Russian ones only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import ahocorasick
from msgspec import Struct

from kuzet.basis.errors import BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.language import script, tables

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


class Entry(Struct, frozen=True):
    """One pattern and what it stands for; `proper`: a name, which the text writes with a capital letter."""

    table: str
    code: str
    weight: int
    pattern: str
    proper: bool = False


class Match(Struct, frozen=True):
    """An entry found in a sentence: characters `start` to `end`, and the number of its first and last word."""

    start: int
    end: int
    first: int
    last: int
    entry: Entry


class _Step(Struct, frozen=True):
    words: tuple[tuple[str, bool], ...]  # beginning, and whether the whole word must be equal to it
    gap: int
    beginnings: tuple[str, ...]  # of `words`, for a first look


class _Phrase(Struct, frozen=True):
    entry: Entry
    rest: tuple[_Step, ...]
    sign: int  # the set of words of which one begins a word of every sentence that the phrase is found in


class Lexicon:
    """All patterns of one language, compiled; `find` costs time linear in the text."""

    def __init__(self, language: str, entries: Iterable[Entry]) -> None:
        self.language = language
        self.entries = tuple(entries)
        keys: dict[str, list[tuple[bool, _Phrase]]] = {}
        signs: dict[tuple[str, ...], int] = {}
        for entry in self.entries:
            first, *rest = _steps(entry.pattern, language)
            phrase = _Phrase(entry, tuple(rest), signs.setdefault(_sign(rest), len(signs)))
            for word, whole in first.words:
                keys.setdefault(f" {word}", []).append((whole, phrase))
        self._automaton = automaton(
            {key: (len(key) - 1, " " not in key[1:], tuple(phrases)) for key, phrases in keys.items()}
        )
        told: dict[str, list[int]] = {}
        for words, sign in signs.items():
            for word in words:
                told.setdefault(f" {word}", []).append(sign)
        self._signs = automaton({key: tuple(found) for key, found in told.items()})

    def find(self, flat: str) -> Iterator[Match]:
        """Every match in one sentence given as `flatten` makes it, in the order of their first words' ends."""
        padded = f" {flat} "
        words: list[tuple[int, int]] = []
        signs: set[int] | None = None
        for end, (length, one_word, phrases) in self._automaton.iter(padded):
            complete = one_word and padded[end + 1] == " "
            for whole, phrase in phrases:
                if whole > complete:
                    continue
                if phrase.rest:
                    signs = self._told(padded) if signs is None else signs
                    if phrase.sign not in signs:
                        continue
                words = words or [match.span() for match in _WORD.finditer(flat)]
                number = bisect_left(words, (end - length,))
                last = _last(phrase, flat, words, number)
                if last >= 0:
                    yield Match(words[number][0], words[last][1], number, last, phrase.entry)

    def _told(self, padded: str) -> set[int]:
        return {sign for _, signs in self._signs.iter(padded) for sign in signs}


def automaton(keys: Mapping[str, object]) -> ahocorasick.Automaton:
    """What finds all keys in one pass and gives the value of each; one without keys finds nothing."""
    made = ahocorasick.Automaton()
    for key, value in (keys or {"\0": ()}).items():
        made.add_word(key, value)
    made.make_automaton()
    return made


def _sign(steps: Sequence[_Step]) -> tuple[str, ...]:
    """The beginnings of the step that is likely the rarest: its shortest word is the longest."""
    return max((step.beginnings for step in steps), key=lambda words: min(map(len, words)), default=())


def _last(phrase: _Phrase, flat: str, words: list[tuple[int, int]], number: int) -> int:
    """The number of the last word of a phrase that begins at a word, -1 where the rest of it does not follow."""
    for step in phrase.rest:
        number = _next(step, flat, words, number)
        if number < 0:
            break
    return number


def flatten(text: str, language: str) -> str:
    """The text as patterns are matched: small letters, spaces for all other signs, character for character."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals (İ) have a longer small form
        lower = "".join(letter.lower()[0] for letter in text)
    bare = script.bare(lower) if language == "kk" else lower.replace("ё", "е")
    return _NOT_WORD.sub(" ", bare)


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
                words |= {script.bare(word) for word, _ in _steps(entry.pattern, language)[0].words}
    return words


def _entry(table: str, row: tables.Row, where: str) -> Entry:
    try:
        return Entry(table, row["code"], int(row["weight"]), row["pattern"])
    except ValueError:
        raise BadInput(row["weight"], "a whole number as weight", where) from None


def _steps(pattern: str, language: str) -> list[_Step]:
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
        steps.append(_Step(words, gap, tuple(word for word, _ in words)))
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


def _next(step: _Step, flat: str, words: list[tuple[int, int]], after: int) -> int:
    """The number of the next word that fits the step, -1 for none within its gap."""
    for number in range(after + 1, min(after + 2 + step.gap, len(words))):
        start, end = words[number]
        if not flat.startswith(step.beginnings, start):
            continue
        for word, whole in step.words:
            if flat.startswith(word, start) and (not whole or end - start == len(word)):
                return number
    return -1
