"""From the candidate to the figure, in a real browser, by keyboard alone; and two people on one incident at once."""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest
from tests.browsing import chromium
from tests.web.desk.conftest import logged_in
from tests.web.desk.incidents.conftest import FIRST, SECOND

from kuzet.web import folder as folders
from kuzet.web.desk.wording.languages import words

W = words("en")
sqlite_only = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


@contextmanager
def people(site, folder, **roles):
    """A page for each person, logged in, with cookies of their own."""
    with folders.opened(folder):
        from django.conf import settings

        name = settings.SESSION_COOKIE_NAME
        cookies = {one: logged_in(one, role).cookies[name].value for one, role in roles.items()}
    with chromium() as browser:
        yield tuple(_page(browser, site, {name: cookie, "language": "en"}) for cookie in cookies.values())


def _page(browser, site, cookies):
    context = browser.new_context(base_url=site)
    context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])
    return context.new_page()


def reach(element):
    """Put the focus on an element that the tab key reaches."""
    element.focus()
    assert element.evaluate("one => one === document.activeElement && one.tabIndex >= 0")


def press(sheet, text):
    """Reach the button that says this, and press it."""
    reach(sheet.get_by_role("button", name=text, exact=True).last)
    sheet.keyboard.press("Enter")


def field(sheet, name, text):
    """Reach a field, where it is folded away by unfolding it, and type over what stands there."""
    one = sheet.locator(f"[name={name}]").first
    if not one.is_visible():
        reach(sheet.locator("details:not([open])", has=one).last.locator("> summary"))
        sheet.keyboard.press("Enter")
    reach(one)
    sheet.keyboard.press("Control+a")
    sheet.keyboard.insert_text(text)


def choose(sheet, name, value):
    """Choose one of several answers."""
    reach(sheet.locator(f"[name={name}][value={value}]"))
    sheet.keyboard.press("Space")


def step(sheet, label, verb, reason):
    """Open a step of the ladder, give the reason, and take it."""
    reach(sheet.locator("summary:visible", has_text=re.compile(rf"^\s*{re.escape(label)}\s*$")).first)
    sheet.keyboard.press("Enter")
    field(sheet, f"{verb}-reason", reason)
    press(sheet, label)
    sheet.locator(".message").wait_for()


def figure(sheet):
    sheet.goto("/dashboard?year=2024")
    return int(sheet.locator("#figure").text_content())


def accept(sheet, candidate, people_hit):
    sheet.goto(f"/candidate/{candidate}%231")
    field(sheet, "accept-people-0-value", people_hit)
    field(sheet, "accept-date-0-start", "2024-04-16")
    field(sheet, "accept-title_en", "Pushed")
    field(sheet, "accept-summary_en", "Pushed out.")
    field(sheet, "accept-reason", "the video")
    sheet.keyboard.press("Control+Enter")
    sheet.locator(".message", has_text="Accepted as").wait_for()


@sqlite_only
def test_two_people_lead_a_candidate_to_the_figure_of_the_year_by_keyboard_alone(served_by_two, desk):
    with people(served_by_two, desk, dana="analyst", marat="analyst", saule="editor") as (dana, marat, saule):
        accept(dana, "d2", "2")
        accept(dana, "d3", "3")
        dana.goto(f"/incident/{FIRST}")
        assert dana.get_by_text(W["own_coding"]).count() == 1
        marat.goto(f"/incident/{FIRST}")
        step(marat, W["do_confirm"], "confirm", "read with its source")
        before = figure(marat)
        saule.goto(f"/incident/{FIRST}")
        step(saule, W["do_publish"], "publish", "for the edition")
        assert (before, figure(marat)) == (0, 1)
        marat.goto(f"/incident/{SECOND}/merge?other={FIRST}")
        choose(marat, "merge-keep", FIRST)
        field(marat, "merge-reason", "one push")
        press(marat, W["do_merge"])
        marat.locator(".message", has_text=W["done_merge"]).wait_for()
        assert figure(marat) == 1
        saule.goto(f"/incident/{SECOND}/history")
        step(saule, W["undo"], "undo", "two pushes after all")
        saule.goto(f"/incident/{SECOND}")
        assert saule.locator(".status").text_content() == "In review"


@sqlite_only
def test_two_people_correct_one_incident_at_once_and_nothing_is_lost(served_by_two, desk):
    with people(served_by_two, desk, dana="analyst", marat="analyst") as (dana, marat):
        accept(dana, "d2", "2")
        for sheet in (dana, marat):
            sheet.goto(f"/incident/{FIRST}/correct")
        field(dana, "correct-people-0-value", "3")
        field(dana, "correct-title_en", "A reporter is pushed")
        field(dana, "correct-reason", "the first report")
        field(marat, "correct-people-0-value", "4")
        field(marat, "correct-reason", "the second report")
        press(marat, W["do_correct"])
        marat.locator(".message", has_text=W["done_correct"]).wait_for()
        press(dana, W["do_correct"])
        dana.locator("h2", has_text=W["conflict"]).wait_for()
        choose(dana, "choose-people", "mine")
        press(dana, W["save_joined"])
        dana.locator(".message", has_text=W["done_correct"]).wait_for()
    with folders.opened(desk):
        from kuzet.basis.incident import Incident
        from kuzet.web.registry import proof, store

        incident = store.get(Incident, FIRST)
        assert (incident.people, incident.title.en) == (3, "A reporter is pushed")
        assert len(incident.decisions) == 3
        assert list(proof.findings()) == []
