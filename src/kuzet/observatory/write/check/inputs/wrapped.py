"""Lines of print put together again: paragraphs over columns and pages, tables over pages, words over lines."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.inputs.justified import WORD_GAP
from kuzet.observatory.write.check.inputs.printed import Line

OTHER_SIZE: Final = 0.12
"""Lines whose sizes differ by more than this part are a heading and its text."""
INDENT: Final = 3.0
"""Lines of a column begin at most so many sizes of a letter apart, and end so where their column does."""
SPACE: Final = 0.25
"""Sizes of a letter between two words."""
ROUND: Final = 0.3
"""Sizes of a letter by which a line may end in front of its column's edge though another word did not fit."""
_PARTED: Final = re.compile(r"(\w{2,})[-\u2010\xad\x02\ufffe]$")
CLOSED: Final = re.compile(r"[.!?:;…][»”\")]?\s*$")
"""The end of a sentence."""


def whole_tables(found: Sequence[Line]) -> list[Line]:
    """A table that goes on over the page, under the same head once more or under none, becomes one."""
    kept: list[Line] = []
    head = ""
    for line in found:
        behind = next((one for one in reversed(kept) if one.text), None)
        goes_on = behind is not None and behind.is_row and line.is_row
        if goes_on and (line.text == head or _is_over(behind, line)):
            while kept and not kept[-1].text:
                kept.pop()
            kept += [] if line.text == head else [line]
            continue
        if line.is_row and not (kept and kept[-1].is_row):
            head = line.text
        kept.append(line)
    return kept


def _is_over(behind: Line | None, line: Line) -> bool:
    """Whether rows of as many cells end a page and begin the next."""
    return behind is not None and line.page == behind.page + 1 and line.text.count("|") == behind.text.count("|")


def flowing(found: Sequence[Line]) -> list[Line]:
    """Lines that end only where their column does flow on, over the ends of columns and pages too."""
    lines = [line for line in found if line.text]
    gaps = _gaps(found)
    edges = list(_edges(lines))
    kept: list[Line] = []
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        parted, turns = bool(gaps[at]), after is not None and _turns(line, after)
        flows = after is not None and (turns or not parted) and _fills(line, after, edges[at])
        flows = flows and not (turns and CLOSED.search(line.text))
        kept.append(line._replace(flows=flows))
        kept += [] if flows else gaps[at]
    return kept


def _gaps(found: Sequence[Line]) -> list[list[Line]]:
    """The empty lines behind each line that is not."""
    gaps: list[list[Line]] = []
    for line in found:
        if line.text:
            gaps.append([])
        elif gaps:
            gaps[-1].append(line)
    return gaps


def _turns(line: Line, after: Line) -> bool:
    """Whether the next line stands in another column or on another page."""
    return after.page > line.page or after.pieces[0].base > line.pieces[0].base


def _edges(lines: Sequence[Line]) -> Iterator[float]:
    """The right edge of the column that each line stands in: that of its longest line."""
    column: list[Line] = []
    turns = [*(_turns(line, after) for line, after in pairwise(lines)), True]
    for line, ends in zip(lines, turns, strict=bool(lines)):
        column.append(line)
        if ends:
            yield from (_edge(one, column) for one in column)
            column = []


def _edge(line: Line, column: Sequence[Line]) -> float:
    """The right end of the longest line that begins where this one does; no end where no other one comes near it."""
    left, reach = line.pieces[0].left, INDENT * line.pieces[0].size
    ends = [one.pieces[-1].right for one in column if not one.is_row and abs(one.pieces[0].left - left) < reach]
    edge = max(ends, default=math.inf)
    return edge if sum(end > edge - reach for end in ends) > 1 else math.inf


def _fills(line: Line, after: Line, edge: float) -> bool:
    """Whether the first word of the next line had no room in this one; both are prose of one size."""
    if line.is_row or after.is_row or after.is_entry:
        return False
    size, other = line.pieces[-1].size, after.pieces[0].size
    word = _first_word(after)
    return abs(size - other) < OTHER_SIZE * max(size, other) and (
        line.pieces[-1].right + (SPACE + ROUND) * size + word > edge
    )


def _first_word(line: Line) -> float:
    """The width of the first word of a line, in points."""
    letters = line.pieces[0].letters
    for before, letter in pairwise(letters):
        if letter.text == " " or letter.left - before.right > WORD_GAP * letter.size:
            return before.right - letters[0].left
    return letters[-1].right - letters[0].left


def whole_words(found: Sequence[Line]) -> list[Line]:
    """A word that a hyphen parts at the end of a line stands whole in that line, with the line of its rest alone."""
    kept: list[Line] = []
    for line in found:
        rest, _, more = line.text.partition(" ")
        if not kept or kept[-1].is_row or not _PARTED.search(kept[-1].text) or not rest[:1].islower():
            kept.append(line)
            continue
        before = kept.pop()
        whole = before._replace(text=before.text[:-1] + rest)
        if more:
            kept += [whole, line._replace(text=more)]
        else:
            kept.append(whole._replace(pieces=(*before.pieces, *line.pieces), flows=line.flows))
    return kept
