"""What a reader of a published file sees: the figures with their notes, and the other words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

DIGITS: Final = re.compile(r"[0-9]")
CONTEXT: Final = 40
"""Letters on each side of a number that are shown to find it."""


@dataclass(slots=True)
class Seen:
    """The text of one file in the order of reading.

    `uses`: note number and words of every figure; `words`: all other text, in pieces; `drawn`: what drawings show.
    """

    uses: list[tuple[int, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    def figure(self, number: str, text: str) -> None:
        """A figure with the number of its note."""
        said = " ".join(text.split())
        self.uses.append((int(number), said))
        self.words.append(said.translate(_CIRCLED))

    @property
    def text(self) -> str:
        """All words with the figures among them; digits of figures are circled, so that they are not counted."""
        return "".join(self.words)

    @property
    def digits(self) -> str:
        """The digits of all that is no figure, one after the other: no line break can change them."""
        return "".join(DIGITS.findall(self.text))

    @property
    def drawings(self) -> str:
        """What drawings show, in no order: programs draw text in their own."""
        return "".join(sorted(self.drawn))

    def places(self) -> Iterator[int]:
        """Where in the text each of the digits stands."""
        return (found.start() for found in DIGITS.finditer(self.text))


_CIRCLED: Final = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
_PLAIN: Final = {circled: plain for plain, circled in _CIRCLED.items()}


def around(text: str, start: int, end: int) -> str:
    """The words around a place, as one line, with the digits of figures plain again."""
    cut = " ".join(text[max(0, start - CONTEXT) : end + CONTEXT].split())
    return cut.translate(_PLAIN)
