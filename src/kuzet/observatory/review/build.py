"""An incident made of accepted decisions: the latest human coding, and every document it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer, Coding
from kuzet.basis.document import Document, Quotation
from kuzet.basis.errors import BrokenRule
from kuzet.basis.incident import Citation, Decision, Incident
from kuzet.basis.tiers import Raised
from kuzet.observatory.review import tiers


@dataclass(frozen=True, slots=True)
class Accepted:
    """One ACCEPT with the passages it names and the machine's codings of the candidates they lie in."""

    decision: Decision
    passages: tuple[tuple[Document, Quotation], ...]
    codings: tuple[Coding, ...]


REQUIRED: Final = ("category", "methods", "perpetrators", "targets", "date", "place")
"""What must be answered before an incident may be counted."""


def build(
    ident: str, accepted: Sequence[Accepted], codebook: Codebook, country: str, raised: Iterable[Raised] = ()
) -> Incident:
    """The incident `ident` from its ACCEPT decisions in order of time, with the fields that were `raised`.

    Raises `BrokenRule` or `UnknownCode`.
    """
    decision = accepted[-1].decision
    coding = decision.coding
    if coding is None or decision.title is None or decision.summary is None:
        raise BrokenRule(f"decision {decision.id}: no coding, title and summary for {ident}", "uncoded", incident=ident)
    _check_complete(coding, decision)
    _check_codes(coding, codebook, f"decision {decision.id}")
    return Incident(
        id=ident,
        country=country,
        title=decision.title,
        summary=decision.summary,
        case=decision.case,
        citations=_citations(accepted),
        decisions=tuple(one.decision.id for one in accepted),
        codings=(coding, *(machine for one in accepted for machine in one.codings)),
        tiers=tiers.in_force(raised, coding),
        **_answers(coding),
    )


def _answers(coding: Coding) -> dict[str, Any]:
    """The coding's values under the names of the incident's fields; unanswered questions keep their default."""
    many = ("methods", "perpetrators", "targets", "articles", "penalties")
    one = (
        "category",
        "date",
        "place",
        "people",
        "mode",
        "context_event",
        "proceeding",
        "stage",
        "verdict",
        "certainty",
    )
    values: dict[str, Any] = {name: tuple(a.value for a in getattr(coding, name)) for name in many}
    values |= {name: answer.value for name in one if (answer := getattr(coding, name)) is not None}
    return values


def _citations(accepted: Iterable[Accepted]) -> tuple[Citation, ...]:
    cited = {document.id: _citation(document, quotation) for one in accepted for document, quotation in one.passages}
    return tuple(cited[ident] for ident in sorted(cited))


def _citation(document: Document, quotation: Quotation) -> Citation:
    return Citation(
        document=document.id,
        source=document.source,
        url=document.url,
        sha256=document.digest(),
        title=document.title,
        published=document.published,
        passage=quotation.text,
        captured=document.captured,
    )


def _check_complete(coding: Coding, decision: Decision) -> None:
    missing = [name for name in REQUIRED if not getattr(coding, name)]
    if missing:
        told = f"decision {decision.id}: the coding of {decision.incident} lacks {', '.join(missing)}"
        raise BrokenRule(told, "incomplete", questions=tuple(missing))


def _check_codes(coding: Coding, codebook: Codebook, where: str) -> None:
    for variable, table in SINGLE_CODES.items():
        answer: Answer[str] | None = getattr(coding, variable)
        if answer is not None:
            codebook.check(table, answer.value, f"{where}, {variable}")
    for method in coding.methods:
        codebook.check("methods", method.value, f"{where}, methods")
    _check_parts(coding, codebook, where)
    _check_category(coding, codebook, where)


SINGLE_CODES: Final[Mapping[str, str]] = {
    "category": "categories",
    "mode": "modes",
    "proceeding": "proceedings",
    "stage": "stages",
    "verdict": "verdicts",
    "certainty": "certainties",
}
"""Questions with one code as answer, and the codebook table that lists the codes."""


def _check_parts(coding: Coding, codebook: Codebook, where: str) -> None:
    for perpetrator in (answer.value for answer in coding.perpetrators):
        codebook.check("perpetrator_classes", perpetrator.klass, f"{where}, perpetrator class")
        codebook.check("perpetrator_roles", perpetrator.role, f"{where}, perpetrator role")
        if perpetrator.kind:
            codebook.check("perpetrator_kinds", perpetrator.kind, f"{where}, perpetrator kind")
    for target in (answer.value for answer in coding.targets):
        codebook.check("target_kinds", target.kind, f"{where}, target kind")
    for penalty in (answer.value for answer in coding.penalties):
        codebook.check("penalty_kinds", penalty.kind, f"{where}, penalty kind")


def _check_category(coding: Coding, codebook: Codebook, where: str) -> None:
    """The main method belongs to the category: the report counts one category an incident, by its main method."""
    if coding.category is None:
        return
    main = coding.methods[0].value
    belongs = codebook.table("methods")[main].extra["category"]
    if belongs != coding.category.value:
        told = f"{where}: main method {main} belongs to {belongs}, not to {coding.category.value}"
        raise BrokenRule(told, "category", method=main, belongs=belongs, category=coding.category.value)
