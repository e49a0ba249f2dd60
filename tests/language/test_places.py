"""Names of places in all their cases, and the words that tell a doubtful one to be a place."""

from __future__ import annotations

import pytest

from kuzet.basis.document import Document
from kuzet.language.reading import reading
from kuzet.language.vocabulary import cases
from kuzet.observatory.detect.vocabulary import load

PRESS = {"ru": " Журналиста задержали.", "en": " Police detained a reporter.", "kk": " Журналист ұсталды."}


def found(text: str, language: str) -> list[str]:
    """The places of a text, by the names in the language in their codes or by the rows of the pack."""
    read = reading.read(Document(id="d", text=text + PRESS[language]), load("kz"))
    return [sentence.text[match.start : match.end] for sentence in read.sentences for match in sentence.of("places")]


@pytest.mark.parametrize(
    ("word", "town"),
    [
        ("семейский", "Семей"),
        ("семейского", "Семей"),
        ("наманганский", "Наманган"),
        ("термезскому", "Термез"),
        ("кокшетауский", "Кокшетау"),
        ("худжандский", "Худжанд"),
        ("ошского", "Ош"),
        ("аркалыкский", "Аркалык"),
        ("шиликский", "Шилик"),
        ("костанайском", "Костанай"),
        ("карагандинская", "Караганда"),
        ("уральский", "Уральск"),
        ("аксуский", "Аксу"),
        ("бакинскую", "Баку"),
        ("московский", "Москва"),
        ("пражских", "Прага"),
        ("гродненский", "Гродно"),
        ("шуский", "Шу"),
    ],
)
def test_the_adjective_of_a_town_is_found(word: str, town: str) -> None:
    patterns = [one for pattern in cases.adjectives(town.lower()) for one in pattern.split("/")]
    assert any(word == one[:-1] if one.endswith(".") else word.startswith(one) for one in patterns)


@pytest.mark.parametrize(
    ("word", "town"),
    [("ошибка", "Ош"), ("ошеломлённый", "Ош"), ("семейный", "Семей"), ("семейство", "Семей"), ("шум", "Шу"),
     ("уральцы", "Уральск"), ("оральный", "Орал"), ("абайтану", "Абай"), ("минский", "Омск")],
)  # fmt: skip
def test_an_adjective_of_a_town_is_no_other_word(word: str, town: str) -> None:
    patterns = [one for pattern in cases.adjectives(town.lower()) for one in pattern.split("/")]
    assert not any(word == one[:-1] if one.endswith(".") else word.startswith(one) for one in patterns)


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Блогер из Курчатова Алмаз Тулеубаев уехал.", "ru", ["Курчатова"]),
        ("Игорь Курчатов открыл выставку.", "ru", []),
        ("Семейский городской суд отказал.", "ru", ["Семейский"]),
        ("Жители города Рудного жаловались в Рудном.", "ru", ["Рудного", "Рудном"]),
        ("Семейный спор дошёл до суда.", "ru", []),
        ("The rally in Phoenix went on.", "en", ["Phoenix"]),
        ("Jackson police arrested two.", "en", ["Jackson"]),
        ("They met in Jackson, Miss., on Friday.", "en", ["Jackson, Miss"]),
        ("Michael Jackson sang.", "en", []),
        ("He was dressed in orange.", "en", []),
        ("He said Madison Brooks had left.", "en", []),
        ("A Nashville prosecutor wants the notebook.", "en", ["Nashville"]),
        ("The Miami Valley Monitor wrote so.", "en", []),
        ("PHOENIX — The man was freed.", "en", ["PHOENIX"]),
        ("Суд в Петропавловске-Камчатском решил.", "ru", ["Петропавловске-Камчатском"]),
        ("Нөкіс қаласында сот өтті.", "kk", ["Нөкіс"]),
    ],
)
def test_a_place_is_told_by_the_words_around_it(text: str, language: str, places: list[str]) -> None:
    assert found(text, language) == places


@pytest.mark.parametrize(
    ("text", "outlets"),
    [("Lawyer Murat Adam came to the police.", []), ("Police came to the office of ADAM.", ["ADAM"])],
)
def test_a_surname_is_no_outlet_of_that_name(text: str, outlets: list[str]) -> None:
    read = reading.read(Document(id="d", text=text + PRESS["en"]), load("kz"))
    named = [(sentence, match) for sentence in read.sentences for match in sentence.of("outlets")]
    assert [sentence.text[match.start : match.end] for sentence, match in named] == outlets
