"""The candidates that wait for a decision, the most urgent first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.web.desk import sources
from kuzet.web.desk.candidates.choices import selects
from kuzet.web.desk.candidates.filters import Filters, behind, rank_of
from kuzet.web.desk.candidates.looking import lookers
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import models, urgency
from kuzet.web.registry.roles import Role

PAGE: Final = 25
"""Candidates on a page."""

MOST: Final = 1000
"""As far as what waits is counted: to count a hundred thousand takes longer than to show a page of them."""

EXCERPT: Final = 240


class Line(NamedTuple):
    """One candidate in the list; `copies` are further ones of the same text, `lookers` who has its page open."""

    ident: str
    title: str
    passage: str
    source: str
    published: str
    score: float
    category: str
    method: str
    assignee: str
    copies: int
    lookers: str


def show(request: HttpRequest) -> HttpResponse:
    """One page of the queue, from the candidate that `after` names on."""
    return page(request, Filters.read(request.GET))


def page(request: HttpRequest, filters: Filters, status: int = 200, **given: Any) -> HttpResponse:  # noqa: ANN401
    """The page with its filters; `given` is what was sent and cannot be done yet, with the `problem`."""
    labels, person = Labels(language_of(request)), request.user.get_username()
    waiting = filters.of(person, datetime.now(UTC).date())
    after, known = request.GET.get("after", ""), list(_idents(waiting)[: MOST + 1])
    idents = list(_idents(behind(waiting, after, rank_of(after)))[: PAGE + 1]) if after else known[: PAGE + 1]
    rows = models.Candidate.objects.filter(ident__in=idents[:PAGE]).order_by("-rank", "ident")
    shown: dict[str, Any] = {
        "lines": _lines(list(rows), labels, person),
        "count": f"{MOST}+" if len(known) > MOST else len(known),
        "after": after,
        "next": idents[PAGE - 1] if len(idents) > PAGE else "",
        "filters": filters,
        "selects": selects(filters, labels, words(labels.language)),
        "people": people(),
        "undo": request.session.get("undo"),
    }
    return render(request, "desk/queue.html", shown | given, status=status)


def _idents(waiting: QuerySet[Any]) -> QuerySet[Any]:
    """Their ids, which the index of the queue holds: no row is read."""
    return waiting.values_list("ident", flat=True)


def people() -> list[str]:
    """Everybody who can be given work."""
    roles = [role.value for role in Role if role.includes(Role.CODER)]
    found = models.Account.objects.filter(active=True, role__in=roles)
    return list(found.order_by("ident").values_list("ident", flat=True))


def order(request: HttpRequest) -> HttpResponse:
    """What the order of the queue is made of: the whole list."""
    labels = Labels(language_of(request))
    told = [(labels.of(table, code), weight) for (table, code), weight in urgency.weights().items()]
    given = {"weights": sorted(told, key=lambda one: -one[1]), "days": urgency.DAYS}
    return render(request, "desk/order.html", given)


def _lines(rows: Sequence[Any], labels: Labels, person: str) -> list[Line]:
    found = models.Document.objects.filter(ident__in={row.document for row in rows}).defer("text", "rest")
    documents = {document.ident: document for document in found}
    copies, named = _copies(rows), sources.names((row.source for row in rows), labels.language)
    watched = lookers([row.ident for row in rows], person)
    return [
        Line(
            ident=row.ident,
            title=_headline(documents[row.document], named, labels.language) or row.ident,
            passage=row.rest["passages"][0]["text"][:EXCERPT],
            source=named.get(row.source, ""),
            published=documents[row.document].published or "",
            score=row.score,
            category=labels.of("categories", row.category) if row.category else "",
            method=labels.of("methods", row.method) if row.method else "",
            assignee=row.assignee,
            copies=copies.get(row.family, 1) - 1,
            lookers=", ".join(watched.get(row.ident, ())),
        )
        for row in rows
    ]


def _headline(document: Any, named: Mapping[str, str], language: str) -> str:  # noqa: ANN401  (a row)
    return sources.headline(document.title, named.get(document.source, ""), document.published, language)


def _copies(rows: Sequence[Any]) -> dict[str, int]:
    same: QuerySet[Any] = models.Candidate.objects.filter(state="open", family__in={row.family for row in rows})
    return dict(same.order_by().values_list("family").annotate(Count("id")))
