"""Files that were sent and not brought in."""

from __future__ import annotations

from datetime import timedelta

from tests.web import made
from tests.web.sheets.conftest import sqlite_only

from kuzet.web.registry import models
from kuzet.web.sheets import drafts

pytestmark = sqlite_only


def test_a_file_is_forgotten_a_week_after_it_was_sent(registry):
    for token, days in (("old", 8), ("new", 6)):
        models.SheetDraft.objects.create(token=token, at=made.AT - timedelta(days=days), raw=b"register")
    assert drafts.forget_old(made.AT) == 1
    assert [one.token for one in models.SheetDraft.objects.all()] == ["new"]
    assert drafts.forget_old(made.AT) == 0
