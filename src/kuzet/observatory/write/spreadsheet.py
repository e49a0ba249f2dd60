"""A workbook of plain tables (XLSX), written and read back: texts, numbers, a frozen head, nothing else.

What is written opens in Excel and LibreOffice; what they save again can be read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from lxml import etree
from markupsafe import escape

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.observatory.write import packages

Cell = str | int | float
Row = tuple[Cell, ...]

LONGEST: Final = 32_767
"""Letters that a cell can hold."""
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_LETTERS: Final = 7
"""Letters of a column that are looked at; Excel has three."""
_NO_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Sheet(Word):
    """One table: its name (at most 31 letters), widths of the columns in letters, and rows under a head."""

    name: str
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


def write(sheets: Sequence[Sheet], title: str, moment: date) -> bytes:
    """The workbook, the same bytes for the same sheets."""
    files = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations((("officeDocument", "xl/workbook.xml"), ("core", "docProps/core.xml"))),
        "docProps/core.xml": _core(title, moment),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            (
                *(("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)),
                ("styles", "styles.xml"),
            )
        ),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{at}.xml": _sheet(sheet) for at, sheet in enumerate(sheets, 1)},
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (moment.year, moment.month, moment.day, 0, 0, 0))
            archive.writestr(entry, _HEAD + text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def _types(sheets: int) -> str:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = [("/xl/workbook.xml", f"{main}.sheet.main+xml"), ("/xl/styles.xml", f"{main}.styles+xml")]
    parts += [(f"/xl/worksheets/sheet{at}.xml", f"{main}.worksheet+xml") for at in range(1, sheets + 1)]
    parts.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{overrides}</Types>'


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    kinds = {"core": f"{_PACKAGE}/relationships/metadata/core-properties"}
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{kinds.get(kind, f"{_LINKS}/{kind}")}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core(title: str, moment: date) -> str:
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    made = f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment.isoformat()}T00:00:00Z</dcterms:created>'
    return f"<cp:coreProperties {spaces}><dc:title>{_text(title)}</dc:title>{made}</cp:coreProperties>"


def _workbook(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name="{_text(sheet.name)}" sheetId="{at}" r:id="rId{at}"/>' for at, sheet in enumerate(sheets, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{listed}</sheets></workbook>'


_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font>'
    '<font><b/><sz val="10"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def _sheet(sheet: Sheet) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(sheet.widths, 1)
    )
    pane = '<pane ySplit="1" topLeftCell="A2" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    rows = "".join(_row(number, row) for number, row in enumerate(sheet.rows, 1))
    return f'<worksheet xmlns="{_MAIN}">{view}<cols>{columns}</cols><sheetData>{rows}</sheetData></worksheet>'


def _row(number: int, row: Row) -> str:
    style = 1 if number == 1 else 0
    cells = (_cell(f"{_letters(place)}{number}", cell, style) for place, cell in enumerate(row) if cell != "")
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, cell: Cell, style: int) -> str:
    if isinstance(cell, str):
        text = f'<t xml:space="preserve">{_text(cell[:LONGEST])}</t>'
        return f'<c r="{place}" s="{style}" t="inlineStr"><is>{text}</is></c>'
    return f'<c r="{place}" s="{style}"><v>{cell!r}</v></c>'


def _text(text: str) -> str:
    return str(escape(_NO_XML.sub("", text)))


def _letters(place: int) -> str:
    """The name of a column from 0: A, B ... Z, AA."""
    name = ""
    while place >= 0:
        name = chr(ord("A") + place % 26) + name
        place = place // 26 - 1
    return name


CELLS: Final = 5_000_000
"""Cells of a workbook that are read, with the empty ones in front of others, and its rows."""

SMALL: Final = 2**20
"""Bytes of the parts that say which sheets there are."""

_BLOCK: Final = 1 << 16


def read(raw: bytes, name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of every sheet as texts, empty cells and all but those at the end of a row.

    Raises `BadInput` for what is no workbook, and for one that is larger than any of ours, unpacked (`packages`) or by
    its cells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            packages.check(archive)
            left, shared = [CELLS], _shared(archive)
            return tuple(_fed(archive, path, _Rows(shared, left)) for path in dict.fromkeys(sheet_files(archive)))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, ValueError, IndexError) as error:
        raise BadInput(name, f"an XLSX workbook ({error})", name) from None


def _parsed(archive: zipfile.ZipFile, path: str) -> Any:  # noqa: ANN401 - an lxml element
    if archive.getinfo(path).file_size > SMALL:
        raise BadInput(path, f"a part of at most {SMALL:,} bytes")
    return etree.fromstring(archive.read(path), etree.XMLParser(resolve_entities=False, no_network=True))


def _fed(archive: zipfile.ZipFile, path: str, taken: _Strings | _Rows) -> tuple[Any, ...]:
    """What is made of a part piece by piece, whatever its size: no tree of it is held."""
    parser = etree.XMLParser(target=taken, resolve_entities=False, no_network=True)
    with archive.open(path) as file:
        while block := file.read(_BLOCK):
            parser.feed(block)
    return tuple(parser.close())


def sheet_files(archive: zipfile.ZipFile) -> Iterator[str]:
    """The files of the sheets of an opened workbook, in its order; raises `KeyError` where it does not name them."""
    links = {one.get("Id"): one.get("Target") for one in _parsed(archive, "xl/_rels/workbook.xml.rels")}
    for sheet in _parsed(archive, "xl/workbook.xml").iter(f"{{{_MAIN}}}sheet"):
        target = links[sheet.get(f"{{{_LINKS}}}id")]
        yield target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _shared(archive: zipfile.ZipFile) -> tuple[str, ...]:
    path = "xl/sharedStrings.xml"
    return _fed(archive, path, _Strings()) if path in archive.namelist() else ()


_ROW, _CELL, _VALUE, _TEXT, _STRING = (f"{{{_MAIN}}}{name}" for name in ("row", "c", "v", "t", "si"))


class _Strings:
    """The texts that cells share, as their part is read."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.told: list[str] = []
        self.inside = False

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        if tag == _STRING:
            self.told = []
        self.inside = tag == _TEXT

    def data(self, text: str) -> None:
        if self.inside:
            self.told.append(text)

    def end(self, tag: str) -> None:
        self.inside = False
        if tag == _STRING:
            self.found.append("".join(self.told))

    def close(self) -> list[str]:
        return self.found


class _Rows:
    """The rows of a sheet, as its part is read; `left` is how many cells may still come."""

    def __init__(self, shared: Sequence[str], left: list[int]) -> None:
        self.shared, self.left = shared, left
        self.rows: list[tuple[str, ...]] = []
        self.cells: list[str] = []
        self.place, self.kind = 0, ""
        self.told: list[str] = []
        self.inside = False

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == _ROW:
            self.cells, self.place = [], -1
        elif tag == _CELL:
            self.place = _place(given["r"]) if "r" in given else self.place + 1
            self.kind, self.told = given.get("t", ""), []
        self.inside = tag == (_TEXT if self.kind == "inlineStr" else _VALUE)

    def data(self, text: str) -> None:
        if self.inside:
            self.told.append(text)

    def end(self, tag: str) -> None:
        self.inside = False
        if tag == _CELL and self.told:
            text = "".join(self.told)
            self._take(self.shared[int(text)] if self.kind == "s" else text)
        elif tag == _ROW:
            self.left[0] -= 1 + len(self.cells)
            if self.left[0] < 0:
                raise BadInput(f"more than {CELLS:,} cells", f"at most {CELLS:,}", "workbook")
            self.rows.append(tuple(self.cells))

    def _take(self, text: str) -> None:
        if self.place >= packages.COLUMNS:
            raise BadInput(f"column {self.place + 1}", f"at most {packages.COLUMNS} columns", "workbook")
        self.cells += [""] * (self.place + 1 - len(self.cells))
        self.cells[self.place] = text

    def close(self) -> list[tuple[str, ...]]:
        return self.rows


def _place(reference: str) -> int:
    """The column of a cell from 0, by its letters; of one beyond every column some place beyond them."""
    place = 0
    for letter in reference.rstrip("0123456789")[:_LETTERS]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return max(place - 1, 0)
