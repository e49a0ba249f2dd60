"""What all verbs on a candidate share: the decision is taken, or the page comes back with what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kuzet.basis.coding import Coder
from kuzet.basis.errors import KuzetError
from kuzet.basis.incident import Decision, Verb
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.candidates.candidate import Case
from kuzet.web.desk.candidates.onward import onward
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import deciding
from kuzet.web.registry.events import By

UNFIT: Final = 422
TAKEN: Final = 409

Make = Callable[[Any], tuple[Decision, int]]
"""From a valid form to the decision, and the version of the incident that it is made on."""


def decided(request: HttpRequest, case: Case, name: str, form: forms.Form, make: Make) -> HttpResponse:
    """Take the decision that `make` makes of the form; nothing is written where the form or a rule says no."""
    told = words(language_of(request))
    if case.state == "open" and not form.is_valid():
        return candidates.page(request, case, {name: form}, UNFIT)
    try:
        with deciding.alone():
            if candidates.find(case.candidate.id).state != "open":
                return candidates.page(request, case, {name: form, "problem": told["decided"]}, TAKEN)
            decision, version = make(form)
            by = By(request.user.get_username(), decision.at, decision.reason)
            deciding.decide(decision, candidates.country().profile.code, by, version)
    except KuzetError as error:
        return candidates.page(
            request, case, {name: form, "problem": refusals.told(error, language_of(request))}, TAKEN
        )
    messages.success(request, f"{told[f'was_{name}ed']} {decision.incident}".strip())
    return onward(request, case.candidate.id)


def decision(request: HttpRequest, case: Case, verb: Verb, reason: str, /, **more: Any) -> Decision:  # noqa: ANN401
    """A decision of whoever is logged in, now, on the candidate's words and those of its near-copies, where asked."""
    return Decision(
        id=f"D-{uuid4().hex[:12]}",
        at=datetime.now(UTC),
        author=Coder(id=request.user.get_username()),
        verb=verb,
        reason=reason,
        passages=candidates.passages(case, copies=request.POST.get("copies") == "on"),
        **more,
    )
