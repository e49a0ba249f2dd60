"""The one guard of all pages: no view runs of which the policy does not say that this role may ask it so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render, resolve_url

from kuzet.web.access.holders import role_of
from kuzet.web.access.policy import Verdict, judge, methods_of, open_to, policy
from kuzet.web.registry.roles import Role, about

REFUSED: Final = 403
LOGIN: Final = "account_login"
ACCOUNT: Final = "mfa_index"

OWN: Final = ("account_", "mfa_", "usersessions_", "everywhere", "language", "asset")
"""How the names of the routes begin that are asked before there is a second factor."""

Answer = Callable[[HttpRequest], HttpResponse]


class Guard:
    """Middleware that stands behind the one that knows who asks; the role is asked anew at every request."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the request its `role`, None where nobody is logged in or the account has none."""
        request.role = _role(request)
        return self.answer(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """None lets the request through to its view."""
        route = request.resolver_match.view_name
        verdict = judge(route, request.method, request.role, policy())
        if verdict is Verdict.ALLOWED and needs_factor(request) and not route.startswith(OWN):
            return redirect(ACCOUNT)
        return _ANSWERS[verdict](request, route)


def _role(request: HttpRequest) -> Role | None:
    return role_of(request.user.get_username()) if request.user.is_authenticated else None


def needs_factor(request: HttpRequest) -> bool:
    """Whether the role of whoever asks needs a second factor that the account does not have yet."""
    role = getattr(request, "role", None)
    if role is None or not settings.SECOND_FACTOR or not about()[role].second_factor:
        return False
    return not is_mfa_enabled(request.user)


def _log_in(request: HttpRequest, _: str) -> HttpResponse:
    """Somebody without a role is told; to send them to the log-in again would turn in a circle."""
    if request.user.is_authenticated:
        return _refuse(request, "")
    return redirect_to_login(request.get_full_path(), resolve_url(LOGIN))


def _refuse(request: HttpRequest, _: str) -> HttpResponse:
    return render(request, "desk/refused.html", status=REFUSED)


def _no_such_method(_: HttpRequest, route: str) -> HttpResponse:
    return HttpResponseNotAllowed(methods_of(route, policy()))


_ANSWERS: Final[Mapping[Verdict, Callable[[HttpRequest, str], HttpResponse | None]]] = {
    Verdict.ALLOWED: lambda *_: None,
    Verdict.LOG_IN: _log_in,
    Verdict.REFUSED: _refuse,
    Verdict.NO_SUCH_METHOD: _no_such_method,
}


@cache
def _open(role: Role | None) -> frozenset[str]:
    return open_to(role, policy())


def permitted(request: HttpRequest) -> dict[str, Any]:
    """What every template knows of whoever asks: their `role`, and the routes that they `may` ask."""
    role = getattr(request, "role", None)
    return {
        "role": role.value if role else "",
        "may": _open(role),
        "factor_missing": needs_factor(request),
    }
