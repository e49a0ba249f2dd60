"""`kuzet collect --health`: what falls silent is told on the day, by name and by exit code."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from kuzet.adapters import space
from kuzet.adapters.ledger import store
from kuzet.cli import main

YEAR = datetime.now(UTC).year
SOURCE = f"""
name: {{kk: Газет}}
kind: newspaper
languages: [kk, ru]
country: KZ
start: [{{form: feed, url: "http://paper.kz/feed"}}]
panel_years: [{YEAR}]
weekly: {{least: 200, most: 400}}
"""
ADD = (
    "INSERT INTO document (id, capture, url, source, sha256, at, language, text)"
    " VALUES (?, 1, ?, 'paper', '', ?, ?, '')"
)


@pytest.fixture
def folder(tmp_path):
    """Nine weeks with 20 documents a day in each of two languages."""
    (tmp_path / "sources" / "paper").mkdir(parents=True)
    (tmp_path / "sources" / "paper" / "source.yml").write_text(SOURCE)
    now = datetime.now(UTC)
    with store.written(tmp_path) as db, store.transaction(db):
        for hours in range(1, 63 * 24):
            for language in ("kk", "ru") if hours % 6 else ():
                ident = f"{language}-{hours}"
                db.execute(
                    ADD, (ident, f"http://paper.kz/{ident}", store.stamp(now - timedelta(hours=hours)), language)
                )
        db.execute("INSERT INTO source (id, last_attempt) VALUES ('paper', ?)", (store.stamp(now),))
    return tmp_path


@pytest.fixture
def silent(folder):
    """The same, with nothing in Kazakh since yesterday."""
    since = store.stamp(datetime.now(UTC) - timedelta(hours=24))
    with store.written(folder) as db:
        db.execute("DELETE FROM document WHERE language = 'kk' AND at > ?", (since,))
    return folder


def health(folder, *more):
    return CliRunner().invoke(main, ["collect", str(folder), "--sources", str(folder / "sources"), "--health", *more])


def test_a_collection_that_is_well_says_so_by_its_exit_code(folder):
    result = health(folder)
    assert result.exit_code == 0
    assert result.output.splitlines()[1:] == ["kk: 20 new in 24 hours", "ru: 20 new in 24 hours"]


def test_a_language_that_fell_silent_yesterday_is_told_today(silent):
    result = health(silent)
    assert result.exit_code == 1
    assert "GAP language kk: 0 new in the last 24 hours, usual are 20, at least 9" in result.output.splitlines()


def test_the_panel_is_judged_beside_its_languages(silent):
    told = json.loads(health(silent, "--json").output)
    gaps = {gap["of"]: (gap["name"], gap["new"], gap["usual"]) for gap in told["gaps"]}
    assert gaps == {"language": ("kk", 0, 20.0), "panel": (str(YEAR), 20, 40.0)}


def test_a_source_under_its_expected_week_is_told(folder):
    with store.written(folder) as db:
        db.execute("DELETE FROM document WHERE at > ?", (store.stamp(datetime.now(UTC) - timedelta(days=5)),))
    assert health(folder).output.splitlines()[0].endswith("80 new in 7 days, expected at least 200")


def test_a_disk_that_is_nearly_full_is_told_with_what_is_left(folder, monkeypatch):
    monkeypatch.setattr(space, "LOW", 2**60)
    result = health(folder)
    assert result.exit_code == 1
    (alarm,) = [line for line in result.output.splitlines() if line.startswith("DISK ")]
    assert alarm.endswith(f" MiB are free for {folder}, expected at least 1,099,511,627,776")
    assert alarm == f"DISK {json.loads(health(folder, '--json').output)['space']}"


def test_a_run_ends_with_the_alarm_of_the_disk(folder, monkeypatch):
    (folder / "sources" / "paper" / "source.yml").write_text(SOURCE.replace("http://paper.kz/feed", "http://10.0.0.1/"))
    monkeypatch.setattr(space, "LOW", 2**60)
    words = ["collect", str(folder), "--sources", str(folder / "sources"), "--contact", "mailto:watch@example.org"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1
    assert any(line.startswith("DISK ") for line in result.output.splitlines())
