"""What all verbs on an incident share: the decision is taken, or the page comes back with what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kuzet.basis.coding import Coder
from kuzet.basis.errors import KuzetError
from kuzet.basis.incident import Decision, Verb
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.candidates.verbs import TAKEN
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import deciding
from kuzet.web.registry.events import By

Refuse = Callable[[str, int], HttpResponse]
"""From what stands in the way, and the status of the answer, to the page that tells it."""


def decision(request: HttpRequest, verb: Verb, reason: str, /, **more: Any) -> Decision:  # noqa: ANN401
    """A decision of whoever is logged in, now."""
    author = Coder(id=request.user.get_username())
    return Decision(id=f"D-{uuid4().hex[:12]}", at=datetime.now(UTC), author=author, verb=verb, reason=reason, **more)


def take(
    request: HttpRequest, made: Decision, versions: tuple[int, int], refuse: Refuse, back: str = ""
) -> HttpResponse:
    """Take the decision on these versions of its incident and of the one it is merged into.

    Then go to the incident (`back`, or the one that the decision is on). `refuse` shows what stands in the way; then
    nothing is written.
    """
    told = words(language_of(request))
    by = By(request.user.get_username(), made.at, made.reason)
    try:
        deciding.decide(made, candidates.country().profile.code, by, *versions)
    except KuzetError as error:
        return refuse(refusals.told(error, language_of(request)), TAKEN)
    messages.success(request, f"{told[f'done_{made.verb.value}']} {made.incident}".strip())
    return redirect("incident", back or made.into or made.incident)
