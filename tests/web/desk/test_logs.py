"""A page that breaks leaves a trace in the log, and nothing of what was sent is in it."""

from __future__ import annotations

import io
import logging
import re

import pytest
from django.db import OperationalError
from tests.web.desk.conftest import logged_in

from kuzet.web import logs
from kuzet.web.desk import intake

pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


@pytest.fixture
def log(monkeypatch):
    """What is written to the log of the server."""
    written = io.StringIO()
    for name in ("django.request", "kuzet"):
        (handler,) = (one for one in logging.getLogger(name).handlers if isinstance(one.formatter, logs.Lines))
        monkeypatch.setattr(handler, "stream", written)
    return written


def broken_by(error):
    def broken(*_, **__):
        raise error

    return broken


def sent(monkeypatch, error):
    theirs = logged_in("dana", "correspondent")
    theirs.raise_request_exception = False
    monkeypatch.setattr(intake, "_keep", broken_by(error))
    given = {"report_what": "Xylophonist beaten", "report_who": "Serik"}
    return theirs.post("/report?from=Aqtau", given, REMOTE_ADDR="203.0.113.7")


def test_of_a_broken_page_the_log_holds_when_where_and_how_and_nothing_that_was_sent(desk, log, monkeypatch):
    assert sent(monkeypatch, ValueError("Xylophonist beaten")).status_code == 500
    told = log.getvalue()
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ERROR django.request: POST report broke\n", told)
    assert "intake.py" in told
    assert told.rstrip().endswith("builtins.ValueError")
    assert not any(word in told for word in ("Xylophonist", "Serik", "Aqtau", "203.0.113.7", "dana"))


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OperationalError("disk I/O error"), "django.db.utils.OperationalError: disk I/O error"),
        (OSError(28, "No space left on device", "/data/xylophonist"), "builtins.OSError: No space left on device"),
    ],
    ids=["database", "disk"],
)
def test_what_the_system_says_is_told(desk, log, monkeypatch, error, why):
    sent(monkeypatch, error)
    assert log.getvalue().rstrip().endswith(why)
    assert "xylophonist" not in log.getvalue()


def test_the_cause_of_an_error_is_told_before_it(desk, log, monkeypatch):
    error = KeyError("Xylophonist")
    error.__cause__ = ZeroDivisionError("Serik")
    sent(monkeypatch, error)
    assert log.getvalue().index("ZeroDivisionError") < log.getvalue().index("KeyError")


def test_pages_that_work_and_those_that_are_not_there_leave_no_line(desk, log, aigul):
    assert [aigul.get(path).status_code for path in ("/keys", "/nothing")] == [200, 404]
    assert log.getvalue() == ""


def test_an_error_of_ours_is_told_as_it_stands(desk, log):
    logging.getLogger("kuzet.web.api.shelf").error("the edition in %s is not served", "2024.zip")
    assert log.getvalue().endswith("ERROR kuzet.web.api.shelf: the edition in 2024.zip is not served\n")
