"""The queue: what is asked for is shown in its order, many are decided at once, and near-copies stand as one."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

import pytest
from msgspec.structs import replace
from tests import builders
from tests.web import made
from tests.web.desk.conftest import TEXT, logged_in, propose

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Candidate, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Quotation, Source
from kuzet.basis.incident import Decision, Incident, Passage
from kuzet.basis.judgement import Judgement, LinkKind, Undo, Verdict
from kuzet.basis.names import Name
from kuzet.web.desk.candidates import choices, queue
from kuzet.web.registry import alike, changes, models, proof, store, urgency, waiting

BOOK = codebook.load()
TODAY = datetime.now(UTC).date()
AGENCY = "Сотта тілшіні күзетші итеріп шығарды деп хабарлады агенттік бүгін таңертең өз арнасында. " + TEXT


def listed(page):
    return re.findall(r"Guard pushes reporter, (d\d)", page.content.decode())


def row(ident):
    return models.Candidate.objects.get(ident=f"{ident}#1")


def tell(ident, published="", source="", region="KZ-39", method="non_fatal_attack_beating", score=0.5):
    """A candidate with what the queue is asked by."""
    text = f"A guard pushed the reporter. {' '.join(f'{ident}-{number}' for number in range(30))}"
    document = replace(
        builders.document(ident, text),
        title=f"Guard pushes reporter, {ident}",
        source=source,
        published=EventDate.parse(published) if published else None,
    )
    candidate = Candidate(id=f"{ident}#1", document=ident, passages=(Quotation.cut(document, 0, 28),), score=score)
    place = Answer(value=replace(builders.KOSTANAY, region=region))
    category = Answer(value=BOOK.table("methods")[method].extra["category"])
    answers = {"methods": (Answer(value=method),), "place": place, "category": category}
    changes.put_all(
        [document, candidate, builders.coding(candidate.id, builders.READER, **answers)], made.by("r", "read")
    )


def sources(**languages):
    words = [
        Source(id=n, name=Name(en=n), kind="online", languages=(one,), country="KZ") for n, one in languages.items()
    ]
    changes.put_all(words, made.by("r", "read"))


@pytest.fixture
def hers(desk, aigul):
    """An empty queue, and her browser."""
    models.Candidate.objects.update(state="rejected")
    models.Posting.objects.all().delete()
    models.Suggested.objects.all().delete()
    choices.counts.cache_clear()
    return aigul


@pytest.fixture
def bolat(desk):
    return logged_in("bolat")


def test_a_grave_method_and_a_new_document_stand_before_a_sure_score(hers):
    tell("d4", published=str(TODAY - timedelta(days=120)), score=0.9)
    tell("d5", published=str(TODAY), method="pretrial_claim", score=0.2)
    tell("d6", published=str(TODAY), method="disappearance", score=0.2)
    assert listed(hers.get("/")) == ["d6", "d5", "d4"]


def test_the_rank_adds_score_weight_of_the_method_and_days():
    day = date(2024, 5, 1)
    beaten = urgency.rank(0.5, "non_fatal_attack_beating", day, BOOK)
    assert beaten == urgency.rank(0.5, "", day, BOOK) + 1.0
    assert urgency.rank(0.5, "", day + timedelta(days=urgency.DAYS), BOOK) == urgency.rank(0.5, "", day, BOOK) + 1
    assert urgency.gravity("disappearance", BOOK) > urgency.gravity("non_fatal_attack_beating", BOOK) > 0


def test_every_weight_is_of_a_code_of_the_codebook_and_every_group_of_methods_has_one():
    assert [key for key in urgency.weights() if key[1] not in BOOK.table(key[0])] == []
    assert {code for table, code in urgency.weights() if table == "method_groups"} == set(BOOK.table("method_groups"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("language=kk", ["d5"]),
        ("region=KZ-75", ["d5", "d6"]),
        ("region=-", ["d7"]),
        ("method=pretrial_claim", ["d6"]),
        ("category=physical", ["d7", "d5"]),
        ("source=azh", ["d5"]),
        ("age=7", ["d7", "d5"]),
        ("age=older", ["d6"]),
        ("region=KZ-75&language=ru", ["d6"]),
        ("age=soon", ["d7", "d5", "d6"]),
        ("region=XX", []),
    ],
)
def test_the_queue_is_asked_for_a_part_by_its_address(hers, query, expected):
    sources(azh="kk", vlast="ru")
    tell("d5", str(TODAY), "azh", "KZ-75")
    tell("d6", str(TODAY - timedelta(days=100)), "vlast", "KZ-75", "pretrial_claim")
    tell("d7", str(TODAY), "vlast", "", score=0.9)
    assert listed(hers.get(f"/?{query}")) == expected


def test_each_choice_tells_how_many_wait_behind_it(hers):
    sources(azh="kk")
    tell("d5", source="azh")
    tell("d6", source="azh")
    assert '<option value="azh">azh (2)</option>' in hers.get("/").content.decode()


def test_a_filter_stays_on_the_pages_and_in_the_forms_that_follow(hers, monkeypatch):
    monkeypatch.setattr(queue, "PAGE", 1)
    tell("d5")
    tell("d6")
    shown = hers.get("/queue?region=KZ-39").content.decode()
    assert f'href="/candidate/{quote("d5#1")}?region=KZ-39"' in shown
    (later,) = re.findall(r'href="(\?region=KZ-39&amp;after=[^"]*)"', shown)
    assert listed(hers.get("/" + later.replace("&amp;", "&"))) == ["d6"]
    assert (
        '<input type="hidden" name="region" value="KZ-39">'
        in hers.get("/candidate/d5%231?region=KZ-39").content.decode()
    )


def test_after_a_decision_the_next_candidate_of_the_same_part_is_shown(hers):
    tell("d5")
    tell("d6", region="KZ-75")
    tell("d7")
    done = hers.post("/candidate/d5%231/reject", {"reject-reason": "a film", "region": "KZ-39"})
    assert done["Location"] == "/candidate/d7%231?region=KZ-39"
    assert (
        hers.post("/candidate/d7%231/reject", {"reject-reason": "a film", "region": "KZ-39"})["Location"]
        == "/queue?region=KZ-39"
    )


def test_a_candidate_leads_to_the_next_and_the_one_before(hers):
    for ident in ("d5", "d6", "d7"):
        tell(ident)
    shown = hers.get("/candidate/d6%231").content.decode()
    assert re.findall(r'<a href="([^"]*)" rel="(\w+)"', shown) == [
        ("/candidate/d5%231", "prev"),
        ("/candidate/d7%231", "next"),
    ]


def test_many_are_rejected_with_one_reason_and_that_is_taken_back(aigul):
    sent = {"candidate": ["d1#1", "d3#1"], "do": "reject", "reason": "weather"}
    done = aigul.post("/queue/act", sent, follow=True)
    assert (listed(done), "Rejected: 2" in done.content.decode()) == (["d2"], True)
    assert [(one.verb.value, one.reason, len(one.passages)) for one in store.load(Decision)] == [
        ("reject", "weather", 1)
    ] * 2
    again = aigul.post("/queue/undo", follow=True)
    assert (listed(again), "Taken back" in again.content.decode()) == (["d2", "d3", "d1"], True)
    assert [one.verb.value for one in store.load(Decision)] == ["reject", "reject", "undo", "undo"]
    assert "There is nothing to take back." in aigul.post("/queue/undo", follow=True).content.decode()
    assert list(proof.findings()) == []


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        ({"do": "reject", "reason": "x"}, 422, "Nothing is ticked."),
        ({"candidate": "d1#1", "do": "reject", "reason": " "}, 422, "A reason is needed."),
        ({"candidate": "d1#1", "do": "burn", "reason": "typed"}, 422, "There is no such act."),
        (
            {"candidate": "d1#1", "do": "assign", "person": "nobody"},
            409,
            "nobody is no account that can be given work.",
        ),
        ({"candidate": ["d1#1", "d2#1"], "do": "reject", "reason": "typed"}, 409, "Candidate d2#1 is decided already."),
    ],
)
def test_an_act_on_many_that_cannot_be_done_is_done_for_none_and_keeps_what_was_typed(aigul, sent, status, told):
    aigul.post("/candidate/d2%231/reject", {"reject-reason": "a film"})
    answer = aigul.post("/queue/act", sent)
    assert (answer.status_code, told in answer.content.decode()) == (status, True)
    assert sent.get("reason", "") in answer.content.decode()
    assert 'value="d1#1" aria-labelledby="tick line-2" checked' in answer.content.decode() or "candidate" not in sent
    assert models.Decision.objects.count() == 1


def test_work_is_given_to_somebody_asked_for_by_them_and_taken_back(aigul):
    aigul.post("/queue/act", {"candidate": ["d1#1"], "do": "assign", "person": "aigul"})
    assert listed(aigul.get("/?assigned=me")) == ["d1"]
    assert listed(aigul.get("/?assigned=-")) == ["d2", "d3"]
    assert "Given to aigul" in aigul.get("/candidate/d1%231").content.decode()
    aigul.post("/queue/undo")
    assert row("d1").assignee == ""


def test_taking_a_candidate_on_leads_back_to_its_page(aigul):
    done = aigul.post("/queue/act", {"candidate": "d1#1", "do": "assign", "person": "aigul", "page": "d1#1"})
    assert (done["Location"], row("d1").assignee) == ("/candidate/d1%231", "aigul")


def test_who_has_a_page_open_is_told_to_the_others_and_forgotten(aigul, bolat):
    aigul.post("/candidate/d2%231/look")
    assert "Opened just now by: aigul" in bolat.get("/").content.decode()
    assert "aigul" in bolat.post("/candidate/d2%231/look").content.decode()
    assert "Opened just now by: aigul" not in aigul.get("/").content.decode()
    models.Looking.objects.update(at=datetime.now(UTC) - timedelta(minutes=3))
    assert "Opened just now" not in bolat.get("/").content.decode()


def test_near_copies_stand_as_one_and_are_decided_with_it(hers):
    for ident in ("d5", "d6", "d7"):
        propose(ident, 0.6, AGENCY, own=False)
    propose("d8", 0.5)
    shown = hers.get("/")
    assert (listed(shown), "near-copies besides 2" in shown.content.decode()) == (["d5", "d8"], True)
    hers.post("/candidate/d5%231/reject", {"reject-reason": "a film", "copies": "on"})
    assert [row(one).state for one in ("d5", "d6", "d7", "d8")] == ["rejected", "rejected", "rejected", "open"]


def test_near_copies_that_are_left_out_come_forward(hers):
    for ident in ("d5", "d6", "d7"):
        propose(ident, 0.6, AGENCY, own=False)
    hers.post("/candidate/d5%231/reject", {"reject-reason": "a film"})
    assert listed(hers.get("/")) == ["d6"]
    (decision,) = store.load(Decision)
    hers.post("/queue/act", {"candidate": "d6#1", "do": "reject", "reason": "a film"})
    hers.post("/queue/undo")
    assert (listed(hers.get("/")), decision.passages[0].document) == (["d6"], "d5")


def test_an_accepted_candidate_takes_the_sources_of_its_copies_along(hers):
    from tests.web.desk.test_desk import CODED

    for ident in ("d5", "d6"):
        propose(ident, 0.6, AGENCY, own=False)
    sent = {key: text for key, text in CODED.items() if "-at" not in key and "quotation" not in key}
    hers.post("/candidate/d5%231/accept", sent | {"copies": "on"})
    assert [one.document for one in store.get(Incident, "KZ-2024-0001").citations] == ["d5", "d6"]


def test_what_an_older_version_left_is_brought_into_the_queue(hers):
    tell("d5", published="2024-05-01")
    models.Candidate.objects.filter(ident="d5#1").update(family="", rank=0, method="", day=None)
    assert (waiting.fill() >= 1, row("d5").method, str(row("d5").day)) == (
        True,
        "non_fatal_attack_beating",
        "2024-05-01",
    )


def test_the_order_of_the_queue_is_a_list_that_everybody_can_read(aigul):
    shown = aigul.get("/queue/order").content.decode()
    assert f"<td>{BOOK.label('method_groups', 'physical_attack', 'en')}</td><td>1</td>" in shown
    assert "<td>1.2</td>" in shown
    shown = aigul.get("/queue/order", headers={"accept-language": "kk"}).content.decode()
    assert f"<td>{BOOK.label('method_groups', 'physical_attack', 'kk')}</td><td>1</td>" in shown
    assert "<td>1,2</td>" in shown


def test_the_keys_are_listed_on_a_page_and_behind_the_question_mark(aigul):
    assert "<h1>Keys</h1>" in aigul.get("/keys").content.decode()
    assert '<dialog id="keys" data-key="?"' in aigul.get("/").content.decode()


def same_act(ident, skiba="Andrei Skiba", on="2024-04-15"):
    """A report of one act: a named journalist pushed on a day in a town, in words of its own."""
    text = f"A guard pushed {skiba}. {' '.join(f'{ident}-{number}' for number in range(30))}"
    document = replace(builders.document(ident, text), title=f"Push, {ident}", published=EventDate.parse("2024-04-16"))
    candidate = Candidate(id=f"{ident}#1", document=ident, passages=(Quotation.cut(document, 0, 20),), score=0.5)
    target = Answer(value=Target(name=Name(en=skiba), kind="journalist"))
    date = Answer(value=EventDate.parse(on))
    coding = builders.coding(candidate.id, builders.READER, targets=(target,), date=date)
    changes.put_all([document, candidate, coding], made.by("r", "read"))


def judge(verdict):
    words = {
        f"{side}_words": Passage(document=ident, quote="A guard") for side, ident in (("left", "d5"), ("right", "d6"))
    }
    changes.put(
        Judgement(
            left="d5#1",
            right="d6#1",
            kind=LinkKind.SAME_INCIDENT,
            verdict=verdict,
            author=builders.ANALYST,
            at=made.AT,
            **words,
        ),
        made.by(),
    )


def test_another_report_of_the_same_act_is_shown_with_the_incident_that_it_led_to(hers):
    from tests.web.desk.test_desk import CODED

    same_act("d5")
    same_act("d6")
    same_act("d7", "Gulnara Bazhkenova", on="2024-02-02")
    shown = hers.get("/candidate/d5%231").content.decode()
    assert ("Push, d6" in shown, "Push, d7" in shown) == (True, False)
    sent = {key: text for key, text in CODED.items() if "-at" not in key and "quotation" not in key}
    hers.post("/candidate/d6%231/accept", sent)
    shown = hers.get("/candidate/d5%231").content.decode()
    assert 'name="attach-incident" value="KZ-2024-0001"' in shown


def test_a_pair_that_was_judged_is_not_proposed_again_until_that_is_taken_back(hers):
    same_act("d5")
    same_act("d6")
    assert alike.others("d5#1") == ["d6#1"]
    judge(Verdict.NEGATIVE)
    assert (alike.others("d5#1"), alike.others("d6#1")) == ([], [])
    (judgement,) = store.load(Judgement)
    changes.put(Undo(of=judgement.id, author=builders.ANALYST, at=made.AT), made.by())
    assert alike.others("d5#1") == ["d6#1"]


def test_a_candidate_that_is_read_anew_is_compared_anew(hers):
    same_act("d5")
    same_act("d6")
    alike.find(["d5#1", "d6#1"])
    assert (models.Suggested.objects.count(), alike.others("d6#1")) == (1, ["d5#1"])
