"""Bytes are packed into a gzip member that any program unpacks, with either library."""

from __future__ import annotations

import gzip

import pytest

from kuzet.adapters.archive import packing

BODY = "<p>Журналистке отказали в аккредитации.</p>".encode() * 500


@pytest.fixture(params=["as installed", "zlib alone"])
def packed(request, monkeypatch):
    if request.param == "zlib alone":
        monkeypatch.setattr(packing, "_ISAL", None)
    return packing.packed


@pytest.mark.parametrize("data", [b"", b"x", BODY, bytes(range(256)) * 300])
def test_what_is_packed_is_unpacked_by_another_library(packed, data):
    assert gzip.decompress(packed(data)) == data


def test_it_is_one_member_without_a_name_and_without_a_time(packed):
    assert packed(BODY)[:4] == b"\x1f\x8b\x08\x00"
    assert packed(BODY)[4:8] == bytes(4)


def test_a_page_becomes_much_smaller(packed):
    assert len(packed(BODY)) < len(BODY) / 20


def test_the_same_bytes_are_packed_into_the_same(packed):
    assert packed(BODY) == packed(BODY)
