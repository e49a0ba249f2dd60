"""Registers in spreadsheets at the desk: files sent, imports done, lists given out, and a template to fill in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.adapters import sheets as files
from kuzet.basis.errors import BadInput, KuzetError
from kuzet.basis.word import to_json
from kuzet.observatory.review.sheets import head
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import models, store
from kuzet.web.registry.events import By
from kuzet.web.registry.words import Import
from kuzet.web.sheets import drafts, listing, planning, undoing

LARGEST: Final = 10 * 2**20
"""Bytes of a file that the page takes; the command line takes larger ones."""

MOST: Final = 5000
"""Rows of a register that the page brings in: a few seconds of work; the command line takes any number."""

LISTED: Final = 50
UNFIT: Final = 422
STATES: Final = {"begun": "sheet_begun", "done": "sheet_done", "undone": "sheet_undone_state"}
TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def show(request: HttpRequest) -> HttpResponse:
    """The page; a file that is sent becomes a draft, which has a page of its own."""
    return _sent(request) if request.method == "POST" else _page(request)


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    mine = models.SheetDraft.objects.filter(author=request.user.get_username()).order_by("-at")
    told = words(language_of(request))
    imports = store.load(Import, models.Import.objects.filter(pk__in=_latest()).order_by("-at"))
    given = {
        "imports": [(one, told["sheet_brought"].format(**_counts(one)), told[STATES[one.state]]) for one in imports],
        "drafts": list(mine.only("token", "name", "at")[:LISTED]),
        "problem": problem,
        "limit": told["sheet_limit"].format(megabytes=LARGEST // 2**20, most=MOST),
        "forms": tuple(TYPES),
    }
    return render(request, "desk/sheets.html", given, status=UNFIT if problem else 200)


def _latest() -> list[int]:
    return list(models.Import.objects.order_by("-at").values_list("pk", flat=True)[:LISTED])


def _counts(record: Import) -> dict[str, int]:
    return {name: getattr(record, name) for name in ("added", "changed", "attached", "left")}


def _sent(request: HttpRequest) -> HttpResponse:
    told, file = words(language_of(request)), request.FILES.get("file")
    if file is None or file.size > LARGEST:
        return _page(request, told["sheet_none"].format(megabytes=LARGEST // 2**20))
    raw = file.read()
    try:
        found = files.opened(raw, file.name)
        rows = max(len(table.rows) for table in found.tables)
        if rows > MOST + 1:
            raise BadInput(f"{rows} rows", f"at most {MOST}; larger registers: kuzet import", file.name)
        if not any(head(table) for table in found.tables):
            raise BadInput(file.name, "a file with a row of headers")
    except KuzetError as error:
        return _page(request, f"{told['sheet_unread']} {error}")
    now = datetime.now(UTC)
    drafts.forget_old(now)
    draft = models.SheetDraft.objects.create(
        token=uuid4().hex, at=now, author=request.user.get_username(), name=file.name, raw=raw, sheets=to_json(found)
    )
    return redirect("sheet", token=draft.token)


def undo(request: HttpRequest, ident: str) -> HttpResponse:
    """Take an import back."""
    told = words(language_of(request))
    reason = request.POST.get("reason", "").strip() or f"{told['sheet_undo']}: {ident}"
    by = By(request.user.get_username(), datetime.now(UTC), reason)
    try:
        made = undoing.undo(ident, candidates.country().profile.code, by)
    except KuzetError as error:
        return _page(request, refusals.told(error, language_of(request)))
    messages.success(request, told["sheet_undone"].format(rows=made.rows))
    return _page(request, "\n".join(made.refused[:LISTED])) if made.refused else redirect("sheets")


def given_out(request: HttpRequest, form: str) -> HttpResponse:
    """A list of incidents as a file, narrowed by the filters of the address."""
    if form not in TYPES:
        raise Http404(form)
    language = language_of(request)
    where = {name: value for name, value in request.GET.items() if name != "period" and value}
    try:
        rows = listing.chosen(where, request.GET.get("period", "").strip())
    except BadInput as error:
        return _page(request, refusals.told(error, language_of(request)))
    lines = listing.lines(rows, language, planning.pack_of(candidates.country()))
    data = files.written(words(language)["sheet_register"], listing.heads(language), lines, form)
    return file(data, f"kuzet-{datetime.now(UTC):%Y-%m-%d}.{form}", TYPES[form])


def template(request: HttpRequest) -> HttpResponse:
    """The workbook to fill in, in the language of the page."""
    language = language_of(request)
    names = {name: words(language)[f"sheet_{name}"] for name in ("register", "columns", "lists")}
    data = files.template(language, planning.pack_of(candidates.country()), names)
    return file(data, f"kuzet-template-{language}.xlsx", TYPES["xlsx"])


def file(data: bytes, name: str, kind: str) -> HttpResponse:
    """A file to be saved, of which no copy stays with others."""
    headers: dict[str, Any] = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(data, content_type=kind, headers=headers)
