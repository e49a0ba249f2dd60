"""A legal removal erases every word, leaves a tombstone, and the chain of events holds."""

from __future__ import annotations

import pytest
from django.db import connection
from tests import builders
from tests.web import made
from tests.web.registry.test_deciding import FIRST, SECOND, accept, decide, other, propose

from kuzet.basis.coding import Coder
from kuzet.basis.errors import BrokenRule, Missing
from kuzet.basis.incident import Incident, Verb
from kuzet.basis.names import Name
from kuzet.web.databases import FILE
from kuzet.web.registry import changes, deciding, models, proof, removing, store
from kuzet.web.registry.words import Removal

GROUND = "Law on personal data, article 9"
NAME = "Aruzhan Sarsen"


def remove(ident=FIRST, ground=GROUND, *, documents=False):
    return removing.remove(ident, ground, made.by("administrator", ground), documents=documents)


def everything():
    """All that the registry holds, as text."""
    tables = [model for model in models.__dict__.values() if isinstance(model, type) and hasattr(model, "objects")]
    return repr([list(model.objects.values()) for model in tables if not model._meta.abstract])


@pytest.fixture
def named(registry):
    """An incident with a name in its title and in its document, confirmed; and another one."""
    propose(builders.document("d1", f"A guard pushed the reporter {NAME}. It rained."))
    propose(builders.document("d2"))
    decide(accept(1, title=Name(en=f"{NAME} was pushed")))
    decide(accept(2, SECOND, "d2"))
    decide(other(Verb.CONFIRM, 3, author=Coder(id="analyst-2"), incident=FIRST), version=1)
    assert NAME in everything()
    return registry


def test_nothing_that_was_said_is_left_anywhere_and_the_proof_holds(named):
    remove(documents=True)
    assert NAME not in everything()
    assert list(proof.findings()) == []
    assert store.get(Incident, SECOND).status == "in_review"


def test_the_file_of_the_database_holds_none_of_it_either(named):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite keeps everything in one file")
    assert NAME.encode() in (named / FILE).read_bytes()
    remove(documents=True)
    connection.close()
    assert [path.name for path in named.iterdir() if NAME.encode() in path.read_bytes()] == []


def test_the_document_stays_where_only_the_incident_has_to_go_and_its_candidate_waits_no_more(named):
    remove()
    assert models.Document.objects.filter(ident="d1").exists()
    assert not models.Candidate.objects.filter(document="d1").exists()
    assert list(proof.findings()) == []


def test_a_tombstone_tells_what_was_there_by_which_law_it_went_and_who_did_it(named):
    remove()
    found = {(one.kind, one.subject): (one.ground, event.author) for one, event in removing.told()}
    assert found["incident", FIRST] == (GROUND, "administrator")
    assert {kind for kind, _ in found} == {"incident", "decision", "candidate", "coding"}


def test_incidents_that_were_ever_one_go_together(named):
    decide(other(Verb.MERGE, 4, incident=SECOND, into=FIRST), version=1)
    decide(other(Verb.UNDO, 5, of="D-4"))
    assert removing.plan(SECOND, documents=False).counts["incident"] == 2
    remove(SECOND)
    assert models.Incident.objects.count() == 0
    assert list(proof.findings()) == []


def test_what_was_removed_does_not_come_back_under_its_id(named):
    remove(documents=True)
    assert deciding.next_ident("KZ", 2024) == "KZ-2024-0003"
    with pytest.raises(BrokenRule, match="document d1 was removed, because a law required it"):
        changes.put(builders.document("d1"), made.by())


def test_a_removal_needs_its_law_and_an_incident_that_is_there(named):
    with pytest.raises(BrokenRule, match="a removal needs the law or order that requires it"):
        remove(ground=" ")
    with pytest.raises(Missing, match="incident KZ-2024-0009: not in the registry"):
        remove("KZ-2024-0009")
    assert NAME in everything()


def test_an_event_that_was_erased_without_a_removal_is_named(named):
    rows = models.Event.objects.filter(kind="document", subject="d1")
    rows.update(before="", after="", reason="", salt="")
    assert "event 2 (add document 'd1'): its texts were erased, and no removal tells why" in [
        str(one) for one in proof.findings()
    ]


def test_a_removed_word_that_somebody_writes_again_is_named(named):
    remove(documents=True)
    models.Document(ident="d1", text="again").save()
    assert "document 'd1': is there, although it was removed" in [str(one) for one in proof.findings()]


def test_a_tombstone_that_is_taken_away_is_named(named):
    remove()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER registry_removal_append_only ON registry_removal")
        else:
            cursor.execute("DROP TRIGGER registry_removal_no_delete")
    models.Removal.objects.filter(ident=f"incident {FIRST}").delete()
    told = [str(one) for one in proof.findings()]
    assert f"removal 'incident {FIRST}': not there, although an event tells of it" in told
    assert [one for one in told if f"incident '{FIRST}'" in one]


def test_the_same_removal_is_one_word(named):
    remove()
    assert store.get(Removal, f"incident {FIRST}").ground == GROUND
