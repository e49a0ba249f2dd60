"""What Word knows and python-docx has no call for: bookmarks, fields, links, languages, borders."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import count
from typing import Any, Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

NAME_LIMIT: Final = 40
"""Word cuts the names of bookmarks to 40 characters."""


def xml(part: Paragraph | Run | Table | _Row) -> Any:  # noqa: ANN401 - an lxml element
    """The element behind a part of python-docx, which names it in no other way."""
    return part._element  # noqa: SLF001


def element(name: str, /, **attributes: object) -> Any:  # noqa: ANN401 - an lxml element
    """An element of WordprocessingML such as `w:shd`, with attributes of the same namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def bookmark_name(anchor: str) -> str:
    """The anchor as Word takes it: no hyphens, at most 40 characters, still unique.

    >>> bookmark_name("incident-KZ-2024-0001")
    'incident_KZ_2024_0001'
    """
    name = anchor.replace("-", "_")
    return name if len(name) <= NAME_LIMIT else name[:27] + "_" + hashlib.sha256(anchor.encode()).hexdigest()[:12]


class Bookmarks:
    """Sets bookmarks and numbers them; one object serves one document."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def around(self, paragraph: Paragraph, anchor: str) -> None:
        """Makes the paragraph the target of links to `anchor`; no anchor, no bookmark."""
        if not anchor:
            return
        number = next(self._numbers)
        inside = [child for child in xml(paragraph) if child.tag != qn("w:pPr")]
        start = element("w:bookmarkStart", id=number, name=bookmark_name(anchor))
        if inside:
            inside[0].addprevious(start)
        else:
            xml(paragraph).append(start)
        xml(paragraph).append(element("w:bookmarkEnd", id=number))


def link(paragraph: Paragraph, target: str) -> Any:  # noqa: ANN401 - an lxml element
    """A hyperlink at the end of the paragraph, empty: to an anchor (`#methods`) or to a web address."""
    if target.startswith("#"):
        made = element("w:hyperlink", anchor=bookmark_name(target[1:]), history=1)
    else:
        made = element("w:hyperlink", history=1)
        made.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    xml(paragraph).append(made)
    return made


def run_in(parent: Any, paragraph: Paragraph, text: str) -> Run:  # noqa: ANN401 - an lxml element
    """A run at the end of `parent`: the paragraph's own element or a hyperlink of it."""
    made = element("w:r")
    parent.append(made)
    run = Run(made, paragraph)
    run.text = text
    return run


def field(paragraph: Paragraph, code: str, result: str) -> None:
    """A field such as `PAGE` at the end of the paragraph, showing `result` until it is computed."""
    begin_field(paragraph, code)
    paragraph.add_run(result)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, code: str) -> None:
    """Opens a field; what follows up to `end_field` is its result, over several paragraphs if need be."""
    xml(paragraph.add_run()).append(element("w:fldChar", fldCharType="begin"))
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    instruction.set(qn("xml:space"), "preserve")
    xml(paragraph.add_run()).append(instruction)
    xml(paragraph.add_run()).append(element("w:fldChar", fldCharType="separate"))


def end_field(paragraph: Paragraph) -> None:
    """Closes the field opened last."""
    xml(paragraph.add_run()).append(element("w:fldChar", fldCharType="end"))


def new_numbering(document: Document, style: str) -> int:
    """The id of a numbering of its own, from 1, in the form of the list style."""
    numbering = document.part.numbering_part.element
    base = numbering.num_having_numId(document.styles[style].element.pPr.numPr.numId.val).abstractNumId.val
    made = numbering.add_num(base)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def number_by(paragraph: Paragraph, numbering: int) -> None:
    """Counts the paragraph by the numbering with this id."""
    properties = xml(paragraph).get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, numbering


def speak(run: Run, language: str) -> None:
    """Marks the run as written in `language` (`kk`, `kk-KZ`)."""
    xml(run).get_or_add_rPr().append(element("w:lang", val=language))


def describe(run: Run, title: str, alt: str) -> None:
    """Gives the picture in the run its alt text, and its title."""
    for properties in xml(run).iter(qn("wp:docPr"), qn("pic:cNvPr")):
        properties.set("descr", alt)
        properties.set("title", title)


def set_cells(table: Table, style: str) -> None:
    """Sets every cell in the style of this id, the first row as the head: bold, and repeated on every page."""
    head = table.rows[0]
    xml(head).get_or_add_trPr().append(element("w:tblHeader"))
    for number, properties in enumerate(xml(table).iter(qn("w:p"))):
        properties.style = style  # by its id: python-docx would look through all styles for each paragraph
        for run in Paragraph(properties, table).runs if number < len(table.columns) else ():
            run.bold = True


def keep(table: Table) -> None:
    """Keeps the table on one page: every row but the last stays with the next."""
    for row in table.rows[:-1]:
        for properties in xml(row).iter(qn("w:p")):
            Paragraph(properties, table).paragraph_format.keep_with_next = True


def whole_row(row: _Row) -> None:
    """Keeps a row on one page."""
    xml(row).get_or_add_trPr().append(element("w:cantSplit"))


def dress(table: Table, title: str, widths: Sequence[int]) -> None:
    """Lines under every row, widths of the columns in EMU, and the name of the table for readers who hear it."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    borders = element("w:tblBorders")
    for side, weight in (("top", 8), ("bottom", 4), ("insideH", 4)):
        borders.append(element(f"w:{side}", val="single", sz=weight, space=0, color="B9C5CF"))
    properties = xml(table).tblPr
    properties.append(borders)
    properties.append(element("w:tblCaption", val=title))


def line(paragraph: Paragraph, side: str, colour: str, eighths: int) -> None:
    """A border line on one side of the paragraph, `eighths` of a point thick."""
    borders = element("w:pBdr")
    borders.append(element(f"w:{side}", val="single", sz=eighths, space=10, color=colour))
    xml(paragraph).get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def shade(paragraph: Paragraph, colour: str) -> None:
    """A background behind the paragraph."""
    shading = element("w:shd", val="clear", color="auto", fill=colour)
    xml(paragraph).get_or_add_pPr().insert_element_before(shading, *_AFTER_BORDERS[1:])


_AFTER_BORDERS: Final = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc"),
    *("w:outlineLvl", "w:rPr", "w:sectPr"),
)
"""The elements that the schema wants after the borders of a paragraph, as far as they are used here."""
