"""What a check of a text's numbers works with: numbers where they stand, and what is found of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from kuzet.basis.word import Word


class Verdict(Enum):
    """The judgement of one claim."""

    HOLDS = "holds"
    DIFFERS = "differs"
    AMBIGUOUS = "ambiguous"
    UNCHECKABLE = "uncheckable"


class Kind(Enum):
    """What a claim states."""

    SHARE = "share"
    CHANGE = "change"
    RATIO = "ratio"
    SPLIT = "split"
    ROUNDING = "rounding"


class Finding(Word):
    """One claim with its verdict; `line` counts from 1, `text` is the claim, `should_be` as printed."""

    line: int
    text: str
    kind: Kind
    verdict: Verdict
    should_be: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One number of a sentence: `kind` is count, percent, times or year; the span is within the sentence."""

    start: int
    end: int
    value: Decimal
    kind: str

    @property
    def exact(self) -> Fraction:
        """The value as an exact fraction."""
        return Fraction(self.value)

    @property
    def decimals(self) -> int:
        """Digits after the point as printed: the precision that the text claims."""
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its numbers; `line` is the line of its first character, `lines` those of each mention."""

    line: int
    text: str
    mentions: tuple[Mention, ...]
    lines: tuple[int, ...]

    def line_of(self, mention: Mention) -> int:
        """The line on which a number stands."""
        return self.lines[self.mentions.index(mention)]

    def of_kind(self, kind: str) -> tuple[Mention, ...]:
        """The numbers of one kind, in order."""
        return tuple(mention for mention in self.mentions if mention.kind == kind)

    def between(self, left: Mention, right: Mention) -> str:
        """The words between two numbers, in whichever order they stand."""
        first, second = sorted((left, right), key=lambda mention: mention.start)
        return self.text[first.end : second.start]

    def before(self, mention: Mention, width: int) -> str:
        """Up to `width` characters in front of a number."""
        return self.text[max(0, mention.start - width) : mention.start]

    def after(self, mention: Mention, width: int) -> str:
        """Up to `width` characters behind a number."""
        return self.text[mention.end : mention.end + width]

    def excerpt(self, *mentions: Mention, margin: int = 28) -> str:
        """The words around some numbers, cut at word ends."""
        start = max(0, min(mention.start for mention in mentions) - margin)
        end = min(len(self.text), max(mention.end for mention in mentions) + margin)
        while start and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        return " ".join(self.text[start:end].split())


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut into sentences; `total` is the whole that "of the total" refers to, where one can be told."""

    language: str
    sentences: tuple[Sentence, ...]
    total: Mention | None = None

    def counts_before(self, index: int, sentences: int) -> Iterator[Mention]:
        """Counts of the nearest sentences in front of sentence `index`, nearest sentence first."""
        for sentence in reversed(self.sentences[max(0, index - sentences) : index]):
            yield from sentence.of_kind("count")

    def counts(self) -> Iterator[Mention]:
        """All counts of the text."""
        for sentence in self.sentences:
            yield from sentence.of_kind("count")
