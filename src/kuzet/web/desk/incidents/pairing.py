"""The pairs that the machine proposes, one after the other: both sides beside each other, a key for each verdict."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kuzet.basis.incident import Incident
from kuzet.basis.judgement import Link, Verdict
from kuzet.basis.tiers import Tier
from kuzet.basis.undo import undone
from kuzet.observatory import review
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.candidates.verbs import UNFIT
from kuzet.web.desk.incidents import page
from kuzet.web.desk.incidents.judge import JudgeForm, judgement
from kuzet.web.desk.incidents.pairs import told as in_words
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import changes, models, store
from kuzet.web.registry.events import By

MOST: Final = 1000
"""As far as open pairs are counted and gone through."""

LOOKED: Final = 50
"""Rows that are read at a time to find the next pair that is still open."""


class Side(NamedTuple):
    """One side of a pair: a candidate with its words, or an incident with those that it rests on."""

    ident: str
    address: str
    title: str
    told: str
    passages: list[str]
    incident: str


def show(request: HttpRequest) -> HttpResponse:
    """The open pair at the place `at`, counted from 0, the strongest first; the last one where there are fewer."""
    return _page(request)


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    given = request.POST or request.GET
    asked = given.get("at", "0")
    at = min(int(asked[:6]), MOST) if asked.isdecimal() else 0
    found = list(islice(opened(), at + 2))
    at = min(at, max(len(found) - 1, 0))
    shown: dict[str, Any] = {"at": at, "previous": at - 1, "following": at + 1 if len(found) > at + 1 else 0}
    if found:
        sides = [_side(one, language_of(request)) for one in (found[at].left, found[at].right)]
        shown |= {"link": in_words(_masked(found[at], sides), language_of(request)), "sides": sides}
    shown |= {"problem": problem, "count": min(waiting().count(), MOST), "most": MOST}
    return render(request, "desk/pairs.html", shown, status=UNFIT if problem else 200)


def waiting() -> QuerySet[Any]:
    """The rows of links on whose pair no judgement stands, the strongest first."""
    gone = undone(dict.fromkeys(_judgements()) | dict(models.Undo.objects.values_list("ident", "of")))
    said = models.Judgement.objects.filter(left=OuterRef("left"), right=OuterRef("right")).exclude(ident__in=gone)
    return models.Link.objects.filter(~Exists(said)).order_by("-score", "ident")


def _judgements() -> list[str]:
    """The judgements that somebody took back, or took back the taking back of."""
    return list(
        models.Judgement.objects.filter(ident__in=models.Undo.objects.values("of")).values_list("ident", flat=True)
    )


def opened() -> Iterator[Link]:
    """The open pairs: neither is a candidate that was rejected, nor are both of one incident."""
    rows = waiting()
    for start in range(0, MOST, LOOKED):
        some = list(store.load(Link, rows[start : start + LOOKED]))
        yield from (one for one in some if _is_open(one))
        if len(some) < LOOKED:
            return


def _is_open(link: Link) -> bool:
    sides = (link.left, link.right)
    if models.Candidate.objects.filter(ident__in=sides, state="rejected").exists():
        return False
    mine, theirs = (_incidents(one) for one in sides)
    return mine.isdisjoint(theirs)


def _incidents(ident: str) -> set[str]:
    """The incident itself, or those that cite the document of a candidate that was accepted."""
    if "#" not in ident:
        return {changes.resolve(ident)}
    accepted = models.Candidate.objects.filter(ident=ident, state="accepted").values("document")
    return set(models.Citation.objects.filter(document__in=accepted).values_list("incident__ident", flat=True))


def _side(ident: str, language: str) -> Side:
    incident = min(_incidents(ident), default="")
    if "#" not in ident:
        one = page.find(ident).shown
        passages = [each.passage for each in one.citations if each.passage]
        return Side(ident, reverse("incident", args=[ident]), one.title.best(language), str(one.date), passages, "")
    case = candidates.find(ident)
    told = " · ".join(filter(None, (case.document.source, str(case.document.published or ""))))
    passages = [each.text for each in case.candidate.passages]
    return Side(ident, reverse("candidate", args=[ident]), case.document.title or ident, told, passages, incident)


def _masked(link: Link, sides: list[Side]) -> Link:
    """The link without names that an incident of its sides hides."""
    idents = {ident for side in sides for ident in (side.ident, side.incident)}
    hidden = [
        secret for one in store.load_where(Incident, "ident", idents) for secret in review.secrets(one, Tier.INTERNAL)
    ]
    return review.masked(link, hidden)


def judge(request: HttpRequest) -> HttpResponse:
    """Note the verdict on one open pair, and go on to the next one."""
    told, form = words(language_of(request)), JudgeForm(language_of(request), request.POST)
    if not form.is_valid():
        return _page(request, told["needed"])
    given = form.cleaned_data
    rows = waiting().filter(left=given["left"], right=given["right"])
    link = next(store.load(Link, rows), None)
    if link is None:
        return _page(request, told["pair_gone"])
    made = judgement(request, link, Verdict(given["verdict"]), given["reason"])
    changes.put(made, By(made.author.id, made.at, made.reason))
    messages.success(request, told["was_judged"])
    at = request.POST.get("at", "0")
    return redirect(f"{reverse('pairs')}?at={at if at.isdecimal() else 0}")
