"""What of an incident is protected: raised to another tier, looked at with a reason, and notes that are sealed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.basis.errors import KuzetError
from kuzet.basis.incident import Incident, Verb
from kuzet.basis.names import Name
from kuzet.basis.tiers import Raised, Tier
from kuzet.web.desk.candidates.verbs import TAKEN, UNFIT
from kuzet.web.desk.form.simple import ReasonForm
from kuzet.web.desk.incidents import page
from kuzet.web.desk.incidents.acts import decision, take
from kuzet.web.desk.incidents.page import Held
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import changes, guarding
from kuzet.web.registry.events import By


class TierForm(ReasonForm):
    """A field and the tier that it gets."""

    path = forms.ChoiceField()
    tier = forms.ChoiceField()
    field_order = ("path", "tier", "reason")

    def __init__(self, labels: Labels, incident: Incident, *given: Any) -> None:  # noqa: ANN401  (Django's form)
        super().__init__(labels.language, *given, auto_id="tier-%s")
        self.fields["path"].choices = list(choices(incident, labels))
        self.fields["tier"].choices = labels.choices("tiers")


class Closed(NamedTuple):
    """A field with a tier of its own: where it stands, its tier in words, and the form that asks for a reason."""

    path: str
    tier: str
    form: ReasonForm


def show(request: HttpRequest, ident: str) -> HttpResponse:
    """The protected fields of an incident, without what stands in them."""
    return _page(request, page.find(ident), {})


def protect(request: HttpRequest, ident: str) -> HttpResponse:
    """Give a field another tier, by a decision."""
    held, labels = page.find(ident), Labels(language_of(request))
    form = TierForm(labels, held.incident, request.POST)
    if not form.is_valid():
        return _page(request, held, {"form": form}, UNFIT)
    given = form.cleaned_data
    raised = (Raised(path=given["path"], tier=Tier(given["tier"])),)
    made = decision(request, Verb.PROTECT, given["reason"], incident=ident, tiers=raised)

    def refuse(problem: str, status: int) -> HttpResponse:
        return _page(request, held, {"form": form, "problem": problem}, status)

    return take(request, made, (held.version, 0), refuse)


def reveal(request: HttpRequest, ident: str) -> HttpResponse:
    """Show what stands in a protected field or a sealed note, once; who looked and why is written first."""
    held, path = page.find(ident), request.POST.get("path", "")
    raised = next((one for one in held.incident.tiers if one.path == path), None)
    if raised is None or (raised.tier is Tier.SEALED and not _opens(request)):
        return _page(request, held, {"problem": words(language_of(request))["refused_why"]}, TAKEN)
    try:
        found = guarding.reveal(held.incident, raised, _by(request))
    except KuzetError:
        return _page(request, held, {"problem": words(language_of(request))["needed"]}, UNFIT)
    told = found.best(language_of(request)) if isinstance(found, Name) else str(found)
    return _page(request, held, {"revealed": path, "value": told})


def seal(request: HttpRequest, ident: str) -> HttpResponse:
    """Keep a sealed note on the incident."""
    held, text = page.find(ident), request.POST.get("note", "")
    if not text.strip() or not _reason(request):
        return _page(request, held, {"problem": words(language_of(request))["needed"]}, UNFIT)
    guarding.seal(held.incident.id, text, _by(request))
    return redirect("protected", ident)


def unseal(request: HttpRequest, ident: str) -> HttpResponse:
    """Open a sealed note, once; who opened it and why is written first."""
    held = page.find(ident)
    note = next((one for one in guarding.notes(ident) if one.id == request.POST.get("path")), None)
    if note is None or not _reason(request):
        return _page(request, held, {"problem": words(language_of(request))["needed"]}, UNFIT)
    try:
        return _page(request, held, {"revealed": note.id, "value": guarding.open_note(note, _by(request))})
    except KuzetError as error:
        return _page(request, held, {"problem": refusals.told(error, language_of(request))}, TAKEN)


def choices(incident: Incident, labels: Labels) -> Iterator[tuple[str, str]]:
    """The fields that can have another tier, with what they are in words; protected names are not told here."""
    told = words(labels.language)
    for at, target in enumerate(incident.targets):
        kind = labels.of("target_kinds", target.kind)
        yield f"targets.{at}.name", f"{told['protect_name']}: {at + 1}. {kind}"
        if target.affiliation:
            yield f"targets.{at}.affiliation", f"{told['protect_affiliation']}: {at + 1}. {kind}"
    for at, one in enumerate(incident.perpetrators):
        if one.name:
            yield f"perpetrators.{at}.name", f"{told['protect_name']}: {labels.of('perpetrator_classes', one.klass)}"
    for at, citation in enumerate(incident.citations):
        yield f"citations.{at}", f"{told['protect_source']}: {citation.document}"
    yield "note", told["protect_note"]


def _page(request: HttpRequest, held: Held, given: dict[str, Any], status: int = 200) -> HttpResponse:
    labels = Labels(language_of(request))
    incident = held.incident
    shown = {
        "held": held,
        "title": held.shown.title.best(labels.language),
        "closed": [_closed(one, incident, labels) for one in incident.tiers],
        "notes": list(guarding.notes(incident.id)),
        "opens": _opens(request),
        "reveals": list(guarding.reveals(incident.id)),
        "form": TierForm(labels, incident) if changes.resolve(incident.id) == incident.id else None,
    }
    answer = render(request, "desk/protected.html", shown | given, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def _closed(raised: Raised, incident: Incident, labels: Labels) -> Closed:
    label = dict(choices(incident, labels)).get(raised.path, raised.path)
    form = ReasonForm(labels.language, auto_id=f"{raised.path}-%s")
    return Closed(raised.path, f"{label} · {labels.of('tiers', raised.tier.value)}", form)


def _opens(request: HttpRequest) -> bool:
    """Whether whoever asks may open what is sealed: those who may ask the route that opens notes."""
    from kuzet.web.access.policy import open_to, policy

    return "unseal" in open_to(request.role, policy())


def _reason(request: HttpRequest) -> str:
    return str(request.POST.get("reason", "")).strip()


def _by(request: HttpRequest) -> By:
    return By(request.user.get_username(), datetime.now(UTC), _reason(request))
