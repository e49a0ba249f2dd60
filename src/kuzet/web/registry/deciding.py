"""Decisions in, incidents out: what people said is appended, and what follows from it is brought up to date.

The rules are those of `observatory.review`; here is only what they are applied to. A decision touches what it is
connected with by a document, an incident or an undo, and nothing else is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Length
from msgspec.structs import replace

from kuzet.adapters.batches import in_batches
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.document import Document
from kuzet.basis.incident import Decision, Incident
from kuzet.observatory import review
from kuzet.observatory.review import Proposal
from kuzet.web.registry import events, models, store, waiting
from kuzet.web.registry.changes import Changes, book, changing, current_version
from kuzet.web.registry.events import By
from kuzet.web.registry.words import Redirect

RETIRED: Final = "duplicate"
UNDECIDED: Final = "candidate"
"""The status of an incident whose acceptance was undone."""


class Given(NamedTuple):
    """What a batch of decisions rests on: new words by their kind, and the versions of incidents as in `decide`."""

    new: Mapping[type[Any], Sequence[Any]] = MappingProxyType({})
    versions: Mapping[str, int] = MappingProxyType({})


NOTHING: Final = Given()


@contextmanager
def alone() -> Iterator[None]:
    """Nobody else decides until the end of the block: what is read in it still holds when it is decided on."""
    with transaction.atomic():
        events.lock()
        yield


def decide(decision: Decision, country: str, by: By, version: int = 0, kept: int = 0) -> review.Registry:
    """Take one decision; `version` is that of its incident when it was made, 0 for a new one; `kept` that of `into`.

    Raises `Conflict` where the incident was changed meanwhile, and what `review.decide` raises; then nothing is there.
    """
    with changing(by) as changes:
        changes.put(decision)
        around = store.load_where(Decision, "ident", _connected([decision]))
        return _apply(changes, around, country, {decision.incident: version, decision.into: kept})


def decide_all(decisions: Iterable[Decision], country: str, by: By) -> review.Registry:
    """Take many decisions at once, all of them or none; every incident is brought up to date."""
    with changing(by) as changes:
        for decision in decisions:
            changes.put(decision)
        return _apply(changes, store.load(Decision), country, {})


def decide_batch(decisions: Sequence[Decision], country: str, by: By, given: Given = NOTHING) -> review.Registry:
    """Take some decisions at once, with what they rest on; as `decide`, and many times as fast for new incidents.

    An incident that is not there yet is named by these decisions alone.
    """
    with changing(by) as changes:
        for kind, words in given.new.items():
            changes.put_new(kind, words)
        changes.put_new(Decision, decisions)
        named = {ident for decision in decisions for ident in (decision.incident, decision.into) if ident}
        new = named.difference(_there(named))
        around = store.load_where(Decision, "ident", _connected(decisions))
        return _apply(changes, around, country, given.versions, new)


def _there(idents: Iterable[str]) -> Iterator[str]:
    for some in in_batches(sorted(idents), store.BATCH):
        yield from models.Incident.objects.filter(ident__in=some).values_list("ident", flat=True)


def _connected(decisions: Sequence[Decision]) -> set[str]:
    """The ids of all decisions that share a document, an incident or an undo with these, or with one that does."""
    known: set[str] = set()
    near = {decision.id for decision in decisions}
    while fresh := near - known:
        known |= near
        for some in in_batches(sorted(fresh), store.BATCH):
            near |= _beside(some)
    return known


def _beside(idents: Sequence[str]) -> set[str]:
    """The neighbours of some decisions, each kind asked for by its own index: SQLite reads all rows for an `or`."""
    named = list(models.Decision.objects.filter(ident__in=idents).values_list("incident", "into", "of"))
    incidents = {ident for incident, into, _ in named for ident in (incident, into) if ident}
    passages = models.Passage.objects.filter(decision__ident__in=idents).values_list("document", flat=True)
    asked = {
        "incident__in": incidents,
        "into__in": incidents,
        "of__in": idents,
        "ident__in": {of for *_, of in named if of},
        "passages__document__in": set(passages),
    }
    return {
        ident
        for name, values in asked.items()
        for some in in_batches(sorted(values), store.BATCH)
        for ident in models.Decision.objects.filter(**{name: some}).values_list("ident", flat=True)
    }


def next_ident(country: str, year: int) -> str:
    """The first incident id of a country and year that never was."""
    start = f"{country}-{year}-"
    last = max(_last(models.Incident, start), _last(models.Removal, f"incident {start}"))
    return f"{start}{last + 1:04}"


def _last(model: Any, start: str) -> int:  # noqa: ANN401  (a model)
    """The highest number behind this beginning of an id, 0 for none; a longer number is a higher one."""
    rows = model.objects.filter(ident__startswith=start).order_by(Length("ident").desc(), "-ident")
    number = (rows.values_list("ident", flat=True).first() or "").removeprefix(start)
    return int(number) if number.isdecimal() else 0


def _apply(
    changes: Changes,
    decisions: Iterable[Decision],
    country: str,
    versions: Mapping[str, int],
    new: Collection[str] = (),
) -> review.Registry:
    """Bring every incident up to date; `new` are those of which the registry has no row yet."""
    decisions = list(decisions)
    documents = {passage.document for decision in decisions for passage in decision.passages}
    found = list(proposals(documents))
    given = store.load_where(Document, "ident", documents)
    made = review.decide(given, found, decisions, book(), country)
    changes.put_new(Incident, [incident for incident in made.incidents if incident.id in new])
    for incident in (incident for incident in made.incidents if incident.id not in new):
        changes.put(incident, versions.get(incident.id) or current_version(Incident, incident.id))
    _retire(changes, made, [decision for decision in decisions if decision.incident not in new])
    _mark(made, found)
    return made


def proposals(documents: Iterable[str]) -> Iterator[Proposal]:
    """The candidates of these documents, each with the machine's latest coding of it."""
    candidates = list(store.load_where(Candidate, "document", documents))
    found = store.load_where(Coding, "subject", (candidate.id for candidate in candidates))
    codings = {coding.subject: coding for coding in found if coding.coder.machine}
    return (Proposal(one, codings[one.id]) for one in candidates if one.id in codings)


def proposed(candidate: str) -> Coding | None:
    """The machine's latest coding of a candidate."""
    rows = models.Coding.objects.filter(subject=candidate, machine=True).order_by("-id")
    return next(store.few(Coding, rows[:1]), None)


def _retire(changes: Changes, made: review.Registry, decisions: Iterable[Decision]) -> None:
    """Ids that were merged lead on; those that nothing stands for any more keep their row, which counts nowhere."""
    standing = {incident.id for incident in made.incidents}
    named = {ident for decision in decisions for ident in (decision.incident, decision.into) if ident}
    led = {ident for some in in_batches(sorted(named), store.BATCH) for ident in _led(some)}
    for ident in sorted(led | (named & set(made.redirects))):
        changes.put(Redirect(id=ident, into=made.redirects.get(ident, "")), current_version(Redirect, ident))
    gone = store.load_where(Incident, "ident", named - standing)
    changes.put_changed(
        (row, replace(row, status=RETIRED if made.redirects.get(row.id) else UNDECIDED)) for row in gone
    )


def _led(idents: Sequence[str]) -> QuerySet[Any]:
    """Those that lead, or once led, to another incident."""
    return models.Redirect.objects.filter(ident__in=idents).values_list("ident", flat=True)


def _mark(made: review.Registry, found: Iterable[Proposal]) -> None:
    """The state of each candidate, for the queue."""
    states = dict.fromkeys((one.candidate.id for one in found), "accepted")
    states |= dict.fromkeys(made.undecided, "open") | dict.fromkeys(made.rejected, "rejected")
    for some in in_batches(states.items(), store.BATCH):
        rows = models.Candidate.objects.filter(ident__in=[ident for ident, _ in some])
        for row in rows:
            row.state = states[row.ident]
        models.Candidate.objects.bulk_update(rows, ["state"])
        waiting.refold(row.family for row in rows)
