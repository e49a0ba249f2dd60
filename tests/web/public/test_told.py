"""What the pages say beside their numbers."""

from __future__ import annotations

import pytest

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.actors import actors


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Region not known: 316\u00a0incidents."),
        ("ru", "Регион неизвестен: 316\u00a0случаев."),
        ("kk", "Өңірі белгісіз: 316\u00a0оқиға."),
    ],
)
def test_the_front_page_says_of_how_many_the_region_is_not_known(published, language, told):
    assert told in (published / language / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "told"), [("en", "2024, edition 1<"), ("ru", "2024, издание 1<"), ("kk", "2024, 1-басылым<")]
)
def test_the_number_of_an_edition_stands_where_the_language_has_it(published, language, told):
    assert told in (published / language / "reports.html").read_text("utf-8")


def test_a_placeholder_is_nobodys_name(edition):
    found = {actor.name.best("en") for actor in actors(edition).values()}
    assert found
    assert not [name for name in found if "not named in the published" in name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_placeholder_leads_to_no_page_of_a_person(published, language):
    text = (published / language / "incident" / "KZ-2024-0100.html").read_text("utf-8")
    assert "/person/" not in text
    assert "/outlet/" not in text
