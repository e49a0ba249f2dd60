"""What is said of numbers in the sentences in front: the worst month, more of one than of another, from Q1 to Q4."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

MONTHS = {
    "en": "January saw 12 raids, February had 13, March had 19, April had 15, May had 23, June had 14.",
    "ru": "Январь — 12, февраль — 13, март — 19, апрель — 15, май — 23, июнь — 14.",
    "kk": "Қаңтарда он екі, ақпанда он үш, наурызда он тоғыз, сәуірде он бес, мамырда жиырма үш оқиға болды.",
}
QUARTERS = {
    "en": "We counted 38 in the first quarter, 52 in the second, 61 in the third and 33 in the fourth.",
    "ru": "В I квартале — 38, во II — 52, в III — 61, в IV — 33.",
    "kk": "Бірінші тоқсанда — 38, екіншіде — 52, үшіншіде — 61, төртіншіде — 33 оқиға.",
}
SIDES = {
    "en": "The courts fined 50 editors and 20 printers.",
    "ru": "Чаще других закон нарушали муниципалитеты – 50, парламент – 20.",
    "kk": "31 адам кінәлі деп танылды, 17 адам ақталды, алты адамның ісі қысқарды.",
}
CLAIMS = [
    (MONTHS, "en", "May, then, was the heaviest month, March came second.", "March, then, was the heaviest month."),
    (MONTHS, "en", "January was the calmest.", "June was the calmest."),
    (MONTHS, "en", "May was the worst, and third place belongs to April.", "May was the worst, June came third."),
    (MONTHS, "ru", "Пик пришёлся на май, самым тихим был январь.", "Пик пришёлся на май, самым тихим был июнь."),
    (MONTHS, "kk", "Ең ауыр ай – сайлау өткен мамыр, ең тынышы – қаңтар.", "Ең ауыр ай – сайлау өткен сәуір."),
    (
        QUARTERS,
        "en",
        "The third quarter was the busiest, the fourth the quietest.",
        "The second quarter was the busiest.",
    ),
    (QUARTERS, "ru", "Самым опасным был третий квартал.", "Самым опасным был второй квартал."),
    (QUARTERS, "kk", "Жылдың ең тыныш кезі – соңғы тоқсан.", "Жылдың ең тыныш кезі – бірінші тоқсан."),
    (
        QUARTERS,
        "en",
        "A third of the cases fell into the third quarter.",
        "A half of the cases fell into the third quarter.",
    ),
    (
        QUARTERS,
        "ru",
        "На третий квартал пришлось каждое третье дело.",
        "На третий квартал пришлось каждое второе дело.",
    ),
    (
        QUARTERS,
        "ru",
        "От первого квартала к третьему поток вырос в 1,6 раза.",
        "От первого к третьему кварталу – вдвое.",
    ),
    (
        SIDES,
        "en",
        "Two and a half times as many editors as printers.",
        "Four times as many editors as printers were hit.",
    ),
    (SIDES, "en", "They fined 30 editors more than printers.", "They fined 40 editors more than printers."),
    (SIDES, "en", "More editors than printers were fined.", "Fewer editors than printers were fined."),
    (SIDES, "ru", "Парламент нарушал его реже, чем муниципалитеты.", "Парламент нарушал его чаще, чем муниципалитеты."),
    (
        SIDES,
        "ru",
        "Муниципалитеты – в 2,5 раза чаще, чем парламент.",
        "Муниципалитеты – в 3,5 раза чаще, чем парламент.",
    ),
    (SIDES, "kk", "Ақталғандар кінәлі деп танылғандардан аз.", "Ақталғандар кінәлі деп танылғандардан көп."),
    (SIDES, "kk", "Ақталғандар кінәлі деп танылғандардан 14 адамға аз.", "Ақталғандар танылғандардан 24 адамға аз."),
]
UNSURE = [
    (MONTHS, "en", "March was one of the worst months."),
    (MONTHS, "en", "March was the worst month for threats."),
    (MONTHS, "en", "The outlet hit most often in March was the Daily."),
    (MONTHS, "ru", "Самым тяжёлым месяцем зимы стал февраль."),
    (MONTHS, "kk", "Жаздың ең ауыр айы – маусым еді, одан қиын кез болған жоқ дей алмаймыз."),
    (SIDES, "en", "More printers than a year earlier were fined."),
    (SIDES, "en", "Editors were fined three times as often as drivers."),
    (SIDES, "ru", "Парламент нарушал закон чаще министерств."),
    (SIDES, "kk", "Ақталғандар былтырғыдан көп."),
]


def verdicts(front, language, sentence):
    found = check(f"2021\n\n{front[language]}\n{sentence}", language)
    return {one.verdict for one in found if one.line == 4} - {Verdict.UNCHECKABLE}


@pytest.mark.parametrize(("front", "language", "right", "wrong"), CLAIMS)
def test_a_claim_on_numbers_in_front_holds_or_differs(front, language, right, wrong):
    assert verdicts(front, language, right) == {Verdict.HOLDS}
    assert Verdict.DIFFERS in verdicts(front, language, wrong)


@pytest.mark.parametrize(("front", "language", "sentence"), UNSURE)
def test_a_claim_on_something_else_is_not_called_wrong(front, language, sentence):
    assert Verdict.DIFFERS not in verdicts(front, language, sentence)
