"""The HTML report in a browser: what is copied, what a phone shows, what the dark shows."""

from __future__ import annotations

import pytest
from tests import browsing
from tests.observatory.write.samples import report

from kuzet.observatory.write.formats import to_html

COPIED = "(one) => { getSelection().selectAllChildren(one); return getSelection().toString() }"
OPACITY = "(one) => getComputedStyle(one.querySelector('sup')).opacity"
NUMBER = ":is(td, tbody th) a.figure"


@pytest.fixture(scope="module")
def chromium():
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    made = tmp_path_factory.mktemp("report") / "report.html"
    made.write_bytes(to_html.render(report("en")))
    return made.as_uri()


@pytest.fixture
def shown(chromium, file):
    """Opens the report on a screen so wide, with the scheme of colours; every box is opened."""
    pages = []

    def open_(width: int, scheme: str = "light"):
        page = chromium.new_page(viewport={"width": width, "height": 740}, color_scheme=scheme)
        pages.append(page)
        page.goto(file)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        return page

    yield open_
    for page in pages:
        page.close()


def test_a_copied_number_is_copied_without_the_number_of_its_note(shown):
    link = shown(1280).locator("main p a.figure").first
    whole = link.evaluate("(one) => one.textContent")
    note = link.locator("sup").evaluate("(one) => one.textContent")
    assert link.evaluate(COPIED) == whole.removesuffix(note)


def test_a_number_of_a_table_is_no_power_until_its_note_is_asked_for(shown):
    page = shown(1280)
    cell = page.locator(NUMBER).first
    assert cell.evaluate(OPACITY) == "0"
    cell.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert cell.evaluate(OPACITY) == "1"


def test_the_register_of_incidents_needs_no_scrolling_on_a_phone_and_says_first_what_happened(shown):
    page = shown(360)
    frame = page.locator(".scroll:has(.register)")
    assert frame.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    row = page.locator(".register tbody tr").first
    top = "(one) => one.getBoundingClientRect().top"
    assert row.locator("td").last.evaluate(top) < row.locator("th").evaluate(top)
    assert row.locator("td").first.evaluate("(one) => getComputedStyle(one, '::before').content") != "none"


def test_a_table_that_goes_on_beyond_the_screen_has_a_shadow_there(shown):
    assert "linear-gradient" in shown(360).locator(".scroll").first.evaluate(
        "(one) => getComputedStyle(one).background"
    )


@pytest.mark.parametrize(("scheme", "turned"), [("light", False), ("dark", True)])
def test_charts_are_turned_over_in_the_dark(shown, scheme, turned):
    found = shown(1280, scheme).locator("figure img").first.evaluate("(one) => getComputedStyle(one).filter")
    assert ("invert" in found) is turned
