"""Accept a candidate as a new incident."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from msgspec.structs import replace

from kuzet.basis.incident import Decision, Verb
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.candidates.verbs import decided, decision
from kuzet.web.desk.form import CodingForm
from kuzet.web.desk.wording.languages import language_of
from kuzet.web.registry import deciding


def accept(request: HttpRequest, ident: str) -> HttpResponse:
    """Code it as the form says and give it the next id; or only show the form with a row more or less."""
    case = candidates.find(ident)

    def make(form: CodingForm) -> tuple[Decision, int]:
        coding = form.coding(ident, request.user.get_username(), datetime.now(UTC))
        incident = deciding.next_ident(candidates.country().profile.code, form.year)
        told = {"title": form.title, "summary": form.summary, "coding": replace(coding, subject=incident)}
        return decision(request, case, Verb.ACCEPT, form.reason, incident=incident, **told), 0

    form = CodingForm(candidates.asked(language_of(request), case), case.coding, request.POST)
    if form.acted:
        return candidates.page(request, case, {"accept": form})
    return decided(request, case, "accept", form, make)
