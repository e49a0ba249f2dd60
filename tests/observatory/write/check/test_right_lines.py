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
def test_a_percentage_between_two_counts_in_brackets_is_of_the_first(percent, should_be):
    text = f"Учтено 500 атак. Сетевые угрозы (130 случаев) составили {percent}, нападения (40 случаев) – 8%."
    assert wrong(text, "ru") == should_be


def test_an_average_of_a_month_is_not_shared_by_what_the_sentence_before_counts():
    text = "April and May stand out; the two together saw 60 attacks. On average there were 17 attacks a month."
    assert wrong(text) == []
