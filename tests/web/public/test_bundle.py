"""The bundle: the same input gives the same bytes, the old site stands until the new one is whole, and it is proved."""

from __future__ import annotations

import json
import os
import shutil
import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner

from kuzet.adapters.archive import signing
from kuzet.basis.errors import BadInput, Missing
from kuzet.cli import main
from kuzet.commands import publishing
from kuzet.web.public.building import ledger, manifest, proof, tree
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.edition import Work
from kuzet.web.public.sections import robots


def twice(given: bytes):
    """A work that gives two files."""
    name = given.decode()
    yield f"b/{name}.txt", f"one {name}".encode()
    yield f"b/{name}.more.txt", f"two {name}".encode()


def beginning(given: bytes):
    """A work that gives a small file from much."""
    yield f"c/{given[:8].decode()}.txt", given[:8]


def full(given: bytes):
    raise OSError(28, "No space left on device")


def simple(_):
    yield "a/index.html", b"<!doctype html>"
    yield from (Work(f"work {name}", twice, name.encode()) for name in ("x", "y"))


def folder(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def site(edition, tmp_path):
    build(edition, [simple], Into(tmp_path / "site"))
    return tmp_path / "site"


def found(site, **beside):
    return [(one.where, one.what) for one in proof.findings(site, **beside)]


def test_the_same_release_gives_the_same_bytes(edition, site, tmp_path):
    build(edition, [simple], Into(tmp_path / "other"))
    assert folder(site) == folder(tmp_path / "other")
    assert sorted(folder(site)) == [
        "SHA256SUMS",
        "a/index.html",
        "b/x.more.txt",
        "b/x.txt",
        "b/y.more.txt",
        "b/y.txt",
        "manifest.json",
    ]


def test_the_manifest_names_the_edition_and_its_release(edition, site):
    told = json.loads((site / "manifest.json").read_bytes())
    assert told | {"sums": ""} == {
        "kind": "kuzet-site",
        "release": "kz-2024",
        "edition": "1",
        "frozen": "2025-03-01",
        "digest": edition.digest,
        "sums": "",
        "files": 5,
        "bytes": 15 + 4 * 5,
    }


def test_a_site_as_it_was_built_has_no_finding(site):
    assert found(site) == []


def test_a_work_whose_input_is_the_same_is_taken_over(edition, site):
    again = build(edition, [simple], Into(site))
    assert (again.done, again.taken) == (0, 2)
    assert found(site) == []


def test_a_work_whose_input_changed_is_done_again_and_its_old_files_are_gone(edition, site):
    def changed(_):
        yield Work("work x", twice, b"x")
        yield Work("work y", twice, b"z")

    again = build(edition, [changed], Into(site))
    assert (again.done, again.taken) == (1, 1)
    assert sorted(path for path in folder(site) if path.startswith("b/")) == [
        "b/x.more.txt",
        "b/x.txt",
        "b/z.more.txt",
        "b/z.txt",
    ]


def linked(file: Path):
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_text("forged"),  # of another size
        lambda file: file.write_text("two x"),  # of the same size, at another moment
        lambda file: file.unlink(),
        linked,
    ],
)
def test_a_file_that_was_altered_since_is_not_taken_over(edition, site, harm):
    harm(site / "b" / "x.txt")
    again = build(edition, [simple], Into(site))
    assert (again.done, again.taken) == (1, 1)
    assert (site / "b" / "x.txt").read_bytes() == b"one x"
    assert found(site) == []


def test_a_file_whose_moment_was_set_back_is_taken_over_and_found(edition, site):
    file = site / "b" / "x.txt"
    moment = file.stat().st_mtime_ns
    file.write_text("two x")
    os.utime(file, ns=(moment, moment))
    build(edition, [simple], Into(site))
    assert found(site) == [("b/x.txt", "altered")]


@pytest.fixture
def before(edition, site):
    """The folder of the site before the last one, in which the next build goes on."""
    build(edition, [simple], Into(site))
    return tree.place(site)


def test_a_build_goes_on_in_the_site_before_the_last_one(edition, site, before):
    number = before.stat().st_ino
    again = build(edition, [simple], Into(site))
    assert (again.done, again.taken) == (0, 2)
    assert site.stat().st_ino == number
    assert found(site) == []


def replace_by_a_folder(file: Path):
    file.unlink()
    file.mkdir()
    (file / "inner.txt").write_text("inner")


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_text("forged"),
        lambda file: file.unlink(),
        lambda file: shutil.rmtree(file.parent),
        linked,
        replace_by_a_folder,
        lambda file: shutil.rmtree(file.parent) or file.parent.write_text("a file where a folder is to be"),
        lambda file: (file.parent / "extra.txt").write_text("extra"),
        lambda file: (file.parent.parent / "0" / "deep").mkdir(parents=True),
    ],
)
def test_what_is_wrong_in_the_site_before_the_last_one_is_put_right(edition, site, before, harm):
    last = folder(site)
    file = before / "b" / "x.txt"
    shutil.copy2(file, before / "own")  # the last site has the same file, and is not to be harmed
    (before / "own").rename(file)
    harm(file)
    build(edition, [simple], Into(site))
    assert folder(site) == last
    assert found(site) == []
    assert folder(before) == last


def test_a_link_in_the_site_before_the_last_one_leads_nowhere(edition, site, before, tmp_path):
    shutil.rmtree(before / "a")
    (tmp_path / "elsewhere").mkdir()
    (before / "a").symlink_to(tmp_path / "elsewhere")
    build(edition, [simple], Into(site))
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert found(site) == []


def test_a_file_that_is_written_anew_stays_as_it_was_in_the_site_that_is_replaced(edition, site, before):
    def other(_):
        yield "a/index.html", b"<!doctype html><title>other"
        yield from (Work(f"work {name}", twice, name.encode()) for name in ("x", "y"))

    build(edition, [other], Into(site))
    assert (site / "a" / "index.html").read_bytes() == b"<!doctype html><title>other"
    assert (before / "a" / "index.html").read_bytes() == b"<!doctype html>"


def test_what_works_are_given_is_in_memory_only_while_they_are_done(edition, tmp_path, monkeypatch):
    def many(_):
        for number in range(200):
            yield Work(f"work {number}", beginning, b"%08d" % number + bytes(1_000_000))

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    tracemalloc.start()
    try:
        built = build(edition, [many], Into(tmp_path / "site"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (built.done, built.manifest.files) == (200, 200)
    assert peak < 80_000_000


def test_without_the_ledger_of_the_last_build_everything_is_done_again(edition, site):
    ledger.place(site).unlink()
    assert build(edition, [simple], Into(site)).taken == 0


def test_a_full_disk_leaves_the_old_site_and_no_other_folder(edition, site, monkeypatch):
    before = folder(site)

    def broken(_):
        yield Work("work x", full, b"")

    with pytest.raises(Missing, match=r"site cannot be written: No space left on device$"):
        build(edition, [broken], Into(site))
    assert folder(site) == before
    assert [path.name for path in site.parent.iterdir() if "building" in path.name] == []


def test_a_killed_build_leaves_the_old_site_and_the_next_one_removes_what_it_left(edition, site):
    left = site.parent / ".site-building-killed"
    (left / "site").mkdir(parents=True)
    build(edition, [simple], Into(site))
    assert not left.exists()


def test_a_folder_that_is_no_site_is_not_replaced(edition, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("mine")
    with pytest.raises(BadInput, match="is not a new place, an empty folder or a site to be replaced"):
        build(edition, [simple], Into(tmp_path / "letters"))


@pytest.mark.parametrize("path", ["/etc/passwd", "../out.txt", "a/../../b", "manifest.json", "a//b", "a\nb"])
def test_a_path_that_leaves_the_site_is_refused(edition, tmp_path, path):
    with pytest.raises(BadInput, match="is not the path of a file inside the site"):
        build(edition, [lambda _: iter([(path, b"")])], Into(tmp_path / "site"))


def test_a_path_that_two_parts_give_is_refused(edition, tmp_path):
    with pytest.raises(BadInput, match=r"'a/index\.html' is not a path that only one part of the site gives"):
        build(edition, [simple, simple], Into(tmp_path / "site"))


def alter(site):
    (site / "a" / "index.html").write_bytes(b"<!doctype HTML>")


def remove(site):
    (site / "b" / "x.txt").unlink()


def add(site):
    (site / "b" / "extra.js").write_bytes(b"")


def point(site):
    (site / "b" / "x.txt").unlink()
    (site / "b" / "x.txt").symlink_to(site / "b" / "y.txt")


def list_anew(site):
    """The forger altered a file and its line in the list."""
    alter(site)
    lines = (site / "SHA256SUMS").read_text().splitlines(keepends=True)
    lines[0] = manifest.sum_line("a/index.html", manifest.digest_of(site / "a" / "index.html"))
    (site / "SHA256SUMS").write_text("".join(lines))


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (alter, [("a/index.html", "altered")]),
        (remove, [("b/x.txt", "missing")]),
        (add, [("b/extra.js", "added: no part of this edition")]),
        (point, [("b/x.txt", "missing")]),
        (list_anew, [("SHA256SUMS", "altered: not the list that the manifest seals")]),
    ],
    ids=["altered", "missing", "added", "link", "list"],
)
def test_harm_is_found(site, harm, expected):
    harm(site)
    assert found(site) == expected


def sealed_anew(site):
    """The forger wrote the list and the manifest anew, and cannot sign it."""
    list_anew(site)
    told = json.loads((site / "manifest.json").read_bytes())
    told["sums"] = manifest.digest_of(site / "SHA256SUMS")
    (site / "manifest.json").write_text(json.dumps(told, separators=(",", ":")) + "\n")


def test_only_the_signature_shows_a_site_that_was_sealed_anew(edition, tmp_path):
    build(edition, [simple], Into(tmp_path / "site", signing.key(tmp_path / "keys")))
    assert found(tmp_path / "site") == []
    sealed_anew(tmp_path / "site")
    assert found(tmp_path / "site") == [("manifest.json", "altered: not what its key signed")]


def test_a_signature_that_was_taken_away_is_missed(edition, tmp_path):
    build(edition, [simple], Into(tmp_path / "site", signing.key(tmp_path / "keys")))
    (tmp_path / "site" / "manifest.sig").unlink()
    assert found(tmp_path / "site") == [("manifest.sig", "missing: the manifest names a key")]


def test_a_manifest_kept_elsewhere_shows_another_key(edition, tmp_path):
    build(edition, [simple], Into(tmp_path / "site", signing.key(tmp_path / "keys")))
    kept = shutil.copy(tmp_path / "site" / "manifest.json", tmp_path / "kept.json")
    build(edition, [simple], Into(tmp_path / "site", signing.key(tmp_path / "other")))
    ((where, what),) = found(tmp_path / "site", kept=Path(kept))
    assert where == "manifest.json"
    assert what.startswith("signed by another key than kept.json: ")


def test_a_site_of_another_release_is_stale(site):
    ((where, what),) = found(site, digest="0" * 64)
    assert where == "manifest.json"
    assert what.startswith("stale: it shows release ")


def test_publish_and_verify_tell_what_they_did(demo_folder, tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "PARTS", (robots.part,))
    site, run = str(tmp_path / "site"), CliRunner().invoke
    published = run(main, ["publish", str(demo_folder / "release"), "-o", site])
    assert published.exit_code == 0, published.output
    assert "kz-2024 edition 1" in published.output
    assert "not signed" in published.output
    verified = run(main, ["verify", site, "--release", str(demo_folder / "release")])
    assert (
        verified.exit_code,
        verified.output.endswith("signed by nobody: not signed: all as it was published\n"),
    ) == (0, True)
    (tmp_path / "site" / "robots.txt").write_text("")
    assert run(main, ["verify", site]).exit_code == 1


def test_an_address_without_a_scheme_is_refused(demo_folder, tmp_path):
    found = CliRunner().invoke(
        main, ["publish", str(demo_folder / "release"), "-o", str(tmp_path / "s"), "--address", "example.org"]
    )
    assert found.exit_code == 1
    assert "--address: 'example.org' is not an address such as https://example.org/kuzet" in found.output
