"""Consonants tell names apart, vowels vary as alphabets and languages do."""

from __future__ import annotations

import pytest

from kuzet.language.names import likeness
from kuzet.language.names.likeness import NEAR, SAME
from kuzet.language.names.sounds import readings


def words(left: str, right: str) -> int:
    assert likeness.words(readings(left), readings(right)) == likeness.words(readings(right), readings(left))
    return likeness.words(readings(left), readings(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("қасым", "касим"),
        ("наталья", "наталия"),
        ("данияр", "daniar"),
        ("виталий", "vitaly"),
        ("королёв", "korolyov"),
        ("соловьев", "soloviev"),
        ("бақыт", "бахыт"),
        ("тоқтар", "тохтар"),
        ("қожа", "ходжа"),
        ("бұқар", "бухар"),
    ],
)
def test_spellings_of_one_name_are_the_same(left, right):
    assert words(left, right) == SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("тілеубаев", "тлеубаев"),
        ("бауыржан", "бауржан"),
        ("әбдірахман", "абдрахман"),
        ("ыбыраев", "ибраев"),
        ("жүсіп", "жусуп"),
        ("өтеген", "утеген"),
        ("ләззат", "ляззат"),
        ("вайс", "weiss"),
        ("гульнара", "гюльнара"),
        ("зәуре", "заура"),
        ("сергей", "сергій"),
        ("артём", "artiom"),
        ("юлдашев", "yuldoshev"),
        ("қабдешев", "кабдешов"),
        ("жәмила", "джамиля"),
        ("ниязов", "niyozov"),
    ],
)
def test_a_vowel_that_alphabets_write_in_two_ways_makes_names_near(left, right):
    assert words(left, right) == NEAR


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("жариков", "жарков"),
        ("исламов", "еслямов"),
        ("омаров", "умаров"),
        ("хасенов", "хасанов"),
        ("тимур", "темир"),
        ("марат", "мурат"),
        ("дана", "дания"),
        ("алия", "али"),
        ("галиев", "галеев"),
        ("галиев", "калиев"),
        ("ахметов", "ахмедов"),
        ("литвин", "литвинов"),
        ("жұмабай", "жұмабек"),
        ("нұрлан", "нұржан"),
        ("жансая", "жансұлу"),
        ("айнур", "айнура"),
        ("хан", "кан"),
        ("қасен", "хасен"),
        ("бақтыгүл", "бақытгүл"),
        ("еділ", "әділ"),
        ("байжанов", "бейжанов"),
        ("bolat", "bolot"),
    ],
)
def test_other_names_stay_apart(left, right):
    assert words(left, right) == 0


def test_an_initial_is_the_beginning_of_its_name():
    assert likeness.begins(("iu",), readings("юлия"))
    assert likeness.begins(("ia",), readings("ядвига"))
    assert not likeness.begins(("i", "!ia", "!iu"), readings("юлия"))
    assert likeness.begins(("i", "!ia", "!iu"), readings("игорь"))


def test_two_initials_can_be_of_one_name():
    assert likeness.initials(("s", "w"), ("w",))
    assert not likeness.initials(("s",), ("w",))
