"""Rows become codings, and incidents become rows that say the same."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from msgspec.structs import replace
from tests import builders
from tests.observatory.review.sheets.conftest import GOOD, HEAD
from tests.web import made

from kuzet.basis.coding import Answer, Coder, Penalty
from kuzet.basis.document import Quotation
from kuzet.basis.money import Money
from kuzet.basis.names import Name
from kuzet.observatory.review import sheets
from kuzet.observatory.review.sheets.codings import Made
from kuzet.observatory.review.sheets.shown import unchanged

WHO = Made("KZ-2024-0001", Coder(id="register"), datetime(2025, 1, 10, tzinfo=UTC))


def test_a_new_row_claims_no_more_than_it_says(rows, pack):
    (row,) = rows(GOOD[:5], headers=HEAD[:5])
    coding = sheets.coding(row.values, WHO, pack)
    assert coding.category.value == "physical"
    assert coding.perpetrators[0].value.klass == "unknown"
    assert (coding.place.value.precision, coding.place.value.name.kk) == ("country", "Қазақстан")
    assert coding.certainty.value == "probable"


def test_a_town_comes_with_its_names_and_degrees(rows, pack):
    (row,) = rows(GOOD)
    place = sheets.coding(row.values, WHO, pack).place.value
    assert (place.name.kk, place.precision, place.region) == ("Ақтау", "town", "KZ-47")
    assert place.latitude is not None


def test_several_targets_have_their_kinds(rows, pack):
    (row,) = rows((*GOOD[:3], "Айгуль Омарова; Тасқын Әли", "journalist; blogger"), headers=HEAD[:5])
    targets = [one.value for one in sheets.coding(row.values, WHO, pack).targets]
    assert [(one.name, one.kind) for one in targets] == [
        (Name(ru="Айгуль Омарова"), "journalist"),
        (Name(kk="Тасқын Әли"), "blogger"),
    ]


def test_a_row_without_a_title_is_called_by_its_method_and_target(rows, pack):
    (row,) = rows((GOOD[0], "", *GOOD[2:]))
    title, summary = sheets.titles(row.values, pack)
    assert title.en == "Attack, beating, injury: Айгуль Омарова"
    assert summary == title


def test_an_update_keeps_the_answers_that_it_does_not_touch(pack):
    quotation = Quotation(document="d1", start=0, end=5, text="words")
    before = builders.coding("KZ-2024-0001", date=replace(builders.coding().date, quotation=quotation))
    after = sheets.coding({"target_kind": ("blogger",)}, WHO, pack, before)
    assert after.date == before.date
    assert after.targets[0].value == replace(before.targets[0].value, kind="blogger")


def test_a_penalty_keeps_its_day_when_its_sum_changes(pack):
    penalty = Penalty(kind="fine", money=Money(amount=Decimal(20), currency="MCI"), date=builders.coding().date.value)
    before = builders.coding("KZ-2024-0001", penalties=(Answer(value=penalty),))
    after = sheets.coding({"penalty_sum": ("30 MCI",)}, WHO, pack, before).penalties[0].value
    assert after == replace(penalty, money=Money(amount=Decimal(30), currency="MCI"))


@pytest.mark.parametrize("language", ["kk", "ru", "en", ""])
def test_what_a_list_shows_of_an_incident_changes_nothing_when_it_is_read(rows, pack, language):
    incident = made.incident()
    shown = sheets.shown(incident, language, pack, version=3)
    (row,) = rows(tuple(shown.values()), headers=tuple(shown), known=lambda *_: unchanged(incident, pack))
    assert (row.ident, row.version) == ("KZ-2024-0001", "3")
    assert row.findings == ()
    assert row.values == {}


@pytest.mark.parametrize("language", ["kk", "ru", "en", ""])
def test_what_a_list_shows_of_an_incident_makes_the_same_incident_anew(rows, pack, language):
    incident = made.incident(people=3, context_event="referendum_2022", proceeding="criminal", mode="offline")
    shown = {
        name: text for name, text in sheets.shown(incident, language, pack).items() if name not in ("id", "version")
    }
    (row,) = rows(tuple(shown.values()), headers=tuple(shown))
    told = sheets.canonical(incident)
    assert row.findings == ()
    assert row.values == {name: values for name, values in told.items() if any(values)}
