"""Two editions of one release side by side."""

from __future__ import annotations

import msgspec
import pytest

from kuzet.basis.fields import FIELDS
from kuzet.observatory.tally import Tally, compare
from kuzet.observatory.tally.filters import told

ACCESS, CLAIM, BEATING = "illegal_impediments_denial_of_access", "fine", "non_fatal_attack_beating"


@pytest.fixture
def editions(make_incident, make_release, make_total, codebook):
    """Facts of a release, and of one with two late additions to 2023's total, one incident more, fewer and other."""

    def facts(total, *incidents):
        return Tally(make_release(incidents, [make_total(2023, total), make_total(2022, 9)]), codebook).facts

    first, second, third = make_incident(1), make_incident(2, CLAIM), make_incident(3, BEATING)
    anew = make_incident(2, CLAIM, klass="non_state", region="KZ-75")
    return facts(369, first, second), facts(371, anew, third)


def test_a_restated_year_tells_both_numbers(editions):
    found = [one for one in compare(*editions).restated if one.year == 2023]
    assert [(told(one.where), one.before.numerator, one.now.numerator) for one in found] == [("all", 369, 371)]
    assert found[0].before.published == found[0].now.published == ("2023 all",)


def test_numbers_of_the_own_year_are_restated_by_category_and_perpetrator(editions):
    found = {told(one.where): (one.before.incidents, one.now.incidents) for one in compare(*editions).restated[1:]}
    assert found == {
        "category=non_physical_cyber": (("KZ-2024-0001",), ()),
        "category=physical": ((), ("KZ-2024-0003",)),
        "perpetrator=authorities": (("KZ-2024-0001", "KZ-2024-0002"), ("KZ-2024-0003",)),
        "perpetrator=non_state": ((), ("KZ-2024-0002",)),
    }


def test_incidents_are_added_withdrawn_and_coded_otherwise(editions):
    found = compare(*editions)
    assert (found.added, found.withdrawn) == (("KZ-2024-0003",), ("KZ-2024-0001",))
    assert [(one.id, one.fields) for one in found.changed] == [("KZ-2024-0002", ("perpetrator", "region"))]


def test_an_edition_against_itself_changes_nothing(editions):
    found = compare(editions[1], editions[1])
    assert (found.restated, found.added, found.withdrawn, found.changed) == ((), (), (), ())


def test_the_order_of_several_codes_is_no_change(make_incident, make_release, codebook):
    several = (ACCESS, "accreditation_denial", "defamation_libel")
    one, other = (
        Tally(make_release([make_incident(1, methods=methods)]), codebook).facts
        for methods in (several, (several[0], several[2], several[1]))
    )
    assert compare(one, other).changed == ()


def test_incidents_of_a_year_that_only_one_edition_holds_are_no_corrections(
    make_incident, make_release, make_total, codebook
):
    later = make_release([make_incident(7)])
    before = msgspec.structs.replace(later.manifest, id="kz-2023", period=type(later.manifest.period).parse("2023"))
    old = make_release([make_incident(1, on="2023-05"), make_incident(2, on="2023-06")], manifest=before)
    new = msgspec.structs.replace(later, totals=(make_total(2023, 3),))
    found = compare(Tally(old, codebook).facts, Tally(new, codebook).facts)
    assert (found.before, found.added, found.withdrawn) == ("kz-2023", (), ())
    assert [(one.year, one.before.incidents, one.now.published) for one in found.restated] == [
        (2023, ("KZ-2024-0001", "KZ-2024-0002"), ("2023 all",))
    ]


def test_every_field_is_compared_but_the_id(editions):
    assert editions[0].codings().collect().columns == [
        *(name for name, field in FIELDS.items() if not field.many),
        *(name for name, field in FIELDS.items() if field.many),
    ]
