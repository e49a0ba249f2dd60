"""A writer that is killed, or whose disk is full, loses nothing that it acknowledged."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress

import pytest
from tests.adapters.archive.made import DAY, answer

from kuzet.adapters.archive import Archive, Layout, Proof
from kuzet.basis.errors import Missing


def test_fifty_kills_lose_nothing_acknowledged_and_keep_nothing_twice(tmp_path):
    words = [sys.executable, "-m", "tests.adapters.archive.killing", str(tmp_path / "data"), "50"]
    path = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(words, capture_output=True, text=True, env=path)
    told = json.loads(done.stdout or "{}")
    assert told.pop("acknowledged", 0) >= 50, done.stderr
    assert told.pop("kept") >= 50
    assert told == {"lost": 0, "doubled": 0, "wrong": 0, "findings": []}


@pytest.fixture
def small_disk(tmp_path):
    """A file system of one megabyte."""
    place = tmp_path / "small"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(words, capture_output=True).returncode:
        pytest.skip("no small file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_a_clear_error_and_keeping_goes_on_when_there_is_space(small_disk):
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"\0" * 700_000)
    with Archive(small_disk / "data") as archive:
        kept, reason = until_full(archive, 1)
        assert reason == f"{small_disk}/data/archive cannot be written: No space left on device"
        assert list(archive.captures()) == kept
        assert until_full(archive, 1000)[0] == []  # still full, still whole
        ballast.unlink()
        kept.append(archive.keep(answer(5000), "news"))
        assert list(archive.captures()) == kept
    proof = Proof(Layout(small_disk / "data"))
    assert [str(finding) for finding in proof.findings()] == []
    assert proof.proved.captures == len(kept)


def test_a_disk_that_is_full_at_every_place_of_a_writing_leaves_the_archive_whole(small_disk):
    ballast = small_disk / "ballast"
    with Archive(small_disk / "data") as archive:
        kept = [archive.keep(answer(1), "news")]
        for pages in range(12):
            ballast.unlink(missing_ok=True)
            fill(ballast, pages)
            kept += until_full(archive, 100 * (pages + 1))[0]
            assert [str(one) for one in Proof(Layout(small_disk / "data")).findings()] == []
            assert list(archive.captures()) == kept
        ballast.unlink()
        assert archive.keep(answer(9999), "news").id == f"c-{len(kept) + 1}"


def test_no_checkpoint_is_made_on_a_full_disk_and_it_is_made_when_there_is_space(small_disk):
    with Archive(small_disk / "data") as archive:
        archive.keep(answer(1), "news")
        fill(small_disk / "ballast", 0)
        with pytest.raises(Missing, match=f"{small_disk}/data/archive cannot be written: No space left on device"):
            archive.checkpoint(DAY)
        for pages in range(8):
            fill(small_disk / "ballast", pages)
            with suppress(Missing):
                archive.checkpoint(DAY)
            (small_disk / "ballast").unlink()
            assert [str(one) for one in Proof(Layout(small_disk / "data")).findings()] == []
        assert archive.checkpoint(DAY).number == 1


def test_an_archive_is_opened_on_a_disk_that_is_full(small_disk):
    with Archive(small_disk / "data") as archive:
        kept = [archive.keep(answer(1), "news")]
    fill(small_disk / "ballast", 0)
    with Archive(small_disk / "data") as archive:
        assert list(archive.captures()) == kept
        assert "No space left on device" in until_full(archive, 2)[1]


def fill(ballast, pages):
    """Fill the disk but for so many pages."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            file.truncate(max(0, (file.tell() // 4096 - pages) * 4096))


def until_full(archive, first):
    """Keep answers until the disk is full: what was kept, and the reason."""
    kept = []
    for number in range(first, first + 99):
        try:
            kept.append(archive.keep(answer(number, body=os.urandom(3000)), "news"))
        except Exception as error:  # noqa: BLE001  (what it says is what is tested)
            return kept, str(error)
    return kept, ""
