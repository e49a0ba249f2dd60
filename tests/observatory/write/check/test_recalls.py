"""Numbers told again chapters later, what lies outside a part, and so much each."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

FRONT = {
    "en": "In 2021 we recorded 340 incidents.\n\n\nOf the 48 raids by sheriffs and deputies, 31 were local. Rome: 187.",
    "ru": "В 2021 году зафиксировано 340 нарушений.\n\n\nО порче техники заявлено 13 раз. В Риме было 187.",
    "kk": "2021 жылы 340 оқиға тіркелді.\n\n\nЖиырма төртіне (7%) депутаттың көмекшілері кінәлі. Римде – 187 оқиға.",
}
CLAIMS = [
    ("en", "The {} raids by sheriffs and deputies described above set the tone.", "48", "43"),
    ("ru", "Ни по одному из {} заявленных случаев порчи техники приговора нет.", "13", "31"),
    ("kk", "Депутаттың көмекшілері жасаған {} оқиға соны көрсетті.", "24", "34"),
    ("en", "Outside Rome, therefore, there were {} incidents.", "153", "163"),
    ("ru", "За пределами Рима, таким образом, отмечено {} факта.", "153", "163"),
    ("kk", "Демек, Римнен тыс жерде {} оқиға болды.", "153", "143"),
    ("en", "The court fined three stations 50,000 euros each. The bill: {} euros.", "150,000", "180,000"),
    ("ru", "Суд взыскал с трёх газет по 50 000 евро с каждой. Всего – {} евро.", "150 000", "180 000"),
    ("kk", "Сот үш газеттің әрқайсысына 50 000 евро айыппұл салды. Барлығы – {} евро.", "150 000", "180 000"),
]
UNSURE = [
    ("en", "Of the 31 raids by sheriffs and deputies none was solved."),
    ("en", "There were 43 raids by sheriffs and deputies in other states."),
    ("en", "The 43 reporters hurt by sheriffs and deputies are well."),
    ("en", "Outside Rome, therefore, there were 12 raids."),
    ("ru", "Из 31 случая порчи мебели раскрыт один."),
    ("ru", "Приставы испортили технику 31 человеку."),
    ("kk", "Депутаттар жасаған 34 оқиға да белгілі."),
]


def verdicts(language, sentence):
    found = check(f"{FRONT[language]}\n{sentence}", language)
    return {one.verdict for one in found if one.line == 5} - {Verdict.UNCHECKABLE}


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), CLAIMS)
def test_a_number_that_follows_from_one_in_front_differs_when_it_is_another(language, sentence, right, wrong):
    assert Verdict.DIFFERS not in verdicts(language, sentence.format(right))
    assert Verdict.DIFFERS in verdicts(language, sentence.format(wrong))


@pytest.mark.parametrize(("language", "sentence"), UNSURE)
def test_a_number_of_something_else_is_not_called_wrong(language, sentence):
    assert Verdict.DIFFERS not in verdicts(language, sentence)
