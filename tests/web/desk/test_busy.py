"""While somebody else writes for long, the desk says so, and nothing that was typed is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from html import unescape

import pytest
from django.db import OperationalError, transaction
from django.test import RequestFactory
from django.urls import resolve
from tests.web.desk.conftest import PASSWORD, logged_in

from kuzet.basis.names import LANGUAGES
from kuzet.web import databases
from kuzet.web.desk.busy import Busy
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import models

pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)

REPORT = 'He wrote: "they broke\nthe camera" & left. Бізді сотқа шақырды.'


@pytest.fixture
def held(folder, monkeypatch, request):
    """A desk whose registry another process writes to."""
    monkeypatch.setattr(databases, "WAIT", 0.05)
    request.getfixturevalue("desk")
    theirs = logged_in("dana", "correspondent")
    with closing(sqlite3.connect(folder / databases.FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield theirs, other


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_that_could_not_be_written_is_kept_on_the_page_and_can_be_sent_again(held, language):
    theirs, other = held
    given = {"report_what": REPORT, "report_when": "бүгін"}
    answer = theirs.post("/report", given, headers={"accept-language": language})
    shown, w = unescape(answer.content.decode()), words(language)
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "60", "no-store")
    assert all(w[name] in shown for name in ("busy", "busy_why", "busy_kept", "busy_again"))
    assert f'<input type="hidden" name="report_what" value="{REPORT}">' in shown
    assert 'action="/report"' in shown
    other.execute("ROLLBACK")
    assert not models.Document.objects.filter(source="correspondent").exists()
    assert theirs.post("/report", given).status_code == 302
    assert models.Document.objects.filter(source="correspondent").exists()


def test_what_is_quoted_on_the_page_is_no_markup(held):
    answer = held[0].post("/report", {"report_what": '"><script>alert(1)</script>'})
    assert b"<script>" not in answer.content


def test_no_password_stands_on_the_page(held):
    with pytest.raises(OperationalError) as found, transaction.atomic():
        pass
    request = RequestFactory().post("/login", {"login": "dana", "password": PASSWORD})
    request.resolver_match = resolve("/login")
    answer = Busy(lambda _: None).process_exception(request, found.value)
    shown = answer.content.decode()
    assert answer.status_code == 503
    assert PASSWORD not in unescape(shown)
    assert words("en")["busy_back"] in shown


def test_another_error_of_the_database_is_no_busy_registry(held, monkeypatch):
    theirs, other = held
    other.execute("DROP TABLE registry_event")
    other.execute("COMMIT")
    theirs.raise_request_exception = False
    assert theirs.post("/report", {"report_what": REPORT}).status_code == 500
