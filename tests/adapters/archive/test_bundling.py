"""The evidence of one document as a file that proves itself, with Kuzet or with common tools."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import zipfile
from datetime import timedelta
from hashlib import sha256

import pytest
from tests.adapters.archive.authority import Openssl
from tests.adapters.archive.flips import PNG
from tests.adapters.archive.made import DAY, answer, archive_of

from kuzet.adapters.archive import Archive, BundleProof, Layout, bundle, is_bundle
from kuzet.basis.errors import Missing

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@pytest.fixture
def data(tmp_path):
    """Twelve captures under three checkpoints, with time-stamps; the fifth page was captured again and drawn."""
    folder, authority = archive_of(tmp_path / "data", 9, sealed=3), Openssl(tmp_path / "authority")
    with Archive(folder) as archive:
        archive.stamp(authority.authority, authority.post)
        fifth = list(archive.captures())[4]
        archive.keep_all([(answer(number), "news") for number in (11, 12)])
        archive.keep(answer(5, at=DAY + timedelta(days=1)), "news")
        archive.keep_picture(fifth, PNG, "Browser/1", DAY + timedelta(days=1))
        archive.checkpoint(DAY + timedelta(days=1))
        archive.stamp(authority.authority, authority.post)
    return folder


def written(tmp_path, data, document="c-5", text=None):
    path = tmp_path / "evidence.zip"
    path.write_bytes(bundle(Layout(data), document, text))
    return path


def findings(path):
    return [str(finding) for finding in BundleProof(path).findings()]


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_changed(path, changed, *, sums=True):
    """The bundle with other members; the sums are made again, as a forger would."""
    if sums:
        rows = [f"{sha256(one).hexdigest()}  {name}\n" for name, one in sorted(changed.items()) if name != "SHA256SUMS"]
        changed = changed | {"SHA256SUMS": "".join(rows).encode()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, one in sorted(changed.items()):
            archive.writestr(name, one)
    path.write_bytes(made.getvalue())
    return path


def test_a_bundle_holds_all_captures_of_an_address_and_the_picture(tmp_path, data):
    path = written(tmp_path, data, "http://news.example/5")
    proof = BundleProof(path)
    assert list(proof.findings()) == []
    assert (proof.proved.captures, proof.proved.pictures, proof.proved.objects) == (2, 1, 2)
    assert (proof.proved.checkpoints, len(proof.proved.stamps), len(proof.proved.keys)) == (2, 2, 1)
    assert is_bundle(path)


@pytest.mark.parametrize("document", ["c-5", "https://news.example/5?lang=kk", sha256(answer(5).body).hexdigest()])
def test_a_document_is_named_by_capture_address_or_bytes(tmp_path, data, document):
    path = written(tmp_path, data, document)
    assert findings(path) == []
    assert b'"id":"c-5"' in members(path)["captures.jsonl"]


def test_a_bundle_holds_no_word_of_other_captures(tmp_path, data):
    path = written(tmp_path, data)
    assert not any(b"news.example/6" in one for one in members(path).values())
    assert members(path)["chain/000002.txt"].count(b"\n") == 2  # lines 5 and 6: number and hash


def test_the_same_archive_gives_the_same_bytes(data):
    assert bundle(Layout(data), "c-5") == bundle(Layout(data), "c-5")


def test_the_text_as_it_was_read_is_put_beside_the_evidence(tmp_path, data):
    path = written(tmp_path, data, text="Журналист айыппұл төледі.".encode())
    assert members(path)["text.txt"].decode() == "Журналист айыппұл төледі."
    assert findings(path) == []


def test_a_document_that_was_never_captured_is_missing(data):
    with pytest.raises(Missing, match="no capture c-99; give an id such as c-7, an address or a SHA-256"):
        bundle(Layout(data), "c-99")


def test_a_capture_under_no_checkpoint_is_not_exported(data):
    with Archive(data) as archive:
        archive.keep(answer(77), "news")
    with pytest.raises(Missing, match=r"captures.jsonl, line 14: under no checkpoint yet; make one first"):
        bundle(Layout(data), "http://news.example/77")


def test_the_readme_tells_in_three_languages_what_was_captured(tmp_path, data):
    readme = members(written(tmp_path, data))["README.txt"].decode()
    assert [word in readme for word in ("ДӘЛЕЛДЕМЕ БУМАСЫ", "ПАКЕТ ДОКАЗАТЕЛЬСТВ", "EVIDENCE BUNDLE")] == [True] * 3
    assert readme.count("c-5  2026-11-26 09:00:05 UTC  200  https://news.example/5?lang=kk") == 3


def ran(tmp_path, path):
    """What the commands of a bundle's README print, in the folder that it is unpacked into."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "open")
    commands = members(path)["README.txt"].decode().rpartition("-" * 72)[2]
    done = subprocess.run(["bash", "-e"], input=commands, cwd=tmp_path / "open", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "FAILED" not in done.stdout
    return done.stdout + done.stderr


def test_the_commands_of_the_readme_prove_the_bundle_without_kuzet(tmp_path, data):
    path = written(tmp_path, data)
    told = ran(tmp_path, path)
    assert f"\n{sha256(answer(5).body).hexdigest()}  -\n" in told
    said = members(path)["captures.jsonl"][85:149].decode()
    assert f"\n{said}  -\n" in told
    chain = next(row for row in told.split("\n") if len(row) == 64)
    assert f'"chain":"{chain}"' in told
    assert "Signature Verified Successfully" in told
    assert "Verification: OK" in told


def test_the_commands_find_the_bytes_of_what_did_not_come_by_http(tmp_path):
    with Archive(tmp_path / "data") as archive:
        capture = archive.keep(answer(1, final="file:///saved/1.html"), "saved")
        archive.checkpoint(DAY)
    assert f"\n{capture.sha256}  -\n" in ran(tmp_path, written(tmp_path, tmp_path / "data", "c-1"))


def test_the_readme_has_no_command_for_a_time_stamp_that_is_not_there(tmp_path):
    data = archive_of(tmp_path / "data", 2)
    readme = members(written(tmp_path, data, "c-1"))["README.txt"].decode()
    assert ("openssl pkeyutl" in readme, "openssl ts" in readme) == (True, False)


def test_any_bit_of_a_members_bytes_is_found(tmp_path, data):
    path = written(tmp_path, data, "http://news.example/5")
    whole, choose = path.read_bytes(), random.Random(3)  # noqa: S311  (chance is all it is for)
    with zipfile.ZipFile(path) as archive:
        spans = [(info.header_offset + 30 + len(info.filename), info.file_size) for info in archive.infolist()]
    for _ in range(100):
        start, size = choose.choice(spans)
        at = start + choose.randrange(size)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << choose.randrange(8)]) + whole[at + 1 :])
        assert len(findings(path)) > 0, at


@pytest.mark.parametrize(
    ("name", "old", "new", "finding"),
    [
        ("captures.jsonl", b"news.example/5", b"news.example/6", "its content has not the hash that the line says"),
        ("captures.jsonl", b'{"before":"', b'{"before":"', ""),
        ("chain/000002.txt", b"6 ", b"7 ", "does not lead line by line to line 6, the checkpoint's"),
        ("chain/000002.txt", b"5 ", b"5 0", "does not lead line by line"),
        ("checkpoints/000002.checkpoint", b'"lines":6', b'"lines":5', "is not a signature of key "),
        ("keys/0001.pem", b"MCow", b"MCox", "is not the key that 0001.key tells of"),
        ("README.txt", b"EVIDENCE", b"EVIDENCe", ""),
    ],
)
def test_a_member_that_a_forger_changed_with_its_sum_is_named(tmp_path, data, name, old, new, finding):
    path = written(tmp_path, data)
    changed = members(path)
    assert old in changed[name]
    with_changed(path, changed | {name: changed[name].replace(old, new)})
    assert finding in "\n".join(findings(path))
    assert bool(findings(path)) == bool(finding)


def test_another_page_put_under_the_line_is_found(tmp_path, data):
    path = written(tmp_path, data)
    changed, digest = members(path), sha256(answer(5).body).hexdigest()
    name = f"objects/{digest[:2]}/{digest[2:4]}/{digest}.warc.gz"
    other = Layout(data).object(sha256(answer(6).body).hexdigest()).read_bytes()
    with_changed(path, changed | {name: other})
    assert "is not a file whose payload has the SHA-256 of its name" in "\n".join(findings(path))


def forged(path):
    """The members of a bundle with another address in its first line, whose hash was made again; and that hash."""
    found = members(path)
    line, rest = found["captures.jsonl"].split(b"\n", 1)
    line = line.replace(b"news.example/5", b"news.example/6") + b"\n"
    own = sha256(line[151:]).hexdigest().encode()
    return found | {"captures.jsonl": line[:85] + own + line[149:] + rest}, line[85:149], own


def test_a_line_whose_hash_a_forger_made_again_does_not_lead_to_the_checkpoint(tmp_path, data):
    path = written(tmp_path, data)
    changed, old, own = forged(path)
    with_changed(path, changed | {"chain/000002.txt": changed["chain/000002.txt"].replace(old, own)})
    (found,) = findings(path)
    assert found.startswith("captures.jsonl, line 1: chain/000002.txt leads from it to ")


def test_a_line_whose_hash_a_forger_made_again_is_not_the_one_of_the_chain(tmp_path, data):
    path = written(tmp_path, data)
    with_changed(path, forged(path)[0])
    assert findings(path)[0] == ("captures.jsonl, line 1: is not line 5 of chain/000002.txt: another hash stands there")


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "objects/evil", "captures.jsonl/x"])
def test_a_member_that_is_none_of_a_bundle_is_named_and_never_unpacked(tmp_path, data, name):
    path = written(tmp_path, data)
    with_changed(path, members(path) | {name: b"evil"})
    assert findings(path) == [f"{name}: is no file of a bundle"]
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize(
    "gone", ["README.txt", "chain/000002.txt", "checkpoints/000002.checkpoint", "keys/0001.key", "object"]
)
def test_a_member_that_was_taken_out_is_named(tmp_path, data, gone):
    path = written(tmp_path, data)
    changed = members(path)
    gone = next(name for name in changed if gone in name)
    del changed[gone]
    with_changed(path, changed, sums=False)
    assert any(found.startswith(f"{gone}: ") for found in findings(path))


def test_a_compressed_member_is_named_and_never_unpacked(tmp_path, data):
    path = written(tmp_path, data)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("text.txt", bytes(1 << 24))
    assert findings(path) == ["text.txt: is compressed, as no file of a bundle is"]


def test_a_member_that_stands_in_it_twice_is_named(tmp_path, data):
    path = written(tmp_path, data)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("README.txt", b"other")
    assert "README.txt: stands in it more than once" in findings(path)


def test_a_chain_that_belongs_to_no_line_of_it_is_named(tmp_path, data):
    path = written(tmp_path, data)
    other = members(written(tmp_path, data, "http://news.example/8"))
    extra = {name: one for name, one in other.items() if "000003" in name}
    path = written(tmp_path, data)
    with_changed(path, members(path) | extra)
    assert findings(path) == ["chain/000003.txt: leads from no line of the bundle"]


def test_an_object_that_belongs_to_no_line_of_it_is_named(tmp_path, data):
    path = written(tmp_path, data)
    digest = sha256(answer(6).body).hexdigest()
    name = f"objects/{digest[:2]}/{digest[2:4]}/{digest}.warc.gz"
    with_changed(path, members(path) | {name: Layout(data).object(digest).read_bytes()})
    assert findings(path) == [f"{name}: belongs to no line of the bundle"]


def test_a_damaged_zip_is_told(tmp_path, data):
    path = written(tmp_path, data)
    path.write_bytes(path.read_bytes()[:-30])
    assert "the zip file is damaged" in findings(path)[0]
    assert not is_bundle(path)


def test_a_stranger_zip_is_no_bundle(tmp_path):
    assert not is_bundle(with_changed(tmp_path / "other.zip", {"manifest.json": b"{}"}))
