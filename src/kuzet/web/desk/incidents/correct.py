"""Code an incident anew; what somebody else changed meanwhile is joined, or shown beside, and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.basis.coding import Coding
from kuzet.basis.document import Document
from kuzet.basis.incident import Decision, Incident, Verb
from kuzet.observatory import review
from kuzet.web.desk.candidates.candidate import country, lists
from kuzet.web.desk.candidates.verbs import TAKEN, UNFIT
from kuzet.web.desk.form import Asked, CodingForm, Texts
from kuzet.web.desk.incidents import page
from kuzet.web.desk.incidents.acts import decision, take
from kuzet.web.desk.incidents.moves import looked_at
from kuzet.web.desk.incidents.page import Held
from kuzet.web.desk.incidents.versions import Said, at_version, chosen, joined, three
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import store

PREFIX = "correct"


def correct(request: HttpRequest, ident: str) -> HttpResponse:
    """The form with the codes in force; sent, the decision on the version that it was made of."""
    held = page.find(ident)
    step = review.step(held.incident.status, Verb.CORRECT)
    if step is None or not held.incident.codings or not page.may(request, step) or page.shut(request, held, step):
        return page.page(request, held, {"problem": words(language_of(request))["not_now"]}, TAKEN)
    if request.method != "POST":
        page.opened(request, held)
        return _form(request, held, _coding_form(request, held.incident, None))
    base = at_version(held, looked_at(request, held.version))
    form = _coding_form(request, base, request.POST)
    if not form.is_valid():
        return _form(request, held, form, status=200 if form.acted else UNFIT)
    return _decide(request, held, base, form)


def _decide(request: HttpRequest, held: Held, base: Incident, form: CodingForm) -> HttpResponse:
    """Take the decision where nobody was faster, or what both changed can be joined or was chosen."""
    name, at = request.user.get_username(), datetime.now(UTC)
    mine = Said(form.coding(held.incident.id, name, at), form.title, form.summary)
    theirs = Said.of(held.incident)
    found = three(Said.of(base), mine, theirs)
    picks = {one.name: request.POST.get(f"choose-{one.name}", "") for one in found if one.clash}
    if not all(pick in ("mine", "theirs") for pick in picks.values()):
        return _choose(request, held, Said.of(base), mine)
    told = joined(mine, theirs, found, chosen(picks))

    def refuse(problem: str, status: int) -> HttpResponse:
        return _form(request, page.find(held.incident.id), form, problem, status)

    return take(request, _made(request, held, told, form.reason), (held.version, 0), refuse)


def _made(request: HttpRequest, held: Held, told: Said, reason: str) -> Decision:
    names: dict[str, Any] = {"title": told.title, "summary": told.summary, "case": held.incident.case}
    return decision(request, Verb.CORRECT, reason, incident=held.incident.id, coding=told.coding, **names)


def _coding_form(request: HttpRequest, incident: Incident, data: Any) -> CodingForm:  # noqa: ANN401
    documents = tuple(store.load_where(Document, "ident", (one.document for one in incident.citations)))
    asked = Asked(Labels(language_of(request)), country(), documents)
    base: Coding | None = incident.codings[0] if incident.codings else None
    return CodingForm(asked, base, data, texts=Texts(incident.title, incident.summary), prefix=PREFIX)


def _form(request: HttpRequest, held: Held, form: CodingForm, problem: str = "", status: int = 200) -> HttpResponse:
    given = {
        "held": held,
        "version": looked_at(request, held.version),
        "title": held.shown.title.best(language_of(request)),
        "form": form,
        "problem": problem,
    }
    return render(request, "desk/correct.html", given | lists(language_of(request)), status=status)


def _choose(request: HttpRequest, held: Held, base: Said, mine: Said) -> HttpResponse:
    """The page that shows the three versions, and keeps all that was sent."""
    labels = Labels(language_of(request))
    given = {
        "held": held,
        "title": held.shown.title.best(labels.language),
        "other": held.coder,
        "fields": [one for one in three(base, mine, Said.of(held.incident), labels) if one.changed],
        "sent": [(name, value) for name in request.POST for value in request.POST.getlist(name) if _kept(name)],
    }
    return render(request, "desk/conflict.html", given, status=TAKEN)


def _kept(name: str) -> bool:
    return name not in ("csrfmiddlewaretoken", "do") and not name.startswith("choose-")
