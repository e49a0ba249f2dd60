"""A template and words to a page: relative links only, nothing inline, nothing from elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from kuzet.basis.lines import unbroken
from kuzet.basis.names import LANGUAGES
from kuzet.web.public.tongue import Tongue, words

POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Nothing but files of the site itself: no request to anybody, no script or style written into a page."""

_LINES: Final = 12_000
"""Lines of lists that are kept, a kilobyte each."""

ASSETS: Final = files("kuzet.web.public") / "assets"


@cache
def environment() -> Environment:
    """The templates of the site."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("kuzet.web.public", folder) for folder in ("pages", "texts")]),
        autoescape=select_autoescape(default_for_string=True, default=True),
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "policy": POLICY,
        "languages": LANGUAGES,
        "words_of": words,
        "asset": asset,
        "fixed": fixed,
        "lines": lines,
    }
    made.filters |= {"web": _web, "unbroken": unbroken}
    return made


def _web(address: str) -> str:
    """An address of the web, or nowhere: sources are not trusted to name only such."""
    return address if address.startswith(("https://", "http://")) else "#"


@cache
def fixed(template: str, language: str, root: str, section: str) -> Markup:
    """What many pages share, made once for each language, depth and section."""
    values = {"w": words(language), "lang": language, "root": root, "section": section}
    return Markup(environment().get_template(template).render(values))  # noqa: S704  (escaped by the template)


def lines(rows: Iterable[Hashable], said: Tongue, root: str) -> Markup:
    """The lines of incidents in a list."""
    return Markup("").join(_line(row, said, root) for row in rows)


@lru_cache(maxsize=_LINES)
def _line(row: Hashable, said: Tongue, root: str) -> Markup:
    """One line: it stands in some twenty lists, and is made once for those of its time."""
    values = {"row": row, "t": said, "w": said.words, "lang": said.language, "root": root}
    return Markup(environment().get_template("entry.html").render(values) + "\n")  # noqa: S704  (escaped by the template)


@cache
def asset(name: str) -> str:
    """The path of an asset, with the beginning of its digest, so that no reader keeps an older one."""
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}-{hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:10]}.{ending}"


_ANNOUNCED = {"constructed": False}


def announce(*, constructed: bool) -> None:
    """Whether the pages that this process makes from now on say that the texts are invented."""
    _ANNOUNCED["constructed"] = constructed


def announced() -> bool:
    """Whether they do."""
    return _ANNOUNCED["constructed"]


def page(template: str, path: str, tongue: Tongue, values: Mapping[str, Any]) -> bytes:
    """The page at `path`. Templates know `t` (the tongue), `w` (its words) and `root` (the way up to the site)."""
    known = {"t": tongue, "w": tongue.words, "lang": tongue.language, "path": path, "root": "../" * path.count("/")}
    return (environment().get_template(template).render({**_DEFAULTS, **_ANNOUNCED, **known, **values}) + "\n").encode()


_DEFAULTS: Final[Mapping[str, Any]] = {
    "address": "",
    "description": "",
    "scripts": (),
    "feed": "",
    "section": "",
    "everywhere": True,
    "across": "/index.html",
    "inside": "",
}
