"""The printed line: one date for programmes beside the whole answer."""

from __future__ import annotations

import pytest
from tests.readings import read_line


@pytest.mark.parametrize(
    "text",
    [
        "В ночь на 12 мая 2024 года полиция задержала блогера Айбека Нурова в Таразе.",
        "2024 жылғы 12 мамырға қараған түні полиция Таразда блогер Айбек Нұровты ұстады.",
        "On the night of May 11-12, 2024 police detained blogger Aibek Nurov in Taraz.",
    ],
)
def test_the_date_of_a_night_is_its_end_and_when_the_whole_night(text: str) -> None:
    line = read_line(text)
    assert line["date"] == "2024-05-12"
    assert line["when"] == "2024-05-11/2024-05-12 night"


def test_the_date_of_a_range_is_its_beginning_and_when_the_whole_range() -> None:
    line = read_line("From 10 to 12 May 2024 police detained blogger Aibek Nurov in Taraz.")
    assert line["date"] == "2024-05-10"
    assert line["when"] == "2024-05-10/2024-05-12"


def test_date_and_when_of_a_day_are_the_same() -> None:
    line = read_line("Полиция задержала блогера Айбека Нурова в Таразе 12 мая 2024 года.")
    assert line["date"] == line["when"] == "2024-05-12"
    assert line["candidates"][0]["when"] == "2024-05-12"
