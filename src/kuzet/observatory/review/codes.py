"""Every code of an incident is one that the codebook version lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.incident import Incident

_CODES: Final[tuple[tuple[str, str, Callable[[Incident], Iterable[str]]], ...]] = (
    ("category", "categories", lambda one: [one.category]),
    ("methods", "methods", lambda one: one.methods),
    ("perpetrator class", "perpetrator_classes", lambda one: [each.klass for each in one.perpetrators]),
    ("perpetrator kind", "perpetrator_kinds", lambda one: [each.kind for each in one.perpetrators]),
    ("perpetrator role", "perpetrator_roles", lambda one: [each.role for each in one.perpetrators]),
    ("target kind", "target_kinds", lambda one: [each.kind for each in one.targets]),
    ("mode", "modes", lambda one: [one.mode]),
    ("proceeding", "proceedings", lambda one: [one.proceeding]),
    ("stage", "stages", lambda one: [one.stage]),
    ("verdict", "verdicts", lambda one: [one.verdict]),
    ("penalty kind", "penalty_kinds", lambda one: [each.kind for each in one.penalties]),
    ("certainty", "certainties", lambda one: [one.certainty]),
    ("status", "statuses", lambda one: [one.status]),
)
"""What is asked, the table that lists the codes, and the codes of an incident; an empty one answers nothing."""


def check_codes(incident: Incident, codebook: Codebook) -> None:
    """Raises `UnknownCode` naming the first code that the codebook does not list, with the nearest one."""
    for what, table, codes in _CODES:
        for code in codes(incident):
            if code:
                codebook.check(table, code, f"incident {incident.id}, {what}")
