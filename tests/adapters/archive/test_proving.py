"""Nothing of an archive can be changed, put in, taken out, moved or replaced without being named."""

from __future__ import annotations

import shutil
from datetime import timedelta
from hashlib import sha256

import pytest
from msgspec.structs import replace
from tests.adapters.archive import flips
from tests.adapters.archive.authority import Openssl
from tests.adapters.archive.flips import findings, rich
from tests.adapters.archive.made import DAY, answer, archive_of

from kuzet.adapters.archive import Archive, Layout, Proof, checkpoints, keys, lines, notes, warc
from kuzet.basis.errors import BadInput, Missing


@pytest.fixture
def data(tmp_path):
    return archive_of(tmp_path / "data", 9, sealed=3)


def rows(data):
    return Layout(data).captures.read_bytes().splitlines(keepends=True)


def rewrite(data, changed):
    Layout(data).captures.write_bytes(b"".join(changed))


def chained_anew(entries):
    """The lines of these entries, as somebody writes them who knows the format."""
    before, made = lines.START, []
    for entry in entries:
        line, before = lines.written(entry, before)
        made.append(line)
    return made


def entries(data):
    return [entry for _, entry in lines.entries(Layout(data).captures)]


def test_an_archive_as_it_was_kept_holds_and_is_counted(data):
    proof = Proof(Layout(data))
    assert list(proof.findings()) == []
    proved = proof.proved
    assert (proved.captures, proved.objects, proved.lines, proved.sealed, proved.checkpoints) == (9, 9, 9, 9, 3)
    assert proved.sealed_at == DAY + timedelta(hours=3)


def test_an_empty_archive_holds_also_under_a_checkpoint(tmp_path):
    with Archive(tmp_path) as archive:
        assert findings(tmp_path) == []
        assert archive.checkpoint(DAY).lines == 0
        assert findings(tmp_path) == []
        archive.keep(answer(1), "news")
        assert archive.checkpoint(DAY).number == 2
    assert findings(tmp_path) == []


def test_a_folder_without_an_archive_is_told(tmp_path):
    with pytest.raises(Missing, match=r"captures.jsonl: not there"):
        findings(tmp_path)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_two_hundred_flips_of_one_bit_are_found_and_named_or_change_no_claim(tmp_path):
    data = rich(tmp_path / "data", Openssl(tmp_path / "authority"))
    counts, missed = flips.flipped(data, 200, seed=1)
    assert missed == []
    assert sum(counts.values()) > 190
    assert {name.partition(":")[0] for name, count in counts.items() if "found" in name} >= {
        "archive/captures.jsonl", "archive/objects/*.gz", "archive/checkpoints/*.checkpoint",
        "archive/checkpoints/*.tsr", "archive/keys/*.key", "archive/keys/*.pem", "archive/authorities/*.pem",
        "keys/checkpoints.pem"}  # fmt: skip


def test_a_removed_line_is_found_at_its_place_once(data):
    kept = rows(data)
    rewrite(data, kept[:4] + kept[5:])
    first, second = findings(data)[:2]
    assert first == (
        "captures.jsonl, line 5: does not follow the line before it: one was removed, put in, changed or moved here"
    )
    assert second == "captures.jsonl, line 5: says that it is line 6; line 5 is expected"
    assert [one for one in findings(data)[2:] if "line" in one.partition(":")[0]] == []


def test_a_line_that_was_put_in_is_found(data):
    kept, entry = rows(data), entries(data)[2]
    line, _ = lines.written(entry, "0" * 64)
    rewrite(data, [*kept[:5], line, *kept[5:]])
    assert findings(data)[0].startswith("captures.jsonl, line 6: does not follow the line before it")


def test_two_lines_in_another_order_are_found(data):
    kept = rows(data)
    rewrite(data, [*kept[:4], kept[5], kept[4], *kept[6:]])
    assert findings(data)[0].startswith("captures.jsonl, line 5: does not follow the line before it")


def test_a_doubled_line_is_found(data):
    kept = rows(data)
    rewrite(data, [*kept[:5], kept[4], *kept[5:]])
    assert findings(data)[0].startswith("captures.jsonl, line 6: does not follow the line before it")


def test_a_changed_address_is_found_in_its_line_alone(data):
    kept = rows(data)
    rewrite(data, [*kept[:4], kept[4].replace(b"news.example/5", b"news.example/6"), *kept[5:]])
    (found,) = findings(data)
    assert found.startswith("captures.jsonl, line 5: its content has the SHA-256 ")


@pytest.mark.parametrize("content", [b'"number":2}', b'"number":2,"file":"","capture":7}', b"none", b'"file":""'])
def test_a_line_that_tells_of_nothing_is_found_although_its_hash_holds(tmp_path, content):
    with Archive(tmp_path) as archive:
        archive.keep(answer(1), "news")
        chain = archive._log.head.chain
    own = sha256(content + b"\n").hexdigest()
    forged = f'{{"before":"{chain}","hash":"{own}",'.encode() + content + b"\n"
    rewrite(tmp_path, [*rows(tmp_path), forged])
    assert findings(tmp_path) == ["captures.jsonl, line 2: tells of neither a capture nor a picture"]


def test_two_changed_lines_are_both_named(data):
    kept = [
        row.replace(b"news.example/2", b"news.example/0").replace(b"news.example/7", b"news.example/0")
        for row in rows(data)
    ]
    rewrite(data, kept)
    assert [found.partition(":")[0] for found in findings(data)] == ["captures.jsonl, line 2", "captures.jsonl, line 7"]


def test_a_changed_line_whose_chain_was_written_anew_contradicts_the_checkpoints(data):
    changed = entries(data)
    changed[4] = replace(changed[4], capture=replace(changed[4].capture, url="http://news.example/other"))
    rewrite(data, chained_anew(changed))
    found = findings(data)
    assert [one.partition(":")[0] for one in found if "the chain is another one" in one] == [
        "checkpoints/000002.checkpoint",
        "checkpoints/000003.checkpoint",
    ]


@pytest.mark.parametrize("left", [8, 7, 1, 0])
def test_an_end_that_was_cut_off_is_found_by_the_checkpoint(data, left):
    rewrite(data, rows(data)[:left])
    assert f"captures.jsonl: holds {left} lines; there are 9 in checkpoints/000003.checkpoint: its end was cut" in (
        "\n".join(findings(data))
    )


def test_a_line_that_was_cut_in_two_is_found(data):
    Layout(data).captures.write_bytes(Layout(data).captures.read_bytes()[:-40])
    assert findings(data)[0] == "captures.jsonl, line 9: has not the form of a line"


def test_a_replaced_object_is_found(data):
    first, second = (Layout(data).object(entry.sha256) for entry in entries(data)[:2])
    shutil.copy(first, second)
    found = findings(data)
    assert found[0].startswith(f"captures.jsonl, line 2: its object objects/{second.parent.parent.name}/")
    assert found[1].endswith("is not a file whose payload has the SHA-256 of its name")


def test_an_object_made_again_with_other_headers_is_found(data):
    entry = entries(data)[0]
    path = Layout(data).object(entry.sha256)
    path.write_bytes(warc.of_answer(answer(1, response=(("Content-Type", "text/plain"),))))
    (found,) = findings(data)
    assert found.startswith("captures.jsonl, line 1: its object ")
    assert "is another file: SHA-256 " in found


def test_a_removed_object_is_found_at_every_line_that_names_it(data):
    with Archive(data) as archive:
        archive.keep(answer(4, at=DAY + timedelta(days=1)), "news")
    Layout(data).object(entries(data)[3].sha256).unlink()
    found = findings(data)
    assert [one.partition(":")[0] for one in found] == ["captures.jsonl, line 4", "captures.jsonl, line 10"]
    assert found[0].endswith("is not there")


def test_a_line_that_says_another_size_than_its_object_has_is_found(tmp_path):
    with Archive(tmp_path) as archive:
        archive.keep_all([(answer(1), "news"), (answer(2), "news")])
    changed = entries(tmp_path)
    changed[1] = replace(changed[1], capture=replace(changed[1].capture, size=7))
    rewrite(tmp_path, chained_anew(changed))
    (found,) = findings(tmp_path)
    assert found.startswith("captures.jsonl, line 2: says 7 bytes; its object objects/")


def test_an_object_that_no_line_names_is_told_and_must_be_whole(data):
    digest = sha256(answer(55).body).hexdigest()
    with Archive(data) as archive:
        archive._objects.place(archive._objects.stage([(digest, _warc(55))]))
    proof = Proof(Layout(data))
    assert list(proof.findings()) == []
    assert proof.proved.unnamed == 1
    Layout(data).object(digest).write_bytes(_warc(55)[:-3])
    (found,) = findings(data)
    assert "is not a whole WARC file" in found


def _warc(number):
    return warc.of_answer(answer(number))


@pytest.mark.parametrize(
    "name", ["objects/ab/note.txt", "checkpoints/extra", "keys/0009.pem", "authorities/x.pem", "extra.txt"]
)
def test_a_file_that_belongs_to_no_archive_is_named(data, name):
    path = data / "archive" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("extra")
    (found,) = findings(data)
    assert found.startswith(f"{name}: ")


def test_an_object_in_another_folder_is_found(data):
    path = Layout(data).object(entries(data)[0].sha256)
    other = path.parents[2] / "00" / "00"
    other.mkdir(parents=True)
    shutil.copy(path, other / path.name)
    assert findings(data) == [f"objects/00/00/{path.name}: is no object in its place"]


def test_an_older_copy_is_found_by_a_checkpoint_that_was_kept_elsewhere(data, tmp_path):
    shutil.copytree(data, tmp_path / "older")
    with Archive(data) as archive:
        archive.keep(answer(10), "news")
        archive.checkpoint(DAY + timedelta(days=1))
    elsewhere = shutil.copy(data / "archive" / "checkpoints" / "000004.checkpoint", tmp_path / "kept.checkpoint")
    assert findings(data, elsewhere) == []
    assert findings(tmp_path / "older") == []  # it holds in itself: this is why a checkpoint is kept elsewhere
    assert findings(tmp_path / "older", elsewhere) == [
        "captures.jsonl: holds 9 lines; there are 10 in kept.checkpoint: its end was cut, or it is an older copy"
    ]


def test_an_archive_written_anew_is_found_by_a_checkpoint_that_was_kept_elsewhere(data, tmp_path):
    elsewhere = data / "archive" / "checkpoints" / "000003.checkpoint"
    forged = archive_of(tmp_path / "forged", 9, sealed=3)
    assert findings(forged) == []
    assert findings(forged, elsewhere) == [
        "000003.checkpoint: is signed by no key of this archive: another one, or one written anew",
    ]


def test_a_cut_end_with_its_checkpoint_removed_is_found_by_the_one_kept_elsewhere(data, tmp_path):
    newest = data / "archive" / "checkpoints" / "000003.checkpoint"
    elsewhere = shutil.move(newest, tmp_path / "kept.checkpoint")
    rewrite(data, rows(data)[:6])
    assert [one for one in findings(data) if one.startswith("captures")] == []
    assert "captures.jsonl: holds 6 lines; there are 9 in kept.checkpoint" in "\n".join(findings(data, elsewhere))


def test_a_checkpoint_in_between_that_was_removed_is_found(data):
    (data / "archive" / "checkpoints" / "000002.checkpoint").unlink()
    assert findings(data) == ["checkpoints/000002.checkpoint: is not there, or does not hold"]


def test_a_checkpoint_of_another_key_is_found(data):
    path = data / "archive" / "checkpoints" / "000003.checkpoint"
    found = notes.read(path.read_bytes(), checkpoints.Checkpoint, "")
    path.write_bytes(notes.signed(found, keys.Ed25519PrivateKey.generate()))
    assert findings(data)[0].startswith("checkpoints/000003.checkpoint: ")
    assert "is not a signature of key " in findings(data)[0]


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"chain": "1" * 64}, "the chain is another one at line 9: "),
        ({"bytes": 1 << 20}, "says 1048576 bytes up to line 9; they are "),
        ({"lines": 5}, "says less than the checkpoint before it"),
        ({"before": "1" * 64}, "does not name the checkpoint before it"),
    ],
)
def test_a_checkpoint_of_our_own_key_that_says_something_else_is_found(data, changes, finding):
    path = data / "archive" / "checkpoints" / "000003.checkpoint"
    found = notes.read(path.read_bytes(), checkpoints.Checkpoint, "")
    forged = replace(found, **changes)
    path.write_bytes(notes.signed(forged, keys._loaded(Layout(data).secret)))
    assert findings(data)[0].startswith(f"checkpoints/000003.checkpoint: {finding}")


def test_a_checkpoint_by_the_old_key_after_one_by_the_new_is_found(data):
    old = keys._loaded(Layout(data).secret)
    with Archive(data) as archive:
        archive.rotate_key(DAY)
        archive.keep(answer(10), "news")
        archive.checkpoint(DAY + timedelta(days=1))
        archive.keep(answer(11), "news")
        archive.checkpoint(DAY + timedelta(days=2))
    path = data / "archive" / "checkpoints" / "000005.checkpoint"
    found = notes.read(path.read_bytes(), checkpoints.Checkpoint, "")
    path.write_bytes(notes.signed(replace(found, key=1), old))
    assert findings(data) == ["checkpoints/000005.checkpoint: says less than the checkpoint before it"]


def test_a_checkpoint_under_the_number_of_another_is_found(data):
    folder = data / "archive" / "checkpoints"
    shutil.copy(folder / "000002.checkpoint", folder / "000003.checkpoint")
    assert findings(data)[0] == "checkpoints/000003.checkpoint: says that it is checkpoint 2"


def test_a_key_that_the_one_before_it_did_not_sign_is_found(data):
    stranger = keys.Ed25519PrivateKey.generate()
    before = sha256((data / "archive" / "keys" / "0001.key").read_bytes()).hexdigest()
    note = keys.KeyNote(number=2, public=keys.public_of(stranger), at=DAY, before=before)
    (data / "archive" / "keys" / "0002.key").write_bytes(notes.signed(note, stranger))
    (data / "archive" / "keys" / "0002.pem").write_bytes(keys.pem_of(note.public))
    assert findings(data)[0].startswith("keys/0002.key: ")
    assert "is not a signature of key " in findings(data)[0]


def test_a_proof_while_somebody_writes_leaves_the_line_under_way_alone(data):
    with Archive(data):
        with Layout(data).captures.open("ab") as file:
            file.write(b'{"before":"')
        proof = Proof(Layout(data))
        assert list(proof.findings()) == []
        assert proof.proved.writing


def test_the_reader_stops_at_the_first_line_that_the_chain_does_not_hold(data):
    kept = rows(data)
    with Archive(data) as archive:
        rewrite(data, [*kept[:4], kept[4].replace(b"news.example/5", b"news.example/6"), *kept[5:]])
        read = archive.captures()
        assert [next(read).id for _ in range(4)] == ["c-1", "c-2", "c-3", "c-4"]
        with pytest.raises(BadInput, match=r"captures.jsonl, line 5: .* is not the next line of the chain"):
            next(read)
