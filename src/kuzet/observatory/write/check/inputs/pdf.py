"""The text of a PDF as lines, each with its page and its place there, whatever program made the file.

Lines are those of print, in the order in which they are drawn, so that columns are read one after the other. Cells that
stand beside each other become "| a | b |", raised note marks and running heads are left out, words that a hyphen parts
at the end of a line are put together; a line that its program wrapped tells that it goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.check.inputs import blocks, justified, wrapped
from kuzet.observatory.write.check.inputs import pdf_notes as inputs_pdf_notes
from kuzet.observatory.write.check.inputs.justified import SAME_LINE, is_raised
from kuzet.observatory.write.check.inputs.pdf_notes import Raised
from kuzet.observatory.write.check.inputs.printed import Line, Piece
from kuzet.observatory.write.check.inputs.wrapped import OTHER_SIZE
from kuzet.observatory.write.check.repeats.notes import Link
from kuzet.observatory.write.pdf_pages import NO_MARK, Area, Letter, areas, letters, opened, tags

MARK: Final = re.compile(r"[\[(]?\d{1,4}[\])]?(?:[,–-]\d{1,4})*|[*†‡]+")
"""What a raised note mark holds."""
NEW_PARAGRAPH: Final = 1.35
"""A line that follows at more than this many of the smallest steps of its page begins a new paragraph."""
LEAST_STEP: Final = 0.9
USUAL_STEP: Final = 1.5
"""Steps from line to line in sizes of a letter: the least that counts as one, and the largest inside a paragraph."""
EDGE: Final = 0.08
"""The part of a page, above and below, in which running heads are looked for."""
REPEATED: Final = 3
"""So many pages have the same words at their edge: a running head."""
CELL_LINES: Final = 6
"""Lines by which the top of a cell may stand above that of the cell before it."""
CELL_MOST: Final = 12
"""A cell of more lines is a column of prose."""
PROSE: Final = 5
"""Cells that all have so many lines are columns of prose, though each paragraph ends in its own."""
COLUMN_LEAST: Final = 3
"""A column of prose has so many lines at least, the last of which ends at its edge but for `CELL_END` sizes."""
CELL_END: Final = 1.5
_BULLET: Final = re.compile(r"[•●▪◦‣·–-]|\d{1,2}[.)]")
_LEADER: Final = re.compile(r"(?:\. ?){5}|…{3}")
"""The dots between an entry of the table of contents and its page."""
_SIGNS: Final = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "▪", "\u00a0": " ", "\u202f": " ", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl"}
)
"""Signs of picture fonts, kinds of space, and letters drawn as one."""


class Printed(NamedTuple):
    """The lines of a PDF, and its numbers that open a note."""

    lines: list[Line]
    links: tuple[Link, ...]


@dataclass(slots=True)
class _Row:
    """Cells beside each other; each is a stack of pieces. A row of one cell is prose."""

    cells: list[list[Piece]] = field(default_factory=list)


@dataclass(slots=True)
class _Sheet:
    """What is read of one page."""

    letters: list[Letter]
    pieces: list[Piece]
    raised: list[tuple[Piece, Raised]]
    areas: list[Area]


def read(raw: bytes, name: str) -> Printed:
    """The lines of a PDF; raises `BadInput` for a file without readable text."""
    with opened(raw, name) as pdf:
        heights = [page.get_height() for page in pdf]
        sheets = [_sheet(pdf, page, number) for number, page in enumerate(pdf, 1)]
    pages = [sheet.pieces for sheet in sheets]
    _refuse_pictures(pages, name)
    heads = _running(pages, heights)
    kept = [[one for one in pieces if _edge(one, heights)[1] not in heads] for pieces in pages]
    found = [line for pieces in kept for line in _page(pieces) if not _LEADER.search(line.text)]
    lines = wrapped.whole_words(wrapped.flowing(wrapped.whole_tables(found)))
    return Printed(lines, tuple(_links(lines, sheets)))


def _sheet(pdf: Any, page: Any, number: int) -> _Sheet:  # noqa: ANN401 - a document and a page of pypdfium2
    found = list(_prose(page))
    pieces, raised = _pieces(found, number)
    return _Sheet(found, pieces, raised, list(areas(pdf, page)) if raised else [])


def _links(lines: Sequence[Line], sheets: Sequence[_Sheet]) -> Iterator[Link]:
    """The numbers that open a note, each with the line on which it stands."""
    places = {id(piece): at for at, line in enumerate(lines, 1) for piece in line.pieces}
    for sheet in sheets:
        for piece, raised in sheet.raised:
            shown = inputs_pdf_notes.opened(raised, sheet.areas)
            if shown and id(piece) in places and 0 <= shown[1].page < len(sheets):
                note = inputs_pdf_notes.begins(sheets[shown[1].page].letters, shown[1])
                yield Link(places[id(piece)], shown[0], note, "".join(one.text for one in raised.mark))


def _prose(page: Any) -> Iterator[Letter]:  # noqa: ANN401 - a page of pypdfium2
    """The letters of a page; where tags say which of them belong to a drawing, without those."""
    drawn = {mark for figure in tags(page).every("Figure") for mark in figure.marks()}
    return (one for one in letters(page) if not drawn or one.mark not in (*drawn, NO_MARK))


def _refuse_pictures(pages: Sequence[Sequence[Piece]], name: str) -> None:
    text = "".join(piece.text for pieces in pages for piece in pieces)
    words = sum(letter.isalpha() for letter in text)
    if not words:
        expected = f"a PDF with text: its {len(pages)} pages are pictures; recognise their text first (OCR)"
        raise BadInput(name, expected, name)
    if sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in text) > words:
        raise BadInput(name, "a PDF whose letters can be copied: its fonts do not say which letter is which", name)


def _pieces(found: Iterable[Letter], page: int) -> tuple[list[Piece], list[tuple[Piece, Raised]]]:
    """Letters drawn together; raised note marks are left out, and told with the piece in front of each."""
    pieces: list[Piece] = []
    marks: list[tuple[Piece, Raised]] = []
    raised: list[Letter] = []
    told = [one._replace(text=one.text.translate(_SIGNS)) for one in found]
    for letter, stretched in zip(told, justified.spaces(told), strict=True):
        if letter.text == " ":
            if pieces and not raised and pieces[-1].follows(letter, stretched):
                pieces[-1].space(letter)
        elif pieces and is_raised(pieces[-1], letter):
            raised.append(letter)
        else:
            marks += _settled(pieces, raised)
            if pieces and pieces[-1].follows(letter, stretched):
                pieces[-1].take(letter)
            else:
                pieces.append(Piece(letter.text, letter.left, letter.right, letter.base, letter.size, page, [letter]))
    marks += _settled(pieces, raised)
    return [piece for piece in pieces if piece.text.strip()], marks


def _settled(pieces: list[Piece], raised: list[Letter]) -> list[tuple[Piece, Raised]]:
    """End a raised run: a note mark only moves the edge of the line and is told, other words belong to the line."""
    if not raised:
        return []
    is_mark = MARK.fullmatch("".join(letter.text for letter in raised))
    told = [(pieces[-1], Raised(tuple(pieces[-1].letters), tuple(raised)))] if is_mark else []
    for letter in () if is_mark else raised:
        pieces[-1].take(letter)
    pieces[-1].right = max(pieces[-1].right, raised[-1].right)
    raised.clear()
    return told


def _edge(piece: Piece, heights: Sequence[float]) -> tuple[str, int]:
    """What a piece near the edge of its page says, without its digits, and its base line; nothing elsewhere."""
    height = heights[piece.page - 1]
    if EDGE * height < piece.base < (1 - EDGE) * height:
        return "", 0
    return re.sub(r"\d+", "#", piece.text).strip(), round(piece.base)


def _running(pages: Sequence[Sequence[Piece]], heights: Sequence[float]) -> set[int]:
    """The base lines of running heads: there the same words stand on several pages, besides others that change."""
    found = Counter(edge for pieces in pages for edge in {_edge(piece, heights) for piece in pieces} if edge[0])
    return {base for (_, base), times in found.items() if times >= REPEATED}


def _page(pieces: Sequence[Piece]) -> Iterator[Line]:
    """The lines of one page, with empty ones between paragraphs."""
    signs = [piece for piece in pieces if _BULLET.fullmatch(piece.text.strip())]
    bullets = [sign for sign in signs if any(_marks(sign, piece) for piece in pieces)]
    rows = _rows([piece for piece in pieces if piece not in bullets])
    step = _least_step(rows)
    number = 0
    before: _Row | None = None
    for row in rows:
        if before is not None and _is_parted(before, row, step):
            yield Line("", row.cells[0][0].page, number)
        number += 1
        pieces = tuple(piece for cell in row.cells for piece in cell)
        sign = next((one.text.strip() for one in bullets if _marks(one, row.cells[0][0])), "")
        yield Line(_told(row, sign), pieces[0].page, number, pieces, is_entry=bool(sign))
        before = row
    if rows:
        yield Line("", rows[-1].cells[0][0].page, number)


def _rows(pieces: Iterable[Piece]) -> list[_Row]:
    """Pieces in the order of drawing as rows: what stands to the right at about the same height is the next cell."""
    rows: list[_Row] = []
    stack: list[Piece] = []
    row: list[list[Piece]] = []
    for piece in pieces:
        first = _top(stack, piece)
        if _is_beside(stack[first:], piece):
            if not row:
                rows += [_Row([[one]]) for one in stack[:first]]
                stack = stack[first:]
            row.append(stack)
            stack = [piece]
        elif stack and _is_under(stack[-1], piece):
            stack.append(piece)
        else:
            rows += _closed(row, stack)
            row, stack = [], [piece]
    return rows + _closed(row, stack)


def _top(stack: Sequence[Piece], piece: Piece) -> int:
    """The line of a stack with which a cell would begin that has the piece beside it, at its top or at its bottom."""
    first = next((at for at, one in enumerate(stack) if one.base < piece.base + one.size / 2), len(stack))
    while 0 < first < len(stack) and _runs_on(stack[first - 1], stack[first]):
        first -= 1
    return first


def _runs_on(above: Piece, piece: Piece) -> bool:
    """Whether two lines are of one paragraph: one size, one edge, no more than a step apart."""
    step = (above.base - piece.base) / piece.size
    return above.size == piece.size and abs(above.left - piece.left) < piece.size and step < USUAL_STEP


def _is_beside(cell: Sequence[Piece], piece: Piece) -> bool:
    """Whether the piece is the top of a cell to the right of another, whose lines may stand a little lower."""
    if not 0 < len(cell) <= CELL_MOST or piece.left <= max(one.right for one in cell) or _runs_over(cell, piece):
        return False
    return cell[-1].base - piece.size / 2 < piece.base < cell[0].base + CELL_LINES * piece.size


def _runs_over(cell: Sequence[Piece], piece: Piece) -> bool:
    """Whether prose breaks off at the full end of a column and goes on at the top of the next."""
    last = cell[-1]
    is_full = last.right > max(one.right for one in cell) - CELL_END * last.size
    return len(cell) >= COLUMN_LEAST and is_full and piece.text[:1].islower() and not wrapped.CLOSED.search(last.text)


def _is_under(above: Piece, piece: Piece) -> bool:
    """Whether the piece is the next line of the same cell or paragraph."""
    apart = above.base - piece.base
    return 0 < apart < 2.5 * max(above.size, piece.size) and piece.left < above.right and above.left < piece.right


def _closed(row: list[list[Piece]], stack: list[Piece]) -> list[_Row]:
    """Prose as one row a line; a row of a table whole. Cells that are all of many lines are columns of prose."""
    cells = [*row, stack]
    if not row or all(len(cell) >= PROSE for cell in cells):
        return [_Row([[piece]]) for cell in cells for piece in cell]
    return [_Row(cells)]


def _least_step(rows: Sequence[_Row]) -> float:
    """The smallest distance of two lines of prose in sizes of a letter: that of lines in one paragraph."""
    prose = [row.cells[0][0] for row in rows if len(row.cells) == 1]
    steps = [(one.base - other.base) / other.size for one, other in pairwise(prose)]
    return min((step for step in steps if LEAST_STEP < step < USUAL_STEP), default=USUAL_STEP)


def _is_parted(before: _Row, row: _Row, step: float) -> bool:
    first, second = before.cells[0][-1], row.cells[0][0]
    if len(before.cells) > 1 and len(row.cells) > 1:
        return False
    if len(before.cells) != len(row.cells):
        return True
    apart = (first.base - second.base) / second.size
    resized = abs(first.size - second.size) > OTHER_SIZE * max(first.size, second.size)
    return resized or apart < 0 or apart > NEW_PARAGRAPH * step


def _told(row: _Row, sign: str) -> str:
    cells = [" ".join(" ".join(piece.text.split()) for piece in cell) for cell in row.cells]
    if len(cells) > 1:
        return blocks.row(cells)
    return f"{sign} {cells[0]}" if sign else cells[0]


def _marks(bullet: Piece, line: Piece) -> bool:
    level = abs(bullet.base - line.base) < SAME_LINE * line.size
    return level and -line.size < line.left - bullet.right < 4 * line.size
