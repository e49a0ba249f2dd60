"""Justified lines of print: their spaces are stretched, all by the same, so that a wide one parts words and not cells.

Word processors draw such lines without the spaces. Cells of a table stand apart by widths that differ from cell to
cell, or hold numbers.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Protocol

from kuzet.observatory.write.pdf_pages import Letter

SAME_LINE: Final = 0.3
"""Base lines nearer than this part of a letter's size are one line."""
RAISED: Final = 0.86
"""A letter is raised when it is smaller than this part of its neighbours and stands higher than their base line."""
LIGATURE: Final = 1.3
"""Letters drawn as one sign all stand at its place: so many sizes of a letter back at most."""
WORD_GAP: Final = 0.2
"""Empty space, in sizes of a letter, that parts words."""
EVEN: Final = 0.15
"""By so much, in sizes of a letter, the stretched spaces of a line differ at most."""
ENOUGH: Final = 3
"""So many even spaces tell a stretched line by themselves; of fewer, its edges are those of a line beside it."""
MOST: Final = 0.6
"""The part of a line's spaces that are even: one that must not break is not stretched."""
WIDEST: Final = 8.0
"""Sizes of a letter: no space of several is stretched further."""
USUAL: Final = 0.85
"""Sizes of a letter: a wider space is stretched, or parts cells."""
SAME_EDGE: Final = 0.5
"""Edges nearer than this part of a letter's size are one edge."""
STEP: Final = 2.0
"""Lines of a paragraph are at most so many sizes of a letter apart."""


class Level(Protocol):
    """What letters stand on a base line, up to a right edge, in points."""

    base: float
    right: float
    size: float


def is_level(before: Level, letter: Letter) -> bool:
    """Whether the letter stands on the same base line, and not further back."""
    level = abs(letter.base - before.base) < SAME_LINE * max(before.size, letter.size)
    return level and letter.left - before.right > -LIGATURE * before.size


def is_raised(before: Level, letter: Letter) -> bool:
    """Whether the letter is smaller than what stands in front of it, and higher: a note mark, as a rule."""
    up = letter.base - before.base
    small = letter.size < RAISED * before.size
    return small and 0.05 * before.size < up < before.size and letter.left - before.right < 3 * before.size


@dataclass(slots=True)
class _Line:
    """Letters drawn one after the other on one base line, whatever stands between them."""

    first: int
    """The number of its first letter; `words` and `spaces` (between them, in points) go on from there."""
    left: float
    right: float
    base: float
    size: float
    words: list[str]
    spaces: list[float] = field(default_factory=list)
    stretched: float = 0.0
    """The widest space that parts words, in points; 0 where no space is stretched."""

    def take(self, letter: Letter) -> None:
        space = letter.left - self.right
        if space > WORD_GAP * self.size:
            self.spaces.append(space)
            self.words.append(letter.text)
        else:
            self.words[-1] += letter.text
        self.right = max(self.right, letter.right)
        self.size = max(self.size, letter.size)

    @property
    def is_even(self) -> bool:
        """Whether all spaces are even."""
        widths = self.spaces or [0.0]
        return max(widths) - min(widths) < EVEN * self.size

    @property
    def is_prose(self) -> bool:
        """Whether no fewer of its words have letters than have digits alone."""
        return self.lettered > 0 and self.lettered * 2 >= self.told

    @property
    def lettered(self) -> int:
        """Words with a letter."""
        return sum(any(map(str.isalpha, word)) for word in self.words)

    @property
    def told(self) -> int:
        """Words with a letter or digit."""
        return sum(any(map(str.isalnum, word)) for word in self.words)


def spaces(letters: Sequence[Letter]) -> list[float]:
    """For each letter the widest space, in points, that parts words of its line; 0 where its line is not stretched."""
    lines = list(_lines(letters))
    for line in lines:
        line.stretched = _even(line)
    for one, other in (*pairwise(lines), *pairwise(reversed(lines))):
        if not one.stretched and _is_beside(one, other):
            one.stretched = _short(one)
    starts = [*(line.first for line in lines), len(letters)]
    return [
        line.stretched for line, (first, end) in zip(lines, pairwise(starts), strict=True) for _ in range(first, end)
    ]


def _lines(letters: Sequence[Letter]) -> Iterator[_Line]:
    """The lines of print; what is raised belongs to the line that it stands over."""
    line: _Line | None = None
    for number, letter in enumerate(letters):
        if line is None or not (letter.text == " " or is_raised(line, letter) or is_level(line, letter)):
            if line is not None:
                yield line
            line = _Line(number if line is not None else 0, letter.left, letter.right, letter.base, letter.size, [""])
        if letter.text != " " and is_level(line, letter):
            line.take(letter)
        elif letter.text != " ":
            line.right = max(line.right, letter.right)
    if line is not None:
        yield line


def _even(line: _Line) -> float:
    """The widest of the spaces that are even, where they are most of those of a line of words."""
    widths = sorted(width for width in line.spaces if width < WIDEST * line.size)
    ends = [bisect.bisect(widths, width + EVEN * line.size) for width in widths]
    first = max(range(len(widths)), key=lambda at: ends[at] - at, default=0)
    enough = max(ENOUGH, MOST * len(line.spaces))
    return widths[ends[first] - 1] if widths and ends[first] - first >= enough and line.is_prose else 0.0


def _is_beside(line: _Line, other: _Line) -> bool:
    """Whether the other line has the same edges, stands over or under this one, and is of words too."""
    edges = max(abs(line.left - other.left), abs(line.right - other.right))
    near = 0 < abs(line.base - other.base) < STEP * line.size
    return near and edges < SAME_EDGE * line.size and (other.stretched > 0 or _is_plain(other))


def _is_plain(line: _Line) -> bool:
    """Whether a line of words is even, or as long as its column without being stretched."""
    return (
        len(line.words) > 1 and line.lettered * 2 > line.told and (line.is_even or max(line.spaces) < USUAL * line.size)
    )


def _short(line: _Line) -> float:
    """The widest space of a line of few words or of many numbers; 0 for a line that is not even."""
    is_prose = line.lettered * 2 > line.told or (line.lettered > 0 and len(line.spaces) >= ENOUGH)
    return max(line.spaces, default=0.0) if is_prose and line.is_even else 0.0
