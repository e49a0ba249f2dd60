"""Blind second coding: an editor draws a sample; another coder reads the words alone and codes with the same form."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final, NamedTuple
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from kuzet.basis.document import Document
from kuzet.basis.errors import KuzetError
from kuzet.basis.incident import Incident
from kuzet.observatory.review import agreement_plan
from kuzet.observatory.review.sheets.rows import KEPT
from kuzet.web.desk.blind import owed
from kuzet.web.desk.candidates.candidate import Piece, country, lists
from kuzet.web.desk.candidates.verbs import UNFIT
from kuzet.web.desk.form import Asked, CodingForm
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import changes, models, store
from kuzet.web.registry.events import By
from kuzet.web.registry.words import Sampling

PREFIX: Final = "second"
SHOWN: Final = 200
"""Incidents of one's own that the list shows."""


class Text(NamedTuple):
    """A document that is read for a second coding, cut where the words that the incident rests on begin and end."""

    document: Document
    pieces: list[Piece]


def show(request: HttpRequest) -> HttpResponse:
    """What the samples leave whoever asks to code, and the samples that were drawn."""
    return _page(request)


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    mine = owed(request.user.get_username())
    given = {
        "mine": mine[:SHOWN],
        "count": len(mine),
        "samples": list(reversed(list(store.load(Sampling)))),
        "problem": problem,
    }
    return render(request, "desk/second.html", given, status=UNFIT if problem else 200)


def plan(request: HttpRequest) -> HttpResponse:
    """Draw a sample: so many of each language and year, or a share of them."""
    now, name = datetime.now(UTC), request.user.get_username()
    size, seed = request.POST.get("size", "").strip(), request.POST.get("seed", "").strip()
    try:
        asked = agreement_plan.Plan(size=size, seed=seed or f"{now.year}")
    except KuzetError as error:
        return _page(request, refusals.told(error, language_of(request)))
    coded = models.Incident.objects.filter(codings__isnull=False, guarded=False).distinct()
    fit = {one.id: one for one in store.load(Incident, coded) if agreement_plan.is_open(one, "")}
    drawn = agreement_plan.sample(asked, ((ident, agreement_plan.group(one)) for ident, one in fit.items()))
    if not drawn:
        return _page(request, words(language_of(request))["second_nothing"])
    made = Sampling(id=f"P-{uuid4().hex[:12]}", at=now, author=name, size=size, seed=asked.seed, drawn=drawn)
    changes.put(made, By(name, now, f"second coding of {size}, seed {asked.seed}"))
    messages.success(request, f"{words(language_of(request))['second_drawn']} {len(drawn)} / {len(fit)}")
    return redirect("second")


def code(request: HttpRequest, ident: str) -> HttpResponse:
    """The words of an incident and an empty form; sent, it is a coding that never changes."""
    name = request.user.get_username()
    if ident not in owed(name):
        raise Http404(ident)
    incident = store.get(Incident, ident)
    texts = _texts(incident)
    asked = Asked(Labels(language_of(request)), country(), tuple(one.document for one in texts), complete=False)
    form = CodingForm(asked, None, request.POST if request.method == "POST" else None, texts=None, prefix=PREFIX)
    if request.method != "POST" or not form.is_valid():
        status = UNFIT if request.method == "POST" and not form.acted else 200
        return _form(request, incident, (form, texts), status=status)
    made = form.coding(ident, name, datetime.now(UTC))
    if not made.methods:
        return _form(request, incident, (form, texts), words(language_of(request))["second_method"], UNFIT)
    changes.put(made, By(name, datetime.now(UTC), "second coding"))
    messages.success(request, f"{words(language_of(request))['second_done']} {ident}")
    left = owed(name)
    return redirect("second_code", left[0]) if left else redirect("second")


def _form(
    request: HttpRequest, incident: Incident, given: tuple[CodingForm, list[Text]], problem: str = "", status: int = 200
) -> HttpResponse:
    form, texts = given
    links = [one.url for one in incident.citations if one.url]
    shown: dict[str, Any] = {"ident": incident.id, "form": form, "texts": texts, "links": links, "problem": problem}
    return render(request, "desk/second_code.html", shown | lists(language_of(request)), status=status)


def _texts(incident: Incident) -> list[Text]:
    """The documents that an incident rests on; the row of a register is none, since it tells the codes."""
    rested = {one.document: one.passage for one in incident.citations if not one.document.startswith(KEPT)}
    found = store.load_where(Document, "ident", rested)
    return [Text(one, _cut(one.text, rested[one.id])) for one in found]


def _cut(text: str, passage: str) -> list[Piece]:
    before, found, after = text.partition(passage) if passage else (text, "", "")
    return [Piece(before, marked=False), Piece(found, marked=True), Piece(after, marked=False)]


urlpatterns = [
    path("second", show, name="second"),
    path("second/plan", plan, name="second_plan"),
    path("second/<str:ident>", code, name="second_code"),
]
