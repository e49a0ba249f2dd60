"""One bit of an archive changed at a time: is it found and named, or does every claim stay as it was?"""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from pathlib import Path

from tests.adapters.archive.authority import Openssl
from tests.adapters.archive.made import DAY, answer, archive_of

from kuzet.adapters.archive import Archive, Layout, Proof
from kuzet.adapters.archive.lines import entries

PNG = b"\x89PNG\r\n\x1a\n" + b"not a real one" * 9


def rich(folder: Path, authority: Openssl | None) -> Path:
    """A small archive with some of everything: recaptures, a picture, two keys, time-stamps, unsealed lines."""
    archive_of(folder, 6, sealed=2)
    with Archive(folder) as archive:
        if authority:
            archive.stamp(authority.authority, authority.post)
        archive.rotate_key(DAY + timedelta(hours=5))
        first = next(archive.captures())
        archive.keep_picture(first, PNG, "Browser/1", DAY + timedelta(hours=5))
        archive.keep(answer(2, at=DAY + timedelta(hours=6)), "news")
        archive.checkpoint(DAY + timedelta(hours=7))
        if authority:
            archive.stamp(authority.authority, authority.post)
        archive.keep_all([(answer(7), "news"), (answer(8), "news")])
    return folder


def findings(data: Path, outside: Path | None = None) -> list[str]:
    return [str(finding) for finding in Proof(Layout(data), outside).findings()]


def claims(data: Path) -> tuple[object, ...]:
    """Everything that an archive says, as its readers give it."""
    proof, layout = Proof(Layout(data)), Layout(data)
    found = list(proof.findings())
    lines = [(line.before, line.hash, entry) for line, entry in entries(layout.captures)]
    checkpoints = [path.read_bytes() for path in sorted(layout.checkpoints.glob("*.checkpoint"))]
    return found, lines, checkpoints, proof.proved


def flipped(data: Path, times: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Of so many flips how many were found, by file, and which were neither found and named nor without effect."""
    choose = random.Random(seed)
    files = sorted(path for path in data.rglob("*") if path.is_file())
    sizes, before = [path.stat().st_size for path in files], claims(data)
    counts, missed = Counter(), []
    for _ in range(times):
        # Every other flip takes a file first, so that small files are hit as often as large ones.
        path = choose.choice(files) if choose.random() < 0.5 else choose.choices(files, sizes)[0]
        whole = path.read_bytes()
        if not whole:
            continue
        at, bit = choose.randrange(len(whole)), choose.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
        found = findings(data)
        named = any(item in finding for finding in found for item in items(data, path, whole[:at]))
        unchanged = not found and claims(data) == before
        counts[f"{kind(data, path)}: {'found' if named else 'without effect' if unchanged else 'missed'}"] += 1
        if not named and not unchanged:
            missed.append(f"{path.relative_to(data)}, byte {at}, bit {bit}: {found}")
        path.write_bytes(whole)
    return counts, missed


def items(data: Path, path: Path, before: bytes) -> list[str]:
    """How a finding names what was changed."""
    if path.name == "captures.jsonl":
        number = before.count(b"\n") + 1
        return [f"captures.jsonl, line {number}: "]
    name = path.relative_to(data / "archive") if "archive" in path.parts[len(data.parts) :] else path.relative_to(data)
    return [f"{name}: ", f"object {name} "]


def kind(data: Path, path: Path) -> str:
    parts = path.relative_to(data).parts
    return "/".join(parts) if len(parts) == 2 else f"{'/'.join(parts[:2])}/*{path.suffix}"
