"""When cited pages are looked at again, and how a difference is shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kuzet.observatory.collect.recapture import WORDS, differences, next_look

FIRST = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("passed", "then"),
    [(0 * HOUR, HOUR), (HOUR, DAY), (5 * HOUR, DAY), (DAY, 30 * DAY), (29 * DAY, 30 * DAY), (30 * DAY, None)],
)
def test_a_page_is_looked_at_after_an_hour_a_day_and_thirty_days(passed, then):
    assert next_look(FIRST, FIRST + passed) == (FIRST + then if then else None)


def test_a_reworded_paragraph_shows_its_old_and_new_words():
    before = "Полиция задержала журналиста.\nЕго отпустили вечером."
    after = "Полиция задержала журналиста.\nЕго отпустили утром следующего дня."
    assert differences(before, after) == "~ Его отпустили [-вечером.-] {+утром следующего дня.+}"


def test_a_paragraph_that_went_and_one_that_came_are_shown_whole():
    assert differences("Бірінші.\nЕкінші.", "Бірінші.") == "- Екінші."
    assert differences("Бірінші.", "Бірінші.\nҮшінші.") == "+ Үшінші."


def test_another_paragraph_in_the_same_place_is_not_shown_as_reworded():
    before, after = "Полиция задержала журналиста.", "Материал удалён по просьбе редакции сайта."
    assert differences(before, after) == f"- {before}\n+ {after}"


def test_white_space_makes_no_difference():
    assert differences("a  b\n\n\nc", " a b \nc\n") == ""


def test_a_paragraph_too_long_to_be_compared_word_by_word_is_shown_whole():
    before = "сөз " * (WORDS + 1)
    assert differences(before, before + "соңы") == f"- {before.strip()}\n+ {before}соңы"
