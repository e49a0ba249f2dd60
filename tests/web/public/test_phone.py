"""What a reader with a phone of 360 pixels sees without scrolling sideways."""

from __future__ import annotations

import pytest

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.sections.mapping import brief

PHONE = {"width": 360, "height": 740}
WITHIN = """(selector) => [...document.querySelectorAll(selector)]
  .every((one) => one.getBoundingClientRect().right <= document.documentElement.clientWidth)"""


@pytest.fixture(params=LANGUAGES)
def phone(request, chromium, published):
    page = chromium.new_page(viewport=PHONE, java_script_enabled=False)
    yield lambda name: page.goto((published / request.param / f"{name}.html").as_uri()) and page
    page.close()


def test_every_place_of_the_menu_is_seen(phone):
    assert phone("index").evaluate(WITHIN, "nav.main li")


def test_every_tile_of_the_map_is_seen_and_named(phone):
    page = phone("map")
    assert page.evaluate(WITHIN, ".grid-map rect")
    assert page.locator(".grid-map .brief:visible").count() == page.locator(".grid-map rect").count()
    assert page.locator(".grid-map .full:visible").count() == 0


def test_the_two_kinds_of_a_feed_stay_in_one_line(phone):
    lines = "(all) => all.every((one) => one.getClientRects().length === 1)"
    assert phone("feeds").locator(".facets li > :last-child").evaluate_all(lines)


@pytest.mark.parametrize(
    ("short", "expected"), [("Астана", "Астана"), ("ҚЫЗЫЛОРДА облысы", "ҚЫЗЫЛ."), ("East Kazakhstan", "East")]
)
def test_the_name_of_a_tile_is_cut_to_what_a_phone_shows(short, expected):
    assert brief(short) == expected
