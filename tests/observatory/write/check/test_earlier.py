"""Levels, years and spans told apart from the change: points over two sentences, against the second half of 2020."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

SHARES = {
    "en": "2022\n\nOfficials brought 60 suits (62.5 per cent), companies 20 (20.8 per cent), others 16 (16.7).",
    "ru": "2022\n\nПолностью исполнены 33 акта (55 %), частично 12 (20 %), не исполнены 15 (25 %).",
    "kk": "2022\n\n500 сауал жолдадық: 310-ына (62 пайыз) толық, 115-іне (23 пайыз) шала жауап келді.",
}
HALF = {
    "en": "Bulletin, January to June 2021\n\nNinety-six incidents reached our desk.",
    "ru": "Обзор за первое полугодие 2021 года\n\nЗафиксировано 96 нарушений.",
    "kk": "2021 жылғы қаңтар–маусым айларына шолу\n\n2021 жылы 84 оқиға тіркедік.",
}
YEARS = {
    "en": "2021\n\nIncidents: 30 in 2018, 40 in 2019, 80 in 2020 and 120 in 2021, or 270 in all.",
    "ru": "2021\n\nНарушений: 2018 год – 30, 2019 год – 40, 2020 год – 80, 2021 год – 120.",
    "kk": "2021\n\n2018 жылы – 30, 2019 жылы – 40, 2020 жылы – 80, 2021 жылы – 120 оқиға болды.",
}
CLAIMS = [
    (
        SHARES,
        "en",
        "In 2021 officials had 52 per cent, so that their share rose by {} percentage points.",
        "10.5",
        "12.5",
    ),
    (SHARES, "ru", "В 2021 году полностью исполнялись 45 %; прирост составил {} процентных пунктов.", "10", "20"),
    (
        SHARES,
        "kk",
        "2021 жылы сауалдың 65 пайызына толық жауап келген, демек, толық жауап үлесі {} пайыздық тармаққа төмендеді.",
        "3",
        "8",
    ),
    (
        HALF,
        "en",
        "Against the second half of 2020, which closed with eighty incidents, the rise amounts to {}.",
        "a fifth",
        "a third",
    ),
    (HALF, "en", "The second half of 2020 had 128. Against it we are down by {}.", "a quarter", "a half"),
    (HALF, "en", "On average there were {} incidents a month.", "16", "18"),
    (HALF, "ru", "По сравнению с первым полугодием 2020 года (64 нарушения) рост – {}%.", "50", "40"),
    (HALF, "ru", "В среднем фиксировалось {} нарушений в месяц.", "16", "19"),
    (HALF, "kk", "2020 жылғы жартыжылдықпен (112 оқиға) салыстырсақ, {} бірге төмендеген.", "төрттен", "екіден"),
    (HALF, "kk", "Бір айға орта есеппен {} оқиғадан келеді.", "14", "18"),
    (YEARS, "en", "Compared with 2018 the number has grown {}.", "fourfold", "threefold"),
    (YEARS, "ru", "По сравнению с 2018 годом нарушений стало {} больше.", "вчетверо", "втрое"),
    (YEARS, "kk", "2018 жылмен салыстырғанда бұзу саны {} есе өскен.", "төрт", "үш"),
]
GROUPS = {
    "en": "2021\n\nThey fall into bodily harm to staff (24 cases, 9%) and denial of entry (91 cases, 35%).",
    "ru": "2021\n\nГруппы: физическое насилие (24 случая, 9%) и давление на редакции (91 случай, 35%).",
    "kk": "2021\n\nТоптары: дене жарақатын салу (24 оқиға, 9%) және редакцияға қысым (91 оқиға, 35%).",
}
CLAIMS += [
    (GROUPS, "en", "Compared with 2020, when there were 12 cases of bodily harm, they {}.", "doubled", "tripled"),
    (GROUPS, "ru", "По сравнению с 2020 годом, когда было 12 случаев физического насилия, рост {}.", "вдвое", "втрое"),
]
UNSURE = [
    (GROUPS, "en", "Compared with 2020, when there were 12 cases of arson, they tripled."),
    (GROUPS, "ru", "По сравнению с 2020 годом, когда было 12 поджогов, рост втрое."),
    (SHARES, "en", "Bakers were 40 per cent in 2021; the share has risen by 3 percentage points."),
    (SHARES, "ru", "В 2021 году бюджет вырос на 8 %, ставка – на 3 процентных пункта."),
    (HALF, "en", "Against the 40 raids of 2020, raids rose by a tenth."),
    (YEARS, "ru", "По сравнению с 2015 годом нарушений стало втрое больше."),
]


def verdicts(front, language, sentence):
    found = check(f"{front[language]}\n{sentence}", language)
    return {one.verdict for one in found if one.line == 4} - {Verdict.UNCHECKABLE}


@pytest.mark.parametrize(("front", "language", "sentence", "right", "wrong"), CLAIMS)
def test_a_change_against_what_stands_in_front_holds_or_differs(front, language, sentence, right, wrong):
    assert verdicts(front, language, sentence.format(right)) == {Verdict.HOLDS}
    assert Verdict.DIFFERS in verdicts(front, language, sentence.format(wrong))


@pytest.mark.parametrize(("front", "language", "sentence"), UNSURE)
def test_a_change_of_something_else_is_not_called_wrong(front, language, sentence):
    assert Verdict.DIFFERS not in verdicts(front, language, sentence)
