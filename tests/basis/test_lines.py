"""What belongs together stays in one line."""

from __future__ import annotations

import pytest

from kuzet.basis.lines import unbroken


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("штраф 621 000 тенге", "штраф 621\u00a0000 тенге"),
        ("1 250 000 теңге", "1\u00a0250\u00a0000 теңге"),
        ("12 февраля 2024 года", "12 февраля 2024 года"),
        ("в 2024 году 12 дел", "в 2024 году 12 дел"),
    ],
)
def test_the_thousands_of_a_number_stay_in_one_line(text, told):
    assert unbroken(text) == told
