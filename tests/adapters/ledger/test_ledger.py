"""The ledger as an index of the archive: how it is opened, and what one capture after the other makes of it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from kuzet.adapters.ledger import addresses, documents, outcomes, states, store, take
from kuzet.adapters.ledger.schema import VERSION
from kuzet.basis.document import Document
from kuzet.basis.errors import BadInput, BrokenRule, Missing
from kuzet.observatory.collect import copies
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.looked import Looked, Text
from kuzet.observatory.collect.ports import Ask, Capture, Failed
from kuzet.observatory.collect.schedule import MOST_FOUND, Task

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TEXT = "Алматыда жаңа көпір ашылды, оны қала тұрғындары көптен күткен еді деп хабарлайды біздің тілші бүгін таңертең."


ROWS = [("http://a.kz/1", "page"), ("http://a.kz/2", "no kind")]


@pytest.fixture
def db(tmp_path):
    with store.written(tmp_path) as db:
        yield db


def capture(number, url="http://a.kz/1", body="1", after=timedelta(0), source="a"):
    digest = sha256(body.encode()).hexdigest()
    return Capture(
        id=f"c-{number}", url=url, final=url, at=AT + after, status=200, sha256=digest, size=1, source=source
    )


def text(of, words=TEXT, url="", number="", reading=""):
    document = Document(id=of.id + number, text=words, url=url or of.url, source=of.source, captured=of.at)
    return Text(document=document, language="kk", sketch=copies.sketch(words), reading=reading)


def page(db, number, words=TEXT, reading="", **more):
    one = capture(number, **{"body": words, **more})
    return take.take(db, one, Looked(texts=(text(one, words, reading=reading),)), start=False)


def failure(db, status, after, url="http://a.kz/1", kind="page", weight="hard"):
    told = Failed(url=url, weight=weight, why=f"status {status}", at=AT + after, status=status)
    return outcomes.failed(db, Task(ask=Ask(url=url), source="a", kind=kind), told)


def due(db, after, eager=False):
    return [task.ask.url for task in addresses.due(db, AT + after, eager=eager)]


def test_it_never_runs_in_wal_mode_and_syncs_the_folder_too(db):
    """SQLite before 3.51.3 loses acknowledged writes in WAL mode; 3 is EXTRA."""
    assert [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")] == [
        "delete",
        3,
        1,
    ]


def test_a_ledger_of_another_version_is_refused_with_what_to_do(tmp_path):
    with store.written(tmp_path) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(BadInput, match=rf"{VERSION + 1} is not version {VERSION} of the ledger \(build it anew"):
        store.written(tmp_path).__enter__()


def test_a_damaged_ledger_is_refused_with_what_to_do(tmp_path):
    (tmp_path / store.NAME).write_bytes(b"no database" * 1000)
    with pytest.raises(BadInput, match=r"is not whole .*; build it anew: kuzet collect --rebuild"):
        store.written(tmp_path).__enter__()


def test_a_folder_without_a_ledger_cannot_be_looked_at(tmp_path):
    with pytest.raises(Missing, match=r"collection\.sqlite is not there: `kuzet collect"):
        store.looked_at(tmp_path).__enter__()


@pytest.mark.usefixtures("db")
def test_what_is_looked_at_cannot_be_written(tmp_path):
    with store.looked_at(tmp_path) as read, pytest.raises(sqlite3.OperationalError, match="readonly"):
        read.execute("UPDATE fold SET processed = 1")


def test_a_transaction_that_fails_leaves_nothing(db):
    with pytest.raises(sqlite3.IntegrityError), store.transaction(db):
        db.executemany("INSERT INTO address (url, source, kind, found) VALUES (?, 'a', ?, '')", ROWS)
    assert addresses.known(db, "http://a.kz/1") is None


def test_a_capture_is_taken_once_and_in_its_turn(db):
    page(db, 2)
    with pytest.raises(BrokenRule, match="capture c-2 taken after c-2"):
        page(db, 2)
    with pytest.raises(BrokenRule, match="capture c-1 taken after c-2"):
        page(db, 1)


def test_the_same_bytes_again_are_no_new_document(db):
    assert page(db, 1).outcomes == ("new",)
    assert page(db, 2, after=HOUR).outcomes == ("unchanged",)
    assert db.execute("SELECT id FROM document").fetchall() == [("c-1",)]


def test_other_bytes_of_an_address_are_another_document_and_counted_once(db):
    page(db, 1)
    assert page(db, 2, TEXT + " Сосын.", after=HOUR).outcomes == ("changed",)
    assert db.execute("SELECT id, again FROM document").fetchall() == [("c-1", 0), ("c-2", 1)]
    assert sum(count.new for count in states.counts(db, AT + 2 * HOUR, 7)) == 1


def test_nearly_the_same_text_at_another_address_is_a_copy_of_the_earliest(db):
    page(db, 1)
    assert page(db, 2, TEXT + " Толығырақ сайтта.", url="http://b.kz/1").copies == 1
    page(db, 3, TEXT + " Бәрі осы.", url="http://c.kz/1")
    assert db.execute("SELECT id, copy_of FROM document").fetchall() == [("c-1", ""), ("c-2", "c-1"), ("c-3", "c-1")]


def test_a_text_too_short_to_be_compared_is_no_copy(db):
    page(db, 1, "Толығырақ сайтта оқыңыз.")
    assert page(db, 2, "Толығырақ сайтта оқыңыз.", url="http://b.kz/1").copies == 0


def test_a_message_that_a_preview_shows_again_is_known_and_one_that_was_edited_is_not(db):
    def preview(number, words):
        one = capture(number, "http://t.kz/s/c", body=f"{number}")
        looked = Looked(texts=(text(one, words, url="http://t.kz/c/7", number=".1"),))
        return take.take(db, one, looked, start=True).outcomes

    assert preview(1, TEXT) == ("new",)
    assert preview(2, TEXT) == ("unchanged",)
    assert preview(3, TEXT + " Түзетілді.") == ("changed",)
    assert db.execute("SELECT id, again FROM document").fetchall() == [("c-1.1", 0), ("c-3.1", 1)]
    assert "http://t.kz/c/7" not in due(db, 100 * HOUR)


def test_a_cited_page_is_due_after_an_hour_and_one_that_is_not_never(db):
    page(db, 1, reading="{}")
    page(db, 2, url="http://a.kz/2", body="x")
    assert due(db, timedelta(minutes=59)) == []
    assert due(db, HOUR) == ["http://a.kz/1"]


def test_a_page_that_is_unchanged_is_looked_at_next_after_a_day(db):
    page(db, 1, reading="{}")
    task = Task(ask=Ask(url="http://a.kz/1"), source="a", kind="again")
    outcomes.answered(db, task, AT + HOUR, unchanged=True)
    assert due(db, 23 * HOUR) == []
    assert due(db, 24 * HOUR) == ["http://a.kz/1"]


def test_a_cited_page_that_is_gone_is_told_once_and_its_return_too(db):
    page(db, 1, reading="{}")
    assert [one.kind for one in failure(db, 404, HOUR)] == ["deleted"]
    assert failure(db, 410, 24 * HOUR) == ()
    assert [one.kind for one in page(db, 2, after=30 * 24 * HOUR).notices] == ["back"]
    assert [one.kind for one in states.notices(db)] == ["deleted", "back"]


def test_a_page_that_nothing_cites_goes_without_a_notice(db):
    page(db, 1)
    assert failure(db, 404, HOUR) == ()


def test_a_page_that_only_could_not_be_reached_is_not_called_deleted(db):
    page(db, 1, reading="{}")
    assert failure(db, 503, HOUR, weight="temporary") == ()


def test_an_answer_in_the_archive_is_not_asked_for_again_before_it_was_looked_at(db):
    addresses.found(db, Entry(url="http://a.kz/feed"), "a", AT, "start")
    task = Task(ask=Ask(url="http://a.kz/feed"), source="a", kind="start")
    outcomes.answered(db, task, AT, unchanged=False)
    assert due(db, HOUR, eager=True) == []


def test_an_address_that_was_found_as_a_page_can_become_a_start_page(db):
    page(db, 1, url="http://a.kz/news")
    assert due(db, HOUR, eager=True) == []
    addresses.begun(db, "http://a.kz/news", "a", AT)
    assert due(db, HOUR, eager=True) == ["http://a.kz/news"]
    take.take(db, capture(2, "http://a.kz/news", "2"), Looked(entries=(Entry(url="http://a.kz/1"),)), start=True)
    assert due(db, HOUR, eager=True) == ["http://a.kz/1", "http://a.kz/news"]


def test_a_start_page_that_failed_keeps_its_time_also_when_all_are_asked_at_once(db):
    for url in ("http://a.kz/feed", "http://b.kz/feed"):
        addresses.found(db, Entry(url=url), "a", AT, "start")
    failure(db, 503, timedelta(0), url="http://a.kz/feed", kind="start", weight="temporary")
    assert due(db, timedelta(minutes=1), eager=True) == ["http://b.kz/feed"]


def test_a_source_whose_start_page_is_given_up_is_paused_until_it_is_resumed(db):
    addresses.found(db, Entry(url="http://a.kz/feed"), "a", AT, "start")
    for day in range(10):
        failure(db, 404, timedelta(days=day), url="http://a.kz/feed", kind="start")
    (state,) = states.states(db)
    assert (state.paused, state.weight) == ("paused: status 404", 10)
    assert due(db, timedelta(days=99), eager=True) == []
    assert addresses.resume(db, "a", AT) == 1
    states.refresh(db, "a")
    assert due(db, HOUR) == ["http://a.kz/feed"]


def test_a_start_page_brings_recent_addresses_once_each_and_no_more_than_may_wait(db):
    one = capture(1, "http://a.kz/feed")
    entries = tuple(Entry(url=f"http://a.kz/{number}") for number in range(MOST_FOUND + 5))
    with store.transaction(db):
        assert take.take(db, one, Looked(entries=entries), start=True).found == MOST_FOUND
    again = capture(2, "http://a.kz/feed", body="2")
    assert take.take(db, again, Looked(entries=entries[:5]), start=True).found == 0


def test_a_start_page_that_gives_nothing_is_told_until_it_gives_something(db):
    one = capture(1, "http://a.kz/feed")
    states.asked(db, "a", AT, answered=True)
    take.take(db, one, Looked(aside="names no address"), start=True)
    assert states.states(db)[0].broken == "names no address"
    outcomes.answered(db, Task(ask=Ask(url="http://a.kz/feed"), source="a", kind="start"), AT + HOUR, unchanged=True)
    assert states.states(db)[0].broken == "names no address"
    take.take(db, capture(2, "http://a.kz/feed", "2"), Looked(entries=(Entry(url="http://a.kz/1"),)), start=True)
    assert states.states(db)[0].broken == ""


def test_counts_are_by_spans_of_24_hours_before_a_moment(db):
    page(db, 1)
    page(db, 2, "Басқа мәтін.", url="http://a.kz/2", after=30 * HOUR)
    found = states.counts(db, AT + 31 * HOUR, 7)
    assert [(count.ago, count.source, count.language, count.new) for count in found] == [
        (0, "a", "kk", 1),
        (1, "a", "kk", 1),
    ]


def test_bytes_that_were_set_aside_are_known_as_those_of_documents_are(db):
    one = capture(1)
    take.take(db, one, Looked(aside="no text"), start=False)
    page(db, 2, url="http://a.kz/2")
    assert documents.has(db, one.url, one.sha256)
    assert documents.has(db, "http://a.kz/2", sha256(TEXT.encode()).hexdigest())
    assert not documents.has(db, "http://a.kz/2", one.sha256)


def test_what_is_asked_of_it_often_is_found_by_an_index(db):
    asked = (
        (addresses._DUE, {"now": "", "eager": True, "most": 1}),
        (states._REFRESH, ("a",)),
        ("SELECT 1 FROM document WHERE url = ? AND sha256 = ?", ("", "")),
        (documents._MET, (*range(32), 1)),
    )
    plans = [row[3] for query, values in asked for row in db.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    assert [
        plan for plan in plans if plan.startswith(("SCAN address", "SCAN document", "SCAN sketch", "SCAN band"))
    ] == []
