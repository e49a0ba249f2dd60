"""A coder who has still to code an incident blindly is told its codes by no page."""

from __future__ import annotations

import pytest
from tests.web import made
from tests.web.desk.conftest import logged_in
from tests.web.desk.incidents.conftest import FIRST, SECOND, act, bolat, coded, saule, two
from tests.web.desk.test_desk import at
from tests.web.desk.test_second import ANSWERS, page

from kuzet.basis.names import LANGUAGES
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import changes, models
from kuzet.web.registry.words import Sampling

__all__ = ["bolat", "coded", "saule", "two"]
pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)

TOLD = ("Guard pushes reporter out of a court", "April 2024", "Physical")
"""Of the incident: its title, its month and its category, as lists tell them."""


@pytest.fixture
def daniyar(two, bolat, saule):
    """A coder who has to code FIRST, which is published, and not SECOND, which is in review."""
    act(bolat, "confirm")
    act(saule, "publish")
    sample = Sampling(id="P-1", at=made.AT, author="saule", size="1", seed="2024", drawn=(FIRST,))
    changes.put(sample, made.by("saule"))
    return logged_in("daniyar", "coder")


def items(answer):
    """The lines of the list of a page."""
    lines = page(answer).partition('<ol class="items">')[2].partition("</ol>")[0]
    return [" ".join(one.split()) for one in lines.split("</li>") if one.strip()]


def told(text):
    return [word for word in TOLD if word in text]


def test_in_the_list_it_has_its_number_and_status_alone(daniyar):
    first, second = items(daniyar.get("/incidents"))
    assert (FIRST in first, f'href="/second/{FIRST}"' in first, "Published" in first) == (True, True, True)
    assert told(first) == []
    assert TOLD[0] in second


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_says_why_nothing_is_told(daniyar, language):
    daniyar.post(f"/language/{language}", {"back": "/"})
    assert words(language)["second_hidden"] in items(daniyar.get("/incidents"))[0]


@pytest.mark.parametrize(
    "asked",
    ["category=physical", "method=non_fatal_attack_beating", "region=KZ-39", "period=2024", "words=Skiba"],
)
def test_no_filter_tells_by_finding_it(daniyar, bolat, asked):
    assert sorted(FIRST in one for one in items(bolat.get(f"/incidents?{asked}"))) == [False, True]
    assert [FIRST in one for one in items(daniyar.get(f"/incidents?{asked}"))] == [False]


def test_by_its_status_it_is_found(daniyar):
    (only,) = items(daniyar.get("/incidents?status=published"))
    assert (FIRST in only, told(only)) == (True, [])


def test_in_the_list_of_readers_it_is_hidden_too(daniyar):
    (only,) = items(daniyar.get("/reading"))
    assert (f'href="/second/{FIRST}"' in only, told(only)) == (True, [])
    assert items(daniyar.get("/reading?category=physical")) == []


def test_the_dashboard_counts_it_under_no_category_and_in_no_region(daniyar, bolat):
    open_to_all, blind = (page(who.get("/dashboard?year=2024")) for who in (bolat, daniyar))
    assert "<strong>1</strong>Physical" in open_to_all
    assert ("Physical" in blind, words("en")["second_hidden"] in blind) == (False, True)
    assert '<strong id="figure">1</strong>' in blind
    assert "<strong>1</strong>" not in blind.partition(words("en")["by_region_help"])[2]


def test_the_candidate_that_it_was_made_of_leads_to_the_form(daniyar, bolat):
    assert daniyar.get(at("d1#1"))["Location"] == f"/second/{FIRST}"
    assert daniyar.get(at("d2#1")).status_code == 200
    assert bolat.get(at("d1#1")).status_code == 200


def test_no_list_is_given_out_to_a_coder(daniyar):
    assert daniyar.get("/sheets/list.csv").status_code == 403


def test_once_it_is_coded_the_pages_tell_all(daniyar):
    assert daniyar.post(f"/second/{FIRST}", ANSWERS).status_code == 302
    assert told(items(daniyar.get("/incidents"))[0]) == list(TOLD)
    assert "<strong>1</strong>Physical" in page(daniyar.get("/dashboard?year=2024"))
    assert daniyar.get(at("d1#1")).status_code == 200


def test_who_decides_sees_all(daniyar, bolat):
    assert told(items(bolat.get("/incidents"))[0]) == list(TOLD)


def test_a_field_that_is_protected_after_the_drawing_ends_the_wait(daniyar, saule):
    models.Incident.objects.filter(ident=FIRST).update(guarded=True)
    assert daniyar.get(f"/second/{FIRST}").status_code == 404
    assert SECOND not in page(daniyar.get("/second")).partition("<h1>")[2]
