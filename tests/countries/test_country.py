"""A pack as a whole: loading, regions by code, the index by day."""

from datetime import date
from itertools import pairwise

import pytest

from kuzet.basis.errors import BadInput
from kuzet.countries import codes, load


def test_the_pack_is_found_by_its_code_in_either_case():
    assert codes() == ("kz",)
    assert load("KZ").profile.code == "KZ"
    assert load("kz").profile.name.kk == "Қазақстан"


def test_a_country_without_a_pack_is_refused_by_name():
    with pytest.raises(BadInput) as caught:
        load("xx")
    assert str(caught.value) == "'xx' is not a country with a pack (kz)"


def test_a_pack_is_read_once_however_its_code_is_written():
    assert load("kz") is load("kz") is load("KZ")


def test_a_region_is_found_by_its_code():
    assert load("kz").region("KZ-62").name.ru == "Улытауская область"


def test_an_unknown_region_is_refused_by_name():
    with pytest.raises(BadInput) as caught:
        load("kz").region("KZ-99")
    assert str(caught.value) == "regions.csv: 'KZ-99' is not a region of KZ"


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2014, 1, 1), 1852),
        (date(2020, 3, 31), 2651),
        (date(2020, 4, 1), 2778),
        (date(2022, 3, 31), 3063),
        (date(2022, 4, 1), 3180),
        (date(2023, 12, 31), 3450),
        (date(2024, 5, 13), 3692),
        (date(2026, 12, 31), 4325),
    ],
)
def test_the_index_is_that_of_the_day(day, amount):
    assert load("kz").mci_on(day).amount == amount


@pytest.mark.parametrize("day", [date(2013, 12, 31), date(2027, 1, 1)])
def test_a_day_outside_the_table_has_no_index(day):
    with pytest.raises(BadInput, match=r"is not a day with a known index \(2014-01-01 to 2026-12-31\)"):
        load("kz").mci_on(day)


def test_the_index_has_neither_gap_nor_overlap():
    rates = load("kz").mci
    assert [(b.valid_from - a.valid_to).days for a, b in pairwise(rates)] == [1] * (len(rates) - 1)


def test_printed_fines_agree_with_the_index():
    country = load("kz")
    assert 180 * country.mci_on(date(2023, 12, 1)).amount == 621_000
    assert 20 * country.mci_on(date(2024, 5, 13)).amount == 73_840
    assert round(160 * country.mci_on(date(2020, 3, 1)).amount, -3) == 424_000


def test_a_rate_is_the_average_of_a_year_with_its_source():
    found = load("kz").rate("USD", 2024)
    assert (str(found.amount), found.source.split(",")[0]) == ("469.44", "National Bank of Kazakhstan")
