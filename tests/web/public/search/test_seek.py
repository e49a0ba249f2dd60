"""What a query finds, by the golden queries in three languages and by what a slip may be."""

from __future__ import annotations

import pytest
from tests.web.public.search.golden import QUERIES

from kuzet.web.seeking.fold import fold
from kuzet.web.seeking.forms import keys, reaches
from kuzet.web.seeking.gathering import Entry
from kuzet.web.seeking.index import Index
from kuzet.web.seeking.seek import asked, met, search, slips, straight


@pytest.fixture(scope="module")
def index(edition):
    return Index.of(edition.incidents)


def test_every_golden_query_finds_first_what_it_is_about(index):
    wrong = {query: search(index, query, 3) for query, first in QUERIES if search(index, query, 1)[:1] not in first}
    assert len(QUERIES) >= 120
    assert wrong == {}


@pytest.mark.parametrize("query", ["jurnalist", "jýrnalıst", "ЖУРНАЛИСТ"])
def test_scripts_lead_to_the_same_hits(index, query):
    assert search(index, query) == search(index, "журналист")


@pytest.mark.parametrize("query", ["Журналистерге", "журналистами", "журналисттің", "журналистов"])
def test_an_inflected_word_finds_what_its_lemma_finds(index, query):
    found, lemma = search(index, query, 400), search(index, "журналист", 400)
    assert len(found) > 20
    assert set(found) <= set(lemma)


def test_a_placeholder_is_found_by_its_number_and_by_no_word(index, edition):
    placeholder = next(one for one in edition.incidents if one.reconstructed)
    assert search(index, placeholder.id, 1) == [placeholder.id]
    found = search(index, placeholder.title.ru, 400)
    assert [one.id for one in edition.incidents if one.reconstructed and one.id in found] == []


def test_nothing_is_found_for_what_stands_nowhere(index):
    assert search(index, "палеонтология") == []
    assert search(index, "") == []
    assert search(index, "…!?") == []


def test_words_that_say_nothing_are_passed_over_unless_there_are_no_others():
    assert asked("the fine of the editor") == ["fine", "editor"]
    assert asked("и в") == ["i", "v"]


@pytest.mark.parametrize(
    ("word", "key", "number"),
    [
        ("eslmova", "eslamova", 1),
        ("nizovkna", "nizovkina", 1),
        ("eslamovax", "eslamova", 1),
        ("eslomova", "eslamova", 1),
        ("elsamova", "eslamova", 1),
        ("eslamovaga", "eslamova", 0),
        ("adilebkoff", "adilbekov", 3),
    ],
)
def test_a_slip_is_a_letter_more_less_other_or_changed_with_its_neighbour(word, key, number):
    assert slips(word, key, 1, 2) == number


def test_a_short_word_is_met_only_without_a_slip():
    index = Index(("A",), {"su": {"sud": Entry(0, {0: 8}, 16)}})
    assert met(index, "sud")[0][1] == 100
    assert met(index, "sut") == []


def test_an_ending_follows_only_a_key_of_its_language():
    assert straight("jurnalistami", "jurnalist", 2) == 90
    assert straight("jurnalistami", "jurnalist", 0) == 0
    assert straight("jurna", "jurnalist", 0) == 60


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("кітабының", "kk"),
        ("журналистерге", "kk"),
        ("Азаттықтың", "kk"),
        ("прекращено", "ru"),
        ("журналисток", "ru"),
        ("избили", "ru"),
        ("denied", "en"),
        ("threatening", "en"),
        ("Press.kz", "ru"),
    ],
)
def test_a_word_of_a_text_is_always_found_as_it_is_written(word, language):
    assert [key for key, mark in keys(word, language) if reaches(fold(word), key, mark)] != []


def test_forms_that_begin_too_differently_are_keys_of_their_own():
    assert {"sud", "suda", "sudami"} <= dict(keys("судом", "ru")).keys()
    assert ("kitab", 1) in keys("кітап", "kk")
    assert ("jurnalis", 1) in keys("журналист", "kk")
