"""The bond of an act: how surely it was done to the media worker, and when it was done to somebody else."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.language.reading import acts, cast


def bonds(text: str) -> dict[str, str]:
    """The bond of each method told."""
    reading = readings.by_rules(text)
    return {act.method: act.bond for act in acts.of(reading, cast.of(reading))}


@pytest.mark.parametrize(
    "text",
    [
        "Журналист Айбек Нуров ведёт репортаж из суда. Водителя оштрафовали на 20 МРП.",
        "Журналист Айбек Нұров сот туралы жазды. Сот жүргізушіге айыппұл салды.",
        "Reporter Aibek Nurov covered the trial. The court fined the driver 20 MCI.",
    ],
)
def test_a_proceeding_with_somebody_else_beside_it_is_none_of_the_media_worker(text: str) -> None:
    assert bonds(text)["fine"] in ("story", "none")


def test_a_beating_by_somebody_else_is_bound_to_the_media_worker_of_the_sentence_before() -> None:
    text = "Журналист Айбек Нуров ведёт репортаж из суда. Водитель ударил его кулаком."
    assert bonds(text)["non_fatal_attack_beating"] == "next to a name"


def test_a_proceeding_with_nobody_else_beside_it_is_bound_to_the_media_worker_of_the_sentence_before() -> None:
    assert bonds("Журналист Айбек Нуров ведёт репортаж из суда. Его оштрафовали на 20 МРП.")["fine"] == "next to a name"


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Айбек Нуров – блогер из Тараза. Он пишет о дорогах. В среду его оштрафовали.", "fine"),
        ("Айбек Нұров – Тараздағы блогер. Ол жол туралы жазады. Сәрсенбіде оған айыппұл салынды.", "fine"),
        (
            "Aibek Nurov is a blogger from Taraz. He writes about roads. On Wednesday police detained him.",
            "short_term_detention",
        ),
    ],
)
def test_a_text_that_names_one_media_worker_only_tells_of_that_one(text: str, method: str) -> None:
    assert bonds(text)[method] == "only one"


def test_a_text_that_names_two_media_workers_may_tell_of_either() -> None:
    text = "Блогер Айбек Нуров и журналистка Ольга Ким живут в Таразе. Они пишут о дорогах. В среду его оштрафовали."
    assert bonds(text)["fine"] == "short story"


def test_a_text_longer_than_a_page_tells_of_more_than_the_one_it_names() -> None:
    about = "Он пишет о дорогах и мостах, о школах и больницах, о воде и о свете. "
    told = "Айбек Нуров – блогер из Тараза. " + about * (acts.PAGE - 1) + "В среду его оштрафовали."
    assert bonds(told)["fine"] == "story"


def test_many_short_sentences_are_still_a_page() -> None:
    told = "Айбек Нуров – блогер из Тараза. " + "Он молчит. " * (acts.PAGE - 1) + "В среду его оштрафовали."
    assert bonds(told)["fine"] == "only one"


@pytest.mark.parametrize(
    "text",
    [
        "Оператор Ольга Ким снимала стройку. У ворот её встретил сторож. Он ударил девушку кулаком.",
        "Оператор Руслан Ким құрылысты түсіріп жүрген. Қақпада оны күзетші тоқтатты. Ол жігітті ұрды.",
        "Camera operator Ruslan Kim was filming a building site. A guard met them at the gate. He beat the man.",
    ],
)
def test_a_word_for_whoever_was_told_of_is_the_object_of_the_act(text: str) -> None:
    assert bonds(text)["non_fatal_attack_beating"] == "done to"


def test_a_word_for_whoever_was_told_of_may_mean_another_person_named_just_before() -> None:
    text = "Айбек Нуров – блогер из Тараза. На рынке поссорился с женой Ахмет Досов. Он ударил женщину кулаком."
    assert bonds(text)["non_fatal_attack_beating"] != "done to"
