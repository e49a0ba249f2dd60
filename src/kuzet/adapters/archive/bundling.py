"""A document of the archive as one file that proves itself: `kuzet verify` checks it, and so do sha256sum and openssl.

The bundle is a zip without compression:

    README.txt, SHA256SUMS
    captures.jsonl                  the lines of the captures and pictures, as they stand in the archive
    chain/000003.txt                number and hash of each line from the first of them up to the next checkpoint
    checkpoints/ keys/ authorities/ objects/    as in the archive, what these lines need of it
    text.txt                        the text as it was read, where it was given

The same archive gives the same bytes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from string import Template
from typing import Final

from kuzet.adapters.archive import checkpoints, keys, lines, stamps, warc
from kuzet.adapters.archive.keeping import Archive
from kuzet.adapters.archive.layout import Layout, object_path
from kuzet.adapters.archive.lines import Entry, Line
from kuzet.adapters.archive.proving_notes import checkpoint
from kuzet.basis.errors import Missing
from kuzet.basis.names import LANGUAGES
from kuzet.observatory.collect.ports import Capture

SUMS: Final = "SHA256SUMS"
LINES: Final = "captures.jsonl"
TEXT: Final = "text.txt"
README: Final = "README.txt"
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
_RULE: Final = f"\n{'-' * 72}\n\n"

_UNWRAP: Final = r"sed '1,/^\r$/d'"
"""Takes one head off: that of the WARC record, and that of the answer where it came by HTTP."""

Wanted = Callable[[Capture], bool]
Members = dict[str, bytes]


@dataclass(slots=True)
class Segment:
    """Lines of the chain up to one checkpoint, from the first one that is wanted."""

    checkpoint: int
    rows: list[tuple[int, str]] = field(default_factory=list)
    wanted: list[tuple[Line, Entry]] = field(default_factory=list)


def wanted(document: str) -> Wanted:
    """The captures of a document, named by the id of a capture, the SHA-256 of its bytes, or its address."""
    if re.fullmatch(r"c-\d+", document):
        return lambda capture: capture.id == document
    if re.fullmatch(r"[0-9a-f]{64}", document):
        return lambda capture: capture.sha256 == document
    return lambda capture: document in (capture.url, capture.final)


def captures_of(archive: Archive, document: str) -> list[Capture]:
    """The captures of a document, in their order."""
    is_wanted = wanted(document)
    return [each for each in archive.captures() if is_wanted(each)]


def bundle(layout: Layout, document: str, text: bytes | None = None) -> bytes:
    """The bundle of a document. Raises `Missing` where no capture is one of it, or one is under no checkpoint yet."""
    segments = list(_segments(layout, wanted(document)))
    if not segments:
        raise Missing(f"{layout.archive}: no capture {document}; give an id such as c-7, an address or a SHA-256")
    members = _members(layout, segments)
    if text is not None:
        members[TEXT] = text
    members[README] = _readme(layout, segments, members).encode()
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(members.items()))
    return _zipped(members | {SUMS: sums.encode()})


def _segments(layout: Layout, is_wanted: Wanted) -> Iterator[Segment]:
    """One segment a checkpoint that stands over something wanted, or over a picture of it."""
    public = {note.number: note.public for note in keys.introduced(layout.keys)}
    sealed = (checkpoint(path, public) for path in checkpoints.paths(layout.checkpoints))
    head, ids = next(sealed, None), set[str]()
    segment = Segment(head.number if head else 0)
    for line, entry in lines.entries(layout.captures):
        if head is not None and line.number > head.lines:
            if segment.rows:
                yield segment
            head = next((each for each in sealed if each.lines >= line.number), None)
            segment = Segment(head.number if head else 0)
        if (entry.capture and is_wanted(entry.capture)) or (entry.picture and entry.picture.of in ids):
            ids.add(f"c-{line.number}")
            segment.wanted.append((line, entry))
        if segment.wanted:
            segment.rows.append((line.number, line.hash))
    if segment.wanted:
        if head is None:
            raise Missing(f"{layout.captures}, line {segment.rows[0][0]}: under no checkpoint yet; make one first")
        yield segment


def _members(layout: Layout, segments: list[Segment]) -> Members:
    members = {LINES: b"".join(_data(line) for segment in segments for line, _ in segment.wanted)}
    for segment in segments:
        rows = "".join(f"{number} {own}\n" for number, own in segment.rows)
        members[f"chain/{segment.checkpoint:06}.txt"] = rows.encode()
        members |= _checkpoint(layout, segment.checkpoint)
        for _, entry in segment.wanted:
            path = object_path(layout.objects, entry.sha256)
            members[path.relative_to(layout.archive).as_posix()] = path.read_bytes()
    return members | {f"keys/{path.name}": path.read_bytes() for path in sorted(layout.keys.iterdir())}


def _data(line: Line) -> bytes:
    return f'{{"before":"{line.before}","hash":"{line.hash}",'.encode() + line.content


def _checkpoint(layout: Layout, number: int) -> Members:
    """A checkpoint with its time-stamps and their authorities."""
    path = checkpoints.path_of(layout.checkpoints, number)
    found = [path, *sorted(layout.checkpoints.glob(f"{path.stem}-*{stamps.SUFFIX}"))]
    for stamp in found[1:]:
        found += layout.authorities.glob(f"{stamp.stem.partition('-')[2]}*.pem")
    return {each.relative_to(layout.archive).as_posix(): each.read_bytes() for each in found}


def _readme(layout: Layout, segments: list[Segment], members: Members) -> str:
    """What this is and how to check it, in three languages; the commands are those of this very bundle."""
    line, entry = segments[0].wanted[0]
    held = checkpoint_of(layout, segments[0].checkpoint)
    stamp = next((name for name in sorted(members) if re.search(f"/{held.number:06}-.*{stamps.SUFFIX}", name)), "")
    values = {
        "captures": "".join(_told(each) for segment in segments for _, each in segment.wanted),
        "checkpoint": f"{held.number:06}",
        "chain": held.chain,
        "key": f"{held.key:04}",
        "object": object_path(Path("objects"), entry.sha256).as_posix(),
        "unwrap": " | ".join([_UNWRAP] * (2 if warc.is_http(entry.capture.final if entry.capture else "") else 1)),
        "size": str(entry.held.size),
        "sha256": entry.sha256,
        "hash": line.hash,
        "stamp": stamp,
        "roots": next((name for name in members if stamp and name.startswith(f"authorities/{stamp[-20:-4]}")), ""),
    }
    texts = [_text(language, values) for language in LANGUAGES]
    return _RULE.join([*texts, _text("check", values) + (_text("stamp", values) if stamp else "")])


def _text(name: str, values: dict[str, str]) -> str:
    return Template((files(__package__) / "readme" / f"{name}.txt").read_text("utf-8")).substitute(values)


def checkpoint_of(layout: Layout, number: int) -> checkpoints.Checkpoint:
    """A checkpoint of the archive, its signature checked."""
    public = {note.number: note.public for note in keys.introduced(layout.keys)}
    return checkpoint(checkpoints.path_of(layout.checkpoints, number), public)


def _told(entry: Entry) -> str:
    if entry.capture:
        capture = entry.capture
        return f"  {capture.id}  {capture.at:%Y-%m-%d %H:%M:%S} UTC  {capture.status}  {capture.final}\n"
    picture = entry.picture
    return f"  {picture.of}  PNG, {picture.at:%Y-%m-%d %H:%M:%S} UTC, {picture.by}\n" if picture else ""


def _zipped(members: Members) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(members.items()):
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, data)
    return made.getvalue()
