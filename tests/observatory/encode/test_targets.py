"""Who a text says was hit: names beside outlets, offices and crews, people whom another sentence calls a reporter."""

from __future__ import annotations

import pytest
from tests.readings import read_line


def named(text: str) -> list[str]:
    return [target["name"] for target in read_line(text)["targets"]]


def test_a_russian_name_behind_a_latin_outlet_is_whole() -> None:
    assert "Данияр Сатов" in named("Обозревателя Qara Tas Данияра Сатова избили у подъезда в Таразе 3 мая.")


def test_a_role_at_the_beginning_of_an_english_sentence_belongs_to_the_name_behind_it() -> None:
    text = "Police in Taraz detained a film crew on 3 May. Camera operator Sergei Bondar was beaten at the station."
    assert "Sergei Bondar" in named(text)


def test_a_quoted_outlet_keeps_no_role_from_its_reporter() -> None:
    text = "В Аксае корреспондента «Бөрлі үні» Нурбека Жакенова 26 мая полицейские задержали на площади."
    assert named(text) == ["Нурбек Жакенов", "Бөрлі үні"]


def test_an_office_of_several_is_not_that_of_one_name() -> None:
    text = "Невиновным называют правозащитники Ерболата Омарова с канала «Тас Live». Блогера приговорили к трём годам."
    assert "Ерболат Омаров" in named(text)


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("Охрана рынка в Таразе избила Айгуль Сатову и её оператора Ивана Коваля 3 мая.", "Айгуль Сатова"),
        ("Market guards in Taraz beat Aigul Satova and cameraman Ivan Koval on 3 May.", "Aigul Satova"),
        (
            "Тараз базарының күзетшілері 3 мамырда Айгүл Сатова мен оның операторы Иван Ковальды ұрып кетті.",
            "Айгүл Сатова",
        ),
    ],
    ids=["ru", "en", "kk"],
)
def test_who_is_named_before_a_camera_operator_is_a_reporter(text: str, reporter: str) -> None:
    assert reporter in named(text)


def test_a_newspaper_may_be_called_after_a_person_or_a_place() -> None:
    text = "A court in Oskemen fined the newspaper Altai Panorama 20 MCI on 3 May over its story about the mayor."
    assert named(text) == ["Altai Panorama"]


def test_a_person_called_a_journalist_in_the_next_sentence_is_one() -> None:
    text = "В Аксае 3 мая подожгли машину Ерлана Крылова. Журналисту угрожали убийством ещё в марте."
    assert "Ерлан Крылов" in named(text)


def test_who_signs_an_account_of_an_attack_is_its_target() -> None:
    text = (
        "Yesterday two men stopped my car, broke my phone and told me to delete the article from our site.\n"
        "I have filed a complaint with the police in Kentau.\n— Botagoz Serikova, Kentau"
    )
    assert "Botagoz Serikova" in named(text)


def test_a_lawyer_of_hers_is_not_what_she_is() -> None:
    text = "A court in Taraz jailed reporter Lena Sobol for six years on 3 May; Sobol says her lawyer was not let in."
    assert "Lena Sobol" in named(text)


def test_a_counted_group_is_called_without_its_case() -> None:
    text = "Сыртқы істер министрлігі 2024 жылғы 3 қаңтарда Ақ Жайықтың 12 тілшісіне аккредитация беруден бас тартты."
    assert "12 тілші" in named(text)


def test_his_is_no_number_in_kazakh() -> None:
    text = "Тараздағы базарда 3 мамырда күзетшілер тілші Айгүл Сатова мен оның операторын ұрып кетті."
    assert read_line(text)["targets"] == [{"name": "Айгүл Сатова", "kind": "journalist"}]


def test_a_kazakh_outlet_that_was_only_told_of_it_is_no_target() -> None:
    text = "Тараздық блогер Айгүл Сатованы 3 мамырда полиция ұстады, бұл туралы ол Азаттыққа айтты."
    assert named(text) == ["Айгүл Сатова"]


@pytest.mark.parametrize(
    "text",
    [
        "Two reporters of the investigative department of Kloop, Aibek Nurov and Sara Pak, were beaten on 3 May.",
        "Избиты трое журналистов сайта «Тас Live» в Таразе: Айбек Нуров, Сара Пак и известная всем Анна Ли.",
    ],
    ids=["en", "ru"],
)
def test_as_many_names_as_reporters_were_counted_are_theirs(text: str) -> None:
    assert any(name.split()[-1] in ("Pak", "Пак") for name in named(text))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Судья в Таразе запретил журналистам снимать процесс, сообщает редактор Айбек Нуров.", "журналисты"),
        ("Тараздағы сот журналистерді залға кіргізбеді, дейді редактор Айбек Нұров.", "журналистер"),
    ],
    ids=["ru", "kk"],
)
def test_those_to_whom_the_act_was_done_are_a_group_beside_who_is_named(text: str, group: str) -> None:
    assert group in named(text)


def test_who_is_pressed_for_an_interview_is_the_target() -> None:
    text = "Учительницу Анну Сатову вызвали в отдел образования и заставили отказаться от интервью газете «Тас Live»."
    assert "Анна Сатова" in named(text)


def test_a_name_in_the_gap_of_a_role_is_its_person() -> None:
    text = "Police in Taraz detained Aigul Satova and operator Ivan Koval of the regional TV station Kol TV on 3 May."
    assert named(text)[:2] == ["Aigul Satova", "Ivan Koval"]


def test_a_director_of_a_channel_is_of_the_media_and_a_show_is_nobody() -> None:
    text = "Police detained the channel's director, Ivan Koval, whose show Kech Kurun on Nord TV covers courts."
    assert named(text) == ["Ivan Koval", "Nord TV"]


def test_the_fullest_name_of_an_outlet_is_taken() -> None:
    assert "Kloop Media" in named("Bishkek court shuts Kloop. Police searched the office of Kloop Media on 3 May.")


def test_a_quoted_outlet_is_named_without_the_case_that_the_text_gives_it() -> None:
    text = "Корреспондентку «Шахтёрского проспекта» Юлию Сатову избили в Караганде 3 мая."
    assert "Шахтёрский проспект" in named(text)


def test_a_paper_may_have_the_town_at_the_end_of_its_name() -> None:
    text = "Редактора еженедельника «Голос Экибастуза» Владимира Коваля избили у подъезда 3 мая."
    assert "Голос Экибастуза" in named(text)


def test_a_relative_struck_in_the_stead_of_a_journalist_is_a_target() -> None:
    text = (
        "Журналист Айбек Нуров уехал. Его наказывают через родню: брата Фируза избили в отделе полиции в Таразе 3 мая."
    )
    assert "Фируз" in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Полиция Тараза избила журналиста сайта «Тас Live» Асылхана Нурумова 3 мая.", "Асылхан Нурумов"),
        ("Главный редактор «Алатау Times» Рената Гофман избита в Таразе 3 мая.", "Рената Гофман"),
        ("Избит журналист Айбек Нуров: он пожаловался на прокурора Тараза 3 мая.", "Айбек Нуров"),
    ],
)
def test_an_outlet_may_part_a_name_from_the_role_that_shows_its_case(text: str, name: str) -> None:
    assert name in named(text)


def test_an_age_counts_nobody() -> None:
    assert named("Police in Taraz detained Ivan Koval, a 69-year-old journalist, on 3 May.") == ["Ivan Koval"]


@pytest.mark.parametrize(
    "text",
    [
        "Суд оштрафовал журналистку Тамару Еслямову.\nСот журналист Тамара Еслямоваға айыппұл салды.",
        "Суд оштрафовал журналистку Тамару Еслямову.\nThe court fined journalist Tamara Yeslyamova.",
        "The court fined journalist Tamara Yeslyamova.\nСот журналист Т. Еслямоваға айыппұл салды.",
        "Сот тілші Тамара Еслямоваға айыппұл салды.\nЖурналистку Т. Еслямову избили.\nPolice beat Yeslyamova.",
    ],
    ids=["ru kk", "ru en", "en kk", "kk ru en"],
)
def test_a_person_named_in_several_languages_is_one_target(text: str) -> None:
    assert len(named(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Полиция задержала журналистку Асель Садыкову.\nPolice detained journalist Marat Sadykov.",
        "Полиция журналист Әсел Садықованы ұстады.\nPolice detained journalist Marat Sadykov.",
        "Полиция задержала журналистку Асель Садыкову.\nПолиция журналист Марат Садыковты ұстады.",
        "Полиция задержала журналистку Асель Садыкову.\nПолиция задержала журналиста Марата Садыкова.",
        "Полиция журналист Әсел Садықованы ұстады.\nПолиция журналист Марат Садықовты ұстады.",
        "Police detained journalist Assel Sadykova.\nPolice detained journalist Marat Sadykov.",
    ],
    ids=["ru en", "kk en", "ru kk", "ru", "kk", "en"],
)
def test_brother_and_sister_are_two(text: str) -> None:
    assert len({target["name"] for one in read_line(text)["candidates"] for target in one["targets"]}) == TWO


TWO = 2


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("В Шымкенте неизвестные избили блогера.", "блогер", "blogger"),
        ("Шымкентте белгісіз біреулер блогерді ұрып кетті.", "блогер", "blogger"),
        ("A blogger was beaten by unknown men in Shymkent.", "blogger", "blogger"),
        ("В Шымкенте неизвестные избили журналистов.", "журналисты", "group"),
        ("Шымкентте белгісіз біреулер журналистерді ұрып кетті.", "журналистер", "group"),
        ("Journalists were beaten by unknown men in Shymkent.", "Journalists", "group"),
    ],
)
def test_one_who_is_not_named_is_no_group(text: str, name: str, kind: str) -> None:
    assert [(one["name"], one["kind"]) for one in read_line(text)["targets"]] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "crew"),
    [
        ("Тараз базарында 3 мамырда күзетшілер «Хабар» агенттігінің түсіру тобының камерасын сындырды.", "түсіру тобы"),
        ("Охрана рынка в Таразе 3 мая не пустила съемочную группу «Хабара» и разбила её камеру.", "съёмочная группа"),
    ],
)
def test_a_crew_stands_in_the_nominative(text: str, crew: str) -> None:
    assert any(name.endswith(crew) for name in named(text)), named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Вчера меня задержали на площади и три часа держали в отделе. Мой репортаж выйдет завтра.", "журналист"),
        ("Кеше мені алаңда ұстап, бөлімшеде үш сағат отырғызды. Репортажым ертең шығады.", "журналист"),
        (
            "They detained me on the square and kept me at the station for three hours. My report is out tomorrow.",
            "journalist",
        ),
    ],
)
def test_who_tells_of_himself_without_a_name_is_called_by_his_work(text: str, name: str) -> None:
    assert [one["name"] for one in read_line(text)["targets"]] == [name]


def test_who_names_himself_is_the_media_worker_that_his_works_tell() -> None:
    text = (
        "Есть я, Ляззат Омарова. И есть самозванка: от моего имени она просит деньги в Таразе. Мои читатели,"
        " не верьте фальшивому аккаунту!"
    )
    assert [one["name"] for one in read_line(text)["targets"]] == ["Ляззат Омарова"]
