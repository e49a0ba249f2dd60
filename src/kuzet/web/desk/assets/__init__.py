"""The style sheets and scripts, served by the desk itself: nothing is asked of anybody else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

import allauth
import django_htmx
from django.http import Http404, HttpRequest, HttpResponse

KINDS: Final = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
SHIPPED: Final = {
    "htmx.js": files(django_htmx) / "static/django_htmx/htmx-2.min.js",
    "webauthn-json.js": files(allauth) / "mfa/static/mfa/js/webauthn-json.js",
    "webauthn.js": files(allauth) / "mfa/static/mfa/js/webauthn.js",
    "onload.js": files(allauth) / "account/static/account/js/onload.js",
}
"""Files as the libraries ship them; every other one stands in this folder."""


def asset(_: HttpRequest, name: str) -> HttpResponse:
    """One file; raises `Http404`."""
    kind = KINDS.get(name.rpartition(".")[2], "")
    if not kind:
        raise Http404(name)
    return HttpResponse(_read(name), content_type=kind, headers={"Cache-Control": "max-age=3600"})


@cache
def _read(name: str) -> bytes:
    file = SHIPPED.get(name, files(__package__) / name)
    if not file.is_file():
        raise Http404(name)
    return file.read_bytes()
