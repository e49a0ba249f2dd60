"""Reports in several languages and formats at once."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from tests.observatory.write.test_compose_editions import NOW

from kuzet.cli import main
from kuzet.observatory import tally
from kuzet.observatory.write.composing.compose import names


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    path = tmp_path_factory.mktemp("reporting") / "release"
    tally.write(NOW, path)
    return path


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_several_reports_are_written_into_a_folder_each_as_it_is_alone(release, tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    made = run(
        "report",
        release,
        "--lang",
        "kk",
        "--lang",
        "en",
        "--format",
        "html",
        "--format",
        "docx",
        "-o",
        tmp_path / "all",
    )
    assert made.exit_code == 0, made.output
    names = ["report.en.docx", "report.en.html", "report.kk.docx", "report.kk.html"]
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == names
    assert [line.split(":")[0].rpartition("/")[2] for line in made.output.splitlines()] == [
        "report.kk.docx",
        "report.en.docx",
        "report.kk.html",
        "report.en.html",
    ]
    assert run("report", release, "--lang", "kk", "-o", tmp_path / "alone.html").exit_code == 0
    assert (tmp_path / "all" / "report.kk.html").read_bytes() == (tmp_path / "alone.html").read_bytes()


def test_a_release_that_changed_between_two_runs_is_read_anew(tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 1)  # both by this process, which may keep what it has read
    tally.write(NOW, tmp_path / "release")
    words = ("report", tmp_path / "release", "--format", "html", "--format", "xlsx", "-o", tmp_path / "all")
    assert run(*words).exit_code == 0
    before = (tmp_path / "all" / "report.en.html").read_text("utf-8")
    tally.write(NOW.__class__(manifest=NOW.manifest, incidents=NOW.incidents[:-1]), tmp_path / "release")
    assert run(*words).exit_code == 0
    assert (tmp_path / "all" / "report.en.html").read_text("utf-8") != before


def test_templates_of_several_languages_stand_in_a_folder_for_each(release, tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 1)  # nor does one language take the templates of the other
    for language, title in (("kk", "Қорытынды"), ("en", "In short")):
        (tmp_path / "texts" / language).mkdir(parents=True)
        (tmp_path / "texts" / language / "findings.txt").write_text(
            f"# {title} {{findings}}\n\n{{{{ count }}}}.\n", "utf-8"
        )
    words = ("report", release, "--templates", tmp_path / "texts", "-o", tmp_path / "all", "--lang", "kk")
    assert run(*words, "--lang", "en").exit_code == 0
    assert "Қорытынды" in (tmp_path / "all" / "report.kk.html").read_text("utf-8")
    assert "In short" in (tmp_path / "all" / "report.en.html").read_text("utf-8")
    refused = run(*words, "--lang", "ru")
    assert refused.exit_code == 1
    told = f"{tmp_path / 'texts' / 'ru'}: no folder; templates of several languages stand in a folder for each"
    assert refused.output == f"Error: {told}\n"


def test_several_reports_cannot_be_one_file(release, tmp_path):
    (tmp_path / "report.html").write_text("of last year", "utf-8")
    refused = run("report", release, "--all", "-o", tmp_path / "report.html")
    assert refused.exit_code == 1
    assert "a folder, since several reports are asked for" in refused.output
    assert (tmp_path / "report.html").read_text("utf-8") == "of last year"


def test_one_report_goes_into_a_folder_that_is_there(release, tmp_path):
    assert run("report", release, "-o", tmp_path).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["report.en.html"]


def test_where_a_report_cannot_be_written_one_line_says_so(release):
    refused = run("report", release, "-o", "/dev/null/report.html")
    assert (refused.exit_code, refused.output) == (1, "Error: /dev/null/report.html: Not a directory\n")


def test_a_part_that_is_misspelt_stops_the_report_with_the_nearest_name(release, tmp_path):
    (tmp_path / "finding.txt").write_text("# Ours {findings}\n", "utf-8")
    refused = run("report", release, "--templates", tmp_path, "-o", tmp_path / "report.html")
    assert refused.exit_code == 1
    assert refused.output.endswith("; did you mean findings.txt?\n")
    assert not (tmp_path / "report.html").exists()


def test_the_help_of_a_report_lists_every_part():
    told = set(re.findall(r"\w+", run("report", "--help").output))
    assert set(names("en")) - told == set()
