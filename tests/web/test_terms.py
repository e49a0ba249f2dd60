"""One thing has one name in the desk, on the site and in the report: that of the codebook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kuzet

ROOT = Path(kuzet.__file__).parent
PLACES = {
    "ru": (
        "web/public/words/ru.yml",
        "web/public/texts/ru/*.html",
        "web/public/data/*.csv",
        "web/desk/wording/words/*ru.yml",
        "observatory/write/assets/words/ru.yml",
        "observatory/write/phrases/ru.yml",
        "observatory/write/templates/ru/*.txt",
    ),
    "kk": (
        "web/public/words/kk.yml",
        "web/public/texts/kk/*.html",
        "web/public/data/*.csv",
        "web/desk/wording/words/*kk.yml",
        "observatory/write/phrases/kk.yml",
        "observatory/write/templates/kk/*.txt",
    ),
}
OTHER_NAMES = [
    ("ru", "случай", r"\bинцидент\w*"),
    ("ru", "способ", r"\bметод(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b"),
    ("kk", "тәсіл", r"\bәдіс(?!теме)\w*"),
    ("kk", "шабуылдаушы тарап", r"\bқұқық бұзушы\w*"),
]


@pytest.mark.parametrize(("language", "name", "other"), OTHER_NAMES)
def test_a_word_of_the_codebook_has_no_other_name_beside_it(language, name, other):
    texts = {file.name: file.read_text("utf-8") for place in PLACES[language] for file in ROOT.glob(place)}
    assert name in " ".join(texts.values()).lower()
    assert {file: found for file, text in texts.items() if (found := re.findall(other, text, re.IGNORECASE))} == {}
