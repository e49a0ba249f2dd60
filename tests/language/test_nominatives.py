"""The nominatives that a written name can come from."""

from __future__ import annotations

import pytest

from kuzet.language.names.nominatives import kazakh, nominatives, russian


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("қожахметтің", "қожахмет"),
        ("өмірбекпен", "өмірбек"),
        ("жұмабайға", "жұмабай"),
        ("ахметовтан", "ахметов"),
        ("ахметованың", "ахметова"),
        ("петровскийдің", "петровский"),
        ("алпысұлына", "алпысұлы"),
        ("кимнің", "ким"),
        ("линің", "ли"),
        ("цойға", "цой"),
        ("шевчуктан", "шевчук"),
        ("шевчуктен", "шевчук"),
        ("jūmabaidyñ", "jūmabai"),
        ("saparqyzynyñ", "saparqyzy"),
    ],
)
def test_a_kazakh_ending_is_taken_off(written, nominative):
    assert kazakh(written)[0] == nominative


@pytest.mark.parametrize(
    "name", ["рамадан", "армен", "кармен", "шнейдерман", "тілеуберді", "аманкелді", "татьяны", "ядвиге", "фарида"]
)
def test_a_name_keeps_an_end_that_only_looks_like_an_ending(name):
    assert kazakh(name)[0] == name


def test_only_the_last_word_of_a_kazakh_name_takes_an_ending():
    assert kazakh("айторға", last=False) == ("айторға",)


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("самата", "самат"),
        ("саматом", "самат"),
        ("виталия", "виталий"),
        ("виталию", "виталий"),
        ("игоря", "игорь"),
        ("сергеем", "сергей"),
        ("цоя", "цой"),
        ("никиты", "никита"),
        ("артёму", "артем"),
        ("бахрому", "бахром"),
        ("павла", "павел"),
        ("льву", "лев"),
        ("кравца", "кравец"),
        ("динарой", "динара"),
        ("натальи", "наталья"),
        ("юлии", "юлия"),
        ("жансаей", "жансая"),
        ("айгули", "айгуль"),
        ("любовью", "любовь"),
        ("илье", "илья"),
        ("ахметовой", "ахметов"),
        ("ковалевского", "ковалевский"),
        ("белому", "белый"),
    ],
)
def test_a_russian_case_leads_back_to_the_nominative(written, nominative):
    assert nominative in russian(written)


def test_a_name_in_the_nominative_stays_among_the_readings():
    assert {"артем", "рустем"} <= {*russian("артём"), *russian("рустем")}
    assert "ли" in russian("ли")
    assert russian("айгерим") == ("айгерим",)


def test_where_no_man_is_named_his_cases_are_left_out():
    assert russian("александра", man=False) == ("александра",)
    assert "самат" not in russian("самату", man=False)


def test_a_word_with_kazakh_letters_takes_no_russian_ending():
    assert nominatives("сәуле") == ("сәуле",)
    assert "саула" in nominatives("сауле")
