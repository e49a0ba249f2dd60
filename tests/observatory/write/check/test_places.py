"""The place of a name in the order of a list in front, or of a table."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

LISTS = {
    "en": "Attacks, 2023\n\nIn 2023 there were 80 attacks.\n\n"
    "Outside the capital the attacks were spread thus: Port Sudan 14, Kassala nine, El Obeid six, other towns 11. ",
    "ru": "Нападения, 2023\n\nВ 2023 году было 80 нападений.\n\n"
    "По областям нападения распределились так: Ошская – 14, Чуйская – девять, Нарынская – шесть, прочие – 11. ",
    "kk": "Шабуылдар, 2023\n\n2023 жылы 80 шабуыл болды.\n\n"
    "Облыстар бойынша: Түркістан – 14, Ақтөбе – тоғыз, Ұлытау – алты, өзгелері – 11. ",
}
TABLES = {
    "en": "Attacks, 2023\n\nIn 2023 there were 80 attacks.\n\n"
    "Form | 2022 | 2023\nThreats | 30 | 24\nBeatings | 20 | 31\nSearches | 12 | 16\nDetentions | 11 | 9\n\n",
    "ru": "Нападения, 2023\n\nВ 2023 году было 80 нападений.\n\n"
    "Вид | 2022 | 2023\nУгрозы | 30 | 24\nИзбиения | 20 | 31\nОбыски | 12 | 16\nЗадержания | 11 | 9\n\n",
    "kk": "Шабуылдар, 2023\n\n2023 жылы 80 шабуыл болды.\n\n"
    "Түрі | 2022 | 2023\nҚорқыту | 30 | 24\nҰрып-соғу | 20 | 31\nТінту | 12 | 16\nҰстау | 11 | 9\n\n",
}
OF_LISTS = [
    ("en", "Kassala takes second place in this list.", "Kassala takes third place in this list."),
    ("en", "El Obeid came third, five attacks ahead of Nyala.", "El Obeid came second, five attacks ahead of Nyala."),
    ("en", "Second was Kassala, third El Obeid.", "Third was Kassala, as in the past."),
    ("ru", "Чуйская область – на втором месте среди областей.", "Чуйская область – на третьем месте среди областей."),
    ("ru", "Третье место занимает Нарынская область.", "Второе место занимает Нарынская область."),
    ("ru", "Третьей стала Нарынская область.", "Второй стала Нарынская область."),
    ("kk", "Ақтөбе бұл тізімде екінші орында.", "Ақтөбе бұл тізімде үшінші орында."),
    ("kk", "Үшінші орынды Ұлытау иеленді.", "Екінші орынды Ұлытау иеленді."),
    ("kk", "Ұлытау облысы 3-орында тұр.", "Ұлытау облысы 2-орында тұр."),
]
OF_TABLES = [
    ("en", "Threats, the second most common form, came by mail.", "Threats, the third most common form, came by mail."),
    ("en", "Searches rank third with 16 cases.", "Searches rank second with 16 cases."),
    ("ru", "Угрозы – вторая по частоте форма давления.", "Угрозы – третья по частоте форма давления."),
    ("ru", "На третьем месте обыски (16).", "На втором месте обыски (16)."),
    ("kk", "Қорқыту екінші орында: 24 дерек.", "Қорқыту үшінші орында: 24 дерек."),
    ("kk", "Тінту үшінші орынға шықты.", "Тінту екінші орынға шықты."),
]
UNSURE = [
    ("en", "In the World Press Freedom Index, Kassala would take sixth place."),
    ("en", "Kassala is the fifth town by population."),
    ("en", "Kassala is in fifth place by number of newspapers."),
    ("en", "Among the women attacked, Kassala takes fifth place."),
    ("en", "Kassala came fifth in 2021."),
    ("en", "Kassala has moved up from fifth place."),
    ("en", "Kassala was struck a fifth time in May."),
    ("ru", "В рейтинге свободы прессы Чуйская область заняла бы шестое место."),
    ("ru", "По численности населения Чуйская область на пятом месте."),
    ("ru", "Годом ранее Чуйская область была на пятом месте."),
    ("ru", "Чуйская область поднялась с пятого места."),
    ("ru", "Среди женщин-журналистов Чуйская область на пятом месте."),
    ("kk", "Ақтөбе халық саны бойынша бесінші орында."),
    ("kk", "Былтыр Ақтөбе бесінші орында болған."),
    ("kk", "Баспасөз бостандығы рейтингінде Ақтөбе бесінші орында болар еді."),
]


def records(text, language):
    return {one.verdict for one in check(text, language) if one.kind is Kind.RECORD}


@pytest.mark.parametrize(("language", "right", "wrong"), OF_LISTS)
def test_the_place_of_a_name_is_held_to_the_list_in_front(language, right, wrong):
    assert records(LISTS[language] + right, language) == {Verdict.HOLDS}
    assert records(LISTS[language] + wrong, language) == {Verdict.DIFFERS}


@pytest.mark.parametrize(("language", "right", "wrong"), OF_TABLES)
def test_the_place_of_a_row_is_held_to_its_column(language, right, wrong):
    assert records(TABLES[language] + right, language) == {Verdict.HOLDS}
    assert records(TABLES[language] + wrong, language) == {Verdict.DIFFERS}


@pytest.mark.parametrize(("language", "sentence"), UNSURE)
def test_a_place_by_another_measure_or_of_another_time_is_not_judged(language, sentence):
    assert records(LISTS[language] + sentence, language) == set()


def test_a_larger_number_told_in_front_of_a_list_may_be_first():
    front = "In 2023 there were 80 attacks. Khartoum saw 40. Elsewhere: Kassala 14, El Obeid nine, Nyala six. "

    assert records(front + "Kassala takes second place in the country.", "en") == {Verdict.HOLDS}
    assert records(front + "Kassala takes third place in the country.", "en") == {Verdict.DIFFERS}


def test_names_that_are_level_share_their_places():
    front = "By town: Kassala 14, El Obeid nine, Nyala nine, Atbara six. "

    assert records(front + "Nyala ranks second.", "en") == {Verdict.HOLDS}
    assert records(front + "Atbara ranks third.", "en") == {Verdict.HOLDS}
    assert records(front + "Atbara ranks fourth.", "en") == {Verdict.HOLDS}
    assert records(front + "Atbara ranks second.", "en") == {Verdict.DIFFERS}


MONTHS = {
    "en": "Nine attacks came in January, 11 in March, 10 in April, 23 in May and 17 in June. ",
    "ru": "В январе было девять нападений, в марте – 11, в апреле – 10, в мае – 23, в июне – 17. ",
    "kk": "Қаңтарда тоғыз, наурызда 11, сәуірде 10, мамырда 23, маусымда 17 шабуыл болды. ",
}
TOLD_BESIDE = [
    ("en", "With 23 attacks, May had more than {} as many as April.", ("twice", "three times")),
    ("ru", "В мае, с его 23 нападениями, их было более чем {} больше, чем в апреле.", ("вдвое", "втрое")),
    ("kk", "Мамырда 23 шабуыл болды, бұл сәуірдегіден {} еседен астам көп.", ("екі", "үш")),
]


@pytest.mark.parametrize(("language", "sentence", "times"), TOLD_BESIDE)
def test_a_multiple_of_two_months_may_tell_one_of_their_numbers_again(language, sentence, times):
    right = check(MONTHS[language] + sentence.format(times[0]), language)
    wrong = check(MONTHS[language] + sentence.format(times[1]), language)

    assert {one.verdict for one in right if one.kind is Kind.RATIO} == {Verdict.HOLDS}
    assert {one.verdict for one in wrong if one.kind is Kind.RATIO} == {Verdict.DIFFERS}
