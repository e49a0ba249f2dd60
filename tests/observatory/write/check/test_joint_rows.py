"""Cells that the prose tells only together with others: towns added up, the months of a quarter, a part of "
"the year."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TOWNS = {
    "en": (
        (
            "In 2021 we recorded 160 detentions of reporters.\n\n| Town | Detentions |\n| Streslau | 71 |\n"
            "| Zenda | 39 |\n"
            "| Hentzau | 21 |\n| Rupert | 19 |\n| Total | 160 |\n\n"
        ),
        "Of the 160, Zenda and Hentzau together had 70.",
    ),
    "ru": (
        (
            "В 2021 году зафиксировано 160 задержаний репортёров.\n\n| Город | Задержания |\n| Стрельсау | 71 |\n"
            "| Зенда | 39 |\n| Хенцау | 21 |\n| Руперт | 19 |\n| Всего | 160 |\n\n"
        ),
        "Из этих 160 на Зенду и Хенцау вместе пришлось 70.",
    ),
    "kk": (
        (
            "2021 жылы репортерлерді ұстаудың 160 оқиғасы тіркелді.\n\n| Қала | Ұстау |\n| Стрельсау | 71 |\n"
            "| Зенда | 39 |\n"
            "| Хенцау | 21 |\n| Руперт | 19 |\n| Барлығы | 160 |\n\n"
        ),
        "Осы 160 оқиғаның 70-і Зенда мен Хенцауға бірге тиеді.",
    ),
}
ALSO = {
    "en": " Of these, Zenda had 39.",
    "ru": " В том числе на Зенду – 39.",
    "kk": " Оның ішінде Зендада 39 оқиға болды.",
}
MONTHS = {
    "en": (
        (
            "Half-year report, January to June 2021\n\nIn six months 187 signals came in.\n\n| Month | Signals |\n"
            "| January | 19 |\n| February | 24 |\n| March | 31 |\n| April | 28 |\n| May | 47 |\n| June | 48 |\n"
            "| Total | 187 |\n\n"
        ),
        (
            "The first quarter brought 74 signals, the second quarter 113. In April there were 28 signals, "
            "and every fourth signal came in June."
        ),
    ),
    "ru": (
        (
            "Отчёт за январь – июнь 2021 года\n\nЗа шесть месяцев поступило 187 сигналов.\n\n| Месяц | Сигналов |\n"
            "| январь | 19 |\n| февраль | 24 |\n| март | 31 |\n| апрель | 28 |\n| май | 47 |\n| июнь | 48 |\n"
            "| Всего | 187 |\n\n"
        ),
        (
            "Первый квартал дал 74 сигнала, второй квартал – 113. В апреле было 28 сигналов. "
            "Каждый четвёртый сигнал поступил в июне."
        ),
    ),
    "kk": (
        (
            "2021 жылғы қаңтар – маусым есебі\n\nАлты айда 187 дабыл түсті.\n\n| Ай | Дабыл |\n| Қаңтар | 19 |\n"
            "| Ақпан | 24 |\n| Наурыз | 31 |\n| Сәуір | 28 |\n| Мамыр | 47 |\n| Маусым | 48 |\n| Барлығы | 187 |\n\n"
        ),
        (
            "Бірінші тоқсанда 74, екінші тоқсанда 113 дабыл түсті. Сәуірде дабыл саны 28 болды. "
            "Әрбір төртінші дабыл маусымда түсті."
        ),
    ),
}


def wrong(text: str, language: str) -> list[tuple[str, str]]:
    """The first cell of each alarmed row with what it should have."""
    found = [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]
    return [(one.text.split(" | ")[0], one.should_be) for one in found]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_of_towns_told_together_the_one_not_told_alone_is_wrong(language: str):
    table, prose = TOWNS[language]
    name = "Hentzau" if language == "en" else "Хенцау"
    assert wrong(table + prose + ALSO[language], language) == [(name, "31")]
    assert wrong(table.replace("| 21 |", "| 31 |") + prose + ALSO[language], language) == []


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_of_two_towns_told_only_together_either_may_be_wrong(language: str):
    found = check("".join(TOWNS[language]), language)
    rows = [(one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS]
    assert [should for should, _ in rows] == ["49", "31"]
    assert "(or 21 on line" in rows[0][1]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_of_the_months_of_a_quarter_the_one_not_told_is_wrong(language: str):
    table, prose = MONTHS[language]
    name = {"en": "May", "ru": "май", "kk": "Мамыр"}[language]
    assert wrong(table + prose, language) == [(name, "37")]
    assert wrong(table.replace("| 47 |", "| 37 |") + prose, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Report for 2018\n\n| Kind | 2016 | 2017 | 2018 |\n| Fines | 10 | 64 | 96 |\n"
                "| Detentions | 13 | 101 | 31 |\n"
                "| Searches | 3 | 21 | 14 |\n| Warnings and blockings | 12 | 47 | 40 |\n"
                "| Total | 38 | 223 | 181 |\n\n"
                "In 2018 we recorded 181 violations, a year earlier 223. Searches numbered 14, a year earlier 11.\n\n"
                "Blockings concerned 29 sites: 17 of them for extremism, nine for drugs, three others; "
                "warnings reached 37 editors."
            ),
        ),
        (
            "ru",
            (
                "Отчёт за 2018 год\n\n| Вид | 2016 | 2017 | 2018 |\n| Штрафы | 10 | 64 | 96 |\n"
                "| Задержания | 13 | 101 | 31 |\n"
                "| Обыски | 3 | 21 | 14 |\n| Предупреждения и блокировки | 12 | 47 | 40 |\n"
                "| Всего | 38 | 223 | 181 |\n\n"
                "В 2018 году зафиксировано 181 нарушение, годом ранее 223. Обысков было 14, годом ранее 11.\n\n"
                "Блокировки коснулись 29 сайтов: 17 за экстремизм, девять за наркотики, три прочих; "
                "предупреждения получили 37 редакций."
            ),
        ),
        (
            "kk",
            (
                "2018 жылғы есеп\n\n| Түрі | 2016 | 2017 | 2018 |\n| Айыппұл | 10 | 64 | 96 |\n"
                "| Ұстау | 13 | 101 | 31 |\n"
                "| Тінту | 3 | 21 | 14 |\n| Ескерту мен бұғаттау | 12 | 47 | 40 |\n| Барлығы | 38 | 223 | 181 |\n\n"
                "2018 жылы 181 құқық бұзу тіркелді, бір жыл бұрын 223 болған. Тінту 14 рет болды, бір жыл "
                "бұрын 11 болған.\n\n"
                "Бұғаттау 29 сайтқа қатысты: 17-сі экстремизм үшін, тоғызы есірткі үшін, үшеуі басқа "
                "себеппен; ескертуді 37 редакция алды."
            ),
        ),
    ],
)
def test_a_number_of_the_reports_year_mends_no_cell_of_another(language: str, text: str):
    assert [should for _, should in wrong(text, language)] == ["11"]
