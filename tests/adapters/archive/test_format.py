"""A verifier made from docs/reference/archive-format.md alone, with nothing of ours, agrees with ours."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.adapters.archive.authority import Openssl
from tests.adapters.archive.flips import rich

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def openssl(*words) -> bool:
    return subprocess.run(["openssl", *map(str, words)], capture_output=True).returncode == 0


def stranger(archive: Path, room: Path) -> list[str]:
    """Everything that is not as the page on the format says; the standard library and openssl are enough."""
    chains, wrong = lines(archive)
    wrong += notes(archive, room, "keys", "key")
    wrong += notes(archive, room, "checkpoints", "checkpoint")
    for path in sorted((archive / "checkpoints").glob("*.checkpoint")):
        said = json.loads(path.read_text().split("\n")[0])
        if chains.get(said["lines"]) != (said["chain"], said["bytes"]):
            wrong.append(f"{path.name}: chain")
        for stamp in said.get("stamps", []):
            if digest((path.parent / stamp["file"]).read_bytes()) != stamp["sha256"]:
                wrong.append(stamp["file"])
    for path in sorted((archive / "checkpoints").glob("*.tsr")):
        (roots,) = (archive / "authorities").glob(f"{path.stem[7:]}*.pem")
        stamped = path.with_name(f"{path.stem[:6]}.checkpoint")
        if digest(roots.read_bytes()) != roots.stem or not openssl(
            "ts", "-verify", "-data", stamped, "-in", path, "-CAfile", roots
        ):
            wrong.append(path.name)
    return wrong


def lines(archive: Path) -> tuple[dict[int, tuple[str, int]], list[str]]:
    """Chain and bytes after each line, and the lines that are wrong."""
    chain, size, chains, wrong = "0" * 64, 0, {}, []
    for number, line in enumerate((archive / "captures.jsonl").read_bytes().splitlines(keepends=True), 1):
        said = json.loads(line)
        held = said.get("capture") or said["picture"]
        path = archive / "objects" / held["sha256"][:2] / held["sha256"][2:4] / f"{held['sha256']}.warc.gz"
        body = payload(gzip.decompress(path.read_bytes()))
        size += len(line)
        holds = (said["before"], said["hash"], said["number"]) == (chain, digest(line[151:]), number)
        kept = (digest(path.read_bytes()), digest(body), len(body)) == (said["file"], held["sha256"], held["size"])
        wrong += [] if holds and kept else [f"line {number}"]
        chain = digest((said["before"] + said["hash"]).encode())
        chains[number] = (chain, size)
    return chains, wrong


def payload(warc: bytes) -> bytes:
    """The payload of the first record."""
    head, _, rest = warc.partition(b"\r\n\r\n")
    block = rest[: int(re.search(rb"Content-Length: (\d+)", head)[1])]
    return block.partition(b"\r\n\r\n")[2] if b"WARC-Type: response" in head else block


def notes(archive: Path, room: Path, folder: str, ending: str) -> list[str]:
    """Notes that do not follow the one before them, or whose signature does not hold."""
    before, wrong = "0" * 64, []
    for number, path in enumerate(sorted((archive / folder).glob(f"*.{ending}")), 1):
        text, signature = path.read_bytes().splitlines(keepends=True)
        said = json.loads(text)
        signer = said["key"] if ending == "checkpoint" else max(1, number - 1)
        (room / "text").write_bytes(text)
        (room / "signature").write_bytes(bytes.fromhex(signature.decode()))
        pem = archive / "keys" / f"{signer:04}.pem"
        words = ["-rawin", "-in", room / "text", "-sigfile", room / "signature"]
        holds = openssl("pkeyutl", "-verify", "-pubin", "-inkey", pem, *words)
        if not holds or said.get("before", "0" * 64) != before or said["number"] != number:
            wrong.append(path.name)
        before = digest(path.read_bytes())
    return wrong


@pytest.fixture
def archive(tmp_path):
    return rich(tmp_path / "data", Openssl(tmp_path / "authority")) / "archive"


def test_a_stranger_finds_an_archive_as_the_page_on_the_format_tells(archive, tmp_path):
    assert stranger(archive, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("captures.jsonl", b"news.example/3", b"news.example/4", "line 3"),
        ("checkpoints/000002.checkpoint", b'"lines":6', b'"lines":5', "000002.checkpoint"),
        ("keys/0002.key", b'"number":2', b'"number":3', "0002.key"),
    ],
)
def test_a_stranger_finds_what_was_changed(archive, tmp_path, name, old, new, found):
    path = archive / name
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    assert found in stranger(archive, tmp_path)
