"""Proof of a bundle, offline: its files, its lines, the chain up to the checkpoints, signatures and time-stamps."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kuzet.adapters.archive import bundling, proving_notes
from kuzet.adapters.archive.checkpoints import Checkpoint
from kuzet.adapters.archive.findings import Finding, Proved
from kuzet.adapters.archive.layout import object_path
from kuzet.adapters.archive.lines import Entry, Line, chained, parsed
from kuzet.adapters.archive.proving_lines import entry_of, proved_object
from kuzet.adapters.archive.proving_notes import Signed

_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
_NAME: Final = re.compile(
    r"README\.txt|SHA256SUMS|text\.txt|captures\.jsonl|chain/\d{6}\.txt|checkpoints/\d{6}(-[0-9a-f]{16}\.tsr|\.checkpoint)"
    r"|keys/\d{4}\.(key|pem)|authorities/[0-9a-f]{64}\.pem|objects/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}\.warc\.gz"
)
_ROW: Final = re.compile(r"(\d+) ([0-9a-f]{64})")


def is_bundle(path: Path) -> bool:
    """Whether a file is a bundle, whole or not."""
    try:
        with zipfile.ZipFile(path) as archive:
            return {bundling.LINES, bundling.SUMS} <= set(archive.namelist())
    except _DAMAGE:
        return False


@dataclass(slots=True)
class BundleProof:
    """The proof of the bundle at `path`: `findings` is read once, then `proved` tells what stands in it."""

    path: Path
    proved: Proved = field(default_factory=Proved)

    def findings(self) -> Iterator[Finding]:
        """Everything that is not as it was exported."""
        with TemporaryDirectory(prefix="kuzet-bundle-") as room:
            folder = Path(room)
            bad = list(_unpacked(self.path, folder))
            yield from bad
            if not bad:
                yield from self._proved(folder)

    def _proved(self, folder: Path) -> Iterator[Finding]:
        signed, chain = Signed(), _Chains()
        yield from _sums(folder)
        yield from proving_notes.proved(folder, signed)
        yield from chain.read(folder, signed.checkpoints)
        entries = []
        for number, data in enumerate((folder / bundling.LINES).read_bytes().splitlines(keepends=True), 1):
            where = f"{bundling.LINES}, line {number}"
            line, entry = parsed(data, number), entry_of(data, number)
            if line is None or entry is None:
                yield Finding(where=where, what="its content has not the hash that the line says")
                continue
            entries.append(entry)
            yield from chain.holds(line, entry, where)
            yield from proved_object(folder / "objects", entry, where)
        yield from chain.begun()
        yield from _extra(folder, entries)
        self._tell(signed, entries)

    def _tell(self, signed: Signed, entries: list[Entry]) -> None:
        self.proved = Proved(
            captures=sum(entry.capture is not None for entry in entries),
            pictures=sum(entry.picture is not None for entry in entries),
            objects=len({entry.sha256 for entry in entries}),
            lines=len(entries),
            sealed=len(entries),
            checkpoints=len(signed.checkpoints),
            sealed_at=max((each.at for each in signed.checkpoints), default=None),
            stamps=tuple(signed.stamps),
            keys=tuple(signed.keys.values()),
        )


@dataclass(slots=True)
class _Chains:
    """The segments of the chain that a bundle brings: each leads from a line of it to a checkpoint."""

    segments: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    chains: dict[str, str] = field(default_factory=dict)
    """The chain of each segment as far as it is known: from its first line on."""

    def read(self, folder: Path, signed: list[Checkpoint]) -> Iterator[Finding]:
        """The segments, each checked to end where its checkpoint says."""
        by_name = {f"{each.number:06}": each for each in signed}
        for path in sorted((folder / "chain").glob("*.txt")):
            where, rows = f"chain/{path.name}", _rows(path)
            head = by_name.get(path.stem)
            if head is None:
                yield Finding(where=where, what="its checkpoint is not there, or does not hold")
            elif not rows or [number for number, _ in rows] != list(range(rows[0][0], head.lines + 1)):
                yield Finding(where=where, what=f"does not lead line by line to line {head.lines}, the checkpoint's")
            else:
                self.segments[where], self.ends[where] = rows, head.chain

    def holds(self, line: Line, entry: Entry, where: str) -> Iterator[Finding]:
        """Whether a line stands in a segment, with this hash and this chain before it."""
        name = next((name for name, rows in self.segments.items() if rows[0][0] <= entry.number <= rows[-1][0]), "")
        if not name:
            yield Finding(where=where, what=f"no chain leads from line {entry.number} to a checkpoint")
            return
        rows = self.segments[name]
        at = entry.number - rows[0][0]
        if rows[at][1] != line.hash:
            yield Finding(where=where, what=f"is not line {entry.number} of {name}: another hash stands there")
            return
        chain = line.before
        for _, own in rows[at:]:
            chain = chained(chain, own)
        if chain != self.ends[name]:
            yield Finding(where=where, what=f"{name} leads from it to {chain}, its checkpoint says {self.ends[name]}")
        self.chains[name] = chain

    def begun(self) -> Iterator[Finding]:
        """Segments that belong to no line."""
        for name in sorted(set(self.segments) - set(self.chains)):
            yield Finding(where=name, what="leads from no line of the bundle")


def _rows(path: Path) -> list[tuple[int, str]]:
    """Number and hash of each row; none at all where one has not this form."""
    text = path.read_text("utf-8", "replace").split("\n")
    matches = [_ROW.fullmatch(row) for row in text[:-1]]
    if text[-1] or None in matches:
        return []
    return [(int(match[1]), match[2]) for match in matches if match]


def _unpacked(path: Path, folder: Path) -> Iterator[Finding]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _names(archive)
            for info in archive.infolist():
                if _NAME.fullmatch(info.filename) and info.compress_type == zipfile.ZIP_STORED:
                    target = folder / info.filename
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(info))
    except _DAMAGE as error:
        yield Finding(where=path.name, what=f"the zip file is damaged ({error})")


def _names(archive: zipfile.ZipFile) -> Iterator[Finding]:
    names = [info.filename for info in archive.infolist()]
    for name in sorted(set(names)):
        if not _NAME.fullmatch(name):
            yield Finding(where=name, what="is no file of a bundle")
        if names.count(name) > 1:
            yield Finding(where=name, what="stands in it more than once")
    for info in archive.infolist():
        if info.compress_type != zipfile.ZIP_STORED:
            yield Finding(where=info.filename, what="is compressed, as no file of a bundle is")
    yield from (
        Finding(where=name, what="is not there") for name in (bundling.LINES, bundling.SUMS) if name not in names
    )


def _sums(folder: Path) -> Iterator[Finding]:
    """`SHA256SUMS` lists exactly the files that are there, as they are."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    said = "".join(
        f"{sha256(path.read_bytes()).hexdigest()}  {name}\n"
        for name, path in sorted(found.items())
        if name != bundling.SUMS
    )
    listed = (folder / bundling.SUMS).read_text("utf-8", "replace")
    for row in sorted(set(said.splitlines()) ^ set(listed.splitlines())):
        yield Finding(where=row[66:] or bundling.SUMS, what=f"is not as {bundling.SUMS} says ({row[:64]})")
    if listed != said and set(said.splitlines()) == set(listed.splitlines()):
        yield Finding(where=bundling.SUMS, what="is not in order")


def _extra(folder: Path, entries: list[Entry]) -> Iterator[Finding]:
    named = {object_path(folder / "objects", entry.sha256) for entry in entries}
    for path in sorted((folder / "objects").rglob("*.warc.gz")):
        if path not in named:
            yield Finding(where=path.relative_to(folder).as_posix(), what="belongs to no line of the bundle")
