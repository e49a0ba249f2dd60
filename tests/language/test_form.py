"""Numbers, dates, money and listings are written as a careful editor of each language writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.errors import BadInput
from kuzet.basis.money import Money
from kuzet.language.values import form

NB = "\u00a0"


@pytest.mark.table("form_dates.csv")
def test_dates_are_named_and_placed_in_a_sentence(date, language, name, when):
    value = EventDate.parse(date)
    assert form.date(value, language) == name
    assert form.when(value, language) == when


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (73840, "en", "73,840"),
        (73840, "ru", f"73{NB}840"),
        (1234567, "kk", f"1{NB}234{NB}567"),
        (Decimal("62.82"), "en", "62.82"),
        (Decimal("62.82"), "kk", "62,82"),
        (Decimal("0.123456"), "ru", "0,123456"),
        (-5, "en", "−5"),
        (0, "ru", "0"),
    ],
)
def test_numbers_are_grouped_and_never_rounded(value, language, expected):
    assert form.number(value, language) == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "63%"), ("ru", f"63{NB}%"), ("kk", "63%")])
def test_percents_follow_cldr(language, expected):
    assert form.percent(63, language) == expected


@pytest.mark.parametrize(
    ("value", "case", "unit", "expected"),
    [
        (80, "dative", "", "80-ге"),
        (167, "ablative", "", "167-ден"),
        (2024, "dative", "%", f"2{NB}024%-ға"),
        (300, "accusative", "", "300-ді"),
        (40, "dative", "", "40-қа"),
        (1000, "ablative", "", f"1{NB}000-нан"),
        (5000000, "dative", "", f"5{NB}000{NB}000-ға"),
        (20000, "locative", "", f"20{NB}000-да"),
        (10, "genitive", "", "10-ның"),
        (0, "ablative", "", "0-ден"),
        (63, "dative", "%", "63%-ға"),
        (Decimal("1.5"), "dative", "", "1,5-ке"),
        (7, "nominative", "", "7"),
    ],
)
def test_a_kazakh_number_takes_the_ending_of_its_last_spoken_word(value, case, unit, expected):
    assert form.inflected(value, "kk", case, unit) == expected


def test_a_number_stays_as_it_is_in_russian_and_english():
    assert form.inflected(80, "ru", "dative") == form.inflected(80, "en", "dative") == "80"


@pytest.mark.parametrize(
    ("n", "expected"),
    [(1, "случай"), (2, "случая"), (5, "случаев"), (11, "случаев"), (21, "случай"), (112, "случаев"), (0, "случаев")],
)
def test_russian_nouns_agree_with_their_number(n, expected):
    assert form.plural(n, "ru", ("случай", "случая", "случаев")) == expected


def test_a_russian_fraction_takes_the_singular_genitive():
    assert form.plural(Decimal("1.5"), "ru", ("процент", "процента", "процентов")) == "процента"


def test_english_and_kazakh_have_two_forms_and_one_form_serves_always():
    assert form.counted(1, "en", ("incident", "incidents")) == f"1{NB}incident"
    assert form.counted(167, "en", ("incident", "incidents")) == f"167{NB}incidents"
    assert form.counted(167, "kk", ("оқиға",)) == f"167{NB}оқиға"


def test_too_few_forms_are_refused_with_what_the_language_needs():
    with pytest.raises(BadInput, match=r"is not the plural forms of ru: ru 3 or 4, kk and en 2"):
        form.plural(2, "ru", ("случай", "случаи"))


@pytest.mark.parametrize(
    ("amount", "currency", "language", "expected"),
    [
        ("73840", "KZT", "en", f"73,840{NB}tenge"),
        ("73840", "KZT", "ru", f"73{NB}840{NB}тенге"),
        ("73840", "KZT", "kk", f"73{NB}840{NB}теңге"),
        ("20", "MCI", "en", f"20{NB}MCI"),
        ("20", "MCI", "ru", f"20{NB}МРП"),
        ("20", "MCI", "kk", f"20{NB}АЕК"),
        ("1", "USD", "en", f"1{NB}US dollar"),
        ("2", "USD", "ru", f"2{NB}доллара США"),
        ("1.50", "EUR", "ru", f"1,5{NB}евро"),
        ("5", "CHF", "kk", f"5{NB}CHF"),
    ],
)
def test_money_is_written_with_its_currency(amount, currency, language, expected):
    assert form.money(Money(amount=Decimal(amount), currency=currency), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("kk", "сот, полиция және әкімдік"), ("ru", "сот, полиция и әкімдік"), ("en", "сот, полиция and әкімдік")],
)
def test_a_listing_joins_its_last_item_with_and(language, expected):
    assert form.listing(["сот", "полиция", "әкімдік"], language) == expected
    assert form.listing(["сот"], language) == "сот"
    assert form.listing([], language) == ""


def test_a_month_and_a_language_that_do_not_exist_are_refused():
    with pytest.raises(BadInput, match="13 is not a month from 1 to 12"):
        form.month(13, "kk")
    with pytest.raises(BadInput, match="'de' is not one of kk, ru, en"):
        form.number(1, "de")


PARTIAL = st.one_of(
    st.builds(PartialDate, st.integers(1990, 2100)),
    st.builds(PartialDate, st.one_of(st.none(), st.integers(1990, 2100)), st.integers(1, 12)),
    st.builds(PartialDate, st.one_of(st.none(), st.integers(1990, 2100)), st.integers(1, 12), st.integers(1, 28)),
)


@given(PARTIAL, PARTIAL, st.booleans(), st.sampled_from(["kk", "ru", "en"]))
def test_every_date_can_be_written(one, other, night, language):
    start, end = sorted((one, other))
    if end.last() < start.first():
        start, end = end, start
    value = EventDate(start, end, night)
    assert form.date(value, language)
    assert "None" not in form.when(value, language)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Административный арест", "административный арест"),
        ("Өзге", "өзге"),
        ("DDoS or hacker attack", "DDoS or hacker attack"),
        ("БАҚ-ты жабу", "БАҚ-ты жабу"),
        ("", ""),
    ],
)
def test_a_label_inside_a_sentence_begins_small_unless_it_is_an_abbreviation(label, expected):
    assert form.inside(label) == expected
