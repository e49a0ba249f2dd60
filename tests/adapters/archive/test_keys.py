"""The key that signs: made at first use, readable by its owner only, rotated by being signed in."""

from __future__ import annotations

import stat
from datetime import timedelta

import pytest
from tests.adapters.archive.made import DAY, answer, archive_of

from kuzet.adapters.archive import Archive, Layout, Proof, keys, layout
from kuzet.basis.errors import BadInput, Missing


@pytest.fixture
def data(tmp_path):
    return archive_of(tmp_path / "data", 2)


def findings(data):
    return [str(finding) for finding in Proof(Layout(data)).findings()]


def seal(data, number, when):
    with Archive(data) as archive:
        archive.keep(answer(number), "news")
        return archive.checkpoint(when)


def test_the_private_key_is_made_at_first_use_outside_the_archive_for_its_owner_alone(tmp_path):
    with Archive(tmp_path) as archive:
        archive.keep(answer(1), "news")
        assert not archive.layout.secret.exists()
        archive.checkpoint(DAY)
        secret = archive.layout.secret
    assert secret == tmp_path / "keys" / "checkpoints.pem"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert stat.S_IMODE(secret.parent.stat().st_mode) == 0o700
    inside = [path for path in (tmp_path / "archive").rglob("*") if path.is_file()]
    assert not any(b"PRIVATE" in path.read_bytes() for path in inside)


def test_the_private_key_is_never_on_the_disk_for_others_also_while_it_is_made(tmp_path, monkeypatch):
    seen, write = [], keys.put

    def spied(room, target, data, mode=0o644):
        write(room, target, data, mode)
        seen.append((target.name, mode, stat.S_IMODE(target.stat().st_mode)))

    monkeypatch.setattr(keys, "put", spied)
    archive_of(tmp_path, 1)
    assert ("checkpoints.pem", 0o600, 0o600) in seen


def test_a_private_key_that_others_can_read_is_refused(data):
    Layout(data).secret.chmod(0o640)
    with pytest.raises(BadInput, match=r"'checkpoints.pem' is not a file that only its owner can read \(chmod 600\)"):
        seal(data, 3, DAY + timedelta(days=1))


def test_without_its_private_key_an_archive_keeps_and_does_not_sign(data):
    Layout(data).secret.unlink()
    with Archive(data) as archive:
        assert archive.keep(answer(3), "news").id == "c-3"
        with pytest.raises(Missing, match="the private key of the archive is not there; bring it back"):
            archive.checkpoint(DAY)


def test_the_key_of_another_archive_is_refused(data, tmp_path):
    other = archive_of(tmp_path / "other", 1)
    Layout(data).secret.write_bytes(Layout(other).secret.read_bytes())
    with pytest.raises(BadInput, match=r"'checkpoints.pem' is not key 1 of the archive"):
        seal(data, 3, DAY + timedelta(days=1))


def test_a_file_that_is_no_key_is_refused(data):
    Layout(data).secret.write_text("no key")
    with pytest.raises(BadInput, match="is not a private key of the kind Ed25519, as PEM"):
        seal(data, 3, DAY + timedelta(days=1))


def test_a_new_key_is_signed_in_by_the_old_one_and_signs_from_then_on(data):
    with Archive(data) as archive:
        assert archive.rotate_key(DAY) == 2
    assert seal(data, 3, DAY + timedelta(days=1)).key == 2
    assert findings(data) == []
    assert len(list((data / "archive" / "keys").glob("*.key"))) == 2


def test_a_rotation_that_was_cut_off_before_the_archive_knew_the_key_leaves_the_old_one_in_use(data, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(keys, "_introduce", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with Archive(data) as archive, pytest.raises(KeyboardInterrupt):
            archive.rotate_key(DAY)
    assert seal(data, 3, DAY + timedelta(days=1)).key == 1
    assert findings(data) == []


def test_a_rotation_that_was_cut_off_after_the_archive_knew_the_key_is_finished_later(data, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(keys, "_finish_rotation", lambda *_: None)
        with Archive(data) as archive:
            archive.rotate_key(DAY)
    assert (data / "keys" / "next.pem").exists()
    assert seal(data, 3, DAY + timedelta(days=1)).key == 2
    assert not (data / "keys" / "next.pem").exists()
    assert findings(data) == []


@pytest.mark.parametrize(("first", "files"), [(True, (0, 1, 1)), (False, (0, 1, 2))])
def test_a_key_whose_making_was_cut_off_at_any_file_is_made_later(tmp_path, monkeypatch, first, files):
    data = tmp_path / "data" if first else archive_of(tmp_path / "data", 2)
    for allowed in files:
        left = iter(range(allowed))

        def cut(*words, left=left):
            if next(left, None) is None:
                raise KeyboardInterrupt
            layout.put(*words)

        with Archive(data) as archive, monkeypatch.context() as patched:
            patched.setattr(keys, "put", cut)
            with pytest.raises(KeyboardInterrupt):
                archive.checkpoint(DAY) if first else archive.rotate_key(DAY)
        assert findings(data) == []
    with Archive(data) as archive:
        archive.keep(answer(3), "news")
        if not first:
            archive.rotate_key(DAY)
        assert archive.checkpoint(DAY).key == (1 if first else 2)
    assert findings(data) == []


def test_nothing_new_makes_no_new_checkpoint(data):
    with Archive(data) as archive:
        assert archive.checkpoint(DAY + timedelta(days=1)).number == 1
