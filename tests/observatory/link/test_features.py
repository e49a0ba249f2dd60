"""Each feature of a pair says at which level it stands, with a detail that a person understands."""

from __future__ import annotations

import pytest
from tests.builders import ASTANA, KOSTANAY
from tests.observatory.link.makers import article, codes, crowd, fine, item, outlet, person, when

from kuzet.basis.coding import Answer, Penalty, Target
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.observatory.link import features

RUDNY = Place(name=Name(en="Rudny"), precision="town", country="KZ", region="KZ-39")
REGION = Place(name=Name(en="Kostanay Region"), precision="region", country="KZ", region="KZ-39")
BISHKEK = Place(name=Name(en="Bishkek"), precision="town", country="KG")
AZATTYQ = {"kk": "Азаттық", "ru": "Азаттык", "en": "Radio Azattyk"}


def told(feature, left, right):
    """Level and detail of a pair; the level is the same when the two are exchanged."""
    one, other = (
        feature(item("d1#1", **left), item("d2#1", **right)),
        feature(item("d2#1", **right), item("d1#1", **left)),
    )
    assert (one and one.level) == (other and other.level)
    return one and (one.level, one.detail())


def people(left, right):
    return told(
        features.people,
        {"targets": tuple(person(*one) for one in left)},
        {"targets": tuple(person(*one) for one in right)},
    )


def test_a_person_is_one_in_three_scripts_and_any_case():
    assert people([("Тамара Еслямова", "ru")], [("Tamara Yeslyamova", "en")]) == ("full", "Тамара Еслямова")
    assert people([("Тамара Еслямова", "ru")], [("Тамара Еслямоваға", "kk")]) == ("full", "Тамара Еслямова")


def test_a_surname_alone_stands_in_the_full_name():
    assert people([("Еслямова", "ru")], [("Tamara Yeslyamova", "en")]) == ("surname", "Еслямова")


def test_an_initial_is_the_name_that_it_begins_but_says_less_than_the_name():
    assert people([("Т. Еслямова", "ru")], [("Tamara Yeslyamova", "en")]) == ("surname", "Т. Еслямова")


def test_people_who_share_a_surname_or_a_given_name_stay_apart():
    assert people([("Марат Иманов", "ru")], [("Болат Иманов", "ru")]) == ("strangers", "Марат Иманов / Болат Иманов")
    assert people([("Marat Imanov", "en")], [("Marat Sagynov", "en")]) == ("strangers", "Marat Imanov / Marat Sagynov")


def test_a_single_word_may_be_an_alias_and_speaks_less_against():
    assert people([("Дауылпаз", "ru")], [("Болат Иманов", "ru")]) == ("different", "Дауылпаз / Болат Иманов")


@pytest.mark.parametrize("alias", ["Дед с Иртыша", "Жаңақала LIVE"])
def test_an_alias_of_several_words_speaks_less_against_too(alias):
    assert people([(alias, "ru")], [("Болат Иманов", "ru")])[0] == "different"


def test_a_description_names_nobody():
    assert people([("34-летний житель района", "ru")], [("Болат Иманов", "ru")]) is None
    assert people([("редактор сайта", "ru")], [("Болат Иманов", "ru")]) is None


def test_a_person_whom_only_one_side_codes_is_found_in_the_passages_of_the_other():
    coded = item("d1#1", targets=(person("Марат Сагынов", "ru"),))
    told = item("d2#1", targets=(), passages=["In Aktau a man hit Marat Sagynov, who filmed the queue."])
    found = features.people(coded, told)
    assert (found.level, found.detail()) == ("traced", "Марат Сагынов")
    assert features.people(told, coded).level == "traced"


def test_a_woman_and_a_man_of_one_name_are_namesakes():
    assert people([("Aleksandra Gromova", "en")], [("Александр Громов", "ru")])[0] == "namesake"


def test_one_shared_person_of_many_is_partial():
    left = [("Marat Imanov", "en"), ("Olga Lis", "en"), ("Igor Tan", "en")]
    right = [("Marat Imanov", "en"), ("Zhanna Bek", "en"), ("Roman Ten", "en")]
    assert people(left, right) == ("partial", "Marat Imanov")


def test_other_people_of_the_same_outlet_are_colleagues():
    left = {"targets": (person("Marat Imanov"), outlet(en="Steppe FM"))}
    right = {"targets": (person("Olga Lis"), outlet(en="Steppe FM"))}
    assert told(features.people, left, right) == ("colleagues", "Marat Imanov / Olga Lis")


def test_people_say_nothing_where_one_side_names_nobody():
    assert told(features.people, {"targets": ()}, {"targets": (person("Olga Lis"),)}) is None


@pytest.mark.parametrize("other", [AZATTYQ, {"kk": "Азаттық"}, {"ru": "Азаттык"}])
def test_an_outlet_is_one_whatever_the_language_of_its_name(other):
    assert told(features.outlets, {"targets": (outlet(**AZATTYQ),)}, {"targets": (outlet(**other),)})[0] == "same"


def test_an_outlet_written_as_one_word_or_two_is_one():
    assert (
        told(features.outlets, {"targets": (outlet(en="El Media"),)}, {"targets": (outlet(en="Elmedia"),)})[0] == "same"
    )


def test_an_outlet_beside_the_same_person_says_little():
    both = {"targets": (person("Olga Lis"), outlet(en="Steppe FM"))}
    other = {"targets": (person("Olga Lis"), outlet(en="Ural Post"))}
    assert told(features.outlets, both, both) == ("beside", "Steppe FM")
    assert told(features.outlets, both, other) == ("aside", "Steppe FM / Ural Post")


def test_groups_of_different_size_are_different_groups():
    assert told(features.count, {"targets": (crowd(36),)}, {"targets": (crowd(36),)}) == ("same", "36 / 36")
    assert told(features.count, {"targets": (crowd(7),)}, {"targets": (crowd(9),)}) == ("different", "7 / 9")
    assert told(features.count, {"targets": (crowd(6),)}, {"targets": (crowd(7),)}) == ("near", "6 / 7")
    assert told(features.count, {"targets": (crowd(2),)}, {"targets": (crowd(2),)}) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"kk": "Семей үні"}, {"ru": "Голос Семея"}),
        ({"ru": "газета «Уральское утро»"}, {"kk": "Орал таңы"}),
        ({"en": "Breath of the Tobol"}, {"kk": "Тобыл тынысы"}),
        ({"ru": "Ишим-ТВ"}, {"kk": "Есіл ТВ"}),
        ({"ru": "Мангистауский вестник"}, {"kk": "Маңғыстау хабаршысы"}),
        ({"kk": "Қаратал таңы"}, {"ru": "Каратальская заря"}),
    ],
)
def test_an_outlet_is_one_under_its_translated_name(left, right):
    assert told(features.outlets, {"targets": (outlet(**left),)}, {"targets": (outlet(**right),)})[0] == "translated"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"kk": "Семей үні"}, {"ru": "Голос Урала"}),
        ({"en": "Freedom"}, {"kk": "Азаттық"}),
    ],
)
def test_names_that_share_one_idea_only_are_of_two_outlets(left, right):
    assert told(features.outlets, {"targets": (outlet(**left),)}, {"targets": (outlet(**right),)})[0] == "different"


def test_an_outlet_says_less_where_one_side_tells_no_day():
    hit = {"targets": (outlet(en="Steppe FM"),)}
    assert told(features.outlets, hit, hit | {"date": None}) == ("undated", "Steppe FM")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("2024-07-17", "2024-07-17", "day"),
        ("2024-07-17", "2024-07-18", "next"),
        ("2024-07-17", "2024-07-20", "near"),
        ("2024-07-17", "2024-07-27", "week"),
        ("2024-07-17", "2024-08-17", "month"),
        ("2024-07-17", "2024-09-17", "apart"),
        ("2024-07-17", "2023-07-17", "anniversary"),
        ("2024-07-17", "2024-07", "overlap"),
        ("2024-08-20", "2024-07", "beside"),
        ("2024-10-20", "2024-07", "apart"),
        ("2024-07-17", "2024-07-12/2024-07-30", "overlap"),
        ("2024-09-20/2024-09-21 night", "2024-09-21", "day"),
        ("2024-07-17", "2024", "year"),
        ("--07-17", "2019-07-17", "day"),
        ("--07-17", "--07-17", "day"),
        ("--02-29", "2023-03-01", "next"),
    ],
)
def test_dates_are_compared_as_exactly_as_they_are_known(left, right, level):
    assert told(features.date, {"date": when(left)}, {"date": when(right)}) == (level, f"{left} / {right}")


def test_a_date_without_a_year_has_that_of_its_document():
    left, right = item("d1#1", "2024-07-18", date=when("--07-17")), item("d2#1", date=when("2023-07-17"))
    assert features.date(left, right).level == "anniversary"


@pytest.mark.parametrize(
    ("other", "level", "detail"),
    [
        ("2024-04-18", "near", "2 days"),
        ("2024-04-24", "week", "8 days"),
        ("2024-05-16", "month", "30 days"),
        ("2024-09-16", "apart", "153 days"),
    ],
)
def test_an_incident_is_news_for_days_and_its_case_for_months(other, level, detail):
    assert told(features.published, {"published": "2024-04-16"}, {"published": other}) == (level, detail)


def test_the_last_day_told_gives_away_a_report_of_a_later_step():
    search = item("d1#1", passages=["On 11 March 2025 police searched the newsroom."])
    charge = item("d2#1", passages=["On 24 April 2025 he was charged; on 11 March 2025 police had searched his home."])
    found = features.latest(search, charge)
    assert (found.level, found.detail()) == ("apart", "2025-03-11 / 2025-04-24")


def test_a_hearing_to_come_is_not_the_last_day():
    told_on = item("d1#1", "2025-03-12", passages=["Searched on 11 March 2025. The hearing is on 20 March 2025."])
    assert str(told_on.traces.latest) == "2025-03-11"


def test_steps_of_a_proceeding_are_told_apart_by_their_order():
    court = {"category": Answer(value="judicial_economic")}
    search, fine_ = court | {"methods": codes("search")}, court | {"methods": codes("fine")}
    appeal = fine_ | {"stage": Answer(value="appeal")}
    assert told(features.step, search, search) == ("same", "measures")
    assert told(features.step, fine_, appeal) == ("next", "verdict / appeal")
    assert told(features.step, search, appeal) == ("far", "measures / appeal")
    assert told(features.step, search, {}) is None


def test_a_further_step_weighs_more_where_one_side_tells_no_day():
    court = {"category": Answer(value="judicial_economic"), "methods": codes("fine")}
    appeal = court | {"stage": Answer(value="appeal"), "date": None}
    assert told(features.step, court, appeal) == ("undated", "verdict / appeal")


def test_steps_of_a_case_against_attackers_say_nothing_of_the_attack():
    opened, closed = {"stage": Answer(value="investigation")}, {"stage": Answer(value="closed")}
    assert told(features.step, opened, closed) is None


def test_a_method_told_beside_the_main_one_is_no_step():
    warned = item(methods=codes("official_warning", "short_term_detention"))
    assert warned.step == "warning"


def test_another_day_says_less_where_one_report_tells_both():
    arrest = item("d1#1", date=when("2024-03-04"))
    verdict = item("d2#1", date=when("2024-04-15"), passages=["Arrested on 4 March 2024, sentenced on 15 April 2024."])
    assert features.date(arrest, verdict).level == "told"
    assert features.date(verdict, arrest).level == "told"


def test_a_report_of_many_targets_tells_of_the_days_of_each():
    wave = {
        "targets": tuple(person(name) for name in ("Olga Lis", "Marat Imanov", "Yerlan Tortai", "Andrei Skiba")),
        "passages": ["In October 2022 a parcel came; in January 2023 doors were broken."],
    }
    parcel = item("d1#1", date=when("2022-10"), **wave)
    door, other = item("d2#1", date=when("2023-01-12")), item("d3#1", date=when("2023-03-12"))
    assert features.date(parcel, door).level == "among"
    assert features.date(parcel, other).level == "apart"


def test_a_report_of_many_targets_need_not_name_everybody_of_an_outlet():
    elmedia = Answer(value=Target(name=Name(en="Elmedia"), kind="radio"))
    names = ("Olga Lis", "Marat Imanov", "Yerlan Tortai")
    wave = {"targets": (*(person(name) for name in names), elmedia)}
    assert told(features.people, wave, {"targets": (person("Andrei Skiba"), elmedia)}) is None


def test_names_within_that_of_a_shared_outlet_do_not_count_twice():
    both = {"targets": (outlet(en="Radio Tulparsai"),), "passages": ["They came to the studio of Radio Tulparsai."]}
    assert told(features.names, both, both) is None


def test_rare_names_in_the_passages_speak_for_one_incident():
    left = item("d1#1", targets=(), passages=["Вахтёр Ибраим Шотбаков вытолкал оператора из зала «Тулпарсай»."])
    right = item("d2#1", targets=(), passages=["Ibraim Shotbakov pushed the camera operator out of Tulparsai hall."])
    found = features.names(left, right)
    assert found.level == "many"
    assert found.detail() == "ibraim, tulpars, wotbakov"


def test_names_of_shared_people_do_not_count_twice():
    both = {"targets": (person("Ибраим Шотбаков", "ru"),), "passages": ["Ибраим Шотбаков ушёл. Ибраим Шотбаков."]}
    assert told(features.names, both, both) is None


def test_a_number_in_both_passages_counts_unless_it_is_the_number_of_people():
    seven = {"targets": (crowd(7),), "passages": ["Seven of the 84 journalists were refused."]}
    assert told(features.numbers, seven, seven) == ("same", "84")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (KOSTANAY, KOSTANAY, "town"),
        (KOSTANAY, REGION, "region"),
        (KOSTANAY, RUDNY, "other_town"),
        (KOSTANAY, ASTANA, "different"),
        (KOSTANAY, BISHKEK, "different"),
    ],
)
def test_places_are_compared_as_exactly_as_they_are_known(left, right, level):
    assert told(features.place, {"place": Answer(value=left)}, {"place": Answer(value=right)})[0] == level


def test_methods_agree_more_when_the_main_ones_and_a_second_one_do():
    fined = codes("fine", "court_trial")
    assert told(features.method, {"methods": fined}, {"methods": fined[::-1]})[0] == "several"
    assert told(features.method, {"methods": fined}, {"methods": codes("fine")})[0] == "main"
    assert told(features.method, {"methods": fined}, {"methods": codes("search", "fine")})[0] == "shared"
    assert told(features.method, {"methods": fined}, {"methods": codes("search")}) == ("different", "fine / search")


def test_other_methods_before_court_may_be_steps_of_one_proceeding():
    court = {"category": Answer(value="judicial_economic")}
    left, right = court | {"methods": codes("fine")}, court | {"methods": codes("court_trial")}
    assert told(features.method, left, right) == ("steps", "fine / court_trial")


def test_articles_are_compared_by_code_and_number():
    left, same = {"articles": (article("criminal_code", "274"),)}, {"articles": (article("criminal_code", "274"),)}
    assert told(features.articles, left, same) == ("same", "criminal_code 274")
    assert told(features.articles, left, {"articles": (article("administrative_code", "274"),)})[0] == "different"


def test_sums_of_two_currencies_are_neither_the_same_nor_different():
    assert told(features.penalty, {"penalties": (fine(73840),)}, {"penalties": (fine("73840.00"),)})[0] == "same"
    assert told(features.penalty, {"penalties": (fine(73840),)}, {"penalties": (fine(20, "MCI"),)}) is None
    assert told(features.penalty, {"penalties": (fine(73840),)}, {"penalties": (fine(80000),)}) == ("different", "")


def test_what_was_only_asked_for_is_no_penalty():
    asked = Answer(value=Penalty(kind="imprisonment", months=54, requested=True))
    given = Answer(value=Penalty(kind="imprisonment", months=54))
    assert told(features.penalty, {"penalties": (asked,)}, {"penalties": (given,)}) is None
    assert told(features.penalty, {"penalties": (given,)}, {"penalties": (given,)}) == ("same", "54 months")


def test_two_passages_of_one_document_were_kept_apart_by_the_reader():
    assert features.document(item("d1#1"), item("d1#2")).level == "same"
    assert features.document(item("d1#1"), item("d2#1")) is None
