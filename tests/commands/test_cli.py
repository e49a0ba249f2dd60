"""The command line as a user meets it: help, errors in one line, exit codes, a quick start."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from kuzet.cli import main

HEAVY = {"django", "sklearn", "polars", "weasyprint", "vl_convert", "docx", "lingua", "pymorphy3", "rich"}


def run(*words):
    return CliRunner().invoke(main, list(words))


def test_help_lists_the_verbs_in_the_order_of_the_way_of_the_data():
    verbs = [line.split()[0] for line in run("--help").output.partition("Commands:")[2].splitlines() if line.strip()]
    assert verbs == [
        "demo",
        "sources",
        "collect",
        "backfill",
        "read",
        "learn",
        "link",
        "judge",
        "weigh",
        "init",
        "import",
        "template",
        "agreement",
        "account",
        "serve",
        "work",
        "release",
        "backup",
        "restore",
        "figures",
        "report",
        "chart",
        "preview",
        "check",
        "publish",
        "export",
        "verify",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["figures", "nowhere"], "Path 'nowhere' does not exist"),
        (["report", "."], "Missing option '-o'"),
        (["check", "."], "is a directory"),
        (["guess"], "No such command 'guess'"),
    ],
)
def test_wrong_use_is_exit_code_two_with_the_reason(words, message):
    result = run(*words)
    assert result.exit_code == 2
    assert message in result.output


def test_a_folder_that_is_no_release_is_one_line_and_no_traceback(tmp_path):
    result = run("figures", str(tmp_path))
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1


def test_a_file_that_is_no_text_is_named_with_the_byte(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"ok \xff")
    result = run("check", str(path))
    assert result.exit_code == 1
    assert "is not a text in UTF-8 (byte 4); convert it first" in result.output


def test_an_empty_text_is_refused_as_such(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(" \n", "utf-8")
    result = run("check", str(path))
    assert result.exit_code == 1
    assert result.output.endswith("'' is not a text with words in it\n")


def test_a_number_that_differs_is_exit_code_one_and_one_that_holds_is_zero(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Detentions became 1.6 times fewer (4 against 7).", "utf-8")
    result = run("check", str(path), "--lang", "en")
    assert result.exit_code == 1
    assert result.output.startswith("line 1: differs, should be 1.75: 7 / 4 is 1.75\n")
    path.write_text("Of 12 cases, 6 (50%) failed.", "utf-8")
    assert run("check", str(path), "--lang", "en").output == "1 holds, 0 differs, 0 ambiguous, 0 uncheckable\n"


def test_what_a_check_finds_is_told_in_the_language_that_is_asked_for(tmp_path):
    path = tmp_path / "есеп.txt"
    path.write_text("2023 жылы 12 оқиғаның бесеуі, яғни 45%-ы айыппұлмен аяқталды.", "utf-8")
    told = "1-жол: сәйкес емес, болуы тиіс: 42%: 12 ішінде 5 – бұл 41,67%"
    assert run("check", str(path), "--notes", "kk").output.startswith(told)
    assert run("check", str(path)).output.startswith("line 1: differs, should be 42%: 5 of 12 is 41.67%")


def imported(*words):
    code = (
        "import sys; from kuzet.cli import main\n"
        f"try: main({list(words)!r})\n"
        "except SystemExit: pass\n"
        "print('\\nMODULES', *sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in result.stdout.rpartition("\nMODULES ")[2].split()}


def test_help_imports_nothing_heavy():
    assert HEAVY & imported("--help") == set()


def test_check_imports_nothing_that_it_does_not_need(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Of 12 cases in the year, 6 (50%) failed and the other ones were won by the editors.", "utf-8")
    assert HEAVY & imported("check", str(path)) == set()


def test_the_help_tells_each_verb_in_one_whole_line():
    shown = run("--help").output.partition("Commands:")[2]
    assert "..." not in shown
    assert [name for name, verb in main.commands.items() if len(verb.short_help or "x" * 61) > 60] == []


def test_every_option_of_every_verb_says_what_it_does():
    options = [
        (name, one) for name, verb in main.commands.items() for one in verb.params if isinstance(one, click.Option)
    ]
    assert [(name, one.opts) for name, one in options if not one.help] == []


def test_the_help_of_the_demo_names_every_format():
    assert "HTML, PDF, DOCX and XLSX" in run("demo", "--help").output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["collect", "t.txt", "--health"], "Directory 't.txt' is a file."),
        (["backfill", "t.txt", "links.txt"], "Directory 't.txt' is a file."),
        (["init", "t.txt"], "Directory 't.txt' is a file."),
        (["check", "t.txt", "--html", "."], "File '.' is a directory."),
        (["learn", "-o", "model.json"], "tests/golden is not here: run it in the checkout, or give --golden"),
        (["weigh", "-o", "weights.csv"], "tests/golden is not here: run it in the checkout, or give --golden"),
        (["learn", "-o", "model.json", "--golden", "nowhere"], "Directory 'nowhere' does not exist."),
    ],
)
def test_a_place_of_another_kind_is_wrong_use(tmp_path, monkeypatch, words, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.txt").write_text("6 of 12", "utf-8")
    result = run(*words)
    assert result.exit_code == 2
    assert message in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--country", "zz"], "'zz' is not a country with a pack (kz)"),
        (["--health", "--country", "zz"], "'zz' is not a country with a pack (kz)"),
        (["--add", "notaurl"], "--add: 'notaurl' is not a web address such as https://example.kz/news/1"),
    ],
)
def test_a_collection_that_is_asked_wrongly_is_one_line_and_makes_nothing(tmp_path, words, message):
    result = run("collect", str(tmp_path / "data"), *words)
    assert (result.exit_code, result.output) == (1, f"Error: {message}\n")
    assert not (tmp_path / "data").exists()


def test_what_is_verified_is_named_kind_by_kind():
    assert "RELEASE|REPORT|SITE|ARCHIVE|BUNDLE|REGISTRY" in run("verify", "--help").output
