"""Pages that are mostly words: about, methodology, reading safely, API, edition, feeds, corrections, no such page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from markupsafe import Markup

from kuzet.basis.incident import Verb
from kuzet.basis.names import LANGUAGES, Name
from kuzet.countries import Notice
from kuzet.observatory.tally.filters import told
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.facets import ALL, counts, page
from kuzet.web.public.rendering import POLICY
from kuzet.web.public.rendering import page as rendered
from kuzet.web.public.sections.lists import FED
from kuzet.web.public.tongue import Tongue, tongue

TEXTS: Final = ("about", "methodology", "safety", "api")
"""Pages whose text is a file of its own in each language."""


DEGREES: Final = range(-40, 45, 5)
"""Of Celsius, in a table that anybody may have open."""

MISSING: Final = files("kuzet.web.public") / "missing.js"


def part(edition: Edition) -> Iterator[Entry]:
    """Every page, in every language."""
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        for name, values in _pages(edition, said):
            path = f"{language}/{name}.html"
            known = {"address": edition.extra.address, "section": "about" if name == "about" else ""}
            yield path, rendered(f"{name}.html" if name not in TEXTS else "text.html", path, said, known | dict(values))
    yield "404.html", _not_found(edition)
    yield "leave.html", _leave(edition)


def _pages(edition: Edition, said: Tongue) -> Iterator[tuple[str, Mapping[str, Any]]]:
    common = _common(edition)
    for name in TEXTS:
        title = said.words["methodology" if name == "methodology" else f"{name}_title"]
        yield name, {**common, "title": title, "text": f"{said.language}/{name}.html", "name": name}
    yield "edition", {**common, "title": said.words["edition_title"]}
    yield "feeds", {"title": said.words["feeds_title"], "fed": list(_fed(edition)), "all": page(ALL, ALL)}
    yield "corrections", {**_corrections(edition), "title": said.words["corrections_title"]}


def _common(edition: Edition) -> Mapping[str, Any]:
    placeholders = edition.engine.count({"reconstructed": "yes"}).numerator
    notices: tuple[Notice, ...] = edition.country.notices
    return {
        "manifest": edition.release.manifest,
        "digest": edition.digest,
        "sources": len(edition.release.sources),
        "number": edition.engine.count().numerator,
        "placeholders": placeholders,
        "example": edition.incidents.ids[0] if edition.incidents.ids else "",
        "notices": notices,
        "publisher": edition.extra.publisher,
        "signed": edition.extra.signed,
    }


def _fed(edition: Edition) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Fields with the codes whose lists have feeds."""
    for field in FED:
        if field in edition.engine.facts.codes.codebook.tables or field in ("all", "person", "outlet"):
            continue
        codes = [(code, page(field, code)) for code, number in counts(edition, field) if number]
        yield field, codes


def _corrections(edition: Edition) -> Mapping[str, Any]:
    merged = [one for one in edition.release.decisions if one.verb is Verb.MERGE and one.into]
    return {
        "compared": edition.compared,
        "retired": [(one.incident, one.into) for one in merged],
        "titles": _titles(edition),
        "told": told,
    }


def _titles(edition: Edition) -> Mapping[str, Name]:
    """The titles of the incidents that were added, by their ids."""
    added = {*edition.compared.added} if edition.compared else set()
    ids = enumerate(edition.incidents.ids)
    return {ident: edition.incidents.outline(place).title for place, ident in ids if ident in added}


def retired(edition: Edition) -> Iterator[Entry]:
    """The address of a retired incident leads to the one that it was merged into."""
    known = {*edition.incidents.ids}
    for one in edition.release.decisions:
        if one.verb is Verb.MERGE and one.incident not in known:
            for language in LANGUAGES:
                said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
                path = f"{language}/incident/{one.incident}.html"
                title = said.words["retired_title"].format(old=one.incident)
                values = {"title": title, "old": one.incident, "new": one.into, "section": "incidents"}
                yield path, rendered("retired.html", path, said, values)


def _not_found(edition: Edition) -> bytes:
    """One page in three languages. A server gives it for any address, so its links begin with that of the site.

    Where nobody tells that address, a script finds the root of the site in the address that is missing. It stands in
    the page, as no link could lead to it, and the policy names its digest.
    """
    said = tongue("en", edition.release.manifest.codebook, edition.release.manifest.country)
    values: dict[str, Any] = {"title": "404", "everywhere": False}
    if edition.extra.address:
        values["root"] = f"{edition.extra.address}/"
    else:
        script = MISSING.read_text("utf-8")
        digest = b64encode(sha256(script.encode()).digest()).decode()
        values["inside"] = Markup(script)  # noqa: S704  (a file of ours)
        values["policy"] = POLICY.replace("script-src 'self'", f"script-src 'self' 'sha256-{digest}'")
    return rendered("404.html", "404.html", said, values)


def _leave(edition: Edition) -> bytes:
    """A table of degrees without our name or look, or the way to the harmless page that the publisher chose."""
    said = tongue("en", edition.release.manifest.codebook, edition.release.manifest.country)
    degrees = [(celsius, f"{celsius * 9 / 5 + 32:g}") for celsius in DEGREES]
    return rendered("leave.html", "leave.html", said, {"leave": edition.extra.publisher.leave, "degrees": degrees})
