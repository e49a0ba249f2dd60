"""A sample is coded a second time by somebody who does not see the first coding."""

from __future__ import annotations

import re
from html import unescape

import pytest
from tests.web.desk.conftest import logged_in
from tests.web.desk.incidents.conftest import FIRST, act, bolat, coded, saule

from kuzet.basis.coding import Coding
from kuzet.basis.names import LANGUAGES
from kuzet.web.desk.second import settling
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import models, proof, store
from kuzet.web.registry.words import Sampling

__all__ = ["bolat", "coded", "saule"]
pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
ANSWERS = {"second-methods-0-value": "accreditation_denial", "second-date-0-start": "2024-04"}


def page(answer):
    return unescape(answer.content.decode())


@pytest.fixture
def daniyar(desk):
    return logged_in("daniyar", "coder")


@pytest.fixture
def drawn(coded, saule):
    """FIRST, which aigul coded, is drawn."""
    assert saule.post("/second/plan", {"size": "100%", "seed": "2024"}).status_code == 302
    return FIRST


def test_an_editor_draws_a_sample_that_never_changes(drawn, coded):
    (sample,) = store.load(Sampling)
    assert (sample.size, sample.seed, sample.drawn, sample.author) == ("100%", "2024", (FIRST,), "saule")
    assert coded.post("/second/plan", {"size": "1"}).status_code == 403
    assert list(proof.findings()) == []


def test_a_size_that_cannot_be_read_is_refused_with_its_value(coded, saule):
    refused = saule.post("/second/plan", {"size": "a tenth"})
    assert (refused.status_code, "“a tenth”" in page(refused)) == (422, True)
    assert models.Sampling.objects.exists() is False


def test_the_second_coder_sees_the_words_and_nothing_of_the_first_coding(drawn, daniyar):
    shown = page(daniyar.get(f"/second/{FIRST}"))
    assert "<mark>A guard pushed the reporter out of the hall.</mark>" in shown
    hidden = ("aigul", "Andrei Skiba", "Guard pushes reporter out of a court", "word “pushed”", "the video shows it")
    assert [told for told in hidden if told in shown] == []
    assert re.findall(r"value=\"[^\"]+\" selected", shown) == []


@pytest.mark.parametrize("address", [f"/incident/{FIRST}", f"/incident/{FIRST}/history", f"/reading/{FIRST}"])
def test_until_then_a_coder_is_led_away_from_what_tells_it(drawn, daniyar, bolat, address):
    act(bolat, "confirm")
    assert daniyar.get(address)["Location"] == f"/second/{FIRST}"
    assert daniyar.post(f"/second/{FIRST}", ANSWERS).status_code == 302
    assert daniyar.get(address).status_code == 200


def test_a_second_coding_is_kept_beside_the_first_and_waits_to_be_settled(drawn, daniyar, coded):
    assert daniyar.post(f"/second/{FIRST}", ANSWERS)["Location"] == "/second"
    (second,) = (one for one in store.load(Coding) if one.coder.id == "daniyar")
    assert (second.subject, second.methods[0].value, second.place) == (FIRST, "accreditation_denial", None)
    assert daniyar.get(f"/second/{FIRST}").status_code == 404
    assert "aigul · daniyar" in page(coded.get("/settling"))


def test_a_coding_without_a_method_is_not_taken(drawn, daniyar):
    refused = daniyar.post(f"/second/{FIRST}", {"second-date-0-start": "2024-04"})
    assert (refused.status_code, words("en")["second_method"] in page(refused)) == (422, True)
    assert models.Coding.objects.filter(coder="daniyar").exists() is False


def test_nobody_codes_again_what_they_coded_first(drawn, coded):
    assert FIRST not in page(coded.get("/second")).partition("<h1>")[2]
    assert coded.get(f"/second/{FIRST}").status_code == 404


def test_a_protected_incident_is_not_drawn(coded, saule):
    given = {"path": "targets.0.name", "tier": "protected", "reason": "he was threatened"}
    saule.post(f"/incident/{FIRST}/protect", given)
    assert saule.post("/second/plan", {"size": "100%"}).status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agreement_names_its_questions_in_the_language_of_the_page(drawn, daniyar, coded, language):
    daniyar.post(f"/second/{FIRST}", ANSWERS)
    coded.post(f"/language/{language}", {"back": "/"})
    shown = page(coded.get("/settling"))
    table = shown.partition("<tbody>")[2]
    assert f'<th scope="row">{words(language)["category"]}</th>' in table
    assert (words(language)["settle_machine"] in table, "perpetrator_class<" in table) == (True, False)


def test_the_agreement_is_computed_again_only_after_something_was_written(drawn, daniyar, coded):
    coded.get("/settling")
    before = settling._agreed.cache_info().misses
    coded.get("/settling")
    assert settling._agreed.cache_info().misses == before
    daniyar.post(f"/second/{FIRST}", ANSWERS)
    coded.get("/settling")
    assert settling._agreed.cache_info().misses == before + 1
