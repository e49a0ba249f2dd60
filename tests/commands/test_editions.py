"""Editions on the command line: compared, told in a report, and proved."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from tests.observatory.write.test_compose_editions import BEFORE, NOW

from kuzet.cli import main
from kuzet.observatory import tally


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    """Two editions on disk."""
    folder = tmp_path_factory.mktemp("editions")
    for name, release in (("1.zip", BEFORE), ("2.zip", NOW)):
        tally.write(release, folder / name)
    return folder / "1.zip", folder / "2.zip"


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_figures_against_an_edition_tells_restated_numbers_and_changed_incidents(releases):
    before, now = releases
    lines = run("figures", now, "--against", before).output.splitlines()
    assert lines[:2] == ["2023 all: 14 in the edition before, now 16", "2024 all: 13 in the edition before, now 14"]
    assert lines[-3:] == [
        "added: 2 KZ-2024-0001 KZ-2024-0014",
        "withdrawn: 1 KZ-2024-0099",
        "coded otherwise: KZ-2024-0002 perpetrator",
    ]


def test_the_same_is_given_to_a_program(releases):
    before, now = releases
    data = json.loads(run("figures", now, "--against", before, "--json").output)
    assert data["changed"] == [{"id": "KZ-2024-0002", "fields": ["perpetrator"]}]
    assert [one["now"]["numerator"] for one in data["restated"]][:2] == [16, 14]


def test_a_report_that_looks_back_is_written_and_proved_with_both_editions(releases, tmp_path):
    before, now = releases
    path = tmp_path / "report.html"
    assert run("report", now, "--edition", before, "-o", path).exit_code == 0
    assert "2023 was published as" in path.read_text("utf-8")
    proved = run("verify", path, "--release", now, "--edition", before)
    assert (proved.exit_code, proved.output.rpartition(": ")[2]) == (0, "all as release kz-2024-small gives them\n")
    assert run("verify", path, "--release", now).exit_code == 1
