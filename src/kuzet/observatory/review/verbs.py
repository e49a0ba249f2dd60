"""What each verb does to the state: one function a verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kuzet.basis.document import Quotation
from kuzet.basis.errors import BadInput, BrokenRule
from kuzet.basis.incident import COUNTED, Decision, Passage, Verb
from kuzet.observatory.review import ladder
from kuzet.observatory.review.build import Accepted
from kuzet.observatory.review.ladder import Need, Step
from kuzet.observatory.review.state import Desk, Proposal
from kuzet.observatory.review.tiers import named


def _accept(desk: Desk, decision: Decision) -> None:
    ident = desk.resolve(decision.incident)
    if ident in desk.accepted:
        same = decision.coding == _latest(desk, ident).coding
        _climb(desk, decision, ident, Verb.ACCEPT if same else Verb.CORRECT)
    else:
        desk.status[ident] = ladder.IN_REVIEW
    quotations = [_locate(desk, decision, passage) for passage in decision.passages]
    found = [_remember(desk, decision, quotation) for quotation in quotations]
    desk.missed += [(decision.id, passage) for passage, ones in zip(decision.passages, found, strict=True) if not ones]
    codings = tuple(proposal.coding for ones in found for proposal in ones)
    passages = tuple((desk.documents[quotation.document], quotation) for quotation in quotations)
    desk.accepted.setdefault(ident, []).append(Accepted(decision, passages, codings))


def _reject(desk: Desk, decision: Decision) -> None:
    for passage in decision.passages:
        _remember(desk, decision, _locate(desk, decision, passage))


def _move(desk: Desk, decision: Decision) -> None:
    """A decision that leads the incident to another status and changes nothing else."""
    _climb(desk, decision, desk.resolve(decision.incident), decision.verb)


def _correct(desk: Desk, decision: Decision) -> None:
    ident = desk.resolve(decision.incident)
    _climb(desk, decision, ident, Verb.CORRECT)
    desk.accepted[ident].append(Accepted(decision, (), ()))


def _merge(desk: Desk, decision: Decision) -> None:
    retired, kept = decision.incident, desk.resolve(decision.into)
    for ident in (retired, kept):
        _check_stands(desk, decision, ident)
    if retired == kept:
        told = f"decision {decision.id}: {retired} cannot be merged into itself"
        raise BrokenRule(told, "merge_itself", incident=retired)
    _climb(desk, decision, retired, Verb.MERGE)
    del desk.status[retired]
    # The kept incident's own coding stays the latest, so that a merge moves sources and never codes.
    desk.accepted[kept] = desk.accepted.pop(retired) + desk.accepted[kept]
    desk.raised[kept] = desk.raised.pop(retired, []) + desk.raised.get(kept, [])
    desk.redirects = {old: kept if new == retired else new for old, new in desk.redirects.items()} | {retired: kept}


def _split(desk: Desk, decision: Decision) -> None:
    ident, new = desk.resolve(decision.incident), decision.into
    if new in desk.accepted or new in desk.redirects:
        raise BrokenRule(
            f"decision {decision.id}: {new} is there already; a split makes an incident with an id of its own",
            "split_there",
            incident=new,
        )
    _climb(desk, decision, ident, Verb.SPLIT)
    wanted = [_locate(desk, decision, passage) for passage in decision.passages]
    for passage, quotation in zip(decision.passages, wanted, strict=True):
        _check_rests(desk, decision, ident, passage, quotation)
    moved = tuple(
        (document, quotation)
        for one in desk.accepted[ident]
        for document, quotation in one.passages
        if _among(quotation, wanted)
    )
    kept = [_without(one, wanted) for one in desk.accepted[ident]]
    if not any(one.passages for one in kept):
        told = f"decision {decision.id}: a split that takes all passages leaves {ident} without a source"
        problem = BrokenRule(told, "split_all", incident=ident)
        raise desk.refused(decision, ident, f"on {ident} without another source", problem)
    desk.accepted[ident] = kept
    codings = tuple(proposal.coding for quotation in wanted for proposal in _touched(desk, quotation))
    desk.accepted[new] = [Accepted(decision, moved, codings)]
    desk.status[new] = ladder.IN_REVIEW
    desk.raised[new] = list(desk.raised.get(ident, ()))


def _protect(desk: Desk, decision: Decision) -> None:
    """The paths are those of the coding that holds now; names are followed from here on."""
    ident = desk.resolve(decision.incident)
    _check_stands(desk, decision, ident)
    coding = _latest(desk, ident).coding
    if coding is not None:
        told = [named(one, coding, f"decision {decision.id}") for one in decision.tiers]
        desk.raised.setdefault(ident, []).extend(told)


def _check_rests(desk: Desk, decision: Decision, ident: str, passage: Passage, quotation: Quotation) -> None:
    if any(_among(held, [quotation]) for one in desk.accepted[ident] for _, held in one.passages):
        return
    problem = BadInput(passage.quote, f"words that {ident} rests on", f"decision {decision.id}")
    raise desk.refused(decision, ident, f"without its words in {passage.document}", problem)


def _among(quotation: Quotation, wanted: list[Quotation]) -> bool:
    return any(one.document == quotation.document and _overlap(one, quotation) for one in wanted)


def _without(one: Accepted, wanted: list[Quotation]) -> Accepted:
    """The rest of an acceptance when some passages have gone to another incident, without their codings."""
    kept = tuple((document, quotation) for document, quotation in one.passages if not _among(quotation, wanted))
    gone = {document.id for document, quotation in one.passages if _among(quotation, wanted)}
    gone -= {document.id for document, _ in kept}
    codings = tuple(coding for coding in one.codings if coding.subject.rpartition("#")[0] not in gone)
    return replace(one, passages=kept, codings=codings)


def _climb(desk: Desk, decision: Decision, ident: str, verb: Verb) -> None:
    """Lead the incident one step of the ladder; refuses a step that is none, and one that lacks what it needs."""
    _check_stands(desk, decision, ident)
    status = desk.status[ident]
    step = ladder.step(status, verb)
    if step is None:
        needed = tuple(dict.fromkeys(ladder.before(verb)))
        told = f"decision {decision.id}: {ident} is {status}; {verb.value} needs it to be {' or '.join(needed)}"
        problem = BrokenRule(told, "step", incident=ident, status=status, verb=verb.value, statuses=needed)
        raise desk.refused(decision, ident, f"on {ident}, which is then {status}", problem)
    for need in step.needs:
        _NEEDS[need](desk, decision, step)
    desk.status[ident] = step.after


def _check_stands(desk: Desk, decision: Decision, ident: str) -> None:
    """The incident is there; where it would be but for a later undo, the undo is at fault and not the decision."""
    if ident not in desk.accepted:
        problem = BadInput(ident, "an incident that stands", f"decision {decision.id}")
        raise desk.refused(decision, ident, f"without incident {ident}", problem)


def _second_person(desk: Desk, decision: Decision, step: Step) -> None:
    ident = desk.resolve(decision.incident)
    coded = _latest(desk, ident)
    coder = coded.author if coded.coding is None or coded.coding.coder.machine else coded.coding.coder
    if decision.author.id == coder.id:
        problem = BrokenRule(
            f"decision {decision.id}: {ident} would be {step.after} by the person who coded it ({coder.id}); "
            "another person has to do it",
            "second_person",
            incident=ident,
            coder=coder.id,
        )
        raise desk.refused(decision, ident, f"by the person who coded {ident} ({coder.id})", problem)


def _person(_: Desk, decision: Decision, step: Step) -> None:
    if decision.author.machine:
        raise BrokenRule(
            f"decision {decision.id}: {step.verb.value} is for a person, {decision.author.id} is a machine",
            "person",
            verb=step.verb.value,
        )


def _kept_live(desk: Desk, decision: Decision, _: Step) -> None:
    _check_kept(desk, decision, ladder.LIVE)


def _kept_counted(desk: Desk, decision: Decision, _: Step) -> None:
    _check_kept(desk, decision, COUNTED)


def _check_kept(desk: Desk, decision: Decision, statuses: tuple[str, ...]) -> None:
    kept = desk.resolve(decision.into)
    status = desk.status[kept]
    if status not in statuses:
        problem = BrokenRule(
            f"decision {decision.id}: {decision.incident} cannot be merged into {kept}, which is {status}; "
            f"it has to be {' or '.join(statuses)}",
            "kept",
            incident=decision.incident,
            into=kept,
            status=status,
            statuses=statuses,
        )
        raise desk.refused(decision, kept, f"into {kept}, which is then {status}", problem)


_NEEDS: Final = {
    Need.SECOND_PERSON: _second_person,
    Need.PERSON: _person,
    Need.KEPT_LIVE: _kept_live,
    Need.KEPT_COUNTED: _kept_counted,
}

VERBS: Final[Mapping[Verb, Callable[[Desk, Decision], None]]] = MappingProxyType(
    {
        Verb.ACCEPT: _accept,
        Verb.REJECT: _reject,
        Verb.CORRECT: _correct,
        Verb.CONFIRM: _move,
        Verb.DOUBT: _move,
        Verb.EXCLUDE: _move,
        Verb.REOPEN: _move,
        Verb.MERGE: _merge,
        Verb.SPLIT: _split,
        Verb.PUBLISH: _move,
        Verb.WITHDRAW: _move,
        Verb.RETRACT: _move,
        Verb.PROTECT: _protect,
    }
)
"""Every verb but undo, which works before any of them is applied."""


def _latest(desk: Desk, ident: str) -> Decision:
    """The decision whose coding is in force."""
    return desk.accepted[ident][-1].decision


def _locate(desk: Desk, decision: Decision, passage: Passage) -> Quotation:
    where = f"decision {decision.id}"
    document = desk.documents.get(passage.document)
    if document is None:
        raise BadInput(passage.document, "the id of a document that was read", where)
    if document.text.count(passage.quote) != 1:
        raise BadInput(passage.quote, f"words that stand exactly once in {passage.document}", where)
    start = document.text.index(passage.quote)
    return Quotation.cut(document, start, start + len(passage.quote))


def _touched(desk: Desk, quotation: Quotation) -> list[Proposal]:
    """The candidates that the words lie in; several may share a sentence, and then all are meant."""
    return [
        proposal
        for proposal in desk.proposals.get(quotation.document, ())
        if any(_overlap(passage, quotation) for passage in proposal.candidate.passages)
    ]


def _remember(desk: Desk, decision: Decision, quotation: Quotation) -> list[Proposal]:
    """Note the verdict on the words; the candidates they lie in are decided too, an accepted one for good."""
    for earlier, words in desk.said:
        if earlier.verb is not decision.verb and words.document == quotation.document and _overlap(words, quotation):
            raise BrokenRule(
                f"decision {decision.id} says {decision.verb.value} of words in {quotation.document} "
                f"of which decision {earlier.id} said {earlier.verb.value}",
                "contradicts",
                decision=earlier.id,
                verb=earlier.verb.value,
            )
    desk.said.append((decision, quotation))
    found = _touched(desk, quotation)
    for proposal in found:
        if desk.verdicts.get(proposal.candidate.id) is not Verb.ACCEPT:
            desk.verdicts[proposal.candidate.id] = decision.verb
    return found


def _overlap(left: Quotation, right: Quotation) -> bool:
    return left.start < right.end and right.start < left.end
