"""Erase what a law requires to be erased, with a tombstone: nothing else in Kuzet ever erases anything.

The rows of the words go, and the texts of their events with the salt of their digests; what stays is that such a word
was there, who wrote it and when, that it was removed, by which law, by whom and when. The chain of events holds, and
`proof` names what was erased without a removal. Editions that were frozen before, and backups, are not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection
from django.db.models import Q

from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.document import Document
from kuzet.basis.errors import BrokenRule, Missing
from kuzet.basis.incident import Decision, Incident
from kuzet.basis.judgement import Judgement, Link, Undo
from kuzet.web.registry import finding, models, store
from kuzet.web.registry.changes import Changes, changing
from kuzet.web.registry.events import By
from kuzet.web.registry.tables import of
from kuzet.web.registry.words import Redirect, Removal, Reveal, Sealed

ORDER: Final = (Incident, Decision, Redirect, Reveal, Sealed, Link, Judgement, Undo, Candidate, Coding, Document)
"""In this order rows go, so that none is named by one that stays."""


DERIVED: Final = (
    (models.Sketched, "document", Document),
    (models.Band, "document", Document),
    (models.Posting, "item", Candidate),
    (models.Posting, "item", Incident),
    (models.Suggested, "left", Candidate),
    (models.Suggested, "right", Candidate),
    (models.Suggested, "left", Incident),
    (models.Suggested, "right", Incident),
    (models.Looking, "candidate", Candidate),
    (models.Compared, "candidate", Candidate),
)
"""What follows from words and is none itself: its rows go with them."""


@dataclass(slots=True)
class Plan:
    """What goes: ids by the kind of word."""

    words: dict[type, set[str]] = field(default_factory=lambda: {kind: set() for kind in ORDER})

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """(kind, id) of every word that goes, in the order in which rows go."""
        return ((of(kind).name, ident) for kind in ORDER for ident in sorted(self.words[kind]))

    @property
    def of_incidents(self) -> set[str]:
        """The ids of the incidents that go."""
        return self.words[Incident]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many words of each kind go, those of which there are some."""
        return {of(kind).name: len(found) for kind, found in self.words.items() if found}


def plan(ident: str, *, documents: bool) -> Plan:
    """What goes with an incident; raises `Missing`.

    Those it was merged with or split from, their decisions and codings, the candidates they rest on alone, and with
    `documents` also the documents that no other decision names.
    """
    if not models.Incident.objects.filter(ident=ident).exists():
        raise Missing(f"incident {ident}: not in the registry")
    made = Plan()
    made.words[Incident] = _tied(ident)
    made.words[Decision] = _decisions(made.words[Incident])
    made.words[Redirect] = set(_idents(models.Redirect, ident__in=made.words[Incident]))
    for kind in (Reveal, Sealed):
        made.words[kind] = set(_idents(of(kind).model, incident__in=made.words[Incident]))
    alone = _alone(made.words[Decision])
    made.words[Document] = alone if documents else set()
    candidates = models.Candidate.objects.filter(document__in=alone)
    gone = candidates if documents else candidates.exclude(state="open")
    made.words[Candidate] = set(gone.values_list("ident", flat=True))
    _with_candidates(made)
    made.words[Coding] = _codings(made)
    return made


def remove(ident: str, ground: str, by: By, *, documents: bool) -> Plan:
    """Erase it; `ground` is the law or order, and names nobody. Gives what went; raises `Missing` and `BrokenRule`."""
    if not ground.strip():
        raise BrokenRule(f"incident {ident}: a removal needs the law or order that requires it", "ground")
    _overwrite_what_goes()
    with changing(by) as changes:
        found = plan(ident, documents=documents)
        _bury(changes, found, ground)
        for kind in ORDER:
            of(kind).model.objects.filter(ident__in=found.words[kind]).delete()
        for model, column, kind in DERIVED:
            model.objects.filter(**{f"{column}__in": found.words[kind]}).delete()
        finding.forget(found.words[Incident])
        for name, subject in found:
            texts = dict.fromkeys(("before", "after", "reason", "salt"), "")
            models.Event.objects.filter(kind=name, subject=subject).update(**texts)
    return found


def told() -> Iterator[tuple[Removal, Any]]:
    """Each tombstone with its event, in order of time."""
    events = {row.subject: row for row in models.Event.objects.filter(kind=of(Removal).name)}
    for removal in store.load(Removal):
        yield removal, events.get(of(Removal).ident(removal))


def _bury(changes: Changes, found: Plan, ground: str) -> None:
    changes.put_new(Removal, (Removal(kind=kind, subject=subject, ground=ground) for kind, subject in found))


def _overwrite_what_goes() -> None:
    """SQLite leaves what was deleted in the file, unless it is told to write zeros over it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def _idents(model: Any, **where: Any) -> Iterable[str]:  # noqa: ANN401  (a model and its columns)
    found: Iterable[str] = model.objects.filter(**where).values_list("ident", flat=True)
    return found


def _tied(ident: str) -> set[str]:
    """The incidents that a decision ever tied to this one."""
    known: set[str] = set()
    new = {ident}
    while new - known:
        known |= new
        pairs = models.Decision.objects.filter(Q(incident__in=known) | Q(into__in=known))
        new = {one for pair in pairs.values_list("incident", "into") for one in pair if one}
    return known


def _decisions(incidents: set[str]) -> set[str]:
    """All decisions on these incidents, and the undos of them."""
    named = models.Decision.objects.filter(Q(incident__in=incidents) | Q(into__in=incidents))
    found = new = set(named.values_list("ident", flat=True))
    while new := set(_idents(models.Decision, of__in=new)) - found:
        found |= new
    return found


def _alone(decisions: set[str]) -> set[str]:
    """The documents that these decisions name, and no other does."""
    mine = set(models.Passage.objects.filter(decision__ident__in=decisions).values_list("document", flat=True))
    others = models.Passage.objects.filter(document__in=mine).exclude(decision__ident__in=decisions)
    return mine - set(others.values_list("document", flat=True))


def _with_candidates(found: Plan) -> None:
    """All links and judgements that name what goes."""
    gone = found.words[Candidate] | found.words[Incident]
    either = Q(left__in=gone) | Q(right__in=gone)
    found.words[Link] = set(models.Link.objects.filter(either).values_list("ident", flat=True))
    found.words[Judgement] = set(models.Judgement.objects.filter(either).values_list("ident", flat=True))
    found.words[Undo] = set(_idents(models.Undo, of__in=found.words[Judgement]))


def _codings(found: Plan) -> set[str]:
    """The codings of what goes, without those that something holds which stays."""
    decisions = models.Decision.objects.filter(ident__in=found.words[Decision]).exclude(coding=None)
    mine = set(decisions.values_list("coding_id", flat=True))
    mine |= set(_idents(models.Coding, subject__in=found.words[Candidate] | found.words[Incident]))
    decided = models.Decision.objects.exclude(ident__in=found.words[Decision]).filter(coding_id__in=mine)
    held = models.IncidentCoding.objects.exclude(incident__ident__in=found.words[Incident]).filter(coding_id__in=mine)
    return mine - {ident for rows in (decided, held) for ident in rows.values_list("coding_id", flat=True)}
