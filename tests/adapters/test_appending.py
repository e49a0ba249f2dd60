"""Lines are added whole, one writer after another, and none is lost."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kuzet.adapters import appending
from kuzet.adapters.appending import appendable
from kuzet.basis.errors import Missing

WRITER = """
import sys
from pathlib import Path
from kuzet.adapters.appending import appendable
for _ in range(100):
    with appendable(Path(sys.argv[1])) as file:
        file.append(str(file.data.count(b"\\n")))
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "log.jsonl"


def add(path, line):
    with appendable(path) as file:
        file.append(line)


def test_lines_are_added_at_the_end_of_a_file_that_is_made_when_there_is_none(path):
    add(path, "Ә")
    add(path, "b")
    assert path.read_text("utf-8") == "Ә\nb\n"


def test_two_writers_at_once_wait_for_each_other_and_lose_nothing(path):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path)]) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert path.read_text().split() == [str(number) for number in range(200)]


def test_a_line_that_a_dead_writer_left_half_written_stays_alone(path):
    path.write_text("whole\nhal")
    add(path, "mine")
    assert path.read_text() == "whole\nhal\nmine\n"


def test_a_line_that_does_not_fit_on_the_disk_leaves_nothing_behind(path, monkeypatch):
    add(path, "before")
    write = os.write
    monkeypatch.setattr(appending.os, "write", lambda handle, data: write(handle, data[:3]))
    with pytest.raises(Missing, match="cannot be written: not all of the line was written"):
        add(path, "after")
    assert path.read_text() == "before\n"


def test_a_line_is_on_the_disk_with_its_folder_before_it_counts_as_written(path, monkeypatch):
    synced, fsync = [], os.fsync

    def recorded(handle):
        synced.append(Path(f"/proc/self/fd/{handle}").readlink())
        fsync(handle)

    monkeypatch.setattr(appending.os, "fsync", recorded)
    add(path, "line")
    assert synced == [path, path.parent]


def test_a_file_that_was_replaced_while_we_waited_gets_the_line(path, tmp_path):
    path.write_text("old\n")
    with path.open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        writer = threading.Thread(target=add, args=(path, "mine"))
        writer.start()
        time.sleep(0.2)  # until it waits for the lock
        (tmp_path / "new").write_text("new\n")
        (tmp_path / "new").replace(path)
    writer.join()
    assert path.read_text() == "new\nmine\n"


def test_a_file_that_cannot_be_written_is_named_with_the_reason(tmp_path):
    with pytest.raises(Missing, match=r"nowhere/log cannot be written: No such file or directory"):
        add(tmp_path / "nowhere" / "log", "line")
