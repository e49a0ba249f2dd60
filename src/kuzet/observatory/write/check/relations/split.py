"""A whole with the parts that a text gives it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading.words import Mention


@dataclass(frozen=True, slots=True)
class Split:
    """A whole and the parts that the text gives it.

    `complete` when the words say that the parts are all, `examples` when they say that there may be more ("including"),
    `rest` the part that is told to be what remains, `fewer` when a number is left out that may count something else.
    """

    whole: Mention
    parts: tuple[Mention, ...]
    complete: bool = False
    rest: Mention | None = None
    examples: bool = False
    fewer: bool = False

    @property
    def sum(self) -> Fraction:
        """What the parts add up to."""
        return sum((part.exact for part in self.parts), Fraction(0))

    @property
    def told(self) -> str:
        """The sum as a reason tells it: "4 + 3 = 7"."""
        return f"{' + '.join(plain(part.exact) for part in self.parts)} = {plain(self.sum)}"
