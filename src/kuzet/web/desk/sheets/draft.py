"""One register that was sent: its columns named, what each row would do, and the import."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.adapters.sheets import Sheets
from kuzet.basis.errors import KuzetError
from kuzet.basis.incident import Verb
from kuzet.basis.word import from_json
from kuzet.observatory.review import ladder
from kuzet.observatory.review.sheets import FIELDS, Columns, Table, head
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import models
from kuzet.web.registry.events import By
from kuzet.web.registry.roles import Role
from kuzet.web.sheets import bringing, planning
from kuzet.web.sheets.bringing import Choice
from kuzet.web.sheets.likely import Likely, likely
from kuzet.web.sheets.planning import Action, Line, Plan

SHOWN: Final = 100
"""Findings, proposals and rows that the page shows; the rest is counted."""

SAMPLES: Final = 3
"""Cells of a column that are shown beside its header."""

UNFIT: Final = 422


class Column(NamedTuple):
    """One column of the file as the page asks about it."""

    number: int
    header: str
    samples: str
    field: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A draft read as it is chosen; `plan` is None while needed columns are missing."""

    draft: Any
    tables: Sequence[Table]
    table: Table
    columns: Columns
    plan: Plan | None

    @property
    def headers(self) -> Sequence[str]:
        """The cells of the row of headers."""
        return self.table.rows[head(self.table) - 1]


def show(request: HttpRequest, token: str) -> HttpResponse:
    """The page; what is chosen on it is kept with the draft."""
    draft = _mine(request, token)
    if request.method == "POST":
        _choose(draft, request.POST)
        return redirect("sheet", token=token)
    return _page(request, _seen(draft))


def bring(request: HttpRequest, token: str) -> HttpResponse:
    """Bring the register in as it is shown."""
    seen, told = _seen(_mine(request, token)), words(language_of(request))
    if seen.plan is None:
        return _page(request, seen, told["sheet_missing"])
    name = request.user.get_username()
    by = By(name, datetime.now(UTC), request.POST.get("reason", "").strip() or f"import of {seen.draft.name}")
    file = bringing.Whole(seen.draft.name, bytes(seen.draft.raw))
    closed = {line.row.number: Choice(Action.SAME) for line in seen.plan.lines if _is_closed(line, request.role)}
    choices = {**_choices(seen.plan, request.POST), **closed}
    try:
        made = bringing.bring(seen.plan, file, by, choices, lambda _done: None)
    except KuzetError as error:
        return _page(request, seen, refusals.told(error, language_of(request)))
    seen.draft.delete()
    record = made.record
    counts = {"added": record.added, "changed": record.changed, "attached": record.attached, "left": record.left}
    messages.success(request, told["sheet_brought"].format(**counts))
    refused = [*made.refused, *((number, told["sheet_closed"]) for number in closed)]
    for number, why in refused[:SHOWN]:
        messages.warning(request, f"{told['sheet_row']} {number}: {why}")
    return redirect("sheets")


def _is_closed(line: Line, role: Role) -> bool:
    """Whether a row would change an incident that only a higher role may change."""
    if line.action is not Action.CHANGE or line.standing is None:
        return False
    step = ladder.step(line.standing.incident.status, Verb.CORRECT)
    return step is not None and not role.includes(Role(step.role))


def drop(request: HttpRequest, token: str) -> HttpResponse:
    """Forget a file that was sent."""
    _mine(request, token).delete()
    return redirect("sheets")


def _mine(request: HttpRequest, token: str) -> Any:  # noqa: ANN401  (a row)
    """The draft, which only whoever sent it sees; raises `Http404`."""
    draft = models.SheetDraft.objects.filter(token=token, author=request.user.get_username()).first()
    if draft is None:
        raise Http404(token)
    return draft


def _choose(draft: Any, given: Mapping[str, str]) -> None:  # noqa: ANN401
    """Keep the sheet and the field of each column; another sheet begins anew."""
    sheet = given.get("sheet", "")
    fields = (
        {}
        if sheet != given.get("before", sheet)
        else {
            name.removeprefix("column-"): value
            for name, value in given.items()
            if name.startswith("column-") and (value in FIELDS or not value)
        }
    )
    draft.chosen = {"sheet": sheet, "fields": fields}
    draft.save(update_fields=["chosen"])


def _seen(draft: Any) -> Seen:  # noqa: ANN401
    tables = [one for one in from_json(draft.sheets, Sheets, draft.name).tables if head(one)]
    name = draft.chosen.get("sheet", "")
    table = planning.table_of(tables, name if name in {one.name for one in tables} else "")
    headers = table.rows[head(table) - 1]
    fields = draft.chosen.get("fields") or {}
    columns = _once(fields.get(str(at), "") for at in range(len(headers))) if fields else planning.columns_of(headers)
    if planning.missing(columns):
        return Seen(draft, tables, table, columns, None)
    sha256 = bringing.Whole(draft.name, bytes(draft.raw)).sha256
    plan = planning.plan(table, columns, planning.pack_of(candidates.country()), sha256)
    return Seen(draft, tables, table, columns, plan)


def _once(fields: Iterator[str]) -> Columns:
    """A field that was given to two columns is that of the first."""
    found: list[str] = []
    for field in fields:
        found.append("" if field in found else field)
    return tuple(found)


def _page(request: HttpRequest, seen: Seen, problem: str = "") -> HttpResponse:
    language = language_of(request)
    told = words(language)
    given = {
        "draft": seen.draft,
        "sheets": [table.name for table in seen.tables],
        "sheet": seen.table.name,
        "columns": list(_columns(seen)),
        "fields": [(name, field.label.best(language)) for name, field in FIELDS.items()],
        "missing": [FIELDS[name].label.best(language) for name in planning.missing(seen.columns)],
        "problem": problem,
    }
    given |= _planned(seen.plan, language, told) if seen.plan else {}
    return render(request, "desk/sheet.html", given, status=UNFIT if problem else 200)


def _columns(seen: Seen) -> Iterator[Column]:
    below = seen.table.rows[head(seen.table) :]
    for at, field in enumerate(seen.columns):
        cells = [row[at] for row in below if at < len(row) and row[at].strip()]
        yield Column(at, seen.headers[at], " · ".join(cell[:40] for cell in cells[:SAMPLES]), field)


def _planned(plan: Plan, language: str, told: Mapping[str, str]) -> dict[str, Any]:
    """What the page tells of the rows."""
    findings = [(one, one.expected(language)) for one in plan.findings()]
    found = likely(plan)
    titles = {line.row.number: _title(line) for line in plan.lines}
    return {
        "counts": [(told[f"sheet_{action.value}"], count) for action, count in plan.counts().items()],
        "findings": findings[:SHOWN],
        "more": _more(findings, told),
        "likely": [(number, titles[number], _known(ones, told)) for number, ones in list(found.items())[:SHOWN]],
        "more_likely": _more(found, told),
        "rows": [(line.row.number, told[f"sheet_{line.action.value}"], _title(line)) for line in plan.lines[:SHOWN]],
        "more_rows": _more(plan.lines, told),
        "ready": any(plan.counts()[action] for action in (Action.ADD, Action.CHANGE, Action.ATTACH)),
    }


def _more(found: Sized, told: Mapping[str, str]) -> str:
    """How many are not shown, '' for none."""
    return told["sheet_more"].format(count=len(found) - SHOWN) if len(found) > SHOWN else ""


def _title(line: Line) -> str:
    values = line.row.values
    named = next((values[name][0] for name in bringing.TITLES if values.get(name)), "")
    return named or "; ".join(values.get("target", ())) or line.row.ident or line.row.text[:80]


class Proposed(NamedTuple):
    """What a row may report already, as the page tells it; `attach` is '' for another row of the file."""

    ident: str
    told: str
    score: float
    why: str
    attach: str


def _known(ones: Sequence[Likely], told: Mapping[str, str]) -> list[Proposed]:
    return [_proposed(one, told) for one in ones]


def _proposed(one: Likely, told: Mapping[str, str]) -> Proposed:
    if one.ident.startswith("row "):
        return Proposed(one.ident, f"{told['sheet_row']} {one.ident.removeprefix('row ')}", one.score, one.why, "")
    return Proposed(one.ident, one.ident, one.score, one.why, told["sheet_attach_to"].format(ident=one.ident))


def _choices(plan: Plan, given: Mapping[str, str]) -> Mapping[int, Choice]:
    """What was chosen for each row that seems to be there; nothing chosen leaves it out."""
    found = likely(plan)
    return {number: _choice(given.get(f"row-{number}", ""), ones) for number, ones in found.items()}


def _choice(chosen: str, ones: Sequence[Likely]) -> Choice:
    if chosen == "add":
        return Choice(Action.ADD)
    if chosen in {one.ident for one in ones if not one.ident.startswith("row ")}:
        return Choice(Action.ATTACH, chosen)
    return Choice(Action.SAME)
