"""The incidents of an import are confirmed and published together, by two persons, and taken back together."""

from __future__ import annotations

from html import unescape

import pytest
from tests.web.desk.conftest import logged_in
from tests.web.desk.incidents.conftest import FIRST, SECOND
from tests.web.desk.test_sheets import sent
from tests.web.sheets.rows import ONE, TWO

from kuzet.basis.names import LANGUAGES
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import models, proof

pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


@pytest.fixture
def at(aigul):
    """The page of the import of two rows that aigul brought in."""
    aigul.post(f"{sent(aigul, ONE, TWO)}/bring")
    return f"/sheets/import/{models.Import.objects.get().ident}"


def statuses():
    return dict(models.Incident.objects.values_list("ident", "status"))


def do(who, at, act, reason="checked against the printed register"):
    return who.post(at, {"do": act, "reason": reason})


def test_two_persons_lead_an_import_to_the_edition_and_back(at, aigul):
    bolat, saule = logged_in("bolat"), logged_in("saule", "editor")
    assert do(bolat, at, "raise confirm").status_code == 302
    assert statuses() == dict.fromkeys((FIRST, SECOND), "confirmed")
    assert do(saule, at, "raise publish").status_code == 302
    assert statuses() == dict.fromkeys((FIRST, SECOND), "published")
    assert models.Decision.objects.filter(verb="publish", author="saule").count() == 2
    assert do(saule, at, "lower publish").status_code == 302
    assert do(bolat, at, "lower confirm").status_code == 302
    assert statuses() == dict.fromkeys((FIRST, SECOND), "in_review")
    assert do(bolat, at, "raise confirm").status_code == 302
    assert list(proof.findings()) == []


def test_whoever_brought_the_register_in_does_not_confirm_it(at, aigul):
    refused = do(aigul, at, "raise confirm")
    assert refused.status_code == 422
    assert f"{FIRST} was coded by aigul: another person has to take this step." in unescape(refused.content.decode())
    assert statuses() == dict.fromkeys((FIRST, SECOND), "in_review")


@pytest.mark.parametrize(("act", "reason"), [("raise publish", "x"), ("raise withdraw", "x"), ("raise confirm", " ")])
def test_an_analyst_publishes_nothing_and_nothing_is_done_without_a_reason(at, act, reason):
    bolat = logged_in("bolat")
    do(bolat, at, "raise confirm", "seen")
    before = statuses()
    assert do(bolat, at, act, reason).status_code == 422
    assert statuses() == before


def test_a_confirmation_on_which_a_publication_rests_is_not_taken_back(at):
    bolat, saule = logged_in("bolat"), logged_in("saule", "editor")
    do(bolat, at, "raise confirm")
    do(saule, at, "raise publish")
    assert do(bolat, at, "lower confirm").status_code == 422
    assert statuses() == dict.fromkeys((FIRST, SECOND), "published")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_how_many_can_take_each_step(at, aigul, language):
    aigul.post(f"/language/{language}", {"back": "/"})
    shown = unescape(aigul.get(at).content.decode())
    said = words(language)
    assert f"{said['sheet_ready']} 2 · {said['sheet_taken']} 0" in shown
    assert aigul.get("/sheets/import/I-none").status_code == 404


def test_a_masked_cell_of_a_list_is_not_brought_back_in(at, aigul):
    saule = logged_in("saule", "editor")
    given = {"path": "targets.0.name", "tier": "protected", "reason": "he was threatened"}
    assert saule.post(f"/incident/{FIRST}/protect", given).status_code == 302
    row = (FIRST, "2", ONE[2], "Другое", ONE[4], "Journalist (name protected)", *ONE[6:])
    page = sent(aigul, row, name="again.xlsx")
    shown = unescape(aigul.get(page).content.decode())
    assert "R!F2" in shown
    assert "the value itself: it was masked when the list was given out; leave the cell empty" in shown
    aigul.post(f"{page}/bring")
    assert models.Target.objects.get(incident__ident=FIRST).name_ru == ONE[5]
