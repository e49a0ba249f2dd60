"""Proof of a whole archive, offline: every file, every line, every signature, every time-stamp, and their order.

Nothing of the writing side is asked, and a damaged item does not hide the next one: each is named with its place.
Memory holds the checkpoints and eight bytes a line.
"""

from __future__ import annotations

import fcntl
import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from kuzet.adapters.archive import keys, notes, proving_notes
from kuzet.adapters.archive.checkpoints import Checkpoint
from kuzet.adapters.archive.findings import Finding, Proved
from kuzet.adapters.archive.layout import Layout, object_path
from kuzet.adapters.archive.lines import raw
from kuzet.adapters.archive.objects import held
from kuzet.adapters.archive.proving_lines import Chain, Head, proved_object
from kuzet.adapters.archive.proving_notes import Signed
from kuzet.basis.errors import BadInput, Missing

_KNOWN: Final = {"captures.jsonl", "objects", "checkpoints", "keys", "authorities", "torn", "tmp", "lock"}
_OBJECT: Final = re.compile(r"([0-9a-f]{64})\.warc\.gz")


@dataclass(slots=True)
class Proof:
    """The proof of the archive in a data folder: `findings` is read once, then `proved` tells what stands there.

    `outside` is a checkpoint of the same archive that was kept elsewhere: it shows a cut, an older copy, a forgery.
    """

    layout: Layout
    outside: Path | None = None
    advance: Callable[[], None] = lambda: None
    proved: Proved = field(default_factory=Proved)
    _seen: array[int] = field(default_factory=lambda: array("Q"))

    def findings(self) -> Iterator[Finding]:
        """Everything that is not as it was kept; raises `Missing` where there is no archive."""
        if not self.layout.captures.exists():
            raise Missing(f"{self.layout.captures}: not there")
        writing, signed = _is_held(self.layout.lock), Signed()
        yield from proving_notes.proved(self.layout.archive, signed)
        yield from proving_notes.chained(self.layout.checkpoints, signed)
        heads = [(f"checkpoints/{each.number:06}.checkpoint", each) for each in signed.checkpoints]
        if self.outside:
            heads.append((self.outside.name, _read(self.outside)))
            yield from _signed_here(self.outside, signed)
        yield from _secret(self.layout, signed)
        self._tell(signed, writing)
        yield from self._lines(sorted(heads, key=lambda head: head[1].lines), writing)
        yield from self._objects()
        yield from (Finding(where=name, what="is no file of an archive") for name in _strangers(self.layout.archive))

    def _tell(self, signed: Signed, writing: bool) -> None:
        last = max(signed.checkpoints, key=lambda each: each.number, default=None)
        torn = self.layout.torn
        self.proved = Proved(
            sealed=last.lines if last else 0,
            sealed_at=last.at if last else None,
            checkpoints=len(signed.checkpoints),
            stamps=tuple(signed.stamps),
            keys=tuple(signed.keys.values()),
            torn=len(list(torn.iterdir())) if torn.is_dir() else 0,
            writing=writing,
        )

    def _lines(self, heads: list[Head], writing: bool) -> Iterator[Finding]:
        chain, captures, pictures = Chain(heads), 0, 0
        with self.layout.captures.open("rb") as file:
            for data in raw(file, self.layout.captures.stat().st_size):
                if writing and not data.endswith(b"\n"):
                    break  # the line that is being written
                yield from chain.step(data)
                entry = chain.entry
                if entry:
                    self._seen.append(_short(entry.sha256))
                    captures, pictures = captures + bool(entry.capture), pictures + bool(entry.picture)
                    where = f"captures.jsonl, line {chain.position}"
                    yield from proved_object(self.layout.objects, entry, where)
                self.advance()
        yield from chain.end()
        self.proved = msgspec.structs.replace(self.proved, lines=chain.position, captures=captures, pictures=pictures)

    def _objects(self) -> Iterator[Finding]:
        """The files that no line names are named as well, and must at least be whole."""
        seen, objects, unnamed = np.unique(np.frombuffer(self._seen, dtype=np.uint64)), 0, 0
        for path in _walk(self.layout.objects):
            name = f"objects/{path.relative_to(self.layout.objects).as_posix()}"
            match = _OBJECT.fullmatch(path.name)
            if match is None or path != object_path(self.layout.objects, match[1]):
                yield Finding(where=name, what="is no object in its place")
                continue
            objects += 1
            if not _holds(seen, match[1]):
                unnamed += 1
                yield from _unnamed(path, match[1], name)
        self.proved = msgspec.structs.replace(self.proved, objects=objects, unnamed=unnamed)


def _read(path: Path) -> Checkpoint:
    return notes.read(notes.load(path), Checkpoint, path.name)


def _signed_here(path: Path, signed: Signed) -> Iterator[Finding]:
    """The checkpoint that was kept elsewhere is signed by the key of this archive that it names."""
    try:
        notes.check(notes.load(path), signed.keys.get(_read(path).key, ""), path.name)
    except BadInput:
        yield Finding(where=path.name, what="is signed by no key of this archive: another one, or one written anew")


def _secret(layout: Layout, signed: Signed) -> Iterator[Finding]:
    """Where the private key is at hand, it is the one that signs next."""
    if layout.secret.exists() and signed.keys and not keys.fits(layout.secret, signed.keys[max(signed.keys)]):
        yield Finding(where="keys/checkpoints.pem", what=f"is not the private key of key {max(signed.keys)}")


def _unnamed(path: Path, digest: str, name: str) -> Iterator[Finding]:
    try:
        held(path.read_bytes(), digest, name)
    except BadInput as error:
        yield Finding.of(error)


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in order; of the names only one folder's are in memory at a time."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _strangers(archive: Path) -> list[str]:
    return sorted(path.name for path in archive.iterdir() if path.name not in _KNOWN)


def _short(digest: str) -> int:
    """Sixteen digits tell objects apart well enough: this only decides whether a line names them."""
    return int(digest[:16], 16)


def _holds(seen: np.ndarray[tuple[int], np.dtype[np.uint64]], digest: str) -> bool:
    at = int(np.searchsorted(seen, np.uint64(_short(digest))))
    return at < len(seen) and int(seen[at]) == _short(digest)


def _is_held(lock: Path) -> bool:
    """Whether a process writes to the archive now."""
    if not lock.exists():
        return False
    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
