"""One incident: its codes with the words that they rest on, its sources, its case, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.basis.incident import Case, Incident, Verb
from kuzet.basis.tiers import Tier
from kuzet.observatory import review
from kuzet.observatory.review import Need, Step
from kuzet.observatory.review.masking import Secret
from kuzet.web.desk import blind, sources
from kuzet.web.desk.form import ReasonForm
from kuzet.web.desk.incidents import told
from kuzet.web.desk.incidents.pairs import pairs
from kuzet.web.desk.incidents.pairs import told as in_words
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import changes, guarding, models, store
from kuzet.web.registry.events import By
from kuzet.web.registry.roles import Role


@dataclass(frozen=True, slots=True)
class Held:
    """An incident as it stands, the version that is, and where its id leads."""

    incident: Incident
    version: int

    @property
    def shown(self) -> Incident:
        """The incident as pages show it: what is protected is looked at one by one, with a reason."""
        return review.mask(self.incident, review.View(Tier.INTERNAL))

    @property
    def guarded(self) -> bool:
        """Whether a field of it is closed to most who come to the desk."""
        return bool(self.incident.tiers)

    @property
    def coder(self) -> str:
        """Who coded it last, '' for a placeholder."""
        return self.incident.codings[0].coder.id if self.incident.codings else ""

    @property
    def leads(self) -> str:
        """The id that stands for a retired one, '' for one that stands itself."""
        into = changes.resolve(self.incident.id)
        return into if into != self.incident.id else ""


class Offer(NamedTuple):
    """A step that can be taken now, with the form that asks for its reason; `why_not` tells what stands in the way."""

    verb: str
    label: str
    form: ReasonForm
    why_not: str = ""


def find(ident: str) -> Held:
    """The incident with this id; raises `Http404`."""
    incident = store.find(Incident, ident)
    if incident is None:
        raise Http404(ident)
    return Held(incident, changes.current_version(Incident, ident))


def show(request: HttpRequest, ident: str) -> HttpResponse:
    """The page of one incident; a coder who has to code it blindly comes to that page."""
    return redirect("second_code", ident) if blind.awaits(request, ident) else page(request, find(ident))


def page(request: HttpRequest, held: Held, given: Mapping[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """The page with its steps; `given` are forms that were sent and cannot be done, by verb, and the `problem`."""
    given, labels = dict(given or {}), Labels(language_of(request))
    incident, hidden = held.shown, review.secrets(held.incident, Tier.INTERNAL)
    shown = {
        "held": held,
        "citations": cited(incident, labels.language),
        "title": incident.title.best(labels.language),
        "status": labels.of("statuses", incident.status),
        "fields": list(told.fields(labels, incident)),
        "answers": list(labels.proposed(incident.codings[0])) if incident.codings else [],
        "case": _case(incident, labels, hidden),
        "steps": list(steps(request, held, given)),
        "open": set(given) - {"problem"},
        "pairs": [
            pair._replace(link=in_words(review.masked(pair.link, hidden), labels.language)) for pair in pairs(incident)
        ],
        "problem": given.get("problem", ""),
    }
    return render(request, "desk/incident.html", shown, status=status)


def cited(incident: Incident, language: str) -> list[dict[str, Any]]:
    """The citations as pages show them: the source by its name, and what stands for a title."""
    named = sources.names((one.source for one in incident.citations), language)
    return [
        {
            **{name: getattr(one, name) for name in ("document", "passage", "published", "url", "sha256")},
            "source": named.get(one.source, ""),
            "headline": sources.headline(one.title, named.get(one.source, ""), one.published, language),
        }
        for one in incident.citations
    ]


def steps(request: HttpRequest, held: Held, given: Mapping[str, Any]) -> Iterator[Offer]:
    """What whoever asks may do with the incident now, in the order of the ladder."""
    language, name = language_of(request), request.user.get_username()
    said = words(language)
    for step in review.steps(held.incident.status):
        if step.verb is not Verb.ACCEPT and may(request, step) and not shut(request, held, step):
            own = Need.SECOND_PERSON in step.needs and held.coder == name
            form = given.get(step.verb.value) or ReasonForm(language, prefix=step.verb.value)
            yield Offer(step.verb.value, said[f"do_{step.verb.value}"], form, said["own_coding"] if own else "")


def may(request: HttpRequest, step: Step) -> bool:
    """Whether the role of whoever asks is enough for a step."""
    role: Role | None = request.role
    return role is not None and role.includes(Role(step.role))


def shut(request: HttpRequest, held: Held, step: Step) -> bool:
    """Whether a step would show whoever asks what is closed to them: only editors code what is protected."""
    shows = step.verb in (Verb.CORRECT, Verb.SPLIT)
    return shows and held.guarded and not (request.role is not None and request.role.includes(Role.EDITOR))


def opened(request: HttpRequest, held: Held) -> None:
    """Note that the form, which shows all, was opened on an incident with closed fields."""
    name = request.user.get_username()
    for raised in held.incident.tiers:
        guarding.reveal(held.incident, raised, By(name, datetime.now(UTC), "opened the coding form"))


def _case(incident: Incident, labels: Labels, hidden: Sequence[Secret]) -> dict[str, Any] | None:
    found = store.find(Case, incident.case) if incident.case else None
    if found is None:
        return None
    found = review.masked(found, hidden)
    lines = [(one.date, labels.of("step_kinds", one.kind), one.text.best(labels.language)) for one in found.steps]
    others = models.Incident.objects.filter(ident__in=found.incidents).exclude(ident=incident.id)
    return {
        "title": found.title.best(labels.language),
        "steps": lines,
        "others": list(others.values_list("ident", flat=True)),
    }
