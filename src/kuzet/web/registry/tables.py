"""Which field of a word stands in which column: the whole mapping, as a list.

A path such as `place.region` leads into the word; an empty path is the thing itself. What no column takes is the
row's `rest`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from kuzet.basis import coding, document, incident, judgement, release
from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import Word
from kuzet.web.registry import models, words
from kuzet.web.registry.canonical import digest

Columns = Mapping[str, str]
"""Column -> path."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A field of several values, each a row of its own that `parent` ties to the word's row."""

    model: Any
    parent: str
    columns: Columns
    kind: type[Word] | None = None
    """The word of each; None where it is only named, by the one column."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where a kind of word is kept. `frozen`: a word never changes once it is there."""

    kind: type[Word]
    model: Any
    columns: Columns
    ident: Callable[[Any], str] = lambda word: str(word.id)
    parts: Mapping[str, Parts] = field(default_factory=dict)
    codings: str = ""
    """The field that holds a coding, or several: kept once in their own table, the row names them."""
    derived: Mapping[str, Callable[[Any], object]] = field(default_factory=dict)
    """Columns that only help to ask, and are never read back."""
    frozen: bool = False

    @property
    def name(self) -> str:
        """What events call this kind."""
        return self.kind.__name__.lower()


def same(*names: str) -> Columns:
    """Columns named after their field."""
    return {name: name for name in names}


def translated(column: str, path: str) -> Columns:
    """The three columns of a `Name`."""
    return {f"{column}_{language}": f"{path}.{language}" for language in LANGUAGES}


def pair(link: judgement.Link) -> str:
    """What there is one link of."""
    return f"{link.kind.value} {link.left} {link.right}"


def edition(manifest: release.Manifest) -> str:
    """What there is one manifest of."""
    return f"{manifest.id} edition {manifest.edition}"


def tombstone(removal: words.Removal) -> str:
    """What there is one removal of."""
    return f"{removal.kind} {removal.subject}"


_INCIDENT: Final = MappingProxyType(
    {
        "methods": Parts(models.Method, "incident", {"code": ""}),
        "perpetrators": Parts(models.Perpetrator, "incident", same("klass", "kind", "role"), coding.Perpetrator),
        "targets": Parts(models.Target, "incident", {"kind": "kind", **translated("name", "name")}, coding.Target),
        "citations": Parts(models.Citation, "incident", same("document", "source", "url", "sha256"), incident.Citation),
        "codings": Parts(models.IncidentCoding, "incident", {"coding_id": ""}),
    }
)

_CASE: Final = MappingProxyType(
    {
        "incidents": Parts(models.CaseIncident, "case", {"incident": ""}),
        "steps": Parts(models.CaseStep, "case", same("date", "kind"), incident.CaseStep),
    }
)

TABLES: Final = (
    Table(document.Source, models.Source, same("kind", "country", "url")),
    Table(
        document.Document,
        models.Document,
        same("source", "url", "sha256", "published", "captured", "title", "text"),
        frozen=True,
    ),
    Table(coding.Candidate, models.Candidate, same("document", "score")),
    Table(
        coding.Coding,
        models.Coding,
        {"subject": "subject", "coder": "coder.id", "machine": "coder.machine", "codebook": "codebook", "at": "at"},
        ident=digest,
        frozen=True,
    ),
    Table(
        incident.Incident,
        models.Incident,
        {
            **same("country", "date", "category", "mode", "context_event", "proceeding", "case", "certainty", "status"),
            "region": "place.region",
            **translated("title", "title"),
        },
        parts=_INCIDENT,
        codings="codings",
        derived={
            "first": lambda word: word.date.first(),
            "last": lambda word: word.date.last(),
            "guarded": lambda word: bool(word.tiers),
        },
    ),
    Table(incident.Case, models.Case, {}, parts=_CASE),
    Table(judgement.Link, models.Link, same("left", "right", "kind", "score"), ident=pair),
    Table(
        judgement.Judgement,
        models.Judgement,
        {**same("left", "right", "kind", "verdict", "at"), "author": "author.id"},
        frozen=True,
    ),
    Table(judgement.Undo, models.Undo, {"of": "of", "at": "at", "author": "author.id"}, frozen=True),
    Table(
        incident.Decision,
        models.Decision,
        {**same("at", "verb", "incident", "into", "of"), "author": "author.id", "coding_id": "coding"},
        parts={"passages": Parts(models.Passage, "decision", same("document", "quote"), incident.Passage)},
        codings="coding",
        frozen=True,
    ),
    Table(
        release.Manifest,
        models.Release,
        {"name": "id", **same("edition", "country")},
        ident=edition,
        frozen=True,
    ),
    Table(words.Redirect, models.Redirect, same("into")),
    Table(words.Adopted, models.Adopted, {}, frozen=True),
    Table(words.Removal, models.Removal, {}, ident=tombstone, frozen=True),
    Table(words.Import, models.Import, same("at", "author", "sha256", "fingerprint", "state")),
    Table(words.Account, models.Account, same("role", "active")),
    Table(words.Reveal, models.Reveal, same("incident", "author", "at"), frozen=True),
    Table(words.Sealed, models.Sealed, same("incident", "author", "at"), frozen=True),
    Table(words.Sampling, models.Sampling, same("at", "author"), frozen=True),
)

BY_KIND: Final[Mapping[type, Table]] = MappingProxyType({table.kind: table for table in TABLES})


def of(kind: type) -> Table:
    """The table of a kind of word."""
    return BY_KIND[kind]
