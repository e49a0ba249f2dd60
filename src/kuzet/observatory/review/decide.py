"""Decisions applied in the order in which they were taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from kuzet.basis.codebook import Codebook
from kuzet.basis.document import Document
from kuzet.basis.incident import COUNTED, Decision, Incident, Passage, Verb
from kuzet.observatory.review.build import build
from kuzet.observatory.review.state import Desk, Proposal, by_document, in_force, undos
from kuzet.observatory.review.verbs import VERBS


@dataclass(frozen=True, slots=True)
class Registry:
    """What the decisions made: `incidents` with their status, in order of their id.

    `undecided` are candidates that no decision names; `missed` are (decision, passage) where people found an attack in
    which the machine had proposed no candidate; `redirects` lead from retired ids to those they were merged into.
    """

    incidents: tuple[Incident, ...]
    rejected: tuple[str, ...]
    undecided: tuple[str, ...]
    missed: tuple[tuple[str, Passage], ...]
    redirects: Mapping[str, str]

    @property
    def counted(self) -> tuple[Incident, ...]:
        """The incidents that are published and not taken back."""
        return tuple(incident for incident in self.incidents if incident.status in COUNTED)


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
    lack a required answer, for a step that the ladder does not have, and for an undo that leaves a later decision
    without what it needs; the message names the decision.
    """
    proposals, decisions = list(proposals), list(decisions)
    standing = in_force(decisions)
    desk = Desk({document.id: document for document in documents}, by_document(proposals), undos(decisions, standing))
    for decision in standing:
        if decision.verb is not Verb.UNDO:
            VERBS[decision.verb](desk, decision)
    return Registry(
        incidents=tuple(
            replace(build(ident, accepted, codebook, country, desk.raised.get(ident, ())), status=desk.status[ident])
            for ident, accepted in sorted(desk.accepted.items())
        ),
        rejected=tuple(sorted(ident for ident, verb in desk.verdicts.items() if verb is Verb.REJECT)),
        undecided=tuple(p.candidate.id for p in proposals if p.candidate.id not in desk.verdicts),
        missed=tuple(desk.missed),
        redirects=desk.redirects,
    )
