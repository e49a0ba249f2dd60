"""The gender of a name by its endings; a Russian -ова is a woman's nominative or a man's genitive."""

from __future__ import annotations

import pytest

from kuzet.language.names import genders


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("самат ахметов", "m"),
        ("саматом ахметовым", "m"),
        ("санжар канапин", "m"),
        ("войцех ковальский", "m"),
        ("wojciech kowalski", "m"),
        ("дәурен алпысұлы", "m"),
        ("роман аркадьевич абрамович", "m"),
        ("айгуль ахметова", "f"),
        ("айгерим ахметову", "f"),
        ("динару ахметову", "f"),
        ("алмой ахметовой", "f"),
        ("әлия исламова", "f"),
        ("нурила ахметоваға", "f"),
        ("jadwiga kowalska", "f"),
        ("екатерины ждановской", "f"),
        ("светлана викторовна", "f"),
        ("ахметова", "f"),
    ],
)
def test_an_ending_tells_the_gender(name, gender):
    assert genders.of(name.split()) == gender


@pytest.mark.parametrize(
    "name", ["самата ахметова", "эльчина мамедова", "гани шаймуратова", "александра иванова", "самату ахметову"]
)
def test_what_can_be_a_mans_case_tells_nothing(name):
    assert genders.of(name.split()) == ""


@pytest.mark.parametrize(
    "name", ["дмитрий донской", "анна литвиненко", "анна абрамович", "айгерим хусаин", "жансұлу төлеген"]
)
def test_an_ending_of_both_tells_nothing(name):
    assert genders.of(name.split()) == ""


def test_a_surname_that_stands_first_is_in_the_nominative():
    assert genders.of(["гаджиева", "саида"]) == "f"


def test_a_word_without_an_ending_shows_that_no_man_is_in_a_case():
    assert not genders.is_mans_case(["александра", "ким"])
    assert genders.is_mans_case(["виталия", "черных"])
    assert genders.is_mans_case(["александра", "кима"])


def test_kazakh_is_known_by_its_letters_and_endings():
    assert genders.in_kazakh(["әлия", "исламова"])
    assert genders.in_kazakh(["юлия", "ахметоваға"])
    assert not genders.in_kazakh(["татьяны", "ивановой"])
