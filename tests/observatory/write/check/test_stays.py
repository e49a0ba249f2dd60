"""Durations against the dates or clock times between which they lie."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check


def wrong(text, language="en"):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


DAYS = (
    ("en", "The editor was detained on 3 May and released on 17 May, {} days later."),
    ("en", "Held since 3 May, the editor walked free on 17 May after serving all {} days."),
    ("en", "The editor spent {} days in custody, from 3 to 17 May."),
    ("en", "The editor was arrested on 3 May. On 17 May she was let go, after {} days behind bars."),
    ("en", "The site was down from 3 May to 17 May ({} days)."),
    ("en", "The editor was under house arrest for {} days, from 3 May to 17 May."),
    ("ru", "Редактор провёл под домашним арестом {} суток: с 3 мая по 17 мая."),
    ("kk", "Редактор 3 мамырда қамауға алынып, 17 мамырда босатылды: темір тор ар жағында {} күн өткізді."),
    ("kk", "Редактор 3 мамыр мен 17 мамыр аралығында {} күн үйқамақта болды."),
    ("ru", "Редактора задержали 3 мая и отпустили 17 мая, через {} дней."),
    ("ru", "Редактора задержали 3 мая. Отсидев {} суток, он вышел 17 мая."),
    ("ru", "Редактор провёл в изоляторе {} суток, с 3 по 17 мая."),
    ("ru", "Сайт не открывался с 3 мая по 17 мая, то есть {} дней."),
    ("ru", "Газета закрылась 3 мая, а 17 мая, спустя {} дней, вышла снова."),
    ("kk", "Редактор 3 мамырда ұсталып, 17 мамырда, {} күннен кейін босады."),
    ("kk", "Редактор 3 мамырда ұсталды. Ол {} тәулік отырып, 17 мамырда шықты."),
    ("kk", "Сайт 3 мамырдан 17 мамырға дейін, яғни {} күн ашылмады."),
    ("kk", "3–17 мамыр аралығында, {} күн бойы сайт істемеді."),
    ("en", "Mobile data went down on 3 May and came back on 17 May: reporters spent {} days offline."),
    ("en", "She entered hospital on 3 May and left it on 17 May; she was treated for {} days."),
    ("en", "The complaint was lodged on 3 May and answered on 17 May. The wait lasted {} days."),
    ("ru", "Связь отключили 3 мая, вернули 17 мая: редакция сидела без интернета {} дней."),
    ("ru", "В больницу оператор попал 3 мая, выписался 17 мая – лечился {} дней."),
    ("ru", "Жалоба подана 3 мая, ответ пришёл 17 мая. Ждать пришлось {} дней."),
    ("kk", "Байланыс 3 мамырда үзілді, 17 мамырда қалпына келді: редакция {} күн интернетсіз отырды."),
    ("kk", "Оператор ауруханаға 3 мамырда түсіп, 17 мамырда шықты – {} күн емделді."),
    ("kk", "Шағым 3 мамырда берілді, жауап 17 мамырда келді. Арада {} күн өтті."),
)


DAYS += (
    ("en", "She was under a travel ban from 3 May to 17 May, in all {} days."),
    ("en", "He spent {} days in a cell of the security service: he was taken on 3 May and let go on 17 May."),
    ("en", "The site was down for {} days – it was blocked on 3 May and restored on 17 May."),
    ("ru", "Она находилась под подпиской о невыезде с 3 мая по 17 мая, всего {} дней."),
    ("ru", "Блогер пробыл в изоляторе спецслужбы {} дней: его задержали 3 мая, а 17 мая отпустили."),
    ("ru", "Сайт не работал {} дней – его заблокировали 3 мая и вернули 17 мая."),
    ("kk", "Ол 3 мамыр мен 17 мамыр аралығында, барлығы {} күн кепілде болды."),
    ("kk", "Блогер абақтыда {} күн отырды: 3 мамырда ұсталып, 17 мамырда босатылды."),
)


@pytest.mark.parametrize(("language", "text"), DAYS)
def test_a_stay_between_two_dates_is_counted_in_days(language, text):
    assert wrong(text.format(14), language) == []
    assert wrong(text.format(15), language) == []
    assert wrong(text.format(19), language) == ["14"]


@pytest.mark.parametrize(
    ("language", "text", "right", "other"),
    [
        ("en", "The channel was off the air from 09:00 to 20:30, that is {} hours.", "11.5", "13.5"),
        ("en", "It began on 4 June at 21:00 and ended on 6 June at 09:00, lasting {} hours.", "36", "48"),
        ("en", "Officers kept her from 22:40 to 01:10, i.e. {} hours.", "2.5", "3.5"),
        ("ru", "Сайт был недоступен с 09:00 до 20:30, то есть {} часов.", "11,5", "13,5"),
        ("ru", "Атака началась 4 июня в 21:00 и закончилась 6 июня в 09:00, продлившись {} часов.", "36", "48"),
        ("kk", "Сайт сағат 09:00-ден 20:30-ға дейін, яғни {} сағат ашылмады.", "11,5", "13,5"),
        ("kk", "Шабуыл 4 маусымда 21:00-де басталып, 6 маусымда 09:00-де аяқталды, {} сағатқа созылды.", "36", "48"),
    ],
)
def test_hours_between_two_clock_times_are_counted(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


BLACKOUTS = (
    ("en", "The net went down at 10 p.m. on 9 June. It came back at 6 a.m. on 12 June. For {} hours nothing worked."),
    ("en", "The net went down at 10 pm on 9 June and came back at 6 in the morning on 12 June, {} hours later."),
    ("ru", "Связь пропала 9 июня в 10 вечера, а вернулась 12 июня в 6 утра. Страна {} часов жила без интернета."),
    ("ru", "Связь пропала 9 июня в 22 часа. Её вернули 12 июня в 6 часов утра, через {} часов."),
    ("kk", "Байланыс 9 маусымда кешкі 10-да үзілді. 12 маусымда таңғы 6-да оралды. Ел {} сағат интернетсіз отырды."),
    ("kk", "Байланыс 9 маусымда сағат 22-де үзілді, 12 маусымда сағат 6-да оралды. Ел {} сағат интернетсіз отырды."),
)


@pytest.mark.parametrize(("language", "text"), BLACKOUTS)
def test_hours_between_two_days_with_their_clock_times_in_words_are_counted(language, text):
    assert wrong(text.format(56), language) == []
    assert wrong(text.format(66), language) == ["56"]


YEARS = (
    (
        "en",
        "Courts in 2023\n\nOn 16 May the claim fell. The writ was served on 12 May 2016: the case had taken {} years.",
    ),
    ("ru", "Суды в 2023 году\n\n16 мая в иске отказали. Он подан 12 мая 2016 года, так что дело тянулось {} лет."),
    ("kk", "2023 жылғы соттар\n\n16 мамырда талап қабылданбады. Ол 2016 жылғы 12 мамырда түскен, іс {} жылға созылды."),
)


@pytest.mark.parametrize(("language", "text"), YEARS)
def test_a_date_without_a_year_may_be_of_the_year_of_the_text(language, text):
    assert wrong(text.format(7), language) == []
    assert wrong(text.format(9), language) == ["7"]


@pytest.mark.parametrize(
    ("language", "text", "should_be"),
    [
        ("en", "Detained on 10 March 2022, he left on 12 July 2023, after {} months.", "16"),
        ("ru", "Задержанный 10 марта 2022 года, он вышел 12 июля 2023 года, через {} месяцев.", "16"),
        ("kk", "Ол 2022 жылғы 10 наурызда ұсталып, 2023 жылғы 12 шілдеде, {} айдан кейін шықты.", "16"),
    ],
)
def test_months_between_two_dates_are_counted(language, text, should_be):
    assert wrong(text.format(16), language) == []
    assert wrong(text.format(19), language)[0].startswith(should_be)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Detained on 3 May, he was given 15 days and released on 13 May."),
        ("en", "On 3 May she was sentenced to 12 days of arrest; an appeal court freed her on 11 May."),
        ("en", "Almost two weeks passed between the search of 3 May and the charge of 14 May, after almost 12 days."),
        ("en", "Detained on 28 December and freed on 4 January, he spent seven days in a cell."),
        ("en", "Eight hours later, at about 23:00, he was found; he had been taken at about 15:00."),
        ("en", "The suit was filed on 3 May and heard on 17 May. It took 10 days to find a lawyer."),
        ("en", "The suit was filed on 3 May and sent back on 17 May. Since then 20 days passed."),
        ("en", "Detained on 3 May, he was sentenced on 17 May: 10 days of arrest."),
        ("ru", "Иск подан 3 мая, решение вынесено 17 мая. На ремонт ушло 10 дней."),
        ("ru", "Редактора задержали 3 мая и судили 17 мая. С тех пор прошло 20 дней."),
        ("kk", "Талап 3 мамырда берілді, шешім 17 мамырда шықты. Жөндеуге 10 күн кетті."),
        ("kk", "Талап 3 мамырда берілді, шешім 17 мамырда шықты. Содан бері 20 күн өтті."),
        ("ru", "3 мая суд арестовал его на 15 суток, но уже 13 мая апелляция его отпустила."),
        ("en", "From 3 May to 17 May two reporters were held, in all 28 days."),
        ("ru", "Двое провели под арестом с 3 мая по 17 мая, всего 28 суток."),
        ("kk", "Екі тілші 3 мамыр мен 17 мамыр аралығында, барлығы 28 күн қамауда болды."),
        ("en", "He was given 15 days: he was taken on 3 May and let go on 11 May."),
        ("ru", "Его арестовали на 15 суток: взяли 3 мая, отпустили 11 мая."),
        ("kk", "Ол 15 тәулікке қамалды: 3 мамырда ұсталып, 11 мамырда босатылды."),
        (
            "en",
            "The net went down at 10 p.m. on 9 June. It came back at 6 a.m. on 12 June. The repair took four hours.",
        ),
        ("ru", "Связь пропала 9 июня в 10 вечера. Её вернули 12 июня в 6 утра. Ремонт занял четыре часа."),
        ("kk", "Байланыс 9 маусымда кешкі 10-да үзілді. 12 маусымда таңғы 6-да оралды. Жөндеу төрт сағат алды."),
        ("en", "At 3 p.m. the guards came; the search was over by 8 p.m. The editor slept three hours that night."),
        ("ru", "Задержанный 28 декабря, он вышел 4 января, через семь дней."),
        ("ru", "Через два дня после обыска, 5 мая, его вызвали; 8 мая он уехал."),
        ("kk", "3 мамырда ол 15 тәулікке қамалды, бірақ 13 мамырда босатылды."),
        ("kk", "28 желтоқсанда ұсталып, 4 қаңтарда, жеті күннен кейін босады."),
        ("kk", "Сегіз сағаттан кейін, 23:00 шамасында табылды; оны 15:00 шамасында алып кеткен."),
    ],
)
def test_a_sentence_a_turn_of_the_year_and_a_time_told_backwards_hold(language, text):
    assert wrong(text, language) == []


def test_a_duration_that_its_dates_give_is_said_to_hold():
    found = check("The editor was detained on 3 May and released on 17 May, 14 days later.", "en")
    assert [(one.kind, one.verdict) for one in found] == [(Kind.PERIOD, Verdict.HOLDS)]
