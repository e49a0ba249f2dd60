"""What the queue is asked by, kept beside each candidate: it follows from other rows and is no word of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any, Final

from kuzet.adapters.batches import in_batches
from kuzet.basis import codebook
from kuzet.basis.dates import EventDate
from kuzet.basis.names import LANGUAGES
from kuzet.language.text import identify
from kuzet.web.registry import models
from kuzet.web.registry.families import family
from kuzet.web.registry.urgency import rank

BATCH: Final = 500

COLUMNS: Final = ("rank", "language", "region", "method", "category", "source", "day", "family")


def refresh(idents: Iterable[str]) -> None:
    """Bring candidates up to what their documents and the machine's codings say; unknown ids are passed over."""
    for some in in_batches(sorted(idents), BATCH):
        rows = list(models.Candidate.objects.filter(ident__in=list(some)).order_by("id"))
        documents = models.Document.objects.filter(ident__in={row.document for row in rows})
        known = {document.ident: document for document in documents}
        sources = dict(
            models.Source.objects.filter(ident__in={one.source for one in known.values()}).values_list("ident", "rest")
        )
        codings = models.Coding.objects.filter(subject__in=[row.ident for row in rows], machine=True).order_by("id")
        coded = {coding.subject: coding.rest for coding in codings}
        for row in rows:
            _fill(row, known.get(row.document), coded.get(row.ident, {}), sources)
        models.Candidate.objects.bulk_update(rows, COLUMNS)
        refold(row.family for row in rows)


def fill() -> int:
    """Refresh the candidates that an older version left without a place in the queue; gives how many there were."""
    idents = list(models.Candidate.objects.filter(family="").values_list("ident", flat=True))
    refresh(idents)
    return len(idents)


def refold(families: Iterable[str]) -> None:
    """Of the open candidates of a family the most urgent one stands in the queue, the others behind it."""
    wanted = sorted(set(families) - {""})
    rows = models.Candidate.objects.filter(family__in=wanted, state="open").order_by("family", "-rank", "ident")
    changed = []
    for _, members in groupby(rows.only("family", "folded", "rank", "ident"), key=lambda row: row.family):
        for place, row in enumerate(members):
            if row.folded != (place > 0):
                row.folded = int(place > 0)
                changed.append(row)
    models.Candidate.objects.bulk_update(changed, ["folded"], batch_size=BATCH)


def _fill(row: Any, document: Any, coded: Mapping[str, Any], sources: Mapping[str, Mapping[str, Any]]) -> None:  # noqa: ANN401
    row.category = _value(coded.get("category")) or ""
    row.method = next(map(_value, coded.get("methods", ())), "")
    row.region = (_value(coded.get("place")) or {}).get("region", "")
    row.family = row.ident
    row.day = row.day or datetime.now(UTC).date()
    if document is not None:
        row.source = document.source
        row.day = _day(document) or row.day
        row.language = row.language or _language(document, sources)
        row.family = f"{family(document.ident, document.text)}#{row.ident.rpartition('#')[2]}"
    row.rank = rank(row.score, row.method, row.day, codebook.load())


def _value(answer: Mapping[str, Any] | None) -> Any:  # noqa: ANN401  (JSON)
    return answer["value"] if answer else None


def _day(document: Any) -> date | None:  # noqa: ANN401
    published = EventDate.parse(document.published) if document.published else None
    if published is not None and published.year is not None:
        return published.first()
    return document.captured.date() if document.captured else None


def _language(document: Any, sources: Mapping[str, Mapping[str, Any]]) -> str:  # noqa: ANN401
    """That of the source where it has one alone, else that of the text, '' for another one than ours."""
    spoken = sources.get(document.source, {}).get("languages", ())
    found = spoken[0] if len(spoken) == 1 else identify.language(document.text)
    return found if found in LANGUAGES else ""
