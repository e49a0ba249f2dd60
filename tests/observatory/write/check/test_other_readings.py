"""Right sentences that another reading than the nearest makes right, and errors beside them."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text: str, language: str) -> list[str]:
    """What each alarm of a text says should stand."""
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Suits fell from 180 to 166, but administrative pressure rose by 23.2%."),
        ("ru", "Число исков снизилось с 180 до 166, но административное преследование выросло на 23,2%."),
        ("kk", "Талаптар саны 180-нен 166-ға түсті, бірақ әкімшілік қудалау 23,2%-ға өсті."),
    ],
)
def test_a_percentage_of_a_clause_that_turns_is_not_of_the_two_numbers_in_front(language: str, text: str):
    assert wrong(text, language) == []


def test_a_percentage_that_goes_the_other_way_than_its_two_numbers_differs():
    assert wrong("Suits fell from 180 to 166, a rise of 23.2%.", "en") == ["-7.78%"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "There were 33 attacks.\n\nIn twelve cases officials used force, in fifteen private citizens. "
                "In the remaining six cases the attacker is not known."
            ),
        ),
        (
            "ru",
            (
                "Нападений было 33.\n\nВ двенадцати случаях силу применили чиновники, в пятнадцати – частные лица. "
                "В остальных шести случаях нападавший неизвестен."
            ),
        ),
        (
            "kk",
            (
                "33 шабуыл болды.\n\nОн екі жағдайда күш қолданған шенеуніктер болса, он бесінде – жеке адамдар. "
                "Қалған алты оқиғада шабуылдаушы белгісіз."
            ),
        ),
    ],
)
def test_a_rest_may_be_of_a_number_told_in_front_of_its_list(language: str, text: str):
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The press in 2018\n\nThe service gathered 742 messages; in 2017 there were 668.\n\n"
                "| Kind | 2017 | 2018 |\n"
                "| Claims | 340 | 398 |\n| Arrests | 328 | 344 |\n| Total | 668 | 742 |\n\n"
                "By quarter: 171 in the first quarter, 203 in the second, 182 in the third and 168 in the fourth."
            ),
        ),
        (
            "ru",
            (
                "Пресса в 2018 году\n\nСлужба собрала 742 весточки; в 2017 году их было 668.\n\n"
                "| Вид | 2017 | 2018 |\n"
                "| Иски | 340 | 398 |\n| Аресты | 328 | 344 |\n| Всего | 668 | 742 |\n\n"
                "По кварталам: 171 в первом квартале, 203 во втором, 182 в третьем и 168 в четвёртом."
            ),
        ),
        (
            "kk",
            (
                "2018 жылғы баспасөз\n\nҚызмет 742 хабарлама жинады; 2017 жылы 668 болған.\n\n"
                "| Түрі | 2017 | 2018 |\n"
                "| Талаптар | 340 | 398 |\n| Қамау | 328 | 344 |\n| Барлығы | 668 | 742 |\n\n"
                "Бірінші тоқсанда 171, екіншісінде 203, үшіншісінде 182, төртіншісінде 168 хабарлама түсті."
            ),
        ),
    ],
)
def test_the_number_at_the_start_that_a_table_adds_up_to_is_that_of_all(language: str, text: str):
    assert wrong(text, language) == ["742"]
    assert wrong(text.replace("168", "186"), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2023 we recorded 84 alerts.\n\nThe first half of the year brought 37 alerts, and the second 57."),
        ("ru", "В 2023 году зафиксировано 84 нарушения.\n\nПервое полугодие принесло 37 нарушений, второе – 57."),
        ("kk", "2023 жылы 84 оқиға тіркелді.\n\nБірінші жартыжылдық 37 оқиға, екіншісі 57 оқиға әкелді."),
    ],
)
def test_a_slip_of_a_half_is_found_by_the_year(language: str, text: str):
    assert wrong(text, language) == ["84"]
    assert wrong(text.replace("57", "47"), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The year 2022\n\n| Kind | 2020 | 2021 | 2022 |\n| Legal pressure | 10 | 16 | 29 |\n"
                "| Raids | 14 | 19 | 13 |\n\n"
                "Legal pressure rose from 10 to 29 in two years."
            ),
        ),
        (
            "ru",
            (
                "2022 год\n\n| Вид | 2020 | 2021 | 2022 |\n| Правовое давление | 10 | 16 | 29 |\n"
                "| Рейды | 14 | 19 | 13 |\n\n"
                "Правовое давление за два года выросло с 10 до 29 случаев."
            ),
        ),
        (
            "kk",
            (
                "2022 жыл\n\n| Түрі | 2020 | 2021 | 2022 |\n| Құқықтық қысым | 10 | 16 | 29 |\n"
                "| Рейд | 14 | 19 | 13 |\n\n"
                "Құқықтық қысым екі жыл ішінде 10 жағдайдан 29-ға, үш есеге жуық өсті."
            ),
        ),
    ],
)
def test_in_two_years_compares_with_the_year_before_the_last(language: str, text: str):
    assert wrong(text, language) == []


def test_this_is_a_share_of_the_number_just_in_front():
    text = (
        "2021 жылы 70 дабыл түсті.\n\n| Түрі | Саны |\n| Қысым жасау | 36 |\n| Кедергі | 34 |\n| Барлығы | 70 |\n\n"
        "Дабылдардың көбі – 21-і – мемлекеттік қысым жасау. Бұл – барлық дабылдың 30 %-ы."
    )
    assert "51%" not in wrong(text, "kk")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reporters were detained 396 times, 12 times as often as in 2019, when there had been 22 detentions."),
        ("ru", "Журналистов задерживали 396 раз, в 12 раз чаще, чем в 2019 году, когда задержаний было 22."),
    ],
)
def test_how_often_something_happened_is_the_number_of_a_multiple(language: str, text: str):
    assert wrong("2020\n\n" + text, language) == ["18"]
    assert wrong("2020\n\n" + text.replace("12", "18"), language) == []


def test_a_kazakh_growth_in_percent_is_of_the_numbers_of_two_years():
    text = "Біз 2022 жылы 86 оқиғаны растадық. 2021 жылы олардың саны 62 еді, сонда бір жылдағы көбею – 48,7 пайыз."
    assert wrong(text, "kk") == ["38,7%"]
    assert wrong(text.replace("48,7", "38,7"), "kk") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The year 2023\n\nIn 2023 we recorded 76 violations.\n\n| Kind | 2022 | 2023 |\n| "
                "Beatings | 21 | 24 |\n"
                "| Cyberattacks | 13 | 28 |\n| Threats | 30 | 34 |\n| Total | 64 | 76 |\n\n"
                "Conclusions\n\nPressure has moved online: 34 threats and 18 cyberattacks."
            ),
        ),
        (
            "ru",
            (
                "2023 год\n\nВ 2023 году зафиксировано 76 нарушений.\n\n| Вид | 2022 | 2023 |\n| Избиения | 21 | 24 |\n"
                "| Кибератаки | 13 | 28 |\n| Угрозы | 30 | 34 |\n| Всего | 64 | 76 |\n\n"
                "Выводы\n\nДавление уходит в сеть: 34 угрозы и 18 кибератак."
            ),
        ),
        (
            "kk",
            (
                "2023 жыл\n\n2023 жылы 76 құқық бұзу тіркелді.\n\n| Түрі | 2022 | 2023 |\n| Ұрып-соғу | 21 | 24 |\n"
                "| Кибершабуыл | 13 | 28 |\n| Қоқан-лоққы | 30 | 34 |\n| Барлығы | 64 | 76 |\n\n"
                "Қорытынды\n\nҚысым желіге ауысты: 34 қоқан-лоққы мен 18 кибершабуыл."
            ),
        ),
    ],
)
def test_a_number_told_again_that_mends_a_column_is_right_and_its_cell_wrong(language: str, text: str):
    found = [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]
    assert [(one.line, one.should_be) for one in found] == [(7, "18")]
