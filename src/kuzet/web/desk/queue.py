"""The candidates that wait for a decision, the surest first."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.basis.coding import Candidate, Coding
from kuzet.web.desk.labels import Labels
from kuzet.web.desk.languages import language_of
from kuzet.web.registry import deciding, models, store

PAGE: Final = 25
"""Candidates on a page."""


class Line(NamedTuple):
    """One candidate in the list."""

    candidate: Candidate
    document: Any
    category: str
    method: str


def show(request: HttpRequest) -> HttpResponse:
    """One page of the queue."""
    rows = models.Candidate.objects.filter(state="open").order_by("-score", "ident")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    found = list(store.load(Candidate, rows.filter(pk__in=[row.pk for row in page])))
    given = {"page": page, "lines": _lines(found, Labels(language_of(request)))}
    return render(request, "desk/queue.html", given)


def _lines(found: list[Candidate], labels: Labels) -> list[Line]:
    rows = models.Document.objects.filter(ident__in=[one.document for one in found]).defer("text")
    documents = {row.ident: row for row in rows}
    codings = {one.candidate.id: one.coding for one in deciding.proposals({one.document for one in found})}
    return [_line(one, documents[one.document], codings.get(one.id), labels) for one in found]


def _line(candidate: Candidate, document: Any, coding: Coding | None, labels: Labels) -> Line:  # noqa: ANN401
    category = coding.category.value if coding and coding.category else ""
    method = coding.methods[0].value if coding and coding.methods else ""
    return Line(candidate, document, labels.of("categories", category), labels.of("methods", method))
