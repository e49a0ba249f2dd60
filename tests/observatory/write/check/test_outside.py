"""Dates that a text cannot have known, and entries out of its months."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def lines(text, language):
    return [one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS]


HEADS = {
    "en": "Attacks on the press: {}\nDesk for the Press\n{}\nThe year was hard.\nReporters were beaten.\nMany left.\n",
    "ru": "Нападения на прессу: {}\nБюро прессы\n{}\nГод был трудным.\nРепортёров били.\nМногие уехали.\n",
    "kk": "Баспасөзге шабуыл: {}\nБаспасөз бюросы\n{}\nЖыл ауыр болды.\nТілшілерді ұрды.\nКөбі кетті.\n",
}
FINISHED = {
    "en": ("2021", "Almaty, July 2021"),
    "ru": ("2021 год", "Алматы, июль 2021 г."),
    "kk": ("2021 жыл", "Алматы, 2021 жылғы шілде"),
}
EVENTS = (
    ("en", "On 17 May {} the guards of a market took away a telephone."),
    ("en", "The editor was beaten at the door of her house on 17 May {} and taken to hospital."),
    ("ru", "17 мая {} года охранники рынка отобрали телефон."),
    ("ru", "Редактора избили у дверей её дома 17 мая {} года и увезли в больницу."),
    ("kk", "{} жылғы 17 мамырда базар күзетшілері телефонды тартып алды."),
    ("kk", "Редактор {} жылғы 17 мамырда үйінің есігінде соққыға жығылды."),
)
LAST = 7


@pytest.mark.parametrize(("language", "text"), EVENTS)
def test_an_event_is_not_later_than_the_text_that_tells_it(language, text):
    head = HEADS[language].format(*FINISHED[language])
    assert lines(head + text.format(2021), language) == []
    assert lines(head + text.format(2020), language) == []
    assert lines(head + text.format(2022), language) == [LAST]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The hearing is set for 17 May 2022."),
        ("en", "Her ban on travel lasts until 17 May 2022."),
        ("en", "The law takes effect on 1 September 2022."),
        ("ru", "Заседание назначено на 17 мая 2022 года."),
        ("ru", "Выезд ей закрыт до 17 мая 2022 года."),
        ("ru", "Закон вступает в силу 1 сентября 2022 года."),
        ("kk", "Отырыс 2022 жылғы 17 мамырға белгіленген."),
        ("kk", "Оған 2022 жылғы 17 мамырға дейін шетелге шығуға тыйым салынған."),
        ("kk", "Заң 2022 жылғы 1 қыркүйекте күшіне енеді."),
    ],
)
def test_what_is_to_come_may_be_later(language, text):
    assert lines(HEADS[language].format(*FINISHED[language]) + text, language) == []


YEARS = {"en": ("in 2021", "Report"), "ru": ("в 2021 году", "Доклад"), "kk": ("2021 жыл", "Баяндама")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 9 November {} a cameraman had his arm broken."),
        ("ru", "9 ноября {} года оператору сломали руку."),
        ("kk", "{} жылғы 9 қарашада оператордың қолы сынды."),
    ],
)
def test_the_only_date_of_a_later_year_is_a_slip(language, text):
    head = HEADS[language].format(*YEARS[language])
    assert lines(head + text.format(2021), language) == []
    assert lines(head + text.format(2022), language) == [LAST]
    assert lines(head + text.format(2022) + "\n" + text.format(2022), language) == []


MONTHS = {
    "en": ("January – June 2021", "Report"),
    "ru": ("январь – июнь 2021 года", "Доклад"),
    "kk": ("2021 жылғы қаңтар – маусым", "Баяндама"),
}
ENTRIES = {
    "en": "• 5 February. Oskemen. A reporter was turned away.\n• 3 {}. Oral. A camera was covered.",
    "ru": "05.02. Оскемен. Репортёра не пустили.\n3 {}. Орал. Камеру закрыли рукой.",
    "kk": "• 5 ақпан. Өскемен. Тілшіні кіргізбеді.\n• 3 {}. Орал. Камераны жауып тастады.",
}
JUNE_JULY = {"en": ("June", "July"), "ru": ("июня", "июля"), "kk": ("маусым", "шілде")}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_an_entry_of_a_list_is_in_the_months_of_the_text(language):
    head = HEADS[language].format(*MONTHS[language])
    june, july = JUNE_JULY[language]
    assert lines(head + ENTRIES[language].format(june), language) == []
    assert lines(head + ENTRIES[language].format(july), language) == [LAST + 1]


def test_an_entry_told_in_digits_is_in_the_months_of_the_text():
    head = HEADS["ru"].format(*MONTHS["ru"])
    text = "05.02. Оскемен. Репортёра не пустили.\n03.{}. Орал. Камеру закрыли рукой."
    assert lines(head + text.format("06"), "ru") == []
    assert lines(head + text.format("07"), "ru") == [LAST + 1]


WHOLES = (
    ("en", "Alerts in 2022\n\nWe verified 87 alerts.\n\nThe last of the 87 alerts was on 29 December {}."),
    (
        "ru",
        "Сигналы в 2022 году\n\nЗафиксировано 87 сигналов.\n\nПоследний из 87 сигналов был 29 декабря {} года.",
    ),
    ("kk", "2022 жылғы дабылдар\n\n2022 жылы 87 дабыл тіркелді.\n\n87 дабылдың соңғысы {} жылғы 29 желтоқсанда түсті."),
)


@pytest.mark.parametrize(("language", "text"), WHOLES)
def test_the_last_of_all_is_of_the_year_of_the_text(language, text):
    assert lines(text.format(2022), language) == []
    assert len(lines(text.format(2023), language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Alerts in 2022\n\nWe verified 87 alerts.\n\nThe latest report on the 87 came out on 3 March 2023."),
        ("ru", "Сигналы в 2022 году\n\nМы проверили 87 сигналов.\n\nПоследний доклад о 87 вышел 3 марта 2023 года."),
        (
            "kk",
            "2022 жылғы дабылдар\n\n87 дабыл тіркелді.\n\n87 дабыл туралы соңғы баяндама 2023 жылғы 3 наурызда.",
        ),
    ],
)
def test_a_report_on_all_may_be_of_the_next_year(language, text):
    assert lines(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Murder of a reporter, 5 March 2021\nDesk\nOne.\nTwo.\nThree.\nFour.\nA court heard it on 9 April 2022.",
        ),
        (
            "ru",
            "Убийство репортёра, 5 марта 2021 года\nБюро\nРаз.\nДва.\nТри.\nЧетыре.\nДело слушали 9 апреля 2022 года.",
        ),
        ("kk", "Тілшінің өлімі, 2021 жылғы 5 наурыз\nБюро\nБір.\nБіз.\nСіз.\nОлар.\nІс 2022 жылғы 9 сәуірде қаралды."),
    ],
)
def test_the_day_of_an_event_in_a_title_ends_no_text(language, text):
    assert lines(text, language) == []


FOLLOWED = {
    "en": (
        "MEDIA IN 2022\nThe year was hard.\n\nWe counted 164 attacks in 2022.\n\nMost came from officials.\n\n"
        "Others came from traders.\n\nThe police were passive.\n\n{}\n\nThe ministry replied to us in January 2023."
    ),
    "ru": (
        "ПРЕССА В 2022 ГОДУ\nГод был трудным.\n\nВ 2022 году учтено 164 нападения.\n\nЧаще нападали чиновники.\n\n"
        "Реже торговцы.\n\nПолиция бездействовала.\n\n{}\n\nМинистерство ответило нам в январе 2023 года."
    ),
    "kk": (
        "2022 ЖЫЛҒЫ БАСПАСӨЗ\nЖыл ауыр болды.\n\n2022 жылы 164 шабуыл тіркелді.\n\nКөбін шенеуніктер жасады.\n\n"
        "Кейбірін саудагерлер.\n\nПолиция қарап отырды.\n\n{}\n\nМинистрлік бізге 2023 жылғы қаңтарда жауап берді."
    ),
}


@pytest.mark.parametrize(
    ("language", "event"),
    [
        (
            "en",
            "On 11 February {} unknown persons fired at the car of an editor. The inquiry was suspended in October.",
        ),
        ("ru", "Машину редактора обстреляли 11 февраля {} года. Дело возбудили сразу, а в октябре приостановили."),
        ("kk", "Редактордың көлігін {} жылғы 11 ақпанда өртеп жіберді. Қазанда тергеу үзілді."),
    ],
)
def test_a_day_of_the_next_year_is_wrong_where_what_followed_lies_in_a_month_that_the_report_cannot_know(
    language, event
):
    assert lines(FOLLOWED[language].format(event.format(2022)), language) == []
    assert lines(FOLLOWED[language].format(event.format(2023)), language) == [12]


@pytest.mark.parametrize(
    ("language", "event"),
    [
        ("en", "On 11 February 2023 the court sentenced the editor, who had been detained in October."),
        ("en", "The editor was detained on 14 October. The court of appeal released her on 11 February 2023."),
        ("ru", "Приговор вынесен 11 февраля 2023 года. Следствие началось ещё в октябре."),
        ("kk", "Қазанда ұсталған редакторға 2023 жылғы 11 ақпанда үкім шықты."),
    ],
)
def test_a_day_of_the_next_year_that_ends_what_the_report_tells_is_none(language, event):
    assert lines(FOLLOWED[language].format(event), language) == []


PUBLISHED = {
    "en": (
        "Press freedom in 2022\n\nAnnual report of the Fund. Published in April 2023; covers the year 2022.\n\n"
        "In 2022 we recorded 120 attacks.\n\nThey were many.\n\nPeople suffered.\n\n"
        "On 11 October {} the court fined a reporter 500 lari."
    ),
    "ru": (
        "Атаки на прессу в 2022 году\n\nДоклад фонда. Опубликован в апреле 2023 года.\n\n"
        "В 2022 году зафиксировано 120 атак.\n\nИх было много.\n\nЛюди страдали.\n\n"
        "11 октября {} года суд оштрафовал репортёра на 500 лари."
    ),
    "kk": (
        "Баспасөзге шабуылдар, 2022 жыл\n\nҚордың есебі. 2023 жылғы сәуірде жарияланды.\n\n"
        "2022 жылы 120 шабуыл тіркелді.\n\nОлар көп болды.\n\nАдамдар зардап шекті.\n\n"
        "{} жылғы 11 қазанда сот тілшіге 500 лари айыппұл салды."
    ),
}


@pytest.mark.parametrize("language", PUBLISHED)
def test_a_day_behind_the_month_in_which_a_text_was_published_is_outside(language):
    held, late = (check(PUBLISHED[language].format(year), language) for year in (2022, 2023))
    assert [one for one in held if one.verdict is Verdict.DIFFERS] == []
    assert len([one for one in late if one.verdict is Verdict.DIFFERS]) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Since the summer of 2022 people have been quiet.\nTen of eleven shook their heads.\n"
                "The eleventh ran a blog.\nHis hearing is gone.\nHe apologises.\nHe had posted interviews.\n"
                "On 17 October 2024 he was asked to come for ten minutes.\nHe was there for two nights."
            ),
        ),
        (
            "ru",
            (
                "Канал появился в 2022 году.\nАвтор ходил на стройки.\nЕго привезли в изолятор.\nБили две ночи.\n"
                "Камера была на шесть человек.\nОн признал вину.\nЧерез неделю мы встретились.\n"
                "6 ноября 2024 года ему отказали во враче."
            ),
        ),
        (
            "kk",
            (
                "Арна 2022 жылы пайда болды.\nОл құрылыстарды аралады.\nОны абақтыға әкелді.\nЕкі түн ұрды.\n"
                "Камерада алты адам болды.\nОл кінәсін мойындады.\nБір аптадан соң кездестік.\n"
                "2024 жылғы 6 қарашада оған дәрігер бермеді."
            ),
        ),
    ],
)
def test_a_story_that_names_a_year_once_is_not_about_that_year(language: str, text: str) -> None:
    assert [one.text for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []
