"""`kuzet agreement`: of a release, and a second coding from the plan to the result."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from openpyxl import load_workbook
from tests.web import made
from tests.web.sheets.rows import HEAD, ONE, TWO

from kuzet.adapters import sheets as files
from kuzet.basis.incident import Incident
from kuzet.cli import main
from kuzet.web import folder as folders

pytest.importorskip("django")


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def place(begun):
    """A registry with two incidents that aigul brought in."""
    register = begun.parent / "register.csv"
    register.write_bytes(files.written("R", HEAD, (ONE, TWO), "csv"))
    assert run("import", begun, register, "--author", "aigul").exit_code == 0
    return begun.parent


def test_a_release_tells_how_far_the_machine_agrees_with_people(demo_made, tmp_path):
    told = run("agreement", demo_made[0] / "release", "--json", "-o", tmp_path / "agreement.csv")
    found = {(one["variable"], one["language"], one["period"], one["coders"]): one for one in json.loads(told.output)}
    assert found["category", "", "", ""]["level"] == "nominal"
    assert {language for _, language, _, _ in found} == {"", "kk", "ru", "en"}
    lines = (tmp_path / "agreement.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "variable,level,language,period,coders,units,same,pairs,alpha,low,high"
    assert len(lines) == len(found) + 1


def test_a_second_coder_codes_blindly_and_is_compared(place):
    planned = run("agreement", place / "registry", "--plan", "100%", "--coder", "daniyar", "-o", place / "again.xlsx")
    assert "2 of 2 incidents, 100% of each language and year, seed 1" in planned.output
    book = load_workbook(place / "again.xlsx")
    sheet = book["Register"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    assert {name for name in heads if "itle" in name or "ummary" in name or "ategory" in name} == set()
    assert [cell.value for cell in sheet[2] if cell.value] == ["KZ-2024-0001", "https://a.example/1"]
    for row, method in ((2, "non_fatal_attack_beating"), (3, "discrediting")):
        sheet.cell(row, heads["Methods"]).value = method
    book.save(place / "again.xlsx")
    taken = run("agreement", place / "registry", "--codings", place / "again.xlsx", "--coder", "daniyar")
    assert "2 codings of daniyar taken in, 0 cells to look at" in taken.output
    found = json.loads(run("agreement", place / "registry", "--json").output)
    (pair,) = [one for one in found if one["variable"] == "method" and one["coders"] == "aigul + daniyar"]
    assert (pair["same"], pair["pairs"]) == (1, 2)


def publish_all(registry):
    """Every incident is published, and both coders have an account."""
    from kuzet.web.access import holders
    from kuzet.web.registry import changes, store
    from kuzet.web.registry.roles import Role

    with folders.opened(registry):
        for name in ("aigul", "daniyar"):
            holders.give(name, Role.CODER, made.by("administrator", "a new account"))
        for one in store.load(Incident):
            changes.put(replace(one, status="published"), made.by(), changes.current_version(Incident, one.id))


def test_beside_an_edition_stands_its_agreement_with_numbers_for_accounts(place):
    again = place / "again.xlsx"
    run("agreement", place / "registry", "--plan", "100%", "--coder", "daniyar", "-o", again)
    book = load_workbook(again)
    heads = {cell.value: cell.column for cell in book["Register"][1]}
    book["Register"].cell(2, heads["Methods"]).value = "discrediting"
    book.save(again)
    run("agreement", place / "registry", "--codings", again, "--coder", "daniyar")
    publish_all(place / "registry")
    frozen = run("release", place / "registry", "-o", place / "kz-2024", "--period", "2024")
    assert frozen.exit_code == 0, frozen.output
    told = (place / "kz-2024.agreement.csv").read_text("utf-8-sig")
    assert ("method,nominal,,,person-1 + person-2,1,0,1" in told, "aigul" in told, "daniyar" in told) == (
        True,
        False,
        False,
    )


def test_nobody_codes_a_second_time_what_they_coded_first(place):
    planned = run("agreement", place / "registry", "--plan", "5", "--coder", "aigul", "-o", place / "again.xlsx")
    assert "0 of 0 incidents" in planned.output


def test_a_plan_without_a_coder_is_wrong_use(place):
    refused = run("agreement", place / "registry", "--plan", "5", "-o", place / "again.xlsx")
    assert refused.exit_code == 2
    assert "name the second coder with --coder" in refused.output
