"""Durations that speak of the stretch between two days told beside them or in front."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

CALLED_KNOWN = {
    "en": "The site was blocked on 4 March and came back on 16 May. In these {} days it lost 9,000 readers.",
    "ru": "Портал заблокировали 4 марта, а 16 мая он снова открылся. За эти {} дня он потерял 9000 читателей.",
    "kk": "Портал 4 наурызда бұғатталып, 16 мамырда ашылды. Осы {} күнде ол 9000 оқырманынан айырылды.",
}
SUMMED = {
    "en": (
        "From 11 to 28 August the server was under attack: readers could not open the page on 40 "
        "devices, {} days in all."
    ),
    "ru": "С 11 по 28 августа сервер атаковали: страница не открывалась в общей сложности {} дней.",
    "kk": "11–28 тамыз аралығында серверге шабуыл жасалды: парақ жалпы {} күн ашылмады.",
}
NAMED = {
    "en": "The channel was off from 27 February to 9 March 2024. The {} days of silence cost it 300,000 tenge.",
    "ru": "Канал не вещал с 27 февраля по 9 марта 2024 года. {} дней молчания обошлись ему в 300 000 тенге.",
    "kk": "Арна 2024 жылғы 27 ақпаннан 9 наурызға дейін эфирге шықпады. {} күндік үнсіздік 300 000 теңгеге түсті.",
}
SINCE = {
    "en": (
        "The raid took place on 23 January 2024. Eleven people were held. The verdict came on 8 October, "
        "{} days after the raid."
    ),
    "ru": (
        "Рейд прошёл 23 января 2024 года. Задержали одиннадцать человек. Приговор вынесли 8 октября, "
        "через {} дней после рейда."
    ),
}
ROUGHLY = {
    "en": "The appeal was filed on 12 September 2023 and dismissed on 30 November, nearly {} months later.",
    "ru": "Жалобу подали 12 сентября 2023 года, отклонили её 30 ноября – почти {} месяца спустя.",
    "kk": "Шағым 2023 жылғы 12 қыркүйекте берілді, 30 қарашада – {} айға жуық уақыт өткен соң қайтарылды.",
}


def wrong(text, language):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", CALLED_KNOWN)
def test_days_told_as_known_are_those_between_the_two_in_front(language):
    text = CALLED_KNOWN[language]
    assert wrong(text.format(83), language) == ["73"]
    assert wrong(text.format(73), language) == wrong(text.format(74), language) == []


@pytest.mark.parametrize("language", SUMMED)
def test_days_in_all_within_a_range_differ_by_a_slip(language):
    text = SUMMED[language]
    assert wrong(text.format(27), language) == ["17"]
    assert wrong(text.format(17), language) == wrong(text.format(18), language) == []
    assert wrong(text.format(8), language) == []


@pytest.mark.parametrize("language", NAMED)
def test_days_of_silence_are_those_of_the_range_in_front(language):
    text = NAMED[language]
    assert wrong(text.format(19), language) == ["11"]
    assert wrong(text.format(12), language) == []


@pytest.mark.parametrize("language", SINCE)
def test_days_after_an_event_are_those_since_the_day_that_another_sentence_gives_it(language):
    text = SINCE[language]
    assert wrong(text.format(295), language) == ["259"]
    assert wrong(text.format(259), language) == []


@pytest.mark.parametrize("language", ROUGHLY)
def test_nearly_so_many_months_later_is_not_far_less(language):
    text = ROUGHLY[language]
    words = {"en": ("five", "three"), "ru": ("четыре", "три"), "kk": ("бес", "үш")}[language]
    assert wrong(text.format(words[0]), language) == ["3"]
    assert wrong(text.format(words[1]), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was blocked on 4 March and came back on 16 May. Then these 20 days of strike began."),
        ("en", "She was held from 3 to 19 October. On nine of these 17 days there were hearings."),
        ("en", "The complaint of 12 September was dismissed on 30 November, more than two months later."),
        ("ru", "Жалобу от 12 сентября отклонили 30 ноября, более двух месяцев спустя."),
        ("ru", "Суд 4 марта дал ему 15 суток, а 16 мая он получил ещё 10 суток."),
        ("kk", "12 қыркүйектегі шағым 30 қарашада, екі айдан астам уақыт өткен соң қайтарылды."),
        ("kk", "Сот 4 наурызда оған 15 тәулік берді, 16 мамырда тағы 10 тәулік қамалды."),
    ],
)
def test_other_terms_and_loose_ones_hold(language, text):
    assert wrong(text, language) == []
