"""What a check of a text's numbers works with: numbers where they stand, and what is found of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

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
    REPEAT = "repeat"
    RECORD = "record"
    MONEY = "money"
    PERIOD = "period"
    RELEASE = "release"


class Finding(Word):
    """One claim with its verdict; `line` counts from 1, `text` is the claim, `should_be` as printed."""

    line: int
    text: str
    kind: Kind
    verdict: Verdict
    should_be: str = ""
    why: str = ""


CROWDED: Final = 80
"""Numbers of one sentence: the 24 months of two years with their shares and totals are fewer; more take time by the
cube of them."""

SCALED: Final = 1000
"""From here on a whole number has no digits after the point, whatever word it was scaled by."""

KEPT: Final = 4096
"""Answers about sentences that are kept: the rules ask the same of one sentence many times."""


@lru_cache(maxsize=KEPT)
def _exact(value: Decimal) -> Fraction:
    return Fraction(value)


@dataclass(frozen=True, slots=True)
class Mention:
    """One number of a sentence, with its span in it.

    `kind` is count, amount (of money or time, with its `unit`), percent, points, portion ("half"), times or year.
    """

    start: int
    end: int
    value: Decimal
    kind: str
    unit: str = ""

    @property
    def exact(self) -> Fraction:
        """The value as an exact fraction."""
        return _exact(self.value)

    @property
    def decimals(self) -> int:
        """Digits after the point as printed: the precision that the text claims; none in "1.7 million"."""
        if self.value >= SCALED and self.value % 1 == 0:
            return 0
        return max(0, -int(self.value.as_tuple().exponent))

    @property
    def spare(self) -> Fraction:
        """By how much the number may be rounded: half of the last place of "12.5" and "7 thousand", none for "347"."""
        place = int(self.value.as_tuple().exponent)
        return Fraction(10) ** place / 2 if place else Fraction(0)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence with its numbers, itself and no other (two of the same words differ).

    `line` is the line of its first character, `lines` those of each mention. `years` holds for each
    mention the year that the words tie it to ("4 in 2024", "2023 (369)"), None where none is named; `order` holds what
    sorts the mentions by time, "last year" and "now" too; `paragraph` and `block` count the paragraphs and the
    stretches between empty lines, by which neighbours know whether they stand in one.
    """

    line: int
    text: str
    mentions: tuple[Mention, ...]
    lines: tuple[int, ...]
    years: tuple[int | None, ...]
    order: tuple[int | None, ...]
    paragraph: int
    block: int

    @property
    def is_crowded(self) -> bool:
        """Whether it has more numbers than prose: a table that has lost its rows, as a PDF may give it."""
        return len(self.mentions) > CROWDED

    def emptied(self) -> Sentence:
        """The same without its numbers."""
        return replace(self, mentions=(), lines=(), years=(), order=())

    def line_of(self, mention: Mention) -> int:
        """The line on which a number stands."""
        return self.lines[self.mentions.index(mention)]

    def year_of(self, mention: Mention) -> int | None:
        """The year that the words tie to a number."""
        return self.years[self.mentions.index(mention)]

    def order_of(self, mention: Mention) -> int | None:
        """What sorts a number by time: its year, or what "last year", "now" stand for; None where words are mute."""
        return self.order[self.mentions.index(mention)]

    @property
    def units(self) -> tuple[str, ...]:
        """The units of counts and amounts, plain counts first."""
        return tuple(sorted({one.unit for one in self.of_kind("count", "amount")}))

    def quantities(self, unit: str) -> tuple[Mention, ...]:
        """The counts, or the amounts of one unit, above nothing: what may be added, divided and compared."""
        return tuple(one for one in self.of_kind("count", "amount") if one.unit == unit and one.value > 0)

    def of_kind(self, *kinds: str) -> tuple[Mention, ...]:
        """The numbers of some kinds, in order."""
        return tuple([mention for mention in self.mentions if mention.kind in kinds]) if self.mentions else ()

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

    def behind(self, mention: Mention, width: int) -> str:
        """What stands behind a number, with the last word of a number in words: its ending may tell its case."""
        told = self.text[mention.start : mention.end]
        word = told[max(told.rfind(" "), told.rfind("-")) + 1 :]
        return (word if word.isalpha() else "") + self.after(mention, width)

    def around(self, mention: Mention, width: int) -> str:
        """The words on both sides of a number up to the next number, at most `width` characters each way."""
        place = self.mentions.index(mention)
        left = self.mentions[place - 1].end if place else 0
        right = self.mentions[place + 1].start if place + 1 < len(self.mentions) else len(self.text)
        start, end = max(left, mention.start - width), min(right, mention.end + width)
        return f"{self.text[start : mention.start]} {self.text[mention.end : end]}"

    def excerpt(self, *mentions: Mention, margin: int = 28) -> str:
        """The words around some numbers, cut at word ends."""
        start = max(0, min(mention.start for mention in mentions) - margin)
        end = min(len(self.text), max(mention.end for mention in mentions) + margin)
        while start and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        return " ".join(self.text[start:end].split())


class Sentences(tuple[Sentence, ...]):
    """The sentences of a text, themselves and no others: what is known of a text is found by them at once."""

    __slots__ = ()
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Place:
    """A number and the sentence (its index in the text) in which it stands."""

    index: int
    mention: Mention


SEVERAL: Final = 10_000
"""A larger year is a period: 20222023 for 2022 to 2023."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut into sentences; `year` is the one it reports on, `total` the whole that "of the total" refers to."""

    language: str
    sentences: tuple[Sentence, ...]
    year: int = 0
    since: int = 0
    """The first year of a text about several years ("2022–2023"), 0 for one year."""
    total: Place | None = None
    dated: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)
    """The first counts that the words tie to each year."""
    crowded: tuple[Sentence, ...] = ()
    """Sentences of too many numbers to be read as prose; they stand among the others without their numbers."""
    cuts: bool = False
    """Whether the text cuts its percentages off throughout, instead of rounding them."""

    @property
    def period(self) -> int:
        """The year of what is counted without one: the text's, or of a text about several their first and last."""
        return self.since * SEVERAL + self.year if self.since else self.year

    def counts_before(self, index: int, sentences: int) -> Iterator[Mention]:
        """Counts of the nearest sentences in front of sentence `index`, nearest sentence first."""
        for sentence in reversed(self.sentences[max(0, index - sentences) : index]):
            yield from sentence.of_kind("count")

    def of_year(self, year: int) -> tuple[Mention, ...]:
        """Counts that the text ties to a year."""
        return self.dated.get(year, ())


class Outcome(NamedTuple):
    """How a claim was judged."""

    verdict: Verdict
    should_be: str = ""
    why: str = ""


def finding(sentence: Sentence, kind: Kind, outcome: Outcome, *mentions: Mention, margin: int = 28) -> Finding:
    """What is said of some numbers of a sentence; the line is that of the first."""
    return Finding(
        line=sentence.line_of(mentions[0]),
        text=sentence.excerpt(*mentions, margin=margin),
        kind=kind,
        verdict=outcome.verdict,
        should_be=outcome.should_be,
        why=outcome.why,
    )
