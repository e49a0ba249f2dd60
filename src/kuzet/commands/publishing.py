"""`kuzet publish` and `kuzet verify SITE`: the public site as a static bundle."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import click

from kuzet.adapters.archive import signing
from kuzet.basis.errors import BadInput
from kuzet.basis.word import to_data
from kuzet.commands.show import ended_by_request, progress
from kuzet.countries import Country
from kuzet.observatory import tally
from kuzet.web.public import publisher, shapes
from kuzet.web.public.building import proof
from kuzet.web.public.building.bundle import Built, Into, build
from kuzet.web.public.edition import Edition, Extra
from kuzet.web.public.parts import PARTS
from kuzet.web.public.shapes import Shapes


class Wanted(NamedTuple):
    """The options of `kuzet publish`."""

    keys: Path | None = None
    address: str = ""
    reports: Path | None = None
    editions: tuple[Path, ...] = ()
    publisher: Path | None = None
    boundaries: Path | None = None


def run(release: Path, wanted: Wanted, target: Path) -> None:
    """Build the site and tell what was built; raises `KuzetError`, and then the old site stands."""
    built = made(release, wanted, target)
    of = built.manifest
    click.echo(
        f"{target}: {of.files:,} files, {of.bytes / 1e6:,.1f} MB, {of.release} edition {of.edition}; "
        f"{built.taken:,} of {built.done + built.taken:,} works taken over; "
        f"{f'signed by key {of.key[:16]}' if of.key else 'not signed (--keys FOLDER signs)'}"
    )


def made(release: Path, wanted: Wanted, target: Path) -> Built:
    """Build the site, and say nothing but how far it is."""
    _check_address(wanted.address)
    editions = tuple(tally.read(edition) for edition in wanted.editions)
    by = publisher.read(wanted.publisher) if wanted.publisher else publisher.default()
    key = signing.key(wanted.keys) if wanted.keys else None
    extra = Extra(wanted.address.rstrip("/"), wanted.reports, editions, by, signed=key is not None)
    edition = Edition.read(release, extra)
    if wanted.boundaries:
        edition = replace(edition, extra=replace(edition.extra, boundaries=_drawn(wanted.boundaries, edition.country)))
    with ended_by_request(), progress("publish", None) as advance:
        return build(edition, PARTS, Into(target, key, advance))


def _drawn(boundaries: Path, country: Country) -> Shapes:
    """The shapes of the regions; what of the file could not be used is told."""
    found = shapes.read(boundaries, country.regions)
    for line in found.aside:
        click.echo(line, err=True)
    return found.shapes


def verify_site(path: Path, checkpoint: Path | None, release: Path | None = None, *, as_json: bool) -> int:
    """Print every finding and what was proved; 1 when there is a finding."""
    digest = tally.digest(tally.read(release).manifest) if release else ""
    found = list(proof.findings(path, checkpoint, digest))
    if as_json:
        click.echo(json.dumps([to_data(each) for each in found], ensure_ascii=False, indent=1))
        return 1 if found else 0
    for each in found:
        click.echo(f"{each.where}: {each.what}")
    of = proof.told(path)
    state = f"{len(found)} findings" if found else "all as it was published"
    by = f"key {of.key}" if of.key else "nobody: not signed"
    click.echo(f"{path}: site of {of.release} edition {of.edition}, {of.files:,} files, signed by {by}: {state}")
    return 1 if found else 0


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        raise BadInput(address, "an address such as https://example.org/kuzet", "--address")
