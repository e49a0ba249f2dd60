"""Say of a pair that the machine proposes whether it is the same event; then it is never proposed again."""

from __future__ import annotations

from datetime import UTC, datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kuzet.basis.coding import Coder
from kuzet.basis.incident import Passage
from kuzet.basis.judgement import Judgement, Link, Verdict
from kuzet.web.desk.candidates.candidate import find as candidate
from kuzet.web.desk.candidates.verbs import UNFIT
from kuzet.web.desk.form import ReasonForm
from kuzet.web.desk.incidents import page, pairs
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import changes
from kuzet.web.registry.events import By


class JudgeForm(ReasonForm):
    """The pair by its two ids, and the verdict."""

    left = forms.CharField(max_length=500)
    right = forms.CharField(max_length=500)
    verdict = forms.ChoiceField(choices=[(one.value, one.value) for one in Verdict])

    def label(self, name: str, told: object) -> str:
        """Only the reason is seen."""
        return super().label("reason", told) if name == "reason" else ""  # type: ignore[arg-type]


def judge(request: HttpRequest, ident: str) -> HttpResponse:
    """Note the verdict on one of the pairs that the incident's page shows."""
    told, held = words(language_of(request)), page.find(ident)
    form = JudgeForm(language_of(request), request.POST)
    if not form.is_valid():
        return page.page(request, held, {"problem": told["needed"]}, UNFIT)
    given = form.cleaned_data
    link = next(
        (
            one.link
            for one in pairs.pairs(held.incident)
            if (one.link.left, one.link.right) == (given["left"], given["right"])
        ),
        None,
    )
    if link is None:
        return page.page(request, held, {"problem": told["pair_gone"]}, UNFIT)
    made = judgement(request, link, Verdict(given["verdict"]), given["reason"])
    changes.put(made, By(made.author.id, made.at, made.reason))
    messages.success(request, told["was_judged"])
    return redirect("incident", ident)


def judgement(request: HttpRequest, link: Link, verdict: Verdict, reason: str) -> Judgement:
    """The word of whoever asks on a pair, with the words of both sides."""
    return Judgement(
        left=link.left,
        right=link.right,
        kind=link.kind,
        verdict=verdict,
        author=Coder(id=request.user.get_username()),
        at=datetime.now(UTC),
        reason=reason,
        left_words=_words(link.left),
        right_words=_words(link.right),
    )


def _words(ident: str) -> Passage | None:
    return candidate(ident).passage if "#" in ident else None
