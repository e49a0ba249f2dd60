"""Paragraphs, entries and rows of tables as the lines of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def row(cells: Iterable[str]) -> str:
    """A row of a table as a line."""
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def joined(blocks: Iterable[str]) -> str:
    """One text: rows of a table under each other, other blocks with an empty line between them."""
    listed = list(blocks)
    lines = [""] * max(numbered(listed), default=0)
    for number, block in zip(numbered(listed), listed, strict=True):
        lines[number - 1] = block
    return "\n".join(lines)


def numbered(blocks: Sequence[str]) -> Iterator[int]:
    """The line (from 1) of each block in the joined text."""
    line, front = -1, ""
    for block in blocks:
        line += 1 if front.startswith("|") and block.startswith("|") else 2
        front = block
        yield line
