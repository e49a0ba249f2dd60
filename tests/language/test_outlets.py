"""Outlets that no list knows are told by the words around them; platforms and laws are none."""

from __future__ import annotations

import pytest
from tests import readings

from kuzet.language import cast
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
        ("Five newsrooms were barred from the court, reporters said.", "Five"),
    ],
)
def test_a_platform_a_law_a_number_and_a_common_word_are_no_outlet(text: str, name: str) -> None:
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
