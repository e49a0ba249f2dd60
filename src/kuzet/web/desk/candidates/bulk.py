"""Many candidates at once: reject them with one reason, give them to somebody; and take that back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final, NamedTuple
from uuid import uuid4

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kuzet.basis.coding import Coder
from kuzet.basis.errors import BrokenRule, KuzetError
from kuzet.basis.incident import Decision, Verb
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.candidates import queue
from kuzet.web.desk.candidates.filters import Filters
from kuzet.web.desk.candidates.onward import back
from kuzet.web.desk.candidates.verbs import TAKEN, UNFIT, decision
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import deciding, models
from kuzet.web.registry.events import By

MOST: Final = 100
"""Candidates of one act: a page holds a fourth of it."""


VERBS: Final = ("reject", "assign", "unassign")


class Wanted(NamedTuple):
    """What was sent: the candidates that were ticked, what to do with them, and the two ways of filling in the rest."""

    idents: tuple[str, ...]
    verb: str
    reason: str
    person: str


def act(request: HttpRequest) -> HttpResponse:
    """Do it for all that were ticked, or for none."""
    sent = request.POST
    wanted = Wanted(
        tuple(sent.getlist("candidate"))[:MOST],
        sent.get("do", ""),
        sent.get("reason", "").strip(),
        sent.get("person", ""),
    )
    told = words(language_of(request))
    if not wanted.idents:
        return _refused(request, wanted, told["nothing_ticked"], UNFIT)
    if wanted.verb not in VERBS:
        return _refused(request, wanted, told["no_such_act"], UNFIT)
    if wanted.verb == "reject" and not wanted.reason:
        return _refused(request, wanted, told["reason_needed"], UNFIT)
    try:
        done = _reject(request, wanted) if wanted.verb == "reject" else _assign(wanted)
    except KuzetError as error:
        return _refused(request, wanted, refusals.told(error, language_of(request)), TAKEN)
    request.session["undo"] = done
    messages.success(request, f"{told[f'bulk_{wanted.verb}']} {len(wanted.idents)}")
    return back(request)


def undo(request: HttpRequest) -> HttpResponse:
    """Take back what this person did last with many at once."""
    told, done = words(language_of(request)), request.session.pop("undo", None)
    if done is None:
        messages.error(request, told["nothing_to_undo"])
        return redirect("queue")
    try:
        _taken_back(request, done)
    except KuzetError as error:
        messages.error(request, refusals.told(error, language_of(request)))
    else:
        messages.success(request, told["taken_back"])
    return back(request)


def _refused(request: HttpRequest, wanted: Wanted, problem: str, status: int) -> HttpResponse:
    given = {"problem": problem, "ticked": wanted.idents, "reason": wanted.reason, "person": wanted.person}
    return queue.page(request, Filters.read(request.POST), status, **given)


def _reject(request: HttpRequest, wanted: Wanted) -> dict[str, Any]:
    made = []
    with transaction.atomic():
        for ident in wanted.idents:
            case = candidates.find(ident)
            if case.state != "open":
                raise BrokenRule(f"candidate {ident}: decided already", "decided", what=ident)
            made.append(decision(request, case, Verb.REJECT, wanted.reason))
            _decide(request, made[-1])
    return {"verb": "reject", "decisions": [one.id for one in made]}


def _assign(wanted: Wanted) -> dict[str, Any]:
    person = wanted.person if wanted.verb == "assign" else ""
    if person and person not in queue.people():
        raise BrokenRule(f"{person}: no account that can be given work", "account", what=person)
    with transaction.atomic():
        rows = models.Candidate.objects.filter(ident__in=wanted.idents, state="open")
        before = dict(rows.values_list("ident", "assignee"))
        rows.update(assignee=person)
    return {"verb": "assign", "before": before}


def _taken_back(request: HttpRequest, done: dict[str, Any]) -> None:
    with transaction.atomic():
        for ident, person in done.get("before", {}).items():
            models.Candidate.objects.filter(ident=ident).update(assignee=person)
        for ident in done.get("decisions", ()):
            _decide(request, _undo(request, ident))


def _undo(request: HttpRequest, ident: str) -> Decision:
    return Decision(
        id=f"D-{uuid4().hex[:12]}",
        at=datetime.now(UTC),
        author=Coder(id=request.user.get_username()),
        verb=Verb.UNDO,
        reason=words(language_of(request))["taken_back"],
        of=ident,
    )


def _decide(request: HttpRequest, one: Decision) -> None:
    by = By(request.user.get_username(), one.at, one.reason)
    deciding.decide(one, candidates.country().profile.code, by)
