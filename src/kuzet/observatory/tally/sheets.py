"""The flat tables of a release beside that of the incidents, one CSV each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import polars as pl

from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.release import Release
from kuzet.observatory.tally.filters import told
from kuzet.observatory.tally.flat import told as told_penalty

Row = Mapping[str, Any]


def _named(prefix: str, name: Name | None) -> Row:
    return {f"{prefix}_{language}": name.get(language) if name else "" for language in LANGUAGES}


def _moment(at: datetime | None) -> str:
    """A moment in UTC to the second, '' where none is known."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def _targets(release: Release) -> Iterable[Row]:
    for incident in release.incidents:
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


def _citations(release: Release) -> Iterable[Row]:
    for incident in release.incidents:
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


def _steps(release: Release) -> Iterable[Row]:
    for case in release.cases:
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


def _sources(release: Release) -> Iterable[Row]:
    for source in release.sources:
        yield {
            "id": source.id,
            **_named("name", source.name),
            "kind": source.kind,
            "languages": "; ".join(source.languages),
            "country": source.country,
            "url": source.url,
            "panel_years": "; ".join(map(str, source.panel_years)),
        }


def _totals(release: Release) -> Iterable[Row]:
    for total in release.totals:
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


def _indicators(release: Release) -> Iterable[Row]:
    for one in release.indicators:
        yield {
            "code": one.code,
            "year": one.year,
            "value": format(one.value, "f"),
            "unit": one.unit,
            "source": one.source,
            "published": str(one.published or ""),
            "note": one.note,
        }


def _table(release: Release, rows: Callable[[Release], Iterable[Row]], header: str) -> pl.DataFrame:
    """Rows under a header of names; `name*` stands for one column a language, `name#` for whole numbers."""
    schema: dict[str, Any] = {}
    for column in header.split():
        plain = column.rstrip("*#")
        names = [f"{plain}_{language}" for language in LANGUAGES] if column.endswith("*") else [plain]
        schema |= dict.fromkeys(names, pl.Int64 if column.endswith("#") else pl.String)
    return pl.DataFrame(list(rows(release)), schema=schema, orient="row")


_SHEETS: Final[Mapping[str, tuple[Callable[[Release], Iterable[Row]], str]]] = {
    "targets.csv": (_targets, "incident number# name* kind affiliation* gender people#"),
    "citations.csv": (_citations, "incident number# document source url sha256 title published passage captured"),
    "case_steps.csv": (_steps, "case number# date kind text* penalty documents incidents"),
    "sources.csv": (_sources, "id name* kind languages country url panel_years"),
    "published_totals.csv": (_totals, "id year# where value# unit derived source note"),
    "indicators.csv": (_indicators, "code year# value unit source published note"),
}


def sheets(release: Release) -> Iterable[tuple[str, pl.DataFrame]]:
    """File name and table of each."""
    return ((file, _table(release, rows, header)) for file, (rows, header) in _SHEETS.items())
