"""Outlets that no list knows are told by the words around them; platforms and laws are none."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.language.reading import cast
from kuzet.observatory import detect


def _outlets(text: str) -> set[str]:
    reading = detect.read(readings.document(text), detect.vocabulary("kz"))
    found = [one for group in cast.of(reading).targets.values() for one in group]
    return {
        reading.sentences[one.sentence].text[one.start : one.end] for one in found if one.what in ("outlet", "unlisted")
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Суд оштрафовал редактора сайта «Дала үні» Ивана Петрова за статью.", "Дала үні"),
        ("Police detained a Steppe TV cameraman, Pavel Gusev, in Karaganda.", "Steppe TV"),
        (
            "Police detained Kelsey Brown, a reporter for the Electric City Observer, in Almaty.",
            "Electric City Observer",
        ),
        (
            "Police searched the fact-checking outlet Ala-Too Dalil in Bishkek and detained its reporter.",
            "Ala-Too Dalil",
        ),
        ("«Арал толқыны» сайтының тілшісі Айгүл Төлегенованы полиция ұстады.", "Арал толқыны"),
        ("News Site Qala-Post.kz Knocked Offline Ahead of Hearings by a hacker attack.", "Qala-Post.kz"),
        ("An analytical portal, qala-post.kg, was blocked in Bishkek on Monday.", "qala-post.kg"),
        ("Police searched the home of a blogger whose YouTube channel, Steppe Voice, covers arrests.", "Steppe Voice"),
        ("Talas Sesi, the only private weekly in the valley, was blocked by the ministry.", "Talas Sesi"),
        ("Hackers took down the regional portal Ertis Online on Monday.", "Ertis Online"),
        ("A prosecutor put Meduza on a list of threats. The Riga-based news site is outlawed.", "Meduza"),
        ("Correspondents of Reuters were told that their accreditation was revoked.", "Reuters"),
        ("Police beat two journalists from RFE/RL's Armenian Service.", "RFE/RL's Armenian Service"),
        ("Providers blocked the news site Tandoo Bishkek on Monday.", "Tandoo Bishkek"),
    ],
)
def test_a_name_beside_a_word_for_its_kind_is_an_outlet(text: str, name: str) -> None:
    assert name in _outlets(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Блогера оштрафовали за ролик на YouTube-канале, сообщил журналист.", "YouTube"),
        ("Редактора предупредили: закон «О масс-медиа» нарушать нельзя, заявил прокурор журналисту.", "О масс-медиа"),
        ("Арна басшылығы тілшіні жұмыстан шығарды деп хабарлады.", "Арна"),
        (
            '"There are no seats for the press," the reporter was told, and was not let in.',
            "There are no seats for the press",
        ),
        ("Five newsrooms were barred from the court, reporters said.", "Five"),
    ],
)
def test_a_platform_a_law_a_number_and_a_common_word_are_no_outlet(text: str, name: str) -> None:
    assert name not in _outlets(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The blogger attacked on the Moldovan channel was threatened by Botnari.", "Moldovan"),
        ("Reuters told the reporter that police had detained him.", "Reuters"),
        ("Police detained Talas Sesi, the newspaper editor of many years.", "Talas Sesi"),
    ],
)
def test_an_adjective_a_source_and_a_person_are_no_outlet(text: str, name: str) -> None:
    assert name not in _outlets(text)


def test_someone_of_whom_an_outlet_is_told_right_after_the_name_works_there() -> None:
    line = readings.read_line(
        "Марине Жуковой, которая работает на телеканале «Степь ТВ», суд Шымкента назначил штраф 20 МРП за пост."
    )
    assert line["targets"][0]["name"] == "Марина Жукова"


def test_initials_behind_a_surname_belong_to_it() -> None:
    line = readings.read_line(
        "Прокуратура Алматы вынесла предупреждение главному редактору сайта «Степь Инфо» Бажановой Г.А. за публикацию."
    )
    assert any("Бажанова" in target["name"] for target in line["targets"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "«Жас өркен», «Дала таңы» және «Қала тынысы» газеттерінің тілшілері жиынға кіргізілмеді.",
            {"Жас өркен", "Дала таңы", "Қала тынысы"},
        ),
        ("Министрлік Qala.media және «Шу бойы» сайттарын бұғаттады.", {"Qala.media", "Шу бойы"}),
        ("Күзетші Халық үні газетінің тілшісі Ерлан Асановты ұрды.", {"Халық үні"}),
        ("Кеше Шымкентте Қала тынысы сайтының редакторы ұсталды.", {"Қала тынысы"}),
        ("«Шалқар» газетінің тілшісі Айгүл Омар залдан шығарылды.", {"Шалқар"}),
        ("«Жайық пресс» тілшісін күзетші ұрды.", {"Жайық пресс"}),
        ("Жергілікті газет тілшісін «Сауда сарайы» күзетшісі ұрды.", set()),
        ("Тілшіні Республика алаңында полиция ұстады.", set()),
        ("Тілшіні полиция ұстады деп «Адырна» ұлттық порталы жазды.", set()),
        ("Редакция «Мемлекеттік қызметке» хат жолдап, тілшіні ұрғандарды іздеуді сұрады.", set()),
    ],
)
def test_kazakh_outlets_in_a_row_and_without_quotation_marks(text: str, names: set[str]) -> None:
    assert _outlets(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Аудан әкімінің орынбасары Нұрбол Сапанов «Жайық пресс» тілшісінің микрофонын сындырды.", "Нұрбол Сапанов"),
        ("Блогерді Жеңіс күні қарсаңында полиция ұстады.", "Жеңіс"),
        ("Журналистке Ерлан Асанов қоңырау шалып, өлтіремін деп қорқытты.", "Ерлан Асанов"),
        ("Арнаның меншік иесі болған екі айда редакцияға тергеушілер келіп, тінту жүргізді.", "екі айда редакция"),
        ("Күзетші 7 Арна телеканалының тілшісін ұрды.", "7 Арна"),
    ],
)
def test_who_is_not_said_to_be_a_media_worker_is_no_target(text: str, name: str) -> None:
    assert name not in {target["name"] for target in readings.read_line(text)["targets"]}


def test_the_head_of_an_outlet_is_a_target() -> None:
    text = "Ulysmedia-ның басшысы Самал Омарованың үйінде полиция тінту жүргізді."
    assert ("Самал Омарова", "media_manager") in [(one["name"], one["kind"]) for one in _targets(text)]


def _targets(text: str) -> list[dict[str, str]]:
    return readings.read_line(text)["targets"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Полиция qala.kz сайтының тілшісін ұстады.", "qala.kz"),
        ("Полиция qala news Telegram-каналының авторын ұстады.", "qala news"),
    ],
)
def test_a_kazakh_text_names_outlets_in_small_latin_letters(text: str, name: str) -> None:
    assert name in _outlets(text)
