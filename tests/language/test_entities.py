"""Names of people as the trained models see them, and what becomes of them beside those of the rules."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import readings

from kuzet.basis.errors import Missing
from kuzet.language.names import entities, features, people
from kuzet.language.names.people import Mention
from kuzet.language.reading import mentions
from kuzet.language.reading.reading import Reading
from kuzet.observatory import detect

WORDS = detect.vocabulary("kz")
ROOT = Path(__file__).resolve().parents[2]


def named(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in entities.people(text, language)]


def reading(text: str) -> Reading:
    return detect.read(readings.document(text), WORDS)


def seen(found: Reading) -> dict[str, bool]:
    return {" ".join(one.words): one.sure for sentence in found.sentences for one in sentence.mentions}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("kk", "Сот блогер Еркеғали Бейсембайдың арызын қабылдамады.", ["Еркеғали Бейсембайдың"]),
        ("kk", "Төрехан Қоныспен бірге оператор да ұсталды.", ["Төрехан Қоныспен"]),
        ("kk", "Бұл туралы Есенғазы Бегалыұлы айтты.", ["Есенғазы Бегалыұлы"]),
        ("kk", "Редактор Гүлсім Тілеуованың үйіне тінту жүргізілді.", ["Гүлсім Тілеуованың"]),
        ("kk", "Редактор Гулсим Тилеуованын уйине тинту жургизилди.", ["Гулсим Тилеуованын"]),
        ("ru", "Полиция задержала Инобат Хайитбаеву и Шухрата Мирзоева.", ["Инобат Хайитбаеву", "Шухрата Мирзоева"]),
        ("ru", "Иск к журналистке Камшат Тасболатовой отклонён.", ["Камшат Тасболатовой"]),
        ("ru", "Полиция оцепила улицу Абылай хана в Алматы.", []),
        ("en", "Police detained Lukpan Akhmedyarov in Oral.", []),
    ],
)
def test_a_sentence_names_these_people(language: str, text: str, names: list[str]) -> None:
    assert named(text, language) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Журналист Нұрсұлтан Ермековты Алматыда полиция ұстады.", "Нұрсұлтан Ермековты"),
        ("Jurnalist Nūrsūltan Nūrovty Almatyda politsia ūstady.", "Нұрсұлтан Нұровты"),
        ("Журналист Айдана Серікқызын полиция ұстады.", "Айдана Серікқызын"),
        ("Об этом в Фейсбуке Тимур Борейко написал: полиция задержала журналиста.", "Тимур Борейко"),
        ("В бюро радио Азаттык Дархан Омирбек рассказал, как избили журналиста.", "Дархан Омирбек"),
        ("Полиция оштрафовала журналиста. Это Гулжигит Исакул.", "Гулжигит Исакул"),
    ],
)
def test_a_name_is_sure_in_its_own_bounds_once_the_model_has_seen_it(text: str, name: str) -> None:
    assert seen(mentions.refine(reading(text))).get(name) is True


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Полиция задержала журналиста на улице Абылай хана.", "Абылай"),
        ("Абылай хан көшесінде полиция журналисті ұстады.", "Абылай"),
        ("«Азаттық» тілшісін Шымкентте полиция ұстады.", "Азаттық"),
        ("Полиция задержала в Шымкенте корреспондента радио Азаттык.", "Шымкент"),
        ("Нұрсұлтанда Серік Нұров журналиске шабуылдап, камерасын сындырды.", "Нұрсұлтан"),
        ("Полиция Aral Aqparat сайтының журналисін ұстады.", "Aral"),
    ],
)
def test_streets_outlets_and_towns_are_no_sure_people(text: str, word: str) -> None:
    assert [name for name, sure in seen(mentions.refine(reading(text))).items() if word in name and sure] == []


def mention(text: str, name: str, *, sure: bool) -> Mention:
    start = text.index(name)
    return Mention(start, start + len(name), tuple(name.split()), sure)


def test_of_two_bounds_the_one_with_a_known_given_name_stays_and_else_the_models() -> None:
    text = "Фейсбуке Данияр Молдабек Кубыш"
    longer, proven = mention(text, "Фейсбуке Данияр Молдабек", sure=True), mention(text, "Данияр Молдабек", sure=True)
    assert mentions.join([longer], [proven], "ru", WORDS.names) == (proven,)
    assert mentions.join([proven], [longer], "ru", WORDS.names) == (proven,)
    rules, model = mention(text, "Молдабек Кубыш", sure=False), mention(text, "Кубыш", sure=False)
    assert [one.words for one in mentions.join([rules], [model], "ru", WORDS.names)] == [("Кубыш",)]


def test_a_single_word_becomes_sure_by_the_ending_of_a_surname_only() -> None:
    text = "Молдабаев Абжан"
    both = [mention(text, "Молдабаев", sure=False), mention(text, "Абжан", sure=False)]
    assert [one.sure for one in mentions.join(both, both, "ru", WORDS.names)] == [True, False]
    assert [one.sure for one in mentions.join([], both, "ru", WORDS.names)] == [False, False]


def test_two_names_of_the_rules_are_not_joined_by_the_model() -> None:
    text = "Серик Нуров Асель Нурова"
    two = [mention(text, "Серик Нуров", sure=True), mention(text, "Асель Нурова", sure=True)]
    assert mentions.join(two, [mention(text, text, sure=True)], "ru", WORDS.names) == tuple(two)


def test_only_the_first_sentences_are_refined() -> None:
    name = "Полиция задержала журналиста. Это Гулжигит Исакул. "
    found = mentions.refine(reading(name * mentions.SENTENCES))
    (first, *_), *_, (*_, last) = (one.mentions for one in found.sentences if one.mentions)
    assert (first.sure, last.sure) == (True, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Журналист Нұрсұлтан Ермековты Алматыда полиция ұстады.", "Нұрсұлтан Ермеков"),
        ("В Таразе неизвестные избили журналиста и разбили его камеру. Пострадал Гулжигит Исакул.", "Гулжигит Исакул"),
        ("Журналисті Таразда соққыға жықты. Зардап шеккен – Есенғазы Бегалы.", "Есенғазы Бегалы"),
    ],
)
def test_a_media_worker_whom_only_the_model_knows_becomes_a_target(text: str, name: str) -> None:
    assert [target["name"] for target in readings.read_line(text)["targets"]] == [name]


def test_a_refined_reading_has_the_same_sentences() -> None:
    before = reading("Журналист Нұрсұлтан Ермековты Алматыда полиция ұстады. Ол босатылды.")
    after = mentions.refine(before)
    assert [(one.start, one.end, one.matches) for one in after.sentences] == [
        (one.start, one.end, one.matches) for one in before.sentences
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_very_long_sentence_is_read_to_its_end(language: str) -> None:
    text = "а " * entities.LONGEST + "б" * (entities.LONGEST + 5) + " сказал Серик Нуров."
    assert named(text, language)[-1] == "Серик Нуров"


@settings(max_examples=60, deadline=None)
@given(st.text("АБСерик нуровҚқ«».,- \n\u0000\u0301x😀", max_size=80), st.sampled_from(["kk", "ru"]))
def test_spans_of_any_text_are_in_order_and_inside(text: str, language: str) -> None:
    found = entities.people(text, language)
    assert list(found) == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
    for span in found:
        one = people.mention(text, span, language, WORDS.names)
        assert one is None or span[0] <= one.start < one.end <= span[1]


def test_without_kazakh_letters_a_text_has_the_same_features() -> None:
    assert features.of(["Ұлбосын", "Оразға", "«", "Әділ", "»"]) == features.of(["Улбосын", "Оразга", "«", "Адил", "»"])


def test_a_package_without_its_files_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "find_spec", lambda _: None)
    with pytest.raises(Missing, match="natasha"):
        entities._shipped("data/model.tar")


def run(code: str, **environment: str) -> str:
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    done = subprocess.run([sys.executable, "-c", code], env=variables, capture_output=True, text=True, check=True)
    return done.stdout.strip()


READ = """
import sys
from kuzet import countries
from kuzet.basis.document import Document
from kuzet.observatory import pipeline
for text in {texts!r}:
    found = pipeline.read(Document(id="d", text=text), countries.load("kz"))
    print(len(found), *sorted({{"slovnet", "navec", "pycrfsuite", "natasha"}} & set(sys.modules)))
"""


def test_each_language_loads_its_own_model_where_there_is_an_attack_and_none_loads_the_package_that_ships_it() -> None:
    texts = (
        "Үздік журналистер марапатталды, Серік Нұров сыйлық алды. Полиция қатысты.",
        "Қостанайда базар күзетшісі журналист Ерлан Сәтбаевты ұрып, телефонын тартып алды.",
        "Охранник рынка в Костанае ударил журналиста Ерлана Сатбаева и отобрал у него телефон.",
    )
    assert run(READ.format(texts=texts)).splitlines() == ["0", "1 pycrfsuite", "1 navec pycrfsuite slovnet"]


def test_threads_do_not_change_what_is_found() -> None:
    text = "Полиция задержала Инобат Хайитбаеву, Шухрата Мирзоева и Камшат Тасболатову в Шымкенте. " * 12
    code = f"from kuzet.language.names import entities; print(entities.people({text!r}, 'ru'))"
    assert run(code, OPENBLAS_NUM_THREADS="1") == run(code, OPENBLAS_NUM_THREADS="2")
