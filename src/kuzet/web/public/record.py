"""What of the words of a release everybody may see. Pages, data, search and API are made from it and nothing else.

What is named here is public; a field that a later version of the words adds stays private until it is named.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from msgspec import Raw

from kuzet.basis.incident import Incident
from kuzet.basis.word import from_json, to_bytes

PUBLIC: Final = (
    "id",
    "country",
    "title",
    "summary",
    "date",
    "category",
    "methods",
    "perpetrators",
    "targets",
    "place",
    "people",
    "mode",
    "context_event",
    "articles",
    "proceeding",
    "stage",
    "verdict",
    "penalties",
    "case",
    "certainty",
    "status",
    "reconstructed",
    "citations",
)
"""The fields of an incident that are published: not the decisions, nor the codings with their coders."""


def public(incident: Incident) -> Incident:
    """The incident as everybody may see it; of a placeholder also the note, which says how it was reconstructed."""
    note = incident.note if incident.reconstructed else ""
    return Incident(note=note, **{name: getattr(incident, name) for name in PUBLIC})


def version(incident: Incident) -> str:
    """Twelve hexadecimal digits that tell one wording of a public incident from another."""
    return sha256(to_bytes(incident)).hexdigest()[:12]


class Line(Incident):
    """An incident of which what nobody sees, nine tenths of its bytes, is passed over and not read."""

    decisions: Raw = Raw()  # type: ignore[assignment]
    codings: Raw = Raw()  # type: ignore[assignment]
    tiers: Raw = Raw()  # type: ignore[assignment]


def line(text: str | bytes, where: str) -> Line:
    """The incident of one line of a release without what nobody sees; raises `BadInput` naming `where`."""
    return from_json(text, Line, where)


def read(text: str | bytes, where: str) -> Incident:
    """The same as everybody may see it."""
    return public(line(text, where))
