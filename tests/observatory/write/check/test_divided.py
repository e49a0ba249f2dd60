"""Wholes divided over two sentences, halves told shortly, lists of labels; headings that part what is around them."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

CLAIMS = [
    (
        "en",
        (
            "There were 31 raids and 43 calls.\nOf the 17 letters, 12 came by post, most of them in May; "
            "in the other {} no post was used."
        ),
        "five",
        "eight",
    ),
    (
        "en",
        "Of the 26 editors on trial, 11 were women and 15 were men. Nine were acquitted in May; the other {} wait.",
        "17",
        "19",
    ),
    (
        "ru",
        (
            "Всего подано 41 заявление. Рассмотрено 18 заявлений: девять удовлетворены, семь отклонены, два отозваны. "
            "Остальные {} заявления ещё лежат."
        ),
        "23",
        "25",
    ),
    ("ru", "Девять дел разделились так: четыре – подлог, {} – кража, одно – подкуп, одно – обман.", "три", "четыре"),
    (
        "en",
        (
            "In 2020, 310 attacks were recorded.\nIn the first six months of the year 150 attacks took place, "
            "and in the last six {}."
        ),
        "160",
        "166",
    ),
    ("ru", "Проверки вышли на первое место: 126 против 42 годом ранее, рост в {} раза.", "3", "3,6"),
]
HALVES = [
    (
        "ru",
        (
            "Во втором полугодии было 85 атак: в июле 12, в августе 15, в сентябре 13, в октябре 18, в ноябре 16. "
            "Самым тихим стал декабрь, в нём было всего {}."
        ),
    ),
    (
        "kk",
        (
            "Бірінші жартыжылдықта 85 оқиға тіркелді: қаңтарда 12, ақпанда 15, наурызда 13, сәуірде 18, мамырда 16. "
            "Ең тыныш ай маусым болды, ол айда бар болғаны {} оқиға белгіленді."
        ),
    ),
]
SILENT = [
    ("en", "Of the 26 editors, 11 were women and 15 were men. Of the printers nine were free; the other 8 wait."),
    ("kk", "26 редактордың 11-і әйел, 15-і ер адам. Баспагерлердің тоғызы ақталды, қалған сегізі күтуде."),
    (
        "ru",
        (
            "Всего подано 41 заявление. Рассмотрено 18 жалоб: девять удовлетворены, семь отклонены, две отозваны. "
            "Остальные 30 писем лежат."
        ),
    ),
    ("ru", "Место: 193. Балл: 54."),
]


def verdicts(language, text):
    return {one.verdict for one in check(text, language)} - {Verdict.UNCHECKABLE}


@pytest.mark.parametrize(("language", "text", "right", "wrong"), CLAIMS)
def test_what_is_divided_in_two_sentences_or_shortly_makes_up_its_whole(language, text, right, wrong):
    assert Verdict.DIFFERS not in verdicts(language, text.format(right))
    assert Verdict.DIFFERS in verdicts(language, text.format(wrong))


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_the_rest_of_something_else_is_left_alone(language, text):
    assert Verdict.DIFFERS not in verdicts(language, text)


def test_a_heading_in_capitals_does_not_run_on_into_the_sentence_below_it():
    text = "4/ OBSTRUCTION OF THE WORK OF REPORTERS AND EDITORS\nIn 2021, 40 cases came, 20% fewer than in 2020 (50)."
    (found,) = [one for one in check(text, "en") if one.kind is Kind.CHANGE]
    assert (found.line, found.verdict) == (2, Verdict.HOLDS)
    assert not found.text.startswith("4/")


@pytest.mark.parametrize(("heading", "differs"), [("4/ КЕДЕРГІ КЕЛТІРУ", True), ("Кедергі келтіру туралы.", False)])
def test_a_heading_in_capitals_parts_the_numbers_in_front_from_those_behind(heading, differs):
    told = "Осы санатта 42 оқиға болды. Олардың ішінде: қорқыту – 18, қоңырау – 9, тінту – 8, айыппұл – 5."
    found = check(f"Редакторларға 40 шабуыл жасалды.\n{heading}\n{told}", "kk")
    assert any(one.verdict is Verdict.DIFFERS for one in found) is differs


@pytest.mark.parametrize(("language", "text"), HALVES)
def test_a_half_of_the_year_is_what_its_six_months_make_up(language, text):
    told = [[one.verdict for one in check(text.format(last), language) if one.kind is Kind.PERIOD] for last in (11, 14)]
    assert told == [[Verdict.HOLDS], [Verdict.DIFFERS]]


def test_five_months_of_a_half_are_not_held_against_it():
    text = "Во втором полугодии было 85 атак: в июле 12, в августе 15, в сентябре 13, в октябре 18, в ноябре 16."
    assert [one for one in check(text, "ru") if one.kind is Kind.PERIOD] == []
