"""What texts mention beside their codes is alike in whatever language and script they tell it."""

from __future__ import annotations

from kuzet.basis.dates import EventDate
from kuzet.observatory.link import traces


def names(text):
    return traces.find([text]).names


def test_a_name_is_one_in_both_scripts_of_kazakh_and_whatever_its_case():
    cyrillic = "Сот залында Салтанат Нүкенованы өлтірді деген іс қаралып жатыр."
    latin = "Sot zalynda Saltanat Nükenovany öltırdı degen ıs qaralyp jatyr."
    assert names(cyrillic) == names(latin) == ("nukenov", "saltanat")


def test_a_small_letter_that_no_other_alphabet_has_begins_no_name():
    assert names("Otyrǧan jurnalisterge aşyq sotqa kıruge rūqsat bolmady.") == ()


def test_an_english_possessive_is_no_part_of_the_name():
    assert names("Police came to Tamara Tulparsai's home.") == names("It was Tamara Tulparsai who spoke.")


def test_the_name_of_a_month_is_no_name():
    assert names("The door was broken on 12 January 2023, and in October 2022 it was painted.") == ()


def test_the_last_day_is_not_told_where_only_some_days_have_a_year():
    mixed = traces.find(["Задержан 3 июля 2022 года. Приговор огласили 3 февраля."])
    assert (mixed.days, mixed.latest) == (("-02-03", "-07-03"), None)
    assert traces.find(["Задержан 3 июля, приговор огласили 5 августа."]).latest == EventDate.parse("--08-05")


def test_two_names_side_by_side_are_a_person():
    assert traces.find(["Оператора вытолкал Ибраим Шотбаков."]).people == ("ibraim wotbakov",)
