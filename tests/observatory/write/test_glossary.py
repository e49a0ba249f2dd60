"""One notion has one word in what the report and the site say, and words agree with the numbers beside them."""

from __future__ import annotations

from decimal import Decimal
from importlib.resources import files

import pytest

from kuzet.observatory.write import phrases

WRITE = files("kuzet.observatory.write")
TEXTS = {
    language: {
        **{f"templates/{one.name}": one.read_text("utf-8") for one in (WRITE / "templates" / language).iterdir()},
        "phrases": (WRITE / "phrases" / f"{language}.yml").read_text("utf-8"),
        "words": (WRITE / "assets" / "words" / f"{language}.yml").read_text("utf-8"),
        "site": (files("kuzet.web.public") / "words" / f"{language}.yml").read_text("utf-8"),
    }
    for language in ("kk", "ru", "en")
}


@pytest.mark.parametrize(
    ("language", "other", "kept"),
    [
        ("ru", "Годовой доклад", "годовой отчёт"),
        ("ru", "этом докладе", "этом отчёте"),
        ("kk", "тәулігі белгісіз", "күні белгісіз"),
        ("kk", "{percent}% ", "{percent}%-ға"),
    ],
)
def test_a_notion_has_one_word(language, other, kept):
    assert [name for name, text in TEXTS[language].items() if other in text] == []
    assert any(kept in text.lower() for text in TEXTS[language].values())


@pytest.mark.parametrize(
    ("number", "word"), [(501, "отечественное"), (5617, "отечественных"), (3, "отечественных"), (11, "отечественных")]
)
def test_a_russian_adjective_agrees_with_its_number(number, word):
    assert phrases.load("ru").agreed("domestic", Decimal(number)) == word
