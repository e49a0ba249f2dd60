"""The incidents of an edition are read from a file, as everybody may see them; their number fills no memory."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests import builders

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Verb
from kuzet.basis.release import checked
from kuzet.basis.word import to_json
from kuzet.web.public import record
from kuzet.web.public.shown import Incidents


def test_they_are_those_of_the_release_in_its_order_as_everybody_may_see_them(edition, demo_release):
    expected = [record.public(one) for one in demo_release.incidents]
    assert list(edition.incidents) == expected
    assert edition.incidents[28] == expected[28]
    assert edition.incidents[-1] == expected[-1]
    assert edition.incidents[10:13] == expected[10:13]
    assert list(edition.incidents.lines()) == [f"{to_json(one)}\n".encode() for one in expected]


def test_the_columns_hold_one_entry_an_incident(edition, demo_release):
    shown, incidents = edition.incidents, demo_release.incidents
    assert shown.ids == [one.id for one in incidents]
    assert shown.dates == [one.date for one in incidents]
    assert shown.people.tolist() == [one.people or 0 for one in incidents]
    assert shown.cases == [one.case for one in incidents]
    assert shown.precisions == [one.place.precision for one in incidents]
    assert shown.places == [one.place.name for one in incidents]
    assert shown.reconstructed == [one.reconstructed for one in incidents]


def test_an_outline_says_what_lists_and_names_need(edition, demo_release):
    for one, whole in zip(edition.incidents.outlines(), demo_release.incidents, strict=True):
        assert (one.id, one.title, one.summary, one.date, one.place, one.targets) == (
            (whole.id, whole.title, whole.summary, whole.date, whole.place, whole.targets)
        )
        assert [each.source for each in one.citations] == [each.source for each in whole.citations]


def test_what_was_told_in_confidence_is_not_in_the_file(demo_release):
    kept = replace(
        demo_release.incidents[0],
        note="her neighbour told us",
        decisions=("D-1",),
        codings=(builders.coding("KZ-2024-0001"),),
    )
    assert Incidents.of([kept])[0] == record.public(kept) != kept


def test_an_incident_more_takes_less_than_two_hundred_bytes(edition):
    many = next(one for one in edition.incidents if not one.reconstructed)
    tracemalloc.start()
    try:
        shown = Incidents.of(replace(many, id=f"KZ-2024-{number:06}") for number in range(2000))
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(shown.line(0)) > 1000
    assert held / len(shown) < 200


def test_the_file_is_closed_with_the_last_who_holds_the_incidents():
    def handles():
        gc.collect()
        return len(list(Path("/proc/self/fd").iterdir()))

    before = handles()
    shown = Incidents.of([])
    assert handles() == before + 1
    del shown
    assert handles() == before


def test_an_id_that_stands_twice_and_a_date_outside_the_period_are_refused_as_they_are_read(demo_release):
    first, manifest = demo_release.incidents[0], demo_release.manifest
    other = replace(first, id="KZ-2024-9999", date=EventDate.parse("2023-12-31"))
    for second, why in ((first, "an id that stands once"), (other, "inside 2024")):
        passed = checked(iter([first, second]), manifest)
        assert next(passed) == first
        with pytest.raises(BadInput, match=why):
            next(passed)


def test_of_decisions_an_edition_holds_those_that_retired_an_incident(edition, demo_release):
    assert edition.release.decisions == tuple(one for one in demo_release.decisions if one.verb is Verb.MERGE)
    assert len(demo_release.decisions) > len(edition.release.decisions)
