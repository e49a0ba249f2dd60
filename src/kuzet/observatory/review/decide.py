"""Decisions applied in the order in which they were taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.document import Document, Quotation
from kuzet.basis.errors import BadInput, BrokenRule
from kuzet.basis.incident import Decision, Incident, Passage, Verb
from kuzet.basis.tiers import Raised
from kuzet.basis.undo import undone, unfounded
from kuzet.observatory.review.build import Accepted, build
from kuzet.observatory.review.tiers import named


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate with the machine's coding of it."""

    candidate: Candidate
    coding: Coding


@dataclass(frozen=True, slots=True)
class Registry:
    """What the decisions made.

    `undecided` are candidates that no decision names; `missed` are (decision, passage) where people found an attack in
    which the machine had proposed no candidate; `redirects` lead from retired ids to those they were merged into.
    """

    incidents: tuple[Incident, ...]
    withdrawn: tuple[Incident, ...]
    rejected: tuple[str, ...]
    undecided: tuple[str, ...]
    missed: tuple[tuple[str, Passage], ...]
    redirects: Mapping[str, str]


@dataclass(slots=True)
class _Desk:
    """The state while decisions are applied one after another."""

    documents: Mapping[str, Document]
    proposals: Mapping[str, Sequence[Proposal]]
    undos: Sequence[tuple[Decision, Decision]]
    """Each undo that holds, in order, and the decision that it takes back or brings back."""
    accepted: dict[str, list[Accepted]] = field(default_factory=dict)
    said: list[tuple[Decision, Quotation]] = field(default_factory=list)
    verdicts: dict[str, Verb] = field(default_factory=dict)
    missed: list[tuple[str, Passage]] = field(default_factory=list)
    redirects: dict[str, str] = field(default_factory=dict)
    withdrawn: dict[str, Decision] = field(default_factory=dict)
    raised: dict[str, list[Raised]] = field(default_factory=dict)


def decide(
    documents: Iterable[Document],
    proposals: Iterable[Proposal],
    decisions: Iterable[Decision],
    codebook: Codebook,
    country: str,
) -> Registry:
    """Apply `decisions` in order of time (then id) and build the incidents.

    A decision that is undone counts as if it had never been taken. Raises `BadInput` for a decision on a document,
    passage, incident, code or decision that does not exist, `BrokenRule` for decisions that contradict each other or
    lack a required answer, and for an undo that leaves a later decision without its incident; the message names the
    decision.
    """
    proposals, decisions = list(proposals), list(decisions)
    standing = in_force(decisions)
    desk = _Desk(
        {document.id: document for document in documents}, _by_document(proposals), _undos(decisions, standing)
    )
    for decision in standing:
        if decision.verb is not Verb.UNDO:
            _VERBS[decision.verb](desk, decision)
    incidents = {
        ident: build(ident, accepted, codebook, country, desk.raised.get(ident, ()))
        for ident, accepted in sorted(desk.accepted.items())
    }
    return Registry(
        incidents=tuple(incident for ident, incident in incidents.items() if ident not in desk.withdrawn),
        withdrawn=tuple(incident for ident, incident in incidents.items() if ident in desk.withdrawn),
        rejected=tuple(sorted(ident for ident, verb in desk.verdicts.items() if verb is Verb.REJECT)),
        undecided=tuple(p.candidate.id for p in proposals if p.candidate.id not in desk.verdicts),
        missed=tuple(desk.missed),
        redirects=desk.redirects,
    )


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that were not undone, in order of time, the undos that hold among them.

    Raises `BadInput` for an id that stands twice, and for an undo of an unknown decision, of itself or in a circle.
    """
    ordered = _in_order(decisions)
    undoes = {decision.id: decision.of or None for decision in ordered}
    for ident, expected in unfounded(undoes).items():
        raise BadInput(undoes[ident], expected, f"decision {ident}, of")
    gone = undone(undoes)
    return [decision for decision in ordered if decision.id not in gone]


def _undos(decisions: Iterable[Decision], standing: Iterable[Decision]) -> list[tuple[Decision, Decision]]:
    """Each undo that holds with what lies at the end of its chain."""
    known = {decision.id: decision for decision in decisions}
    found = []
    for undo in standing:
        end = undo
        while end.of:
            end = known[end.of]
        if end is not undo:
            found.append((undo, end))
    return found


def _in_order(decisions: Iterable[Decision]) -> list[Decision]:
    ordered = sorted(decisions, key=_when)
    seen: set[str] = set()
    for decision in ordered:
        if decision.id in seen:
            raise BadInput(decision.id, "a decision id that stands once", "decisions")
        seen.add(decision.id)
    return ordered


def _when(decision: Decision) -> tuple[datetime, str]:
    return decision.at, decision.id


def _by_document(proposals: Iterable[Proposal]) -> dict[str, list[Proposal]]:
    table: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        table.setdefault(proposal.candidate.document, []).append(proposal)
    return table


def _accept(desk: _Desk, decision: Decision) -> None:
    ident = desk.redirects.get(decision.incident, decision.incident)
    quotations: list[Quotation] = []
    codings: list[Coding] = []
    for passage in decision.passages:
        quotation = _locate(desk, decision, passage)
        quotations.append(quotation)
        found = _remember(desk, decision, quotation)
        if not found:
            desk.missed.append((decision.id, passage))
        codings.extend(proposal.coding for proposal in found)
    desk.accepted.setdefault(ident, []).append(
        Accepted(decision, tuple((desk.documents[q.document], q) for q in quotations), tuple(codings))
    )


def _reject(desk: _Desk, decision: Decision) -> None:
    for passage in decision.passages:
        _remember(desk, decision, _locate(desk, decision, passage))


def _merge(desk: _Desk, decision: Decision) -> None:
    retired, kept = decision.incident, desk.redirects.get(decision.into, decision.into)
    for ident in (retired, kept):
        _check_stands(desk, decision, ident)
    if retired == kept:
        raise BrokenRule(f"decision {decision.id}: {retired} cannot be merged into itself")
    # The kept incident's own coding stays the latest, so that a merge moves sources and never codes.
    desk.accepted[kept] = desk.accepted.pop(retired) + desk.accepted[kept]
    desk.raised[kept] = desk.raised.pop(retired, []) + desk.raised.get(kept, [])
    desk.redirects = {old: kept if new == retired else new for old, new in desk.redirects.items()} | {retired: kept}


def _withdraw(desk: _Desk, decision: Decision) -> None:
    ident = desk.redirects.get(decision.incident, decision.incident)
    _check_stands(desk, decision, ident)
    desk.withdrawn[ident] = decision


def _protect(desk: _Desk, decision: Decision) -> None:
    """The paths are those of the coding that holds now; names are followed from here on."""
    ident = desk.redirects.get(decision.incident, decision.incident)
    _check_stands(desk, decision, ident)
    coding = desk.accepted[ident][-1].decision.coding
    if coding is not None:
        told = [named(one, coding, f"decision {decision.id}") for one in decision.tiers]
        desk.raised.setdefault(ident, []).extend(told)


def _check_stands(desk: _Desk, decision: Decision, ident: str) -> None:
    """The incident is there; where it would be but for a later undo, the undo is at fault and not the decision."""
    if ident in desk.accepted:
        return
    for undo, end in desk.undos:
        if _when(undo) > _when(decision) and ident == end.incident:
            raise BrokenRule(
                f"decision {undo.id} undoes {undo.of}, which leaves decision {decision.id} ({decision.verb.value}) "
                f"without incident {ident}; undo {decision.id} first"
            )
    raise BadInput(ident, "an incident that stands", f"decision {decision.id}")


_VERBS = {
    Verb.ACCEPT: _accept,
    Verb.REJECT: _reject,
    Verb.MERGE: _merge,
    Verb.WITHDRAW: _withdraw,
    Verb.PROTECT: _protect,
}


def _locate(desk: _Desk, decision: Decision, passage: Passage) -> Quotation:
    where = f"decision {decision.id}"
    document = desk.documents.get(passage.document)
    if document is None:
        raise BadInput(passage.document, "the id of a document that was read", where)
    if document.text.count(passage.quote) != 1:
        raise BadInput(passage.quote, f"words that stand exactly once in {passage.document}", where)
    start = document.text.index(passage.quote)
    return Quotation.cut(document, start, start + len(passage.quote))


def _touched(desk: _Desk, quotation: Quotation) -> list[Proposal]:
    """The candidates that the words lie in; several may share a sentence, and then all are meant."""
    return [
        proposal
        for proposal in desk.proposals.get(quotation.document, ())
        if any(_overlap(passage, quotation) for passage in proposal.candidate.passages)
    ]


def _remember(desk: _Desk, decision: Decision, quotation: Quotation) -> list[Proposal]:
    """Note the verdict on the words; the candidates they lie in are decided too, an accepted one for good."""
    for earlier, words in desk.said:
        if earlier.verb is not decision.verb and words.document == quotation.document and _overlap(words, quotation):
            raise BrokenRule(
                f"decision {decision.id} says {decision.verb.value} of words in {quotation.document} "
                f"of which decision {earlier.id} said {earlier.verb.value}"
            )
    desk.said.append((decision, quotation))
    found = _touched(desk, quotation)
    for proposal in found:
        if desk.verdicts.get(proposal.candidate.id) is not Verb.ACCEPT:
            desk.verdicts[proposal.candidate.id] = decision.verb
    return found


def _overlap(left: Quotation, right: Quotation) -> bool:
    return left.start < right.end and right.start < left.end
