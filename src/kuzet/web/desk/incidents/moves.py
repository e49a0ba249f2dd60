"""The verbs that lead an incident to another status and change nothing else: a button and a reason each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from django.http import HttpRequest, HttpResponse

from kuzet.basis.incident import Verb
from kuzet.observatory import review
from kuzet.web.desk.candidates.verbs import TAKEN, UNFIT
from kuzet.web.desk.form import ReasonForm
from kuzet.web.desk.incidents import page
from kuzet.web.desk.incidents.acts import decision, take
from kuzet.web.desk.wording.languages import language_of, words

MOVES: Final = (
    Verb.CONFIRM,
    Verb.DOUBT,
    Verb.EXCLUDE,
    Verb.REOPEN,
    Verb.PUBLISH,
    Verb.WITHDRAW,
    Verb.RETRACT,
)


def view(verb: Verb) -> Callable[[HttpRequest, str], HttpResponse]:
    """The view of a verb."""
    return partial(_move, verb)


def _move(verb: Verb, request: HttpRequest, ident: str) -> HttpResponse:
    """Take the step on the version that was looked at; the ladder and the role say whether it is one."""
    held, form = page.find(ident), ReasonForm(language_of(request), request.POST, prefix=verb.value)

    def refuse(problem: str, status: int) -> HttpResponse:
        return page.page(request, page.find(ident), {verb.value: form, "problem": problem}, status)

    if not form.is_valid():
        return refuse("", UNFIT)
    step = review.step(held.incident.status, verb)
    if step is not None and not page.may(request, step):
        return refuse(words(language_of(request))["refused_why"], TAKEN)
    made = decision(request, verb, form.cleaned_data["reason"], incident=ident)
    return take(request, made, (looked_at(request, held.version), 0), refuse)


def looked_at(request: HttpRequest, otherwise: int, name: str = "version") -> int:
    """The version of an incident that the form was made of."""
    sent = request.POST.get(name, "")
    return int(sent) if sent.isdecimal() and len(sent) < len("1000000000") else otherwise
