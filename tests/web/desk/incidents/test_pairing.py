"""Proposed pairs are judged one after the other, by keys; what is settled already is not asked."""

from __future__ import annotations

from html import unescape

import pytest
from tests.browsing import chromium
from tests.web import made
from tests.web.desk.conftest import propose
from tests.web.desk.incidents.conftest import FIRST
from tests.web.desk.test_desk import CODED, at
from tools import screens

from kuzet.basis.judgement import Evidence, Link, LinkKind
from kuzet.basis.names import LANGUAGES
from kuzet.observatory.link.compare import shipped
from kuzet.web import folder as folders
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import alike, changes, models

pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


def link(left, right, score):
    evidence = (Evidence(feature="place", weight=1.5, detail="Kostanay"),)
    return Link(left=left, right=right, kind=LinkKind.SAME_INCIDENT, score=score, evidence=evidence)


@pytest.fixture
def linked(aigul):
    """Two pairs are proposed: d1 with d2, which is the stronger one, and d1 with d3."""
    changes.put_all([link("d1#1", "d2#1", 0.9), link("d1#1", "d3#1", 0.7)], made.by("worker", "linked"))
    return aigul


def sides(answer):
    main = unescape(answer.content.decode()).partition("<main")[2]
    return [ident for ident in ("d1", "d2", "d3") if f"Guard pushes reporter, {ident}<" in main]


def judged(who, left, right, verdict, **more):
    return who.post("/pairs/judge", {"left": left, "right": right, "verdict": verdict, "reason": "read", **more})


def test_the_strongest_open_pair_stands_first_with_its_evidence(linked):
    shown = linked.get("/pairs")
    assert sides(shown) == ["d1", "d2"]
    assert "Place 1.5: Kostanay" in shown.content.decode()
    assert sides(linked.get("/pairs?at=1")) == ["d1", "d3"]
    assert sides(linked.get("/pairs?at=99")) == ["d1", "d3"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_speaks_for_a_pair_is_told_in_the_language_of_the_page(linked, language):
    linked.post(f"/language/{language}", {"back": "/"})
    assert f"{words(language)['evidence_place']} 1" in unescape(linked.get("/pairs").content.decode())
    assert {f"evidence_{one.feature}" for one in shipped()} - words(language).keys() == set()


def test_a_judged_pair_makes_room_for_the_next_and_never_returns(linked):
    assert judged(linked, "d1#1", "d2#1", "negative").status_code == 302
    assert sides(linked.get("/pairs")) == ["d1", "d3"]
    assert judged(linked, "d1#1", "d2#1", "positive").status_code == 422
    judged(linked, "d1#1", "d3#1", "unsure")
    assert words("en")["pairs_none"] in linked.get("/pairs").content.decode()
    assert [one.verdict for one in models.Judgement.objects.order_by("id")] == ["negative", "unsure"]


def test_a_verdict_needs_its_reason(linked):
    assert judged(linked, "d1#1", "d2#1", "negative", reason=" ").status_code == 422
    assert models.Judgement.objects.exists() is False


def test_what_was_rejected_or_is_one_incident_already_is_not_asked(linked):
    linked.post(at("d3#1", "reject"), {"reject-reason": "a film"})
    linked.post(at("d1#1", "accept"), CODED)
    linked.post(at("d2#1", "attach"), {"attach-incident": FIRST, "attach-reason": "the same push"})
    assert words("en")["pairs_none"] in linked.get("/pairs").content.decode()


def test_keys_judge_one_pair_after_the_other(served, desk):
    with folders.opened(desk):
        changes.put_all([link("d1#1", "d2#1", 0.9), link("d1#1", "d3#1", 0.7)], made.by("worker", "linked"))
        cookie = screens.session()
    with chromium() as browser:
        context = browser.new_context(base_url=served)
        context.add_cookies([{"name": cookie[0], "value": cookie[1], "url": served}])
        sheet = context.new_page()
        sheet.goto("/pairs")
        sheet.keyboard.press("j")
        sheet.wait_for_url("**/pairs?at=1")
        sheet.keyboard.press("k")
        sheet.wait_for_url("**/pairs?at=0")
        for key in ("1", "2"):
            with sheet.expect_navigation():
                sheet.keyboard.press(key)
        sheet.get_by_text(words("en")["pairs_none"]).wait_for()
    with folders.opened(desk):
        assert [one.verdict for one in models.Judgement.objects.order_by("id")] == ["positive", "negative"]


def test_candidates_that_an_older_version_compared_with_nothing_are_compared(aigul):
    propose("d4", 0.5)
    found = models.Suggested.objects.count()
    models.Posting.objects.all().delete()
    models.Suggested.objects.all().delete()
    alike.fill()
    assert (models.Suggested.objects.count(), found > 0) == (found, True)
