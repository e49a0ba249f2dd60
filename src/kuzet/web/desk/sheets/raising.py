"""One import: another person confirms its incidents together, an editor publishes them, and both can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.observatory.review import Step
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.sheets.registers import LISTED, UNFIT
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import models, store
from kuzet.web.registry.events import By
from kuzet.web.registry.roles import Role
from kuzet.web.registry.words import Import
from kuzet.web.sheets import raising


class Offer(NamedTuple):
    """A step: how many incidents can take it, how many have taken it together, and whether whoever asks may."""

    verb: str
    label: str
    ready: int
    taken: int
    may: bool


def show(request: HttpRequest, ident: str) -> HttpResponse:
    """The page; sent, the step is taken by all incidents of the import, or taken back."""
    if not models.Import.objects.filter(ident=ident).exists():
        raise Http404(ident)
    return _sent(request, ident) if request.method == "POST" else _page(request, ident)


def _page(request: HttpRequest, ident: str, problems: tuple[str, ...] = ()) -> HttpResponse:
    offers = [_offer(request, ident, step) for step in raising.STEPS]
    given: dict[str, Any] = {"record": store.get(Import, ident), "offers": offers, "problems": problems}
    return render(request, "desk/sheet_raise.html", given, status=UNFIT if problems else 200)


def _offer(request: HttpRequest, ident: str, step: Step) -> Offer:
    label = words(language_of(request))[f"do_{step.verb.value}"]
    taken = len(raising.raised(ident, step))
    return Offer(step.verb.value, label, raising.ready(ident, step).count(), taken, _may(request, step))


def _may(request: HttpRequest, step: Step) -> bool:
    role: Role = request.role
    return role.includes(Role(step.role))


def _sent(request: HttpRequest, ident: str) -> HttpResponse:
    told, language = words(language_of(request)), language_of(request)
    act, _, verb = request.POST.get("do", "").partition(" ")
    step, reason = raising.step_of(verb), request.POST.get("reason", "").strip()
    if step is None or not _may(request, step):
        return _page(request, ident, (told["refused_why"],))
    if not reason:
        return _page(request, ident, (told["reason_needed"],))
    by = By(request.user.get_username(), datetime.now(UTC), reason)
    work = raising.lower_all if act == "lower" else raising.raise_all
    made = work(ident, step, candidates.country().profile.code, by)
    messages.success(
        request, f"{told[f'do_{verb}']}: {told['sheet_lowered' if act == 'lower' else 'sheet_raised']} {made.count}"
    )
    if made.refused:
        problems = [f"{one}: {refusals.told(error, language)}" for one, error in made.refused[:LISTED]]
        return _page(request, ident, tuple(problems))
    return redirect("sheet_raise", ident)
