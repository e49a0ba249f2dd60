"""The command line as a user meets it: help, errors in one line, exit codes, a quick start."""

from __future__ import annotations

import subprocess
import sys

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
