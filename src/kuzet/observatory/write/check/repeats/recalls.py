"""Numbers told again under the same words: "the 43 attacks by politicians described above", where there were 48.

Only a number that its words present as known ("the 43", "из 31", "осы 34") is set against an earlier one, and only by
two words or more that few numbers of the text have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import labels, phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)

FEW: Final = 10
"""Small numbers repeat by chance."""

RARE: Final = 4
"""Numbers of a text that may have a word in common, so that the word still tells which of them is meant."""

WORDS: Final = 2
"""Words that two numbers must have in common."""

NOUN: Final = 40
"""Characters behind a number in which its noun stands."""

FAR: Final = 3
"""Two numbers of one thing differ by no more than this factor."""


class _Known(NamedTuple):
    """A number with its words and its place in the text."""

    place: int
    one: Mention
    stems: frozenset[str]
    other: bool
    """Whether people or outlets are counted, and not incidents."""


def recalls(text: Text) -> Iterator[Finding]:
    """Every number that is told as known and differs from the earlier one with its words."""
    counted = [known for index in range(len(text.sentences)) for known in _counted(text, index)]
    by_stem: dict[str, list[_Known]] = defaultdict(list)
    for known in counted:
        for stem in known.stems:
            by_stem[stem].append(known)
    rare = {stem: ones for stem, ones in by_stem.items() if len(ones) <= RARE}
    told: set[Decimal] = set()
    for known in counted:
        again = known.one.value in told  # a number that the text has told may be known from there, whatever its words
        told.add(known.one.value)
        if not again and known.one.value >= FEW and _is_definite(text.sentences[known.place], known.one, text.language):
            earlier = _earlier(known, rare)
            if earlier:
                yield _finding(text, known, earlier)


def _counted(text: Text, index: int) -> Iterator[_Known]:
    """The counts of the report's own time with their words; no differences, no numbers of another year."""
    sentence = text.sentences[index]
    skipped = deltas(sentence, text.language)
    for label in labels.labels(sentence, text.language):
        plain_count = label.one.kind == "count" and label.one not in skipped
        if plain_count and sentence.order_of(label.one) in (None, text.year):
            noun = " ".join(sentence.after(label.one, NOUN).split()[:WORDS])
            other = phrases.says(text.language, "other_noun", noun)
            yield _Known(index, label.one, label.stems, other)


def _is_definite(sentence: Sentence, one: Mention, language: str) -> bool:
    front, behind = sentence.text[: one.start], sentence.text[one.end :]
    return _known_front(language).search(front) is not None or _known_behind(language).match(behind) is not None


@cache
def _known_front(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'known')})\s+$", re.IGNORECASE)


@cache
def _known_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"[^.;]{{0,80}}?(?:{phrases.words(language, 'told_above')})", re.IGNORECASE)


def _earlier(known: _Known, rare: Mapping[str, Sequence[_Known]]) -> _Known | None:
    """The number in front with most of the same words, where no number with as many of them is the same."""
    shared: dict[int, list[str]] = defaultdict(list)
    others: dict[int, _Known] = {}
    for stem in known.stems & rare.keys():
        for other in rare[stem]:
            if other is not known and other.other == known.other:
                shared[id(other)].append(stem)
                others[id(other)] = other
    most = max((len(ones) for ones in shared.values()), default=0)
    near = [others[key] for key, ones in shared.items() if len(ones) == most]
    front = [one for one in near if one.place < known.place]
    values = {one.one.value for one in front}
    if most < WORDS or len(values) != 1 or len(front) != len(near):
        return None
    low, high = sorted((front[0].one.exact, known.one.exact))
    return front[0] if low < high <= low * FAR else None


def _finding(text: Text, known: _Known, earlier: _Known) -> Finding:
    sentence, front = text.sentences[known.place], text.sentences[earlier.place]
    why = f"{plain(known.one.exact)} here, {plain(earlier.one.exact)} on line {front.line_of(earlier.one)}"
    outcome = Outcome(Verdict.DIFFERS, plain(earlier.one.exact), why)
    return finding(sentence, Kind.REPEAT, outcome, known.one)
