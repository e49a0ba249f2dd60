"""Whom an act did not hit: heads who only comment, people counted beside their names, signers, words that are no name.

`spared.csv` has texts with names that are targets (`hit`) and names that are none (`spared`), parted by `|`.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import pytest
from tests.readings import first_coding, read_line

with Path(__file__).with_name("spared.csv").open(encoding="utf-8", newline="") as LINES:
    ROWS: Final = list(csv.DictReader(LINES))


def named(text: str) -> list[str]:
    return [target["name"] for target in read_line(text)["targets"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:40])
def test_who_only_comments_or_is_counted_again_is_no_target(row: dict[str, str]) -> None:
    found = named(row["text"])
    assert set(row["hit"].split("|")) <= set(found)
    assert not set(row["spared"].split("|")) & set(found)


@pytest.mark.parametrize(
    ("text", "editor"),
    [
        ("Editor Anna Lim was beaten in Taraz on 3 May. She links it to an article.", "Anna Lim"),
        ("Редактора газеты «Вести» Анну Лим избили в Таразе 3 мая. Лим связывает это со статьёй.", "Анна Лим"),
        ("«Хабар таңы» газетінің редакторы Анна Омарованы 3 мамырда Таразда ұрып кетті.", "Анна Омарова"),
    ],
)
def test_an_editor_who_was_hit_stays_a_target(text: str, editor: str) -> None:
    assert editor in named(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Guards beat three reporters in Taraz on 3 May; one of them is Anna Lim, a reporter.", 3),
        ("В Таразе охрана избила трёх журналистов. Среди них корреспондент Анна Лим.", 3),
        ("Таразда күзетшілер үш тілшіні ұрып кетті. Солардың бірі – тілші Анна Лим.", 3),
    ],
)
def test_a_group_that_was_hit_counts_more_people_than_the_one_who_is_named(text: str, people: int) -> None:
    affected = first_coding(text).people
    assert affected is not None
    assert affected.value == people
