"""A sentence tried before it stands in a report."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from tests.observatory.write.small import RELEASE

from kuzet.cli import main
from kuzet.observatory import tally


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    path = tmp_path_factory.mktemp("preview") / "release.zip"
    tally.write(RELEASE, path)
    return str(path)


def run(*words):
    result = CliRunner().invoke(main, ["preview", *words])
    return result.exit_code, result.output.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "2 incidents, 14%"), ("ru", "2 случая, 14 %"), ("kk", "2 оқиға, 14%")]
)
def test_a_sentence_is_said_with_its_figures_below(release, language, said):
    text = "{{ count category=physical | noun incident }}, {{ share category=physical }}"
    code, output = run(release, text, "--lang", language)
    assert code == 0
    assert output.splitlines()[0] == said
    assert [line.split()[0] for line in output.splitlines()[1:]] == ["1", "2"]


def test_a_program_gets_the_incidents_behind_each_figure(release):
    data = json.loads(run(release, "**{{ count category=physical }}**", "--json")[1])
    assert data["text"] == "2"
    assert [one["incidents"] for one in data["figures"]] == [["KZ-2024-0001", "KZ-2024-0002"]]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("x {{ cuont }}", "text.txt, line 1, column 6: 'cuont' is not a verb"),
        ("a\n\n{{ count category=phisical }}", "line 3, column 19: 'phisical' is not a code of category in codebook"),
        ("{{ count year=2019 }}", "line 1, column 4: 'count year=2019' is not computable: no published total of 2019"),
        (
            "{{ share mode=online of verdict=settled }}",
            "is not computable: no share of nothing: no incident is verdict",
        ),
        ("{{ count article=x }}", "'count article=x' is not computable: filter article: 'x' is not a code of article"),
    ],
)
def test_what_cannot_be_computed_is_one_line_with_its_place(release, text, error):
    code, output = run(release, text)
    assert code == 1
    assert error in output
    assert output.count("\n") == 1


def test_without_a_text_everything_that_can_be_written_is_listed(release):
    offered = json.loads(run(release, "--lang", "kk")[1])
    assert {"count", "share", "panel", "corrections"} <= set(offered["verbs"])
    assert "KZ-71" in offered["region="]
    assert "judicial_economic" in offered["category="]
    assert "incident" in offered["|noun"]
