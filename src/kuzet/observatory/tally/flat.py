"""The flat table: one row an incident, one column a field, from which every figure is computed.

Columns of `basis.fields.FIELDS` hold codes (lists of codes where a field is `many`), never an empty text. An event
is counted in the year and month of its start; one that began before the period is counted in the first year of the
period, its month unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import polars as pl

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Penalty
from kuzet.basis.dates import EventDate
from kuzet.basis.fields import FIELDS, NONE, UNKNOWN
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES

_TEXTS: Final = tuple(f"{text}_{language}" for text in ("title", "summary", "place") for language in LANGUAGES)
_CODED: Final[dict[str, Any]] = {
    name: pl.List(pl.String) if one.many else pl.String for name, one in FIELDS.items() if name != "id"
}
SCHEMA: Final[dict[str, Any]] = {
    "id": pl.String,
    "date": pl.String,
    "date_precision": pl.String,
    "year": pl.Int16,
    **_CODED,
    "people": pl.Int64,
    **dict.fromkeys(_TEXTS, pl.String),
    "place_precision": pl.String,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
    "penalties": pl.List(pl.String),
    "case": pl.String,
    "citations": pl.Int64,
    "note": pl.String,
}
"""Columns and types of `incidents.parquet`."""

_BEGAN: Final = ("initiator", "both")

COUNTED: Final = ("id", "year", *_CODED, "people")
"""The columns that figures are counted on."""


def table(incidents: Iterable[Incident], period: EventDate, codebook: Codebook) -> pl.DataFrame:
    """The flat table of some incidents, in their order."""
    rows = [_row(incident, period, codebook) for incident in incidents]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _row(incident: Incident, period: EventDate, codebook: Codebook) -> dict[str, Any]:
    return {
        "id": incident.id,
        "date": str(incident.date),
        "date_precision": incident.date.precision,
        **_when(incident.date, period),
        **_what(incident, codebook),
        **_who(incident, codebook),
        **_where(incident),
        **_proceedings(incident),
        "source": list(dict.fromkeys(one.source for one in incident.citations if one.source)) or [NONE],
        "people": incident.people,
        **{f"title_{language}": incident.title.get(language) for language in LANGUAGES},
        **{f"summary_{language}": incident.summary.get(language) for language in LANGUAGES},
        "case": incident.case,
        "citations": len(incident.citations),
        "note": incident.note,
    }


def _when(date: EventDate, period: EventDate) -> dict[str, Any]:
    first = period.first().year
    if date.year is None or date.year < first:
        return {"year": first, "month": UNKNOWN}
    return {"year": date.year, "month": str(date.month) if date.month else UNKNOWN}


def _what(incident: Incident, codebook: Codebook) -> dict[str, Any]:
    return {
        "category": incident.category,
        "method": incident.method,
        "method_any": list(dict.fromkeys(incident.methods)) or [UNKNOWN],
        "method_group": codebook.group(incident.method) if incident.methods else UNKNOWN,
        "mode": incident.mode or UNKNOWN,
        "context_event": incident.context_event or NONE,
        "certainty": incident.certainty,
        "status": incident.status,
        "reconstructed": "yes" if incident.reconstructed else "no",
    }


def _who(incident: Incident, codebook: Codebook) -> dict[str, Any]:
    first = incident.perpetrators[0]
    target = incident.targets[0].kind if incident.targets else UNKNOWN
    kinds = codebook.table("target_kinds")
    return {
        "perpetrator": first.klass,
        "perpetrator_kind": first.kind or UNKNOWN,
        "perpetrator_role": first.role or UNKNOWN,
        "target_kind": target,
        "target_unit": kinds[target].extra["unit"] if target in kinds else UNKNOWN,
    }


def _where(incident: Incident) -> dict[str, Any]:
    place = incident.place
    return {
        "region": place.region or UNKNOWN,
        **{f"place_{language}": place.name.get(language) for language in LANGUAGES},
        "place_precision": place.precision,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _proceedings(incident: Incident) -> dict[str, Any]:
    articles = dict.fromkeys(f"{article.code} {article.article}" for article in incident.articles)
    open_question = NONE if incident.proceeding in ("", NONE) else UNKNOWN
    return {
        **_claimant(incident),
        "proceeding": incident.proceeding or NONE,
        "stage": incident.stage or open_question,
        "verdict": incident.verdict or open_question,
        "penalty": list(imposed(incident.penalties)) or [NONE],
        "article": list(articles) or [NONE],
        "penalties": [told(penalty) for penalty in incident.penalties],
    }


def _claimant(incident: Incident) -> dict[str, str]:
    """Class and kind of the side that began the proceeding: the first one in the role of initiator."""
    if incident.proceeding in ("", NONE):
        return {"claimant": NONE, "claimant_kind": NONE}
    began = next((one for one in incident.perpetrators if one.role in _BEGAN), None)
    if began is None:
        return {"claimant": UNKNOWN, "claimant_kind": UNKNOWN}
    return {"claimant": began.klass, "claimant_kind": began.kind or UNKNOWN}


def imposed(penalties: Iterable[Penalty]) -> tuple[str, ...]:
    """Kinds of penalty that stand: asked for or replaced ones are told in the case and not counted."""
    kinds = (penalty.kind for penalty in penalties if not penalty.requested and not penalty.replaced)
    return tuple(dict.fromkeys(kinds))


def told(penalty: Penalty) -> str:
    """One penalty as a short line for a spreadsheet, such as `fine 621000 KZT 2024-02-12`."""
    parts = [
        penalty.kind,
        f"{penalty.money.amount} {penalty.money.currency}" if penalty.money else "",
        f"{penalty.days} days" if penalty.days else "",
        f"{penalty.months} months" if penalty.months else "",
        str(penalty.date or ""),
        "(requested)" if penalty.requested else "",
        "(replaced)" if penalty.replaced else "",
    ]
    return " ".join(part for part in parts if part)
