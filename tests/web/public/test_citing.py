"""What a reader copies to cite: an address that leads here, with the day; and nothing that is not so."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.edition import Extra
from kuzet.web.public.publisher import default
from kuzet.web.public.sections import incidents, plain_pages

RECORD = "en/incident/KZ-2024-0029.html"


@pytest.fixture
def opened(chromium):
    page = chromium.new_page()
    yield lambda address: page.goto(address) and page
    page.close()


@pytest.mark.parametrize(
    ("language", "told"), [("en", "(accessed "), ("ru", "(дата обращения: "), ("kk", "(қаралған күні: ")]
)
def test_a_record_is_cited_by_the_address_where_it_is_read_and_the_day(opened, served, language, told):
    address = f"{served}/{language}/incident/KZ-2024-0029.html"
    text = opened(address).text_content("#cited")
    assert f"{address} {told}" in text
    assert re.search(r"\b20\d\d\b[^)]*\)$", text.strip())


def test_reference_managers_get_the_same_address_and_the_day(opened, served):
    entry = opened(f"{served}/{RECORD}").text_content("pre")
    assert f"howpublished = {{\\url{{{served}/{RECORD}}}}},\n  urldate = {{20" in entry
    assert entry.endswith("}\n}")


def test_a_copy_on_a_disk_cites_no_address_of_that_disk(opened, published):
    page = opened((published / RECORD).as_uri())
    assert "file:" not in page.text_content("main")
    assert "howpublished" not in page.text_content("pre")
    assert opened((published / "en" / "list" / "category" / "physical.html").as_uri()).is_hidden(".cite")


def test_the_address_that_the_publisher_tells_is_cited_without_scripts(edition):
    other = replace(edition, extra=Extra(address="https://example.org/kuzet"))
    work = next(one for one in incidents.part(other) if one.name.endswith("KZ-2024-0029"))
    text = dict(work.make(work.given))[RECORD].decode()
    assert f">https://example.org/kuzet/{RECORD}</span>" in text
    assert f"\\url{{https://example.org/kuzet/{RECORD}}}" in text


def test_a_list_is_cited_by_its_own_address(opened, served):
    address = f"{served}/ru/list/category/physical.html"
    assert f"Ссылка: {address} (дата обращения: " in opened(address).text_content(".cite")


def test_a_picture_is_embedded_from_where_it_is(opened, served):
    assert f'<img src="{served}/ru/charts/trend.svg" ' in opened(f"{served}/ru/charts/trend.html").text_content("pre")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_speak_of_a_signature_only_where_there_is_one(edition, language):
    plain = dict(plain_pages.part(edition))
    signed = dict(plain_pages.part(replace(edition, extra=Extra(signed=True))))
    word = {"en": "signature", "ru": "подписью", "kk": "қолтаңба"}[language].encode()
    assert word not in plain[f"{language}/about.html"]
    assert b"manifest.sig" not in plain[f"{language}/edition.html"]
    assert word in signed[f"{language}/about.html"]
    assert b"manifest.sig" in signed[f"{language}/edition.html"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_are_asked_to_write_only_where_there_is_an_address(edition, language):
    whom = type(default())(name=default().name, licence=default().licence, contact="editors@example.org")
    word = {"en": "Tell the editors", "ru": "Сообщите редакции", "kk": "Редакцияға"}[language]
    path = f"{language}/about.html"
    assert word not in dict(plain_pages.part(edition))[path].decode()
    assert (
        f"{word} (editors@example.org)"
        in dict(plain_pages.part(replace(edition, extra=Extra(publisher=whom))))[path].decode()
    )
