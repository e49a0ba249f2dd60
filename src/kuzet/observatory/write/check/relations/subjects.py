"""Numbers by what names them: the rows of a table and the parts of a list, and which of them some words speak of.

A claim without numbers of its own ("arrests rose by 44%", "women were 37%") is resolved here: its words must name one
entry of a group and no other, and have no word left that the entry, the title and the plain words do not explain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.stems import LENGTH, SHORTEST, stems
from kuzet.observatory.write.check.reading.words import KEPT, Sentence, Text

TITLE: Final = 3
"""Sentences at the start whose words narrow nothing: the whole text is of them."""

Words = frozenset[str]
"""Beginnings of words, and the concepts that words name as "field=code"."""

PLAIN: Final = (
    *("previous", "over_year", "earlier", "latest", "report_year", "since", "since_behind", "general", "incidents"),
    *("years", "subject_all", "subject_front", "linking", "all", "and", "while", "this", "total", "total_row", "each"),
    *("compared_with", "against", "from", "of_which", "equates", "share_of"),
    *("increase", "decrease", "move_noun", "move_verb", "amounts_to", "make_up", "lowest", "highest", "conclusion"),
    *("more_than_behind", "less_than_behind", "almost_behind", "about_behind", "base_front", "gained"),
    *("almost", "more_than", "less_than", "about", "merely", "times", "as_many", "by", "on_trade", "light_words"),
)
"""Relations whose words say nothing of what is counted."""

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d(?:-\w+)?|(?<!\w)-\w{1,5}\b")
"""A year, and the ending of a number that was taken out."""


@dataclass(frozen=True, slots=True)
class Named:
    """One entry of a group, with its numbers by year."""

    words: Words
    by_year: Mapping[int, Fraction]


@dataclass(frozen=True, slots=True)
class Group:
    """Entries told side by side; `wholes` is what all of them are by year.

    `of` are the words of the whole, None where it is all incidents. `added` are the sums of years whose total says
    otherwise: one of the two is wrong.
    """

    entries: tuple[Named, ...]
    wholes: Mapping[int, Fraction]
    of: Words | None = None
    added: Mapping[int, Fraction] = field(default_factory=dict)


@lru_cache(maxsize=KEPT)
def words(text: str, language: str) -> Words:
    """All words of a text that may name something."""
    named = concepts.spans(text, language)
    told = {f"{field}={code}" for _, _, (field, code) in named if field}
    return stems(_without(text, [(start, end) for start, end, _ in named])) | told


@lru_cache(maxsize=KEPT)
def telling(text: str, language: str) -> Words:
    """The words of a text without those that say nothing of what is counted."""
    bare = _YEAR.sub(" ", text)
    spans = [one.span() for one in _plain(language).finditer(bare)]
    spans += [(one.start, one.end) for one in numbers.find(bare, language)]
    named = [(start, end) for start, end, _ in concepts.spans(bare, language)]
    free = [(left, right) for left, right in spans if not any(left < end and start < right for start, end in named)]
    return words(_without(bare, free), language)


def spelt(text: str, language: str) -> Words:
    """The beginnings of the words that are not plain, as they are spelt: no concepts."""
    return stems(_plain(language).sub(" ", text))


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@cache
def _plain(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.any_of(language, *PLAIN)})\b", re.IGNORECASE)


def named(text: Text, said: str, group: Group) -> Named | None:
    """The one entry of a group that words speak of; None where they name none, several, or narrow it."""
    own = _own([one.words for one in group.entries])
    spoken, told = words(said, text.language), telling(said, text.language)
    brief = _brief([spoken, *own])
    spoken, told = _cut(spoken, brief), _cut(told, brief)
    found = [one for one, mine in zip(group.entries, own, strict=True) if _cut(mine, brief) & spoken]
    if len(found) != 1 or _left(text, told, _cut(found[0].words | (group.of or frozenset()), brief)):
        return None
    return found[0]


def mentioned(said: str, group: Group, language: str) -> Iterator[Named]:
    """The entries of a group of which some words have one that no other entry has."""
    own, spoken = _own([one.words for one in group.entries]), words(said, language)
    yield from (one for one, mine in zip(group.entries, own, strict=True) if mine & spoken)


def is_all(text: Text, said: str, groups: Sequence[Group]) -> bool:
    """Whether words speak of all incidents: they count incidents, narrow nothing and name no entry of any group.

    "There the growth was 59%" speaks of what was named before.
    """
    if phrases.says(text.language, "pointing", said):
        return False
    counted = any(phrases.says(text.language, word, said) for word in ("incidents", "subject_all", "all", "move_noun"))
    spoken = words(said, text.language)
    taken = any(mine & spoken for group in groups for mine in _own([one.words for one in group.entries]))
    return counted and not taken and not _left(text, telling(said, text.language), frozenset())


def title(text: Text) -> Words:
    """The words of the title, which narrow nothing."""
    return _title(text.sentences[:TITLE], text.language)


def _left(text: Text, told: Words, explained: Words) -> Words:
    """The words that neither the entry nor the title explains."""
    return told - explained - title(text)


@lru_cache(maxsize=8)
def _title(opening: tuple[Sentence, ...], language: str) -> Words:
    front = " ".join(one.text for one in opening if not one.of_kind("count"))
    return frozenset(word for word in words(front, language) if "=" not in word)


def _own(told: Sequence[Words]) -> list[Words]:
    """The words that each entry alone has."""
    shared = Counter(word for one in told for word in one)
    return [frozenset(word for word in one if shared[word] == 1) for one in told]


def _brief(told: Sequence[Words]) -> Words:
    return frozenset(word for one in told for word in one if len(word) < LENGTH)


def _cut(told: Words, brief: Words) -> Words:
    """Beginnings cut to one that is a whole word: "әйелдердің" is "әйел"."""
    return frozenset(word[:SHORTEST] if word[:SHORTEST] in brief else word for word in told)


def label(text: str, language: str) -> Words:
    """What names an entry: the telling words of its label, or all where it has no other."""
    return telling(text, language) or words(text, language)


def by_years(text: Text, said: str, groups: Sequence[Group], *, whole: bool = True) -> Iterator[Mapping[int, Fraction]]:
    """The numbers by year of what some words speak of, as each group that knows it has them; all only if `whole`."""
    found = [one for group in groups if (one := named(text, said, group))]
    yield from (one.by_year for one in found)
    if not found and whole and is_all(text, said, groups):
        for group in groups:
            if group.of is None:
                yield group.wholes
                yield {**group.wholes, **group.added}
