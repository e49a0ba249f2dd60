"""Months and years of a period are no base of a multiple of cases."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import check

COMPARED = [
    ("en", "Compared with the first six months of 2021 attacks rose one and a half times: 75 were recorded."),
    ("ru", "По сравнению с шестью месяцами 2021 года нападений стало в полтора раза больше — 75."),
    ("ru", "По сравнению с предыдущими тремя годами нападений стало вдвое больше — 75."),
    ("kk", "2021 жылдың алғашқы алты айымен салыстырғанда шабуыл саны бір жарым есе өсті: 75 шабуыл тіркелді."),
    ("kk", "2022 жылдың алғашқы алты айында 75 шабуыл болды, 2021 жылдың алты айымен салыстырғанда бір жарым есе көп."),
    ("kk", "Алғашқы тоғыз айдың ішінде 75 шабуыл болды, былтырғы тоғыз аймен салыстырғанда екі есе көп."),
    ("kk", "Соңғы үш жылмен салыстырғанда шабуыл екі есе көбейді: 75 жағдай."),
]


@pytest.mark.parametrize(("language", "text"), COMPARED)
def test_a_length_of_time_is_no_number_of_cases(language, text):
    assert [one for one in check(text, language) if one.verdict.value == "differs"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Attacks rose one and a half times in six months: from 50 to {}."),
        ("ru", "За шесть месяцев нападений стало в полтора раза больше: было 50, стало {}."),
        ("kk", "Алты айда шабуыл саны бір жарым есе өсті: 50-ден {}-ке жетті."),
    ],
)
def test_numbers_of_cases_beside_a_length_of_time_are_compared(language, text):
    assert [one.verdict.value for one in check(text.format(75), language)] == ["holds"]
    assert [one.verdict.value for one in check(text.format(95), language)] == ["differs"]
