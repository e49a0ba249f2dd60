"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os

import pytest

from kuzet.commands import output


def test_what_stood_there_is_replaced_and_folders_are_made(tmp_path):
    path = tmp_path / "new" / "report.html"
    output.whole(path, b"first")
    output.whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert [one.name for one in path.parent.iterdir()] == ["report.html"]


def test_of_a_write_to_a_full_disk_nothing_is_left_and_what_stood_there_stands(tmp_path, monkeypatch):
    path = tmp_path / "report.html"
    path.write_bytes(b"of last year")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device"):
        output.whole(path, b"of this year")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("report.html", b"of last year")]


def test_a_write_that_fails_names_the_file_that_was_asked_for(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError) as error:
        output.whole(tmp_path / "folder", b"words")
    assert error.value.filename == str(tmp_path / "folder")
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]
