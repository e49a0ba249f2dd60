"""However a document is spoiled, it is read, and every quotation is its very words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests import mutations, readings
from tests.gates.reading import GOLDEN, LANGUAGES, PARTS

from kuzet import countries
from kuzet.observatory import pipeline

CHUNKS, CHUNK = 20, 500
FIRST = 1
"""Chunks that every run of the tests reads; all 10,000 documents with `--thorough`."""
ROWS = [row for language in LANGUAGES for part in PARTS for row in readings.golden(GOLDEN / language, part)]


def quotations(data: Any) -> Iterator[dict[str, Any]]:
    """Everything in a printed reading that says it is a passage of the document."""
    if isinstance(data, dict):
        if {"start", "end", "text"} <= data.keys():
            yield data
        for value in data.values():
            yield from quotations(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from quotations(value)


def problems(ident: str, text: str, published: str) -> list[str]:
    """What is wrong with the reading of one text: an error, no JSON, words that are not at their place."""
    document = readings.document(text, published, ident)
    try:
        line = pipeline.line(document, pipeline.read(document, countries.load("kz")))
        json.dumps(line, ensure_ascii=False).encode("utf-8")
    except Exception as error:  # noqa: BLE001  (whatever is raised is what this test looks for)
        return [f"{ident}: {error!r} for {text!r}"]
    return [f"{ident}: {one}" for one in quotations(line) if text[one["start"] : one["end"]] != one["text"]]


@pytest.mark.parametrize(
    "chunk", [pytest.param(one, marks=[pytest.mark.thorough] if one >= FIRST else []) for one in range(CHUNKS)]
)
def test_a_spoiled_document_is_read_and_quoted_exactly(chunk: int) -> None:
    spoiled = mutations.documents(ROWS, seed=chunk, wanted=CHUNK)
    wrong = [
        problem
        for number, (name, text, published) in enumerate(spoiled)
        for problem in problems(f"{name}/{number}", text, published)
    ]
    assert wrong == []


def test_mutations_are_the_same_for_the_same_seed_and_of_every_kind() -> None:
    once, again = (list(mutations.documents(ROWS, seed=7, wanted=200)) for _ in range(2))
    assert once == again
    assert {name for names, *_ in once for name in names.split("+")} == {one.__name__ for one in mutations.MUTATIONS}


def test_a_quotation_beside_its_place_would_be_seen() -> None:
    line = {"candidates": [{"passages": [{"document": "d", "start": 0, "end": 2, "text": "xy"}]}]}
    assert list(quotations(line)) == [{"document": "d", "start": 0, "end": 2, "text": "xy"}]
