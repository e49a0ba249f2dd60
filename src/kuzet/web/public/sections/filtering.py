"""The page of all incidents: prepared lists for every reader, and with scripts a filter over the whole edition.

What the filter counts on are script files and not JSON, since a page opened from a folder may load nothing else. A
field is one text with one sign an incident (several signs and a space where an incident may hold several codes): the
sign is the place of the code in the list of codes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, cast

from msgspec import Raw

from kuzet.adapters.batches import in_batches
from kuzet.basis.dates import EventDate
from kuzet.basis.fields import FIELDS, NONE
from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import Word, from_json, to_bytes
from kuzet.web.public import facets
from kuzet.web.public.actors import UNITS, Actor, actors
from kuzet.web.public.edition import Edition, Entry, Work
from kuzet.web.public.rendering import asset, page
from kuzet.web.public.sentence import Asked, rests, script_words
from kuzet.web.public.shown import Outline
from kuzet.web.public.tongue import Tongue, tongue

BASE: Final = 48
"""The sign of the first code is `0`; none of the signs is a space."""

SHARD: Final = 1000
"""Incidents whose titles stand in one file, which is loaded when one of them is shown."""

FIRST: Final = ("category", "method", "perpetrator", "target_kind", "region", "verdict", "person", "outlet")
"""Fields that the filter shows at once; the others are one step away."""


OFFERED: Final = 2000
"""People or outlets that one field can be narrowed to; where there are more, lists and the search lead to them."""


class Shard(Word):
    """The incidents whose titles stand in one file a language, and its number."""

    number: int
    codebook: str
    country: str
    incidents: tuple[Outline, ...]


def part(edition: Edition) -> Iterator[Entry | Work]:
    """The page in each language, and the files of the filter."""
    yield "filter/rows.js", _script("rows", rows(edition))
    yield from _shards(edition)
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        yield f"filter/words-{language}.js", _script("words", _words(edition, said))
        path = f"{language}/incidents.html"
        yield path, page("incidents.html", path, said, _values(edition, said))


def rows(edition: Edition) -> Mapping[str, Any]:
    """Every incident in the order of the release, as columns."""
    shown, start = edition.incidents, EventDate.parse("1970-01-01").first()
    dates = [(one.first(), one.last()) for one in shown.dates]
    return {
        "base": BASE,
        "shard": SHARD,
        "ids": shown.ids,
        "first": [(first - start).days for first, _ in dates],
        "days": [(last - first).days for first, last in dates],
        "rank": facets.ranks(edition).tolist(),
        "people": shown.people.tolist(),
        "fields": {
            **{name: _column(edition, name) for name in facets.FIELDS},
            **{unit: _actor_column(edition, found) for unit, found in _offered(edition).items()},
        },
    }


def _column(edition: Edition, name: str) -> Mapping[str, Any]:
    """One field, from the same table that the engine counts on."""
    codes = edition.engine.codes(name)
    signs = {code: chr(BASE + place) for place, code in enumerate(codes)}
    cells = edition.engine.facts.codings().select(name).collect().get_column(name).to_list()
    if FIELDS[name].many:
        return {"codes": codes, "many": True, "rows": " ".join("".join(signs[each] for each in cell) for cell in cells)}
    return {"codes": codes, "rows": "".join(signs[cell] for cell in cells)}


def _offered(edition: Edition) -> Mapping[str, Sequence[Actor]]:
    """The people and the outlets that incidents can be narrowed to."""
    found = {unit: [one for one in actors(edition).values() if one.unit == unit] for unit in UNITS}
    return {unit: some for unit, some in found.items() if len(some) <= OFFERED}


def _actor_column(edition: Edition, found: Sequence[Actor]) -> Mapping[str, Any]:
    held = [""] * len(edition.incidents)
    for number, one in enumerate(found):
        for place in one.places:
            held[place] += chr(BASE + number)
    return {"codes": [one.slug for one in found], "many": True, "rows": " ".join(held)}


def _shards(edition: Edition) -> Iterator[Work]:
    manifest = edition.release.manifest
    for number, lines in enumerate(in_batches(edition.incidents.lines(), SHARD)):
        outlines = cast("tuple[Outline, ...]", tuple(map(Raw, lines)))
        given = Shard(number=number, codebook=manifest.codebook, country=manifest.country, incidents=outlines)
        yield Work(f"filter {number}", titles, to_bytes(given))


def titles(given: bytes) -> Iterator[Entry]:
    """What the filter shows of some incidents, in each language."""
    shard = from_json(given, Shard)
    for language in LANGUAGES:
        said = tongue(language, shard.codebook, shard.country)
        told = json.dumps([_line(one, said) for one in shard.incidents], ensure_ascii=False, separators=(",", ":"))
        yield f"filter/{language}/{shard.number}.js", f"kuzet.titles[{shard.number}]={told};\n".encode()


def _line(one: Outline, said: Tongue) -> list[str]:
    """What a line of results shows: title, date, place, method, category, and the mark of a placeholder."""
    return [
        one.title.best(said.language),
        said.date(one.date),
        one.place.name.best(said.language),
        said.code("method", one.method),
        one.category,
        said.words["placeholder"] if one.reconstructed else "",
    ]


def _script(name: str, value: Mapping[str, Any]) -> bytes:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.kuzet??={{titles:[]}};kuzet.{name}={told};\n".encode()


def _words(edition: Edition, said: Tongue) -> Mapping[str, Any]:
    asked = _asked(edition)
    labels = {name: {code: said.code(name, code) for code in edition.engine.codes(name)} for name in facets.FIELDS}
    labels["source"] |= {code: name.best(said.language) for code, name in facets.sources(edition).items()}
    for unit, found in _offered(edition).items():
        labels[unit] = {one.slug: one.name.best(said.language) for one in found}
    return {
        **script_words(asked, said),
        "fields": {name: said.field(name) for name in labels},
        "labels": labels,
        "root": "../",
        "copied": said.words["filter_copied"],
    }


def _asked(edition: Edition) -> Asked:
    manifest = edition.release.manifest
    return Asked(
        count=edition.engine.count().numerator,
        period=str(manifest.period),
        filters=(),
        release=manifest.id,
        edition=manifest.edition,
        frozen=manifest.frozen.isoformat(),
    )


def _values(edition: Edition, said: Tongue) -> Mapping[str, Any]:
    fields = [(name, _choices(edition, name, said)) for name in (*facets.FIELDS, *_offered(edition))]
    order = {name: place for place, name in enumerate(FIRST)}
    fields.sort(key=lambda one: order.get(one[0], len(order)))
    return {
        "title": said.words["filter_title"],
        "rests": rests(_asked(edition), said),
        "fields": [one for one in fields if one[1]],
        "first": FIRST,
        "years": [(str(year), facets.page(facets.YEAR, str(year))) for year in edition.engine.facts.years],
        "quarters": [(one.code, one.page, len(one.places)) for one in facets.quarters(edition)],
        "units": UNITS,
        "all": facets.page(facets.ALL, facets.ALL),
        "number": edition.engine.count().numerator,
        "scripts": ("filter/rows.js", f"filter/words-{said.language}.js", asset("filter.js")),
        "section": "incidents",
        "address": edition.extra.address,
        "cited_at": f"{edition.extra.address}/{said.language}/incidents.html" if edition.extra.address else "",
    }


def _choices(edition: Edition, name: str, said: Tongue) -> Sequence[tuple[str, str, int, str]]:
    """Code, label, number and list of everything that a field can be narrowed to."""
    if name in UNITS:
        named = ((one.slug, one.name.best(said.language), len(one.places)) for one in _offered(edition)[name])
        return [(*one, f"{name}/{one[0]}") for one in sorted(named, key=lambda one: one[1])]
    known = facets.sources(edition) if name == facets.SOURCE else {}
    found = [
        (code, known[code].best(said.language) if code in known else said.code(name, code), number)
        for code, number in facets.counts(edition, name)
    ]
    return [(*one, facets.page(name, one[0]) if one[0] != NONE else "") for one in found]
