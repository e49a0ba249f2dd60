"""A protected name is on no page; who looks at it gives a reason, which the history shows."""

from __future__ import annotations

import re

import pytest
from tests.web.desk.conftest import logged_in
from tests.web.desk.incidents.conftest import FIRST, on, status

from kuzet.basis.incident import Incident
from kuzet.web.registry import models, proof, store

NAME = "Skiba"
sqlite_only = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


def protect(editor, tier="protected", path="targets.0.name"):
    return editor.post(on(FIRST, "protect"), {"path": path, "tier": tier, "reason": "he was threatened"})


def text(answer):
    return answer.content.decode()


def test_a_protected_name_is_on_no_page_of_the_desk_and_in_no_search(coded, saule):
    assert NAME in text(coded.get(on(FIRST)))
    assert FIRST in text(coded.get(f"/incidents?words={NAME}"))
    assert protect(saule).status_code == 302
    for who in (coded, saule):
        for address in (on(FIRST), on(FIRST, "history"), "/incidents"):
            assert NAME not in text(who.get(address)), address
        found = text(who.get(f"/incidents?words={NAME}"))
        assert on(FIRST) not in found
    assert "Journalist (name protected)" in text(coded.get(on(FIRST)))
    assert list(proof.findings()) == []


@sqlite_only
def test_an_editor_looks_with_a_reason_that_everybody_reads_in_the_history(coded, saule):
    protect(saule)
    without = saule.post(on(FIRST, "reveal"), {"path": "targets.0.name", "reason": " "})
    assert (without.status_code, NAME in text(without)) == (422, False)
    shown = saule.post(on(FIRST, "reveal"), {"path": "targets.0.name", "reason": "the court asks"})
    assert re.search(rf'id="revealed">[^<]*{NAME}', text(shown))
    assert shown["Cache-Control"] == "no-store"
    told = text(coded.get(on(FIRST, "history")))
    assert "saule: targets.0.name" in told
    assert "the court asks" in told


@sqlite_only
def test_an_analyst_protects_and_reveals_nothing_and_codes_no_guarded_incident_anew(coded, saule):
    assert protect(coded).status_code == 403
    protect(saule)
    assert coded.post(on(FIRST, "reveal"), {"path": "targets.0.name", "reason": "x"}).status_code == 403
    refused = coded.get(on(FIRST, "correct"))
    assert (refused.status_code, NAME in text(refused)) == (409, False)
    assert models.Reveal.objects.count() == 0
    assert saule.get(on(FIRST, "correct")).status_code == 200
    assert models.Reveal.objects.get().author == "saule"


@sqlite_only
def test_what_is_sealed_only_an_administrator_opens(coded, saule):
    protect(saule, tier="sealed")
    refused = saule.post(on(FIRST, "reveal"), {"path": "targets.0.name", "reason": "x"})
    assert (refused.status_code, NAME in text(refused)) == (409, False)
    admin = logged_in("admin", "administrator")
    assert NAME in text(admin.post(on(FIRST, "reveal"), {"path": "targets.0.name", "reason": "the court asks"}))
    saule.post(on(FIRST, "seal"), {"note": "her brother told us", "reason": "a source"})
    (note,) = models.Sealed.objects.all()
    sent = {"path": note.ident, "reason": "the court asks"}
    assert saule.post(on(FIRST, "unseal"), sent).status_code == 403
    assert "her brother told us" in text(admin.post(on(FIRST, "unseal"), sent))
    assert "her brother" not in text(admin.get(on(FIRST, "protected")))


@sqlite_only
def test_a_field_is_opened_again_by_another_decision(coded, saule):
    protect(saule)
    protect(saule, tier="public")
    assert store.get(Incident, FIRST).tiers == ()
    assert NAME in text(coded.get(on(FIRST)))
    assert status() == "in_review"
