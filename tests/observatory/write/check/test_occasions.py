""" "21 times against 13 the year before" counts occasions, "3 times as many" is a multiple."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TOTALS = {
    "en": "In 2022 the fund recorded 663 attacks, against 407 in 2021.",
    "ru": "В 2022 году фонд отметил 663 атаки против 407 в 2021-м.",
    "kk": "2022 жылы қор 663 шабуылды тіркеді, 2021 жылы 407 болған.",
}


def judged(language: str, sentence: str) -> list[tuple[Verdict, str]]:
    found = check(f"{TOTALS[language]}\n\n{sentence}", language)
    return [(one.verdict, one.should_be) for one in found if one.verdict is not Verdict.UNCHECKABLE]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Charges under Article 274 were brought 21 times against 13 the year before, an increase of {}%."),
        ("en", "Charges under Article 274 were brought 21 times, up from 13 the year before, an increase of {}%."),
        ("ru", "Обвинения по статье 274 предъявляли 21 раз против 13 годом ранее, рост на {}%."),
        ("kk", "274-бап бойынша айып 21 рет тағылды, бір жыл бұрын 13 рет, өсім {} пайыз."),
    ],
)
def test_a_change_is_of_the_occasions_that_stand_beside_it(language: str, sentence: str) -> None:
    assert judged(language, sentence.format(62)) == [(Verdict.HOLDS, "")]
    ((verdict, should_be),) = judged(language, sentence.format(82))
    assert verdict is Verdict.DIFFERS
    assert should_be.startswith("62")


def test_times_as_many_stays_a_multiple() -> None:
    assert judged("en", "Insults were 3 times as many in 2022: 39 against 13.") == [(Verdict.HOLDS, "")]
    ((verdict, should_be),) = judged("en", "Insults were 5 times as many in 2022: 39 against 13.")
    assert (verdict, should_be) == (Verdict.DIFFERS, "3")
