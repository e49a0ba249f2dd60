"""Time-stamps of an outside authority: asked for, checked, kept, and proved later, also when the authority is gone."""

from __future__ import annotations

import shutil
import subprocess
import time
from datetime import timedelta

import pytest
from tests.adapters.archive.authority import Openssl
from tests.adapters.archive.made import DAY, answer, archive_of

from kuzet.adapters.archive import Archive, Layout, Proof, stamps
from kuzet.basis.errors import BadInput

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@pytest.fixture
def authority(tmp_path):
    return Openssl(tmp_path / "authority")


@pytest.fixture
def data(tmp_path):
    return archive_of(tmp_path / "data", 3)


def findings(data):
    proof = Proof(Layout(data))
    return [str(finding) for finding in proof.findings()], proof.proved


def test_a_checkpoint_gets_a_time_stamp_that_the_proof_tells(data, authority):
    with Archive(data) as archive:
        assert archive.stamp(authority.authority, authority.post) == stamps.Asked(
            url="http://stamps.example/", stamped=1
        )
    found, proved = findings(data)
    assert found == []
    assert [stamp.checkpoint for stamp in proved.stamps] == [1]


def test_openssl_agrees_with_the_time_stamp(data, authority):
    with Archive(data) as archive:
        archive.stamp(authority.authority, authority.post)
    folder = data / "archive" / "checkpoints"
    (reply,) = folder.glob("*.tsr")
    words = ["-data", folder / "000001.checkpoint", "-in", reply, "-CAfile", authority.folder / "root.pem"]
    told = subprocess.run(["openssl", "ts", "-verify", *words], capture_output=True, text=True)
    assert told.stdout.strip() == "Verification: OK"


def test_a_stamped_checkpoint_is_not_asked_for_again(data, authority):
    with Archive(data) as archive:
        archive.stamp(authority.authority, authority.post)
        archive.stamp(authority.authority, authority.post)
    assert authority.asked == 1


def test_an_authority_that_is_away_is_asked_again_later_and_nothing_is_lost(data, authority):
    authority.away = True
    with Archive(data) as archive:
        archive.keep(answer(9), "news")
        archive.checkpoint(DAY + timedelta(days=1))
        asked = archive.stamp(authority.authority, authority.post)
        assert (asked.stamped, asked.left, asked.why) == (0, 2, "http://stamps.example/: no answer in 10 seconds")
        assert authority.asked == 1
        authority.away = False
        asked = archive.stamp(authority.authority, authority.post)
        assert (asked.stamped, asked.left, asked.why) == (2, 0, "")


def test_after_a_long_absence_the_authority_is_not_flooded(tmp_path, authority, monkeypatch):
    monkeypatch.setattr(stamps, "AT_ONCE", 2)
    with Archive(archive_of(tmp_path / "data", 6, sealed=3)) as archive:
        asked = archive.stamp(authority.authority, authority.post)
        assert (asked.stamped, asked.left) == (2, 1)


def test_a_reply_of_another_authority_is_refused_and_not_kept(data, authority, tmp_path):
    other = Openssl(tmp_path / "other")
    with Archive(data) as archive:
        asked = archive.stamp(authority.authority, other.post)
    assert "is not a time-stamp of these bytes by this authority" in asked.why
    assert list((data / "archive" / "checkpoints").glob("*.tsr")) == []


def test_a_reply_to_another_request_is_refused(data, authority):
    with Archive(data) as archive:
        first = []
        authority.bend = lambda reply: first.append(reply) or first[0]
        archive.stamp(authority.authority, authority.post)
        (kept,) = (data / "archive" / "checkpoints").glob("*.tsr")
        kept.unlink()
        asked = archive.stamp(authority.authority, authority.post)  # the reply of before, with another nonce
    assert "the reply belongs to another request" in asked.why


@pytest.mark.parametrize("reply", [b"", b"<html>busy</html>", b"\x30\x03\x02\x01\x02", b"x" * 70_000])
def test_a_reply_that_is_none_is_told_and_not_kept(data, authority, reply):
    authority.bend = lambda _: reply
    with Archive(data) as archive:
        assert (
            "time-stamp of 000001.checkpoint by http://stamps.example/"
            in archive.stamp(authority.authority, authority.post).why
        )
    assert list((data / "archive" / "checkpoints").glob("*.tsr")) == []


def test_certificates_that_are_none_are_told(data, authority):
    with Archive(data) as archive:
        asked = archive.stamp(stamps.Authority(url="http://stamps.example/", roots="none"), authority.post)
    assert "is not certificates as PEM" in asked.why


def test_an_authority_that_has_expired_still_proves_its_own_time(data, tmp_path):
    authority = Openssl(tmp_path / "short", lasts=timedelta(seconds=2))
    with Archive(data) as archive:
        assert archive.stamp(authority.authority, authority.post).stamped == 1
    time.sleep(2.2)
    found, proved = findings(data)
    assert found == []
    assert len(proved.stamps) == 1


def test_a_time_stamp_after_the_authority_has_expired_proves_nothing(tmp_path):
    authority = Openssl(tmp_path / "expired", lasts=timedelta(seconds=1))
    time.sleep(1.2)
    request = stamps.TimestampRequestBuilder().data(b"words").hash_algorithm(stamps.HashAlgorithm.SHA256).build()
    reply = authority.post("http://stamps.example/", request.as_bytes(), "application/timestamp-query")
    with pytest.raises(BadInput, match="is not a time-stamp of these bytes by this authority"):
        stamps.check(reply, b"words", authority.authority.roots.encode(), "reply")


def test_the_next_checkpoint_names_the_time_stamps_that_came_so_that_their_loss_is_found(data, authority):
    with Archive(data) as archive:
        archive.stamp(authority.authority, authority.post)
        archive.keep(answer(9), "news")
        archive.checkpoint(DAY + timedelta(days=1))
    (kept,) = (data / "archive" / "checkpoints").glob("*.tsr")
    kept.unlink()
    found, _ = findings(data)
    assert found == [f"checkpoints/{kept.name}: is not there, and checkpoint 2 names it"]


def test_a_time_stamp_put_beside_another_checkpoint_is_found(tmp_path, authority):
    data = archive_of(tmp_path / "data", 4, sealed=2)
    with Archive(data) as archive:
        archive.stamp(authority.authority, authority.post)
    first, second = sorted((data / "archive" / "checkpoints").glob("*.tsr"))
    shutil.copy(first, second)
    (found,), _ = findings(data)
    assert found.startswith(f"checkpoints/{second.name}: '{second.name}' is not a time-stamp of these bytes")
