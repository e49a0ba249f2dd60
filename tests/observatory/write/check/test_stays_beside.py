"""Durations told right beside the end of a stretch, with clock times at both ends, and in minutes."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

STRETCHES = [
    ("en", "The site was down from 21:00 on 20 October to 09:00 on 22 October: {} hours without a page.", "48", "36"),
    ("ru", "Сайт не открывался с 21:00 20 октября до 09:00 22 октября – {} часов.", "48", "36"),
    (
        "en",
        "On 5 March a guard struck Marat Seitzhanov. He was treated for concussion until 26 March, {} days.",
        "31",
        "21",
    ),
    ("ru", "5 марта охранник ударил Марата Сейтжанова. С травмой тот лечился до 26 марта – {} день.", "31", "21"),
    ("kk", "5 наурызда күзетші Маратты ұрды. Ол 26 наурызға дейін, {} күн емделді.", "31", "21"),
    (
        "en",
        "She was led away at 10:40 and let go at 14:25. She was in police hands for 3 hours {} minutes.",
        "15",
        "45",
    ),
    ("ru", "Её увели в 10:40 и отпустили в 14:25. В отделе полиции она провела 3 часа {} минут.", "15", "45"),
    (
        "kk",
        "Оны сағат 10:40-та алып кетіп, 14:25-те босатты. Ол полицияның қолында 3 сағат {} минут болды.",
        "15",
        "45",
    ),
]
OTHERS = [
    ("en", "The suit was filed on 5 March. An appeal may be lodged until 26 March, 15 days from the ruling."),
    ("ru", "Иск подан 5 марта. Обжаловать решение можно до 26 марта, 15 дней."),
    ("kk", "Талап 5 наурызда берілді. Шешімге 26 наурызға дейін, 15 күн ішінде шағымдануға болады."),
    ("en", "She was led away at 10:40 and let go at 14:25. The questioning took 2 hours 15 minutes."),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), STRETCHES)
def test_a_duration_beside_the_end_of_a_stretch_is_its_length(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_a_time_limit_and_a_part_of_a_stretch_are_left_alone(language, text):
    assert [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []
