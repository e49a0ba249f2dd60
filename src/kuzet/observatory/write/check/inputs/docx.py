"""The blocks of a DOCX in their order: paragraphs, entries of lists, rows of tables; raised note marks are left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from kuzet.basis.errors import BadInput
from kuzet.observatory.write import packages
from kuzet.observatory.write.check.inputs import blocks
from kuzet.observatory.write.check.repeats.notes import MARK, Trail

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_PARTS: Final = "./w:r | ./w:hyperlink | ./w:bookmarkStart"


def read(raw: bytes, name: str) -> Blocks:
    """The blocks of a file; raises `BadInput` for what is no DOCX, and for one larger than any report (`packages`)."""
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            packages.check(archive)
            packages.check_marks(archive)
        found = Blocks()
        for block in docx.Document(io.BytesIO(raw)).iter_inner_content():
            found.take(block)
    except (KeyError, ValueError, OSError) as error:
        raise BadInput(name, f"a DOCX file ({error})", name) from None
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in ("docx", "zipfile", "lxml"):
            raise
        raise BadInput(name, "a DOCX file", name) from None
    return found


class Blocks:
    """The blocks read so far, and the links of their numbers to notes."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.trail = Trail()
        self._styles: dict[str | None, str] = {}
        self._left = packages.TEXT

    def take(self, block: Any) -> None:  # noqa: ANN401 - a paragraph or a table of python-docx
        """Read one block of the body; raises `BadInput` where there is more than any report has."""
        from docx.table import Table

        if isinstance(block, Table):
            above: dict[int, str] = {}
            for line in block.rows:
                above = self._row(line, above)
                self._add(blocks.row(above.values()))
            return
        style = self.style(block)
        if not style.lower().startswith("toc ") and (words := self.words(block)):
            self._add(("• " if style.startswith("List") else "") + words)

    def _row(self, line: Any, above: dict[int, str]) -> dict[int, str]:  # noqa: ANN401 - a row of python-docx
        """The words of a row by column: of a cell that spans several in each, of one that goes on those `above`."""
        from docx.table import _Cell

        found: dict[int, str] = {}
        place = line.grid_cols_before
        for cell in line._tr.tc_lst:  # noqa: SLF001 - python-docx repeats a cell as often as the file says
            if cell.grid_span > packages.COLUMNS or len(found) >= packages.COLUMNS:
                raise BadInput(f"a row of {len(found) + cell.grid_span} cells", f"at most {packages.COLUMNS}", "table")
            goes_on = cell.vMerge == "continue"
            words = "" if goes_on else self._cell(_Cell(cell, line.table))
            for column in range(place, place + cell.grid_span):
                found[column] = above.get(column, "") if goes_on else words
            place += cell.grid_span
        return found

    def _cell(self, cell: Any) -> str:  # noqa: ANN401 - a cell of python-docx
        return " ".join(filter(None, map(self.words, cell.paragraphs)))

    def _add(self, block: str) -> None:
        self._left -= len(block)
        if self._left < 0:
            raise BadInput(f"more than {packages.TEXT:,} characters", f"at most {packages.TEXT:,}", "document")
        self.blocks.append(block)

    def style(self, paragraph: Paragraph) -> str:
        """The name of a paragraph's style; looked up once for each id, for python-docx goes through all styles."""
        key = paragraph._p.style  # noqa: SLF001 - the id
        if key not in self._styles:
            self._styles[key] = str(paragraph.style.name) if paragraph.style is not None else ""
        return self._styles[key]

    def words(self, paragraph: Paragraph) -> str:
        """The words of a paragraph without its raised note marks."""
        return " ".join("".join(self._kept(paragraph)).split())

    def _kept(self, paragraph: Paragraph) -> Iterator[str]:
        from docx.oxml.ns import qn
        from docx.text.hyperlink import Hyperlink
        from docx.text.run import Run

        for part in paragraph._p.xpath(_PARTS):  # noqa: SLF001 - python-docx gives no bookmarks
            if part.tag.endswith("}bookmarkStart"):
                self.trail.begin(part.get(qn("w:name")) or "")
                continue
            link = Hyperlink(part, paragraph) if part.tag.endswith("}hyperlink") else None
            self.trail.open(link.fragment if link and not link.address else "")
            yield from self._told(link.runs if link else [Run(part, paragraph)])
        self.trail.open("")

    def _told(self, runs: list[Run]) -> Iterator[str]:
        for run in runs:
            words = run.text
            if MARK.fullmatch(words.strip()) and run.font.superscript:
                self.trail.mark(len(self.blocks), words)
            else:
                self.trail.say(words)
                yield words
