"""The state while decisions are applied one after another, and what an undo takes out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.document import Document, Quotation
from kuzet.basis.errors import BadInput, BrokenRule, KuzetError
from kuzet.basis.incident import Decision, Passage, Verb
from kuzet.basis.tiers import Raised
from kuzet.basis.undo import undone, unfounded
from kuzet.observatory.review.build import Accepted


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate with the machine's coding of it."""

    candidate: Candidate
    coding: Coding


@dataclass(slots=True)
class Desk:
    """What stands after the decisions so far; `status` is that of each incident that stands."""

    documents: Mapping[str, Document]
    proposals: Mapping[str, Sequence[Proposal]]
    undos: Sequence[tuple[Decision, Decision]]
    """Each undo that holds, in order, and the decision that it takes back or brings back."""
    accepted: dict[str, list[Accepted]] = field(default_factory=dict)
    status: dict[str, str] = field(default_factory=dict)
    said: list[tuple[Decision, Quotation]] = field(default_factory=list)
    verdicts: dict[str, Verb] = field(default_factory=dict)
    missed: list[tuple[str, Passage]] = field(default_factory=list)
    redirects: dict[str, str] = field(default_factory=dict)
    raised: dict[str, list[Raised]] = field(default_factory=dict)

    def resolve(self, ident: str) -> str:
        """Where an incident id leads now."""
        return self.redirects.get(ident, ident)

    def refused(self, decision: Decision, ident: str, left: str, error: KuzetError) -> KuzetError:
        """Why a decision on an incident cannot stand: `error`, or the later undo but for which it would.

        `left` tells how that undo leaves the decision.
        """
        for undo, end in self.undos:
            touched = {end.incident, end.into, self.resolve(end.incident), self.resolve(end.into)}
            if when(undo) > when(decision) and ident in touched:
                return BrokenRule(
                    f"decision {undo.id} undoes {undo.of}, which leaves decision {decision.id} "
                    f"({decision.verb.value}) {left}; undo {decision.id} first",
                    "leaves",
                    of=undo.of,
                    decision=decision.id,
                    verb=decision.verb.value,
                )
        return error


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


def undos(decisions: Iterable[Decision], standing: Iterable[Decision]) -> list[tuple[Decision, Decision]]:
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
    ordered = sorted(decisions, key=when)
    seen: set[str] = set()
    for decision in ordered:
        if decision.id in seen:
            raise BadInput(decision.id, "a decision id that stands once", "decisions")
        seen.add(decision.id)
    return ordered


def when(decision: Decision) -> tuple[datetime, str]:
    """The order in which decisions are applied."""
    return decision.at, decision.id


def by_document(proposals: Iterable[Proposal]) -> dict[str, list[Proposal]]:
    """The proposals by the document that they are of."""
    table: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        table.setdefault(proposal.candidate.document, []).append(proposal)
    return table
