"""The list of incidents, the newest day first, or what words find, the best first; narrowed by what an incident is.

What is known to the year alone, as placeholders are, so comes behind what is known of that year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadDate
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.tiers import Tier
from kuzet.observatory import review
from kuzet.web.desk import blind
from kuzet.web.desk.candidates.candidate import country
from kuzet.web.desk.form.fields import Options
from kuzet.web.desk.form.simple import Told
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of
from kuzet.web.registry import finding, models, store

PAGE: Final = 25
"""Incidents on a page."""

MOST: Final = 1000
"""As far as what fits is counted: to count a hundred thousand takes longer than to show a page of them."""


NARROWING: Final = ("status", "category", "method", "region", "period")
"""What leaves out some of what words find."""


class Wanted(Told):
    """What the list is narrowed by; everything may stay open."""

    status = forms.ChoiceField(required=False, widget=Options)
    category = forms.ChoiceField(required=False, widget=Options)
    method = forms.ChoiceField(required=False, widget=Options)
    region = forms.ChoiceField(required=False, widget=Options)
    period = forms.CharField(required=False, max_length=40)
    words = forms.CharField(required=False, max_length=200)

    def __init__(self, labels: Labels, *given: Any) -> None:  # noqa: ANN401  (Django's form)
        super().__init__(labels.language, *given, auto_id="filter-%s")
        none = [("", "—")]
        self.fields["status"].choices = none + labels.choices("statuses")
        self.fields["category"].choices = none + labels.choices("categories")
        self.fields["method"].choices = none + labels.methods()
        regions = [(region.iso, getattr(region.name, labels.language)) for region in country().regions]
        self.fields["region"].choices = none + regions

    def clean_period(self) -> EventDate | None:
        """The period in the written form of `EventDate`, with its year."""
        text = self.cleaned_data["period"].strip()
        try:
            found = EventDate.parse(text) if text else None
        except BadDate:
            found = None
        if text and (found is None or found.year is None):
            raise forms.ValidationError(self.fields["period"].error_messages["invalid"])
        return found


def show(request: HttpRequest) -> HttpResponse:
    """One page of the list, from the incident that `after` names on; a filter that cannot be read narrows nothing."""
    labels = Labels(language_of(request))
    wanted = Wanted(labels, request.GET)
    wanted.is_valid()
    hidden, after = blind.hidden(request), request.GET.get("after", "")
    fits = blind.narrowed(narrowed(wanted.cleaned_data), wanted.cleaned_data, hidden)
    words = wanted.cleaned_data.get("words", "").strip()
    narrows = any(wanted.cleaned_data.get(name) for name in NARROWING) or bool(hidden)
    rows, count = _found(fits, words, after, narrows=narrows) if words else _listed(fits, after)
    closed = _closed(rows[:PAGE])
    lines = [_line(row, closed, labels) | {"hidden": row.ident in hidden} for row in rows[:PAGE]]
    given = {
        "wanted": wanted,
        "lines": sorted(
            lines, key=lambda line: not line["hidden"]
        ),  # their place would tell the day they are coded with
        "count": f"{MOST}+" if count > MOST else count,
        "first": following(request.GET, "") if after else "",
        "next": following(request.GET, rows[PAGE - 1].ident) if len(rows) > PAGE else "",
    }
    return render(request, "desk/incidents.html", given)


def narrowed(by: dict[str, Any]) -> QuerySet[Any]:
    """The rows that fit, those that happened last first."""
    rows = models.Incident.objects.order_by("-first", "ident")
    for name in ("status", "category", "region"):
        if by.get(name):
            rows = rows.filter(**{name: by[name]})
    if by.get("method"):
        rows = rows.filter(pk__in=models.Method.objects.filter(code=by["method"]).values("incident"))
    if by.get("period"):
        rows = rows.filter(first__range=(by["period"].first(), by["period"].last()))
    return rows


def _listed(fits: QuerySet[Any], after: str) -> tuple[list[Any], int]:
    """The rows of a page and one more in their order, and how many fit, as far as they are counted."""
    return list(behind(fits, after).defer("rest")[: PAGE + 1]), fits.order_by().values("pk")[: MOST + 1].count()


def behind(fits: QuerySet[Any], after: str) -> QuerySet[Any]:
    """Those that stand behind an incident in their order; all where none is named."""
    day = models.Incident.objects.filter(ident=after).values_list("first", flat=True).first() if after else None
    return fits.filter(first__lte=day).exclude(first=day, ident__lte=after) if day else fits


def _found(fits: QuerySet[Any], words: str, after: str, *, narrows: bool) -> tuple[list[Any], int]:
    """The same of what words find, the best first; where nothing narrows, all of it fits."""
    found = finding.search(words, MOST + 1)
    idents = _fitting(fits, found) if narrows else found
    start = idents.index(after) + 1 if after in idents else 0
    shown = idents[start : start + PAGE + 1]
    rows = {row.ident: row for row in fits.filter(ident__in=shown).defer("rest")}
    return [rows[ident] for ident in shown if ident in rows], len(idents)


def _fitting(fits: QuerySet[Any], idents: Sequence[str]) -> list[str]:
    """Those of the ids that fit, in their order."""
    rows = fits.order_by().filter(ident__in=blind.among(idents))
    fitting = set(rows.values_list("ident", flat=True))
    return [ident for ident in idents if ident in fitting]


def following(asked: QueryDict, after: str) -> str:
    """The same question from another incident on."""
    changed = asked.copy()
    changed["after"] = after
    return str(changed.urlencode())


def _closed(rows: Sequence[Any]) -> Mapping[str, Name]:
    """The titles of the incidents with closed fields, as pages show them."""
    view, idents = review.View(Tier.INTERNAL), (row.ident for row in rows if row.guarded)
    return {one.id: review.mask(one, view).title for one in store.load_where(Incident, "ident", idents)}


def _line(row: Any, closed: Mapping[str, Name], labels: Labels) -> dict[str, Any]:  # noqa: ANN401  (a row)
    titles = {language: getattr(row, f"title_{language}") for language in LANGUAGES}
    title = closed.get(row.ident) or Name(**titles)
    return {
        "ident": row.ident,
        "title": title.best(labels.language),
        "date": row.date,
        "status": labels.of("statuses", row.status),
        "category": labels.of("categories", row.category),
    }
