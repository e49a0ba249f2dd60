"""Sums told in money and in indices of the country."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kuzet.observatory.write.check import Kind, check

RATES = {2023: (Decimal(3450),), 2024: (Decimal(3692),)}


@pytest.mark.parametrize(
    ("language", "text", "verdict", "should_be"),
    [
        ("en", "She was fined 621,000 tenge (180 MCI).", "holds", ""),
        ("en", "She was fined 612,000 tenge (180 MCI).", "differs", "621000"),
        ("ru", "Её оштрафовали на 73 840 тенге (20 МРП).", "holds", ""),
        ("ru", "Её оштрафовали на 73 480 тенге (20 МРП).", "differs", "73840"),
        ("kk", "Оған 73 840 теңге (20 АЕК) айыппұл салынды.", "holds", ""),
        ("kk", "Оған 73 480 теңге (20 АЕК) айыппұл салынды.", "differs", "73840"),
    ],
)
def test_a_sum_is_its_number_of_indices_of_some_year(language, text, verdict, should_be):
    found = [one for one in check(text, language, rates=RATES) if one.kind is Kind.MONEY]
    assert [(one.verdict.value, one.should_be) for one in found] == [(verdict, should_be)]


def test_without_the_rates_of_a_country_no_sum_is_judged():
    assert check("She was fined 612,000 tenge (180 MCI).", "en") == ()
