"""The reader must not get worse: every variable of every golden set stays at or above its floor."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import readings
from tests.gates import reading


@pytest.mark.gate
@pytest.mark.parametrize("name", reading.SETS)
@pytest.mark.parametrize("part", reading.PARTS)
def test_own_golden_set_stays_above_its_floors(name: str, part: str) -> None:
    assert reading.below(f"{name}/{part}", reading.own(name, part)) == []


@pytest.mark.gate
@pytest.mark.parametrize("language", reading.LANGUAGES)
def test_measuring_material_stays_above_its_floors(language: str, shared: Path) -> None:
    assert reading.below(f"shared/{language}", reading.shared(shared, language)) == []


@pytest.mark.gate
def test_pages_of_the_press_freedom_tracker_stay_above_their_floors(shared: Path) -> None:
    if not (shared / "gold" / "uspft.json").is_file():
        pytest.skip("measuring material absent: no gold/uspft.json beside the checkout")
    assert reading.below("shared/uspft", reading.tracker(shared)) == []


def test_names_of_a_list_are_told_apart_and_brackets_are_left_out() -> None:
    listed = "Ann Lee (The Post, Radio), Jo Ray and Kim Anderson;  (Freelance)"
    assert reading.people(listed) == ["Ann Lee", "Jo Ray", "Kim Anderson"]


@pytest.mark.parametrize("name", reading.SETS)
def test_no_document_stands_in_both_parts_of_a_golden_set(name: str) -> None:
    train, test = (readings.golden(reading.GOLDEN / name, part) for part in reading.PARTS)
    assert {row["text"] for row in train}.isdisjoint(row["text"] for row in test)
    assert {row["id"] for row in train}.isdisjoint(row["id"] for row in test)


def test_a_figure_under_its_floor_is_named_with_both_numbers() -> None:
    floor = reading.floors()["kk/test"]["detection"]
    (line,) = reading.below("kk/test", {**reading.floors()["kk/test"], "detection": floor - 0.1})
    assert line == f"kk/test/detection: {floor - 0.1} is under its floor {floor}"
