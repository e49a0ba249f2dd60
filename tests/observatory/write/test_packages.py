"""What a packed file may hold is looked at before anything of it is read."""

from __future__ import annotations

import io
import zipfile

import pytest

from kuzet.basis.errors import BadInput
from kuzet.observatory.write import packages


def packed(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "."), text)
    return zipfile.ZipFile(data)


def test_a_file_of_usual_parts_passes():
    archive = packed(document__xml='<?xml version="1.0"?><a b="c">text</a>', image__png=b"\x89PNG" + b"<=" * 1000)
    packages.check(archive)
    packages.check_marks(archive)


def test_too_many_parts_or_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(packages, "PARTS", 2)
    with pytest.raises(BadInput, match=r"3 parts of 3 bytes' is not at most 2 parts of 314,572,800 bytes together"):
        packages.check(packed(a="1", b="2", c="3"))
    monkeypatch.setattr(packages, "UNPACKED", 10)
    with pytest.raises(BadInput, match="at most 2 parts of 10 bytes"):
        packages.check(packed(a="1" * 11))


def test_entities_are_refused():
    with pytest.raises(BadInput, match="without declarations"):
        packages.check(packed(a__xml='<!DOCTYPE a [<!ENTITY b "c">]><a/>'))


def test_more_tags_and_attributes_than_memory_holds_are_refused(monkeypatch):
    monkeypatch.setattr(packages, "MARKS", 100)
    packages.check_marks(packed(a__xml="<a/>" * 50, b__xml="<a b='c'/>" * 25))
    for text in ("<a/>" * 101, '<a b="1" c="2" d="3"/>' * 26):
        with pytest.raises(BadInput, match="at most 100 tags and attributes"):
            packages.check_marks(packed(a__xml=text))
