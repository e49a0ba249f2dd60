"""The named numbers of a list or a column, by which "takes third place" is judged: "Novi Sad 11, Niš eight ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases, terms
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.stems import SHORTEST, alike
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations.subjects import PLAIN
from kuzet.observatory.write.check.series.orders import Series

FEWEST: Final = 3
"""Entries of a list."""

BACK: Final = 6
"""Sentences in front in which a list is looked for."""

NAME: Final = 2
"""Letters of the shortest word of a name."""

PLAIN_LENGTH: Final = 8
"""Letters of the longest plain word that may open an entry."""

LONGER: Final = 3
"""Letters that may stand behind a short name: "Ниш", "Нише"."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_BREAK: Final = re.compile(rf"[,;:()«»“”]|{phrases.STOP}")
_DASH: Final = re.compile(r"^\W*[–—-]\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a list with the words of its name."""

    name: tuple[str, ...]
    value: Fraction

    def stands_in(self, words: str) -> bool:
        """Whether all words of the name stand in `words`, in any form."""
        told = _WORD.findall(words)
        return bool(self.name) and all(any(_same(own, other) for other in told) for own in self.name)

    def cut_from(self, words: str) -> str:
        """`words` without those of the name."""
        return _WORD.sub(lambda found: "" if any(_same(own, found[0]) for own in self.name) else found[0], words)


def _same(own: str, other: str) -> bool:
    short = len(own) < SHORTEST + 1
    return alike(own, other) and (not short or abs(len(other) - len(own)) <= LONGER)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Entries of one kind; `head` is what the list says that they are, `larger` the numbers told just in front of it.

    Those in front may be of the same kind: "Belgrade, with 44. Outside the capital: Novi Sad 11, Niš eight".
    """

    entries: tuple[Entry, ...]
    head: str = ""
    told: str = ""
    front: tuple[Fraction, ...] = ()
    timely: bool = True
    """Whether it is of the year of its text."""
    one_kind: bool = False
    """Whether the numbers in front stand by names too: all of them are of the same kind, or none is."""
    led: bool = False
    """Whether the one number in front stands by a name, so that among all of a country it comes first."""

    def places(self, entry: Entry, *, whole: bool) -> Sequence[int]:
        """The places that an entry may be said to have; with `whole` those among the numbers in front too."""
        ahead = {one.value for one in self.entries if one.value > entry.value}
        before = sum(one.value > entry.value for one in self.entries)
        level = sum(one.value == entry.value for one in self.entries)
        beyond = {one for one in self.front if one > entry.value} if whole else set()
        own = range(len(ahead) + 1, before + level + 1)
        if self.one_kind:
            return sorted({*own, *(place + len(beyond) for place in own)})
        return range(own.start, own.stop + len(beyond))


def of_series(found: Sequence[Series], text: Text) -> Iterator[Ranking]:
    """The columns, rows and bulleted lists of a text whose numbers stand by name, without what is left over."""
    for one in found:
        if one.kind == "name":
            told = [(str(name), value) for (_, name), value in one.values.items()]
            named = [(name, value) for name, value in told if not _rest(text.language).search(name)]
            entries = tuple(Entry(_name(name), value) for name, value in named)
            entries = brief(entries, text.language)
            yield Ranking(entries, told=one.told, timely=one.year in (0, text.year))


def _name(head: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(head) if len(word) >= NAME)


def brief(entries: tuple[Entry, ...], language: str) -> tuple[Entry, ...]:
    """Entries without "region", "city" in their names, where no other has the same name: "Minsk", "Minsk region"."""
    noun = phrases.pattern(language, "place_noun")
    kept = [tuple(word for word in one.name if not noun.fullmatch(word)) for one in entries]
    found: list[Entry] = []
    for one, name in zip(entries, kept, strict=True):
        alone = (
            name
            and name != one.name
            and sum(any(_same(word, other) for word in name for other in names) for names in kept) == 1
        )
        found.append(replace(one, name=name) if alone else one)
    return tuple(found)


def of_prose(text: Text, index: int) -> Iterator[Ranking]:
    """The lists of a sentence and of those in front of it in its block."""
    block = text.sentences[index].block
    for place in range(max(0, index - BACK), index + 1):
        sentence = text.sentences[place]
        entries = brief(tuple(_entries(sentence, text.language)), text.language) if sentence.block == block else ()
        added = sum((one.value for one in entries), Fraction(0))
        if len(entries) >= FEWEST and all(2 * one.value != added for one in entries):  # no whole and its parts
            head, colon, _ = sentence.text.partition(": ")
            front = tuple(_front(text, place, entries))
            named = place > 0 and {one.value for one in _entries(text.sentences[place - 1], text.language)} >= {*front}
            listed = entries, head if colon else "", sentence.text, front
            yield Ranking(*listed, one_kind=named and len(front) > 1, led=named and len(front) == 1)


def _front(text: Text, place: int, entries: Sequence[Entry]) -> Iterator[Fraction]:
    """The numbers of the sentence in front of a list that are no whole, and those in front of its first entry."""
    told = _counts(text.sentences[place - 1], text) if place else []
    for one in _counts(text.sentences[place], text):
        if one.exact == entries[0].value:
            break
        told.append(one)
    added = sum((one.value for one in entries), Fraction(0))
    wholes = {added, *([text.total.mention.exact] if text.total else [])}
    listed = {one.value for one in entries}
    yield from (one.exact for one in told if one.exact not in wholes | listed)


def _counts(sentence: Sentence, text: Text) -> list[Mention]:
    moved = deltas(sentence, text.language)
    told = [one for one in sentence.of_kind("count") if one not in moved and one.value > 0]
    return [one for one in told if sentence.order_of(one) in (None, text.year)]


def _entries(sentence: Sentence, language: str) -> Iterator[Entry]:
    """The counts of a sentence with the names in front of them, or else those behind; what is left over has none."""
    ones = [one for one in sentence.of_kind("count") if one not in deltas(sentence, language) and one.value > 0]
    if len({sentence.order_of(one) for one in ones}) > 1 and sentence.of_kind("year"):
        return
    fronts = [_before(sentence, ones, place, language) for place in range(len(ones))]
    behinds = [_after(sentence, ones, place, language) for place in range(len(ones))]
    is_front = sum(bool(one) for one in fronts) >= sum(bool(one) for one in behinds)
    for one, name in zip(ones, fronts if is_front else behinds, strict=True):
        if name and not _rest(language).search(name) and not terms.in_words(name, language):
            name = _link(language).sub(" ", name)
            yield Entry(
                _name(_plain(language).sub(lambda word: word[0] if _is_name(word[0]) else " ", name)), one.exact
            )


def _is_name(word: str) -> bool:
    """Whether a word that begins as a plain one does is too long for one, and a name by its capital."""
    return word[0].isupper() and len(word) > PLAIN_LENGTH


def _before(sentence: Sentence, ones: Sequence[Mention], place: int, language: str) -> str:
    """The words between a number and the break in front of it, a bracket around the number aside."""
    floor = ones[place - 1].end if place else 0
    words = re.sub(r"\(\s*$", "", sentence.text[floor : ones[place].start])
    last = max((one.end() for one in _parting(language).finditer(words)), default=0)
    return words[last:].strip(" –—-") if last or not place else ""


def _after(sentence: Sentence, ones: Sequence[Mention], place: int, language: str) -> str:
    """The words between a number and the break behind it."""
    roof = ones[place + 1].start if place + 1 < len(ones) else len(sentence.text)
    words = _DASH.sub("", sentence.text[ones[place].end : roof])
    found = _parting(language).search(words)
    return words[: found.start() if found else len(words)].strip(" .–—-")


@cache
def _parting(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_BREAK.pattern}|\b(?:{phrases.words(language, 'and')})\b", re.IGNORECASE)


@cache
def _plain(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.any_of(language, *PLAIN)})\b", re.IGNORECASE)


@cache
def _link(language: str) -> re.Pattern[str]:
    """The words that lead from one entry to the next: "followed by", "then come"."""
    return re.compile(phrases.words(language, "list_link"), re.IGNORECASE)


@cache
def _rest(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.any_of(language, 'rest_entry', 'rest')})\b", re.IGNORECASE)
