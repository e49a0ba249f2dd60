"""Rows that seem to report an incident that is there already: in the registry, or in an earlier row of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from msgspec.structs import replace

from kuzet.adapters.batches import in_batches
from kuzet.basis.coding import Coder, Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.incident import Incident
from kuzet.basis.judgement import Evidence
from kuzet.observatory import link
from kuzet.observatory.review import sheets
from kuzet.observatory.review.sheets.codings import Made
from kuzet.web.registry import models, store
from kuzet.web.sheets.planning import Action, Line, Plan

APART: Final = timedelta(days=60)
"""Incidents of the registry that began longer before or after all rows are not compared."""

MOST: Final = 3
"""Proposals a row."""

GONE: Final = ("duplicate", "withdrawn", "candidate", "out_of_scope")
"""Statuses of incidents that a row is not compared with."""

Advance = Callable[[int], object]


class Likely(NamedTuple):
    """What a row may report already: an incident id, or a row of the file (`row 17`), with score and reasons."""

    ident: str
    score: float
    why: str


def likely(plan: Plan, advance: Advance = lambda _done: None) -> Mapping[int, tuple[Likely, ...]]:
    """The proposals for each row that would be a new incident, by its number; strongest first."""
    lines = [line for line in plan.lines if line.action is Action.ADD]
    found: dict[int, dict[str, Likely]] = defaultdict(dict)
    for number, one in (*_cited(lines), *_linked(plan, lines, advance)):
        held = found[number].get(one.ident)
        if held is None or held.score < one.score:
            found[number][one.ident] = one
    return {
        number: tuple(sorted(ones.values(), key=lambda one: (-one.score, one.ident))[:MOST])
        for number, ones in found.items()
    }


def _cited(lines: Sequence[Line]) -> Iterator[tuple[int, Likely]]:
    """Incidents that cite a link of a row."""
    rows: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        for url in line.row.values.get("url", ()):
            rows[url].append(line.row.number)
    for some in in_batches(rows, store.BATCH):
        cited = models.Citation.objects.filter(url__in=some).exclude(incident__status__in=GONE)
        for url, ident in cited.values_list("url", "incident__ident"):
            for number in rows[url]:
                yield number, Likely(ident, 1.0, url)


def _linked(plan: Plan, lines: Sequence[Line], advance: Advance) -> Iterator[tuple[int, Likely]]:
    """What the machine takes for the same incident, by its weights."""
    if not lines:
        return
    units = {code: row.extra["unit"] for code, row in plan.pack.book.table("target_kinds").items()}
    index = link.Index(link.Item.of(coding, units) for coding in _codings(_near(lines)))
    for line in lines:
        item = link.Item.of(_coding(plan, line), units)
        for one in link.suggestions(index, item)[:MOST]:
            if one.kind.value == "same_incident":
                other = one.left if one.right == item.id else one.right
                yield line.row.number, Likely(other, one.score, _told(one.evidence))
        index.add(item)
        advance(1)


def _near(lines: Sequence[Line]) -> Iterable[Incident]:
    """The incidents of the registry about the time of the rows."""
    days = [EventDate.parse(line.row.values["date"][0]) for line in lines]
    first, last = min(day.first() for day in days), max(day.last() for day in days)
    rows = models.Incident.objects.exclude(status__in=GONE)
    return store.load(Incident, rows.filter(first__lte=last + APART, last__gte=first - APART))


def _codings(incidents: Iterable[Incident]) -> Iterator[Coding]:
    return (replace(one.codings[0], subject=one.id) for one in incidents if one.codings)


def _coding(plan: Plan, line: Line) -> Coding:
    made = Made(f"row {line.row.number}", Coder(id="register"), datetime(2000, 1, 1, tzinfo=UTC))
    return sheets.coding(line.row.values, made, plan.pack)


def _told(evidence: Iterable[Evidence]) -> str:
    """The strongest reasons for a link."""
    speaking = sorted((one for one in evidence if one.weight > 0), key=lambda one: -one.weight)
    return "; ".join(f"{one.feature}: {one.detail}" if one.detail else one.feature for one in speaking[:MOST])
