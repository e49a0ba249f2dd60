"""The three categories against all incidents, and the years of a period against the whole of it."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

YEAR = {
    "en": (
        "ATTACKS ON THE PRESS IN 2021\n\nIn 2021 we recorded 200 incidents.\n\n"
        "Judicial and/or economic pressure leads the list (120 incidents).\n\n"
        "Attacks of a non-physical nature and/or cyber-attacks come next: {} such incidents were recorded.\n\n"
        "There were 20 cases of physical attacks."
    ),
    "ru": (
        "АТАКИ НА ПРЕССУ В 2021 ГОДУ\n\nВ 2021 году зафиксировано 200 инцидентов.\n\n"
        "Первое место занимает судебное и/или экономическое давление (120 инцидентов).\n\n"
        "Далее идут атаки нефизического характера и/или кибератаки. Зафиксировано {} таких инцидентов.\n\n"
        "Отмечено 20 случаев физических атак."
    ),
    "kk": (
        "2021 ЖЫЛЫ БАСПАСӨЗГЕ ЖАСАЛҒАН ШАБУЫЛДАР\n\n2021 жылы 200 оқиға тіркелді.\n\n"
        "Бірінші орында құқықтық және/немесе экономикалық қысым тұр (120 оқиға).\n\n"
        "Одан кейін физикалық емес және/немесе кибершабуылдар келеді. Мұндай {} оқиға тіркелді.\n\n"
        "20 физикалық шабуыл болды."
    ),
}

YEARS = {
    "en": (
        "ATTACKS ON MEDIA WORKERS IN 2022–2023\n\nIn 2022–2023 the fund documented 310 attacks.\n\n"
        "In 2022–2023, {} cases of physical attacks were recorded. "
        "In 2022 there were 24 physical attacks, and in 2023 there were 17."
    ),
    "ru": (
        "АТАКИ НА МЕДИАРАБОТНИКОВ В 2022–2023 ГОДАХ\n\nВ 2022–2023 годах фонд задокументировал 310 атак.\n\n"
        "В 2022–2023 годах зафиксировано {} случаев физических атак. "
        "В 2022 году было 24 физические атаки, в 2023 году – 17."
    ),
    "kk": (
        "2022–2023 ЖЫЛДАРЫ МЕДИА ҚЫЗМЕТКЕРЛЕРІНЕ ЖАСАЛҒАН ШАБУЫЛДАР\n\n2022–2023 жылдары қор 310 шабуылды тіркеді.\n\n"
        "2022–2023 жылдары {} физикалық шабуыл тіркелді. "
        "2022 жылы 24 физикалық шабуыл болды, 2023 жылы – 17 физикалық шабуыл."
    ),
}

LANGUAGES = ("en", "ru", "kk")


def sums(text, language):
    return {(one.verdict, one.should_be, one.why) for one in check(text, language) if " + " in one.why}


@pytest.mark.parametrize("language", LANGUAGES)
def test_categories_that_make_up_the_total_hold(language):
    assert sums(YEAR[language].format(60), language) == {(Verdict.HOLDS, "", "20 + 60 + 120 = 200")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_categories_that_do_not_make_up_the_total_differ(language):
    assert sums(YEAR[language].format(63), language) == {(Verdict.DIFFERS, "203", "20 + 63 + 120 = 203, not 200")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_total_that_is_told_again_is_right_and_a_category_wrong(language):
    again = {"en": "2021: 200 incidents.", "ru": "В 2021 году – 200 инцидентов.", "kk": "2021 жылы – 200 оқиға."}
    physical = {"en": "20 physical attacks.", "ru": "20 физических атак.", "kk": "20 физикалық шабуыл."}
    judicial = {
        "en": "120 judicial and/or economic attacks.",
        "ru": "120 судебных и/или экономических атак.",
        "kk": "120 құқықтық және/немесе экономикалық шабуыл.",
    }
    conclusion = " ".join(told[language] for told in (again, physical, judicial))
    found = sums(f"{YEAR[language].format(63)}\n\n{conclusion}", language)
    assert (Verdict.DIFFERS, "60", "20 + 63 + 120 = 203, not 200") in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_years_of_a_category_make_up_its_number_of_the_period(language):
    assert sums(YEARS[language].format(41), language) == {(Verdict.HOLDS, "", "24 + 17 = 41")}
    assert sums(YEARS[language].format(47), language) == {(Verdict.DIFFERS, "41", "24 + 17 = 41, not 47")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_of_one_year_does_not_contradict_that_of_the_period(language):
    assert [one for one in check(YEARS[language].format(41), language) if one.verdict is not Verdict.HOLDS] == []


def test_categories_told_in_two_ways_of_which_none_adds_up_are_left():
    text = YEAR["en"].format(63) + "\n\nThere were 25 cases of physical attacks."
    assert [one for one in sums(text, "en") if one[0] is Verdict.DIFFERS] == []
