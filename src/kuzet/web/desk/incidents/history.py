"""What happened to an incident, as sentences: who did what, when and why, and what each field said before and after."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.basis.errors import KuzetError
from kuzet.basis.incident import COUNTED, Decision, Incident, Verb
from kuzet.basis.tiers import Tier
from kuzet.basis.undo import undone
from kuzet.basis.word import from_data
from kuzet.observatory import review
from kuzet.observatory.review.masking import Secret
from kuzet.web.desk import blind
from kuzet.web.desk.candidates.verbs import TAKEN, UNFIT
from kuzet.web.desk.form import ReasonForm
from kuzet.web.desk.incidents import page, told
from kuzet.web.desk.incidents.acts import decision, take
from kuzet.web.desk.incidents.told import Field
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import guarding, models, store
from kuzet.web.registry.roles import Role

GUARDED: Final = (Verb.PUBLISH, Verb.WITHDRAW, Verb.RETRACT, Verb.PROTECT)
"""Decisions that only an editor takes back, whatever the incident is now."""


class Line(NamedTuple):
    """One thing that was done, in words; `undo` is the form that takes the decision back, None where nobody may now."""

    at: datetime
    sentence: str
    reason: str
    fields: tuple[Field, ...]
    decision: str
    gone: bool
    undo: forms.Form | None


def show(request: HttpRequest, ident: str) -> HttpResponse:
    """The history of one incident, the newest first."""
    return redirect("second_code", ident) if blind.awaits(request, ident) else _page(request, page.find(ident))


def undo(request: HttpRequest, ident: str) -> HttpResponse:
    """Take a decision on the incident back, as if it had never been taken; an undo is taken back alike."""
    held, of = page.find(ident), request.POST.get("of", "")
    form = ReasonForm(language_of(request), request.POST, prefix="undo")

    def refuse(problem: str, status: int) -> HttpResponse:
        return _page(request, held, problem or words(language_of(request))["needed"], status)

    found = next((one for one in decisions(ident) if one.id == of), None)
    if found is None or not form.is_valid():
        return refuse("", UNFIT)
    if not _may(request, held.incident, found):
        return refuse(words(language_of(request))["refused_why"], TAKEN)
    made = decision(request, Verb.UNDO, form.cleaned_data["reason"], of=of)
    return take(request, made, (0, 0), refuse, ident)


def decisions(ident: str) -> list[Decision]:
    """All decisions on an incident, and the undos of them and of these, in order of time."""
    found = _about(ident)
    known: dict[str, Decision] = {}
    while new := [one for one in store.load(Decision, found) if one.id not in known]:
        known |= {one.id: one for one in new}
        found = models.Decision.objects.filter(of__in=[one.id for one in new])
    return sorted(known.values(), key=lambda one: (one.at, one.id))


def _about(ident: str) -> QuerySet[Any]:
    """The rows of decisions on an incident, or into it: each by its index, since SQLite reads all rows for an `or`."""
    rows = models.Decision.objects.order_by().values("pk")
    return models.Decision.objects.filter(pk__in=rows.filter(incident=ident).union(rows.filter(into=ident), all=True))


def _page(request: HttpRequest, held: page.Held, problem: str = "", status: int = 200) -> HttpResponse:
    labels = Labels(language_of(request))
    given = {
        "held": held,
        "title": held.shown.title.best(labels.language),
        "reveals": list(guarding.reveals(held.incident.id)),
        "lines": sorted(_lines(request, held, labels), key=lambda line: line.at, reverse=True),
        "problem": problem,
    }
    return render(request, "desk/history.html", given, status=status)


def _lines(request: HttpRequest, held: page.Held, labels: Labels) -> Iterator[Line]:
    """What was done, without the names that are closed."""
    incident, hidden = held.incident, review.secrets(held.incident, Tier.INTERNAL)
    taken = decisions(incident.id)
    gone = undone({one.id: one.of or None for one in taken})
    events = list(models.Event.objects.filter(kind="incident", subject=incident.id).order_by("number"))
    left = {(event.at, event.author): event for event in events}
    for one in taken:
        event = left.pop((one.at, one.author.id), None)
        form = None
        if one.id not in gone and _may(request, incident, one):
            form = ReasonForm(labels.language, prefix="undo", auto_id=f"{one.id}-%s")
        yield _line(
            review.masked(one, hidden), _differences(event, labels, hidden), labels, gone=one.id in gone, undo=form
        )
    yield from (_event(event, labels, hidden) for event in left.values())


def _line(one: Decision, fields: Iterable[Field], labels: Labels, *, gone: bool, undo: forms.Form | None) -> Line:
    sentence = _sentence(one.author.id, f"did_{one.verb.value}", labels)
    names = " → ".join(filter(None, (one.incident, one.into))) if one.into else one.of
    return Line(one.at, f"{sentence} {names}".strip(), one.reason, tuple(fields), one.id, gone, undo)


def _event(event: Any, labels: Labels, hidden: Sequence[Secret]) -> Line:  # noqa: ANN401  (a row)
    sentence = _sentence(event.author, "did_change" if event.before else "did_add", labels)
    reason, fields = review.mask_data(event.reason, hidden), tuple(_differences(event, labels, hidden))
    return Line(event.at, sentence, reason, fields, "", gone=False, undo=None)


def _sentence(author: str, key: str, labels: Labels) -> str:
    return f"{author}: {words(labels.language)[key]}"


def _differences(event: Any, labels: Labels, hidden: Sequence[Secret]) -> Iterator[Field]:  # noqa: ANN401  (a row)
    """The fields that an event changed, before and after; nothing where it only began."""
    before, after = (_incident(text) for text in (event.before, event.after)) if event else (None, None)
    if before and after:
        sides = (review.masked(review.mask(one, review.View(Tier.INTERNAL)), hidden) for one in (before, after))
        yield from (one for one in told.fields(labels, *sides) if one.differs)


def _incident(text: str) -> Incident | None:
    """The incident that an event recorded, without its codings, which it names by their digest only."""
    data = json.loads(text) if text else None
    if data is None:
        return None
    data.pop("codings", None)
    try:
        return from_data(data, Incident)
    except KuzetError:
        return None  # written by another version; the row of the event stands all the same


def _may(request: HttpRequest, incident: Incident, one: Decision) -> bool:
    """Whether whoever asks may take a decision back: of what is published, only an editor."""
    role: Role | None = request.role
    counted = incident.status in COUNTED
    least = Role.EDITOR if counted or one.verb in GUARDED else Role.ANALYST
    return role is not None and role.includes(least)
