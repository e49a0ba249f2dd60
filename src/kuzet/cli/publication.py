"""The verb of the public site, as the command line takes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kuzet.cli.paths import FILE, FOLDER, PATH, RELEASE


@click.command()
@click.argument("release", type=RELEASE)
@click.option("-o", "--output", type=PATH, required=True, help="Folder of the site; one that stands there is replaced.")
@click.option("--keys", type=PATH, default=None, help="Data folder whose key signs the site; made at first use.")
@click.option("--address", metavar="URL", default="", help="Where it will stand: for citations, feeds and the sitemap.")
@click.option("--reports", type=FOLDER, default=None, help="Folder with reports of the release to offer.")
@click.option(
    "--publisher", type=FILE, default=None, help="YAML file: who publishes, the licence, where leaving at once leads."
)
@click.option(
    "--edition",
    "editions",
    type=RELEASE,
    multiple=True,
    help="An earlier edition; the log of corrections tells what changed since the last of them.",
)
def publish(release: Path, output: Path, **wanted: Any) -> None:  # noqa: ANN401  (one keyword for each option)
    """Build the public site of a release: a static folder that works on any server, and from a memory stick.

    The site is built beside its place and put there in one step; only pages whose content changed are made anew. It
    needs no server program and asks nothing of any other host. `kuzet verify` proves a copy of it.

    \b
    Examples:
      kuzet publish demo/release -o site --reports demo
      kuzet publish release.zip -o /srv/site --keys data --address https://example.org
      kuzet publish kz-2024-2.zip -o site --edition kz-2024-1.zip
      kuzet verify site
    """
    from kuzet.commands.publishing import Wanted, run

    run(release, Wanted(**wanted), output)
