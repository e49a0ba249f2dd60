"""Accept a candidate as a new incident."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from msgspec.structs import replace

from kuzet.basis import codebook
from kuzet.basis.coding import Coder, Coding
from kuzet.basis.incident import Decision, Verb
from kuzet.basis.names import Name
from kuzet.web.desk import candidate as candidates
from kuzet.web.desk.form import CodingForm, coded
from kuzet.web.desk.languages import language_of
from kuzet.web.desk.verbs import decided, decision
from kuzet.web.registry import deciding


def accept(request: HttpRequest, ident: str) -> HttpResponse:
    """Code it as the form says and give it the next id."""
    case, language, country = candidates.find(ident), language_of(request), candidates.country()

    def make(form: CodingForm) -> tuple[Decision, int]:
        given = form.cleaned_data
        incident = deciding.next_ident(country.profile.code, given["date"].year)
        name = request.user.get_username()
        machine = case.coding or Coding(subject=ident, coder=Coder(id=name), codebook=codebook.CURRENT)
        coding = coded(form, replace(machine, subject=incident), country, name, datetime.now(UTC))
        texts = {text: Name.of(language, given[text]) for text in ("title", "summary")}
        made = decision(request, case, Verb.ACCEPT, given["reason"], incident=incident, coding=coding, **texts)
        return made, 0

    form = CodingForm(language, country, request.POST, prefix="accept")
    return decided(request, case, "accept", form, make)
