"""Registers brought into a registry, continued, changed and taken back, on both databases."""

from __future__ import annotations

import pytest
from django.db import connection
from tests.web import made
from tests.web.registry.test_removing import everything
from tests.web.sheets.conftest import sqlite_only
from tests.web.sheets.rows import HEAD, ONE, TWO

from kuzet import countries
from kuzet.basis.document import Document, Source
from kuzet.basis.errors import BadInput, BrokenRule
from kuzet.basis.incident import Decision, Incident
from kuzet.web.databases import FILE
from kuzet.web.registry import changes, deciding, models, proof, removing, store
from kuzet.web.registry.words import Import


def first(ident="KZ-2024-0001"):
    return store.get(Incident, ident)


def actions(plan):
    return [line.action.value for line in plan.lines]


def updated(*cells, version="1", ident="KZ-2024-0001"):
    return (ident, version, *ONE[2:3], *cells, *ONE[3 + len(cells) :])


def test_each_row_becomes_an_incident_that_rests_on_the_row(sheet):
    brought = sheet.bring(ONE, TWO)
    assert (brought.record.added, brought.record.left, brought.record.state) == (2, 0, "done")
    incident = first()
    assert (incident.title.ru, incident.date.start.day, incident.targets[0].name.ru) == ("Удар", 13, "Айгуль Омарова")
    (citation,) = incident.citations
    assert citation.url == "https://a.example/1"
    kept = store.get(Document, citation.document)
    assert "Заметка: видео" in kept.text
    assert citation.sha256 == kept.digest()


def test_a_decision_names_who_brought_it_the_file_and_the_row(sheet):
    brought = sheet.bring(ONE)
    decision = store.get(Decision, first().decisions[0])
    assert decision.id == f"{brought.record.id}-2"
    assert (decision.author.id, decision.reason) == ("aigul", "our register (register.csv, register, row 2)")
    assert decision.coding.coder.id == "aigul"


def test_what_was_brought_in_stands_in_the_chain_of_events(sheet):
    sheet.undo(sheet.bring(ONE, TWO))
    assert list(proof.findings()) == []


@sqlite_only
def test_a_removal_leaves_nothing_of_a_row_that_was_brought_in(sheet, registry):
    record = sheet.bring((*ONE[:5], "Aruzhan Sarsen", *ONE[6:]), TWO).record
    assert "Aruzhan" in everything()
    removing.remove("KZ-2024-0001", "Law on personal data", made.by("administrator"), documents=True)
    connection.close()
    assert "Aruzhan" not in everything()
    assert b"Aruzhan" not in (registry / FILE).read_bytes()
    assert store.get(Import, record.id) == record


def test_a_row_cites_the_source_that_it_names_or_else_the_register(sheet):
    changes.put(
        Source(id="paper", name=made.incident().title, kind="newspaper", languages=("kk",), country="KZ"), made.by()
    )
    sheet.bring((*ONE, "paper"), (*TWO, "nobody"), headers=(*HEAD, "Источник"))
    assert first().citations[0].source == "paper"
    own = store.get(Source, first("KZ-2024-0002").citations[0].source)
    assert (own.kind, own.name.en) == ("register", "register.csv")


def test_two_links_of_a_cell_are_two_citations(sheet):
    sheet.bring((*ONE[:8], "https://a.example/1; https://b.example/9", ""))
    assert [one.url for one in first().citations] == ["https://a.example/1", "https://b.example/9"]


def test_ids_go_on_after_those_that_are_there(sheet):
    changes.put(made.incident("KZ-2024-0041"), made.by())
    sheet.bring(ONE, TWO)
    assert {first("KZ-2024-0042").title.ru, first("KZ-2024-0043").title.ru} == {"Удар", "Отказ"}


def test_wrong_rows_are_left_out_and_the_others_come_in(sheet):
    brought = sheet.bring(ONE, (*TWO[:4], "nonsense", *TWO[5:]))
    assert (brought.record.added, brought.record.left) == (1, 1)


def test_the_same_file_again_brings_in_nothing(sheet):
    sheet.bring(ONE, TWO)
    assert actions(sheet.plan(ONE, TWO)) == ["same", "same"]
    assert sheet.bring(ONE, TWO).record.added == 0


def test_a_file_that_was_taken_back_can_be_brought_in_again(sheet):
    sheet.undo(sheet.bring(ONE))
    assert sheet.bring(ONE).record.added == 1
    assert first("KZ-2024-0002").title.ru == "Удар"


def test_columns_are_remembered_for_files_of_the_same_kind(sheet):
    headers = (*HEAD[:9], "Что было")
    sheet.bring((*ONE[:9], "Её ударили"), headers=headers, **{"Что было": "summary_ru"})
    assert sheet.plan(TWO, headers=headers).columns[9] == "summary_ru"
    assert first().summary.ru == "Её ударили"


@sqlite_only
def test_a_column_that_is_not_there_and_an_unknown_field_are_refused(sheet):
    with pytest.raises(BadInput, match="'Nowhere' is not one of the headers id, "):
        sheet.plan(ONE, Nowhere="date")
    with pytest.raises(BadInput, match="column Заметка: 'nothing' is not one of the fields id, "):
        sheet.plan(ONE, Заметка="nothing")


def test_a_row_with_an_id_changes_that_incident_and_nothing_else_of_it(sheet):
    sheet.bring(ONE, TWO)
    brought = sheet.bring(updated("Толчок"), name="corrected.csv")
    assert (brought.record.changed, brought.refused) == (1, [])
    assert first().title.ru == "Толчок"
    assert first().methods == ("non_fatal_attack_beating",)
    assert len(first().decisions) == 2
    assert list(proof.findings()) == []


def test_a_row_that_was_changed_meanwhile_is_a_conflict_and_is_told(sheet):
    sheet.bring(ONE)
    sheet.bring(updated("Толчок"), name="hers.csv")
    (line,) = sheet.plan(updated("Избиение"), name="his.csv").lines
    assert line.action.value == "wrong"
    assert str(line.findings[0]) == (
        "register!D2: 'Избиение' is not Толчок, to which it was changed after the export"
    ).replace("register!", "his!")


def test_two_people_who_change_different_cells_both_keep_their_change(sheet):
    sheet.bring(ONE)
    sheet.bring(updated("Толчок"), name="hers.csv")
    assert sheet.bring((*updated()[:4], "accreditation_denial", *ONE[5:]), name="his.csv").record.changed == 1
    assert (first().title.ru, first().methods) == ("Толчок", ("accreditation_denial",))


def test_an_incident_that_changes_between_plan_and_import_is_not_overwritten(sheet):
    from kuzet.web.sheets import bringing

    sheet.bring(ONE)
    planned = sheet.plan(updated("Поздно"), name="late.csv")
    sheet.bring(updated("Толчок"), name="hers.csv")
    late = bringing.bring(planned, bringing.Whole("late.csv", b"x"), sheet.by(), {}, lambda _done: None)
    assert late.record.changed == 0
    assert "incident 'KZ-2024-0001' was changed by somebody else meanwhile" in late.refused[0][1]
    assert first().title.ru == "Толчок"


@sqlite_only
def test_the_same_id_twice_is_told(sheet):
    sheet.bring(ONE)
    findings = [str(one) for one in sheet.plan(updated("А"), updated("Б")).findings()]
    assert findings == [f"register!A{row}: 'KZ-2024-0001' is not an id that stands once in the file" for row in (2, 3)]


@sqlite_only
def test_a_placeholder_is_not_changed(sheet):
    changes.put(made.incident(reconstructed=True, citations=()), made.by())
    (line,) = sheet.plan(updated("А")).lines
    assert "is not the id of an incident that is described and not reconstructed" in str(line.findings[0])


def test_undo_restores_what_stood_before_and_erases_nothing(sheet):
    sheet.bring(ONE)
    before, counted = first(), sheet.counted()
    brought = sheet.bring(updated("Толчок"), TWO, name="more.csv")
    undone = sheet.undo(brought)
    assert (undone.rows, undone.refused, undone.record.state) == (2, [], "undone")
    assert first() == before
    assert sheet.counted() == counted
    assert models.Decision.objects.filter(verb="undo").count() == 2
    assert store.get(Import, brought.record.id).state == "undone"


@sqlite_only
def test_an_import_is_taken_back_once(sheet):
    brought = sheet.bring(ONE)
    sheet.undo(brought)
    with pytest.raises(BrokenRule, match="nothing of it stands any more"):
        sheet.undo(brought)


def test_a_row_that_a_later_decision_rests_on_stays_and_is_told(sheet):
    brought = sheet.bring(ONE, TWO)
    decision = Decision(
        id="D-9", at=sheet.by().at, author=made.builders.ANALYST, verb=made.builders.Verb.MERGE,
        reason="the same", incident="KZ-2024-0002", into="KZ-2024-0001",
    )  # fmt: skip
    deciding.decide(decision, "KZ", made.by(), 1)
    undone = sheet.undo(brought)
    assert undone.rows == 0
    assert "undo D-9 first" in undone.refused[0]
    assert store.get(Import, brought.record.id).state == "done"


def test_a_row_like_an_incident_of_the_registry_is_proposed_with_why(sheet):
    sheet.bring(ONE)
    again = ("", "", "13.05.2024", "Избиение", *ONE[4:8], "https://c.example/3", "")
    (found,) = sheet.likely(sheet.plan(again, name="other.csv"))[2]
    assert found.ident == "KZ-2024-0001"
    assert "people: full: Айгуль Омарова" in found.why


@sqlite_only
def test_a_row_like_another_row_of_the_file_is_proposed(sheet):
    found = sheet.likely(sheet.plan(ONE, (*ONE[:8], "https://c.example/3", "")))
    assert [one.ident for one in found[3]] == ["row 2"]


@sqlite_only
def test_a_row_with_a_link_that_is_cited_already_is_proposed(sheet):
    sheet.bring(ONE)
    (found,) = sheet.likely(sheet.plan((*TWO[:8], ONE[8], ""), name="other.csv"))[2]
    assert (found.ident, found.why) == ("KZ-2024-0001", "https://a.example/1")


def test_a_row_can_be_added_to_the_incident_that_it_reports(sheet):
    from kuzet.web.sheets.bringing import Choice
    from kuzet.web.sheets.planning import Action

    sheet.bring(ONE)
    again = ("", "", "14.05.2024", "Избиение", *ONE[4:8], "https://c.example/3", "")
    brought = sheet.bring(again, name="other.csv", choices={2: Choice(Action.ATTACH, "KZ-2024-0001")})
    assert (brought.record.attached, brought.refused) == (1, [])
    assert [one.url for one in first().citations] == ["https://a.example/1", "https://c.example/3"]
    assert str(first().date) == "2024-05-13"


@sqlite_only
def test_a_row_with_an_id_and_another_link_is_another_report(sheet):
    sheet.bring(ONE)
    row = ("KZ-2024-0001", *[""] * 7, "https://d.example/4", "")
    assert sheet.bring(row, name="links.csv").record.attached == 1
    assert len(first().citations) == 2


@sqlite_only
def test_what_is_given_out_changes_nothing_when_it_is_brought_in(sheet):
    from kuzet.web.sheets import listing, planning

    sheet.bring(ONE, TWO)
    pack = planning.pack_of(countries.load("kz"))
    for language in ("kk", "ru", "en", ""):
        rows = list(listing.lines(listing.chosen({}), language, pack))
        assert actions(sheet.plan(*rows, headers=tuple(listing.heads(language)), name="list.csv")) == ["same", "same"]


@sqlite_only
def test_a_list_holds_what_was_asked_for(sheet):
    from kuzet.web.sheets import listing

    sheet.bring(ONE, TWO)

    def idents(where, period=""):
        return [row.ident for row in listing.chosen(where, period)]

    assert idents({"category": "physical"}) == ["KZ-2024-0001"]
    assert idents({"method": "accreditation_denial|ddos_hacker_attack"}) == ["KZ-2024-0002"]
    assert idents({}, "2024-05") == ["KZ-2024-0001"]
    with pytest.raises(BadInput, match="filter: 'colour' is not one of status, "):
        listing.chosen({"colour": "red"})
