"""The flat tables of a release beside that of the incidents, one CSV each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import polars as pl

from kuzet.basis.document import Source
from kuzet.basis.incident import Case, Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.release import Indicator, PublishedTotal, Release
from kuzet.observatory.tally.filters import told
from kuzet.observatory.tally.flat import told as told_penalty

Row = Mapping[str, Any]


def _named(prefix: str, name: Name | None) -> Row:
    return {f"{prefix}_{language}": name.get(language) if name else "" for language in LANGUAGES}


def _moment(at: datetime | None) -> str:
    """A moment in UTC to the second, '' where none is known."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def _targets(incidents: Iterable[Incident]) -> Iterable[Row]:
    for incident in incidents:
        for number, target in enumerate(incident.targets, 1):
            yield {
                "incident": incident.id,
                "number": number,
                **_named("name", target.name),
                "kind": target.kind,
                **_named("affiliation", target.affiliation),
                "gender": target.gender,
                "people": target.people,
            }


def _citations(incidents: Iterable[Incident]) -> Iterable[Row]:
    for incident in incidents:
        for number, citation in enumerate(incident.citations, 1):
            yield {
                "incident": incident.id,
                "number": number,
                "document": citation.document,
                "source": citation.source,
                "url": citation.url,
                "sha256": citation.sha256,
                "title": citation.title,
                "published": str(citation.published or ""),
                "passage": citation.passage,
                "captured": _moment(citation.captured),
            }


def _steps(cases: Iterable[Case]) -> Iterable[Row]:
    for case in cases:
        for number, step in enumerate(case.steps, 1):
            yield {
                "case": case.id,
                "number": number,
                "date": str(step.date),
                "kind": step.kind,
                **_named("text", step.text),
                "penalty": told_penalty(step.penalty) if step.penalty else "",
                "documents": "; ".join(step.documents),
                "incidents": "; ".join(case.incidents),
            }


def _sources(sources: Iterable[Source]) -> Iterable[Row]:
    for source in sources:
        yield {
            "id": source.id,
            **_named("name", source.name),
            "kind": source.kind,
            "languages": "; ".join(source.languages),
            "country": source.country,
            "url": source.url,
            "panel_years": "; ".join(map(str, source.panel_years)),
        }


def _totals(totals: Iterable[PublishedTotal]) -> Iterable[Row]:
    for total in totals:
        yield {
            "id": total.id,
            "year": total.year,
            "where": told(total.where),
            "value": total.value,
            "unit": total.unit,
            "derived": "yes" if total.derived else "no",
            "source": total.source,
            "note": total.note,
        }


def _indicators(indicators: Iterable[Indicator]) -> Iterable[Row]:
    for one in indicators:
        yield {
            "code": one.code,
            "year": one.year,
            "value": format(one.value, "f"),
            "unit": one.unit,
            "source": one.source,
            "published": str(one.published or ""),
            "note": one.note,
        }


def _table(rows: Iterable[Row], header: str) -> pl.DataFrame:
    """Rows under a header of names; `name*` stands for one column a language, `name#` for whole numbers."""
    schema: dict[str, Any] = {}
    for column in header.split():
        plain = column.rstrip("*#")
        names = [f"{plain}_{language}" for language in LANGUAGES] if column.endswith("*") else [plain]
        schema |= dict.fromkeys(names, pl.Int64 if column.endswith("#") else pl.String)
    return pl.DataFrame(list(rows), schema=schema, orient="row")


_SHEETS: Final[Mapping[str, tuple[str, Callable[[Iterable[Any]], Iterable[Row]], str]]] = {
    "targets.csv": ("incidents", _targets, "incident number# name* kind affiliation* gender people#"),
    "citations.csv": (
        "incidents",
        _citations,
        "incident number# document source url sha256 title published passage captured",
    ),
    "case_steps.csv": ("cases", _steps, "case number# date kind text* penalty documents incidents"),
    "sources.csv": ("sources", _sources, "id name* kind languages country url panel_years"),
    "published_totals.csv": ("totals", _totals, "id year# where value# unit derived source note"),
    "indicators.csv": ("indicators", _indicators, "code year# value unit source published note"),
}
"""The file of each table, with the words of a release that it tells and its header."""


def sheets(release: Release) -> Iterator[tuple[str, pl.DataFrame]]:
    """File name and table of each."""
    for field in dict.fromkeys(field for field, *_ in _SHEETS.values()):
        yield from sheets_of(field, getattr(release, field))


def sheets_of(field: str, words: Sequence[Any]) -> Iterator[tuple[str, pl.DataFrame]]:
    """File name and table of each that tells these words of a release (`incidents`, `cases` ...)."""
    return ((file, _table(rows(words), header)) for file, (of, rows, header) in _SHEETS.items() if of == field)
