"""Erase an incident because a law requires it: what goes is shown first, and a tombstone stays."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.basis.errors import KuzetError
from kuzet.web.desk.candidates.verbs import TAKEN, UNFIT
from kuzet.web.desk.form.simple import Told
from kuzet.web.desk.incidents import page
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import removing
from kuzet.web.registry.events import By


class RemoveForm(Told):
    """The law or order, the id once more, and whether the documents go too."""

    ground = forms.CharField(max_length=300)
    documents = forms.BooleanField(required=False)
    typed = forms.CharField(max_length=40)

    def __init__(self, language: str, ident: str, *given: Any, **more: Any) -> None:  # noqa: ANN401  (Django's form)
        super().__init__(language, *given, **more)
        self.ident = ident

    def label(self, name: str, told: Any) -> str:  # noqa: ANN401
        """The words are those of a removal."""
        return str(told[f"remove_{name}"])

    def clean_typed(self) -> str:
        """The id, which nobody types by mistake."""
        typed = str(self.cleaned_data["typed"]).strip()
        if typed != self.ident:
            raise forms.ValidationError(self.fields["typed"].error_messages["required"])
        return typed


def remove(request: HttpRequest, ident: str) -> HttpResponse:
    """Show what would go; sent, erase it."""
    held, language = page.find(ident), language_of(request)
    form = RemoveForm(language, ident, request.POST if request.method == "POST" else None, prefix="remove")
    if request.method != "POST" or not form.is_valid():
        return _page(request, held, form, status=UNFIT if request.method == "POST" else 200)
    given, name = form.cleaned_data, request.user.get_username()
    by = By(name, datetime.now(UTC), given["ground"])
    try:
        removing.remove(ident, given["ground"], by, documents=given["documents"])
    except KuzetError as error:
        return _page(request, held, form, refusals.told(error, language), TAKEN)
    messages.success(request, f"{words(language)['was_removed']} {ident}")
    return redirect("incidents")


def _page(
    request: HttpRequest, held: page.Held, form: RemoveForm, problem: str = "", status: int = 200
) -> HttpResponse:
    ident, language = held.incident.id, language_of(request)
    said, found = words(language), removing.plan(ident, documents=True)
    given = {
        "held": held,
        "title": held.shown.title.best(language),
        "form": form,
        "problem": problem,
        "tied": sorted(found.of_incidents - {ident}),
        "counts": [(said[f"kind_{kind}"], count) for kind, count in found.counts.items() if f"kind_{kind}" in said],
    }
    return render(request, "desk/remove.html", given, status=status)
