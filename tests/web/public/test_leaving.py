"""Leaving at once, and the look that a reader chose; the page for missing addresses finds its site."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kuzet.web.public.edition import Extra
from kuzet.web.public.publisher import default
from kuzet.web.public.sections import plain_pages


@pytest.fixture
def page(chromium, served):
    """A page that came from the front page."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{served}/en/index.html")
    page.goto(f"{served}/en/incident/KZ-2024-0029.html")
    yield page
    context.close()


def by_keys(page):
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def by_the_link(page):
    page.click("#leave")


@pytest.mark.parametrize("leaving", [by_keys, by_the_link], ids=["Esc Esc", "link"])
def test_leaving_puts_a_page_that_tells_nothing_of_us_in_the_place_of_this_one(page, leaving):
    before = page.evaluate("history.length")
    leaving(page)
    page.wait_for_url("**/leave.html")
    assert page.title() == "°C → °F"
    assert page.locator("tr", has_text="-40").locator("td").all_text_contents() == ["-40", "-40"]
    assert not re.search(r"[A-Za-zА-Яа-я]{3}", page.text_content("body"))
    assert page.evaluate("history.length") == before
    page.go_back()
    assert page.url.endswith("/en/index.html")


def test_one_press_of_escape_leaves_nothing(page):
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    assert page.url.endswith("KZ-2024-0029.html")


def test_leaving_works_without_scripts(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/kk/map.html")
    page.click("#leave")
    assert page.url.endswith("/leave.html")
    context.close()


def test_the_page_behind_goes_on_to_the_page_that_the_publisher_chose(edition, published):
    assert b"refresh" not in (published / "leave.html").read_bytes()
    chosen = type(default())(name=default().name, licence=default().licence, leave="https://weather.example/?a=1&b=2")
    other = replace(edition, extra=Extra(publisher=chosen))
    pages = dict(plain_pages.part(other))
    assert b'http-equiv="refresh" content="0; url=https://weather.example/?a=1&amp;b=2"' in pages["leave.html"]


def test_a_look_holds_on_the_next_page_and_is_forgotten_with_the_tab(page, served):
    usual = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    page.click("#look summary")
    page.check("#larger")
    page.check("#contrast")
    page.goto(f"{served}/ru/about.html")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20.8px" != usual
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    other = page.context.new_page()
    other.goto(f"{served}/ru/about.html")
    assert other.evaluate("getComputedStyle(document.documentElement).fontSize") == usual


def test_a_look_needs_no_scripts(chromium, published):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((published / "en" / "about.html").as_uri())
    page.click("#look summary")
    page.check("#larger")
    assert page.locator("body").evaluate("one => getComputedStyle(one).fontSize") == "22.1px"
    context.close()


@pytest.mark.parametrize("address", ["nothing.html", "ru/nothing.html", "kk/list/region/nothing.html"])
def test_the_page_for_missing_addresses_finds_its_site_at_any_depth(chromium, published, served, address):
    page = chromium.new_page()
    body = (published / "404.html").read_bytes()
    page.route(f"**/{address}", lambda route: route.fulfill(status=404, body=body, content_type="text/html"))
    page.goto(f"{served}/{address}")
    page.wait_for_function("getComputedStyle(document.querySelector('.skip')).position === 'absolute'")
    page.click("section[lang=kk] a")
    assert page.url == f"{served}/kk/index.html"
    page.close()


def test_the_page_for_missing_addresses_runs_no_other_script_than_the_one_its_policy_names(published):
    text = (published / "404.html").read_text("utf-8")
    assert text.count("<script>") == 1
    assert "script-src &#39;self&#39; &#39;sha256-" in text


def test_with_an_address_the_page_for_missing_addresses_needs_no_script(edition):
    other = replace(edition, extra=Extra(address="https://example.org/kuzet"))
    text = dict(plain_pages.part(other))["404.html"].decode()
    assert "<script>" not in text
    assert 'href="https://example.org/kuzet/kk/index.html"' in text
