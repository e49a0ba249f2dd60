"""Small registers, and a registry that they are brought into."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from types import SimpleNamespace

import pytest
from tests.web import made
from tests.web.sheets.rows import HEAD

from kuzet import countries
from kuzet.adapters import sheets as files
from kuzet.adapters.sheets.opening import read
from kuzet.observatory.review.sheets import head
from kuzet.web.registry import models

sqlite_only = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


@pytest.fixture
def sheet(registry):
    """Plans and brings in rows under `HEAD`; the registry is open."""
    from kuzet.web.sheets import bringing, likely, planning, undoing

    minutes = count(1)

    def by(author="aigul", reason="our register"):
        return made.by(author, reason)._replace(at=made.AT + timedelta(minutes=next(minutes)))

    def plan(*rows, headers=HEAD, name="register.csv", **chosen):
        raw = files.written("R", headers, rows, "csv")
        (table,) = read(raw, name).tables
        columns = planning.columns_of(table.rows[head(table) - 1], chosen)
        whole = bringing.Whole(name, raw)
        return planning.plan(table, columns, planning.pack_of(countries.load("kz")), whole.sha256), whole

    def bring(*rows, choices=None, author="aigul", **given):
        planned, whole = plan(*rows, **given)
        return bringing.bring(planned, whole, by(author), choices or {}, lambda _done: None)

    def undo(brought):
        return undoing.undo(brought.record.id, "KZ", by("aigul", "wrong file"))

    def counted():
        return models.Incident.objects.exclude(status__in=(*likely.GONE, "in_review")).count()

    return SimpleNamespace(
        plan=lambda *rows, **given: plan(*rows, **given)[0],
        bring=bring,
        undo=undo,
        likely=likely.likely,
        counted=counted,
        by=by,
    )
