"""What is given to `kuzet verify` is told apart first; what cannot be verified is refused with what can."""

from __future__ import annotations

import zipfile

import pytest
from click.testing import CliRunner
from tests.observatory.write.test_compose_editions import NOW

from kuzet.cli import main
from kuzet.observatory import tally

KINDS = "a release (a folder or zip with a manifest.json), a report of ours (HTML, PDF, DOCX, XLSX), a site, "


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def given(folder, name):
    path = folder / name
    if name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as book:
            book.writestr("notes.txt", "no release")
    elif "." in name:
        path.write_text("Of 12 cases, 6 (50%) failed.", "utf-8")
    else:
        path.mkdir()
    return path


@pytest.mark.parametrize("name", ["empty", "text.txt", "table.csv", "notes.zip"])
def test_what_is_none_of_the_kinds_is_refused_with_all_of_them(tmp_path, monkeypatch, name):
    given(tmp_path, name)
    monkeypatch.chdir(tmp_path)  # a long path is told shortened
    refused = run("verify", name)
    assert refused.exit_code == 1
    assert refused.output.startswith(f"Error: '{name}' is not what can be verified: {KINDS}")


def test_a_release_without_its_manifest_is_a_damaged_release(tmp_path):
    tally.write(NOW, tmp_path / "release")
    (tmp_path / "release" / "manifest.json").unlink()
    assert run("verify", tmp_path / "release").output.endswith("'manifest.json' is not there\n")


def test_a_zip_that_is_cut_is_a_damaged_release(tmp_path):
    tally.write(NOW, tmp_path / "release.zip")
    data = (tmp_path / "release.zip").read_bytes()
    (tmp_path / "release.zip").write_bytes(data[: len(data) // 2])
    assert "is not a folder or a zip file" in run("verify", tmp_path / "release.zip").output


def test_a_report_without_a_release_beside_it_says_how_one_is_given(tmp_path):
    (tmp_path / "report.html").write_text("<p>5</p>", "utf-8")
    assert "no release beside it (release, release.zip)" in run("verify", tmp_path / "report.html").output


@pytest.mark.parametrize("name", ["empty", "text.txt"])
def test_agreement_of_what_is_neither_a_release_nor_a_registry_is_refused_as_such(tmp_path, monkeypatch, name):
    given(tmp_path, name)
    monkeypatch.chdir(tmp_path)
    told = f"Error: '{name}' is not a release (a folder or zip with a manifest.json), or the folder of a registry\n"
    assert run("agreement", name).output == told
