"""What the tests of detection and coding share: a document read with the Kazakh pack, detected and coded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kuzet import countries
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.language import mentions
from kuzet.observatory import detect, encode
from kuzet.observatory.encode import line


def document(text: str, published: str = "", ident: str = "d") -> Document:
    return Document(id=ident, text=text, published=EventDate.parse(published) if published else None)


def coded(doc: Document) -> list[tuple[Candidate, Coding]]:
    reading = detect.read(doc, detect.vocabulary("kz"))
    country = countries.load("kz")
    candidates = detect.find(doc, reading)
    fuller = mentions.refine(reading) if candidates else reading
    return [(one, encode.code(doc, one, fuller, country)) for one in candidates]


def read_line(text: str, published: str = "", ident: str = "d") -> dict[str, Any]:
    doc = document(text, published, ident)
    return line.reading_line(doc, coded(doc))


def golden(folder: Path, part: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (folder / f"{part}.jsonl").read_text("utf-8").splitlines()]
