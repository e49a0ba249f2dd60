"""The keys of the desk, as a page: the same list that the key ? opens over any page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest) -> HttpResponse:
    """The list."""
    return render(request, "desk/keys.html")
