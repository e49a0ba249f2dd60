"""The day of the week told beside a date."""

from __future__ import annotations

import pytest

from kuzet.language.values import weekdays


@pytest.mark.parametrize(
    ("text", "language", "date", "number"),
    [
        ("Суд в Таразе 20 августа, в среду, отклонил иск.", "ru", "20 августа", 3),
        ("Суд в понедельник, 18 августа, отложили.", "ru", "18 августа", 1),
        ("Задержали 3 мая (пятница).", "ru", "3 мая", 5),
        ("On Thursday, October 10, the court ruled.", "en", "October 10", 4),
        ("On October 10, a Thursday, the court ruled.", "en", "October 10", 4),
        ("Сот 20 тамыз, сәрсенбі күні өтті.", "kk", "20 тамыз", 3),
        ("Сейсенби куни, 19 тамызда ұсталды.", "kk", "19 тамызда", 2),
        ("Задержали 3 мая, отпустили в пятницу.", "ru", "3 мая", None),
    ],
)
def test_the_day_of_the_week_stands_right_beside_its_date(
    text: str, language: str, date: str, number: int | None
) -> None:
    start = text.index(date)
    assert weekdays.beside(text, language, (start, start + len(date))) == number
