"""A report of another country and year, whose numbers hold: nothing is reported, and a changed number is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kuzet.observatory.write.check import Verdict, check

HERE = Path(__file__).parent
TEXT = {language: (HERE / f"other_{language}.txt").read_text("utf-8") for language in ("en", "ru", "kk")}
ALARMS = (Verdict.DIFFERS, Verdict.AMBIGUOUS)

CHANGED = [
    ("en", "was 33% higher", "was 43% higher", "33%"),
    ("en", "79% of the total", "76% of the total", "79%"),
    ("en", "(1,271 of 1,495)", "(1,171 of 1,495)", "78%"),
    ("en", "grew fivefold, from 12", "grew fivefold, from 16", "3.75"),
    ("en", "by 66%, from 678", "by 66%, from 698", "61%"),
    ("en", "248 incidents (17%)", "278 incidents (17%)", "19%"),
    ("en", "80 were threats", "84 were threats", "252"),
    ("en", "883 incidents, 44% more", "883 incidents, 54% more", "44%"),
    ("ru", "на 33% больше", "на 43% больше", "33%"),
    ("ru", "79% от общего числа", "76% от общего числа", "79%"),
    ("ru", "в пять раз – с 12", "в пять раз – с 16", "3,75"),
    ("ru", "на 66%, с 678", "на 66%, с 698", "61%"),
    ("ru", "80 – угрозы", "84 – угрозы", "252"),
    ("ru", "то есть в 29%", "то есть в 39%", "29%"),
    ("kk", "33 пайызға көп", "43 пайызға көп", "33%"),
    ("kk", "жалпы санның 79 пайызы", "жалпы санның 76 пайызы", "79%"),
    ("kk", "12-ден 60-қа", "16-дан 60-қа", "3,75"),
    ("kk", "80-і қоқан-лоқы", "84-і қоқан-лоқы", "252"),
    ("kk", "18-інде (29 пайыз)", "18-інде (39 пайыз)", "29%"),
    ("kk", "44 пайызға көп", "54 пайызға көп", "44%"),
]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_text_whose_numbers_hold_raises_no_alarm(language):
    found = check(TEXT[language], language)
    assert [one for one in found if one.verdict in ALARMS] == []
    assert sum(one.verdict is Verdict.HOLDS for one in found) >= 12


@pytest.mark.parametrize(("language", "was", "now", "should_be"), CHANGED)
def test_one_changed_number_is_found_and_put_right(language, was, now, should_be):
    assert was in TEXT[language]
    found = check(TEXT[language].replace(was, now), language)
    assert should_be in {one.should_be for one in found if one.verdict is Verdict.DIFFERS}
