"""Parts of parts, parts that overlap, and occasions that are no multiples."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def differing(text, language):
    return [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 56 physical attacks, 40 took place in 2022, including 28 in January."),
        ("ru", "Из 56 физических атак 40 произошли в 2022 году, в том числе 28 в январе."),
        ("kk", "56 физикалық шабуылдың 40-ы 2022 жылы, оның ішінде 28-і қаңтарда болды."),
        ("en", "In January 2022 alone, 86 incidents took place; 60 of them in Almaty, 40 of them on 6 January."),
        ("ru", "В одном январе было 86 инцидентов; из них 60 в Алматы, 40 из них 6 января."),
        ("en", "Article 274 was used 14 times against 11 people, Article 174 seven times against six."),
    ],
)
def test_what_is_inside_another_part_or_overlaps_it_is_not_added_to_it(language, text):
    assert differing(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 56 attacks, 40 took place in 2022, including 28 in January, and {} in 2023."),
        ("ru", "Из 56 атак 40 произошли в 2022 году, включая 28 в январе, и {} в 2023 году."),
    ],
)
def test_a_list_is_added_up_without_the_part_of_a_part(language, text):
    assert differing(text.format(16), language) == []
    assert differing(text.format(18), language) == ["40 + 18 = 58, not 56"]
