"""What is made of blocks of incidents is taken over where they are the same, and never where it was altered."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kuzet.basis.names import Name
from kuzet.basis.word import to_json
from kuzet.web.public import blocks, record
from kuzet.web.public.blocks import Room

made: list[int] = []


def counted(given, incidents):
    """What is made of a block; that it was made is noted."""
    made.append(len(incidents))
    return {"ids": given + " ".join(one.id for one in incidents).encode(), "number": b"%d" % len(incidents)}


@pytest.fixture
def room(edition, tmp_path, monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK", 10)
    made.clear()
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
    lines = [f"{to_json(record.public(one))}\n" for one in edition.incidents[:25]]
    (tmp_path / "lines").write_text("".join(lines), "utf-8")
    return Room(tmp_path / "lines", tmp_path / "new", tmp_path / "old")


def again(room, lines=None):
    """The room of the next build."""
    made.clear()
    if lines:
        room.lines.write_text("".join(lines), "utf-8")
    room.old.rmdir()
    room.new.rename(room.old)
    room.new.mkdir()
    return room


def test_every_incident_stands_in_one_block_and_in_order(room, edition):
    found = b" ".join(blocks.read(path, "ids") for path in room.blocks(counted)).decode().split()
    assert found == [one.id for one in edition.incidents[:25]]
    assert made == [10, 10, 5]


def test_no_incidents_are_one_empty_block(room):
    room.lines.write_text("")
    assert [blocks.read(path, "ids") for path in room.blocks(counted, b"none")] == [b"none"]


def test_only_the_block_of_a_changed_incident_is_made_anew(room, edition):
    before = room.blocks(counted)
    changed = [record.public(one) for one in edition.incidents[:25]]
    changed[14] = replace(changed[14], summary=Name(en="Changed."))
    room = again(room, [f"{to_json(one)}\n" for one in changed])
    after = room.blocks(counted)
    assert made == [10]
    assert [one.name == other.name for one, other in zip(before, after, strict=True)] == [True, False, True]


def test_what_was_altered_since_is_made_anew(room):
    path = room.blocks(counted)[1]
    right = path.read_bytes()
    path.write_bytes(right[:-1] + b"?")
    assert [one.read_bytes() for one in again(room).blocks(counted)][1] == right
    assert made == [10]


def test_what_is_given_otherwise_is_made_anew(room):
    room.blocks(counted, b"one")
    assert blocks.read(again(room).blocks(counted, b"other")[0], "ids").startswith(b"other")
    assert made == [10, 10, 5]
