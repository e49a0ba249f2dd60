"""Plain claims of annual reports, whatever their noun: alerts, signals, violations and all of them."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

PARTS = "Отказов было 31 (46%), опозданий 22 (32%), обрывов 15 (22%).\n\nПисьма: 31 (46%)."
CLAIMS = (
    (
        "ru",
        f"Центр насчитал 240 нарушений.\nНа письма пришлось 68.\n{PARTS}\nНа суды – 131, или {{}}% всех нарушений.",
        55,
        59,
    ),
    (
        "kk",
        "2021 жылы 152 сигнал тіркелді. 2020 жылы 171 сигнал болған.\nЕң көбі – қорқыту: 53 сигнал ({} пайыз).",
        35,
        38,
    ),
    ("en", "In 2021 the desk documented 152 alerts.\n\nCourts made for 53 cases, or {}% of all alerts.", 35, 38),
)


def alarmed(language, text):
    return [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), CLAIMS)
def test_a_plain_claim_differs_only_where_it_is_wrong(language, text, right, wrong):
    assert not alarmed(language, text.format(right))
    assert alarmed(language, text.format(wrong))
