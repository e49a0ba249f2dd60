"""What of the words of a release everybody may see. Pages, feeds and the API are made from it and from nothing else.

What is named here is public; a field that a later version of the words adds stays private until it is named.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from kuzet.basis.incident import Incident
from kuzet.basis.word import to_json

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
"""The fields of an incident that are published: not the note, the decisions, nor the codings with their coders."""


def public(incident: Incident) -> Incident:
    """The incident as everybody may see it."""
    return Incident(**{name: getattr(incident, name) for name in PUBLIC})


def version(incident: Incident) -> str:
    """Twelve hexadecimal digits that tell one wording of a public incident from another."""
    return sha256(to_json(incident).encode()).hexdigest()[:12]
