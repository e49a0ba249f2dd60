"""`kuzet sources`."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file

import pytest
from click.testing import CliRunner

from kuzet.cli import main
from kuzet.observatory.collect import sources


@pytest.fixture
def shelf(tmp_path):
    with as_file(sources.shelf("kz").joinpath("orda")) as folder:
        shutil.copytree(folder, tmp_path / "orda")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, ["sources", *map(str, arguments)])


def test_sound_sources_are_counted(shelf):
    found = run("check", shelf)
    assert (found.output, found.exit_code) == ("1 sources, all sound\n", 0)


def test_a_problem_is_one_line_and_ends_with_1(shelf):
    (shelf / "orda" / "feed.xml").unlink()
    found = run("check", shelf)
    assert found.output == "orda/feed.xml: the sample is not there\n1 sources, 1 problems\n"
    assert found.exit_code == 1


def test_the_check_is_a_list_in_json(shelf):
    assert json.loads(run("check", shelf, "--json").output) == []
    (shelf / "orda" / "feed.xml").unlink()
    assert json.loads(run("check", shelf, "--json").output) == ["orda/feed.xml: the sample is not there"]


def test_a_folder_without_sources_is_one_line(tmp_path):
    found = run("check", tmp_path)
    assert found.output == f"Error: {tmp_path}: no folders of sources are there\n"
    assert found.exit_code == 1


def test_the_list_shows_language_kind_and_region_and_marks_what_nobody_has_seen(shelf):
    head, row = run("list", shelf).output.splitlines()
    assert head.split() == ["id", "name", "kind", "languages", "region", "start", "pages", "status"]
    assert row.split() == ["orda", "Orda.kz", "online_media", "ru,", "kk", "KZ-75", "feed?", "active"]


def test_the_list_in_json_has_a_field_for_each_column(shelf):
    (row,) = json.loads(run("list", shelf, "--json").output)
    assert row["id"] == "orda"
    assert row["start pages"] == "feed?"


def test_without_a_folder_the_sources_of_the_country_pack_are_listed():
    found = run("list", "--json")
    assert {row["id"] for row in json.loads(found.output)} == {plan.source.id for plan in sources.sources("kz")}
