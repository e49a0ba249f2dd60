"""Categories of a year in one table against the total of that year in another table, or in prose."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import check

HEADS = {
    "en": ("Year", "Attacks", "Kind", ("Physical", "In court", "Online")),
    "ru": ("Год", "Нападения", "Вид", ("Физические", "Судебные", "В сети")),
    "kk": ("Жыл", "Шабуылдар", "Түрі", ("Физикалық", "Сот", "Желіде")),
}
KINDS = {2022: (37, 205, 229), 2023: (35, 200, 220), 2024: (40, 190, 230)}
PROSE = {
    "en": "In 2023 we recorded 455 attacks. In 2024 we recorded {} attacks.",
    "ru": "В 2023 году мы зафиксировали 455 нападений. В 2024 году мы зафиксировали {} нападений.",
    "kk": "2023 жылы 455 шабуыл тіркелді. 2024 жылы {} шабуыл тіркелді.",
}


def rows(*cells):
    return "".join(f"| {' | '.join(map(str, row))} |\n" for row in cells)


def totals(language, of_2022):
    year, attacks, *_ = HEADS[language]
    return rows((year, attacks), ("---", "---"), (2022, of_2022), (2023, 455), (2024, 460))


def by_columns(language, *, years=tuple(KINDS), total=False):
    *_, kind, names = HEADS[language]
    told = [(name, *(KINDS[year][place] for year in years)) for place, name in enumerate(names)]
    told += [("Total", *(sum(KINDS[year]) for year in years))] if total else []
    return rows((kind, *years), *told)


def by_rows(language):
    year, *_, names = HEADS[language]
    return rows((year, *names), *((when, *told) for when, told in KINDS.items()))


def doubtful(text, language):
    found = [one for one in check(text, language) if one.verdict.value == "ambiguous"]
    return [(one.line, one.should_be) for one in found]


@pytest.mark.parametrize("table", [by_columns, by_rows])
@pytest.mark.parametrize("language", HEADS)
def test_the_categories_of_a_year_add_up_to_its_total_in_another_table(table, language):
    assert doubtful(f"{totals(language, 469)}\n\n{table(language)}", language) == [(3, "471")]
    assert doubtful(f"{totals(language, 471)}\n\n{table(language)}", language) == []


@pytest.mark.parametrize("language", HEADS)
def test_the_categories_of_a_year_add_up_to_its_total_in_prose(language):
    table = by_columns(language, years=(2023, 2024))
    assert doubtful(f"{PROSE[language].format(469)}\n\n{table}", language) == [(1, "460")]
    assert doubtful(f"{PROSE[language].format(460)}\n\n{table}", language) == []


@pytest.mark.parametrize("language", HEADS)
def test_categories_that_add_up_to_no_total_are_not_tied_to_them(language):
    text = totals(language, 469).replace("455", "440").replace("460", "450")
    assert doubtful(f"{text}\n\n{by_columns(language)}", language) == []
