"""`kuzet init` and `kuzet release`, as they are typed."""

from __future__ import annotations

import sqlite3

import pytest
from click.testing import CliRunner

pytest.importorskip("django", reason="the registry needs Django")

from kuzet.cli import main
from kuzet.commands import demo
from kuzet.observatory import tally
from kuzet.web.databases import FILE
from kuzet.web.proving import findings


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def quick(monkeypatch):
    """The sample with nothing read by the machine: its decisions stand by themselves."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(demo, "read", lambda documents: {document.id: () for document in documents})


def test_init_makes_a_registry_and_twice_changes_nothing(tmp_path):
    first, second = run("init", tmp_path / "registry"), run("init", tmp_path / "registry")
    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert first.output == second.output
    assert first.output.startswith(f"registry {tmp_path / 'registry'}: codebook 2024.1, 1 events")


def test_a_release_of_the_sample_is_frozen_from_the_registry_and_both_are_proved(tmp_path):
    told = run("init", tmp_path / "registry", "--sample")
    assert told.exit_code == 0, told.output
    assert "176 documents, 0 candidates, 179 decisions, 47 incidents described and 300 reconstructed" in told.output
    frozen = run("release", tmp_path / "registry", "--period", "2024", "-o", tmp_path / "release.zip")
    assert frozen.output.splitlines() == [
        f"kz-2024, edition 1: 347 incidents in {tmp_path / 'release.zip'}",
        f"agreement of coders: {tmp_path / 'release.zip.agreement.csv'}",
    ]
    assert len(tally.verify(tmp_path / "release.zip").incidents) == 347
    assert findings(tmp_path / "registry") == ()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--period", "2024", "--frozen", "soon"), "Error: --frozen: 'soon' is not a day such as 2025-03-01"),
        (("--period", "last year"), "Error: 'last year' is not a date such as 2024-09-20"),
        (("--period", "2024", "--country", "xx"), "Error: 'xx' is not a country with a pack"),
    ],
)
def test_what_cannot_be_frozen_is_one_line(begun, tmp_path, words, message):
    result = run("release", begun, *words, "-o", tmp_path / "release")
    assert result.exit_code == 1
    assert result.output.startswith(message)
    assert not (tmp_path / "release").exists()


def test_what_stands_in_the_way_of_an_edition_is_listed_and_the_edition_refused(begun_with_sample, tmp_path):
    registry = begun_with_sample
    held = run("release", registry, "--period", "2024", "--check")
    assert (held.exit_code, held.output) == (0, "nothing stands in the way of an edition\n")
    with sqlite3.connect(registry / FILE) as file:
        file.execute("UPDATE registry_document SET text = text || ' More.' WHERE ident = 'kz24-087-en'")
        file.execute("UPDATE registry_citation SET source = 'nobody' WHERE document = 'kz24-088-kk'")
    file.close()
    listed = run("release", registry, "--period", "2024", "--check")
    assert listed.exit_code == 1
    assert "cites kz24-088-kk of source nobody, which is not among the sources" in listed.output
    assert "incident KZ-2024-0001: cites kz24-087-en with SHA-256 " in listed.output
    refused = run("release", registry, "--period", "2024", "-o", tmp_path / "release")
    assert (refused.exit_code, (tmp_path / "release").exists()) == (1, False)
    assert refused.output.startswith("Error: kz-2024: incident KZ-2024-0001: cites kz24-088-kk of source nobody")


def test_either_a_check_or_a_place_is_asked_for(begun, tmp_path):
    both = run("release", begun, "--period", "2024", "--check", "-o", tmp_path / "release")
    neither = run("release", begun, "--period", "2024")
    assert (both.exit_code, neither.exit_code) == (2, 2)
    assert "give either --check or the place to write to, -o" in both.output


def test_a_folder_that_is_no_registry_is_told_with_the_way_to_make_one(tmp_path):
    result = run("release", tmp_path, "--period", "2024", "-o", tmp_path / "release")
    assert (result.exit_code, result.output) == (
        1,
        f"Error: {tmp_path}: no registry; make one with: kuzet init {tmp_path}\n",
    )


def test_verify_proves_a_registry_and_names_a_row_that_was_changed_behind_it(begun_with_sample):
    registry = begun_with_sample
    sound = run("verify", registry)
    assert (sound.exit_code, sound.output) == (
        0,
        f"{registry}: registry: all events and rows as they were written\n",
    )
    with sqlite3.connect(registry / FILE) as db:
        db.execute("UPDATE registry_incident SET category = 'physical' WHERE category != 'physical'")
    changed = run("verify", registry)
    assert changed.exit_code == 1
    assert "findings" in changed.output.splitlines()[-1]
