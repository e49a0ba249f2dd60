"""The candidates that wait for a decision, the surest first."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.basis.coding import Candidate, Coding
from kuzet.web.desk.labels import Labels
from kuzet.web.desk.languages import language_of
from kuzet.web.registry import deciding, models, store

PAGE: Final = 25
"""Candidates on a page."""

MOST: Final = 1000
"""As far as what waits is counted: to count a hundred thousand takes longer than to show a page of them."""


class Line(NamedTuple):
    """One candidate in the list."""

    candidate: Candidate
    document: Any
    category: str
    method: str


def show(request: HttpRequest) -> HttpResponse:
    """One page of the queue, from the candidate that `after` names on."""
    waiting = models.Candidate.objects.filter(state="open").order_by("-score", "ident")
    after = request.GET.get("after", "")
    keys = list(_behind(waiting, after).values_list("pk", "ident")[: PAGE + 1])
    found = list(store.load(Candidate, waiting.filter(pk__in=[key for key, _ in keys[:PAGE]])))
    count = waiting[: MOST + 1].count()
    given = {
        "lines": _lines(found, Labels(language_of(request))),
        "count": f"{MOST}+" if count > MOST else count,
        "after": after,
        "next": keys[PAGE - 1][1] if len(keys) > PAGE else "",
    }
    return render(request, "desk/queue.html", given)


def _behind(waiting: QuerySet[Any], ident: str) -> QuerySet[Any]:
    """What stands behind a candidate, which may be decided by now; everything where there is none of that name."""
    last = models.Candidate.objects.filter(ident=ident).values_list("score", flat=True).first()
    return waiting if last is None else waiting.filter(score__lte=last).exclude(score=last, ident__lte=ident)


def _lines(found: list[Candidate], labels: Labels) -> list[Line]:
    rows = models.Document.objects.filter(ident__in=[one.document for one in found]).defer("text")
    documents = {row.ident: row for row in rows}
    codings = {one.candidate.id: one.coding for one in deciding.proposals({one.document for one in found})}
    return [_line(one, documents[one.document], codings.get(one.id), labels) for one in found]


def _line(candidate: Candidate, document: Any, coding: Coding | None, labels: Labels) -> Line:  # noqa: ANN401
    category = coding.category.value if coding and coding.category else ""
    method = coding.methods[0].value if coding and coding.methods else ""
    return Line(candidate, document, labels.of("categories", category), labels.of("methods", method))
