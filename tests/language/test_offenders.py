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
        "The trial of three men accused of burning the car of reporter Dinara Kali opened in Almaty.",
        "В Алматы продолжается процесс по делу троих мужчин, обвиняемых в том, что сожгли машину журналистки.",
        "Журналистің көлігін өртеді деп айыпталған күзетшінің үстінен сот басталды.",
        "Ruslan Ibrayev, a welder, was found guilty of causing harm. The victim, a reporter of a site, did not come.",
        "Сварщика Руслана Ибраева признали виновным. Потерпевшая, журналистка местного сайта, в суд не пришла.",
        "Дәнекерлеуші кінәлі деп танылды. Жәбірленуші тілші сотқа келмеді.",
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
        "Reporter Ann Lee, accused of insulting a blogger, heard the verdict in Taraz.",
        "Журналистка Анна Ли, обвиняемая в оскорблении блогера, выслушала приговор.",
        "The court found reporter Ann Lee guilty; the victim, a deputy, was not in the courtroom.",
        "Суд признал журналистку виновной; потерпевший, депутат, в зал не пришёл.",
    ],
)
def test_a_trial_of_a_media_worker_and_an_attack_without_a_trial_are_no_trial_of_another(text: str) -> None:
    assert not told(text)
