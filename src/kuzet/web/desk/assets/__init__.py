"""The style sheet, served by the desk itself: nothing is asked of anybody else."""

from __future__ import annotations

from importlib.resources import files

from django.http import HttpRequest, HttpResponse


def style(_: HttpRequest) -> HttpResponse:
    """The style sheet."""
    return HttpResponse((files(__package__) / "desk.css").read_bytes(), content_type="text/css; charset=utf-8")
