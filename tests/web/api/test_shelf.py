"""Editions are opened once each, however many there are; one that is damaged is told of, and comes back repaired."""

from __future__ import annotations

import shutil

import pytest

from kuzet.web.api import shelf
from kuzet.web.api.shelf import Opened, Shelf


@pytest.fixture
def opened(monkeypatch):
    """The paths that were opened, in turn."""
    paths, of = [], Opened.of

    def noted(path, searches):
        paths.append(path.name)
        return of(path, searches)

    monkeypatch.setattr(Opened, "of", noted)
    return paths


def folder_of(editions, place, *names):
    for name in names:
        shutil.copytree(editions / "kz-2024", place / name, copy_function=shutil.copyfile)
    return Shelf(place, place)


def test_each_of_many_editions_is_opened_once(editions, tmp_path, opened):
    names = [f"edition-{number:02}" for number in range(20)]
    found = folder_of(editions, tmp_path, *names)
    assert len(found.editions) == 20
    assert found.editions == found.editions
    assert opened == names


def test_an_edition_that_another_one_took_the_place_of_is_opened_again_and_one_that_is_gone_is_forgotten(
    editions, tmp_path, opened
):
    found = folder_of(editions, tmp_path, "a", "b")
    first = found.editions
    (tmp_path / "a" / "manifest.json").touch()
    assert set(found.editions) != set(first)
    assert opened == ["a", "b", "a"]
    shutil.rmtree(tmp_path / "a")
    (left,) = found.editions
    assert left in first


def test_a_damaged_edition_is_told_of_once_and_served_again_when_it_is_whole(
    editions, tmp_path, opened, monkeypatch, caplog
):
    found = folder_of(editions, tmp_path, "a")
    lines = (tmp_path / "a" / "incidents.jsonl").read_bytes()
    (tmp_path / "a" / "incidents.jsonl").write_bytes(lines[:-100])
    assert found.editions == ()
    assert found.editions == ()
    assert opened == ["a"]
    monkeypatch.setattr(shelf, "monotonic", lambda: float("inf"))
    assert found.editions == ()
    (told,) = [record.getMessage() for record in caplog.records]
    assert str(tmp_path / "a") in told
    assert "incidents.jsonl" in told
    (tmp_path / "a" / "incidents.jsonl").write_bytes(lines)
    assert len(found.editions) == 1


def test_a_zip_is_served_and_a_damaged_one_is_left_out(editions, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(shelf.tempfile, "tempdir", str(tmp_path / "rooms"))
    (tmp_path / "rooms").mkdir()
    place = tmp_path / "editions"
    shutil.make_archive(str(place / "whole"), "zip", editions / "kz-2024")
    whole = (place / "whole.zip").read_bytes()
    (place / "cut.zip").write_bytes(whole[: len(whole) // 2])
    middle = len(whole) // 2
    (place / "spoiled.zip").write_bytes(whole[:middle] + b"spoiled" + whole[middle + 7 :])
    assert [one.told.name for one in Shelf(place, place).editions] == ["kz-2024-edition-1"]
    told = " ".join(record.getMessage() for record in caplog.records)
    assert [name in told for name in ("cut.zip", "spoiled.zip", "whole.zip")] == [True, True, False]
    assert len(list((tmp_path / "rooms").iterdir())) <= 1
