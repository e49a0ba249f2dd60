"""Words and phrases to look for, as data that a linguist can edit, and the one pass that finds them all.

A pattern of `<language>/<table>.csv` is a run of words. Each word stands for every word of the text that begins with
it; `word.` (a full stop at its end) is that word and no longer one; `a/b` is either, `a/b_c` is a or the run b c; `..`
allows up to five words in between and `...` up to ten, never across the end of a sentence. Case does not matter, nor a
hyphen for a space, nor, in Kazakh, whether the text is typed with its own letters or with Russian ones only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
_NOT_WORD: Final = re.compile(r"[\W_]")
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


class _Phrase(Struct, frozen=True):
    entry: Entry
    rest: tuple[_Step, ...]


class Lexicon:
    """All patterns of one language, compiled; `find` costs time linear in the text."""

    def __init__(self, language: str, entries: Iterable[Entry]) -> None:
        self.language = language
        keys: dict[str, list[tuple[bool, _Phrase]]] = {}
        for entry in entries:
            first, *rest = _steps(entry.pattern, language)
            phrase = _Phrase(entry, tuple(rest))
            for word, whole in first.words:
                keys.setdefault(f" {word}", []).append((whole, phrase))
        self._automaton = ahocorasick.Automaton()
        for key, phrases in keys.items():
            self._automaton.add_word(key, (len(key) - 1, tuple(phrases)))
        self._automaton.make_automaton()

    def find(self, flat: str) -> Iterator[Match]:
        """Every match in one sentence given as `flatten` makes it, in the order of their first words' ends."""
        words = [(match.start(), match.end()) for match in _WORD.finditer(flat)]
        numbers = {start: number for number, (start, _) in enumerate(words)}
        for end, (length, phrases) in self._automaton.iter(f" {flat}"):
            number = numbers[end - length]
            complete = words[number][1] == end
            for whole, phrase in phrases:
                last = number if whole <= complete else -1
                for step in phrase.rest if last >= 0 else ():
                    last = _next(step, flat, words, last)
                    if last < 0:
                        break
                if last >= 0:
                    yield Match(words[number][0], words[last][1], number, last, phrase.entry)


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
        steps.append(_Step(words, gap))
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
        for word, whole in step.words:
            if flat.startswith(word, start) and (not whole or end - start == len(word)):
                return number
    return -1
