"""A percentage with its part and its whole, or with its part alone."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match
from kuzet.observatory.write.check.reading.words import Mention, Sentence

WORDED: Final = 3
"""Points by which a fraction in words may be off and still be meant."""


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage with its part and its whole; `others` are wholes that the words may as well mean.

    `guessed` when no words name the whole.
    """

    index: int
    percent: Mention
    part: Mention
    whole: Fraction
    others: tuple[Fraction, ...] = ()
    guessed: bool = False

    @property
    def exact(self) -> Fraction:
        """The share in percent, exact; none of nothing."""
        return self.part.exact * 100 / self.whole if self.whole else Fraction(0)

    def match(self) -> Match:
        """How the printed percentage agrees."""
        return match(self.percent.exact, self.exact, self.percent.decimals)

    def shown(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The percentage and its part, where they stand in one sentence."""
        return tuple(one for one in (self.percent, self.part) if one in sentence.mentions)

    @property
    def fits(self) -> bool:
        """Whether the percentage is right, rounded or cut off; a fraction in words by a few points."""
        if self.percent.kind == "portion":
            return abs(self.exact - self.percent.exact) <= WORDED
        return self.match() is not Match.NO


@dataclass(frozen=True, slots=True)
class Loose:
    """A percentage with the count that it restates, whose whole is not known; `tight` when the words tie the two."""

    index: int
    percent: Mention
    part: Mention
    tight: bool = True

    def of(self, whole: Fraction, others: tuple[Fraction, ...] = ()) -> Share:
        """The same of a whole that the words do not name."""
        return Share(self.index, self.percent, self.part, whole, others, guessed=True)
