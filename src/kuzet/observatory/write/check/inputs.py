"""The text of a file that is to be checked: plain text, Markdown, HTML, DOCX or PDF, by the ending of its name.

HTML and DOCX become plain text with one line for a paragraph, "• " before an entry of a list and "| a | b |" for a row
of a table, so that one reader serves all formats. A PDF gives its lines of print, each with its page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final, NamedTuple

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.check import inputs_pdf
from kuzet.observatory.write.check.notes import Link
from kuzet.observatory.write.pdf_pages import MAGIC

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_SKIPPED: Final = frozenset({"script", "style", "head", "nav", "template", "noscript", "svg"})
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_MARK: Final = re.compile(r"\[?\d{1,3}\]?|[*†‡]")
"""What a raised note mark holds."""


class Source(NamedTuple):
    """A text, and for each line of a PDF its page and its line of print there, both from 1."""

    text: str
    places: tuple[tuple[int, int], ...] = ()
    links: tuple[Link, ...] = ()
    """The numbers of a page that open a note."""

    def page(self, line: int) -> int | None:
        """The page of a line (from 1) of the text, None for a text without pages."""
        return self.places[line - 1][0] if self.places else None

    def line(self, line: int) -> int:
        """The line as a reader counts it: on its page where there are pages."""
        return self.places[line - 1][1] if self.places else line


def read(name: str, raw: bytes) -> Source:
    """The text of a file with its pages; raises `BadInput` for what cannot be read."""
    if raw.startswith(MAGIC):
        found = inputs_pdf.lines(raw, name)
        return Source("\n".join(line.text for line in found), tuple((line.page, line.line) for line in found))
    if name.lower().endswith((".html", ".htm")):
        page = _page(raw, name)
        return Source(_joined(page.lines), links=tuple(page.notes()))
    return Source(_READERS.get(name.lower().rpartition(".")[2], _plain)(raw, name))


def text(name: str, raw: bytes) -> str:
    """The text alone."""
    return read(name, raw).text


def _plain(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadInput(name, f"a text in UTF-8 (byte {error.start + 1}); convert it first", name) from None


class _Page(HTMLParser):
    """Collects the lines of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.held: list[str] = []
        self.cells: list[str] | None = None
        self.hidden = 0
        self.raised = False
        self.words: list[str] = []
        self.begins: dict[str, int] = {}
        self.link: tuple[str, int] | None = None
        self.marked: list[tuple[int, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in _SKIPPED
        self.raised = tag == "sup"
        self.follow(tag, dict(attrs))
        if tag == "tr":
            self.close()
            self.cells = []
        elif tag in _BLOCKS and self.cells is None:
            self.close()
            self.held = ["• "] if tag == "li" else []
        elif tag == "br":
            self.held.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in _SKIPPED and self.hidden > 0
        self.raised = False
        if tag in ("td", "th") and self.cells is not None:
            self.cells.append(" ".join("".join(self.held).split()))
            self.held = []
        elif tag == "tr" and self.cells is not None:
            self.lines.append(row(self.cells))
            self.cells, self.held = None, []
        elif tag in _BLOCKS and self.cells is None:
            self.close()

    def handle_data(self, data: str) -> None:
        if not self.hidden and not (self.raised and _MARK.fullmatch(data.strip())):
            self.held.append(data)
            self.words += [data] if data.strip() else []

    def follow(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Keep where each target of a link begins, and the words of a link up to its raised note mark."""
        if attributes.get("id"):
            self.begins[str(attributes["id"])] = len(self.words)
        href = attributes.get("href") or ""
        if tag == "a":
            self.link = (href[1:], len(self.words)) if href.startswith("#") else None
        elif tag == "sup" and self.link:
            shown = "".join(self.words[self.link[1] :])
            self.marked.append((len(self.lines), shown, self.link[0]))

    def notes(self) -> Iterator[Link]:
        """Each number with a note mark, with the first words of its note."""
        numbers = list(_numbered(self.lines))
        for place, shown, target in self.marked:
            begin = self.begins.get(target, len(self.words))
            if begin < len(self.words) and place < len(numbers):
                yield Link(numbers[place], shown, self.words[begin])

    def close(self) -> None:
        """End the paragraph that is being read."""
        line = " ".join("".join(self.held).split())
        if line.strip("• "):
            self.lines.append(line)
        self.held = []


def row(cells: list[str]) -> str:
    """A row of a table as a line."""
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _joined(blocks: Iterable[str]) -> str:
    """One text: rows of a table under each other, other blocks with an empty line between them."""
    listed = list(blocks)
    lines = [""] * max(_numbered(listed), default=0)
    for number, block in zip(_numbered(listed), listed, strict=True):
        lines[number - 1] = block
    return "\n".join(lines)


def _numbered(blocks: Sequence[str]) -> Iterator[int]:
    """The line (from 1) of each block in the joined text."""
    line, front = -1, ""
    for block in blocks:
        line += 1 if front.startswith("|") and block.startswith("|") else 2
        front = block
        yield line


def _page(raw: bytes, name: str) -> _Page:
    page = _Page()
    page.feed(_plain(raw, name))
    page.close()
    return page


def _docx(raw: bytes, name: str) -> str:
    import docx

    try:
        document = docx.Document(io.BytesIO(raw))
    except (KeyError, ValueError, OSError) as error:
        raise BadInput(name, f"a DOCX file ({error})", name) from None
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in ("docx", "zipfile", "lxml"):
            raise
        raise BadInput(name, "a DOCX file", name) from None
    return _joined(_paragraphs(document))


def _paragraphs(document: Document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for line in block.rows:
                yield row([" ".join(filter(None, map(_unmarked, cell.paragraphs))) for cell in line.cells])
            continue
        style = str(block.style.name) if block.style is not None else ""
        words = _unmarked(block)
        if words and not style.lower().startswith("toc "):
            yield ("• " if style.startswith("List") else "") + words


def _unmarked(paragraph: Paragraph) -> str:
    """The words of a paragraph without its raised note marks."""
    from docx.text.hyperlink import Hyperlink

    parts = paragraph.iter_inner_content()
    runs = (run for part in parts for run in (part.runs if isinstance(part, Hyperlink) else (part,)))
    kept = [run.text for run in runs if not (run.font.superscript and _MARK.fullmatch(run.text.strip()))]
    return " ".join("".join(kept).split())


_READERS: Final[Mapping[str, Callable[[bytes, str], str]]] = {"docx": _docx}
