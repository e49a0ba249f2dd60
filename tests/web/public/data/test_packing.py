"""A zip of pieces is the zip of the whole, to every reader."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.web.public.data.packing import decoded, encoded, joined, pack, put, stored

PIECES = [b"", "Қазақстан ".encode() * 900, b"b", bytes(range(256)) * 40]


@given(st.binary(), st.binary())
def test_the_sum_of_two_texts_follows_from_theirs(first, second):
    assert joined(zlib.crc32(first), zlib.crc32(second), len(second)) == zlib.crc32(first + second)


@pytest.mark.parametrize("pieces", [PIECES, PIECES[:1], []], ids=["many", "empty", "none"])
def test_a_member_of_pieces_is_read_as_the_whole(pieces):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        deque(put(archive, "a/one.csv", map(pack, pieces)), maxlen=0)
        deque(put(archive, "a/two.xlsx", map(stored, [b"two", b"more"])), maxlen=0)
        deque(put(archive, "a/three.csv", map(pack, PIECES)), maxlen=0)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert archive.read("a/one.csv") == b"".join(pieces)
        assert archive.read("a/two.xlsx") == b"twomore"
        assert archive.read("a/three.csv") == b"".join(PIECES)


def test_a_piece_gives_its_bytes_back():
    assert [decoded(encoded(pack(one))).plain() for one in PIECES] == PIECES
    assert stored(b"xlsx").plain() == b"xlsx"
