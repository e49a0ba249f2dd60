"""The text of a file that is to be checked: plain text, Markdown, HTML, DOCX or PDF, by the ending of its name.

HTML and DOCX become plain text with one line for a paragraph, "• " before an entry of a list and "| a | b |" for a row
of a table, so that one reader serves all formats. A PDF gives its lines of print, each with its page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import Final, NamedTuple

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.check.inputs import blocks
from kuzet.observatory.write.check.inputs import docx as inputs_docx
from kuzet.observatory.write.check.inputs import pdf as inputs_pdf
from kuzet.observatory.write.check.parse import FLOWS, cleaned
from kuzet.observatory.write.check.repeats.notes import MARK, Link, Trail
from kuzet.observatory.write.pdf_pages import MAGIC

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


READ: Final = "plain text, Markdown, HTML, DOCX and PDF are read"
FOREIGN: Final = frozenset(
    ["doc", "epub", "odp", "ods", "odt", "pages", "ppt", "pptx", "rtf", "xls", "xlsb", "xlsm", "xlsx", "zip"]
)
"""Endings of names that promise another format, whatever the file holds."""
PACKED: Final = b"PK\x03\x04"
"""How a zip begins: a document of an office program, under any name."""


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
        return _pdf(raw, name)
    ending = name.lower().rpartition(".")[2]
    if ending == "pdf":
        raise BadInput(name, f"a PDF: it does not begin as one; {READ}", name)
    if ending in FOREIGN or (raw.startswith(PACKED) and ending != "docx"):
        raise BadInput(name, f"in a format that is read; {READ}", name)
    return _READERS.get(ending, _plain)(raw, name)


def text(name: str, raw: bytes) -> str:
    """The text alone, without the signs that lines go on."""
    return cleaned(read(name, raw).text)


def _plain(raw: bytes, name: str) -> Source:
    return Source(_decoded(raw, name))


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadInput(name, f"a text in UTF-8 (byte {error.start + 1}); convert it first; {READ}", name) from None


class _Page(HTMLParser):
    """Collects the lines of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.held: list[str] = []
        self.cells: list[str] | None = None
        self.hidden = 0
        self.raised = False
        self.trail = Trail()

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
        if tag == "a":
            self.trail.open("")
        if tag in ("td", "th") and self.cells is not None:
            self.cells.append(" ".join("".join(self.held).split()))
            self.held = []
        elif tag == "tr" and self.cells is not None:
            self.lines.append(blocks.row(self.cells))
            self.cells, self.held = None, []
        elif tag in _BLOCKS and self.cells is None:
            self.close()

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.raised and MARK.fullmatch(data.strip()):
            self.trail.mark(len(self.lines), data)
        else:
            self.held.append(data)
            self.trail.say(data)

    def follow(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Tell the trail of targets and links."""
        if attributes.get("id"):
            self.trail.begin(str(attributes["id"]))
        if tag == "a":
            href = attributes.get("href") or ""
            self.trail.open(href[1:] if href.startswith("#") else "")

    def close(self) -> None:
        """End the paragraph that is being read."""
        line = " ".join("".join(self.held).split())
        if line.strip("• "):
            self.lines.append(line)
        self.held = []


def _html(raw: bytes, name: str) -> Source:
    page = _Page()
    page.feed(_decoded(raw, name))
    page.close()
    return Source(blocks.joined(page.lines), links=tuple(page.trail.links(list(blocks.numbered(page.lines)))))


def _docx(raw: bytes, name: str) -> Source:
    found = inputs_docx.read(raw, name)
    return Source(blocks.joined(found.blocks), links=tuple(found.trail.links(list(blocks.numbered(found.blocks)))))


def _pdf(raw: bytes, name: str) -> Source:
    found = inputs_pdf.read(raw, name)
    places = tuple((line.page, line.line) for line in found.lines)
    text = "\n".join(f"{line.text}{FLOWS}" if line.flows else line.text for line in found.lines)
    return Source(text, places, found.links)


_READERS: Final[Mapping[str, Callable[[bytes, str], Source]]] = {"docx": _docx, "html": _html, "htm": _html}
