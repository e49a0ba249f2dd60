"""What was kept is on the disk when `keep` returns, comes back as it was, and stands in one order."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from datetime import timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from tests.adapters.archive.made import DAY, answer, archive_of

from kuzet.adapters.archive import Archive, layout, log, objects
from kuzet.basis.errors import BadInput, Missing


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "data") as opened:
        yield opened


def objects_of(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "archive" / "objects").rglob("*.warc.gz"))


def test_a_kept_answer_comes_back_as_it_was(archive):
    capture = archive.keep(answer(1), "news")
    assert capture.id == "c-1"
    assert capture.sha256 == sha256(answer(1).body).hexdigest()
    assert capture.size == len(answer(1).body)
    assert (capture.url, capture.final, capture.status) == (answer(1).url, answer(1).final, 200)
    assert (capture.at, capture.source, capture.address) == (answer(1).at, "news", "93.184.216.34")
    assert (capture.request, capture.response, capture.hops) == (answer(1).request, answer(1).response, answer(1).hops)
    assert archive.body(capture.sha256) == answer(1).body
    assert list(archive.captures()) == [capture]


def test_captures_come_in_the_order_in_which_they_were_kept_also_after_opening_again(tmp_path):
    for number in (3, 1, 2):
        with Archive(tmp_path) as archive:
            archive.keep(answer(number), "news")
    with Archive(tmp_path) as archive:
        assert [(each.id, each.url[-1]) for each in archive.captures()] == [("c-1", "3"), ("c-2", "1"), ("c-3", "2")]


@pytest.mark.parametrize("after", [0, 1, 2, 3, 5, 6, 7, 9])
def test_captures_after_a_line_begin_at_the_checkpoint_before_it(tmp_path, after):
    with Archive(archive_of(tmp_path, 6, sealed=3)) as archive:
        archive.keep(answer(7), "news")
        assert [each.id for each in archive.captures(after)] == [f"c-{number}" for number in range(after + 1, 8)]


def test_what_a_checkpoint_holds_is_not_read_again_for_captures_after_it(tmp_path):
    with Archive(archive_of(tmp_path, 6, sealed=3)) as archive:
        path = archive.layout.captures
        path.write_bytes(path.read_bytes().replace(b"news.example/1", b"news.example/0"))
        assert [each.id for each in archive.captures(4)] == ["c-5", "c-6"]
        with pytest.raises(BadInput, match=r"captures.jsonl, line 1: "):
            list(archive.captures(1))


def test_the_same_bytes_again_are_one_object_and_two_captures(archive, tmp_path):
    first = archive.keep(answer(1), "news")
    later = archive.keep(answer(1, at=DAY + timedelta(days=1)), "news")
    assert first.sha256 == later.sha256
    assert objects_of(tmp_path / "data") == [f"{first.sha256}.warc.gz"]
    assert [each.id for each in archive.captures()] == ["c-1", "c-2"]


def test_an_answer_without_a_body_is_kept_too(archive):
    capture = archive.keep(answer(1, status=304, body=b""), "news")
    assert archive.body(capture.sha256) == b""


def test_many_are_kept_at_once_in_their_order(archive):
    kept = archive.keep_all((answer(number), "news") for number in range(1, 51))
    assert [each.id for each in kept] == [f"c-{number}" for number in range(1, 51)]
    assert list(archive.captures()) == kept


def test_times_are_kept_in_utc(archive):
    almaty = timezone(timedelta(hours=5))
    capture = archive.keep(answer(1, at=DAY.astimezone(almaty)), "news")
    assert capture.at.isoformat() == "2026-11-26T09:00:00+00:00"


def test_a_time_without_its_zone_is_refused(archive):
    with pytest.raises(BadInput, match=r"answer of http://news.example/1: .* is not a time with its zone"):
        archive.keep(answer(1, at=DAY.replace(tzinfo=None)), "news")
    assert list(archive.captures()) == []


def test_headers_longer_than_any_line_are_refused(archive):
    with pytest.raises(BadInput, match="bytes of addresses and headers' is not at most 1048576 bytes"):
        archive.keep(answer(1, response=(("X-Long", "x" * (1 << 20)),)), "news")


def test_half_a_character_in_an_address_is_refused(archive):
    with pytest.raises(BadInput, match="is not an answer whose address and headers are whole text"):
        archive.keep(answer(1, url="http://news.example/\ud800"), "news")


def test_bytes_that_were_never_kept_are_missing(archive):
    with pytest.raises(Missing, match="not in the archive"):
        archive.body("0" * 64)


def test_an_object_with_other_bytes_is_refused(tmp_path):
    archive_of(tmp_path, 2)
    first, second = objects_of(tmp_path)
    place = layout.Layout(tmp_path)
    other = place.object(second[:64]).read_bytes()
    place.object(first[:64]).write_bytes(other)
    with Archive(tmp_path) as archive, pytest.raises(BadInput, match="payload has the SHA-256 of its name"):
        archive.body(first[:64])


def test_a_capture_never_rests_on_a_damaged_object(tmp_path):
    archive_of(tmp_path, 1)
    (name,) = objects_of(tmp_path)
    path = layout.Layout(tmp_path).object(name[:64])
    path.write_bytes(path.read_bytes()[:-9])
    with Archive(tmp_path) as archive:
        with pytest.raises(BadInput, match="is not a whole WARC file"):
            archive.keep(answer(1), "news")
        assert len(list(archive.captures())) == 1


def test_threads_keep_at_once_and_each_capture_has_its_own_number(archive):
    kept = []
    threads = [
        threading.Thread(
            target=lambda part=part: kept.extend(archive.keep(answer(part * 10 + i), "news") for i in range(10))
        )
        for part in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(int(each.id[2:]) for each in kept) == list(range(1, 81))
    assert sorted(kept, key=lambda each: int(each.id[2:])) == list(archive.captures())


def test_threads_that_keep_the_same_bytes_share_one_object(archive, tmp_path):
    threads = [threading.Thread(target=archive.keep, args=(answer(1), f"source {i}")) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.source for each in archive.captures()) == [f"source {i}" for i in range(8)]
    assert len(objects_of(tmp_path / "data")) == 1
    assert list(archive.layout.room.iterdir()) == []


def test_captures_that_wait_for_one_another_share_one_sync(archive, monkeypatch):
    written, append = [], log.Log.append

    def slow(self, entries):
        written.append(len(entries))
        append(self, entries)

    monkeypatch.setattr(log.Log, "append", slow)
    archive._turn.acquire()  # somebody writes; eight wait meanwhile
    threads = [threading.Thread(target=archive.keep, args=(answer(number), "news")) for number in range(8)]
    for thread in threads:
        thread.start()
    while len(archive._waiting) < 8:
        pass
    archive._turn.release()
    for thread in threads:
        thread.join()
    assert written == [8]


def test_the_object_is_on_the_disk_before_its_name_and_its_name_before_its_line(archive, monkeypatch):
    archive.keep(answer(1), "news")
    done, fsync, rename = [], os.fsync, Path.rename
    room = archive.layout.archive

    def synced(handle):
        done.append(("sync", str(Path(f"/proc/self/fd/{handle}").readlink().relative_to(room))))
        fsync(handle)

    def renamed(self, target):
        done.append(("rename", str(target.relative_to(room))))
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "rename", renamed)
    digest = archive.keep(answer(2), "news").sha256
    leaf = f"objects/{digest[:2]}/{digest[2:4]}"
    assert done[0][0] == "sync"
    assert done[0][1].startswith("tmp/")
    assert done[1] == ("rename", f"{leaf}/{digest}.warc.gz")
    assert {name for _, name in done[2:-1]} == {leaf, f"objects/{digest[:2]}", "objects"}
    assert done[-1] == ("sync", "captures.jsonl")


@pytest.mark.usefixtures("archive")
def test_a_second_process_is_refused_with_the_number_of_the_first(tmp_path):
    code = "import sys; from kuzet.adapters.archive import Archive; Archive(sys.argv[1])"
    other = subprocess.run([sys.executable, "-c", code, str(tmp_path / "data")], capture_output=True, text=True)
    assert other.returncode == 1
    assert f"archive is in use: process {os.getpid()} writes to it; wait for it, or end it" in other.stderr


def test_a_full_disk_is_told_with_its_folder_and_nothing_is_acknowledged(archive, monkeypatch):
    archive.keep(answer(1), "news")
    before = archive.layout.captures.read_bytes()
    write = os.write

    def full(handle, data):
        if Path(f"/proc/self/fd/{handle}").readlink().name == "captures.jsonl":
            write(handle, data[:20])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(handle, data)

    with monkeypatch.context() as patched:
        patched.setattr(log.os, "write", full)
        with pytest.raises(Missing, match=r"data/archive cannot be written: No space left on device"):
            archive.keep(answer(2), "news")
    assert archive.layout.captures.read_bytes() == before
    assert archive.keep(answer(2), "news").id == "c-2"


def test_when_the_disk_fails_all_who_waited_are_told(archive, monkeypatch):
    def failing(_):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(objects, "sync", failing)
    with pytest.raises(Missing, match="cannot be written: Input/output error"):
        archive.keep_all([(answer(1), "news"), (answer(2), "news")])
    assert list(archive.layout.room.iterdir()) == []
    assert list(archive.captures()) == []


@pytest.mark.parametrize("end", [b'{"before":"00', b"\x00" * 4096, b'{"before":"x\n' + b"\x00" * 10])
def test_an_end_that_a_power_cut_tore_is_moved_aside_and_the_rest_untouched(tmp_path, end):
    archive_of(tmp_path, 2)
    path = layout.Layout(tmp_path).captures
    whole = path.read_bytes()
    path.write_bytes(whole + end)
    with Archive(tmp_path) as archive:
        assert path.read_bytes() == whole
        assert [torn.read_bytes() for torn in archive.layout.torn.iterdir()] == [end]
        assert archive.keep(answer(3), "news").id == "c-3"


def test_what_a_dead_writer_had_under_way_is_cleared(tmp_path):
    archive_of(tmp_path, 1)
    (tmp_path / "archive" / "tmp" / "7-half").write_bytes(b"half")
    with Archive(tmp_path):
        assert list((tmp_path / "archive" / "tmp").iterdir()) == []


def test_nothing_is_added_behind_a_damaged_line(tmp_path):
    archive_of(tmp_path, 2, sealed=0)
    with Archive(tmp_path) as archive:
        archive.keep_all([(answer(1), "news"), (answer(2), "news")])
    path = layout.Layout(tmp_path).captures
    path.write_bytes(path.read_bytes().replace(b"news.example/2", b"news.example/3"))
    with pytest.raises(BadInput, match=r"captures.jsonl, line 2: .* is not the next line of the chain"):
        Archive(tmp_path)


def test_nothing_is_added_to_an_archive_that_is_shorter_than_its_checkpoint(tmp_path):
    archive_of(tmp_path, 3)
    path = layout.Layout(tmp_path).captures
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    with pytest.raises(BadInput, match="or more, as the last checkpoint says"):
        Archive(tmp_path)
