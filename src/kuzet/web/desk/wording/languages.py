"""The language of the pages: what the analyst chose, or else what the browser asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation.trans_real import parse_accept_lang_header

from kuzet.basis.errors import BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.language.text import yml

COOKIE: Final = "language"
DEFAULT: Final = "en"
YEAR: Final = 365 * 24 * 3600


@cache
def words(language: str) -> Mapping[str, str]:
    """Everything the pages say, by key: `words/en.yml` and each `words/<part of the desk>.en.yml`.

    Raises `BadInput` for a key that two files give.
    """
    said: dict[str, str] = {}
    found = {file.name: file for file in (files(__package__) / "words").iterdir()}
    parts = [name.removesuffix(f"{language}.yml") for name in found if name.endswith(f"{language}.yml")]
    for part in sorted(parts):
        told = yml.loaded(found[f"{part}{language}.yml"].read_text("utf-8"))
        if twice := said.keys() & told.keys():
            raise BadInput(min(twice), "a key that stands once", f"{part}{language}.yml")
        said |= told
    return said


def language_of(request: HttpRequest) -> str:
    """One of the three languages."""
    chosen = request.COOKIES.get(COOKIE, "")
    asked = [tag.partition("-")[0] for tag, _ in parse_accept_lang_header(request.headers.get("Accept-Language", ""))]
    return next((one for one in (chosen, *asked) if one in LANGUAGES), DEFAULT)


def spoken(request: HttpRequest) -> dict[str, Any]:
    """What every template knows: the language, its words, the languages to choose from, and the role in words."""
    language = language_of(request)
    told, role = words(language), getattr(request, "role", None)
    names = [(code, words(code)["language"]) for code in LANGUAGES]
    label = told[f"role_{role.value if role else 'none'}"]
    return {"language": language, "w": told, "languages": names, "role_label": label}


def choose(request: HttpRequest, language: str) -> HttpResponse:
    """Remember a language, and go back to the page."""
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    answer = HttpResponseRedirect(back)
    if language in LANGUAGES:
        answer.set_cookie(COOKIE, language, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return answer
