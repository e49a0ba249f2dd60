"""What must hold of everything that is published, checked before an edition is frozen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kuzet.basis import codebook
from kuzet.basis.errors import UnknownCode
from kuzet.basis.incident import Incident
from kuzet.basis.release import Release
from kuzet.observatory.review.codes import check_codes


@dataclass(frozen=True, slots=True)
class _Known:
    """What an incident may name."""

    book: codebook.Codebook
    sources: frozenset[str]
    cases: Mapping[str, frozenset[str]]
    decisions: frozenset[str]
    kept: Mapping[str, str]


def integrity(release: Release, kept: Mapping[str, str]) -> Iterator[str]:
    """One line for each thing that is not right, with its incident or case first; nothing where all holds.

    `kept` gives the SHA-256 of each document that the registry keeps. That ids stand once and dates lie in the period
    holds by itself: no `Release` is made otherwise.
    """
    known = _Known(
        codebook.load(release.manifest.codebook),
        frozenset(source.id for source in release.sources),
        {case.id: frozenset(case.incidents) for case in release.cases},
        frozenset(decision.id for decision in release.decisions),
        kept,
    )
    for incident in release.incidents:
        for rule in RULES:
            yield from (f"incident {incident.id}: {problem}" for problem in rule(incident, known))


def _codes(incident: Incident, known: _Known) -> Iterator[str]:
    try:
        check_codes(incident, known.book)
    except UnknownCode as error:
        yield str(error)


def _category(incident: Incident, known: _Known) -> Iterator[str]:
    method = known.book.table("methods").get(incident.method)
    if method and method.extra["category"] != incident.category:
        yield f"its main method {method.code} belongs to {method.extra['category']}, not to {incident.category}"


def _sources(incident: Incident, known: _Known) -> Iterator[str]:
    for citation in incident.citations:
        if citation.source not in known.sources:
            yield f"cites {citation.document} of source {citation.source or 'none'}, which is not among the sources"


def _copies(incident: Incident, known: _Known) -> Iterator[str]:
    for citation in incident.citations:
        found = known.kept.get(citation.document)
        if found is None:
            yield f"cites {citation.document}, of which no copy is kept"
        elif found != citation.sha256:
            cited = citation.sha256[:12]
            yield f"cites {citation.document} with SHA-256 {cited}, the copy that is kept has {found[:12]}"


def _case(incident: Incident, known: _Known) -> Iterator[str]:
    if incident.case and incident.id not in known.cases.get(incident.case, frozenset()):
        yield f"names case {incident.case}, which does not name it"


def _decided(incident: Incident, known: _Known) -> Iterator[str]:
    if not (incident.decisions or incident.reconstructed):
        yield "is decided by nobody"
    for decision in incident.decisions:
        if decision not in known.decisions:
            yield f"rests on decision {decision}, which is not in the release"


RULES: Final[tuple[Callable[[Incident, _Known], Iterator[str]], ...]] = (
    _codes,
    _category,
    _sources,
    _copies,
    _case,
    _decided,
)
"""In the order in which an editor would ask."""
