"""Which file is proved how, by the ending of its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.observatory.write.composing.materials import Materials, labels
from kuzet.observatory.write.proof.compare import Problem, compared
from kuzet.observatory.write.seen.record import Record


class Verified(Word):
    """What was verified: the release that the report names, its language, how many figures, and what is wrong."""

    release: str
    language: str
    figures: int
    uses: int
    problems: tuple[Problem, ...]


def is_report(name: str) -> bool:
    """Whether a file has the name of a report."""
    return name.lower().rpartition(".")[2] in _READERS


def verify(name: str, raw: bytes, materials: Materials) -> Verified:
    """A report file against its release; raises `BadInput` for a file of another kind, `Missing` without a record."""
    kind = name.lower().rpartition(".")[2]
    if not is_report(name):
        raise BadInput(name, f"a report ({', '.join(_READERS)})", name)
    module = import_module(f"kuzet.observatory.write.{_READERS[kind]}")
    if kind == _ANNEX:
        record, found = module.compared(module.published(raw, name), materials, name)
        return _verified(record, len(record.uses), found)
    record, seen = module.published(raw, name)
    return _verified(record, len(seen.uses), compared(record, seen, labels(materials, record.language)))


def _verified(record: Record, uses: int, found: tuple[Problem, ...]) -> Verified:
    return Verified(
        release=record.release, language=record.language, figures=len(record.figures), uses=uses, problems=found
    )


_ANNEX: Final = "xlsx"
_READERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "html": "seen.seen_html",
        "htm": "seen.seen_html",
        "pdf": "seen.seen_pdf",
        "docx": "seen.seen_docx",
        "xlsx": "proof.sheet",
    }
)
