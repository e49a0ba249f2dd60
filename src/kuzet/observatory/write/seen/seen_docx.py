"""A DOCX report as it is seen: body, heads and feet, alt texts and pictures; page numbers are left to Word."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.seen import record
from kuzet.observatory.write.seen.record import Record
from kuzet.observatory.write.seen.seen import Seen

SPACE: Final = "urn:kuzet:figures"
"""The namespace of the part that holds the record."""
_NOTE: Final = re.compile(r"figure_\d+")
_PAGES: Final = ("PAGE", "NUMPAGES")
"""Fields whose results are page numbers (`PAGE`, `PAGEREF`)."""


def published(raw: bytes, name: str) -> tuple[Record, Seen]:
    """The record that a document carries and what its reader sees; raises `Missing`, `BadInput`."""
    try:
        document = docx.Document(io.BytesIO(raw))
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in ("docx", "zipfile", "lxml", "builtins"):
            raise
        raise BadInput(name, f"a DOCX file ({error})", name) from None
    return record.read(_record(document), name), see(document)


def attach(document: Document, text: str) -> None:
    """Puts the record into the document, where Word keeps it and does not show it."""
    root = etree.Element(f"{{{SPACE}}}record", nsmap={None: SPACE})
    root.text = text
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = document.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _record(document: Document) -> str | None:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML and not relation.is_external:
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            if root.tag == f"{{{SPACE}}}record":
                return str(root.text or "")
    return None


def see(document: Document) -> Seen:
    """What the reader of a document sees."""
    seen = Seen()
    section = document.sections[0]
    for root in (document.element.body, section.header._element, section.footer._element):  # noqa: SLF001
        _read(root, seen)
    seen.drawn += (
        hashlib.sha256(relation.target_part.blob).hexdigest()[:16] + " "
        for relation in document.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.IMAGE
    )
    return seen


def _read(root: Any, seen: Seen) -> None:  # noqa: ANN401 - an lxml element
    fields: list[str] = []
    within = 0
    for node in root.iter():
        if node.tag == qn("w:hyperlink") and (used := _figure(node)):
            seen.figure(*used)
            within = len(list(node.iter())) - 1
        elif within:
            within -= 1
        elif node.tag == qn("w:fldChar"):
            _step(node.get(qn("w:fldCharType")), fields)
        elif node.tag == qn("w:instrText") and fields:
            fields[-1] += node.text or ""
        elif not any(code.strip().startswith(_PAGES) for code in fields):
            seen.words.extend(_words(node))


def _step(kind: str, fields: list[str]) -> None:
    """Open or close a field; its code is gathered in `fields` while it is open."""
    if kind == "begin":
        fields.append("")
    elif kind == "end" and fields:
        fields.pop()


def _words(node: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    if node.tag == qn("w:t"):
        yield node.text or ""
    elif node.tag in (qn("w:p"), qn("w:tab"), qn("w:br")):
        yield " "
    elif node.tag == qn("wp:docPr"):
        yield f" {node.get('descr') or ''} "


def _figure(link: Any) -> tuple[str, str] | None:  # noqa: ANN401 - an lxml element
    """Note number and words of a link to a note: plain runs and a raised number."""
    if not _NOTE.fullmatch(link.get(qn("w:anchor")) or ""):
        return None
    words, note = "", ""
    for run in link.iter(qn("w:r")):
        text = "".join(node.text or "" for node in run.iter(qn("w:t")))
        raised = [node.get(qn("w:val")) == "superscript" for node in run.iter(qn("w:vertAlign"))]
        words, note = (words, note + text) if any(raised) else (words + text, note)
    return (note.strip(), words) if note.strip().isascii() and note.strip().isdecimal() else None
