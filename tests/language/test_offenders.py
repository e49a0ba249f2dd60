"""Whose trial a text tells of, where it says who somebody is by what he did to a media worker."""

from __future__ import annotations

import pytest
from tests.readings import by_rules

from kuzet.language.reading import cast, offenders


def told(text: str) -> bool:
    reading = by_rules(text)
    return bool(offenders.sentences(reading, cast.of(reading)))


@pytest.mark.parametrize(
    "text",
    [
        "A coach who broke a reporter's jaw was given a suspended sentence in Taraz.",
        "Апелляция в Таразе сократила срок бывшему сержанту полиции, который выбил журналисту зубы.",
        "Журналистің тісін сындырған полицей шартты жазаға кесілді.",
        "The court convicted three people over an attack on blogger Timur Sagyn.",
        "Суд вынес приговор троим участникам нападения на блогера Тимура Сагина.",
    ],
)
def test_the_trial_is_of_the_one_who_is_told_by_an_attack(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A reporter who was beaten by a coach was given a suspended sentence in Taraz.",
        "Журналист, который избил охранника, получил условный срок.",
        "Блогер Тимур Сагын шартты жазаға кесілді.",
        "A guard who beat a reporter ran away.",
        "Охранник, который избил журналиста, скрылся.",
        "Тілшіні ұрған күзетші қашып кетті.",
    ],
)
def test_a_trial_of_a_media_worker_and_an_attack_without_a_trial_are_no_trial_of_another(text: str) -> None:
    assert not told(text)
