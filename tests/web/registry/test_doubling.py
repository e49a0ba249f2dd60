"""What people coded a second time goes with an edition, without the names that it hides and the accounts that coded."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.web import made
from tests.web.registry.test_guarding import ONE, every_text, freeze, protect

from kuzet.basis.coding import Answer, Coder
from kuzet.basis.incident import Incident
from kuzet.language.names.hiding import Hidden, tells
from kuzet.observatory import tally
from kuzet.observatory.review import agreement_people
from kuzet.web.registry import changes, doubling, store, words
from kuzet.web.registry.roles import Role

pytestmark = pytest.mark.parametrize(
    "filled", ["sqlite", pytest.param("postgresql", marks=pytest.mark.thorough)], indirect=True
)


@pytest.fixture
def doubled(filled):
    """ONE was coded again by daniyar, who took it for another method, with the first coding's names."""
    changes.put(words.Account(id="daniyar", role=Role.CODER), made.by())
    first = store.get(Incident, ONE).codings[0]
    again = replace(
        first, subject=ONE, coder=Coder(id="daniyar"), at=made.AT, methods=(Answer(value="accreditation_denial"),)
    )
    changes.put(again, made.by("daniyar", "second coding"))
    return again


def test_an_edition_holds_it_with_a_number_in_the_place_of_the_account(doubled, tmp_path):
    freeze(tmp_path / "release")
    found = tally.read(tmp_path / "release")
    (second,) = found.second
    assert (second.subject, second.coder.id) == (ONE, "person-1")
    assert second.methods[0].value == "accreditation_denial"
    (row,) = (one for one in agreement_people.people(found) if one.variable == "method")
    assert (row.units, row.same, row.pairs) == (1, 0, 1)


def test_a_protected_name_does_not_stand_in_it(doubled, tmp_path):
    name = Hidden(tuple(text for _, text in protect().targets[0].name.known()))
    freeze(tmp_path / "release")
    assert len(tally.read(tmp_path / "release").second) == 1
    assert [file for file, text in every_text(tmp_path / "release") if tells(text, [name])] == []


def test_a_coding_that_a_decision_rests_on_is_no_second_one(filled):
    assert doubling.second().exists() is False
    assert doubling.people().exists() is False
