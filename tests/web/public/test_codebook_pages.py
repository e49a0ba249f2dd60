"""Pages of the codebook: an example that names another code leads to it."""

from __future__ import annotations

import re

import pytest

from kuzet.basis import codebook
from kuzet.basis.names import LANGUAGES
from kuzet.web.public.sections.codebook_pages import linked

BOOK = codebook.load("2024.1")


def test_a_code_in_an_example_is_a_link_by_its_label_and_all_else_is_escaped():
    told = linked("Shot <at> → murder.", "methods", BOOK, "en")
    assert told == 'Shot &lt;at&gt; → <a href="#murder">Murder</a>.'


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Prison sentence"),
        ("ru", "Приговор к лишению свободы"),
        ("kk", "Бас бостандығынан айыру үкімі"),
    ],
)
def test_a_code_of_another_table_leads_to_its_page(language, label):
    told = linked("→ imprisonment_sentence", "counting_rules", BOOK, language)
    assert told == f'→ <a href="methods.html#imprisonment_sentence">{label}</a>'


def test_who_is_unknown_is_a_perpetrator():
    assert 'href="perpetrator_classes.html#unknown"' in linked("→ unknown", "counting_rules", BOOK, "en")


def test_no_example_of_the_codebook_shows_a_code_by_its_letters():
    texts = [
        linked(text.best(language), name, BOOK, language)
        for name, table in BOOK.tables.items()
        for code in table.values()
        for text in (code.definition, code.include, code.exclude)
        for language in LANGUAGES
    ]
    assert [text for text in texts if re.search(r"→ \w|\w_\w(?![^<]*>)", text)] == []


def test_what_no_table_holds_stays_as_it_is():
    assert linked("A trip → nowhere.", "methods", BOOK, "en") == "A trip → nowhere."
