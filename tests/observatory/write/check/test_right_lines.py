"""Lines that are right, whose numbers a nearer reading would call wrong."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text, language="en"):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


def held(text, language="en"):
    return {one.why for one in check(text, language) if one.verdict is Verdict.HOLDS}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The desk counted 300 attacks. Almost a quarter of them (76, or 25%) took place in spring."),
        ("ru", "Учтено 300 атак. Почти четверть из них (76, или 25%) пришлась на весну."),
    ],
)
def test_almost_may_be_passed_by_a_point_where_the_number_stands_beside_it(language, text):
    assert wrong(text, language) == []
    assert wrong(text.replace("76, ", "82, ").replace("25%", "27%"), language) == ["27%"]


def test_almost_half_is_no_more_than_half_though_the_number_stands_beside_it():
    assert wrong("The desk counted 300 attacks. Almost half of them (153, or 51%) took place in spring.") == ["51%"]


@pytest.mark.parametrize("hedge", ["Nearly", "About", "Almost"])
def test_a_rough_nine_out_of_ten_are_no_counts(hedge):
    assert wrong(f"{hedge} nine out of ten suits of these years (88%) were filed by officials.") == []


def test_a_fraction_and_a_little_more_holds_behind_its_noun():
    text = (
        "2021 жылы 250 шабуыл тіркелді.\n\nАңду 70 рет болды, яғни әрбір төртінші шабуылдан сәл көбі бақылаумен өткен."
    )
    assert wrong(text, "kk") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Raids make up 50 cases. A year earlier there were 240. In 30 cases, almost a third, doors were broken.",
        ),
        ("ru", "Обысков стало 50. Годом ранее их было 240. В 30 случаях, почти в трети, ломали двери."),
    ],
)
def test_a_number_of_the_year_before_is_no_whole_of_what_follows(language, text):
    assert wrong(text, language) == []


def test_a_share_of_the_year_before_is_of_the_total_of_that_year():
    text = (
        "In 2022, 150 attacks were recorded, in 2021 there were 90.\n\nOfficials carried out 96 attacks (64%).\n"
        "They act in the open. They act at night. They rarely answer.\n"
        "A year earlier, officials were behind {} attacks, or 60% of the total."
    )
    assert "54 of 90 is 60%" in held(text.format(54))
    assert wrong(text.format(54)) == []


def test_of_two_levels_of_a_share_the_first_is_not_of_the_later_number():
    front = "In 2023, 150 attacks were recorded.\n\nOfficials carried out 96 (64%), unknown people nine (6%).\n"
    text = f"{front}Attacks by others grew from 21 to 45, and their share from 20% to 30%."
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "These 50 cases vary. Together with the six bans, the 27 suits make up two thirds (66%) of them."),
        ("ru", "50 дел этого рода различны. Вместе с шестью запретами 27 исков составляют две трети (66%) из них."),
    ],
)
def test_a_share_of_two_numbers_told_together_is_not_of_one(language, text):
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 60 of the 240 cases the author is unknown, while the share of companies was 12%."),
        ("ru", "В 60 случаях из 240 автор неизвестен, а доля компаний составила 12%."),
        ("kk", "240 оқиғаның 60-ында автор белгісіз, ал компаниялардың үлесі 12% болды."),
    ],
)
def test_the_share_of_others_is_not_that_of_the_number_in_front(language, text):
    assert wrong(text, language) == []


@pytest.mark.parametrize(("count", "should_be"), [("18", []), ("12", ["22%"])])
def test_a_fraction_is_of_the_count_in_brackets_right_behind_it(count, should_be):
    assert wrong(f"54 арыздың 30-ы қаралды, үштен бірі ({count}) қайтарылды.", "kk") == should_be


@pytest.mark.parametrize(("percent", "should_be"), [("26%", []), ("29%", ["26%"])])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Учтено 500 атак. Сетевые угрозы (130 случаев) составили {}, нападения (40 случаев) – 8%."),
        ("ru", "Учтено 500 атак. Сетевые угрозы (130 случаев) составили {}, нападения (40 случаев) составили 8%."),
        ("kk", "500 шабуыл тіркелді. Желідегі қатер (130 оқиға) {}, ұрып-соғу (40 оқиға) 8% құрады."),
    ],
)
def test_a_percentage_between_two_counts_in_brackets_is_of_the_first(language, text, percent, should_be):
    assert wrong(text.format(percent), language) == should_be


def test_an_average_of_a_month_is_not_shared_by_what_the_sentence_before_counts():
    text = "April and May stand out; the two together saw 60 attacks. On average there were 17 attacks a month."
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "In 60 cases (75%) officials did it; in 12 cases firms did, and in the remaining {} nobody knows.",
        ),
        ("ru", "В 60 случаях (75%) действовали чиновники, в 12 – фирмы, в остальных {} никто не назван."),
        ("kk", "60 жағдайда (75%) шенеунік, 12 жағдайда компания, қалған {} жағдайда белгісіз адам кінәлі."),
    ],
)
def test_a_rest_closes_a_list_in_which_an_entry_has_no_percentage(language, text):
    front = {"en": "Of 80 cases we know.", "ru": "Известно о 80 случаях.", "kk": "80 жағдай белгілі."}[language]
    assert wrong(f"{front} {text.format(8)}", language) == []
    assert wrong(f"{front} {text.format(6)}", language) == ["8"]


def test_a_list_that_goes_on_in_the_next_sentence_keeps_the_entries_without_a_percentage():
    front = "Учтено 200 дел. Исков 80 (40%), обысков 50 (25%). "
    text = "Кроме того, зафиксировано 30 допросов и 24 штрафа; остальные {} дел – запреты."
    assert wrong(front + text.format(16), "ru") == []
    assert wrong(front + text.format(19), "ru") == ["16"]


def test_the_number_of_another_list_in_front_is_no_part_of_a_list_with_a_rest():
    front = "2021 жылы 300 шабуыл тіркелді.\n\nЕң тыныш ай тамыз болды, онда 19 оқиға белгіленді. "
    text = "Шабуылдың дәл төрттен бірі (75) Шымкентте, 100-і (33%) Таразда, қалған 125-і өзге жерде болған."
    assert wrong(front + text, "kk") == []


def test_how_many_regions_remain_is_no_entry_beside_their_number():
    text = "Алматыда 92 шабуыл тіркелді (46%), Шымкентте – 61, қалған он облыста – {}."
    assert wrong(f"Былтыр 200 шабуыл тіркелді. {text.format(47)}", "kk") == []


YEARS = {
    "en": "There were 40 attacks in 2018, 60 in 2019, 100 in 2020 and 120 in 2021.",
    "ru": "В 2018 году было 40 атак, в 2019-м – 60, в 2020-м – 100, в 2021-м – 120.",
    "kk": "2018 жылы 40, 2019 жылы 60, 2020 жылы 100, 2021 жылы 120 шабуыл болды.",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The figure is twice that of 2019, and {} times that of 2018."),
        ("ru", "Их стало вдвое больше, чем в 2019 году, и в {} раза больше, чем в 2018-м."),
        ("kk", "Көрсеткіш 2019 жылғыдан екі есе, 2018 жылғыдан {} есе жоғары."),
    ],
)
def test_each_multiple_is_of_the_year_in_its_own_clause(language, text):
    assert wrong(f"{YEARS[language]} {text.format(3)}", language) == []
    assert wrong(f"{YEARS[language]} {text.format(4)}", language) == ["3"]


def test_a_part_and_its_whole_of_one_earlier_year_are_no_two_years():
    text = "Годом раньше на силовиков приходилось 60 случаев из 100. Теперь их число выросло примерно в полтора раза."
    assert wrong(text, "ru") == []


@pytest.mark.parametrize(("month", "should_be"), [("октябрь", []), ("декабрь", ["октябрь"])])
def test_a_number_that_a_comma_parts_from_a_month_is_of_the_next_one(month, should_be):
    front = "В 2022 году было 55 атак.\n\nОсенью и зимой: 28 случаев в октябре, 15 в ноябре и 12 в декабре, всего 55."
    assert wrong(f"{front} Больше всего атак пришлось на {month}.", "ru") == should_be


@pytest.mark.parametrize(("place", "should_be"), [("second", []), ("third", ["place 2"])])
def test_the_second_worst_year_since_another_has_one_worse_before_it(place, should_be):
    text = "There were 50 attacks in 2018, 70 in 2019, 150 in 2020 and 120 in 2021.\n\n"
    assert wrong(f"{text}The year 2021 was the {place} worst since monitoring began in 2018.") == should_be


ADDED = (
    ("en", "Osh saw 61 attacks. Then come Naryn (22), Talas (13) and Batken (9). These four account for {} attacks."),
    ("ru", "В Оше 61 атака. Далее идут Нарын (22), Талас (13) и Баткен (9). На эти четыре города приходится {} атак."),
    ("kk", "Ошта 61 шабуыл болды. Одан соң Нарын (22), Талас (13), Баткен (9). Осы төрт қалаға {} шабуыл тиесілі."),
)


@pytest.mark.parametrize(("language", "text"), ADDED)
def test_entries_that_the_sentence_behind_counts_and_adds_up_are_summed(language, text):
    assert wrong(text.format(105), language) == []
    assert wrong(text.format(109), language) == ["105"]


def test_a_rest_goes_on_with_the_entries_themselves_where_their_sum_is_wrong():
    front = f"In 2022, 150 attacks were recorded.\n\n{ADDED[0][1].format(109)}"
    assert wrong(f"{front}\nThe remaining 45 attacks took place elsewhere.") == ["105"]


def test_a_number_of_places_further_in_front_adds_nothing_up():
    text = "Osh saw 61 attacks, Naryn 22. These four years saw 90 attacks on the four."
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Physical attacks fell from 40 to 30 (by {}%), and their share from 12% to 7%."),
        ("ru", "Число физических атак упало с 40 до 30 (на {}%), а их доля – с 12% до 7%."),
        ("kk", "Физикалық шабуыл 40-тан 30-ға ({}%-ға) азайды, ал үлесі 12%-дан 7%-ға түсті."),
    ],
)
def test_a_change_beside_two_counts_is_not_of_the_shares_behind_them(language, text):
    assert wrong(text.format(25), language) == []
    assert wrong(text.format(35), language) == ["25%"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Eight plaintiffs asked for 38.4 million soms. In 2022 there were nine, but the sum was 30 million, "
                "so that not the number of suits but the sums went up by 28%."
            ),
        ),
        (
            "ru",
            (
                "Восемь истцов потребовали 38,4 млн сомов. В 2022 году исков было девять, но сумма 30 млн; выросли не "
                "числа, а ставки: на 28%."
            ),
        ),
        (
            "kk",
            (
                "Сегіз талапкер 38,4 млн сом сұрады. 2022 жылы талап тоғыз, бірақ сома 30 млн сом еді; сомасы 28%-ға "
                "өсті."
            ),
        ),
        ("en", "Criminal and civil cases fell from 180 to 166, but administrative cases grew by 23.2%."),
        ("ru", "Уголовных и гражданских дел стало меньше: 166 против 180, зато административные выросли на 23,2%."),
        (
            "kk",
            "Қылмыстық және азаматтық істер 180-нен 166-ға түсті, бірақ оның есесіне әкімшілік істер 23,2%-ға өсті.",
        ),
    ],
)
def test_a_change_of_sums_or_of_what_follows_but_is_not_that_of_the_counts(language, text):
    assert wrong(text, language) == []


def test_a_change_the_wrong_way_without_a_but_differs():
    assert wrong("Cases fell from 180 to 166, a rise of 7.8%.") == ["-7.78%"]
