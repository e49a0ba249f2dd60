"""Two codings that differ are settled question by question, with a reason."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from msgspec.structs import replace
from tests.web import made
from tests.web.desk.conftest import logged_in
from tests.web.sheets.rows import HEAD, ONE

from kuzet.adapters import sheets as files
from kuzet.basis.coding import Answer, Coder
from kuzet.basis.incident import Incident
from kuzet.basis.tiers import Raised, Tier
from kuzet.web.registry import changes, guarding, models, proof, store

pytestmark = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
IDENT = "KZ-2024-0001"


@pytest.fixture
def differing(aigul):
    """Her browser; what she brought in was coded by daniyar with another method and another date."""
    from kuzet.basis.dates import EventDate

    sent = aigul.post("/sheets", {"file": SimpleUploadedFile("r.csv", files.written("R", HEAD, [ONE], "csv"))})
    aigul.post(f"{sent['Location']}/bring")
    first = store.get(Incident, IDENT).codings[0]
    second = replace(
        first,
        coder=Coder(id="daniyar"),
        at=datetime.now(UTC) + timedelta(seconds=1),
        methods=(Answer(value="accreditation_denial"),),
        date=Answer(value=EventDate.parse("2024-05-14")),
    )
    changes.put(second, made.by("daniyar", "second coding"))
    return aigul


def page(answer):
    return unescape(answer.content.decode())


def test_what_differs_is_listed_with_both_coders(differing):
    told = page(differing.get("/settling"))
    assert IDENT in told
    assert "aigul · daniyar" in told
    side_by_side = page(differing.get(f"/settling/{IDENT}"))
    assert "2024-05-13" in side_by_side
    assert "2024-05-14" in side_by_side


def test_for_each_question_one_answer_is_chosen(differing):
    answer = differing.post(f"/settling/{IDENT}", {"methods": "second", "date": "first", "reason": "the order says so"})
    assert answer.status_code == 302
    incident = store.get(Incident, IDENT)
    assert (incident.methods, incident.category) == (("accreditation_denial",), "non_physical_cyber")
    assert str(incident.date) == "2024-05-13"
    assert models.Coding.objects.filter(subject=IDENT, coder="daniyar").count() == 1
    assert IDENT not in page(differing.get("/settling")).partition("<main")[2].partition("<ul>")[2]
    assert list(proof.findings()) == []


def test_nothing_is_settled_without_a_reason(differing):
    before = store.get(Incident, IDENT)
    assert differing.post(f"/settling/{IDENT}", {"methods": "second"}).status_code == 409
    assert store.get(Incident, IDENT) == before


def test_an_analyst_does_not_settle_a_published_incident(differing):
    changes.put(replace(store.get(Incident, IDENT), status="published"), made.by(), 1)
    refused = differing.post(f"/settling/{IDENT}", {"methods": "second", "reason": "x"})
    assert refused.status_code == 409


def test_an_incident_that_nobody_coded_twice_has_no_such_page(aigul):
    assert aigul.get(f"/settling/{IDENT}").status_code == 404


@pytest.mark.parametrize(("language", "method", "day"), [("kk", "Тәсілдер", "Күні"), ("ru", "Способы", "Дата")])
def test_each_question_is_named_in_the_language_of_the_page(differing, language, method, day):
    differing.post(f"/language/{language}", {"back": "/"})
    legends = re.findall(r"<legend>(.*?)</legend>", page(differing.get(f"/settling/{IDENT}")))
    assert legends == [method, day]


def test_the_codings_of_an_incident_with_a_protected_field_are_for_editors_and_that_they_looked_is_noted(differing):
    raised = (Raised(path="targets.0.name", tier=Tier.PROTECTED),)
    changes.put(replace(store.get(Incident, IDENT), tiers=raised), made.by(), 1)
    assert differing.get(f"/settling/{IDENT}").status_code == 404
    assert IDENT not in page(differing.get("/settling"))
    assert logged_in("saule", "editor").get(f"/settling/{IDENT}").status_code == 200
    (looked,) = guarding.reveals(IDENT)
    assert (looked.author, looked.path) == ("saule", "targets.0.name")
