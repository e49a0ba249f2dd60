"""Where it happened: towns elsewhere, names as the text writes them, the seat of an office."""

from __future__ import annotations

import pytest
from tests.readings import read_line

from kuzet.basis.names import Name
from kuzet.countries import abroad, load
from kuzet.observatory.detect import vocabulary
from kuzet.observatory.encode import elsewhere
from kuzet.observatory.encode.places import as_written

OSKEMEN = next(town for town in load("kz").settlements if town.name.en == "Oskemen")


def place(text: str) -> tuple[str | None, str | None]:
    line = read_line(text, "2025-11-01")
    return line["place"], line["region"]


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("They searched the Dayton, Ohio, apartment of a reporter.", "Dayton", "US"),
        ("He was held in Broadview, Ill., for a day.", "Broadview", "US"),
        ("A court in Coal Creek, Pa., fined her.", "Coal Creek", "US"),
        ("STONE CREEK, Kan. (AP) - Police came.", "STONE CREEK", "US"),
        ("He lives in Santa Monica, California, since May.", "Santa Monica", "US"),
        ("Two men near St. Clair, Missouri, beat him.", "St. Clair", "US"),
        ("The raid in Kitchener, Ont., lasted hours.", "Kitchener", "CA"),
        ("In Zestaponi, Georgia, a rally began.", "Zestaponi", "US"),
    ],
)
def test_a_town_stands_before_its_state_or_country(text: str, town: str, country: str) -> None:
    found = elsewhere.town(text, vocabulary("kz").names)
    assert found is not None
    assert (text[found[0] : found[1]], found[2]) == (town, country)


@pytest.mark.parametrize(
    "text",
    [
        "The ruling came from Judge Harlan, Ohio, in May.",
        "She wrote to John Harlan, Ohio, in May.",
        "The Supreme Court, Ohio, declined.",
        "They met at Kenyon College, Ohio, in May.",
        "The count in Lackawanna County, Pennsylvania, went on.",
        "It was Sen. Warren, Massachusetts, who asked.",
        "He came to Dayton, where Ohio begins.",
    ],
)
def test_a_person_a_court_and_a_county_are_no_town(text: str) -> None:
    assert elsewhere.town(text, vocabulary("kz").names) is None


@pytest.mark.parametrize(
    ("quotation", "language", "written"),
    [
        ("Ust-Kamenogorsk", "en", "Ust-Kamenogorsk"),
        ("UST-KAMENOGORSK", "en", "Ust-Kamenogorsk"),
        ("Oskemen", "en", "Oskemen"),
        ("Усть-Каменогорске", "ru", "Усть-Каменогорск"),
        ("Усть-Каменогорскте", "kk", "Усть-Каменогорск"),
        ("Өскеменде", "kk", "Өскемен"),
        ("Өскеменде", "ru", "Өскемен"),
        ("Oskemen", "kk", "Өскемен"),
        ("a town", "en", "Oskemen"),
    ],
)
def test_a_town_has_the_name_that_the_text_uses(quotation: str, language: str, written: str) -> None:
    name = Name(kk=OSKEMEN.name.kk, ru=OSKEMEN.name.ru, en=OSKEMEN.name.en)
    assert as_written(name, OSKEMEN.spellings(), quotation, language).get(language) == written


def test_the_other_languages_keep_the_name_of_today() -> None:
    name = Name(kk=OSKEMEN.name.kk, ru=OSKEMEN.name.ru, en=OSKEMEN.name.en)
    written = as_written(name, OSKEMEN.spellings(), "Ust-Kamenogorsk", "en")
    assert (written.kk, written.ru) == ("Өскемен", "Усть-Каменогорск")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Полиция Уральска задержала журналистку Ольгу Ким.", ("Уральск", "KZ-27")),
        ("Полиция Уральскіде журналист Тамара Еслямоваға айыппұл салды.", ("Уральск", "KZ-27")),
        ("Семейский городской суд оштрафовал журналистку Ольгу Ким.", ("Семей", "KZ-10")),
        ("Наманганский городской суд оштрафовал блогера Отабека Собирова.", ("Наманган", "UZ")),
        ("Суд села Шилик оштрафовал журналистку Ольгу Ким.", ("Шилик", "KZ")),
        ("Police in Nashville detained reporter Judith Amory.", ("Nashville", "US")),
        ("Police in Tennessee detained reporter Judith Amory.", ("Tennessee", "US")),
        ("Police of Serbia detained reporter Judith Amory.", (None, "RS")),
    ],
)
def test_the_place_of_an_act(text: str, where: tuple[str | None, str]) -> None:
    assert place(text) == where


@pytest.mark.parametrize(
    "text",
    [
        "Министерство культуры Кыргызстана подало иск о закрытии издания Kloop и обыскало редакцию.",
        "The Kyrgyz outlet Kloop was searched by the Ministry of Justice of Kyrgyzstan, its editor detained.",
        "Министерство внутренних дел в Бишкеке задержало журналиста Болота Темирова.",
    ],
)
def test_an_office_of_another_country_does_not_sit_in_the_capital(text: str) -> None:
    assert place(text) in ((None, "KG"), ("Бишкек", "KG"), ("Bishkek", "KG"))


def test_a_trial_is_where_the_outlet_is_where_no_place_is_named() -> None:
    assert place("The founder of Temirov Live was sentenced to six years in prison.") == ("Bishkek", "KG")


def test_the_capital_of_a_text_about_another_country_is_not_that_of_the_pack() -> None:
    assert place("Police in Kyrgyzstan detained reporter Judith Amory in the capital.") == (None, "KG")


def test_an_office_sits_in_the_capital_where_no_other_country_is_named() -> None:
    assert place("Министерство иностранных дел отказало в аккредитации семи журналистам Азаттыка.")[1] == "KZ-71"


def test_a_town_counts_more_than_the_country_however_often_that_is_named() -> None:
    text = (
        "Полиция в Нукусе задержала журналистку Ольгу Ким. Узбекистан. Узбекистан. Узбекистан. Узбекистан. Узбекистан."
    )
    assert place(text) == ("Нукус", "UZ")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("CHICAGO — Police in Evanston detained reporter Judith Amory.", ("Evanston", "US")),
        ("CHICAGO — Police detained reporter Judith Amory.", ("Chicago", "US")),
        ("(Berlin) – Police in Nukus detained reporter Judith Amory.", ("Nukus", "UZ")),
        ("BISHKEK — Kyrgyz reporter Judith Amory was detained. Kyrgyzstan knows such cases.", ("Bishkek", "KG")),
        ("BISHKEK, Kyrgyzstan — Reporter Judith Amory was detained. Moscow protested.", ("Bishkek", "KG")),
        ("Минскіден келген журналист Тамара Еслямоваға Астанада айыппұл салынды.", ("Астана", "KZ-71")),
    ],
)
def test_the_desk_and_the_town_one_comes_from_count_less(text: str, where: tuple[str, str]) -> None:
    assert place(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Журналиста избили под Алматы. В посёлке Боралдай на него напали рабочие.", ("Боралдай", "KZ-19")),
        ("A reporter was beaten near Almaty. In the village of Boralday workers attacked him.", ("Boralday", "KZ-19")),
    ],
)
def test_the_village_counts_more_than_the_city_it_is_near_to(text: str, where: tuple[str, str]) -> None:
    assert place(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Полиция Тараза ударила журналиста. Случилось это в Риддере.", ("Риддер", "KZ-63")),
        ("A guard of the Taraz market hit a reporter. It happened in Ridder.", ("Ridder", "KZ-63")),
    ],
)
def test_where_it_happened_is_told_by_a_sentence_that_says_so(text: str, where: tuple[str, str]) -> None:
    assert place(text) == where


def test_a_paper_called_after_another_town_is_no_place() -> None:
    text = "Полиция близ Павлодара задержала журналистку Ольгу Ким, автора газеты «Ақсу айнасы»."
    assert place(text) == ("Павлодар", "KZ-55")


def test_a_paper_called_after_another_town_is_none_where_a_town_is_named_far_away() -> None:
    text = "Редактора газеты «Ақсу айнасы» Ольгу Ким вызвали на допрос 4 марта. Она пришла. Беседу вели в Таразе."
    assert place(text) == ("Тараз", "KZ-31")


def test_the_kazakh_name_of_a_channel_gives_a_town_its_russian_name() -> None:
    text = "Директор уволил ведущую телеканала «Түркістан-1» Ольгу Ким 3 мая."
    assert place(text)[0] == "Туркестан"


def test_where_a_journalist_lives_is_not_where_his_brother_was_beaten() -> None:
    text = "Журналист Айбек Нуров живёт в Варшаве. Его брата 3 мая избили в отделе полиции в Таразе."
    assert place(text) == ("Тараз", "KZ-31")


def test_the_rows_elsewhere_are_complete_and_no_code_stands_twice() -> None:
    rows = abroad.places()
    kinds = [row.kind for row in rows.values()]
    assert (kinds.count("country") > 100, kinds.count("region") > 50, kinds.count("town") > 850) == (True, True, True)
    assert all(len(row.country) == 2 and row.spellings for row in rows.values())
    states = {row.region for row in rows.values() if row.kind == "region"}
    assert {row.region for row in rows.values() if row.kind == "town" and row.region} <= states


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Атырау облысының Махамбет аудандық мәслихатына тілшілер кіргізілмеді.", "Махамбет ауданы"),
        ("Алматыдағы ауданаралық сотқа журналистер кіргізілмеді.", "Алматы"),
    ],
)
def test_a_district_counts_more_than_its_region_and_a_court_for_districts_is_in_none(text: str, where: str) -> None:
    assert read_line(text)["place"] == where


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Russian border guards turned back journalist Timur Adil at the Mashtakovo checkpoint, Orenburg region.",
            "Mashtakovo checkpoint",
        ),
        ("Российские пограничники развернули журналиста Тимура Адила на пункте пропуска Маштаково.", "Маштаково"),
        ("Ресей шекарашылары журналист Тимур Омаровты Маштаково өткелінен кері қайтарды.", "Маштаково"),
        ("Blogger Ulan Sapar was abducted in Osh. A driver picked him up on the road to Kara-Suu.", "Osh"),
        ("Reporters of Steppe Radio, with its headquarters in Prague, were refused accreditation in Astana.", "Astana"),
    ],
)
def test_a_checkpoint_is_more_exact_than_its_region_and_where_a_road_leads_or_an_office_stands_is_no_place(
    text: str, name: str
) -> None:
    assert place(text)[0] == name
