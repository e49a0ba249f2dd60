"""Lines of print and the pieces that they are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kuzet.observatory.write.check.inputs.justified import USUAL, WORD_GAP, is_level
from kuzet.observatory.write.pdf_pages import Letter

WIDE_SPACE: Final = 1.3
"""Empty space, in sizes of a letter, that parts cells of a table although a space is drawn in it, as in spaced out
lines; without one `USUAL` is enough."""
SLACK: Final = 0.05
"""Sizes of a letter by which the widest space of a line may be surpassed: its right edge moves with raised marks."""


class Line(NamedTuple):
    """One line of the text: page and line on it from 1; an empty line parts paragraphs."""

    text: str
    page: int
    line: int
    pieces: tuple[Piece, ...] = ()
    """What it is made of."""
    is_entry: bool = False
    """Whether a sign of a list stands in front of it."""
    flows: bool = False
    """Whether the paragraph goes on in the next line."""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.text.startswith("|")


@dataclass(slots=True)
class Piece:
    """Letters on one base line without a wide gap."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int = 0
    letters: list[Letter] = field(default_factory=list)

    def follows(self, letter: Letter, stretched: float) -> bool:
        """Whether the letter goes on with this piece, of whose line the spaces are `stretched` to so many points."""
        widest = (WIDE_SPACE if self.text.endswith(" ") else USUAL) * self.size
        return is_level(self, letter) and letter.left - self.right < max(widest, stretched + SLACK * self.size)

    def space(self, letter: Letter) -> None:
        """Add a drawn space, once."""
        if not self.text.endswith(" "):
            self.text += " "
            self.letters.append(letter)

    def take(self, letter: Letter) -> None:
        """Add the letter, with a space where there is room for one."""
        spaced = letter.left - self.right > WORD_GAP * self.size and not self.text.endswith(" ")
        self.text += f" {letter.text}" if spaced and letter.text != " " else letter.text
        self.right = max(self.right, letter.right)
        self.size = max(self.size, letter.size)
        self.letters.append(letter)
