"""Keys in files: whole or not at all, and never exchanged."""

from __future__ import annotations

import os

import pytest

from kuzet.adapters import keyfiles


def test_a_key_is_made_once_and_read_by_its_owner_alone(tmp_path):
    path = tmp_path / "sealing.key"
    keyfiles.make(path, b"first")
    keyfiles.make(path, b"second")
    assert (keyfiles.read(path), path.stat().st_mode & 0o777) == (b"first", 0o600)
    assert [one.name for one in tmp_path.iterdir()] == ["sealing.key"]


def test_a_key_that_is_not_there_or_empty_is_made(tmp_path):
    path = tmp_path / "sealing.key"
    assert keyfiles.read(path) == b""
    path.touch()
    assert keyfiles.read(path) == b""
    keyfiles.make(path, b"key")
    assert keyfiles.read(path) == b"key"


def test_a_crash_before_the_key_is_on_the_disk_leaves_no_key(tmp_path, monkeypatch):
    path = tmp_path / "sealing.key"

    def crash(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(OSError, match="Input/output error"):
        keyfiles.make(path, b"key")
    assert not path.exists()
    monkeypatch.undo()
    keyfiles.make(path, b"another")
    assert keyfiles.read(path) == b"another"
