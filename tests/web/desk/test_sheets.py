"""The pages of spreadsheets: a register is sent, read, brought in and taken back; hostile files are told."""

from __future__ import annotations

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web import made
from tests.web.desk.conftest import browser
from tests.web.sheets.rows import HEAD, ONE, TWO

from kuzet.adapters import sheets as files
from kuzet.adapters.sheets.opening import read
from kuzet.web.desk.sheets import registers
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import models

sqlite_only = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
pytestmark = sqlite_only
WRONG = (*TWO[:4], "nonsense", *TWO[5:])


def page(answer):
    return unescape(answer.content.decode())


def send(browser, *rows, headers=HEAD, name="register.xlsx", raw=None):
    """Send a register; gives where its page is."""
    raw = raw if raw is not None else files.written("R", headers, rows, "xlsx")
    return browser.post("/sheets", {"file": SimpleUploadedFile(name, raw)})


def sent(browser, *rows, **given):
    return send(browser, *rows, **given)["Location"]


def standing():
    return models.Incident.objects.exclude(status__in=("in_review", "candidate")).count()


def test_a_register_is_sent_looked_at_brought_in_and_taken_back(aigul):
    at = sent(aigul, ONE, WRONG)
    told = page(aigul.get(at))
    assert "R!E3" in told
    assert "a code or label of the list" in told
    done = aigul.post(f"{at}/bring", {"reason": "our register"}, follow=True)
    assert "1 incidents added, 0 changed, 0 given another report, 1 rows left out." in page(done)
    assert models.Incident.objects.get().title_ru == "Удар"
    ident = models.Import.objects.get().ident
    assert "1 rows were taken back" in page(aigul.post(f"/sheets/undo/{ident}", follow=True))
    assert models.Import.objects.get().state == "undone"


def test_columns_are_named_on_the_page_and_needed_ones_are_asked_for(aigul):
    at = sent(aigul, ONE[2:7], headers=("Дата", "Название", "Как", "Кого", "Должность"))
    assert "New incidents need these columns too: Methods, Target" in page(aigul.get(at))
    assert aigul.post(f"{at}/bring").status_code == 422
    fields = ("date", "title_ru", "methods", "target", "target_kind")
    aigul.post(at, {"sheet": "R", "before": "R", **{f"column-{at}": name for at, name in enumerate(fields)}})
    aigul.post(f"{at}/bring")
    assert models.Incident.objects.get().title_ru == "Удар"


def test_a_row_that_seems_to_be_there_is_left_out_or_added_as_chosen(aigul):
    aigul.post(f"{sent(aigul, ONE)}/bring")
    again = ("", "", "13.05.2024", "Избиение", *ONE[4:8], "https://c.example/3", "")
    at = sent(aigul, again, name="other.xlsx")
    assert "Add to KZ-2024-0001" in page(aigul.get(at))
    aigul.post(f"{at}/bring")
    assert models.Citation.objects.count() == 1
    aigul.post(f"{sent(aigul, again, name='other.xlsx')}/bring", {"row-2": "KZ-2024-0001"})
    assert models.Citation.objects.filter(incident__ident="KZ-2024-0001").count() == 2


def test_nobody_else_sees_what_one_has_sent(aigul, desk):
    from django.contrib.auth.models import User

    models.SheetDraft.objects.all().delete()
    at = sent(aigul, ONE)
    models.SheetDraft.objects.update(author="somebody")
    for answer in (aigul.get(at), aigul.post(f"{at}/bring"), aigul.post(f"{at}/drop")):
        assert answer.status_code == 404
    assert User.objects.filter(username="somebody").count() == 0
    assert browser().get(at).status_code == 302


def test_a_file_is_forgotten_when_asked(aigul):
    aigul.post(f"{sent(aigul, ONE)}/drop")
    assert models.SheetDraft.objects.count() == 0


@pytest.mark.parametrize("raw", [b"PK\x03\x04 broken", b"\x00\x01\x02\x03" * 50], ids=["broken", "binary"])
def test_what_is_no_register_is_told_and_not_kept(aigul, raw):
    refused = send(aigul, raw=raw)
    assert refused.status_code == 422
    assert words("en")["sheet_unread"] in page(refused)
    assert models.SheetDraft.objects.count() == 0


def test_a_register_that_is_too_long_for_the_page_is_told(aigul, monkeypatch):
    monkeypatch.setattr(registers, "MOST", 1)
    assert "at most 1; larger registers: kuzet import" in page(send(aigul, ONE, TWO))


def test_what_a_file_says_is_shown_as_text(aigul):
    hostile = "<script>alert(1)</script>"
    told = aigul.get(sent(aigul, (*ONE[:3], hostile, hostile, *ONE[5:]), headers=(*HEAD[:9], hostile))).content.decode()
    assert "<script>alert" not in told
    assert "&lt;script&gt;alert" in told


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_incidents_are_given_out_as_a_file(aigul, form):
    aigul.post(f"{sent(aigul, (*ONE[:3], '=1+1', *ONE[4:]))}/bring")
    answer = aigul.get(f"/sheets/list.{form}?category=physical&period=2024")
    assert answer["Content-Disposition"].endswith(f'.{form}"')
    (table,) = read(answer.content, f"a.{form}").tables
    assert table.rows[1][:5] == ("KZ-2024-0001", "1", "2024-05-13", "", "'=1+1")
    assert aigul.get("/sheets/list.ods").status_code == 404
    assert aigul.get("/sheets/list.csv?colour=red").status_code == 422


def test_a_template_comes_in_the_language_of_the_page(aigul):
    aigul.cookies["language"] = "kk"
    (register, *_) = read(aigul.get("/sheets/template").content, "t.xlsx").tables
    assert register.name == "Тізілім"


def test_an_analyst_does_not_change_a_published_incident_with_a_sheet(aigul):
    from msgspec.structs import replace

    from kuzet.basis.incident import Incident
    from kuzet.web.registry import changes, store

    aigul.post(f"{sent(aigul, ONE)}/bring")
    published = replace(store.get(Incident, "KZ-2024-0001"), status="published")
    changes.put(published, made.by(), 1)
    row = ("KZ-2024-0001", "2", ONE[2], "Толчок", *ONE[4:])
    told = page(aigul.post(f"{sent(aigul, row)}/bring", follow=True))
    assert "Row 2: only an editor changes an incident that is published" in told
    assert store.get(Incident, "KZ-2024-0001") == published
