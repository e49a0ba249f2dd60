"""Where a person goes after an act: on to the next candidate of the part of the queue that they work on."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kuzet.web.desk.candidates.filters import Filters, before, behind, rank_of


def onward(request: HttpRequest, ident: str) -> HttpResponse:
    """To the next candidate, or to the queue where none is left behind this one."""
    filters = Filters.read(request.POST)
    following, _ = beside(request, filters, ident, rank_of(ident))
    return HttpResponseRedirect(address(following, filters) if following else _queue(filters))


def back(request: HttpRequest) -> HttpResponse:
    """To the candidate from whose page the act came, or to the queue as it was filtered."""
    filters, ident = Filters.read(request.POST), request.POST.get("page", "")
    return HttpResponseRedirect(address(ident, filters) if ident else _queue(filters))


def beside(request: HttpRequest, filters: Filters, ident: str, rank: float | None) -> tuple[str, str]:
    """The candidates behind and before this one of this rank, each '' where there is none."""
    waiting = filters.of(request.user.get_username(), datetime.now(UTC).date()).values_list("ident", flat=True)
    return behind(waiting, ident, rank).first() or "", before(waiting, ident, rank).first() or ""


def address(ident: str, filters: Filters) -> str:
    """The page of a candidate, with the filters."""
    path = reverse("candidate", args=[ident])
    return f"{path}?{filters.query}" if filters.query else path


def _queue(filters: Filters) -> str:
    return f"{reverse('queue')}?{filters.query}" if filters.query else reverse("queue")
