"""What a reader sees: incidents that are confirmed or published, as the public will read them."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.basis.incident import COUNTED, Case, Incident
from kuzet.basis.tiers import Tier
from kuzet.observatory import review
from kuzet.web.desk import blind
from kuzet.web.desk.incidents import told
from kuzet.web.desk.incidents.listing import PAGE, Wanted, behind, following, narrowed
from kuzet.web.desk.incidents.page import cited
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of
from kuzet.web.registry import guarding, models, store

READABLE: Final = ("confirmed", *COUNTED)
"""Statuses of incidents that the public reads, or will read."""

INNER: Final = ("status", "words")
"""Filters that a reader has not: words would be looked for in what a page of theirs hides."""


class Open:
    """How incidents and cases look to the public: what one hides is hidden in all that shares a document or case."""

    def __init__(self) -> None:
        self.view = review.View(Tier.PUBLIC, guarding.numbers())
        self.guarded = review.Guarded.of(guarding.guarded())

    def incident(self, one: Incident) -> Incident:
        """The incident as the public sees it."""
        return review.masked(review.mask(one, self.view), self.guarded.around(one))

    def case(self, one: Case) -> Case:
        """The case as the public sees it."""
        return review.masked(one, self.guarded.along(one))


class Readable(Wanted):
    """What a reader's list is narrowed by."""

    def __init__(self, labels: Labels, *given: Any) -> None:  # noqa: ANN401  (Django's form)
        super().__init__(labels, *given)
        for name in INNER:
            del self.fields[name]


def readable() -> QuerySet[Any]:
    """The rows of incidents that a reader sees, those that stand for a published total left out."""
    return models.Incident.objects.filter(status__in=READABLE, codings__isnull=False).distinct()


def show(request: HttpRequest) -> HttpResponse:
    """One page of the list, the newest day first, from the incident that `after` names on."""
    labels, shown = Labels(language_of(request)), Open()
    wanted = Readable(labels, request.GET)
    wanted.is_valid()
    hidden, after = blind.hidden(request), request.GET.get("after", "")
    fits = blind.narrowed(narrowed(wanted.cleaned_data), wanted.cleaned_data, hidden)
    fits = fits.filter(pk__in=readable().values("pk"))
    idents = list(behind(fits, after).values_list("ident", flat=True)[: PAGE + 1])
    found = {one.id: shown.incident(one) for one in store.load_where(Incident, "ident", idents[:PAGE])}
    given = {
        "wanted": wanted,
        "lines": [_line(found[ident], labels) | {"hidden": ident in hidden} for ident in idents[:PAGE]],
        "first": following(request.GET, "") if after else "",
        "next": following(request.GET, idents[PAGE - 1]) if len(idents) > PAGE else "",
    }
    return render(request, "desk/reading.html", given)


def _line(one: Incident, labels: Labels) -> dict[str, Any]:
    return {
        "ident": one.id,
        "title": one.title.best(labels.language),
        "date": one.date,
        "status": labels.of("statuses", one.status),
        "category": labels.of("categories", one.category),
    }


def incident(request: HttpRequest, ident: str) -> HttpResponse:
    """One incident with its sources and its case; raises `Http404` for one that the public will not read."""
    if not readable().filter(ident=ident).exists():
        raise Http404(ident)
    if blind.awaits(request, ident):
        return redirect("second_code", ident)
    labels, shown = Labels(language_of(request)), Open()
    one = shown.incident(store.get(Incident, ident))
    case = store.find(Case, one.case) if one.case else None
    given = {
        "one": one,
        "title": one.title.best(labels.language),
        "summary": one.summary.best(labels.language),
        "status": labels.of("statuses", one.status),
        "citations": cited(one, labels.language),
        "fields": [field for field in told.fields(labels, one) if field.name not in TOLD_APART],
        "case": shown.case(case) if case else None,
        "steps": _steps(shown.case(case), labels) if case else [],
    }
    return render(request, "desk/readable.html", given)


TOLD_APART: Final = ("status", "title", "summary", "citations", "case")
"""Fields that have a place of their own on the page."""


def _steps(case: Case, labels: Labels) -> list[tuple[str, str, str]]:
    return [(str(one.date), labels.of("step_kinds", one.kind), one.text.best(labels.language)) for one in case.steps]
