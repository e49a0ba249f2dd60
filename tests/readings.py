"""What the tests of detection and coding share: a document read with the Kazakh pack, detected and coded."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from kuzet import countries
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.language.reading.reading import Reading, Vocabulary
from kuzet.language.vocabulary.models import UNTRAINED, Models
from kuzet.observatory import detect, pipeline
from kuzet.observatory.encode import line


def document(text: str, published: str = "", ident: str = "d", url: str = "") -> Document:
    return Document(id=ident, text=text, url=url, published=EventDate.parse(published) if published else None)


def vocabulary(models: Models = UNTRAINED) -> Vocabulary:
    """The vocabulary of the Kazakh pack with these models; by default the rules decide alone."""
    return rules_alone() if models is UNTRAINED else detect.vocabulary("kz").trained(models)


@cache
def rules_alone() -> Vocabulary:
    """Kept, as its tables take a second to compile."""
    return detect.vocabulary("kz").trained(UNTRAINED)


def by_rules(text: str, models: Models = UNTRAINED) -> Reading:
    """The reading of a text by the rules alone, or with models made for a test."""
    return detect.read(document(text), vocabulary(models))


def coded(doc: Document, words: Vocabulary | None = None) -> list[tuple[Candidate, Coding]]:
    return [(one.candidate, one.coding) for one in pipeline.read(doc, countries.load("kz"), words)]


def first_coding(text: str, models: Models = UNTRAINED) -> Coding:
    """The coding of the leading candidate by the rules alone, or with models made for a test."""
    return coded(document(text), vocabulary(models))[0][1]


def read_line(text: str, published: str = "", ident: str = "d", url: str = "") -> dict[str, Any]:
    doc = document(text, published, ident, url)
    return line.reading_line(doc, coded(doc))


def golden(folder: Path, part: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (folder / f"{part}.jsonl").read_text("utf-8").splitlines()]
