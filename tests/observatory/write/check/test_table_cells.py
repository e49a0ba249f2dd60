"""The wrong cell of a table is named, and not its total, where the report itself tells which one it is."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TABLES = {
    "en": """| Kind | 2021 | 2022 |
| Beatings | 31 | 44 |
| Blocked websites | {cell} | 67 |
| Court cases | 64 | 83 |
| Total | 147 | 194 |
""",
    "ru": """| Вид | 2021 | 2022 |
| Избиения | 31 | 44 |
| Блокировки сайтов | {cell} | 67 |
| Судебные дела | 64 | 83 |
| Итого | 147 | 194 |
""",
    "kk": """| Түрі | 2021 | 2022 |
| Ұрып-соғу | 31 | 44 |
| Сайттарды бұғаттау | {cell} | 67 |
| Сот істері | 64 | 83 |
| Барлығы | 147 | 194 |
""",
}


def wrong(text: str, language: str) -> set[int]:
    """The lines with a claim that differs."""
    return {one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Websites were blocked 28.8% more often than a year earlier."),
        ("ru", "Блокировка сайтов выросла за год на 28,8 %."),
        ("kk", "Сайттарды бұғаттау бір жылда 28,8 пайызға өсті."),
    ],
)
def test_a_change_in_percent_told_of_a_row_tells_its_wrong_cell(language, prose):
    table = TABLES[language]
    assert wrong(table.format(cell=72) + prose, language) == {3}
    assert wrong(table.format(cell=52) + prose, language) == set()


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        (
            "en",
            "We counted 341 attacks in the two years. Beatings rose from 31 to 44, court cases from 64 to 83.",
        ),
        ("ru", "Всего за два года учтена 341 атака. Число избиений выросло с 31 до 44, судебных дел — с 64 до 83."),
        ("kk", "Екі жылда барлығы 341 шабуыл тіркелді. Ұрып-соғу 31-ден 44-ке, сот істері 64-тен 83-ке дейін өсті."),
    ],
)
def test_the_last_cell_of_a_sum_that_the_report_does_not_tell_as_it_stands_is_wrong(language, prose):
    assert wrong(TABLES[language].format(cell=56) + prose, language) == {3}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_cell_whose_digits_changed_places_is_wrong_and_not_the_total(language):
    assert wrong(TABLES[language].format(cell=25), language) == {3}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_total_that_nothing_in_the_report_confirms_is_the_one_that_is_wrong(language):
    assert wrong(TABLES[language].format(cell=53), language) == {5}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_total_that_no_slip_makes_what_it_is_is_right_and_a_cell_wrong_that_a_slip_explains(language):
    assert wrong(TABLES[language].format(cell=57), language) == {3}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "In all there were 147 attacks in 2021."),
        ("ru", "Всего за 2021 год мы насчитали 147 нападений."),
        ("kk", "2021 жылы барлығы 147 шабуыл болған."),
    ],
)
def test_a_total_that_prose_tells_too_is_right_and_the_likeliest_slip_of_a_cell_wrong(language, prose):
    assert wrong(TABLES[language].format(cell=82) + prose, language) == {3}


MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "Total", "In six months 121 reporters were held."),
    "ru": ("Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Всего", "За полгода задержан 121 репортёр."),
    "kk": ("Қаңтар", "Ақпан", "Наурыз", "Сәуір", "Мамыр", "Маусым", "Барлығы", "Жарты жылда 121 тілші ұсталды."),
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_of_several_slips_the_one_is_named_first_that_comes_nearest_to_the_numbers_beside_it(language):
    *heads, prose = MONTHS[language]
    numbers = (18, 21, 13, 22, 20, 17, 121)  # 23 in March
    rows = "\n".join(f"| {head} | {number} |" for head, number in zip(heads, numbers, strict=True))
    found = [one for one in check(f"| 2021 | 2021 |\n{rows}\n\n{prose}", language) if one.verdict is Verdict.DIFFERS]
    assert [(one.line, one.should_be) for one in found] == [(4, "23")]
    assert "line 2" in found[0].why or "line 3" in found[0].why or "line 5" in found[0].why


@pytest.mark.parametrize(
    ("language", "head", "rows"),
    [
        ("en", "Whose | Cases | Share, %", ("Newspapers", "Television", "Websites", "Radio")),
        ("ru", "Чьи | Случаев | Доля", ("Газеты", "Телевидение", "Сайты", "Радио")),
        ("kk", "Кімдікі | Саны | Үлесі, %", ("Газеттер", "Телеарналар", "Сайттар", "Радио")),
    ],
)
def test_a_share_without_a_sign_under_a_head_of_shares_is_one_of_what_the_column_adds_up_to(language, head, rows):
    point = "." if language == "en" else ","
    right = [
        f"| {row} | {count} | {share}"
        for row, count, share in zip(rows, (80, 60, 43, 17), ("40.0", "30.0", "21.5", "8.5"), strict=True)
    ]
    odd = [*right[:3], right[3].replace("8.5", "9.5")]
    text = "\n".join([f"| {head} |", *(f"{line.replace('.', point)} |" for line in right)])
    assert wrong(text, language) == set()
    text = "\n".join([f"| {head} |", *(f"{line.replace('.', point)} |" for line in odd)])
    assert wrong(text, language) == {5}


def test_a_cell_that_its_own_sum_proves_is_not_contradicted_by_a_sentence_on_one_category():
    text = """In 2022 we recorded 172 attacks.
| Source | Physical | Non-physical | Judicial | Total |
| Authorities | 5 | 29 | 99 | 133 |
| Not authorities | 5 | 13 | 4 | 22 |
| Unknown | 2 | 15 | 0 | 17 |
Of the 57 attacks of this kind 29 were by the authorities, 13 by others, and the source of 15 is unknown."""
    assert wrong(text, "en") == set()
