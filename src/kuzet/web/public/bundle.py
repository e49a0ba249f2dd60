"""The bundle: all parts written into a new folder, sealed, and put in the place of the site in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kuzet.adapters.archive.signing import Key
from kuzet.web.public import earlier, look, manifest, swap
from kuzet.web.public.edition import Edition, Entry, Part, Work
from kuzet.web.public.manifest import KIND, SiteManifest
from kuzet.web.public.writing import Files, Folders, Written


class Built(NamedTuple):
    """What a build did: the manifest, and how many works were done and taken over from the last build."""

    manifest: SiteManifest
    done: int
    taken: int


class Into(NamedTuple):
    """Where the site is built, the key that signs it (None: nobody signs), and what counts the files."""

    target: Path
    key: Key | None = None
    advance: Callable[[int], object] = lambda _: None


def build(edition: Edition, parts: Sequence[Part], into: Into) -> Built:
    """Build the site; the old one stands until the new one is whole. Raises `Missing` where it cannot be written."""
    target = into.target
    swap.check_place(target, ours=manifest.is_site(target))
    with swap.room(target) as made:
        folders = Folders(made / "site", target)
        folders.new.mkdir()
        files = Files(folders, look.digest(), earlier.read(target))
        works, counts = _worked(files, _items(edition, parts), into)
        written = files.written + [one for done in works.values() for one in done[1]]
        sealed = _seal(folders.new, edition, written, into.key)
        swap.put(folders.new, target)
        earlier.write(target, {name: (inputs, [one.path for one in ones]) for name, (inputs, ones) in works.items()})
    return Built(sealed, *counts)


def _items(edition: Edition, parts: Iterable[Part]) -> Iterator[Entry | Work]:
    for part in parts:
        yield from part(edition)


Works = dict[str, tuple[str, tuple[Written, ...]]]


def _worked(files: Files, items: Iterator[Entry | Work], into: Into) -> tuple[Works, tuple[int, int]]:
    works: Works = {}
    counts = [0, 0]
    for done in files.done(items):
        works[done.name] = (done.inputs, done.files)
        counts[not done.fresh] += 1
        into.advance(len(done.files))
    into.advance(len(files.written))
    return works, (counts[0], counts[1])


def _seal(folder: Path, edition: Edition, written: Sequence[Written], key: Key | None) -> SiteManifest:
    """Write `SHA256SUMS`, the manifest and its signature."""
    with (folder / manifest.SUMS).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(manifest.sum_line(one.path, one.digest) for one in sorted(written))
    of = edition.release.manifest
    made = SiteManifest(
        kind=KIND,
        release=of.id,
        edition=of.edition,
        frozen=of.frozen,
        digest=edition.digest,
        sums=manifest.digest_of(folder / manifest.SUMS),
        files=len(written),
        bytes=sum(one.size for one in written),
        previous=of.previous,
        key=key.public if key else "",
    )
    data = manifest.encoded(made)
    (folder / manifest.MANIFEST).write_bytes(data)
    if key:
        (folder / manifest.KEY).write_bytes(key.pem)
        (folder / manifest.SIGNATURE).write_bytes(key.sign(data))
    return made
