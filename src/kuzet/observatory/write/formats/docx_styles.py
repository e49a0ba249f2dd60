"""The look of the DOCX: named styles, so that an editor changes one and the whole text follows."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from kuzet.basis.word import Word
from kuzet.observatory.write.formats.docx_parts import element
from kuzet.observatory.write.tree import Report

SERIF: Final = "Noto Serif"
SANS: Final = "Noto Sans"
STANDINS: Final = {SERIF: "Cambria", SANS: "Calibri"}
"""What Word takes where a font is not installed; both have all Kazakh letters."""
INK, ACCENT, QUIET = "1B2733", "0F3F63", "53626F"


class Look(Word):
    """One paragraph style: font and size in points, distances in points, colour as six hexadecimal digits."""

    name: str
    font: str = SANS
    size: float = 10
    before: float = 0
    after: float = 4
    colour: str = INK
    bold: bool = False
    keep: bool = False
    spacing: float = 1.25
    indent: float = 0
    hanging: float = 0


LOOKS: Final = (
    Look(name="Normal", font=SERIF, size=10.5, after=7),
    Look(name="Title", spacing=1.1, size=32, colour=ACCENT, bold=True, after=16),
    Look(name="Subtitle", size=14, after=10, colour=QUIET),
    Look(name="Heading 1", spacing=1.1, size=19, before=26, after=10, colour=ACCENT, bold=True, keep=True),
    Look(name="Heading 2", spacing=1.1, size=14, before=18, after=7, colour=ACCENT, bold=True, keep=True),
    Look(name="Heading 3", size=11.5, before=14, after=5, bold=True, keep=True),
    Look(name="Caption", size=9.5, before=12, after=5, bold=True, keep=True),
    Look(name="List Bullet", font=SERIF, size=10.5, after=4),
    Look(name="List Number", font=SERIF, size=10.5, after=4),
    Look(name="Header", size=8, colour=QUIET),
    Look(name="Footer", size=8, colour=QUIET),
    Look(name="Contents title", size=19, colour=ACCENT, bold=True, after=14),
    Look(name="toc 1", size=9.5, before=5, after=1, spacing=1.1, bold=True),
    Look(name="toc 2", size=9.5, after=1, spacing=1.1, indent=16),
    Look(name="Cell", size=9, before=2, after=2, spacing=1.1),
    Look(name="Small cell", size=7.5, before=1, after=1, spacing=1),
    Look(name="Remark", size=8, before=3, after=10, colour=QUIET),
    Look(name="Callout title", size=11, before=10, after=4, bold=True, keep=True, indent=14),
    Look(name="Callout", font=SERIF, size=10.5, after=4, indent=14),
    Look(name="Case date", size=8.5, before=8, after=2, colour=QUIET, keep=True, indent=14),
    Look(name="Case", font=SERIF, size=10.5, after=2, indent=14),
    Look(name="Figure note", size=8.5, after=3, indent=26, hanging=26),
)
WIDTH: Final = Mm(160)
"""The width of the text on A4."""


def prepare(document: Document, report: Report, locale: str) -> None:
    """Page, styles, language and properties of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    section.different_first_page_header_footer = True
    for look in LOOKS:
        _style(document, look)
    _language(document, locale)
    _properties(document, report, locale)
    _standins(document)
    document.settings.element.append(element("w:updateFields", val="true"))


def steady(data: bytes, moment: datetime) -> bytes:
    """The same file with every entry dated `moment`, so that equal reports are equal bytes."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, moment.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _style(document: Document, look: Look) -> None:
    styles = document.styles
    known = look.name in [style.name for style in styles]
    builtin = look.name.startswith("toc ")
    style: Any = styles[look.name] if known else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin)
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, element("w:rFonts", ascii=look.font, hAnsi=look.font, cs=look.font, eastAsia=look.font))
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = RGBColor.from_string(look.colour)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.keep_with_next, layout.widow_control = look.keep, True
    layout.line_spacing = look.spacing
    if look.indent:
        layout.left_indent, layout.first_line_indent = Pt(look.indent), Pt(-look.hanging)
    for part, name in ((style.element.pPr, "w:pBdr"), (style.element.pPr, "w:tabs"), (properties, "w:spacing")):
        for old in part.findall(qn(name)):
            part.remove(old)


def _language(document: Document, locale: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


def _properties(document: Document, report: Report, locale: str) -> None:
    properties = document.core_properties
    properties.title, properties.subject = report.title, report.subtitle
    properties.author = properties.last_modified_by = report.publisher
    properties.language, properties.identifier, properties.version = locale, report.digest, report.edition
    properties.keywords, properties.comments = report.release, ""
    moment = datetime(report.frozen.year, report.frozen.month, report.frozen.day)  # noqa: DTZ001 - Word wants it naive
    properties.created = properties.modified = moment


def _standins(document: Document) -> None:
    """Lists the fonts with their stand-ins in the font table."""
    part = next(part for part in document.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    fonts = parse_xml(part.blob)
    for name, other in STANDINS.items():
        font = element("w:font", name=name)
        font.append(element("w:altName", val=other))
        fonts.append(font)
    part._blob = serialize_part_xml(fonts)  # noqa: SLF001
