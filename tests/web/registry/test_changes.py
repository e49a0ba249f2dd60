"""The one way in: a word and its event together, and nobody's change lost."""

from __future__ import annotations

import json
import threading

import pytest
from django.db import connection, connections
from msgspec.structs import replace
from tests import builders
from tests.web import made

from kuzet.basis.errors import BadInput, BrokenRule, UnknownCode
from kuzet.basis.incident import Incident
from kuzet.basis.names import Name
from kuzet.web.registry import changes, events, models, store
from kuzet.web.registry.merging import Conflict, merge
from kuzet.web.registry.words import Redirect

BEGIN = 1
"""Events of an empty registry: its codebook."""


def last():
    return models.Event.objects.order_by("-number").first()


def test_a_change_and_its_event_tell_who_when_what_and_why(registry):
    changes.put(made.incident(), made.by("aigul", "two sources"))
    version = changes.put(made.incident(people=3), made.by("bolat", "the akimat's answer"), version=1)
    event = last()
    assert (version, event.version) == (2, 2)
    assert (event.author, event.reason, event.at) == ("bolat", "the akimat's answer", made.AT)
    assert (event.verb, event.kind, event.subject) == ("change", "incident", "KZ-2024-0001")
    assert "people" not in json.loads(event.before)
    assert json.loads(event.after)["people"] == 3


def test_the_same_word_again_is_no_change(registry):
    changes.put(made.incident(), made.by())
    assert changes.put(made.incident(), made.by()) == 1
    assert models.Event.objects.count() == BEGIN + 1


def test_a_change_whose_event_cannot_be_written_is_not_made(registry, monkeypatch):
    changes.put(made.incident(), made.by())
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE registry_event RENAME TO elsewhere")
    with pytest.raises(Exception, match="registry_event"):
        changes.put(made.incident(people=3), made.by(), version=1)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE elsewhere RENAME TO registry_event")
    assert store.get(Incident, "KZ-2024-0001").people is None


def test_of_many_changes_all_are_made_or_none(registry):
    words = [made.incident("KZ-2024-0001"), made.incident("KZ-2024-0002", category="phisical")]
    with pytest.raises(UnknownCode, match="nearest: physical"):
        changes.put_all(words, made.by())
    assert store.find(Incident, "KZ-2024-0001") is None
    assert models.Event.objects.count() == BEGIN


@pytest.mark.parametrize(("author", "reason"), [("", "why"), ("aigul", " ")])
def test_nobody_changes_anything_without_a_name_and_a_reason(registry, author, reason):
    with pytest.raises(BadInput, match="a text that is not empty"):
        changes.put(made.incident(), made.by(author, reason))


def test_what_never_changes_is_refused_and_what_is_the_same_is_not(registry):
    changes.put(builders.document(), made.by())
    changes.put(builders.document(), made.by())
    with pytest.raises(BrokenRule, match="document 'd1' never changes"):
        changes.put(replace(builders.document(), title="Guard helps reporter"), made.by(), version=1)


def test_the_second_of_two_who_change_one_incident_gets_both_sides_and_nothing_is_lost(registry):
    changes.put(made.incident(), made.by())
    changes.put(made.incident(people=3), made.by("aigul"), version=1)
    with pytest.raises(Conflict) as caught:
        changes.put(made.incident(people=4, note="asked twice"), made.by("bolat"), version=1)
    conflict = caught.value
    assert str(conflict).endswith("was changed by somebody else meanwhile (now version 2); both changed people")
    assert (conflict.base.get("people"), conflict.mine["people"], conflict.theirs["people"]) == (None, 4, 3)
    assert conflict.merge.data["note"] == "asked twice"
    assert store.get(Incident, "KZ-2024-0001").people == 3
    assert changes.put(made.incident(people=4, note="asked twice"), made.by("bolat"), conflict.version) == 3


def test_a_new_word_never_overwrites_one_that_is_there(registry):
    changes.put(made.incident(), made.by())
    with pytest.raises(Conflict, match="now version 1"):
        changes.put(made.incident(people=3), made.by())


def test_changes_of_different_fields_merge_and_changes_of_one_clash():
    found = merge({"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 1, "c": 5}, {"a": 1, "c": 6})
    assert found.data == {"a": 2, "c": 6}
    assert [(one.field, one.base, one.mine, one.theirs) for one in found.clashes] == [("c", 1, 5, 6)]


def test_a_retired_id_leads_to_the_incident_that_stands_for_it(registry):
    by = made.by()
    changes.put_all(
        [Redirect(id="KZ-2024-0002", into="KZ-2024-0005"), Redirect(id="KZ-2024-0005", into="KZ-2024-0001")], by
    )
    assert changes.resolve("KZ-2024-0002") == "KZ-2024-0001"
    changes.put(Redirect(id="KZ-2024-0002", into=""), by, version=1)
    assert changes.resolve("KZ-2024-0002") == "KZ-2024-0002"


def writer(person, rounds, won, lost):
    """Changes one incident again and again, each time on the version that was read before."""
    for number in range(rounds):
        version = changes.current_version(Incident, "KZ-2024-0001")
        note = f"{person} {number}"
        try:
            won.append((changes.put(replace(made.incident(), note=note), made.by(person), version), note))
        except Conflict:
            lost.append(note)
    connections.close_all()


def test_of_writers_at_once_each_version_is_one_writers_and_the_chain_stays_whole(registry):
    from kuzet.web.registry import proof

    changes.put(made.incident(), made.by())
    won, lost = [], []
    people = [threading.Thread(target=writer, args=(f"analyst-{n}", 15, won, lost)) for n in range(3)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert len(won) + len(lost) == 45
    assert sorted(version for version, _ in won) == list(range(2, len(won) + 2))
    told = models.Event.objects.filter(kind="incident", version__gt=1).order_by("version")
    assert [(event.version, json.loads(event.after)["note"]) for event in told] == sorted(won)
    assert list(proof.findings()) == []


def test_a_name_may_be_known_in_one_language_only(registry):
    changes.put(made.incident(title=Name(kk="Итерілді")), made.by())
    assert store.get(Incident, "KZ-2024-0001").title == Name(kk="Итерілді")
    assert events.checkpoint().number == BEGIN + 1
