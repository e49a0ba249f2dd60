"""Say that a candidate reports no incident of ours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from kuzet.basis.incident import Decision, Verb
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.candidates.verbs import decided, decision
from kuzet.web.desk.form import ReasonForm
from kuzet.web.desk.wording.languages import language_of


def reject(request: HttpRequest, ident: str) -> HttpResponse:
    """Take it out of the queue, with a reason."""
    case = candidates.find(ident)

    def make(form: ReasonForm) -> tuple[Decision, int]:
        return decision(request, case, Verb.REJECT, form.cleaned_data["reason"]), 0

    form = ReasonForm(language_of(request), request.POST, prefix="reject")
    return decided(request, case, "reject", form, make)
