"""What whoever asks sees of an incident: what is protected is shown to nobody by default, whatever their role."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.basis.incident import Incident
from kuzet.basis.tiers import Tier
from kuzet.basis.word import Word
from kuzet.observatory.review import View, mask, masked, secrets
from kuzet.web.registry import guarding
from kuzet.web.registry.events import By
from kuzet.web.registry.roles import Role, about

W = TypeVar("W", bound=Word)

REFUSED = 403


def tier(request: HttpRequest) -> Tier:
    """The tier that whoever asks sees without giving a reason: never more than internal."""
    sees = Tier(about()[request.role].sees) if request.role else Tier.PUBLIC
    return Tier.INTERNAL if sees.reaches(Tier.INTERNAL) else Tier.PUBLIC


def seen(request: HttpRequest, incident: Incident) -> Incident:
    """The incident as it is shown to whoever asks."""
    sees = tier(request)
    return mask(incident, View(sees, {} if sees is Tier.INTERNAL else guarding.numbers()))


def beside(request: HttpRequest, incident: Incident, word: W) -> W:
    """Another word that is shown with an incident, without the names that are hidden in it."""
    return masked(word, secrets(incident, tier(request)))


def shut(request: HttpRequest, incident: Incident, reason: str) -> HttpResponse | None:
    """The refusal to open a form that holds a protected name; None for an editor, whose look is written down."""
    if not secrets(incident, Tier.INTERNAL):
        return None
    if request.role is None or not request.role.includes(Role.EDITOR):
        return render(request, "desk/refused.html", status=REFUSED)
    if request.method != "POST":
        by = By(request.user.get_username(), datetime.now(UTC), reason)
        for raised in incident.tiers:
            guarding.reveal(incident, raised, by)
    return None
