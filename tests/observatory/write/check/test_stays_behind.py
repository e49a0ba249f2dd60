"""How long somebody was held, told behind the sentence that tells from when to when."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

HOURS = {
    "en": "She was put into a police van at 10:40 and released at 14:25. She was held for 3 hours {} minutes.",
    "ru": "Её посадили в автозак в 10:40 и отпустили в 14:25. В полиции она провела 3 часа {} минут.",
    "kk": "Оны сағат 10:40-та автозакқа отырғызып, 14:25-те босатты. Ол полицияда 3 сағат {} минут отырды.",
}
MONTHS = {
    "en": "He was arrested on 12 March 2022 and left on 12 September. He had spent {} months in the cell.",
    "ru": "Его арестовали 12 марта 2022 года, выпустили 12 сентября. В камере он провёл {} месяцев.",
    "kk": "Ол 2022 жылғы 12 наурызда қамауға алынып, 12 қыркүйекте шықты. Камерада ол {} ай отырды.",
}


def judged(text, language):
    return [(one.verdict, one.why) for one in check(text, language)]


@pytest.mark.parametrize("language", HOURS)
def test_hours_and_minutes_are_those_between_the_two_times_in_front(language):
    why = "3.75 hours between the two"
    assert judged(HOURS[language].format(45), language) == [(Verdict.HOLDS, why)]
    assert judged(HOURS[language].format(15), language) == [(Verdict.DIFFERS, why)]


@pytest.mark.parametrize("language", MONTHS)
def test_months_are_those_between_the_two_days_in_front(language):
    why = "6 months between the two"
    assert judged(MONTHS[language].format(6), language) == [(Verdict.HOLDS, why)]
    assert judged(MONTHS[language].format(8), language) == [(Verdict.DIFFERS, why)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was arrested on 3 February and freed on 20 February. He then spent 12 days in hospital."),
        ("en", "He was arrested on 3 February and sentenced on 20 February. He got 15 days."),
        ("ru", "Его задержали 3 февраля и судили 20 февраля. Ему дали 15 суток."),
        ("kk", "Ол 3 ақпанда ұсталып, 20 ақпанда сотталды. Оған 15 тәулік берілді."),
    ],
)
def test_a_term_or_another_stay_is_not_that_between_the_two_days(language, text):
    assert judged(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Arrested on 18 January 2022, she was tried on 6 October, {} days after her arrest."),
        ("ru", "Его, задержанного 18 января 2022 года, судили 6 октября, через {} день после задержания."),
        ("kk", "2022 жылғы 18 қаңтарда ұсталған стримерге үкім 6 қазанда, ұсталғаннан кейін {} күннен соң шықты."),
    ],
)
def test_days_after_what_has_a_date_in_front_are_those_since_then(language, text):
    assert judged(text.format(261), language) == [(Verdict.HOLDS, "261 days between the two")]
    assert judged(text.format(231), language) == [(Verdict.DIFFERS, "261 days between the two")]
