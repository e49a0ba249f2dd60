"""The bundled sample of a country pack: documents, decisions, cases, sources and the plan of placeholders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import TypeVar

from kuzet.basis import codebook
from kuzet.basis.document import Document, Source
from kuzet.basis.errors import BadInput
from kuzet.basis.home import HOME
from kuzet.basis.incident import Case, Decision, Incident
from kuzet.basis.release import Manifest
from kuzet.basis.word import from_json, read_lines
from kuzet.commands.documents import BadLine, documents
from kuzet.observatory.review import reconstruct

W = TypeVar("W")

COUNTRY = HOME
"""The country whose sample the demo runs on."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Everything that the demo starts from."""

    manifest: Manifest
    documents: tuple[Document, ...]
    decisions: tuple[Decision, ...]
    cases: tuple[Case, ...]
    sources: tuple[Source, ...]
    reconstruction: Traversable


def load(country: str) -> Sample:
    """The sample of a country pack; raises `BadInput` naming file and line."""
    folder = files("kuzet.countries") / country.lower() / "sample"
    return Sample(
        manifest=from_json((folder / "release.json").read_bytes(), Manifest, "release.json"),
        documents=tuple(_documents(folder / "documents")),
        decisions=_words(folder / "decisions.jsonl", Decision),
        cases=_words(folder / "cases.jsonl", Case),
        sources=_words(folder / "sources.jsonl", Source),
        reconstruction=folder / "reconstruction",
    )


def placeholders(given: Sample, described: Sequence[Incident]) -> tuple[Incident, ...]:
    """What completes the described incidents to the published totals."""
    plan = reconstruct.read_plan(given.reconstruction)
    return reconstruct.reconstruct(plan, described, given.manifest.period, codebook.load(given.manifest.codebook))


def _documents(folder: Traversable) -> Iterator[Document]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        with as_file(entry) as path:
            for found in documents(path):
                if isinstance(found, BadLine):
                    raise BadInput(entry.name, "a file of documents", str(found))
                yield found[0]


def _words(file: Traversable, kind: type[W]) -> tuple[W, ...]:
    with file.open(encoding="utf-8") as lines:
        return tuple(read_lines(lines, kind, file.name))
