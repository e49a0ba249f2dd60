"""What the tests of detection and coding share: a document read with the Kazakh pack, detected and coded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kuzet import countries
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.observatory import pipeline
from kuzet.observatory.encode import line


def document(text: str, published: str = "", ident: str = "d", url: str = "") -> Document:
    return Document(id=ident, text=text, url=url, published=EventDate.parse(published) if published else None)


def coded(doc: Document) -> list[tuple[Candidate, Coding]]:
    return [(one.candidate, one.coding) for one in pipeline.read(doc, countries.load("kz"))]


def read_line(text: str, published: str = "", ident: str = "d", url: str = "") -> dict[str, Any]:
    doc = document(text, published, ident, url)
    return line.reading_line(doc, coded(doc))


def golden(folder: Path, part: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (folder / f"{part}.jsonl").read_text("utf-8").splitlines()]
