"""The bundled sample, read once with the words of the basis."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from kuzet.basis import codebook as codebooks
from kuzet.basis.document import Document, Source
from kuzet.basis.incident import Case, Decision, Verb
from kuzet.basis.word import from_data, read_lines
from kuzet.countries import load

SAMPLE = files("kuzet.countries") / "kz" / "sample"
FILES = ("physical", "access", "cyber", "harassment", "judicial", "mixed", "negatives")


def words(name, kind):
    return tuple(read_lines((SAMPLE / name).read_text("utf-8").splitlines(), kind, name))


@pytest.fixture(scope="session")
def rows():
    """The raw lines of the documents by file."""
    folder = SAMPLE / "documents"
    return {
        name: [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in FILES
    }


@pytest.fixture(scope="session")
def documents(rows):
    """Documents by id; the language is beside the word, as in every file that `kuzet read` takes."""
    without = [{key: value for key, value in row.items() if key != "lang"} for name in FILES for row in rows[name]]
    return {row["id"]: from_data(row, Document, row["id"]) for row in without}


@pytest.fixture(scope="session")
def languages(rows):
    return {row["id"]: row["lang"] for name in FILES for row in rows[name]}


@pytest.fixture(scope="session")
def decisions():
    return words("decisions.jsonl", Decision)


@pytest.fixture(scope="session")
def accepted(decisions):
    """The accepting decisions by incident."""
    return {decision.incident: decision for decision in decisions if decision.verb is Verb.ACCEPT}


@pytest.fixture(scope="session")
def cases():
    return words("cases.jsonl", Case)


@pytest.fixture(scope="session")
def sources():
    return {source.id: source for source in words("sources.jsonl", Source)}


@pytest.fixture(scope="session")
def codebook():
    return codebooks.load("2024.1")


@pytest.fixture(scope="session")
def country():
    return load("kz")
