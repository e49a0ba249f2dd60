"""What a page says where something went wrong: in the language of whoever asked, or in all three, with the way back."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.web.desk.conftest import PASSWORD, browser

from kuzet.basis.names import LANGUAGES
from kuzet.web.desk import keys
from kuzet.web.desk.wording.languages import words

pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_that_leads_to_nothing_says_so_in_the_language_of_the_page(aigul, language):
    answer = aigul.get("/nothing/here", headers={"accept-language": language})
    shown, w = answer.content.decode(), words(language)
    assert answer.status_code == 404
    assert f"<h1>{w['not_found']}</h1>" in shown
    assert w["to_the_desk"] in shown
    assert f'<html lang="{language}">' in shown


def test_a_form_from_an_old_page_is_refused_in_three_languages(desk):
    answer = browser(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "aigul", "password": PASSWORD})
    shown = answer.content.decode()
    assert answer.status_code == 403
    assert all(f'<section lang="{language}">' in shown for language in LANGUAGES)
    assert "Nothing was written." in shown


def test_a_request_for_another_host_is_refused_in_three_languages(desk):
    answer = browser().get("/", headers={"host": "forged.example"})
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert all(f'<section lang="{language}">' in shown for language in LANGUAGES)


def test_a_page_that_breaks_says_in_three_languages_that_nothing_was_written(aigul, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("a defect")

    monkeypatch.setattr(keys, "render", broken)
    aigul.raise_request_exception = False
    answer = aigul.get("/keys")
    shown = answer.content.decode()
    assert answer.status_code == 500
    assert all(f'<section lang="{language}">' in shown for language in LANGUAGES)
    assert "a defect" not in shown
    assert "RuntimeError" not in shown
