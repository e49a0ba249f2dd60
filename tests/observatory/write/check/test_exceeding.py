"""Parts that exceed their whole, and two parts of which one has its digits in the wrong order."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text, language):
    return [one.should_be for one in check(text, language) if one.verdict.value == "differs"]


@pytest.mark.parametrize(
    ("language", "text", "should_be"),
    [
        ("en", "Seven alerts came from rallies; 13 of the 11 were about the council, and one about a match.", "3"),
        ("en", "Judges ordered 34 arrests out of 29, the other five being for disobedience.", "24"),
        ("en", "In spring 17 of the 12 complaints were answered.", "≤ 12"),
        ("ru", "По этой статье назначено 34 ареста из 29, остальные пять – за неповиновение.", "24"),
        ("ru", "Ответ получен по 17 из 12 жалоб.", "≤ 12"),
        ("kk", "Көктемде 12 шағымның 17-сіне жауап берілді.", "≤ 12"),
    ],
)
def test_a_part_of_more_than_its_whole_is_found(language, text, should_be):
    assert should_be in wrong(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Seven alerts came from rallies; three of the 11 were about the council."),
        ("en", "Hit were 48 journalists, 13 of the 11 regional outlets among them."),
        ("en", "27 journalists out of 11 newsrooms took part."),
        ("ru", "Пострадали 48 журналистов, 13 из 11 региональных изданий."),
        ("ru", "Задержаны 27 человек из 11 городов."),
        ("kk", "Көктемде 17 шағымның 12-сіне жауап берілді."),
        ("kk", "11 қаладан 27 журналист қатысты."),
    ],
)
def test_parts_of_their_whole_and_people_from_places_raise_no_alarm(language, text):
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 1,096 consultations {} were given by phone and 425 (38.8%) in writing."),
        ("ru", "Из 1096 консультаций {} дано устно, по телефону и на приёме, а 425 (38,8%) письменно."),
        ("kk", "1096 кеңестің {}-і ауызша, 425-і (38,8%) жазбаша берілді."),
    ],
)
def test_one_of_two_parts_with_its_digits_in_disorder_is_found(language, text):
    assert wrong(text.format(617), language) == ["671"]
    assert wrong(text.format(671), language) == []
    assert wrong(text.format(540), language) == []


def test_a_third_part_in_the_next_sentence_explains_two_parts():
    assert wrong("Из 96 дел 53 закрыты, а 34 переданы в суд. Ещё девять дел рассматриваются.", "ru") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ("There were 12 such cases, three more than a year earlier: seven beatings, three cases of "
             "damage, one abduction "
         "and one attempt on a life.")),
        ("ru", ("Зафиксировано 12 таких случаев, на три больше, чем годом ранее: семь избиений, три случая "
             "порчи, одно похищение "
         "и одно покушение.")),
        ("kk", ("Мұндай 12 жағдай тіркелді, былтырғыдан үшеуге көп: жеті ұрып-соғу, үш мүлік бүлдіру, бір "
             "ұрлау және бір "
         "қастандық.")),
    ],
)  # fmt: skip
def test_a_list_behind_a_comparison_and_a_colon_is_no_base(language, text):
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 12 women in custody 19 were recognised as political prisoners."),
        ("ru", "Из 12 женщин статус политзаключённой имеют 19, и все они состоят на учёте."),
        ("kk", "12 әйелдің 19-ы саяси тұтқын деп танылды."),
    ],
)
def test_a_number_without_a_noun_in_a_sentence_that_opens_with_a_smaller_whole_differs(language, text):
    assert "19 is more than 12" in {one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 12 outlets, the largest has 40 employees."),
        ("en", "Of the 12 women in custody nine were recognised as political prisoners."),
        ("ru", "Из 12 изданий закрыты три, уволено 40."),
        ("kk", "12 басылымның ең ірісінде 40 қызметкер бар."),
    ],
)
def test_a_larger_number_of_another_thing_behind_an_opening_whole_is_no_part_of_it(language, text):
    assert [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []
