"""`kuzet work`: each job does what is left to do, whatever happened to the one before."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from click.testing import CliRunner

pytest.importorskip("django", reason="the registry needs Django")

from django.db import OperationalError
from tests import builders
from tests.commands.test_importing import bury
from tests.web import made

from kuzet.adapters.ledger import documents, store
from kuzet.cli import main
from kuzet.commands import working
from kuzet.observatory.collect.looked import Text
from kuzet.observatory.collect.ports import Capture
from kuzet.web.folder import opened
from kuzet.web.proving import findings

STORY = (
    "On 15 April 2024 a police officer beat the journalist Andrei Skiba of the newspaper Nasha Gazeta in Kostanay "
    "while he was filming a rally. The reporter {} was taken to hospital."
)


def run(*words):
    return CliRunner().invoke(main, ["work", *(str(word) for word in words)])


@pytest.fixture
def collection(tmp_path):
    """A collection with two documents on one event and one on the weather."""
    folder = tmp_path / "data"
    texts = (STORY.format("himself"), STORY.format("of the paper"), "It rained in Kostanay on Monday.")
    with store.written(folder) as db:
        for number, text in enumerate(texts, 1):
            take(db, number, text)
    return folder


def take(db, number, text):
    document = builders.document(f"c-{number}", text)
    at = datetime(2024, 4, 16, number, tzinfo=UTC)
    url = f"https://paper.example/{number}"
    capture = Capture(id=f"c-{number}", url=url, final=url, at=at, status=200, sha256="0" * 64, size=9, source="paper")
    documents.add(db, documents.Row(Text(document=document, language="en"), capture, "", again=False))


def counts(registry):
    with opened(registry):
        from kuzet.web.registry import models

        return tuple(model.objects.count() for model in (models.Document, models.Candidate, models.Link))


def test_documents_of_the_collection_are_read_and_what_may_be_the_same_is_proposed_once(begun, collection):
    first = run(begun, "--once", "--collection", collection)
    assert first.exit_code == 0, first.output
    assert "read: 3 documents" in first.output
    assert "2 candidates compared, 1 pairs proposed" in first.output
    assert counts(begun) == (3, 2, 1)
    second = run(begun, "--once", "--collection", collection)
    assert ("read:" in second.output, "link:" in second.output) == (False, False)
    assert counts(begun) == (3, 2, 1)
    assert findings(begun) == ()


def test_a_document_that_a_law_erased_is_not_offered_again_and_the_rest_is_read(begun, collection):
    bury(begun, "c-1")
    done = run(begun, "--once", "--collection", collection)
    assert done.exit_code == 0, done.output
    assert "read: 2 documents" in done.output
    assert counts(begun)[0] == 2


def test_documents_that_are_set_aside_do_not_keep_the_others_from_being_read(begun, collection, monkeypatch):
    monkeypatch.setattr(working, "BATCH", 1)
    with store.written(collection) as db:
        db.execute("UPDATE document SET text = ? WHERE id = 'c-1'", ("It rained\0 again",))
    done = run(begun, "--once", "--collection", collection)
    assert ("read: 2 documents" in done.output, counts(begun)[0]) == (True, 2)


def test_a_new_candidate_is_compared_with_those_before_it(begun, collection):
    run(begun, "--once", "--collection", collection)
    with store.written(collection) as db:
        take(db, 4, STORY.format("yesterday"))
    assert "1 candidates compared, 2 pairs proposed" in run(begun, "--once", "--collection", collection).output


def test_a_pair_that_was_judged_is_not_proposed_again_even_when_everything_is_compared_anew(begun, collection):
    run(begun, "--once", "--collection", collection)
    with opened(begun):
        from kuzet.basis.judgement import Judgement, LinkKind, Verdict
        from kuzet.web.registry import changes, models

        judgement = Judgement(
            left="c-1#1",
            right="c-2#1",
            kind=LinkKind.SAME_INCIDENT,
            verdict=Verdict.NEGATIVE,
            author=builders.ANALYST,
            at=made.AT,
        )
        changes.put(judgement, made.by())
        models.Compared.objects.all().delete()
        models.Link.objects.all().delete()
    assert "2 candidates compared, 0 pairs proposed" in run(begun, "--once", "--collection", collection).output


def test_the_health_of_the_collection_is_kept_where_the_desk_reads_it(begun, collection):
    working._keep_health(begun, collection, "kz")
    told = json.loads((begun / "collection.json").read_text("utf-8"))
    assert ({"at", "sources", "languages", "gaps"} <= told.keys(), len(told["sources"]) > 50) == (True, True)


def test_an_edition_is_frozen_once_a_month(begun, tmp_path):
    words = (begun, "--once", "--editions", tmp_path / "releases", "--period", "2024")
    (tmp_path / "releases").mkdir()
    assert f"freeze: kz-2024, edition 1 in {tmp_path / 'releases' / 'kz-2024-1'}" in run(*words).output
    assert "freeze" not in run(*words).output
    agreement = (tmp_path / "releases" / "kz-2024-1.agreement.csv").read_text("utf-8-sig")
    assert agreement.startswith("variable,level,language,period,coders,units,same,pairs,alpha,low,high")


def test_a_spreadsheet_that_was_never_brought_in_is_forgotten(begun):
    with opened(begun):
        from kuzet.web.registry import models

        models.SheetDraft.objects.create(name="list.xlsx", at=made.AT, raw=b"register")
    assert "forget: 1 spreadsheets that were never brought in" in run(begun, "--once").output
    assert "forget" not in run(begun, "--once").output


def test_a_job_that_cannot_be_done_is_told_in_one_line_and_the_others_go_on(begun, tmp_path):
    told = run(begun, "--once", "--collection", tmp_path / "nowhere")
    assert told.exit_code == 1
    assert "read: not done: " in told.output
    assert told.output.splitlines()[-1].endswith("work: done")


@pytest.mark.parametrize("error", [OperationalError("database is locked"), OSError(28, "No space left on device")])
def test_a_job_that_the_disk_or_the_database_stops_does_not_stop_the_others(begun, monkeypatch, error):
    def failing(_work):
        raise error

    jobs = (working.Job("first", timedelta(hours=1), failing), working.Job("second", timedelta(0), lambda _: "went on"))
    monkeypatch.setattr(working, "JOBS", jobs)
    told = run(begun, "--once")
    assert told.exit_code == 1, told.output
    assert f"first: not done: {error}" in told.output
    assert "second: went on" in told.output


def test_a_collection_that_failed_is_told_as_not_done(begun, collection):
    told = run(begun, "--once", "--collection", collection, "--contact", "nobody")
    assert told.exit_code == 1
    assert "collect: not done: `kuzet collect` ended with code 1 and told nothing of what it did" in told.output


def test_a_verb_that_prints_more_than_a_pipe_holds_is_read_to_its_end(tmp_path):
    file = tmp_path / "long.jsonl"
    file.write_text("".join(json.dumps({"id": n, "text": "It rained. " * 9}) + "\n" for n in range(400)), "utf-8")
    code, told = working._output(["read", str(file), "--json"], Event())
    assert (code, len(told) > 2**16, len(told.splitlines())) == (0, True, 400)


def test_every_job_is_told_by_the_verb():
    shown = CliRunner().invoke(main, ["work", "--help"]).output
    assert [job.name for job in working.JOBS if job.name not in shown] == []


def test_a_request_to_end_lets_the_job_under_way_be_finished(begun, collection):
    """In a process of its own, which is told to end as soon as it has said something."""
    environment = {**os.environ, "PYTHONPATH": str(Path(working.__file__).parents[2])}
    words = [sys.executable, "-m", "kuzet", "work", str(begun), "--collection", str(collection)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as child:
        first = child.stdout.readline()
        child.send_signal(signal.SIGTERM)
        rest = child.stdout.read()
    assert child.returncode == 0, first + rest
    assert rest.splitlines()[-1].endswith("work: ended")
    assert findings(begun) == ()


def test_work_that_was_killed_is_done_by_the_next_run(begun, collection):
    environment = {**os.environ, "PYTHONPATH": str(Path(working.__file__).parents[2])}
    words = [sys.executable, "-m", "kuzet", "work", str(begun), "--collection", str(collection)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as child:
        child.stdout.readline()
        child.kill()
    run(begun, "--once", "--collection", collection)
    assert counts(begun) == (3, 2, 1)
    assert findings(begun) == ()
