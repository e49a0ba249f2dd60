"""Everybody comes to a page of use: who decides to the queue, a correspondent to reports, a reader to the incidents."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from tests.browsing import chromium
from tests.web import made
from tests.web.desk.conftest import logged_in
from tests.web.desk.incidents.conftest import FIRST, act, bolat, coded, saule
from tests.web.desk.test_desk import CODED, at
from tools import screens

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.document import is_private
from kuzet.basis.names import LANGUAGES
from kuzet.web import folder as folders
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import editions, models

__all__ = ["bolat", "coded", "saule"]
pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
SEEN = "Two men in uniform broke the camera of a reporter in Kostanay.\r\nI stood beside her."


def page(answer):
    return unescape(answer.content.decode())


def main_of(answer):
    return page(answer).partition("<main")[2].partition("</main>")[0]


@pytest.fixture
def dauren(desk):
    return logged_in("dauren", "correspondent")


@pytest.fixture
def reader(desk):
    return logged_in("raushan", "reader")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_comes_to_its_first_page_in_its_language(dauren, reader, aigul, language):
    titles = {dauren: "report", reader: "readable", aigul: "queue"}
    for who, title in titles.items():
        who.post(f"/language/{language}", {"back": "/"})
        answer = who.get("/")
        assert (answer.status_code, f"<h1>{words(language)[title]}</h1>" in page(answer)) == (200, True)


def test_a_report_waits_in_the_queue_and_its_author_sees_what_became_of_it(dauren, aigul):
    sent = dauren.post("/report", {"report_what": SEEN, "report_where": "Kostanay"}, follow=True)
    assert words("en")["report_sent"] in page(sent)
    assert words("en")["report_open"] in main_of(sent)
    (row,) = models.Candidate.objects.filter(source="correspondent")
    assert is_private(row.document)
    shown = page(aigul.get(at(row.ident)))
    assert "I stood beside her.</mark>" in shown
    assert "Where it happened: Kostanay" in shown
    aigul.post(at(row.ident, "reject"), {"reject-reason": "no media worker"})
    assert words("en")["report_rejected"] in main_of(dauren.get("/"))


def test_a_report_that_says_nothing_is_not_sent(dauren):
    refused = dauren.post("/report", {"report_what": "  "})
    assert (refused.status_code, words("en")["needed"] in page(refused)) == (422, True)
    assert models.Document.objects.filter(source="correspondent").exists() is False


def test_nobody_sees_another_ones_reports_and_the_queue_does_not_tell_who_sent_one(dauren, aigul):
    dauren.post("/report", {"report_what": SEEN})
    other = logged_in("erlan", "correspondent")
    assert words("en")["report_none"] in page(other.get("/"))
    assert other.get("/")["Cache-Control"] == "no-store"
    row = models.Candidate.objects.get(source="correspondent")
    assert "dauren" not in page(aigul.get("/queue")) + page(aigul.get(at(row.ident)))


def test_an_edition_tells_no_word_of_a_report_that_an_incident_rests_on(dauren, aigul, bolat, saule, tmp_path):
    dauren.post("/report", {"report_what": SEEN})
    row = models.Candidate.objects.get(source="correspondent")
    coding = {
        **CODED,
        "accept-methods-0-quotation": "Two men in uniform broke the camera of a reporter",
        "copies": "on",
    }
    coding["accept-methods-0-at"] = f"0 {row.document}"
    assert aigul.post(at(row.ident, "accept"), coding).status_code == 302
    act(bolat, "confirm")
    act(saule, "publish")
    assert words("en")["report_accepted"] not in main_of(dauren.get("/"))
    assert FIRST in main_of(dauren.get("/"))
    country, today = countries.load("kz"), date(2026, 1, 1)
    editions.freeze(country, EventDate.parse("2024"), today, tmp_path / "release", made.by("saule", "edition"))
    told = "".join(
        one.read_text("utf-8") for one in (tmp_path / "release").rglob("*.*") if one.suffix in (".jsonl", ".csv")
    )
    assert (FIRST in told, row.document in told) == (True, True)
    assert [word for word in ("uniform broke", "beside her", "dauren") if word in told] == []


def test_a_reader_sees_what_is_confirmed_and_nothing_before(coded, reader, bolat):
    assert FIRST not in main_of(reader.get("/"))
    assert reader.get(f"/reading/{FIRST}").status_code == 404
    act(bolat, "confirm")
    assert FIRST in main_of(reader.get("/reading?category=physical"))
    assert FIRST not in main_of(reader.get("/reading?category=judicial_economic"))
    shown = page(reader.get(f"/reading/{FIRST}"))
    assert "Andrei Skiba" in shown
    assert re.search("aigul|bolat", shown) is None
    assert reader.get(f"/incident/{FIRST}").status_code == 403


def test_a_reader_sees_no_protected_name(coded, reader, bolat, saule):
    act(bolat, "confirm")
    given = {"path": "targets.0.name", "tier": "internal", "reason": "he was threatened"}
    assert saule.post(f"/incident/{FIRST}/protect", given).status_code == 302
    assert "Skiba" not in page(reader.get(f"/reading/{FIRST}")) + page(reader.get("/reading"))
    assert FIRST in page(reader.get("/reading?words=Skiba&category=physical"))


@pytest.mark.parametrize("role", ["reader", "correspondent"])
def test_the_first_page_shuts_nobody_out(served, desk, role):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with folders.opened(desk):
        cookie = screens.session(role)
    with chromium() as browser:
        context = browser.new_context(base_url=served, viewport={"width": 360, "height": 800}, bypass_csp=True)
        said = {cookie[0]: cookie[1], "language": "kk"}
        context.add_cookies([{"name": name, "value": value, "url": served} for name, value in said.items()])
        sheet = context.new_page()
        assert sheet.goto("/").status == 200
        assert [one["id"] for one in axe.run(sheet).response["violations"]] == []
        assert sheet.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_coder_sees_what_the_machine_proposes_and_no_button_that_ends_at_a_refusal(desk):
    hers = logged_in("dana", "coder")
    shown = main_of(hers.get(at("d1#1")))
    assert words("en")["proposed"] in shown
    assert ("word “pushed”" in shown, f'action="{at("d1#1", "accept")}"' in shown, "<textarea" in shown) == (False,) * 3
    assert 'value="reject"' not in main_of(hers.get("/"))
