"""Whose case it is, in English and Russian: somebody else's, a media worker's, or a suit that a media worker brings."""

from __future__ import annotations

import pytest
from tests.readings import by_rules

from kuzet.language.reading import acts, cast, tried


def others(text: str) -> list[int]:
    reading = by_rules(text)
    return sorted(tried.others(reading, cast.of(reading)))


def methods(text: str) -> set[str]:
    reading = by_rules(text)
    return {act.method for act in acts.of(reading, cast.of(reading)) if act.value > 0}


@pytest.mark.parametrize(
    "text",
    [
        "A court sentenced two former guards to six years for a raid on the office of reporter Ann Lee.",
        "A trader who broke the nose of a cameraman was convicted on Monday.",
        "Director of orphanage detained after report by journalist Ann Lee.",
        "The deputy akim has been dismissed after blogger Ann Lee posted a video.",
        "Two get eight years for a raid on the home of editor Ann Lee.",
    ],
)
def test_a_case_of_somebody_else_is_told_by_who_is_sentenced_or_held(text: str) -> None:
    assert others(text) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Police detained reporter Ann Lee and questioned her as a suspect.",
        "Reporter Ann Lee was sentenced to two years.",
        "Activist and blogger Ann Lee was arrested in Taraz.",
        "Two reporters of Steppe Online were detained near the prosecutor's office in Taraz.",
        "A former minister's suit against blogger Ann Lee was dismissed on Monday.",
        "The head of the newsroom was fined on Monday.",
        "Officers searched the flat of blogger Ann Lee.",
    ],
)
def test_a_case_of_a_media_worker_is_nobody_elses(text: str) -> None:
    assert others(text) == []


def test_what_follows_in_a_text_about_somebody_elses_case_is_of_the_same_people() -> None:
    text = (
        "Ex-inspector jailed for abuse of power.\nReporter Ann Lee watched. He was taken into custody in the courtroom."
    )
    assert methods(text) == set()


def test_an_attack_stays_where_the_report_of_the_trial_tells_it_with_its_day() -> None:
    trial = "Two men were sentenced to five years in Taraz.\n"
    assert methods(trial + "Editor Ann Lee was beaten near her house in 2021.") == set()
    assert methods(trial + "Editor Ann Lee was beaten near her house on 4 May 2021.") == {"non_fatal_attack_beating"}


def test_a_suit_of_a_media_worker_is_no_attack_and_what_it_is_about_may_be_one() -> None:
    assert "civil_case" not in methods("Photographer Ann Lee has sued a restaurant chain over the use of her picture.")
    assert "civil_case" in methods("A restaurant chain has sued photographer Ann Lee for three million tenge.")
    assert "non_fatal_attack_beating" in methods("Reporter Ann Lee has sued the police: she was beaten on 4 May.")


@pytest.mark.parametrize(
    "text",
    [
        "Бывшего заместителя акима Тараза взяли под стражу, передаёт из зала суда журналист Айбек Нуров.",
        "Двух охранников рынка в Таразе осудили на два года, рассказал журналист Айбек Нуров.",
        "Чиновник задержан, сообщил журналист Айбек Нуров.",
    ],
)
def test_a_russian_sentence_says_that_somebody_else_is_held(text: str) -> None:
    assert others(text) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "По жалобе депутата задержали его сразу.",
        "Судья не рассматривал поручительство двух депутатов и взял его под стражу.",
        "Журналиста и водителя задержали.",
        "Полиция по заявлению заместителя акима задержала Айгуль Сатову, журналистку.",
    ],
)
def test_a_russian_sentence_may_name_others_beside_the_one_held(text: str) -> None:
    assert not others(text)


def test_a_sentence_about_one_of_them_goes_on_about_those_of_the_case() -> None:
    text = "A court sentenced three farmers to eight months. One of them was handcuffed. Journalists were let in."
    assert others(text) == [0, 1]


def test_obstruction_told_beside_the_verdict_is_what_somebody_was_tried_for() -> None:
    text = (
        "The district court sentenced an entrepreneur on Tuesday to two years. He had attacked a cameraman. Obstruction"
        " of journalists has been called by its name in a verdict."
    )
    assert methods(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Аудандық сот тілші Арайлым Дүкенбайдың пайдасына екі миллион теңге өндіру туралы шешім шығарды.",
        "Сот тілші Роза Сыздықованың талабын қанағаттандырып, жұмыс берушіден 800 мың теңге өндірді.",
    ],
)
def test_what_a_kazakh_court_grants_a_media_worker_is_their_own_suit(text: str) -> None:
    reading = by_rules(text)
    assert tried.suits(reading, cast.of(reading)) == {0}


def test_what_is_granted_from_a_media_worker_is_no_suit_of_theirs() -> None:
    reading = by_rules("Сот тілші Айбек Нұровтан депутат Серік Омаровтың пайдасына бір миллион теңге өндірді.")
    assert tried.suits(reading, cast.of(reading)) == frozenset()
