"""What a reader with a phone of 360 pixels sees without scrolling sideways."""

from __future__ import annotations

import pytest

from kuzet.basis.names import LANGUAGES

PHONE = {"width": 360, "height": 740}
WITHIN = """(selector) => [...document.querySelectorAll(selector)]
  .every((one) => one.getBoundingClientRect().right <= document.documentElement.clientWidth)"""


@pytest.fixture(params=LANGUAGES)
def phone(request, chromium, published):
    page = chromium.new_page(viewport=PHONE, java_script_enabled=False)
    yield lambda name: page.goto((published / request.param / f"{name}.html").as_uri()) and page
    page.close()


def test_the_menu_is_folded_away_until_it_is_asked_for_and_then_every_place_is_seen(phone):
    page = phone("index")
    assert page.locator("nav.main li:visible").count() == 0
    top, main = (page.locator(one).bounding_box()["y"] for one in ("header.top", "main"))
    assert main - top < 110  # under the banner of the demonstration
    page.click("nav.main label")
    assert page.locator("nav.main li:visible").count() == 8
    assert page.evaluate(WITHIN, "nav.main li")


def test_the_menu_is_unfolded_by_the_keyboard(phone):
    page = phone("map")
    page.focus("nav.main input")
    page.keyboard.press("Space")
    assert page.locator("nav.main li:visible").count() == 8


def test_a_wide_screen_shows_the_menu_at_once(chromium, published):
    page = chromium.new_page(viewport={"width": 1280, "height": 740})
    page.goto((published / "ru" / "index.html").as_uri())
    assert page.locator("nav.main li:visible").count() == 8
    assert page.is_hidden("nav.main label")
    page.close()


def test_the_name_of_a_tile_is_whole_and_stays_inside_it(phone):
    page = phone("map")
    widths = "(all) => Math.max(...all.map((one) => one.getComputedTextLength()))"
    assert page.locator(".grid-map .brief").evaluate_all(widths) <= 118
    assert "." not in "".join(page.locator(".grid-map .brief").all_text_contents())


def test_a_table_that_goes_on_beyond_the_screen_has_a_shadow_there(phone):
    found = phone("map").locator(".scroll").first.evaluate("(one) => getComputedStyle(one).backgroundImage")
    assert found.count("linear-gradient") == 4


@pytest.mark.parametrize(("scheme", "turned"), [("light", False), ("dark", True)])
def test_charts_are_turned_over_in_the_dark(chromium, published, scheme, turned):
    page = chromium.new_page(color_scheme=scheme)
    page.goto((published / "ru" / "charts" / "trend.html").as_uri())
    found = page.locator("img.chart").evaluate("(one) => getComputedStyle(one).filter")
    assert ("invert" in found) is turned
    page.close()


def test_every_tile_of_the_map_is_seen_and_named(phone):
    page = phone("map")
    assert page.evaluate(WITHIN, ".grid-map rect")
    assert page.locator(".grid-map .brief:visible").count() == page.locator(".grid-map rect").count()
    assert page.locator(".grid-map .full:visible").count() == 0


def test_the_two_kinds_of_a_feed_stay_in_one_line(phone):
    lines = "(all) => all.every((one) => one.getClientRects().length === 1)"
    assert phone("feeds").locator(".facets li > :last-child").evaluate_all(lines)
