"""`kuzet link`: documents or readings in, groups of documents out; bad lines are named."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile

import pytest
from click.testing import CliRunner

from kuzet.cli import main

DOCUMENTS = [
    {
        "id": "a",
        "text": "Журналист Ерлан Тортай избит 14 марта 2025 года на рынке в Костанае. Охранник ударил его по лицу.",
        "published": "2025-03-15",
    },
    {
        "id": "b",
        "text": "Journalist Yerlan Tortai was beaten by a guard at a market in Kostanay on March 14, 2025.",
        "published": "2025-03-16",
    },
    {"id": "c", "text": "It rained in Kostanay on Friday.", "published": "2025-03-14"},
]


@pytest.fixture
def documents(tmp_path):
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in DOCUMENTS), "utf-8")
    return path


@pytest.fixture
def readings(tmp_path, documents):
    path = tmp_path / "readings.jsonl"
    path.write_text(CliRunner().invoke(main, ["read", str(documents), "--json"]).stdout, "utf-8")
    return path


def link(path, *options):
    return CliRunner().invoke(main, ["link", str(path), *options])


def test_documents_of_one_incident_are_grouped_and_those_without_an_attack_are_in_no_group(documents):
    made = link(documents, "--json")
    assert json.loads(made.stdout) == [["a", "b"]]
    assert made.exit_code == 0


def test_readings_give_the_same_groups_as_their_documents(documents, readings):
    assert link(readings, "--json").stdout == link(documents, "--json").stdout


def test_explain_tells_the_evidence_of_each_pair_in_plain_lines_when_piped(readings):
    told = link(readings, "--explain").stdout
    assert told.startswith("1: a#1 b#1\n    a#1 - b#1  +")
    assert "people       full: Ерлан Тортай" in told
    assert "date         day: 2025-03-14 / 2025-03-14" in told


def test_bad_lines_of_documents_are_named_and_the_others_linked(documents):
    with documents.open("a", encoding="utf-8") as file:
        file.write('{"id": "d"}\n')
    made = link(documents, "--json")
    assert json.loads(made.stdout) == [["a", "b"]]
    assert "documents.jsonl, line 4: text" in made.stderr
    assert made.exit_code == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "a reading (the line is empty)"),
        ("{]", "readable"),
        ('{"id": "z"}', "missing required field `candidates`"),
        ('{"id": "b", "candidates": []}', "an id that stands once in the file"),
        (
            '{"id": "z", "candidates": [{"coding": {"subject": "y#1", "coder": {"id": "m"}, "codebook": "2024.1"}}]}',
            "z# and a number",
        ),
        ("[" * 100_000, "nested too deeply"),
        ("\udcff", "readable"),
    ],
)
def test_bad_lines_of_readings_are_named_and_the_others_linked(readings, line, reason):
    with readings.open("ab") as file:
        file.write(line.encode("utf-8", "surrogateescape") + b"\n")
    made = link(readings, "--json")
    assert json.loads(made.stdout) == [["a", "b"]]
    assert "readings.jsonl, line 4: " in made.stderr
    assert reason in made.stderr
    assert made.exit_code == 1


def test_a_file_of_many_readings_is_made_ready_by_several_processes_with_the_same_result(readings, monkeypatch):
    told = link(readings, "--explain").stdout
    monkeypatch.setattr("kuzet.commands.linking.AT_ONCE", 1)
    assert link(readings, "--explain").stdout == told


def test_a_temporary_folder_that_cannot_be_used_is_named_in_one_line(readings, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    made = link(readings)
    assert made.exit_code == 1
    assert made.stderr.count("\n") == 1
    assert "a folder for temporary files: No such file or directory; set TMPDIR" in made.stderr


def test_a_request_to_end_leaves_no_temporary_folder(readings, monkeypatch, tmp_path):
    def asked_to_end(*_):
        assert len(list(tmp_path.glob("kuzet-link-*"))) == 1
        os.kill(os.getpid(), signal.SIGTERM)
        yield

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("kuzet.commands.linking.read_lines", asked_to_end)
    assert link(readings).exit_code == 128 + signal.SIGTERM
    assert list(tmp_path.glob("kuzet-link-*")) == []


def test_a_file_without_a_line_has_no_groups(tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    made = link(tmp_path / "empty.jsonl", "--json")
    assert (made.stdout, made.exit_code) == ("[]\n", 0)


def test_help_does_not_load_what_linking_needs():
    code = "import sys; from kuzet.cli import main\ntry: main(['link', '--help'])\nexcept SystemExit: pass\n"
    code += "print('rapidfuzz' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.endswith("False\n")
