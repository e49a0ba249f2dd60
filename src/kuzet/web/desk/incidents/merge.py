"""Two incidents side by side, to say that they are one: the id of one is retired and leads to the other."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.basis.incident import Incident, Verb
from kuzet.observatory import review
from kuzet.web.desk.candidates.verbs import TAKEN, UNFIT
from kuzet.web.desk.form import ReasonForm
from kuzet.web.desk.form.simple import Told
from kuzet.web.desk.incidents import page, told
from kuzet.web.desk.incidents.acts import decision, take
from kuzet.web.desk.incidents.moves import looked_at
from kuzet.web.desk.incidents.page import Held
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import changes, store


class OtherForm(Told):
    """Which incident is looked at beside this one."""

    other = forms.CharField(max_length=40)


class MergeForm(ReasonForm):
    """Which of the two stays, and why."""

    keep = forms.ChoiceField(widget=forms.RadioSelect)
    field_order = ("keep", "reason")

    def __init__(self, language: str, idents: tuple[str, str], *given: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(language, *given, **more)
        self.fields["keep"].choices = [(one, one) for one in idents]


def merge(request: HttpRequest, ident: str) -> HttpResponse:
    """Ask for the other id, show both, and merge them; the undo stands in the history of both."""
    held, language = page.find(ident), language_of(request)
    typed = request.POST.get("other") or request.GET.get("other", "")
    other = _other(held, typed.strip())
    if other is None:
        ask = OtherForm(language, {"other": typed} if typed else None, auto_id="merge-%s")
        if typed and ask.is_valid():
            ask.add_error("other", words(language)["no_such_incident"])
        return _page(request, held, None, {"ask": ask}, UNFIT if typed else 200)
    form = MergeForm(language, (held.incident.id, other.incident.id), request.POST or None, prefix="merge")
    if not form.is_valid():
        return _page(request, held, other, {"form": form}, UNFIT if request.POST else 200)
    return _merge(request, held, other, form)


def _merge(request: HttpRequest, held: Held, other: Held, form: MergeForm) -> HttpResponse:
    keeps = form.cleaned_data["keep"] == held.incident.id
    (kept, kept_at), (gone, gone_at) = ((held, "version"), (other, "other_version"))[:: 1 if keeps else -1]

    def refuse(problem: str, status: int) -> HttpResponse:
        return _page(request, held, other, {"form": form, "problem": problem}, status)

    step = review.step(gone.incident.status, Verb.MERGE)
    if step is not None and not page.may(request, step):
        return refuse(words(language_of(request))["refused_why"], TAKEN)
    made = decision(request, Verb.MERGE, form.cleaned_data["reason"], incident=gone.incident.id, into=kept.incident.id)
    versions = looked_at(request, gone.version, gone_at), looked_at(request, kept.version, kept_at)
    return take(request, made, versions, refuse)


def _other(held: Held, typed: str) -> Held | None:
    """The other incident, wherever its id leads; None for this one and for one that is not there."""
    ident = changes.resolve(typed) if typed else ""
    if not ident or ident == held.incident.id or store.find(Incident, ident) is None:
        return None
    return page.find(ident)


def _page(request: HttpRequest, held: Held, other: Held | None, more: dict[str, Any], status: int) -> HttpResponse:
    labels = Labels(language_of(request))
    sides = (held.shown, other.shown) if other else ()
    given = {
        "held": held,
        "other": other,
        "title": held.shown.title.best(labels.language),
        "fields": list(told.fields(labels, *sides)) if sides else [],
    }
    return render(request, "desk/merge.html", given | more, status=status)
