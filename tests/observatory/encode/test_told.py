"""Methods that are told without their standard word, and who did them, in Kazakh, Russian and English.

`told.csv` holds reports, `held.csv` sentences that look alike and report nothing.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests import readings

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", rows("told"), ids=lambda row: row["text"][:40])
def test_methods_and_perpetrator_are_coded_though_no_standard_word_tells_them(row: dict[str, str]) -> None:
    line = readings.read_line(row["text"])
    assert line["methods"] == row["methods"].split("|")
    assert line["perpetrator"] == row["perpetrator"]


@pytest.mark.parametrize("text", [row["text"] for row in rows("held")], ids=lambda text: text[:40])
def test_sentences_that_look_alike_report_no_attack(text: str) -> None:
    assert not readings.read_line(text)["is_attack"]
