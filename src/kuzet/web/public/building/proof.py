"""A site proved offline: every file as its manifest says, the manifest as its key signed it, nothing besides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kuzet.adapters.archive import signing
from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.web.public.building import manifest
from kuzet.web.public.building.manifest import KEY, MANIFEST, SEALS, SIGNATURE, SUMS, SiteManifest


class Finding(Word):
    """One thing that is not as it should be: a file (or `manifest.json`), and what is wrong with it."""

    where: str
    what: str


def findings(folder: Path, kept: Path | None = None, digest: str = "") -> Iterator[Finding]:
    """Everything that is wrong with a site.

    `kept` is a manifest that was kept elsewhere: it shows a site signed by another key, or older than that. `digest` is
    that of the release which the site should show.
    """
    yield from _signed(folder)
    yield from _listed(folder)
    yield from _stale(folder, kept, digest)


def told(folder: Path) -> SiteManifest:
    """What the site says of itself; raises `BadInput`."""
    return manifest.read((folder / MANIFEST).read_bytes(), MANIFEST)


def _signed(folder: Path) -> Iterator[Finding]:
    """The manifest against its signature, `SHA256SUMS` against the manifest."""
    found, data = told(folder), (folder / MANIFEST).read_bytes()
    if manifest.digest_of(folder / SUMS) != found.sums:
        yield Finding(where=SUMS, what="altered: not the list that the manifest seals")
    if not found.key:
        yield from (Finding(where=name, what="added: the site is not signed") for name in _there(folder))
        return
    if missing := {KEY, SIGNATURE} - set(_there(folder)):
        yield from (Finding(where=name, what="missing: the manifest names a key") for name in sorted(missing))
        return
    try:
        known = signing.public((folder / KEY).read_bytes(), KEY)
    except BadInput:
        known = ""
    if known != found.key:
        yield Finding(where=KEY, what="altered: not the key that the manifest names")
    if not signing.holds(data, (folder / SIGNATURE).read_bytes(), found.key):
        yield Finding(where=MANIFEST, what="altered: not what its key signed")


def _there(folder: Path) -> list[str]:
    return [name for name in (KEY, SIGNATURE) if (folder / name).exists()]


def _listed(folder: Path) -> Iterator[Finding]:
    """Every file against `SHA256SUMS`."""
    listed = dict(manifest.sums(folder))
    for path, digest in listed.items():
        place = folder / path
        if place.is_symlink() or not place.is_file():
            yield Finding(where=path, what="missing")
        elif manifest.digest_of(place) != digest:
            yield Finding(where=path, what="altered")
    for place in sorted(folder.rglob("*")):
        path = place.relative_to(folder).as_posix()
        if (place.is_symlink() or not place.is_dir()) and path not in listed and path not in SEALS:
            yield Finding(where=path, what="added: no part of this edition")


def _stale(folder: Path, kept: Path | None, digest: str) -> Iterator[Finding]:
    found = told(folder)
    if digest and found.digest != digest:
        yield Finding(where=MANIFEST, what=f"stale: it shows release {found.digest[:16]}…, not {digest[:16]}…")
    if kept is None:
        return
    other = manifest.read(kept.read_bytes(), kept.name)
    if other.key != found.key:
        yield Finding(where=MANIFEST, what=f"signed by another key than {kept.name}: {found.key[:16] or 'none'}…")
    if (found.release, found.digest) != (other.release, other.digest) and found.frozen <= other.frozen:
        yield Finding(where=MANIFEST, what=f"stale: frozen on {found.frozen}, {kept.name} on {other.frozen}")
