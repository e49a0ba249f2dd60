"""Plain claims of annual reports, whatever their noun: alerts, signals, violations and all of them."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

PARTS = "Отказов было 31 (46%), опозданий 22 (32%), обрывов 15 (22%).\n\nПисьма: 31 (46%)."
CLAIMS = (
    (
        "ru",
        f"Центр насчитал 240 нарушений.\nНа письма пришлось 68.\n{PARTS}\nНа суды – 131, или {{}}% всех нарушений.",
        55,
        59,
    ),
    (
        "kk",
        "2021 жылы 152 сигнал тіркелді. 2020 жылы 171 сигнал болған.\nЕң көбі – қорқыту: 53 сигнал ({} пайыз).",
        35,
        38,
    ),
    ("en", "In 2021 we counted 152 alerts.\n\nCourts made for 53 cases, or {}% of all alerts.", 35, 38),
    (
        "en",
        (
            "In 2021 we counted 152 alerts.\nThere were 40 in the first quarter, 38 in the second, 30 in the third "
            "and 44 in the fourth.\nSpring was loud: 12 alerts in April, {} in May and 9 in June."
        ),
        17,
        22,
    ),
    (
        "kk",
        (
            "2021 жылы 152 оқиға тіркелді.\nБірінші тоқсанда 40, екіншісінде 38, үшіншісінде 30, төртіншісінде 44 "
            "оқиға болды.\nҮшінші тоқсан ішінде шілдеде 12, тамызда {}, қыркүйекте 9 оқиға тіркелді."
        ),
        9,
        6,
    ),
    (
        "en",
        (
            "In 2021 we counted 152 alerts.\nAfter seven alerts in July and eight in August there were 11 in "
            "September, 12 in October, 15 in November and 21 in December, which brings the second half-year to {}."
        ),
        74,
        79,
    ),
    (
        "en",
        ("In 2021 we counted 152 alerts.\nThe second half of the year accounts for 80 alerts, {} more than the first."),
        8,
        13,
    ),
    (
        "ru",
        "В 2021 году зафиксировано 152 нарушения.\nВо втором полугодии было 80 нарушений, на {} больше, чем в первом.",
        8,
        13,
    ),
    (
        "ru",
        "По десяти проигранным делам взыскано всего 6,5 млн драмов, то есть в среднем {} драмов на дело.",
        "650 000",
        "550 000",
    ),
    (
        "ru",
        (
            "По 14 гражданским искам спорили. Пять исков удовлетворено, девять – нет. "
            "Требовали 18,2 млн сомов, в среднем {} млн сомов на иск."
        ),
        "1,3",
        "1,7",
    ),
    ("en", "Of the 85 people beaten, 46 were women and {} were men.", 39, 34),
    ("ru", "Среди 85 случаев, направленных против людей, в 46 пострадали женщины, в {} – мужчины.", 39, 34),
    ("kk", "Зардап шеккен 128 адамның 71-і әйел, {}-і ер адам.", 57, 53),
    (
        "en",
        (
            "In 2021 we counted 152 incidents.\nOfficials were behind 90 attacks, private persons for {}, and in 20 "
            "cases those behind them could not be established."
        ),
        42,
        48,
    ),
    (
        "en",
        "We spoke with 90 people. There were 41 women and {} men among them; in nine cases it was not noted.",
        40,
        47,
    ),
    ("ru", "Встреч 61, писем 21.\nИз 19 угроз 13 прозвучали в сети, {} – при личной встрече.", "шесть", "восемь"),
)
RETOLD = (
    "In 2021 we counted 152 alerts.\nThe methods were civil lawsuits (26), searches (14) and criminal cases (17).\n"
    "It was a bad year.\nConclusions\nThe 26 civil lawsuits and {} criminal cases of the year cost time."
)
SILENT = (
    (
        "en",
        (
            "In 2021 we counted 152 alerts.\nApart from the 60 of officials, 38 were of firms, 30 of clerks.\n"
            "Firms are thus answerable for about one alert in four (25%)."
        ),
    ),
    ("en", "Of the 85 people beaten, 46 were women and 34 were men. In five cases the sex is not known."),
    (
        "en",
        "In 2021 we counted 152 alerts.\nThe second half of the year saw 20 of them, 4 more than the first.",
    ),
    (
        "en",
        (
            "In 2021 we counted 152 alerts.\nThere were 40 in the first quarter, 38 in the second, 30 in the third "
            "and 44 in the fourth.\nMany were sued: 9 journalists in April, 12 in May and 14 in June."
        ),
    ),
)


def alarmed(language, text):
    return [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), CLAIMS)
def test_a_plain_claim_differs_only_where_it_is_wrong(language, text, right, wrong):
    assert not alarmed(language, text.format(right))
    assert alarmed(language, text.format(wrong))


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_may_count_something_else_is_not_called_wrong(language, text):
    assert not alarmed(language, text)


def test_a_number_told_again_beside_one_of_its_list_is_that_of_the_list():
    assert not alarmed("en", RETOLD.format(17))
    assert alarmed("en", RETOLD.format(19))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Whom we lost: Lyudmila Ten, 66, proofreader for four decades; Serik Dosanov, 71, photographer."),
        ("ru", "Ушли Людмила Тен, 66, корректор с сорокалетним стажем, и Серик Досанов, 71, фотокорреспондент."),
        ("en", "Officers usually ask five or six questions, but this time twice as many."),
        ("ru", "Обычно задают пять или шесть вопросов, а в этот раз вдвое больше."),
        ("kk", "Былтыр 289 оқиға тіркелген. Оның 61-і кедергіге, 19-ы шабуылға, 44-і бас тартуға қатысты."),
        ("en", "DDoS attacks (37%) and malware (34%) lead among the firms, 31% of which have been hit."),
    ],
)
def test_ages_ranges_and_parts_of_something_else_are_not_added_up(language, text):
    assert [one for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(
    "base", ["345 оқиғадан 18,6 пайызға", "345 деректен 18,6%-ға", "345 жағдаймен салыстырғанда 18,6%-ға"]
)
def test_a_kazakh_base_with_its_noun_is_no_percentage(base):
    text = "2023 жылғы есеп\nЖыл бойы 298 оқиға тіркелді. Бұл 2022 жылғы {} аз."
    (found,) = check(text.format(base), "kk")
    assert (found.line, found.should_be) == (2, "13,6%")
    (found,) = check(text.format(base.replace("18,6", "13,6")), "kk")
    assert found.verdict is Verdict.HOLDS
