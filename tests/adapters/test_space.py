"""A disk that is nearly full is told before it is full."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from kuzet.adapters import space
from kuzet.basis.errors import Missing


@pytest.fixture
def small_disk(tmp_path):
    words = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(tmp_path)]
    if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(words, capture_output=True).returncode:
        pytest.skip("no small file system can be mounted here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_small_disk_is_told_with_what_is_left_of_it(small_disk):
    assert space.shortage(small_disk) == f"8 MiB are free for {small_disk}, expected at least 2,048"
    (small_disk / "page").write_bytes(b"0" * 3 * 2**20)
    assert space.shortage(small_disk) == f"5 MiB are free for {small_disk}, expected at least 2,048"


def test_a_disk_with_room_is_not_spoken_of(tmp_path, monkeypatch):
    monkeypatch.setattr(space, "LOW", 1)
    monkeypatch.setattr(space, "FEW", 1)
    assert space.shortage(tmp_path) == ""


def test_a_disk_with_room_but_few_files_left_is_told(small_disk, monkeypatch):
    monkeypatch.setattr(space, "LOW", 1)
    monkeypatch.setattr(space, "FEW", 10**12)
    assert space.shortage(small_disk).endswith(f"more files can be made in {small_disk}, expected at least {10**12:,}")


def test_a_folder_that_is_gone_is_one_line(tmp_path):
    with pytest.raises(Missing, match="gone cannot be read: No such file or directory"):
        space.shortage(tmp_path / "gone")
