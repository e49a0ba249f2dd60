"""Proof of what is signed: keys, checkpoints, time-stamps. For archives, and for bundles, which have some of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from kuzet.adapters.archive import checkpoints, keys, notes, stamps
from kuzet.adapters.archive.checkpoints import Checkpoint
from kuzet.adapters.archive.findings import Finding, Stamped
from kuzet.adapters.archive.lines import START
from kuzet.basis.errors import BadInput

_STAMP: Final = re.compile(r"(\d{6})-([0-9a-f]{16})\.tsr")
_CHECKPOINT: Final = re.compile(r"(\d{6})\.checkpoint")
_KEY: Final = re.compile(r"(\d{4})\.(key|pem)")
_ROOTS: Final = re.compile(r"([0-9a-f]{64})\.pem")


@dataclass(slots=True)
class Signed:
    """What was found to hold."""

    keys: dict[int, str] = field(default_factory=dict)
    checkpoints: list[Checkpoint] = field(default_factory=list)
    stamps: list[Stamped] = field(default_factory=list)


def proved(archive: Path, signed: Signed) -> Iterator[Finding]:
    """What is signed in the folder of an archive or bundle; what holds is put into `signed`."""
    yield from _keys(archive / "keys", signed)
    yield from _checkpoints(archive / "checkpoints", signed)
    yield from _authorities(archive / "authorities")
    yield from _stamps(archive, signed)


def chained(folder: Path, signed: Signed) -> Iterator[Finding]:
    """Whether the checkpoints of a whole archive follow each other, with the time-stamps they name."""
    before, last = (
        START,
        Checkpoint(number=0, lines=0, bytes=0, chain=START, at=datetime.min.replace(tzinfo=UTC), key=0),
    )
    for each in signed.checkpoints:
        path = checkpoints.path_of(folder, each.number)
        where = f"checkpoints/{path.name}"
        if each.number != last.number + 1:
            yield Finding(where=f"checkpoints/{last.number + 1:06}.checkpoint", what="is not there, or does not hold")
        elif each.before != before:
            yield Finding(where=where, what="does not name the checkpoint before it")
        if each.lines < last.lines or each.bytes < last.bytes or each.key < last.key:
            yield Finding(where=where, what="says less than the checkpoint before it")
        yield from _named(folder, each)
        before, last = sha256(notes.load(path)).hexdigest(), each


def checkpoint(path: Path, known: dict[int, str]) -> Checkpoint:
    """A checkpoint whose signature holds; raises `BadInput` for any other."""
    data, where = notes.load(path), f"checkpoints/{path.name}"
    found = notes.read(data, Checkpoint, where)
    if found.key not in known:
        raise BadInput(found.key, "the number of a key that the archive introduces", where)
    notes.check(data, known[found.key], where)
    return found


def _keys(folder: Path, signed: Signed) -> Iterator[Finding]:
    try:
        for note in keys.introduced(folder):
            signed.keys[note.number] = note.public
    except BadInput as error:
        yield Finding.of(error)
        return
    begun = f"{len(signed.keys) + 1:04}.pem"  # written before its note: whoever made that key died in between
    for path in _files(folder):
        match = _KEY.fullmatch(path.name)
        if path.name != begun and (match is None or int(match[1]) not in signed.keys):
            yield Finding(where=f"keys/{path.name}", what="is no key that the one before it signed")


def _checkpoints(folder: Path, signed: Signed) -> Iterator[Finding]:
    for path in _files(folder):
        if path.suffix == stamps.SUFFIX:
            continue
        match = _CHECKPOINT.fullmatch(path.name)
        if match is None:
            yield Finding(where=f"checkpoints/{path.name}", what="is no file of an archive")
            continue
        try:
            found = checkpoint(path, signed.keys)
        except BadInput as error:
            yield Finding.of(error)
            continue
        if found.number != int(match[1]):
            yield Finding(where=f"checkpoints/{path.name}", what=f"says that it is checkpoint {found.number}")
            continue
        signed.checkpoints.append(found)


def _authorities(folder: Path) -> Iterator[Finding]:
    for path in _files(folder):
        match, found = _ROOTS.fullmatch(path.name), sha256(path.read_bytes()).hexdigest()
        if match is None or match[1] != found:
            yield Finding(where=f"authorities/{path.name}", what=f"has the SHA-256 {found}, which is not its name")


def _stamps(archive: Path, signed: Signed) -> Iterator[Finding]:
    roots = {path.stem[:16]: path for path in _files(archive / "authorities")}
    for path in _files(archive / "checkpoints"):
        if path.suffix != stamps.SUFFIX:
            continue
        where = f"checkpoints/{path.name}"
        match = _STAMP.fullmatch(path.name)
        stamped = path.with_name(f"{match[1]}{checkpoints.SUFFIX}") if match else path
        if match is None or not stamped.exists():
            yield Finding(where=where, what="is no time-stamp of a checkpoint that is there")
            continue
        if match[2] not in roots:
            yield Finding(where=where, what=f"the certificates of its authority, {match[2]}…, are not there")
            continue
        root = roots[match[2]]
        try:
            at = stamps.check(path.read_bytes(), notes.load(stamped), root.read_bytes(), where)
        except BadInput as error:
            yield Finding.of(error)
            continue
        signed.stamps.append(Stamped(checkpoint=int(match[1]), at=at, authority=root.stem))


def _named(folder: Path, found: Checkpoint) -> Iterator[Finding]:
    """The time-stamps that a checkpoint names are there, as they were then."""
    for stamp in found.stamps:
        path, where = folder / Path(stamp.file).name, f"checkpoints/{stamp.file}"
        if not path.exists():
            yield Finding(where=where, what=f"is not there, and checkpoint {found.number} names it")
        elif sha256(path.read_bytes()).hexdigest() != stamp.sha256:
            yield Finding(where=where, what=f"is not as checkpoint {found.number} says, SHA-256 {stamp.sha256}")


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
