"""`kuzet verify` of archives and bundles, `kuzet export` of a document, as a user meets them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import timedelta

import pytest
from click.testing import CliRunner
from tests.adapters.archive.made import DAY, answer, archive_of

from kuzet.adapters.archive import Archive, Layout
from kuzet.cli import main


@pytest.fixture
def data(tmp_path):
    return archive_of(tmp_path / "data", 4, sealed=2)


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_an_archive_that_holds_is_told_with_what_was_proved(data):
    result = run("verify", data)
    key = (data / "archive" / "keys" / "0001.key").read_text()[22:86]
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "4 captures, 4 objects, 2 checkpoints, 0 time-stamps",
        "4 of 4 lines are under a checkpoint of 2026-11-26 11:00 UTC",
        f"key 1: {key}",
        f"{data}: all as it was kept",
    ]


def test_each_finding_is_a_line_and_the_exit_code_is_one(data):
    path = Layout(data).captures
    path.write_bytes(path.read_bytes().replace(b"news.example/2", b"news.example/3"))
    result = run("verify", data)
    assert result.exit_code == 1
    assert result.output.startswith("captures.jsonl, line 2: its content has the SHA-256 ")
    assert result.output.endswith(f"{data}: 1 findings\n")


def test_for_a_program_findings_and_what_was_proved_are_json(data):
    Layout(data).object(captures(data)[0].sha256).unlink()
    result = run("verify", data, "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [finding["where"] for finding in told["findings"]] == ["captures.jsonl, line 1"]
    assert (told["proved"]["captures"], told["proved"]["checkpoints"]) == (4, 2)


def captures(data):
    with Archive(data) as archive:
        return list(archive.captures())


def test_lines_under_no_checkpoint_and_torn_ends_are_told(data):
    with Archive(data) as archive:
        archive.keep(answer(5), "news")
    with Layout(data).captures.open("ab") as file:
        file.write(b'{"before"')
    with Archive(data):
        pass
    output = run("verify", data).output
    assert "4 of 5 lines are under a checkpoint of 2026-11-26 11:00 UTC" in output
    assert "1 torn ends of lines were moved aside, into archive/torn" in output


def test_an_archive_without_any_checkpoint_says_that_nothing_is_signed(tmp_path):
    with Archive(tmp_path) as archive:
        archive.keep(answer(1), "news")
    result = run("verify", tmp_path)
    assert (result.exit_code, "under no checkpoint: nothing here is signed" in result.output) == (0, True)


def test_a_checkpoint_that_was_kept_elsewhere_shows_an_older_copy(data, tmp_path):
    shutil.copytree(data, tmp_path / "older")
    with Archive(data) as archive:
        archive.keep(answer(5), "news")
        archive.checkpoint(DAY + timedelta(days=1))
    elsewhere = data / "archive" / "checkpoints" / "000003.checkpoint"
    assert run("verify", tmp_path / "older").exit_code == 0
    result = run("verify", tmp_path / "older", "--checkpoint", elsewhere)
    assert result.exit_code == 1
    assert "its end was cut, or it is an older copy" in result.output


def test_a_file_that_is_no_checkpoint_is_one_line_and_no_traceback(data):
    result = run("verify", data, "--checkpoint", data / "archive" / "captures.jsonl")
    assert result.exit_code == 1
    assert result.output.startswith("Error: captures.jsonl: ")
    assert result.output.count("\n") == 1


def test_a_document_is_exported_and_its_bundle_verified(data, tmp_path):
    made = run("export", data, "--document", "http://news.example/3", "-o", tmp_path / "evidence.zip")
    assert made.exit_code == 0
    assert made.output.startswith(f"{tmp_path}/evidence.zip: ")
    result = run("verify", tmp_path / "evidence.zip")
    assert result.exit_code == 0
    assert result.output.startswith("1 captures, 1 objects, 1 checkpoints, 0 time-stamps\n")


def test_a_document_under_no_checkpoint_yet_gets_one_when_it_is_exported(data, tmp_path):
    with Archive(data) as archive:
        archive.keep(answer(5), "news")
    assert run("export", data, "--document", "c-5", "-o", tmp_path / "evidence.zip").exit_code == 0
    assert run("verify", tmp_path / "evidence.zip").exit_code == 0
    assert run("verify", data).exit_code == 0


def test_while_a_collection_writes_only_sealed_documents_are_exported(data, tmp_path):
    with Archive(data) as archive:
        archive.keep(answer(5), "news")
        assert run("export", data, "--document", "c-4", "-o", tmp_path / "evidence.zip").exit_code == 0
        result = run("export", data, "--document", "c-5", "-o", tmp_path / "evidence.zip")
    assert result.exit_code == 1
    assert "captures.jsonl, line 5: under no checkpoint yet; make one first" in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--document", "c-99"], "no capture c-99; give an id such as c-7, an address or a SHA-256"),
        (["--document", "c-1", "-o", "/dev/null/x.zip"], "/dev/null/x.zip: Not a directory"),
    ],
)
def test_what_cannot_be_exported_is_one_line_with_the_reason(data, tmp_path, words, message):
    result = run("export", data, "-o", tmp_path / "evidence.zip", *words)
    assert result.exit_code == 1
    assert message in result.output
    assert result.output.count("\n") == 1


def test_a_folder_without_an_archive_is_told(tmp_path):
    result = run("export", tmp_path, "--document", "c-1", "-o", tmp_path / "evidence.zip")
    assert result.output == f"Error: {tmp_path}: no archive in it\n"


def test_without_a_browser_the_bundle_is_written_with_a_note(data, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    result = run("export", data, "--document", "c-1", "--picture", "-o", tmp_path / "evidence.zip")
    assert result.exit_code == 0
    assert "no picture: no browser is installed (one of chromium, " in result.stderr


def test_a_damaged_bundle_is_named_item_by_item(data, tmp_path):
    path = tmp_path / "evidence.zip"
    run("export", data, "--document", "c-1", "-o", path)
    path.write_bytes(path.read_bytes().replace(b"EVIDENCE BUNDLE", b"EVIDENCE BUNDLY"))
    result = run("verify", path)
    assert result.exit_code == 1
    assert "evidence.zip: the zip file is damaged (Bad CRC-32 for file 'README.txt')" in result.output


def test_verifying_a_release_needs_no_library_of_evidence():
    code = "import sys, kuzet.cli; print([name for name in ('warcio', 'cryptography') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
