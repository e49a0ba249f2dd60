"""What stands on the pages of a PDF: every letter with its place and the mark that ties it to the tags."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from kuzet.basis.errors import BadInput

MAGIC: Final = b"%PDF-"
TURNED: Final = 0.01
"""Radians by which a letter may be turned and still stand upright."""
NO_MARK: Final = -1
"""The mark of a letter that no tag can point to, such as one inside a drawing."""

_CLOSING_ZERO: Final = b"\0\0"

Pdf = Any
"""A document of pypdfium2, which has no types."""


class Letter(NamedTuple):
    """One letter: left and right edge, base line and font size, in points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    mark: int


@contextmanager
def opened(raw: bytes, name: str) -> Iterator[Pdf]:
    """The document; raises `BadInput` for a damaged file and for one that asks for a password."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(raw)
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        what = "a PDF without a password" if "password" in str(error).lower() else f"a whole PDF file ({error})"
        raise BadInput(name, what, name) from None
    if not pages:
        raise BadInput(name, "a PDF file with pages", name)
    try:
        yield pdf
    finally:
        pdf.close()


def letters(page: Any) -> Iterator[Letter]:  # noqa: ANN401 - a page of pypdfium2
    """The letters of a page in the order in which they are drawn, with the spaces that are drawn.

    Spaces and line breaks that pdfium guesses are left out, and letters that do not stand upright (labels of a chart's
    axis).
    """
    import pypdfium2.raw as c

    text = page.get_textpage()
    box, matrix, x, y = c.FS_RECTF(), c.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        letter = chr(c.FPDFText_GetUnicode(text, index))
        if letter in "\r\n\0" or c.FPDFText_IsGenerated(text, index):
            continue
        if c.FPDFText_GetCharAngle(text, index) > TURNED:
            continue
        c.FPDFText_GetLooseCharBox(text, index, box)
        c.FPDFText_GetCharOrigin(text, index, x, y)
        c.FPDFText_GetMatrix(text, index, matrix)
        size = c.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        drawn = c.FPDFText_GetTextObject(text, index)
        mark = c.FPDFPageObj_GetMarkedContentID(drawn) if drawn else NO_MARK
        yield Letter(letter, box.left, box.right, y.value, size, mark)


def marked(page: Any) -> Iterator[tuple[str, int]]:  # noqa: ANN401 - a page of pypdfium2
    """The letters of a page, turned ones too, each with its mark and without its place: three times faster."""
    import pypdfium2.raw as c

    text = page.get_textpage()
    for index in range(text.count_chars()):
        letter = chr(c.FPDFText_GetUnicode(text, index))
        if letter not in "\r\n\0" and not c.FPDFText_IsGenerated(text, index):
            drawn = c.FPDFText_GetTextObject(text, index)
            yield letter, c.FPDFPageObj_GetMarkedContentID(drawn) if drawn else NO_MARK


class Area(NamedTuple):
    """A link on a page: the edges of its box in points, and where it leads, the page from 0."""

    left: float
    bottom: float
    right: float
    top: float
    page: int
    x: float
    y: float

    def holds(self, letter: Letter) -> bool:
        """Whether a letter stands in the box."""
        return self.left < (letter.left + letter.right) / 2 < self.right and self.bottom < letter.base < self.top


def areas(pdf: Pdf, page: Any) -> Iterator[Area]:  # noqa: ANN401 - a page of pypdfium2
    """The links of a page that lead to a place in the same document."""
    import pypdfium2.raw as c

    at, link, box = ctypes.c_int(0), c.FPDF_LINK(), c.FS_RECTF()
    known, (x, y, zoom) = [c.FPDF_BOOL() for _ in range(3)], [c.FS_FLOAT() for _ in range(3)]
    while c.FPDFLink_Enumerate(page, at, link):
        place = c.FPDFLink_GetDest(pdf, link)
        if place and c.FPDFLink_GetAnnotRect(link, box) and c.FPDFDest_GetLocationInPage(place, *known, x, y, zoom):
            low, high = sorted((box.bottom, box.top))
            left, right = sorted((box.left, box.right))
            yield Area(left, low, right, high, c.FPDFDest_GetDestPageIndex(pdf, place), x.value, y.value)


class Tag(NamedTuple):
    """One tag of a page: its kind (`P`, `Link`, `Figure` ...), its alt text, inner tags and marks in their order."""

    kind: str
    alt: str
    inner: tuple[Tag | int, ...]

    def marks(self) -> Iterator[int]:
        """Every mark inside."""
        for one in self.inner:
            yield from [one] if isinstance(one, int) else one.marks()

    def every(self, kind: str) -> Iterator[Tag]:
        """Every tag of a kind inside, the outermost only."""
        for one in self.inner:
            if isinstance(one, Tag):
                yield from [one] if one.kind == kind else one.every(kind)


def tags(page: Any) -> Tag:  # noqa: ANN401 - a page of pypdfium2
    """What the tags of a PDF say of one page; nothing inside for a page without tags."""
    import pypdfium2.raw as c

    tree = c.FPDF_StructTree_GetForPage(page)
    try:
        roots = (c.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(c.FPDF_StructTree_CountChildren(tree)))
        return Tag("", "", tuple(_tag(root, c) for root in roots if root))
    finally:
        c.FPDF_StructTree_Close(tree)


def _tag(node: Any, c: Any) -> Tag:  # noqa: ANN401 - pointers of pdfium
    inner: list[Tag | int] = []
    for at in range(c.FPDF_StructElement_CountChildren(node)):
        child = c.FPDF_StructElement_GetChildAtIndex(node, at)
        mark = NO_MARK if child else c.FPDF_StructElement_GetChildMarkedContentID(node, at)
        if child:
            inner.append(_tag(child, c))
        elif mark != NO_MARK:
            inner.append(mark)
    said = _said(c.FPDF_StructElement_GetType, node), _said(c.FPDF_StructElement_GetAltText, node)
    return Tag(*said, tuple(inner))


def _said(ask: Any, node: Any) -> str:  # noqa: ANN401 - a function of pdfium
    """The text that a function of pdfium gives in UTF-16."""
    size = ask(node, None, 0)
    if size <= len(_CLOSING_ZERO):
        return ""
    held = ctypes.create_string_buffer(size)
    ask(node, held, size)
    return held.raw[: size - len(_CLOSING_ZERO)].decode("utf-16-le", "replace")
