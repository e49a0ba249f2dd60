"""Fines in the indices of other countries: conventional units, currency points, minimum salaries."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

FINES = [
    ("en", "The man was fined 30 conventional units, or {} lei, one unit being worth 50 lei.", "1,800", "1,500"),
    ("en", "The maximum is 72 currency points, which at UGX 20,000 a point makes UGX {}.", "1,140,000", "1,440,000"),
    (
        "en",
        "He was fined 150 times the minimum salary ({} drams at 1,000 drams per unit) in Gyumri.",
        "130,000",
        "150,000",
    ),
    (
        "ru",
        (
            "Штраф для граждан – 100 расчётных показателей (10 000 сомов), для организаций – 200, то есть {} сомов. "
            "Один расчётный показатель равен 100 сомам."
        ),
        "25 000",
        "20 000",
    ),
    ("ru", "Его оштрафовали на 30 условных единиц (1{}00 леев); одна условная единица равна 50 леям.", "8", "5"),
    (
        "kk",
        (
            "Азаматтарға 100 есептік көрсеткіш (10 000 сом), заңды тұлғаларға 200, яғни {} сом айыппұл салынады. "
            "Бір есептік көрсеткіш 100 сомға тең."
        ),
        "25 000",
        "20 000",
    ),
    ("kk", "Тілшіге 30 шартты бірлік, яғни {} лей айыппұл салынды, бір шартты бірлік 50 лейге тең.", "1 800", "1 500"),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), FINES)
def test_a_fine_is_so_many_times_what_its_unit_is_worth(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []
