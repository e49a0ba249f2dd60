"""What a mask covers loses its meaning: in the whole reading, and at the first look in any language."""

from __future__ import annotations

import pytest

from kuzet.language.reading.masks import Covers, clean
from kuzet.language.vocabulary.lexicon import Entry, Lexicon, flatten

PRESS = Entry("roles", "group", 1, "press.")
SITE = Entry("roles", "online_media", 0, "сайт")
OFFICE = Entry("masks", "not_role", 0, "press. office./service")
COOKIES = Entry("masks", "not_role", 0, "сайт cookie")
FAR = Entry("masks", "not_role", 0, "press. .. freedom")
LEXICONS = {
    "en": Lexicon("en", [PRESS, OFFICE, FAR]),
    "ru": Lexicon("ru", [SITE]),
    "kk": Lexicon("kk", [SITE, COOKIES]),
}
COVERS = Covers(LEXICONS)


def found(text: str, language: str, table: str = "roles"):
    return next(one for one in LEXICONS[language].find(flatten(text, language)) if one.entry.table == table)


def test_a_covered_match_is_taken_out_and_another_stays():
    matches = clean(list(LEXICONS["en"].find("the press office told the press")))
    assert [one.start for one in matches if one.entry.table == "roles"] == [26]


@pytest.mark.parametrize("text", ["the press office", "A press service", "the press-office"])
def test_words_side_by_side_cover(text):
    assert COVERS.cover([found(text, "en")], text)


@pytest.mark.parametrize(
    "text", ["the press", "the press. Office workers", "the press\noffice", "the press has its freedom"]
)
def test_nothing_covers_across_a_sign_or_a_gap(text):
    assert not COVERS.cover([found(text, "en")], text)


def test_every_match_has_to_be_covered():
    text = "the press office told the press"
    matches = [one for one in LEXICONS["en"].find(text) if one.entry.table == "roles"]
    assert [COVERS.cover([one], text) for one in matches] == [True, False]
    assert not COVERS.cover(matches, text)


def test_words_of_masks_are_told_from_others():
    assert COVERS.has_word(["office"])
    assert not COVERS.has_word(["rainbow"])


def test_what_two_languages_have_is_covered_only_where_both_say_so():
    text = "сайт cookie"
    assert not COVERS.may_cover(found(text, "kk"), "сайт")
    assert not COVERS.cover([found(text, "kk")], text)


def test_a_word_that_no_mask_has_is_never_covered():
    assert COVERS.may_cover(found("press", "en"), "press")
    assert not COVERS.may_cover(found("сайт", "ru"), "сайт")
