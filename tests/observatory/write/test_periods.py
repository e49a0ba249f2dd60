"""Parts of a year in an expression are counted by their months."""

from __future__ import annotations

import pytest
from tests.observatory.write.bodies import text

from kuzet.observatory.write.expressions.periods import months


@pytest.mark.parametrize(
    ("name", "code", "found"),
    [
        ("month", "3", ("3",)),
        ("month", "2-4", ("2", "3", "4")),
        ("month", "12", ("12",)),
        ("month", "unknown", ("unknown",)),
        ("quarter", "1", ("1", "2", "3")),
        ("quarter", "4", ("10", "11", "12")),
        ("half", "2", ("7", "8", "9", "10", "11", "12")),
        ("month", "0", ()),
        ("month", "13", ()),
        ("month", "4-2", ()),
        ("month", "2024-03", ()),
        ("month", "march", ()),
        ("quarter", "5", ()),
        ("quarter", "0", ()),
        ("half", "unknown", ()),
    ],
)
def test_a_part_of_the_year_is_its_months(name, code, found):
    assert months(name, code) == found


def test_a_half_counts_what_its_quarters_and_its_months_count():
    half, quarters, listed, spanned = text(
        "{{ count half=1 }} {{ count quarter=1,2 }} {{ count month=1,2,3,4,5,6 }} {{ count month=1-6 }}"
    ).split()
    assert half == quarters == listed == spanned
    assert int(half) > 0


def test_a_share_of_a_part_of_the_year_is_of_what_happened_in_it():
    assert text("{{ share month=5 of half=1 }}").endswith("%")
