"""Whatever is done behind the registry's back is found and named."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from tests import builders
from tests.web import made

from kuzet.basis.incident import Incident
from kuzet.web.proving import findings as proved
from kuzet.web.proving import keep_checkpoint
from kuzet.web.registry import changes, events, models, proof, store

BEGIN = 1


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def trail(registry):
    """Events 2 to 6: a document, three incidents, and a change of the first."""
    changes.put(builders.document(), made.by())
    for number in (1, 2, 3):
        changes.put(made.incident(f"KZ-2024-000{number}"), made.by())
    changes.put(made.incident(people=3), made.by("bolat"), version=1)
    assert list(proof.findings()) == []
    return registry


@pytest.fixture
def unguarded(trail):
    """The same with the triggers gone, as an administrator of the database can have it."""
    if connection.vendor == "postgresql":
        execute("DROP TRIGGER registry_event_append_only ON registry_event")
        execute("DROP TRIGGER registry_event_erase_only ON registry_event")
    else:
        execute("DROP TRIGGER registry_event_no_update")
        execute("DROP TRIGGER registry_event_no_delete")
    return trail


def found(*checkpoints):
    return [str(one) for one in proof.findings(checkpoints)]


def test_the_database_refuses_an_event_in_place_of_another_one(trail):
    event = models.Event.objects.get(number=3)
    event.author = "nobody"
    with pytest.raises(DatabaseError):
        models.Event.objects.bulk_create([event])


@pytest.mark.parametrize("column", ["author", "verb", "before", "after", "reason", "salt", "digest", "kind", "subject"])
def test_an_event_that_was_changed_is_named(unguarded, column):
    execute(f"UPDATE registry_event SET {column} = {column} || 'x' WHERE number = 3")
    assert "event 3 (add" in found()[0]
    assert "changed: its hash is another one" in found()[0]


def test_an_event_whose_moment_was_changed_is_named(unguarded):
    models.Event.objects.filter(number=3).update(at=made.AT.replace(year=2024))
    assert found() == ["event 3 (add incident 'KZ-2024-0001'): changed: its hash is another one"]


def test_events_that_were_deleted_are_named_by_their_numbers(unguarded):
    execute("DELETE FROM registry_event WHERE number IN (3, 4)")
    assert found()[0] == "events 3 to 4: missing: deleted from the chain"


def test_a_deletion_that_closes_the_gap_is_found(unguarded):
    execute("DELETE FROM registry_event WHERE number = 3")
    for number in (4, 5, 6):
        execute(f"UPDATE registry_event SET number = {number - 1} WHERE number = {number}")
    assert found()[0] == "event 3 (add incident 'KZ-2024-0002'): does not follow event 2"


def test_events_that_changed_places_are_named_with_their_old_ones(unguarded):
    for before, after in ((3, 99), (4, 3), (99, 4)):
        execute(f"UPDATE registry_event SET number = {after} WHERE number = {before}")
    told = found()
    assert "event 3 (add incident 'KZ-2024-0002'): changed: its hash is another one; it stood as event 4" in told
    assert "event 4 (add incident 'KZ-2024-0001'): changed: its hash is another one; it stood as event 3" in told


def test_events_that_were_cut_off_are_found_by_a_checkpoint_and_by_the_rows_that_they_made(unguarded):
    kept = events.checkpoint()
    execute("DELETE FROM registry_event WHERE number > 4")
    assert "checkpoint of event 6: the chain ends at event 4: it was cut off, or is an older copy" in found(kept)
    assert "incident 'KZ-2024-0003': no event tells of it" in found()


def test_a_chain_that_was_written_anew_is_found_by_a_checkpoint(unguarded):
    kept = events.checkpoint()
    execute("DELETE FROM registry_event WHERE number > 1")
    for number in range(4, 10):
        changes.put(made.incident(f"KZ-2024-000{number}"), made.by("forger"))
    assert "checkpoint of event 6: another event stands there: the chain was written anew" in found(kept)


OF_FIRST = "incident_id = (SELECT id FROM registry_incident WHERE ident = 'KZ-2024-0001')"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE registry_incident SET category = 'judicial_economic' WHERE ident = 'KZ-2024-0001'",
        "UPDATE registry_incident SET title_kk = 'x' WHERE ident = 'KZ-2024-0001'",
        f"DELETE FROM registry_method WHERE {OF_FIRST}",
        f"UPDATE registry_target SET name_en = 'x' WHERE {OF_FIRST}",
        "UPDATE registry_incident SET version = 9 WHERE ident = 'KZ-2024-0001'",
        "UPDATE registry_incident SET first = '2023-04-15' WHERE ident = 'KZ-2024-0001'",
    ],
)
def test_an_incident_that_was_changed_beside_its_events_is_named(trail, statement):
    execute(statement)
    (only,) = found()
    assert only.startswith("incident 'KZ-2024-0001': c")


def test_a_text_of_a_document_that_was_changed_is_found_though_events_hold_only_its_hash(trail):
    execute("UPDATE registry_document SET text = text || ' Nobody saw it.'")
    assert found() == ["document 'd1': changed: not what its latest event recorded"]


def test_answers_of_a_coding_that_were_changed_are_found(trail):
    changes.put(builders.decision(), made.by())
    models.Coding.objects.update(codebook="2023.1")
    assert "changed: its id is the SHA-256 of other answers" in found()[0]


def test_an_incident_that_was_deleted_beside_its_events_is_named(trail):
    models.Incident.objects.filter(ident="KZ-2024-0002").delete()
    assert found() == ["incident 'KZ-2024-0002': not there, although an event tells of it"]
    assert store.find(Incident, "KZ-2024-0002") is None


def test_the_folder_keeps_where_the_chain_stood_and_is_proved_with_it(unguarded):
    assert keep_checkpoint(unguarded).number == BEGIN + 5
    assert proved(unguarded) == ()
    from kuzet.web.folder import opened

    with opened(unguarded):
        execute("DELETE FROM registry_event WHERE number = 6")
    assert "checkpoint of event 6" in {one.where for one in proved(unguarded)}
