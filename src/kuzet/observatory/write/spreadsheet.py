"""A workbook of plain tables (XLSX), written and read back: texts, numbers, a frozen head, nothing else.

What is written opens in Excel and LibreOffice; what they save again can be read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from lxml import etree
from markupsafe import escape

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word

Cell = str | int | float
Row = tuple[Cell, ...]

LONGEST: Final = 32_767
"""Letters that a cell can hold."""
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
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


def read(raw: bytes, name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of every sheet as texts, empty cells and all; raises `BadInput` for what is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            shared = list(_shared(archive))
            return tuple(tuple(_rows(_parsed(archive, path), shared)) for path in sheet_files(archive))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, ValueError, IndexError) as error:
        raise BadInput(name, f"an XLSX workbook ({error})", name) from None


def _parsed(archive: zipfile.ZipFile, path: str) -> Any:  # noqa: ANN401 - an lxml element
    return etree.fromstring(archive.read(path), etree.XMLParser(resolve_entities=False, no_network=True))


def sheet_files(archive: zipfile.ZipFile) -> Iterator[str]:
    """The files of the sheets of an opened workbook, in its order; raises `KeyError` where it does not name them."""
    links = {one.get("Id"): one.get("Target") for one in _parsed(archive, "xl/_rels/workbook.xml.rels")}
    for sheet in _parsed(archive, "xl/workbook.xml").iter(f"{{{_MAIN}}}sheet"):
        target = links[sheet.get(f"{{{_LINKS}}}id")]
        yield target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _shared(archive: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" in archive.namelist():
        for one in _parsed(archive, "xl/sharedStrings.xml").iter(f"{{{_MAIN}}}si"):
            yield _said(one)


def _said(node: Any) -> str:  # noqa: ANN401 - an lxml element
    return "".join(text.text or "" for text in node.iter(f"{{{_MAIN}}}t"))


def _rows(root: Any, shared: Sequence[str]) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - an lxml element
    for row in root.iter(f"{{{_MAIN}}}row"):
        cells = {_place(cell.get("r")): _value(cell, shared) for cell in row.iter(f"{{{_MAIN}}}c")}
        yield tuple(cells.get(place, "") for place in range(max(cells, default=-1) + 1))


def _place(reference: str) -> int:
    place = 0
    for letter in reference.rstrip("0123456789"):
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _value(cell: Any, shared: Sequence[str]) -> str:  # noqa: ANN401 - an lxml element
    if cell.get("t") == "inlineStr":
        return _said(cell)
    found = cell.find(f"{{{_MAIN}}}v")
    text = "" if found is None else found.text or ""
    return shared[int(text)] if cell.get("t") == "s" else text
