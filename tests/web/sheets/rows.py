"""A small register: its headers and two good rows."""

from __future__ import annotations

HEAD = ("id", "Версия", "Дата", "Название", "Способ", "Пострадавший", "Должность", "Город", "Ссылка", "Заметка")
ONE = (
    "",
    "",
    "13.05.2024",
    "Удар",
    "non_fatal_attack_beating",
    "Айгуль Омарова",
    "Журналист",
    "Актау",
    "https://a.example/1",
    "видео",
)
TWO = (
    "",
    "",
    "2024-06-01",
    "Отказ",
    "accreditation_denial",
    "Ерлан Сейтов",
    "blogger",
    "Алматы",
    "https://a.example/2",
    "",
)
