"""The desk: what waits is shown, what is decided is written, and what cannot be is told."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.db import connections
from tests.web.desk.conftest import PASSWORD, TEXT, browser, propose
from tools import screens

from kuzet.basis import codebook
from kuzet.basis.coding import Candidate
from kuzet.basis.document import Quotation
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Decision, Incident
from kuzet.basis.names import LANGUAGES
from kuzet.web import accounts
from kuzet.web.accounts import Wanted
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.candidates import queue
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import deciding, models, proof, store

CODED = {
    "accept-methods-0-value": "non_fatal_attack_beating",
    "accept-methods-0-quotation": "A guard pushed the reporter out of the hall.",
    "accept-methods-0-at": "24 d1",
    "accept-perpetrators-0-klass": "authorities",
    "accept-targets-0-name_en": "Andrei Skiba",
    "accept-targets-0-kind": "journalist",
    "accept-date-0-start": "2024-04",
    "accept-place-0-region": "KZ-39",
    "accept-title_en": "Guard pushes reporter out of a court",
    "accept-summary_en": "The reporter was pushed out of the hall.",
    "accept-reason": "the video shows it",
}


def at(ident, verb=""):
    return f"/candidate/{quote(ident)}" + (f"/{verb}" if verb else "")


def state(ident):
    return models.Candidate.objects.get(ident=ident).state


def test_nobody_sees_anything_without_an_account(desk):
    stranger = browser()
    for address in ("/", at("d1#1")):
        assert stranger.get(address)["Location"].startswith("/login?next=/")
    for verb in ("accept", "attach", "reject"):
        assert stranger.post(at("d1#1", verb), {f"{verb}-reason": "x"}).status_code == 302
    assert models.Decision.objects.count() == 0


def test_an_account_is_asked_for_its_password(guarded):
    stranger = browser()
    refused = stranger.post("/login", {"login": "aigul", "password": "қар жауды"})
    assert words("en")["wrong_login"] in refused.content.decode()
    assert stranger.post("/login", {"login": "aigul", "password": PASSWORD}).status_code == 302
    assert stranger.get("/").status_code == 200


def test_a_form_from_another_site_is_refused(guarded):
    hers = browser(enforce_csrf_checks=True)
    hers.login(username="aigul", password=PASSWORD)
    assert hers.post(at("d1#1", "reject"), {"reject-reason": "x"}).status_code == 403


def test_the_queue_lists_what_is_open_the_surest_first(aigul):
    shown = aigul.get("/").content.decode()
    assert re.findall(r"Guard pushes reporter, (d\d)", shown) == ["d2", "d3", "d1"]
    assert "Score 0.9 " in shown


def listed(page):
    return re.findall(r"Guard pushes reporter, (d\d)", page.content.decode())


def test_the_queue_goes_on_behind_the_last_candidate_of_a_page_also_when_that_one_is_decided(aigul, monkeypatch):
    monkeypatch.setattr(queue, "PAGE", 2)
    propose("d4", 0.8)
    first = aigul.get("/")
    assert listed(first) == ["d2", "d3"]
    (behind,) = re.findall(r'href="(\?after=[^"]*)"', first.content.decode())
    assert listed(aigul.get(f"/{behind}")) == ["d4", "d1"]
    aigul.post(at("d3#1", "reject"), {"reject-reason": "a film"})
    rest = aigul.get(f"/{behind}")
    assert (listed(rest), 'href="?after=' in rest.content.decode()) == (["d4", "d1"], False)
    assert listed(aigul.get("/?after=nobody")) == ["d2", "d4"]


def test_what_waits_is_counted_as_far_as_it_is_cheap(aigul, monkeypatch):
    assert "3 waiting" in aigul.get("/").content.decode()
    monkeypatch.setattr(queue, "MOST", 2)
    assert "2+ waiting" in aigul.get("/").content.decode()


def test_the_page_shows_the_whole_text_with_the_passage_marked_beside_the_codes_and_their_rule(aigul):
    shown = aigul.get(at("d1#1")).content.decode()
    assert "The hearing began late. <mark>A guard pushed the reporter out of the hall.</mark> It rained." in shown
    assert "word “pushed”" in shown
    assert '<option value="non_fatal_attack_beating" selected>' in shown


def test_an_accepted_candidate_is_the_next_incident_with_the_answers_of_the_form(aigul):
    done = aigul.post(at("d1#1", "accept"), CODED, follow=True)
    assert "Accepted as KZ-2024-0001" in done.content.decode()
    incident = store.get(Incident, "KZ-2024-0001")
    assert (str(incident.date), incident.category, incident.place.region) == ("2024-04", "physical", "KZ-39")
    human, machine = incident.codings
    assert (human.coder.id, machine.coder.id) == ("aigul", "reader")
    assert human.methods == machine.methods
    assert human.date.quotation is None
    (event,) = models.Event.objects.filter(kind="incident")
    assert (event.author, event.reason) == ("aigul", "the video shows it")
    assert state("d1#1") == "accepted"
    assert list(proof.findings()) == []


def test_another_report_adds_its_source_and_leaves_the_codes(aigul):
    aigul.post(at("d1#1", "accept"), CODED)
    before = store.get(Incident, "KZ-2024-0001")
    aigul.post(at("d2#1", "attach"), {"attach-incident": "KZ-2024-0001", "attach-reason": "the same push"})
    incident = store.get(Incident, "KZ-2024-0001")
    assert [one.document for one in incident.citations] == ["d1", "d2"]
    assert (incident.methods, incident.date, incident.title) == (before.methods, before.date, before.title)


def test_a_rejected_candidate_leaves_the_queue_with_its_reason(aigul):
    done = aigul.post(at("d2#1", "reject"), {"reject-reason": "a film"}, follow=True)
    assert "Rejected" in done.content.decode()
    (decision,) = store.load(Decision)
    assert (decision.author.id, decision.reason, decision.verb.value) == ("aigul", "a film", "reject")
    assert re.findall(r"Guard pushes reporter, (d\d)", aigul.get("/").content.decode()) == ["d3", "d1"]


@pytest.mark.parametrize(
    ("verb", "sent", "status", "told"),
    [
        ("reject", {"reject-reason": "  "}, 422, "Please answer this."),
        ("accept", CODED | {"accept-date-0-start": "2024-13"}, 422, "As exact as the source"),
        ("accept", CODED | {"accept-date-0-start": "--04-15"}, 422, "As exact as the source"),
        ("accept", CODED | {"accept-methods-0-value": "phisical"}, 422, "The codebook does not list this."),
        ("attach", {"attach-incident": "KZ-2024-0009", "attach-reason": "x"}, 409, "not in the registry"),
    ],
)
def test_what_cannot_be_written_is_told_on_the_page_with_what_was_typed(aigul, verb, sent, status, told):
    answer = aigul.post(at("d1#1", verb), sent)
    assert answer.status_code == status
    assert told in answer.content.decode()
    assert sent.get("accept-title_en", "") in answer.content.decode()
    assert models.Decision.objects.count() == 0


def test_a_candidate_is_decided_once(aigul):
    aigul.post(at("d1#1", "reject"), {"reject-reason": "a film"})
    answer = aigul.post(at("d1#1", "accept"), CODED)
    assert (answer.status_code, words("en")["decided"] in answer.content.decode()) == (409, True)
    assert models.Incident.objects.count() == 0


@pytest.fixture
def both_at_once(monkeypatch):
    """Two people who are given the next id at one moment, where nothing makes one of them wait."""
    barrier, given = threading.Barrier(2), deciding.next_ident

    def slow(country, year):
        ident = given(country, year)
        with suppress(threading.BrokenBarrierError):
            barrier.wait(0.5)
        return ident

    monkeypatch.setattr(deciding, "next_ident", slow)

    def accept(*idents):
        def one(ident):
            try:
                theirs = browser()
                theirs.force_login(User.objects.get(username="aigul"))
                return theirs.post(at(ident, "accept"), CODED | {"accept-methods-0-at": ""}).status_code
            finally:
                connections.close_all()

        with ThreadPoolExecutor(2) as pool:
            return sorted(pool.map(one, idents))

    return accept


def test_two_people_who_accept_at_once_make_two_incidents(aigul, both_at_once):
    assert both_at_once("d1#1", "d2#1") == [302, 302]
    cited = {one.id: [each.document for each in one.citations] for one in store.load(Incident)}
    assert sorted(cited) == ["KZ-2024-0001", "KZ-2024-0002"]
    assert sorted(cited.values()) == [["d1"], ["d2"]]


def test_of_two_people_who_accept_one_candidate_at_once_the_second_is_told(aigul, both_at_once):
    assert both_at_once("d1#1", "d1#1") == [302, 409]
    assert models.Incident.objects.count() == 1


def test_words_of_a_document_are_text_and_nothing_else(aigul):
    propose("d9", 0.5, TEXT.replace("It rained", "<script>alert(1)</script> It rained"))
    shown = aigul.get(at("d9#1")).content.decode()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_every_page_lets_nothing_in_from_elsewhere(aigul):
    for address in ("/", at("d1#1"), "/assets/desk.css"):
        answer = aigul.get(address)
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert "script-src 'self'" in answer["Content-Security-Policy"]
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"
        assert not re.findall(r"(?:src|href|action)=\"(?:https?:)?//", answer.content.decode())


def test_the_three_languages_say_the_same_things():
    keys = {language: list(words(language)) for language in LANGUAGES}
    assert keys["kk"] == keys["ru"] == keys["en"]
    assert not [(one, key) for one in LANGUAGES for key, told in words(one).items() if not told.strip()]
    assert [key for key in keys["en"] if key != "desk" and words("kk")[key] == words("en")[key]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_the_chosen_language_with_the_labels_of_the_codebook(aigul, language):
    aigul.post(f"/language/{language}", {"back": "/"})
    shown = aigul.get(at("d1#1")).content.decode()
    assert f'<html lang="{language}">' in shown
    assert words(language)["machine_says"] in shown
    assert codebook.load().label("perpetrator_classes", "authorities", language) in shown


def test_the_browser_is_asked_where_nothing_was_chosen(desk):
    shown = browser(headers={"accept-language": "kk-KZ,kk;q=0.9,ru;q=0.8"}).get("/login").content.decode()
    assert '<html lang="kk">' in shown


def test_a_choice_of_language_never_leads_to_another_site(aigul):
    answer = aigul.post("/language/kk", {"back": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_words_that_stand_twice_are_named_with_what_is_around_them():
    text = "He was hit. Then he ran. He was hit. Nobody helped."
    found = candidates.once(text, Quotation(document="d", start=25, end=36, text="He was hit."))
    assert text.count(found) == 1
    assert "He was hit." in found


def test_passages_that_overlap_are_marked_once_and_the_text_is_whole():
    text = "abcdefghij"
    cuts = tuple(Quotation(document="d", start=a, end=b, text=text[a:b]) for a, b in ((4, 8), (1, 3), (2, 6)))
    found = list(candidates.pieces(text, cuts))
    assert "".join(piece.text for piece in found) == text
    assert "".join(piece.text for piece in found if piece.marked) == "bcdefgh"


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("name", "password"),
    [("aigul", "short"), ("aigul", "password1234"), ("a b", "a long sentence"), ("", "a long sentence")],
)
def test_an_account_needs_a_fit_name_and_password(folder, name, password):
    with pytest.raises(BadInput, match="an account with a name and a password that are fit"):
        accounts.make(folder, name, Wanted(password))


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_a_new_password_ends_the_sessions_of_the_old_one(aigul, desk):
    assert accounts.make(desk, "aigul", Wanted("another long sentence")) is False
    from kuzet.web.folder import opened

    with opened(desk):
        assert aigul.get("/").status_code == 302


def test_every_verb_of_the_desk_is_refused_as_a_link(aigul):
    assert {"accept", "attach", "reject"} <= {name for name, _ in screens.routes()}
    for verb in ("accept", "attach", "reject"):
        assert aigul.get(at("d1#1", verb)).status_code == 405
    assert aigul.get("/logout").status_code == 405
    assert state("d1#1") == "open"
    assert store.get(Candidate, "d1#1").score == 0.7
