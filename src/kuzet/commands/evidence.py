"""What verbs do with evidence: `kuzet verify` of an archive or a bundle, `kuzet export` of a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from kuzet.adapters.archive import Archive, BundleProof, Layout, Proof, Proved, bundle, picture
from kuzet.adapters.archive.bundling import captures_of
from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.word import to_data
from kuzet.commands import output
from kuzet.commands.show import progress


def is_archive(path: Path) -> bool:
    """Whether a folder is the data folder of a collection."""
    return Layout(path).archive.is_dir()


def verify_archive(path: Path, checkpoint: Path | None, *, as_json: bool) -> int:
    """Print every finding and what was proved; 1 when there is a finding."""
    with progress("proved", None) as advance:
        proof = Proof(Layout(path), checkpoint, advance)
        return _told(path, proof, as_json=as_json)


def verify_bundle(path: Path, *, as_json: bool) -> int:
    """The same of a bundle."""
    proof = BundleProof(path)
    return _told(path, proof, as_json=as_json)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of `kuzet export`."""

    folder: Path
    document: str
    text: Path | None
    output: Path
    picture: bool


def export_document(wanted: Wanted) -> None:
    """Write the bundle; what is under no checkpoint yet gets one, when nobody else writes to the archive."""
    if not is_archive(wanted.folder):
        raise Missing(f"{wanted.folder}: no archive in it")
    if wanted.picture:
        _draw(wanted)
    with suppress(Missing), Archive(wanted.folder) as archive:
        archive.checkpoint(datetime.now(UTC))
    text = wanted.text.read_bytes() if wanted.text else None
    data = bundle(Layout(wanted.folder), wanted.document, text)
    output.whole(wanted.output, data)
    click.echo(f"{wanted.output}: {len(data):,} bytes")


def _draw(wanted: Wanted) -> None:
    """A picture of the last capture; without a browser the bundle is written all the same."""
    with Archive(wanted.folder) as archive:
        found = captures_of(archive, wanted.document)
        try:
            if found:
                picture.add(archive, found[-1], datetime.now(UTC))
        except (Missing, BadInput) as error:
            click.echo(f"no picture: {error}", err=True)


def _told(path: Path, proof: Proof | BundleProof, *, as_json: bool) -> int:
    """Findings as they come, then what was proved."""
    if as_json:
        found = [to_data(finding) for finding in proof.findings()]
        click.echo(json.dumps({"findings": found, "proved": to_data(proof.proved)}, ensure_ascii=False, indent=1))
        return 1 if found else 0
    findings = 0
    for finding in proof.findings():
        click.echo(str(finding))
        findings += 1
    for line in _summary(proof.proved) if proof.proved.lines or not findings else ():
        click.echo(line)
    click.echo(f"{path}: {f'{findings} findings' if findings else 'all as it was kept'}")
    return 1 if findings else 0


def _summary(proved: Proved) -> Iterator[str]:
    """What stands there, and how far it is sealed."""
    pictures = f", {proved.pictures:,} pictures" if proved.pictures else ""
    yield (
        f"{proved.captures:,} captures{pictures}, {proved.objects:,} objects, {proved.checkpoints:,} checkpoints, "
        f"{len(proved.stamps):,} time-stamps"
    )
    if proved.sealed_at:
        sealed = f"{proved.sealed:,} of {proved.lines:,} lines"
        yield f"{sealed} are under a checkpoint of {proved.sealed_at:%Y-%m-%d %H:%M} UTC"
    else:
        yield "under no checkpoint: nothing here is signed"
    if proved.stamps:
        first, last = min(each.at for each in proved.stamps), max(each.at for each in proved.stamps)
        roots = ", ".join(sorted({each.authority[:16] for each in proved.stamps}))
        yield f"time-stamped from {first:%Y-%m-%d %H:%M} to {last:%Y-%m-%d %H:%M} UTC by {roots}"
    for number, key in enumerate(proved.keys, 1):
        yield f"key {number}: {key}"
    yield from _remarks(proved)


def _remarks(proved: Proved) -> Iterator[str]:
    """What is no fault, and should be known."""
    if proved.unnamed:
        yield f"{proved.unnamed:,} objects belong to no capture: their writer died before it was acknowledged"
    if proved.torn:
        yield f"{proved.torn:,} torn ends of lines were moved aside, into archive/torn"
    if proved.writing:
        yield "a process writes to it: what came since is not in this proof"
