"""The bundle: all parts written into a new folder, sealed, and put in the place of the site in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kuzet.adapters.archive.signing import Key
from kuzet.web.public import blocks, rendering
from kuzet.web.public.building import ledger, manifest, swap, tree
from kuzet.web.public.building.ledger import Ledger
from kuzet.web.public.building.manifest import KIND, SiteManifest
from kuzet.web.public.building.writing import Files, Folders
from kuzet.web.public.edition import Edition, Item, Part


class Built(NamedTuple):
    """What a build did: the manifest, and how many works were done and taken over from the last build."""

    manifest: SiteManifest
    done: int
    taken: int


class Into(NamedTuple):
    """Where the site is built, the key that signs it (None: nobody signs), and what counts entries and works."""

    target: Path
    key: Key | None = None
    advance: Callable[[int], object] = lambda _: None


def build(edition: Edition, parts: Sequence[Part], into: Into) -> Built:
    """Build the site; the old one stands until the new one is whole. Raises `Missing` where it cannot be written."""
    target = into.target
    swap.check_place(target, ours=manifest.is_site(target))
    with swap.room(target) as made:
        constructed = edition.release.manifest.constructed
        folders = Folders(made / "site", target, made / "blocks", blocks.place(target), constructed)
        rendering.announce(constructed=constructed)
        folders.blocks.mkdir()
        before = ledger.last(target)
        tree.start(target, folders.new)
        with Ledger.new(made / "works", before) as noted:
            files = Files(folders, noted, into.advance)
            files.write(lambda: _items(edition, parts))
            sealed = _seal(folders.new, edition, noted, into.key)
        swap.put(folders.new, target)
        (made / "works").replace(ledger.place(target))
        blocks.keep(folders.blocks, target)
        tree.keep(folders.new, target)
    return Built(sealed, files.done, files.taken)


def _items(edition: Edition, parts: Iterable[Part]) -> Iterator[Item]:
    for part in parts:
        yield from part(edition)


def _seal(folder: Path, edition: Edition, noted: Ledger, key: Key | None) -> SiteManifest:
    """Write `SHA256SUMS`, the manifest and its signature."""
    with (folder / manifest.SUMS).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(manifest.sum_line(one.path, one.digest) for _, one in noted.files())
    of, (number, size) = edition.release.manifest, noted.totals()
    made = SiteManifest(
        kind=KIND,
        release=of.id,
        edition=of.edition,
        frozen=of.frozen,
        digest=edition.digest,
        sums=manifest.digest_of(folder / manifest.SUMS),
        files=number,
        bytes=size,
        previous=of.previous,
        key=key.public if key else "",
    )
    noted.seal(made.sums)
    data = manifest.encoded(made)
    (folder / manifest.MANIFEST).write_bytes(data)
    if key:
        (folder / manifest.KEY).write_bytes(key.pem)
        (folder / manifest.SIGNATURE).write_bytes(key.sign(data))
    return made
