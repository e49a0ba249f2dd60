"""The list of names for readers without scripts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kuzet.web.public.sections import actor_pages, letters, searching
from kuzet.web.public.sections.letters import by_letter
from kuzet.web.public.sections.searching import names
from kuzet.web.public.tongue import words


@pytest.mark.parametrize(
    ("language", "first", "some"),
    [("kk", "А", ["Ғ", "Д", "Қ", "М"]), ("ru", "А", ["Г", "Д", "К", "М"]), ("en", "A", ["G", "K", "M", "T"])],
)
def test_names_stand_under_their_letters_in_the_order_of_the_alphabet(edition, language, first, some):
    several = by_letter(names(edition, language), words(language))
    found = [one.letter for one in several]
    assert [one.number for one in several] == list(range(1, len(several) + 1))
    assert found[0] == first
    assert [letter for letter in found if letter in some] == some


def test_a_place_names_its_incidents_and_a_person_has_a_page(edition):
    named = {one.name: one for letter in by_letter(names(edition, "en"), words("en")) for one in letter.names}
    assert (named["Kostanay"].number, named["Kostanay"].incidents) == (2, ["KZ-2024-0006", "KZ-2024-0010"])
    assert named["Andrei Skiba"].page.startswith("person/andrei-skiba-")
    assert (named["Andrei Skiba"].number, named["Andrei Skiba"].incidents) == (2, ())


def test_of_many_incidents_at_a_place_the_first_are_named(edition, monkeypatch):
    monkeypatch.setattr(letters, "MOST", 2)
    (named,) = (one for one in names(replace(edition), "en") if (one.name, one.unit) == ("Astana", "place"))
    at = [one.id for one in edition.incidents if one.place.name.en == "Astana" and not one.reconstructed]
    assert (named.number, named.incidents) == (len(at), at[:2])
    assert len(at) > 2


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_alphabet_names_every_letter_once(language):
    alphabet = words(language)["alphabet"]
    assert len(alphabet) == len(set(alphabet)) == 68


def test_a_letter_with_many_names_has_several_pages(edition, monkeypatch):
    monkeypatch.setattr(letters, "PAGE", 3)
    pages = {path: data.decode() for path, data in searching.part(edition) if path.startswith("en/names/1")}
    several = by_letter(names(edition, "en"), words("en"))
    needed = sum(-(-len(one.names) // 3) for one in several if str(one.number).startswith("1"))
    assert len(pages) == needed
    assert 'href="1-2.html"' in pages["en/names/1.html"]


def test_few_people_stand_on_one_page_and_many_under_their_letters(edition, monkeypatch):
    few = {path: data.decode() for path, data in actor_pages.part(edition)}
    assert len(few) == 6
    assert '<a href="person/andrei-skiba-' in few["en/people.html"]
    monkeypatch.setattr(letters, "PAGE", 3)
    many = {path: data.decode() for path, data in actor_pages.part(edition)}
    assert '<a href="people/1.html">A</a>' in many["en/people.html"]
    assert "person/" not in many["en/people.html"]
    under = [text for path, text in many.items() if path.startswith("en/people/")]
    assert [text for text in under if '<a href="../person/andrei-skiba-' in text] != []
    assert [text for text in under if "../outlet/" in text or text.count("<li><span><a") > 3] == []
    assert all('<a href="../incidents.html">' in text and '<a href="../people.html">' in text for text in under)
