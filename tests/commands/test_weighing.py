"""`kuzet weigh`: weights learned from golden events, shown beside those in use, refused when they link worse."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kuzet.cli import main
from kuzet.commands import weighing
from kuzet.observatory.link.compare import shipped

GOLDEN = Path(__file__).parent.parent / "golden"
FEW = 14
"""Documents of the first golden events: several events, each told more than once."""


@pytest.fixture(scope="module")
def golden(tmp_path_factory):
    folder = tmp_path_factory.mktemp("golden")
    for name in ("kk", "ru", "en"):
        (folder / name).mkdir()
        lines = (GOLDEN / name / "train.jsonl").read_text("utf-8").splitlines(keepends=True)
        (folder / name / "train.jsonl").write_text("".join(lines[:2]), "utf-8")
    (folder / "links").mkdir()
    lines = (GOLDEN / "links" / "train.jsonl").read_text("utf-8").splitlines(keepends=True)
    for part in ("train", "test"):
        (folder / "links" / f"{part}.jsonl").write_text("".join(lines[:FEW]), "utf-8")
    return folder


def weigh(golden, tmp_path, floor, *registry):
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"links/test": {"read": 0.0, "coded": floor}}), "utf-8")
    made = tmp_path / "weights.csv"
    return CliRunner().invoke(
        main, ["weigh", *map(str, registry), "--golden", str(golden), "--floors", str(floors), "-o", str(made)]
    ), made


def test_weights_are_shown_and_written_with_what_was_set_by_hand_and_why(golden, tmp_path):
    result, made = weigh(golden, tmp_path, 0.0)
    assert result.exit_code == 0
    assert "pairs, " in result.stdout
    assert "links/test/coded: " in result.stdout
    with made.open(encoding="utf-8") as rows:
        written = list(csv.DictReader(rows))
    assert [(row["feature"], row["level"]) for row in written] == [(one.feature, one.level) for one in shipped()]
    assert [(float(row["prior"]), row["reason"]) for row in written] == [(one.prior, one.reason) for one in shipped()]
    assert any(row["prior"] != row["weight"] for row in written)


def test_weights_that_link_worse_than_the_floor_are_refused_and_nothing_is_written(golden, tmp_path):
    result, made = weigh(golden, tmp_path, 1.01)
    assert result.exit_code == 1
    assert "refused: under the floor: coded" in result.stderr
    assert not made.exists()


SAID = [
    {"id": "a", "text": "Journalist Yerlan Tortai was beaten by a guard at a market in Kostanay on March 14, 2025."},
    {"id": "b", "text": "Журналист Ерлан Тортай избит 14 марта 2025 года на рынке в Костанае. Охранник ударил его."},
    {
        "id": "c",
        "text": "Journalist Yerlan Tortai was fined by a court in Kostanay on May 20, 2025 for an illegal rally.",
    },
    *(
        {"id": name, "text": f"Journalist Yerlan Tortai was fined by a court in Kostanay on {day}, 2025."}
        for name, day in (("d", "June 2"), ("e", "July 15"), ("f", "August 9"), ("g", "October 30"))
    ),
]


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readings")
    (folder / "documents.jsonl").write_text("".join(json.dumps(one) + "\n" for one in SAID), "utf-8")
    made = CliRunner().invoke(main, ["read", str(folder / "documents.jsonl"), "--json"])
    (folder / "readings.jsonl").write_text(made.stdout, "utf-8")
    return folder / "readings.jsonl"


def judge(log, left, right, verdict, kind="same_incident"):
    words = ("--kind", kind, "--author", "aigul", "--reason", "read both")
    made = CliRunner().invoke(main, ["judge", str(log), left, right, verdict, *words])
    assert made.exit_code == 0, made.output


def told(pairs):
    return [(pair.left.id, pair.right.id, pair.same) for pair in pairs]


def test_what_people_judged_is_learned_from_and_its_last_word_counts(readings, tmp_path):
    log = tmp_path / "log.jsonl"
    judge(log, "a#1", "b#1", "different")
    judge(log, "a#1", "b#1", "same")
    judge(log, "a#1", "c#1", "different")
    assert told(weighing.judged_pairs(readings, log)) == [("a#1", "b#1", True), ("a#1", "c#1", False)]


def test_an_unsure_judgement_a_case_and_an_absent_reading_teach_nothing(readings, tmp_path):
    log = tmp_path / "log.jsonl"
    judge(log, "a#1", "b#1", "unsure")
    judge(log, "a#1", "c#1", "same", kind="same_case")
    judge(log, "b#1", "z#9", "same")
    assert told(weighing.judged_pairs(readings, log)) == []


def test_judgements_move_the_weights_and_are_counted(golden, readings, tmp_path):
    log = tmp_path / "log.jsonl"
    for other in "bcdefg":
        judge(log, "a#1", f"{other}#1", "same")
    _, without = weigh(golden, tmp_path, 0.0)
    before = without.read_text("utf-8")
    result, made = weigh(golden, tmp_path, 0.0, readings, log)
    assert "judged: 6 pairs, 6 of one incident" in result.stdout
    assert made.read_text("utf-8") != before


def test_readings_without_judgements_are_wrong_use(golden, readings, tmp_path):
    result, _ = weigh(golden, tmp_path, 0.0, readings)
    assert result.exit_code == 2
    assert "READINGS and JUDGEMENTS go together: give both or none" in result.stderr


def test_a_golden_set_that_is_not_there_is_named(tmp_path):
    result, _ = weigh(tmp_path, tmp_path, 0.0)
    assert result.exit_code == 1
    assert "is not a golden set" in result.stderr


def test_pairs_of_one_answer_teach_nothing():
    with pytest.raises(weighing.BadInput, match="pairs of one incident and pairs of two"):
        weighing.learn([])
