"""Sums told in front of a list or behind a table, and what a sum makes of each that shares it."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import check


def wrong(text, language):
    return [one.should_be for one in check(text, language) if one.verdict.value == "differs"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ("The council imposed 36 fines. It also took programmes off the air.\nFines by channel: Mir – "
             "11, Echo – {}, "
         "Dala – eight, Alem – eight.")),
        ("ru", ("Совет наложил 36 штрафов. Передачи снимали с эфира.\nШтрафы по каналам: «Мир» – 11, «Эхо» – "
             "{}, «Дала» – "
         "восемь, «Алем» – восемь.")),
        ("kk", ("Кеңес 36 айыппұл салды. Бағдарламалар тоқтатылды.\nАйыппұл алған арналар: «Әлем» – 11, "
             "«Дала» – {}, «Жетісу» – "
         "сегіз, «Мәлім» – сегіз.")),
    ],
)  # fmt: skip
def test_a_list_whose_label_names_what_was_counted_in_front_does_not_exceed_it(language, text):
    assert wrong(text.format(12), language) == ["39"]
    assert wrong(text.format(9), language) == []
    assert wrong(text.format(5), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Together the five papers were without advertising for {} days."),
        ("en", "The bans on five papers come to {} days in all."),
        ("ru", "В сумме пять газет оставались без рекламы {} дней."),
        ("kk", "Бес газетке салынған тыйым қосып есептегенде {} күнге жетті."),
        ("kk", "Барлығын қосқанда бес газет {} күн жарнамасыз қалды."),
    ],
)
def test_a_sum_told_behind_a_table_is_that_of_its_rows(language, text):
    table = "| Paper | Days |\n| A | 97 |\n| B | 36 |\n| C | 28 |\n| D | 15 |\n| E | 10 |\n"
    assert wrong(table + text.format(206), language) == ["186"]
    assert wrong(table + text.format(186), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In all, 230 incidents were recorded; the table shows the largest towns."),
        ("ru", "Всего за год зафиксировано 230 случаев, в таблице крупнейшие города."),
        ("kk", "Жыл бойы барлығы 230 жағдай тіркелді, кестеде ірі қалалар ғана."),
    ],
)
def test_a_table_of_some_rows_does_not_add_up_to_the_number_behind_it(language, text):
    table = "| Town | Cases |\n| A | 97 |\n| B | 36 |\n| C | 28 |\n| D | 15 |\n| E | 10 |\n"
    assert wrong(table + text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 38 people jailed were given 152 years in all. Per person this makes {} years."),
        ("ru", "38 осуждённых получили в общей сложности 152 года. На одного человека это {} лет."),
        ("ru", "38 осуждённых получили в общей сложности 152 года. В расчёте на одного осуждённого выходит {} лет."),
        ("kk", "Бас бостандығынан айырылған 38 адамға жалпы 152 жыл берілді. Бір адамға шаққанда бұл {} жыл."),
    ],
)
def test_years_that_several_were_given_are_shared_by_them(language, text):
    assert wrong(text.format(6), language) == ["4"]
    assert wrong(text.format(4), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Seven cases ended in a fine, three in a warning. The largest came in May. Two papers were "
             "closed. One appealed. "
         "Fines of 1,161,500 tenge were imposed in all; the average fine was {} tenge.".replace("{}", "{:,}")),
        ("ru", ("Штрафом завершились семь дел, предупреждением – три. Самый крупный назначен в мае. Две "
             "газеты закрыты. Одна "
         "подала жалобу. Всего наложено штрафов на 1 161 500 тенге; средний штраф – {} тенге.")),
        ("kk", ("Жеті іс айыппұлмен, үшеуі ескертумен аяқталды. Ең ірісі мамырда салынды. Екі газет жабылды. "
             "Біреуі шағымданды. "
         "Барлығы 1 161 500 теңге айыппұл салынды; орташа айыппұл – {} теңге.")),
    ],
)  # fmt: skip
def test_a_large_average_with_a_slip_of_the_pen_is_found_by_a_number_further_in_front(language, text):
    assert [told.replace(",", "").replace(" ", "") for told in wrong(text.format(195929), language)] == ["165929"]
    assert wrong(text.format(165929), language) == []
    assert wrong(text.format(210000), language) == []
