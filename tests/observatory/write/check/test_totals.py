"""What the whole of a text is, which "of the total" refers to."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check
from kuzet.observatory.write.check.parse import parse

SIGNALS = {
    "en": (
        "The year 2018\n\nThe service received and verified 624 signals.\n\n"
        "There were 52 cases of obstruction.\n\nThefts stand at {}% of the total (62)."
    ),
    "ru": (
        "2018 год\n\nСлужба получила и проверила 624 сигнала.\n\n"
        "Отмечено 52 случая воспрепятствования.\n\nКражи составили {}% от общего числа (62)."
    ),
    "kk": (
        "2018 жыл\n\nҚызмет 624 хабарлама алып, тексерді.\n\n"
        "Кедергі келтірудің 52 жағдайы болды.\n\nҰрлық жалпы санның {}%-ы болды (62)."
    ),
}


@pytest.mark.parametrize("language", SIGNALS)
def test_signals_that_a_monitor_receives_are_the_whole_of_its_report(language):
    text = SIGNALS[language]
    total = parse(text.format(10), language).total
    assert total is not None
    assert total.mention.value == 624
    assert [one.why for one in check(text.format(10), language)] == ["62 of 624 is 9.94%"]
    assert [one.verdict for one in check(text.format(14), language)] == [Verdict.DIFFERS]
