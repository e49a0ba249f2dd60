"""What of the words of a release everybody may see: files, search and API take it from here and from nowhere else."""

from __future__ import annotations

from msgspec.structs import replace

from kuzet.basis.incident import Incident
from kuzet.web.public import record


def incident(one: Incident) -> Incident:
    """An incident as its page shows it; of a placeholder also what the remark says of how it was reconstructed."""
    return replace(record.public(one), note=one.note if one.reconstructed else "")
