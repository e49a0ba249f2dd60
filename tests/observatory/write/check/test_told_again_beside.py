"""Numbers that a conclusion tells again beside words that narrow nothing: behind a colon, in front of a comma."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

AGAIN = [
    (
        "ru",
        (
            "В 2023 году отмечены 852 атаки.\n\nЧастый приём – признание материалов «экстремистскими»: 318 решений.\n\n"
            "Заключение\n\nДавление на прессу в Гродно поставлено на поток: за год – {} решений, и конца не видно."
        ),
        "378",
        "318",
    ),
    (
        "en",
        (
            "In 2023 852 attacks were recorded.\n\nThere were 318 rulings on extremism.\n\n"
            "Conclusion\n\nPressure on the Hrodna press is routine: {} rulings on extremism, with no end in sight."
        ),
        "378",
        "318",
    ),
    (
        "kk",
        (
            "2023 жылы 852 шабуыл тіркелді.\n\nПолицияның кінәсінен 121 дерек болды.\n\nҚорытынды\n\n"
            "Олардың {} дерегіне полиция кінәлі, сондықтан Ішкі істер министрлігімен келісім керек."
        ),
        "112",
        "121",
    ),
    (
        "ru",
        (
            "Мониторинг 2024 года: 785 нарушений.\n\nБольшинство пришлось на столицу.\n\nВыводы\n\n"
            "Мониторинг зафиксировал {} нарушений – заметно больше, чем годом ранее."
        ),
        "758",
        "785",
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), AGAIN)
def test_a_conclusion_tells_a_number_as_it_was_told(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []
