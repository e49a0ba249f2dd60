"""The checked text as a page with notes in its margin."""

from __future__ import annotations

from kuzet.observatory.write.check import check
from kuzet.observatory.write.check.page import page

TEXT = "Five of 12 cases, or 45%, ended in a fine <of 5>.\n\nOf the 61 suits, 34 (56%) failed."


def test_a_claim_that_differs_is_marked_and_told_beside_its_line():
    html = page(TEXT, check(TEXT, "en"), "en", "a & b")
    assert '<div class="line" id="line-1">' in html
    assert "<mark>Five of 12 cases, or 45%, ended in a fine &lt;of" in html
    assert "<strong>differs</strong>, should be <strong>42%</strong>: 5 of 12 is 41.67%" in html
    assert "<title>a &amp; b</title>" in html


def test_what_holds_is_counted_and_not_marked():
    html = page(TEXT, check(TEXT, "en"), "en", "a")
    assert "1 holds, 1 differs, 0 ambiguous, 0 uncheckable" in html
    assert html.count("<mark>") == 1


def test_the_page_asks_no_other_host_for_anything():
    html = page(TEXT, check(TEXT, "en"), "en", "a")
    assert "http" not in html
    assert "<script" not in html


KAZAKH = "2023 жылы 12 оқиғаның бесеуі, яғни 45%-ы айыппұлмен аяқталды."
RUSSIAN = "Из 12 случаев пять, или 45%, закончились штрафом."


def test_the_notes_are_in_the_language_of_the_text():
    html = page(RUSSIAN, check(RUSSIAN, "ru"), "ru", "a")
    assert '<aside lang="ru">' in html
    assert "<strong>расходится</strong>, должно быть <strong>42%</strong>: 5 из 12 — это 41,67%" in html
    assert "сходится: 0, расходится: 1, неоднозначно: 0, проверить нельзя: 0" in html
    html = page(KAZAKH, check(KAZAKH, "kk"), "kk", "a")
    assert "<strong>сәйкес емес</strong>, болуы тиіс: <strong>42%</strong>: 12 ішінде 5 – бұл 41,67%" in html


def test_the_notes_are_in_another_language_where_it_is_asked_for():
    html = page(KAZAKH, check(KAZAKH, "kk"), "kk", "a", "en")
    assert '<html lang="kk">' in html
    assert '<aside lang="en">' in html
    assert "5 of 12 is 41.67%" in html
