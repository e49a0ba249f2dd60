"""Articles of law are found with part, point and code in every spelling met."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.language.values import law

SPELLINGS = {
    "УК": "criminal",
    "УК РК": "criminal",
    "Уголовн кодекс": "criminal",
    "ҚК": "criminal",
    "ҚР ҚК": "criminal",
    "Қылмыстық кодекс": "criminal",
    "Criminal Code": "criminal",
    "КоАП": "admin",
    "КРКоАП": "admin",
    "Кодекс об административных правонарушен": "admin",
    "ӘҚБтК": "admin",
    "Әкімшілік құқық бұзушылық туралы кодекс": "admin",
    "Code of Administrative Offences": "admin",
    "Закон о масс-медиа": "media",
    "Конституц": "const",
    "Constitution": "const",
}


@pytest.mark.table("law.csv")
def test_articles_of_a_sentence(text, language, expected):
    assert "; ".join(str(found.article) for found in law.find(text, language, SPELLINGS)) == expected


def test_the_span_covers_the_reference_without_its_code():
    text = "Наказан по ч. 3 ст. 456-2 КоАП РК."
    (found,) = law.find(text, "ru", SPELLINGS)
    assert text[found.start : found.end] == "ч. 3 ст. 456-2"


def test_a_code_of_another_sentence_is_not_taken():
    (found,) = law.find("Осуждён по статье 274. КоАП не применяли.", "ru", SPELLINGS)
    assert found.article.code == ""


@settings(deadline=None)
@given(st.text() | st.text("статья 0123456789-,.и()бап", max_size=60), st.sampled_from(["kk", "ru", "en"]))
def test_any_text_gives_articles_inside_it(text, language):
    assert all(0 <= each.start < each.end <= len(text) for each in law.find(text, language, SPELLINGS))
