"""The pages of incidents: what may be done now is offered, what is done is told in the history, nothing is lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from tests.web import made
from tests.web.desk.conftest import propose
from tests.web.desk.incidents.conftest import FIRST, SECOND, act, on, sent, status
from tests.web.desk.test_desk import CODED, at

from kuzet.basis.coding import Coder
from kuzet.basis.dates import EventDate
from kuzet.basis.incident import Decision, Incident, Verb
from kuzet.basis.judgement import Evidence, Judgement, Link, LinkKind
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.tiers import Raised, Tier
from kuzet.web.desk.incidents import listing
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import changes, deciding, guarding, models, proof, store
from kuzet.web.registry.events import By


def text(page):
    return page.content.decode()


def offered(page):
    return set(re.findall(r'(?:action|href)="/incident/[^"/]+/(\w+)"', text(page))) - {"history"}


def test_an_incident_shows_its_codes_with_their_words_its_coder_and_its_source_with_its_hash(coded):
    shown = text(coded.get(on(FIRST)))
    assert "Guard pushes reporter out of a court" in shown
    assert "A guard pushed the reporter out of the hall." in shown
    assert "word “pushed”" in shown
    assert f"coded by: {'aigul'}" in shown
    assert store.get(Incident, FIRST).citations[0].sha256 in shown


def test_who_coded_it_is_not_offered_to_confirm_it_and_is_refused(coded):
    shown = coded.get(on(FIRST))
    assert "confirm" not in offered(shown)
    assert words("en")["own_coding"] in text(shown)
    answer = act(coded, "confirm")
    assert (answer.status_code, status()) == (409, "in_review")
    assert f"{FIRST} was coded by aigul: another person has to take this step." in text(answer)


def test_another_person_confirms_and_an_editor_publishes(coded, bolat, saule):
    assert offered(bolat.get(on(FIRST))) == {"correct", "confirm", "doubt", "exclude", "split", "merge"}
    assert act(bolat, "confirm").status_code == 302
    assert "publish" not in offered(bolat.get(on(FIRST)))
    assert act(bolat, "publish").status_code == 403
    assert "Published: KZ-2024-0001" in text(saule.post(on(FIRST, "publish"), {"publish-reason": "ok"}, follow=True))
    assert status() == "published"
    assert list(proof.findings()) == []


def test_what_an_editor_alone_may_do_with_a_published_incident_an_analyst_is_not_offered(published, bolat, saule):
    assert offered(bolat.get(on(FIRST))) == set()
    assert offered(saule.get(on(FIRST))) == {"correct", "split", "merge", "withdraw", "retract", "protected"}
    assert bolat.get(on(FIRST, "correct")).status_code == 409
    act(saule, "withdraw")
    assert bolat.post(on(FIRST, "reopen"), {"reopen-reason": "x"}).status_code == 409
    assert status() == "withdrawn"


def test_a_step_without_a_reason_is_not_taken(coded, bolat):
    answer = act(bolat, "confirm", reason=" ")
    assert (answer.status_code, status()) == (422, "in_review")
    assert words("en")["needed"] in text(answer)


def test_a_confirmation_of_an_older_version_is_refused_and_the_reason_is_kept(coded, bolat, saule):
    act(saule, "doubt")
    act(saule, "reopen")
    answer = bolat.post(on(FIRST, "confirm"), {"confirm-reason": "I read the first one", "version": 1})
    assert (answer.status_code, status()) == (409, "in_review")
    assert words("en")["changed_meanwhile"] in text(answer)
    assert "I read the first one" in text(answer)


def test_the_history_tells_in_words_who_did_what_why_and_what_changed(published, saule):
    shown = text(saule.get(on(FIRST, "history")))
    order = [shown.index(one) for one in ("saule: published it", "bolat: confirmed it", "aigul: accepted a report")]
    assert order == sorted(order)
    assert "Reason: the video shows it" in shown
    row = re.search(r'<th scope="row">Status</th><td><div>(.*?)</div></td><td><div>(.*?)</div>', shown)
    assert row.groups() == ("Accepted", "Published")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_history_is_told_in_each_language(coded, language):
    coded.post(f"/language/{language}", {"back": "/"})
    assert f"aigul: {words(language)['did_accept']}" in text(coded.get(on(FIRST, "history")))


def undo(who, verb, reason="a mistake", ident=FIRST):
    of = next(one.id for one in store.load(Decision) if one.verb.value == verb)
    return who.post(on(ident, "undo"), {"of": of, "undo-reason": reason})


def test_each_step_is_taken_back_from_the_history_which_still_tells_of_it(published, saule):
    assert undo(saule, "publish").status_code == 302
    assert undo(saule, "confirm").status_code == 302
    assert status() == "in_review"
    shown = text(saule.get(on(FIRST, "history")))
    assert shown.count(words("en")["was_undone"]) == 2
    assert "saule: took a decision back" in shown


def test_a_step_that_a_later_one_rests_on_is_not_taken_back_and_the_later_one_named(published, saule):
    answer = undo(saule, "confirm")
    assert (answer.status_code, status()) == (409, "published")
    assert re.search(r"would leave decision D-\w+ \(Publish\) without what it rests on", text(answer))


def test_an_analyst_takes_nothing_back_of_what_is_published(published, bolat):
    assert "/undo" not in text(bolat.get(on(FIRST, "history")))
    assert undo(bolat, "publish").status_code == 409
    assert status() == "published"


def corrected(who, **changed):
    form = sent(who.get(on(FIRST, "correct")))
    return (
        form
        | {"correct-reason": "the second report"}
        | {key.replace("__", "-"): value for key, value in changed.items()}
    )


def test_codes_are_corrected_by_the_form_and_those_left_alone_keep_their_words(coded, bolat):
    before = store.get(Incident, FIRST)
    assert bolat.post(on(FIRST, "correct"), corrected(bolat, **{"correct-people-0-value": "3"})).status_code == 302
    after = store.get(Incident, FIRST)
    assert (after.people, after.codings[0].coder.id) == (3, "bolat")
    assert after.codings[0].methods == before.codings[0].methods
    assert list(proof.findings()) == []


def test_a_correction_of_a_published_incident_says_so(published, saule):
    saule.post(on(FIRST, "correct"), corrected(saule, **{"correct-people-0-value": "3"}))
    assert status() == "corrected"


def test_two_who_correct_different_fields_at_once_are_joined(coded, bolat):
    mine = corrected(coded, **{"correct-people-0-value": "3"})
    theirs = corrected(bolat, **{"correct-mode-0-value": "offline"})
    assert bolat.post(on(FIRST, "correct"), theirs).status_code == 302
    assert coded.post(on(FIRST, "correct"), mine).status_code == 302
    incident = store.get(Incident, FIRST)
    assert (incident.people, incident.mode) == (3, "offline")


@pytest.mark.parametrize(("pick", "people"), [("mine", 3), ("theirs", 4)])
def test_two_who_correct_the_same_field_at_once_choose_and_nothing_is_lost(coded, bolat, pick, people):
    mine = corrected(coded, **{"correct-people-0-value": "3", "correct-title_en": "A reporter is pushed"})
    bolat.post(on(FIRST, "correct"), corrected(bolat, **{"correct-people-0-value": "4"}))
    answer = coded.post(on(FIRST, "correct"), mine)
    assert (answer.status_code, store.get(Incident, FIRST).people) == (409, 4)
    shown = text(answer)
    assert shown.count('name="choose-people"') == 2
    assert words("en")["only_mine"] in shown
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', shown))
    assert coded.post(on(FIRST, "correct"), kept | {"choose-people": pick}).status_code == 302
    incident = store.get(Incident, FIRST)
    assert (incident.people, incident.title.en) == (people, "A reporter is pushed")


def test_two_incidents_are_shown_side_by_side_merged_and_parted_again(two, bolat):
    shown = text(bolat.get(on(FIRST, "merge"), {"other": SECOND}))
    assert f'<th scope="col">{SECOND}</th>' in shown
    answer = bolat.post(
        on(FIRST, "merge"),
        {"other": SECOND, "merge-keep": FIRST, "merge-reason": "one push", "version": 1, "other_version": 1},
    )
    assert answer["Location"] == on(FIRST)
    assert [one.document for one in store.get(Incident, FIRST).citations] == ["d1", "d2"]
    assert f'href="{on(FIRST)}"' in text(bolat.get(on(SECOND)))
    assert undo(bolat, "merge", ident=SECOND).status_code == 302
    assert (status(SECOND), len(store.get(Incident, FIRST).citations)) == ("in_review", 1)


@pytest.mark.parametrize("other", [FIRST, "KZ-2024-0099", " "])
def test_a_merge_asks_for_another_incident(two, other):
    answer = two.post(on(FIRST, "merge"), {"other": other, "merge-reason": "x"})
    assert answer.status_code in (200, 422)
    assert models.Redirect.objects.count() == 0


def test_some_passages_become_an_incident_of_their_own(coded, bolat):
    coded.post(at("d2#1", "attach"), {"attach-incident": FIRST, "attach-reason": "the same push"})
    form = sent(bolat.get(on(FIRST, "split"))) | {"split-reason": "another day", "split-date-0-start": "2024-05"}
    none = bolat.post(on(FIRST, "split"), form)
    assert (none.status_code, words("en")["some_passages"] in text(none)) == (422, True)
    assert bolat.post(on(FIRST, "split"), form | {"passage": "1"})["Location"] == on(SECOND)
    assert [one.document for one in store.get(Incident, FIRST).citations] == ["d1"]
    second = store.get(Incident, SECOND)
    assert ([one.document for one in second.citations], str(second.date), second.status) == (
        ["d2"],
        "2024-05",
        "in_review",
    )


def suggest(left="d1#1", right="d2#1"):
    evidence = (Evidence(feature="target", weight=4.2, detail="Andrei Skiba"),)
    link = Link(left=left, right=right, kind=LinkKind.SAME_INCIDENT, score=0.8, evidence=evidence)
    changes.put(link, made.by("linker", "linked"))


@pytest.mark.parametrize("verdict", ["positive", "negative", "unsure"])
def test_a_pair_is_proposed_with_its_evidence_until_it_is_judged_and_never_again(coded, verdict):
    suggest()
    shown = text(coded.get(on(FIRST)))
    assert "target 4.2: Andrei Skiba" in shown
    sent_ = {"left": "d1#1", "right": "d2#1", "verdict": verdict, "reason": "another day"}
    assert coded.post(on(FIRST, "judge"), sent_).status_code == 302
    (judgement,) = store.load(Judgement)
    assert (judgement.verdict.value, judgement.author.id, judgement.reason) == (verdict, "aigul", "another day")
    assert "A guard pushed the reporter out of the hall." in judgement.left_words.quote
    assert words("en")["pairs"] not in text(coded.get(on(FIRST)))
    again = coded.post(on(FIRST, "judge"), sent_)
    assert (again.status_code, models.Judgement.objects.count()) == (422, 1)


def many(count):
    for number in range(1, count + 1):
        region = {"region": "KZ-39" if number % 2 else "KZ-71"}
        place = made.builders.KOSTANAY if number % 2 else made.builders.ASTANA
        title = Name(en=f"Incident {number}", kk=f"Оқиға №{number}")
        changes.put(made.incident(f"KZ-2024-{number:04}", title=title, place=place), made.by())
    return region


def listed(page):
    return re.findall(r'href="/incident/KZ-2024-(\d+)"', text(page))


def test_the_list_begins_with_the_newest_day_and_goes_on_behind_the_last_of_a_page(aigul, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    for number, day in enumerate(("2024", "2024", "2024-02-01", "2024-04-02", "2024-04-02", "2023-12-31"), 1):
        changes.put(made.incident(f"KZ-2024-{number:04}", date=EventDate.parse(day)), made.by())
    found, page = [], aigul.get("/incidents")
    while behind := re.findall(r'href="(\?after=KZ[^"]*)"', text(page)):
        found.append(listed(page))
        page = aigul.get(f"/incidents{behind[-1]}")
    assert [*found, listed(page)] == [["0004", "0005"], ["0003", "0001"], ["0002", "0006"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"region": "KZ-71"}, ["0002"]),
        ({"status": "in_review"}, []),
        ({"status": "published"}, ["0001", "0002", "0003"]),
        ({"method": "non_fatal_attack_beating"}, ["0001", "0002", "0003"]),
        ({"category": "judicial_economic"}, []),
        ({"period": "2024-04"}, ["0001", "0002", "0003"]),
        ({"period": "2024-05"}, []),
        ({"words": "ОҚИҒА №2"}, ["0002", "0001", "0003"]),
        ({"words": "ОҚИҒА №2", "region": "KZ-71"}, ["0002"]),
        ({"words": "палеонтология"}, []),
        ({"words": "kz-2024-0003"}, ["0003"]),
        ({"period": "last year"}, ["0001", "0002", "0003"]),
        ({"region": "XX"}, ["0001", "0002", "0003"]),
    ],
    ids=[
        "region",
        "no status",
        "status",
        "method",
        "category",
        "month",
        "other month",
        "words",
        "words and region",
        "words that stand nowhere",
        "id",
        "no period",
        "no region",
    ],
)
def test_the_list_is_narrowed(aigul, asked, found):
    many(3)
    assert listed(aigul.get("/incidents", asked)) == found


def test_text_of_an_incident_is_text_and_nothing_else(coded):
    form = corrected(coded, **{"correct-title_en": "<script>alert(1)</script>"})
    assert coded.post(on(FIRST, "correct"), form).status_code == 302
    for address in (on(FIRST), on(FIRST, "history"), "/incidents"):
        assert "<script>alert" not in text(coded.get(address))


def test_a_candidate_that_became_an_incident_is_not_another_one(coded):
    propose("d4", 0.5)
    coded.post(at("d4#1", "accept"), CODED)
    assert status(SECOND) == "in_review"


@pytest.fixture
def protected(two, saule):
    """FIRST, of which an editor closed the name of whom it hit."""
    name = store.get(Incident, FIRST).targets[0].name
    raised = Raised(path="targets.0.name", tier=Tier.PROTECTED, name=name)
    decision = Decision(
        id="D-protect",
        at=datetime.now(UTC),
        author=Coder(id="saule"),
        verb=Verb.PROTECT,
        reason="Andrei Skiba asked for it",
        incident=FIRST,
        tiers=(raised,),
    )
    deciding.decide(decision, "KZ", By("saule", decision.at, decision.reason), version=1)
    return name.best("en")


def test_a_closed_name_is_on_no_page_of_an_incident(protected, two, bolat, saule):
    for who in (bolat, saule):
        pages = [on(FIRST), on(FIRST, "history"), f"{on(SECOND, 'merge')}?other={FIRST}", "/incidents"]
        assert [page for page in pages[:2] if protected in text(who.get(page))] == []
        assert text(who.get(pages[2])).count(protected) == 1  # that of SECOND, which nobody closed
        assert "closed fields of it" in text(who.get(pages[1]))
    assert listed(bolat.get("/incidents", {"words": "Skiba"})) == ["0002"]


def test_only_an_editor_opens_the_form_that_shows_a_closed_name_and_that_is_noted(protected, bolat, saule):
    assert {"correct", "split"} & offered(bolat.get(on(FIRST))) == set()
    assert bolat.get(on(FIRST, "correct")).status_code == 409
    assert protected in text(saule.get(on(FIRST, "correct")))
    (looked,) = guarding.reveals(FIRST)
    assert (looked.author, looked.path) == ("saule", "targets.0.name")


def test_an_analyst_cannot_take_the_protection_back(protected, bolat):
    answer = bolat.post(on(FIRST, "undo"), {"of": "D-protect", "undo-reason": "x"})
    assert (answer.status_code, len(store.get(Incident, FIRST).tiers)) == (409, 1)
