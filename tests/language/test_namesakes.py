"""Whose a mention is: a first name that stands for somebody introduced, and a surname that two have."""

from __future__ import annotations

from tests import readings

from kuzet.language.reading import cast
from kuzet.observatory import detect


def people(text: str) -> list[list[str]]:
    """The mentions of each person of a text, as they are written."""
    reading = detect.read(readings.document(text), detect.vocabulary("kz"))
    return [[" ".join(one.mention.words) for one in person.seen] for person in cast.of(reading).people]


def test_a_first_name_alone_is_of_who_was_introduced_with_it() -> None:
    text = "Тілші Ернар Тілеубаев пен Ольга Савченко залға кіргізілмеді. Күзетші Ернардың телефонын алды."
    assert people(text)[0] == ["Ернар Тілеубаев", "Ернардың"]


def test_a_first_name_that_two_have_is_of_neither() -> None:
    text = "Тілші Ернар Тілеубаев пен оператор Ернар Сатов залға кіргізілмеді. Күзетші Ернардың телефонын алды."
    assert people(text) == [["Ернар Тілеубаев"], ["Ернар Сатов"]]


def test_two_of_one_family_are_two_people() -> None:
    text = "Журналист Гүлнар Сатованың інісі Дархан Сатов соққыға жығылды."
    assert people(text) == [["Гүлнар Сатованың"], ["Дархан Сатов"]]


def test_an_initial_is_of_the_same_person() -> None:
    text = "Журналист Гүлнар Сатова ұсталды. Бұл туралы Г. Сатова айтты."
    assert len(people(text)) == 1
