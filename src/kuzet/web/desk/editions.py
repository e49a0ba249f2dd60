"""The editions that were frozen, and what two of them, or one and the registry of now, tell otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import comparing, models
from kuzet.web.registry.comparing import Correction, Edition


def show(request: HttpRequest) -> HttpResponse:
    """The list; with `before` (and `after`, else now) the corrections between the two."""
    labels, found = Labels(language_of(request)), comparing.editions()
    before, after = (_chosen(found, request.GET.get(name, "")) for name in ("before", "after"))
    given = {
        "editions": [_told(one, labels) for one in found],
        "before": before and str(before.number),
        "after": after and str(after.number),
        "corrections": _lines(before, after, labels) if before else None,
    }
    return render(request, "desk/editions.html", given)


def _chosen(found: Sequence[Edition], number: str) -> Edition | None:
    return next((one for one in found if str(one.number) == number), None)


def _told(one: Edition, labels: Labels) -> dict[str, Any]:
    manifest = one.manifest
    return {
        "number": str(one.number),
        "id": manifest.id,
        "edition": manifest.edition,
        "title": manifest.title.best(labels.language),
        "frozen": manifest.frozen.isoformat(),
        "incidents": one.incidents,
    }


def _lines(before: Edition, after: Edition | None, labels: Labels) -> list[dict[str, Any]]:
    found = comparing.corrections(before, after.number if after else None)
    rows = models.Incident.objects.filter(ident__in=[one.incident for one in found])
    titles = {row.ident: "" if row.guarded else getattr(row, f"title_{labels.language}") for row in rows}
    return [_line(one, titles.get(one.incident, ""), labels) for one in found]


def _line(one: Correction, title: str, labels: Labels) -> dict[str, Any]:
    said = words(labels.language)
    fields = ", ".join(labels.asked(name) for name in one.fields)
    return {"ident": one.incident, "title": title, "kind": said[f"edition_{one.kind}"], "fields": fields}
