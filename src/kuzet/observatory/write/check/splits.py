"""Wholes and their parts: "506, of which 114 ..., five ... and 379 ...", "379 (189 and 185)", "35%, 38%, 26%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.arithmetic import Match, plain
from kuzet.observatory.write.check.bases import opening
from kuzet.observatory.write.check.shares import REACH, Share, is_share
from kuzet.observatory.write.check.words import Finding, Kind, Mention, Outcome, Sentence, Text, Verdict, finding

COMPLETE: Final = 3
"""Parts from which on a list is taken to name all of them, when they come near to their whole."""

NEAR: Final = Fraction(9, 10)
"""Parts that reach less of their whole than this were not meant to make it up: "347, of which 48 ... and 27 ..."."""

OVER: Final = Fraction(13, 10)
"""Parts that exceed their whole by more than this overlap, or do not belong to it."""

_BRACKET: Final = re.compile(r"\(([^()]*)\)")
_BULLET: Final = re.compile(r"\s*[-*•–▪·]\s")
_COLON: Final = re.compile(r":\s|\s[–—]\s")


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

    @property
    def off(self) -> Fraction:
        """How far the parts miss their whole, as a part of it."""
        return abs(self.sum - self.whole.exact) / self.whole.exact if self.whole.value else Fraction(10**6)


def splits(text: Text, index: int) -> Iterator[Finding]:
    """The wholes and parts of one sentence."""
    sentence = text.sentences[index]
    nested = list(_in_brackets(sentence, text.language))
    inside = {part for split in nested for part in split.parts}
    for split in (*nested, *_listed(text, index, inside), *_below(text, index)):
        outcome = _judge(sentence, split, text.language)
        if outcome:
            yield finding(
                sentence, Kind.SPLIT, outcome, *(p for p in split.parts if p in sentence.mentions), split.whole
            )
    yield from _percent_sum(sentence, text.language)


def _in_brackets(sentence: Sentence, language: str) -> Iterator[Split]:
    """Two or more counts in brackets behind a count: "379 news agencies and sites (189 - agencies and 185 - sites)"."""
    for bracket in _BRACKET.finditer(sentence.text):
        barred = ("including", "respectively", "out_of", "against", "out_of_behind", "against_behind", "from")
        if any(phrases.says(language, word, bracket[1]) for word in barred):
            continue
        inside = [m for m in sentence.mentions if bracket.start() < m.start and m.end < bracket.end()]
        front = [m for m in sentence.of_kind("count") if m.end <= bracket.start()]
        counts = tuple(mention for mention in inside if mention.kind == "count")
        near = bool(front) and bracket.start() - front[-1].end <= REACH
        if near and len(counts) == len(inside) >= 2:
            yield Split(front[-1], counts, complete=True)


def _listed(text: Text, index: int, nested: set[Mention]) -> Iterator[Split]:
    """The list of a sentence with the whole that fits it best."""
    readings = [
        *_behind_marker(text, index, nested),
        *_behind_opening(text, index, nested),
        *_behind_colon(text, index, nested),
    ]
    yield from sorted(readings, key=lambda split: split.off)[:1]


def _behind_marker(text: Text, index: int, nested: set[Mention]) -> Iterator[Split]:
    """The list behind "of which", "of these": its whole stands in front of it, or opens it ("among these 506")."""
    sentence = text.sentences[index]
    marker = phrases.pattern(text.language, "of_which").search(sentence.text)
    parts = _parts(sentence, marker.end(), nested) if marker else []
    if marker is None or len(parts) < 2:
        return
    for whole in _wholes(text, index, marker, parts):
        yield Split(whole, tuple(parts), len(parts) >= COMPLETE)
    if len(parts) > 2 and not sentence.text[marker.end() : parts[0].start].strip():
        yield Split(parts[0], tuple(parts[1:]), len(parts) > COMPLETE)


def _behind_opening(text: Text, index: int, nested: set[Mention]) -> Iterator[Split]:
    """As "Of the 506 outlets 501 are domestic and five foreign", "506 құралдың 501-і отандық, бесеуі шетелдік"."""
    sentence = text.sentences[index]
    whole = opening(sentence, text.language)
    parts = _parts(sentence, whole.end, nested) if whole else []
    if whole and len(parts) >= 2:
        yield Split(whole, tuple(parts), len(parts) >= COMPLETE)


def _behind_colon(text: Text, index: int, nested: set[Mention]) -> Iterator[Split]:
    """As "347 incidents were recorded: 218 legal, 125 not physical and four physical"."""
    sentence = text.sentences[index]
    colon = _COLON.search(sentence.text)
    front = [count for count in sentence.of_kind("count") if colon and count.end <= colon.start()]
    parts = _parts(sentence, colon.end(), nested) if colon else []
    if front and len(parts) >= COMPLETE and not phrases.says(text.language, "including", sentence.text):
        yield Split(front[-1], tuple(parts), complete=True)


def _parts(sentence: Sentence, start: int, nested: set[Mention]) -> list[Mention]:
    """The counts from `start` to the end of the clause: outside brackets, or else the one in each bracket."""
    end = next((found.start() for found in re.finditer(r"[.!?]\s", sentence.text) if found.start() > start), None)
    brackets = [found.span() for found in _BRACKET.finditer(sentence.text)]
    listed = [
        count
        for count in sentence.of_kind("count")
        if start <= count.start and (end is None or count.end <= end) and count not in nested
    ]
    outside = [count for count in listed if not any(left < count.start < right for left, right in brackets)]
    return outside if len(outside) >= 2 else listed


def _wholes(text: Text, index: int, marker: re.Match[str], parts: list[Mention]) -> list[Mention]:
    """The whole: a count in front of the marker, or a count of the sentence before."""
    sentence = text.sentences[index]
    highest = max(part.value for part in parts)
    front = [count for count in sentence.of_kind("count") if count.end <= marker.start() and count.value >= highest]
    if front:
        return front[-1:]
    earlier = [count for count in text.counts_before(index, 1) if count.value >= highest]
    fitting = [count for count in earlier if count.value == sum(part.value for part in parts)]
    return fitting[:1] or earlier[:1]


def _below(text: Text, index: int) -> Iterator[Split]:
    """A sentence that ends with a colon, and the list entries below it with one count each."""
    sentence = text.sentences[index]
    counts = sentence.of_kind("count")
    if not sentence.text.rstrip().endswith(":") or not counts:
        return
    entries: list[Mention] = []
    for entry in text.sentences[index + 1 : index + 30]:
        if not _BULLET.match(entry.text) or len(entry.of_kind("count")) != 1 or len(entry.text) > 2 * REACH:
            break
        entries += entry.of_kind("count")
    if len(entries) >= 2:
        yield Split(max(counts, key=lambda count: count.value), tuple(entries), complete=len(entries) >= COMPLETE)


def _judge(sentence: Sentence, split: Split, language: str) -> Outcome | None:
    """The verdict; None for parts that were not meant to make up the whole."""
    total, whole = split.sum, split.whole.exact
    terms = " + ".join(plain(part.exact) for part in split.parts)
    why = f"{terms} = {plain(total)}"
    if total == whole or _without_nested(sentence, split, language) == whole:
        return Outcome(Verdict.HOLDS, why=why)
    if not whole * NEAR <= total <= whole * OVER:
        near = len(split.parts) >= COMPLETE and abs(total - whole) <= 1
        return Outcome(Verdict.AMBIGUOUS, why=f"{why} of {plain(whole)}") if near else None
    if total > whole or split.complete:
        return Outcome(Verdict.DIFFERS, plain(total), f"{why}, not {plain(whole)}")
    return Outcome(Verdict.AMBIGUOUS, why=f"{why} of {plain(whole)}: the list may not name all parts")


def _without_nested(sentence: Sentence, split: Split, language: str) -> Fraction:
    """The sum without parts of parts: "99 legal, including 61 suits, and 45 others"."""
    kept = [
        part
        for part in split.parts
        if not (part in sentence.mentions and phrases.ends_with(language, "including", sentence.before(part, 24)))
    ]
    return sum((part.exact for part in kept), Fraction(0))


def _percent_sum(sentence: Sentence, language: str) -> Iterator[Finding]:
    """Three or more shares of one whole in one sentence: rounding may leave half a point for each."""
    found = [one for one in sentence.of_kind("percent") if is_share(sentence, one, language)]
    total = sum((one.exact for one in found), Fraction(0))
    if len(found) < COMPLETE or abs(total - 100) > Fraction(len(found), 2):
        return
    verdict = Verdict.HOLDS if total == 100 else Verdict.AMBIGUOUS
    terms = " + ".join(plain(one.exact) for one in found)
    why = f"{terms} = {plain(total)}" + ("" if total == 100 else ": rounding alone can explain it")
    yield finding(sentence, Kind.SPLIT, Outcome(verdict, why=why), *found)


def unnamed(found: Sequence[Share], text: Text) -> Iterator[Finding]:
    """Neighbouring shares of one whole that leave a small rest unnamed: "119 (55%) ... 91 (42%)" of 218."""
    held = [share for share in found if share.match() is not Match.NO and share.percent.kind == "percent"]
    for (_, whole), group in groupby(held, key=lambda one: (text.sentences[one.index].block, one.whole)):
        shares = list({share.part: share for share in group}.values())
        total = sum((share.part.exact for share in shares), Fraction(0))
        if len(shares) >= 2 and whole * NEAR <= total < whole:
            terms = " + ".join(plain(share.part.exact) for share in shares)
            rest = plain((whole - total) * 100 / whole)
            why = f"{terms} = {plain(total)} of {plain(whole)}: {plain(whole - total)} ({rest}%) are named in no part"
            last = shares[-1]
            yield finding(
                text.sentences[last.index], Kind.SPLIT, Outcome(Verdict.AMBIGUOUS, why=why), last.part, last.percent
            )
