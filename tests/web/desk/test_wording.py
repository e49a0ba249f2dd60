"""What the desk says in the analyst's language: names, sums, dates and articles, and no code by its letters."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from tests.web import made

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Penalty
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.law import LegalArticle
from kuzet.basis.money import Money
from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.desk import sources
from kuzet.web.desk.wording import rules
from kuzet.web.desk.wording.days import day
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.registry import changes

BOOK = codebook.load("2024.1")
FINE = Penalty(kind="fine", money=Money(Decimal(621000), "KZT"), date=EventDate.parse("2024-02-12"))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", "Штраф, 621\u00a0000\u00a0тенге, 12 февраля 2024 года"),
        ("en", "Fine, 621,000\u00a0tenge, 12 February 2024"),
        ("kk", "Айыппұл, 621\u00a0000\u00a0теңге, 2024 жылғы 12 ақпан"),
    ],
)
def test_a_penalty_is_told_with_its_sum_and_day_in_words(language, told):
    assert Labels(language, BOOK).value("penalties", FINE) == told


@pytest.mark.parametrize(
    ("language", "told"), [("ru", "КоАП, ст. 73-3, ч. 2"), ("en", "art. 73-3, part 2"), ("kk", "73-3-бап, 2-бөлік")]
)
def test_an_article_is_told_by_its_law(language, told):
    found = Labels(language, BOOK).value("articles", LegalArticle("administrative_code", "73-3", "2"))
    assert told in found
    assert "administrative_code" not in found


def test_a_date_is_told_in_words_and_what_is_none_as_it_is():
    assert Labels("ru", BOOK).value("date", EventDate.parse("2024-05")) == "май 2024 года"
    page = {"language": "ru", "w": {"unknown": "неизвестно"}}
    assert (day(page, "2024-05-03"), day(page, ""), day(page, "soon")) == ("3 мая 2024 года", "неизвестно", "soon")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_definition_or_example_shows_a_code_by_its_letters(language):
    labels = Labels(language, BOOK)
    found = [labels.told(name, code) for name, table in BOOK.tables.items() for code in table]
    texts = [text for one in found for text in one[1:]]
    assert [text for text in texts if re.search(r"[a-z]+_[a-z]+", text)] == []


def test_a_source_is_told_by_its_name_and_stands_for_a_title_that_is_missing(aigul):
    town = Source(
        id="gorodskie-vesti", name=Name(ru="Городские вести"), kind="newspaper", languages=("ru",), country="KZ"
    )
    changes.put(town, made.by())
    named = sources.names(["gorodskie-vesti", "nobody"], "ru")
    assert named == {"gorodskie-vesti": "Городские вести", "nobody": "nobody"}
    told = sources.headline("", "Городские вести", EventDate.parse("2024-05-03"), "ru")
    assert told == "Городские вести, 3 мая 2024 года"
    assert sources.headline("Избили", "Городские вести", None, "ru") == "Избили"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", "обученная модель (+2,64); Штраф: сделано медиаработнику (+1,17); сказано в общем (−1,05)"),
        ("en", "learned model (+2.64); Fine: done to a media worker (+1.17); told in general (−1.05)"),
        (
            "kk",
            "үйретілген модель (+2,64); Айыппұл: медиа қызметкеріне жасалған (+1,17); жалпылама айтылған (−1,05)",
        ),
    ],
)
def test_the_rules_behind_an_answer_are_told_in_words(language, told):
    given = Answer(True, rule="classifier +2.64; act_on_media:fine:done to +1.17; general -1.05")
    assert Labels(language, BOOK).answer("is_attack", given).rule == told


def test_a_rule_that_no_line_tells_is_shown_as_it_is():
    assert Labels("ru", BOOK).answer("is_attack", Answer(True, rule="by hand")).rule == "by hand"


def test_every_rule_is_told_in_all_languages_with_the_same_places():
    for pattern, said in rules._rules():
        assert all(said[language] for language in LANGUAGES), pattern.pattern
        assert len({tuple(re.findall(r"{\w+}", said[language])) for language in LANGUAGES}) == 1, pattern.pattern
