"""Dates are found in all forms of the three languages, and never guessed wrongly."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.basis.dates import EventDate
from kuzet.language.values import dates

PUBLISHED = EventDate.parse("2024-09-25")


@pytest.mark.table("dates.csv")
def test_dates_of_a_sentence(text, language, published, expected):
    found = dates.find(text, language, EventDate.parse(published) if published else None)
    assert "; ".join(str(each.date) for each in found) == expected


def test_a_date_keeps_its_place_and_rule():
    text = "Суд прошёл 20 сентября 2024 года в Алматы."
    (found,) = dates.find(text, "ru")
    assert (text[found.start : found.end], found.rule) == ("20 сентября 2024 года", "day")


def test_a_guessed_year_is_said_to_be_guessed():
    (found,) = dates.find("5 мая", "ru", PUBLISHED)
    assert (str(found.date), found.rule) == ("2024-05-05", "day, year guessed")


def test_a_publication_known_by_its_year_only_gives_that_year():
    assert str(dates.find("5 мая", "ru", EventDate.parse("2024"))[0].date) == "2024-05-05"


@settings(deadline=None)
@given(
    st.one_of(st.text(), st.text("0123456789. -–/мая қыркүйек жылғы may ночь на түні", max_size=80)),
    st.sampled_from(["kk", "ru", "en"]),
)
def test_any_text_gives_dates_in_order_that_do_not_overlap(text, language):
    found = dates.find(text, language, PUBLISHED)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize("text", ["слово" * 200_000, "5 мая " * 20_000, "\ud800" * 1000, "1." * 50_000])
def test_monstrous_input_is_taken_in_its_stride(text):
    assert isinstance(dates.find(text, "ru", PUBLISHED), tuple)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The editor of the site Irtysh Today was detained.", "en"),
        ("Редактора сайта «Степь Сегодня» задержали.", "ru"),
        ("«Дала Бүгін» сайтының редакторын полиция ұстады.", "kk"),
    ],
)
def test_a_relative_word_with_a_capital_inside_a_sentence_is_part_of_a_name(text, language):
    assert list(dates.find(text, language, PUBLISHED)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Today the editor was detained.", "en"),
        ("«Сегодня редактора задержали», – сказал он.", "ru"),
        ("Редактор бүгін ұсталды.", "kk"),
    ],
)
def test_a_relative_word_that_begins_the_sentence_or_is_small_is_a_date(text, language):
    (found,) = dates.find(text, language, PUBLISHED)
    assert str(found.date) == "2024-09-25"
