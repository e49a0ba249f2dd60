"""Wholes and their parts: "506, of which 114 ..., five ... and 379 ...", "379 (189 and 185)", "35%, 38%, 26%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.shares import REACH, is_share
from kuzet.observatory.write.check.words import Finding, Kind, Mention, Sentence, Text, Verdict

COMPLETE: Final = 3
"""Parts from which on an "of which" list is taken to name all of them."""

_BRACKET: Final = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Split:
    """A whole and the parts that the text gives it; `complete` when they must add up to it."""

    whole: Mention
    parts: tuple[Mention, ...]
    complete: bool

    @property
    def sum(self) -> Fraction:
        """What the parts add up to."""
        return sum((part.exact for part in self.parts), Fraction(0))


def splits(text: Text, index: int) -> Iterator[Finding]:
    """The wholes and parts of one sentence."""
    sentence = text.sentences[index]
    nested = list(_in_brackets(sentence, text.language))
    inside = {part for split in nested for part in split.parts}
    for split in (*nested, *_listed(text, index, inside)):
        yield _judge(sentence, split)
    yield from _percent_sum(sentence, text.language)


def _in_brackets(sentence: Sentence, language: str) -> Iterator[Split]:
    """Two or more counts in brackets behind a count: "379 news agencies and sites (189 - agencies and 185 - sites)"."""
    for bracket in _BRACKET.finditer(sentence.text):
        if any(phrases.says(language, word, bracket[1]) for word in ("including", "respectively", "out_of", "against")):
            continue
        inside = [m for m in sentence.mentions if bracket.start() < m.start and m.end < bracket.end()]
        front = [m for m in sentence.of_kind("count") if m.end <= bracket.start()]
        counts = tuple(mention for mention in inside if mention.kind == "count")
        near = bool(front) and bracket.start() - front[-1].end <= REACH
        if near and len(counts) == len(inside) >= 2:
            yield Split(front[-1], counts, complete=True)


def _listed(text: Text, index: int, nested: set[Mention]) -> Iterator[Split]:
    """The list behind "of which", "of these": its whole stands in front of it, or in the sentence before."""
    sentence = text.sentences[index]
    marker = phrases.pattern(text.language, "of_which").search(sentence.text)
    if marker is None:
        return
    parts = _parts(sentence, marker.end(), nested)
    if len(parts) < 2:
        return
    for whole in _wholes(text, index, marker, parts):
        if len(parts) > 1:
            yield Split(whole, tuple(parts), complete=len(parts) >= COMPLETE)


def _parts(sentence: Sentence, start: int, nested: set[Mention]) -> list[Mention]:
    """The counts from `start` to the end of the clause, those in brackets left out."""
    end = next((found.start() for found in re.finditer(r";|[.!?]\s", sentence.text) if found.start() > start), None)
    brackets = [found.span() for found in _BRACKET.finditer(sentence.text)]
    return [
        count
        for count in sentence.of_kind("count")
        if start <= count.start and (end is None or count.end <= end) and count not in nested
        if not any(left < count.start < right for left, right in brackets)
    ]


def _wholes(text: Text, index: int, marker: re.Match[str], parts: list[Mention]) -> list[Mention]:
    """The whole: a count in front of the marker, "among these 506", or a count of the sentence before."""
    sentence = text.sentences[index]
    highest = max(part.value for part in parts)
    front = [count for count in sentence.of_kind("count") if count.end <= marker.start() and count.value >= highest]
    if front:
        return front[-1:]
    if not sentence.text[marker.end() : parts[0].start].strip():
        return [parts.pop(0)]
    earlier = [count for count in text.counts_before(index, 1) if count.value >= highest]
    fitting = [count for count in earlier if count.value == sum(part.value for part in parts)]
    return fitting[:1] or earlier[:1]


def _judge(sentence: Sentence, split: Split) -> Finding:
    total, whole = split.sum, split.whole.exact
    terms = " + ".join(plain(part.exact) for part in split.parts)
    why = f"{terms} = {plain(total)}"
    verdict, should = Verdict.HOLDS, ""
    if total > whole or (split.complete and total != whole):
        verdict, should, why = Verdict.DIFFERS, plain(total), f"{why}, not {plain(whole)}"
    elif total < whole:
        verdict, why = Verdict.AMBIGUOUS, f"{why} of {plain(whole)}: the list may not name all parts"
    return Finding(
        line=sentence.line_of(split.parts[0]),
        text=sentence.excerpt(*split.parts),
        kind=Kind.SPLIT,
        verdict=verdict,
        should_be=should,
        why=why,
    )


def _percent_sum(sentence: Sentence, language: str) -> Iterator[Finding]:
    """Three or more shares of one whole in one sentence: rounding may leave half a point for each."""
    found = [one for one in sentence.of_kind("percent") if is_share(sentence, one, language)]
    total = sum((one.exact for one in found), Fraction(0))
    if len(found) < COMPLETE or abs(total - 100) > Fraction(len(found), 2):
        return
    verdict = Verdict.HOLDS if total == 100 else Verdict.AMBIGUOUS
    terms = " + ".join(plain(one.exact) for one in found)
    why = f"{terms} = {plain(total)}" + ("" if total == 100 else ": rounding alone can explain it")
    yield Finding(
        line=sentence.line_of(found[0]), text=sentence.excerpt(*found), kind=Kind.SPLIT, verdict=verdict, why=why
    )
