"""The list of names for readers without scripts."""

from __future__ import annotations

import pytest

from kuzet.web.public import searching
from kuzet.web.public.searching import by_letter
from kuzet.web.public.tongue import words


@pytest.mark.parametrize(
    ("language", "first", "some"),
    [("kk", "А", ["Ғ", "Д", "Қ", "М"]), ("ru", "А", ["Г", "Д", "К", "М"]), ("en", "A", ["G", "K", "M", "T"])],
)
def test_names_stand_under_their_letters_in_the_order_of_the_alphabet(edition, language, first, some):
    letters = by_letter(edition, language, words(language))
    found = [letter for _, letter, _ in letters]
    assert [number for number, _, _ in letters] == list(range(1, len(letters) + 1))
    assert found[0] == first
    assert [letter for letter in found if letter in some] == some


def test_a_place_names_its_incidents_and_a_person_has_a_page(edition):
    named = {one.name: one for _, _, names in by_letter(edition, "en", words("en")) for one in names}
    assert named["Kostanay"].incidents == ("KZ-2024-0006", "KZ-2024-0010")
    assert named["Andrei Skiba"].page.startswith("person/andrei-skiba-")
    assert named["Andrei Skiba"].incidents == ("KZ-2024-0006", "KZ-2024-0010")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_alphabet_names_every_letter_once(language):
    alphabet = words(language)["alphabet"]
    assert len(alphabet) == len(set(alphabet)) == 68


def test_a_letter_with_many_names_has_several_pages(edition, monkeypatch):
    monkeypatch.setattr(searching, "PAGE", 3)
    pages = {path: data.decode() for path, data in searching.part(edition) if path.startswith("en/names/1")}
    letters = by_letter(edition, "en", words("en"))
    needed = sum(-(-len(names) // 3) for number, _, names in letters if str(number).startswith("1"))
    assert len(pages) == needed
    assert 'href="1-2.html"' in pages["en/names/1.html"]
