"""Scenes: a digest is taken apart at its entries, any other text is one."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.language.reading import scenes


def beginnings(text: str) -> list[str]:
    """The first sentence of each scene."""
    return [scene.sentences[0].text for scene in scenes.of(readings.by_rules(text))]


@pytest.mark.parametrize(
    "entries",
    [
        (
            "May 12: police detained blogger Aibek Nurov in Taraz.",
            "May 14: a court fined reporter Olga Kim in Aktobe.",
        ),
        (
            "May 12th, 2024. Police detained blogger Aibek Nurov in Taraz.",
            "May 14th, 2024. A court fined reporter Olga Kim in Aktobe.",
        ),
        ("May 12. Police detained blogger Aibek Nurov in Taraz.", "May 14. A court fined reporter Olga Kim in Aktobe."),
        (
            "12 мая полиция задержала блогера Айбека Нурова в Таразе.",
            "14 мая суд оштрафовал журналистку Ольгу Ким в Актобе.",
        ),
        (
            "12 мамыр. Таразда полиция блогер Айбек Нұровты ұстады.",
            "14 мамыр. Ақтөбеде сот журналист Ольга Кимге айыппұл салды.",
        ),
    ],
)
def test_paragraphs_that_begin_with_month_and_day_are_entries(entries: tuple[str, str]) -> None:
    first, second = beginnings("\n\n".join(entries))
    assert entries[0].startswith(first)
    assert entries[1].startswith(second)


def test_paragraphs_without_a_mark_in_front_are_one_scene() -> None:
    text = "Полиция задержала блогера Айбека Нурова.\n\nСуд оштрафовал журналистку Ольгу Ким в Актобе."
    assert len(beginnings(text)) == 1


def test_a_month_with_a_day_further_on_begins_no_entry() -> None:
    text = (
        "In May police held blogger Aibek Nurov, 12, detained in Taraz.\n\n"
        "In all, a court fined reporter Olga Kim in Aktobe."
    )
    assert len(beginnings(text)) == 1
