"""Add a candidate to an incident that is there, as another report of it: its sources grow, its codes stay."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from kuzet.basis.incident import Decision, Incident, Verb
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.candidates.verbs import decided, decision
from kuzet.web.desk.form import AttachForm
from kuzet.web.desk.wording.languages import language_of
from kuzet.web.registry import changes, store


def attach(request: HttpRequest, ident: str) -> HttpResponse:
    """Take the codes, title and summary of the incident's latest decision over, and name the new passage."""
    case = candidates.find(ident)

    def make(form: AttachForm) -> tuple[Decision, int]:
        incident = changes.resolve(form.cleaned_data["incident"].strip())
        version = changes.current_version(Incident, incident)
        latest = store.get(Decision, store.get(Incident, incident).decisions[-1])
        told = {"coding": latest.coding, "title": latest.title, "summary": latest.summary, "case": latest.case}
        return decision(request, case, Verb.ACCEPT, form.cleaned_data["reason"], incident=incident, **told), version

    form = AttachForm(language_of(request), request.POST, prefix="attach")
    return decided(request, case, "attach", form, make)
