"""What of the words of a release everybody may see: files, search and API take it from here and from nowhere else."""

from __future__ import annotations

from msgspec.structs import replace

from kuzet.basis.incident import Incident


def incident(one: Incident) -> Incident:
    """An incident without what only the organisation reads: codings, decisions, and remarks but on a placeholder."""
    return replace(one, codings=(), decisions=(), note=one.note if one.reconstructed else "")
