"""Linking must not get worse: groups, kinds of links and names stay at or above their floors."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.gates import linking, reading


@pytest.mark.gate
@pytest.mark.parametrize("part", linking.PARTS)
def test_golden_events_stay_above_their_floors(part: str) -> None:
    assert reading.below(f"links/{part}", linking.figures(part)) == []


@pytest.mark.gate
@pytest.mark.parametrize("part", linking.PARTS)
def test_names_of_people_stay_above_their_floors(part: str) -> None:
    assert reading.below(f"people/{part}", linking.names(part)) == []


@pytest.mark.gate
def test_events_of_the_measuring_material_stay_above_their_floors(shared: Path) -> None:
    if not (shared / "gold" / "same_event.json").is_file():
        pytest.skip("measuring material absent: no gold/same_event.json beside the checkout")
    assert reading.below("shared/links", linking.shared(shared)) == []


def test_the_golden_events_are_as_many_as_the_documentation_says() -> None:
    documents = [row for part in linking.PARTS for row in linking.rows(part)]
    events = {incident["event"] for row in documents for incident in row["incidents"]}
    assert (len(documents), len(events)) == (502, 171)
    assert {row["lang"] for row in documents} == {"kk", "ru", "en"}


def test_no_event_and_no_document_stands_in_both_parts() -> None:
    train, test = (linking.rows(part) for part in linking.PARTS)
    events = [{incident["event"] for row in rows for incident in row["incidents"]} for rows in (train, test)]
    assert events[0].isdisjoint(events[1])
    assert {row["text"] for row in train}.isdisjoint(row["text"] for row in test)


def test_there_are_more_than_a_thousand_pairs_of_names_in_each_part() -> None:
    assert all(sum(1 for _ in linking.name_pairs(part)) > 1000 for part in linking.PARTS)
