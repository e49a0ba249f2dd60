"""Which of the dates of a text is that of the act."""

from __future__ import annotations

import pytest
from tests.readings import read_line

FINED = """Суд в Таразе оштрафовал блогера Айдоса Нурова за ложную информацию.
2 апреля он опубликовал видео о паводке. Постановление вынесено 16 апреля."""

FINED_EN = """A court in Taraz fined blogger Aidos Nurov for false information.
His video was published on 2 April. The ruling was handed down on 16 April."""


@pytest.mark.parametrize("text", [FINED, FINED_EN], ids=["ru", "en"])
def test_a_fine_is_of_the_day_of_its_decision_and_not_of_the_post(text: str) -> None:
    assert read_line(text)["date"] == "--04-16"


def test_the_day_of_the_week_tells_the_year_where_nothing_else_does() -> None:
    line = read_line("В Таразе 20 августа, в среду, полицейские избили журналиста Айдоса Нурова.")
    assert line["date"] == "2025-08-20"
    assert "year of the weekday" in line["candidates"][0]["coding"]["date"]["rule"]


def test_a_day_is_preferred_to_a_month_told_as_near() -> None:
    text = "В Таразе избили журналиста Айдоса Нурова, который с июня снимал свалку. На него напали 3 сентября."
    assert read_line(text, published="2025-09-05")["date"] == "2025-09-03"


def test_today_in_the_name_of_an_outlet_is_no_date() -> None:
    text = "Редактору сайта «Каспий сегодня» Марату Оразову 2 марта прокололи шины в Актау."
    assert read_line(text, published="2026-03-03")["date"] == "2026-03-02"


def test_a_russian_page_may_have_its_dateline_in_english() -> None:
    text = (
        "БЛОГЕРА ОШТРАФОВАЛИ В ТАРАЗЕ\n20 August, 2025\nСуд сегодня оштрафовал блогера Айдоса Нурова за пост о дорогах."
    )
    assert read_line(text)["date"] == "2025-08-20"


@pytest.mark.parametrize(
    "text",
    [
        "Журналист Айдос Нуров избит в Таразе, 7 мая он вышел из больницы. Произошло это 5 мая у суда.",
        "Journalist Aidos Nurov was beaten in Taraz, on 7 May he left the hospital. It happened on 5 May at the court.",
    ],
    ids=["ru", "en"],
)
def test_the_day_of_a_sentence_that_says_when_it_happened_is_preferred(text: str) -> None:
    assert read_line(text, published="2025-05-08")["date"] == "2025-05-05"


def test_the_day_that_a_text_says_it_happened_on_counts_more_than_that_of_what_followed() -> None:
    text = (
        "Екібастұзда «Ертіс» арнасының операторы Асан Құрманов соққыға жығылды. Төраға оны күрекпен ұрған.\n"
        "Бұл былтыр қарашаның соңында болған жай. Кеше сот төрағаға 30 АЕК айыппұл салды."
    )
    assert read_line(text, published="2025-02-20")["date"] == "2024-11"


def test_a_hearing_that_was_held_dates_its_act() -> None:
    text = (
        "Қостанайда сот блогер Данияр Омаровқа 20 АЕК айыппұл салды. Ол 2024 жылғы 11 сәуірде пост жазған еді. "
        "Сот отырысы 25 сәуір күні өтті."
    )
    assert read_line(text)["date"] == "2024-04-25"


def test_in_kazakh_a_date_beside_any_telling_of_the_act_is_near_it() -> None:
    text = (
        "Таразда тілші Асан Омаров соққыға жығылды. Ол қоқыс полигонын түсіріп жүрген. Бұл туралы көп жазылған еді. "
        "Тілшіні 3 қыркүйекте үйінің алдында ұрып кеткен. Полиция арызды 5 қыркүйекте қабылдады."
    )
    assert read_line(text, published="2025-09-07")["date"] == "2025-09-03"


def test_the_day_is_that_of_the_act_as_the_text_tells_it_first() -> None:
    text = (
        "Moldova has thrown out the head of the news agency Kok Tirek. Ann Lee was told on 13 September 2023 that she"
        " is an undesirable person. Colleagues differ. The expulsion of the journalist was condemned on 20 September."
    )
    assert read_line(text)["date"] == "2023-09-13"


def test_guards_who_came_out_published_nothing() -> None:
    text = (
        "ALMATY, May 17, 2025 – Reporter Ann Lee was filming a dump on May 15, when guards came out. They spoke. It was"
        " noon. One of them hit her in the face."
    )
    assert read_line(text)["date"] == "2025-05-15"


@pytest.mark.parametrize(
    "text",
    [
        "On 17 January 2024 a court in Taraz put reporter Ann Lee in custody until 13 March 2024.",
        "17 января 2024 года суд в Таразе заключил журналистку Анну Ли под стражу до 13 марта 2024 года.",
        "2024 жылғы 17 қаңтарда Тараз соты журналист Анна Лиді 2024 жылғы 13 наурызға дейін қамауға алды.",
    ],
    ids=["en", "ru", "kk"],
)
def test_the_end_of_a_term_is_not_the_day_of_the_act(text: str) -> None:
    assert read_line(text)["date"] == "2024-01-17"
