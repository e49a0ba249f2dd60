"""The static API beside the records: the edition, and the number of incidents under every code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kuzet.basis.fields import NONE
from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import to_data
from kuzet.web.public import facets
from kuzet.web.public.edition import Edition, Entry


def part(edition: Edition) -> Iterator[Entry]:
    """`api/edition.json` and `api/figures.json`."""
    manifest = edition.release.manifest
    named: dict[str, Any] = {
        "release": manifest.id,
        "edition": manifest.edition,
        "frozen": manifest.frozen.isoformat(),
        "period": str(manifest.period),
        "codebook": manifest.codebook,
        "digest": edition.digest,
    }
    yield "api/edition.json", _json({**named, "title": to_data(manifest.title)})
    counted = {
        name: [
            {"code": code, "incidents": number, "pages": _pages(name, code)}
            for code, number in facets.counts(edition, name)
        ]
        for name in facets.FIELDS
    }
    total = edition.engine.count().numerator
    yield "api/figures.json", _json({**named, "unit": "incidents", "total": total, "fields": counted})


def _pages(name: str, code: str) -> dict[str, str]:
    """The list of a code in each language; none for what states nothing."""
    if code == NONE:
        return {}
    return {language: f"{language}/{facets.page(name, code)}.html" for language in LANGUAGES}


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
