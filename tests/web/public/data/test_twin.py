"""The static twin: files in the shapes of the live API."""

from __future__ import annotations

import pytest

from kuzet.basis.word import from_json
from kuzet.web.public import record
from kuzet.web.public.data import answers, twin
from kuzet.web.public.edition import Work


@pytest.fixture(scope="module")
def made(edition):
    """Every file of the twin by its path."""
    found = {}
    for item in twin.part(edition):
        found |= dict(item.make(item.given)) if isinstance(item, Work) else dict([item])
    return found


def test_pages_name_the_file_behind_and_hold_every_incident_once(made, edition):
    page = from_json(made["api/v1/incidents.json"], answers.Incidents)
    assert (page.edition, page.total, len(page.items), page.next) == ("kz-2024-edition-1", 347, 200, "incidents-2.json")
    last = from_json(made[f"api/v1/{page.next}"], answers.Incidents)
    assert last.next == ""
    assert [*page.items, *last.items] == [record.public(one) for one in edition.incidents]


def test_every_incident_is_a_file_of_its_own(made, edition):
    first = edition.incidents[0]
    found = from_json(made[f"api/v1/incidents/{first.id}.json"], answers.OneIncident)
    assert found == answers.OneIncident(edition="kz-2024-edition-1", incident=record.public(first))


def test_a_table_counts_what_the_engine_counts(made, edition):
    table = from_json(made["api/v1/figures/table/category.json"], answers.Table)
    assert {cell.codes: cell.incidents for cell in table.cells} == dict(edition.engine.cross(("category",)).rows())
    assert from_json(made["api/v1/figures/count.json"], answers.Told).value == 347


def test_the_codebook_and_the_sources_are_there(made, edition):
    assert "api/v1/codebook/methods.json" in made
    assert len(from_json(made["api/v1/sources.json"], answers.Sources).sources) == len(edition.release.sources)
    (only,) = from_json(made["api/v1/editions.json"], answers.Editions).editions
    assert only.digest == edition.digest
