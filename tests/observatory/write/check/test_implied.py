"""A share whose whole no words name: that of all incidents, where no other number is near."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TOLD = (
    ("en", "In 2021 the monitors counted 265 incidents.\n\nThe state answers for 158 incidents, or {}%."),
    ("ru", "В 2021 году зафиксировано 265 инцидентов.\n\nНа счету государства 158 инцидентов, то есть {}%."),
    ("kk", "2021 жылы 265 оқиға тіркелді.\n\nМемлекет есебіне 158 оқиға жазылды, яғни {} пайыз."),
)


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_a_share_of_all_incidents_is_judged_far_behind_their_number(language, text):
    found = [
        {one.verdict for one in check(text.format(percent), language) if one.kind.value == "share"}
        for percent in (60, 69)
    ]
    assert found == [{Verdict.HOLDS}, {Verdict.DIFFERS}]
