"""What a release tells of its second codings: people against people, as they coded before anybody talked about it."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tests import builders
from tests.web import made

from kuzet.basis.coding import Answer, Coder
from kuzet.basis.dates import EventDate
from kuzet.basis.incident import Decision, Verb
from kuzet.basis.names import Name
from kuzet.basis.release import Manifest, Release
from kuzet.observatory.review.agreement_people import people

PHYSICAL, JUDICIAL = "physical", "judicial_economic"
MANIFEST = Manifest(
    id="kz-2024", country="KZ", period=EventDate.parse("2024"), edition="1", frozen=date(2025, 1, 10),
    codebook="2024.1", title=Name(en="2024"),
)  # fmt: skip


def coding(number, category, coder="aigul", *, machine=False):
    who = Coder(id=coder, machine=machine)
    return builders.coding(f"KZ-2024-{number:04}", who, category=Answer(value=category))


def release(*incidents, second, decisions=()):
    """Each incident by the codings that it stands on."""
    found = tuple(made.incident(ones[0].subject, codings=ones) for ones in incidents)
    return Release(manifest=MANIFEST, incidents=found, second=tuple(second), decisions=decisions)


def category(made_of):
    (found,) = (one for one in people(made_of) if one.variable == "category")
    return found


FOUR = [(coding(number, PHYSICAL if number < 3 else JUDICIAL),) for number in (1, 2, 3, 4)]
AGAIN = [coding(number, PHYSICAL if number < 4 else JUDICIAL, "daniyar") for number in (1, 2, 3, 4)]


def test_alpha_of_two_people_is_that_of_the_formula():
    # Of 4 units 1 differs; of 8 values 5 are one and 3 the other: 1 - (2 / 8) / (2 * 5 * 3 / (8 * 7)).
    found = category(release(*FOUR, second=AGAIN))
    assert (found.units, found.same, found.pairs) == (4, 3, 4)
    assert found.alpha == pytest.approx(1 - (2 / 8) / (30 / 56), abs=1e-4)
    assert found.low < found.alpha < found.high


def test_only_what_was_coded_twice_is_compared():
    assert category(release(*FOUR, second=AGAIN[:2])).units == 2
    assert people(release(*FOUR, second=())) == ()


def test_the_machine_is_no_person():
    proposed = coding(1, JUDICIAL, "reader", machine=True)
    found = category(release((FOUR[0][0], proposed), second=AGAIN[:1]))
    assert (found.same, found.pairs) == (1, 1)


def test_what_was_settled_afterwards_moves_nothing():
    settled = release((coding(3, PHYSICAL, "bolat"),), second=AGAIN[2:3], decisions=decided(FOUR[2][0]))
    assert (category(settled).same, category(settled).pairs) == (0, 1)


def test_of_a_person_who_coded_twice_the_first_coding_counts():
    later = coding(1, JUDICIAL, "daniyar")
    assert category(release(FOUR[0], second=[AGAIN[0], later])).pairs == 1
    assert category(release(FOUR[0], second=[replace(later, coder=Coder(id="aigul")), AGAIN[0]])).pairs == 1


def decided(first):
    """The decision that the incident was accepted by."""
    accepted = builders.decision(verb=Verb.ACCEPT, incident=first.subject, coding=first)
    assert isinstance(accepted, Decision)
    return (accepted,)
