"""The text of a PDF as lines, each with its page and its place there, whatever program made the file.

Lines are those of print, in the order in which they are drawn, so that columns are read one after the other. Cells that
stand beside each other become "| a | b |", raised note marks and running heads are left out, words that a hyphen parts
at the end of a line are put together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.check.inputs import pdf_notes as inputs_pdf_notes
from kuzet.observatory.write.check.inputs.pdf_notes import Raised
from kuzet.observatory.write.check.repeats.notes import Link
from kuzet.observatory.write.pdf_pages import NO_MARK, Area, Letter, areas, letters, opened, tags

MARK: Final = re.compile(r"[\[(]?\d{1,4}[\])]?(?:[,–-]\d{1,4})*|[*†‡]+")
"""What a raised note mark holds."""
RAISED: Final = 0.86
"""A letter is raised when it is smaller than this part of its neighbours and stands higher than their base line."""
SAME_LINE: Final = 0.3
"""Base lines nearer than this part of a letter's size are one line."""
WORD_GAP: Final = 0.2
CELL_GAP: Final = 0.85
WIDE_SPACE: Final = 1.3
"""Empty space, in sizes of a letter, that parts words; that parts cells of a table; and that parts them although a
space is drawn in it, as it is in spaced out lines."""
LIGATURE: Final = 1.3
"""Letters drawn as one sign all stand at its place: so many sizes of a letter back at most."""
NEW_PARAGRAPH: Final = 1.35
"""A line that follows at more than this many of the smallest steps of its page begins a new paragraph."""
LEAST_STEP: Final = 0.9
USUAL_STEP: Final = 1.5
"""Steps from line to line in sizes of a letter: the least that counts as one, and the largest inside a paragraph."""
OTHER_SIZE: Final = 0.12
"""Lines whose sizes differ by more than this part are a heading and its text."""
EDGE: Final = 0.08
"""The part of a page, above and below, in which running heads are looked for."""
REPEATED: Final = 3
"""So many pages have the same words at their edge: a running head."""
CELL_LINES: Final = 6
"""Lines by which the top of a cell may stand above that of the cell before it."""
CELL_MOST: Final = 12
"""A cell of more lines is a column of prose."""
_BULLET: Final = re.compile(r"[•●▪◦‣·–-]|\d{1,2}[.)]")
_LEADER: Final = re.compile(r"(?:\. ?){5}|…{3}")
"""The dots between an entry of the table of contents and its page."""
_PARTED: Final = re.compile(r"(\w{2,})[-\u2010\xad\x02\ufffe]$")
_SIGNS: Final = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "▪", "\u00a0": " ", "\u202f": " ", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl"}
)
"""Signs of picture fonts, kinds of space, and letters drawn as one."""


class Line(NamedTuple):
    """One line of the text: page and line on it from 1; an empty line parts paragraphs."""

    text: str
    page: int
    line: int
    pieces: tuple[_Piece, ...] = ()
    """What it is made of."""


class Printed(NamedTuple):
    """The lines of a PDF, and its numbers that open a note."""

    lines: list[Line]
    links: tuple[Link, ...]


@dataclass(slots=True)
class _Piece:
    """Letters on one base line without a wide gap."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int = 0
    letters: list[Letter] = field(default_factory=list)

    def follows(self, letter: Letter) -> bool:
        """Whether the letter goes on with this piece."""
        gap = letter.left - self.right
        widest = WIDE_SPACE if self.text.endswith(" ") else CELL_GAP
        level = abs(letter.base - self.base) < SAME_LINE * max(self.size, letter.size)
        return level and -LIGATURE * self.size < gap < widest * self.size

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


@dataclass(slots=True)
class _Row:
    """Cells beside each other; each is a stack of pieces. A row of one cell is prose."""

    cells: list[list[_Piece]] = field(default_factory=list)


@dataclass(slots=True)
class _Sheet:
    """What is read of one page."""

    letters: list[Letter]
    pieces: list[_Piece]
    raised: list[tuple[_Piece, Raised]]
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
    lines = _whole_words(_whole_tables(found))
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


def _refuse_pictures(pages: Sequence[Sequence[_Piece]], name: str) -> None:
    text = "".join(piece.text for pieces in pages for piece in pieces)
    words = sum(letter.isalpha() for letter in text)
    if not words:
        expected = f"a PDF with text: its {len(pages)} pages are pictures; recognise their text first (OCR)"
        raise BadInput(name, expected, name)
    if sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in text) > words:
        raise BadInput(name, "a PDF whose letters can be copied: its fonts do not say which letter is which", name)


def _pieces(found: Iterable[Letter], page: int) -> tuple[list[_Piece], list[tuple[_Piece, Raised]]]:
    """Letters drawn together; raised note marks are left out, and told with the piece in front of each."""
    pieces: list[_Piece] = []
    marks: list[tuple[_Piece, Raised]] = []
    raised: list[Letter] = []
    for one in found:
        letter = one._replace(text=one.text.translate(_SIGNS))
        if letter.text == " ":
            if pieces and not raised and pieces[-1].follows(letter):
                pieces[-1].space(letter)
        elif pieces and _is_raised(pieces[-1], letter):
            raised.append(letter)
        else:
            marks += _settled(pieces, raised)
            if pieces and pieces[-1].follows(letter):
                pieces[-1].take(letter)
            else:
                pieces.append(_Piece(letter.text, letter.left, letter.right, letter.base, letter.size, page, [letter]))
    marks += _settled(pieces, raised)
    return [piece for piece in pieces if piece.text.strip()], marks


def _is_raised(piece: _Piece, letter: Letter) -> bool:
    up = letter.base - piece.base
    small = letter.size < RAISED * piece.size
    return small and 0.05 * piece.size < up < piece.size and letter.left - piece.right < 3 * piece.size


def _settled(pieces: list[_Piece], raised: list[Letter]) -> list[tuple[_Piece, Raised]]:
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


def _edge(piece: _Piece, heights: Sequence[float]) -> tuple[str, int]:
    """What a piece near the edge of its page says, without its digits, and its base line; nothing elsewhere."""
    height = heights[piece.page - 1]
    if EDGE * height < piece.base < (1 - EDGE) * height:
        return "", 0
    return re.sub(r"\d+", "#", piece.text).strip(), round(piece.base)


def _running(pages: Sequence[Sequence[_Piece]], heights: Sequence[float]) -> set[int]:
    """The base lines of running heads: there the same words stand on several pages, besides others that change."""
    found = Counter(edge for pieces in pages for edge in {_edge(piece, heights) for piece in pieces} if edge[0])
    return {base for (_, base), times in found.items() if times >= REPEATED}


def _page(pieces: Sequence[_Piece]) -> Iterator[Line]:
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
        yield Line(_told(row, bullets), row.cells[0][0].page, number, pieces)
        before = row
    if rows:
        yield Line("", rows[-1].cells[0][0].page, number)


def _rows(pieces: Iterable[_Piece]) -> list[_Row]:
    """Pieces in the order of drawing as rows: what stands to the right at about the same height is the next cell."""
    rows: list[_Row] = []
    stack: list[_Piece] = []
    row: list[list[_Piece]] = []
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


def _top(stack: Sequence[_Piece], piece: _Piece) -> int:
    """The line of a stack with which a cell would begin that has the piece beside it, at its top or at its bottom."""
    first = next((at for at, one in enumerate(stack) if one.base < piece.base + one.size / 2), len(stack))
    while 0 < first < len(stack) and _runs_on(stack[first - 1], stack[first]):
        first -= 1
    return first


def _runs_on(above: _Piece, piece: _Piece) -> bool:
    """Whether two lines are of one paragraph: one size, one edge, no more than a step apart."""
    step = (above.base - piece.base) / piece.size
    return above.size == piece.size and abs(above.left - piece.left) < piece.size and step < USUAL_STEP


def _is_beside(cell: Sequence[_Piece], piece: _Piece) -> bool:
    """Whether the piece is the top of a cell to the right of another, whose lines may stand a little lower."""
    if not 0 < len(cell) <= CELL_MOST or piece.left <= max(one.right for one in cell):
        return False
    return cell[-1].base - piece.size / 2 < piece.base < cell[0].base + CELL_LINES * piece.size


def _is_under(above: _Piece, piece: _Piece) -> bool:
    """Whether the piece is the next line of the same cell or paragraph."""
    apart = above.base - piece.base
    return 0 < apart < 2.5 * max(above.size, piece.size) and piece.left < above.right and above.left < piece.right


def _closed(row: list[list[_Piece]], stack: list[_Piece]) -> list[_Row]:
    """Prose as one row a line; a row of a table whole, what hangs under its last cell too far down apart."""
    if not row:
        return [_Row([[piece]]) for piece in stack]
    return [_Row([*row, stack])]


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


def _told(row: _Row, bullets: Iterable[_Piece]) -> str:
    cells = [" ".join(" ".join(piece.text.split()) for piece in cell) for cell in row.cells]
    if len(cells) > 1:
        return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
    first = row.cells[0][0]
    sign = next((one.text.strip() for one in bullets if _marks(one, first)), "")
    return f"{sign} {cells[0]}" if sign else cells[0]


def _marks(bullet: _Piece, line: _Piece) -> bool:
    level = abs(bullet.base - line.base) < SAME_LINE * line.size
    return level and -line.size < line.left - bullet.right < 4 * line.size


def _whole_tables(found: Sequence[Line]) -> list[Line]:
    """A table that goes on over the page, under the same head once more, becomes one."""
    kept: list[Line] = []
    head = ""
    for line in found:
        is_row = line.text.startswith("|")
        behind = next((one for one in reversed(kept) if one.text), None)
        if is_row and line.text == head and behind is not None and behind.text.startswith("|"):
            while kept and not kept[-1].text:
                kept.pop()
            continue
        if is_row and not (kept and kept[-1].text.startswith("|")):
            head = line.text
        kept.append(line)
    return kept


def _whole_words(found: list[Line]) -> list[Line]:
    """A word that a hyphen parts at the end of a line stands whole in that line."""
    for at, (line, after) in enumerate(pairwise(found)):
        parted = _PARTED.search(line.text)
        rest, _, more = after.text.partition(" ")
        if parted and rest[:1].islower() and not line.text.startswith("|"):
            found[at] = line._replace(text=line.text[:-1] + rest)
            found[at + 1] = after._replace(text=more)
    return found
