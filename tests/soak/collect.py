"""The whole test site: two thousand pages of forty sources, collected, killed fifty times, and out of space.

    python -m tests.soak.collect
    python -m tests.soak.collect --articles 6 --kills 10

First the site is collected twice, and must give exactly its articles and then nothing. Then it is collected anew by
processes that are killed a moment after they have kept so many captures, evenly from the first to the last, and by one
that is not; then on a file system of a megabyte that is made larger each time it is full. Each time no document may be
lost, none be there twice, the archive prove itself, and a ledger built anew from it be the same. Last a source whose
sitemaps always name one more is asked no more often than its bound.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from kuzet.basis.document import Source
from kuzet.basis.names import Name
from kuzet.commands.collecting import setup
from kuzet.commands.collecting.setup import Settings
from kuzet.observatory.collect.plan import Plan, Politeness, Start
from kuzet.observatory.collect.schedule import MOST
from tests.collect_site import ending, running
from tests.collect_site.server import Answer, Server, endless_sitemaps, serving
from tests.collect_site.site import Site

ANSWERING = 39


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=74, help="of a source with pages (74: 2,016 of all)")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=20261126)
    words = parser.parse_args()
    with serving(Server()) as server, tempfile.TemporaryDirectory() as name:
        site, room = Site(server, words.articles), Path(name)
        captures = collected(site, folder(site, room / "whole"))
        killed(site, folder(site, room / "killed"), captures, words)
        full(site, room / "full")
        endless(server, room / "endless")


def folder(site: Site, path: Path) -> Path:
    site.write_sources(path)
    return path


def collected(site: Site, path: Path) -> int:
    """How many captures the site gives."""
    begun = time.monotonic()
    said = running.collected(path)
    print(f"{said['new']} documents of {said['fetched']} captures in {time.monotonic() - begun:.0f} s, {said}")
    check(site, path)
    site.server.forget()
    again = running.collected(path)
    print(f"again: {again['fetched']} fetched, {again['unchanged']} unchanged, {site.server.count(200)} sent whole")
    assert (again["fetched"], again["unchanged"], site.server.count(200)) == (0, ANSWERING, 0)
    return int(said["fetched"])


def killed(site: Site, path: Path, captures: int, words: argparse.Namespace) -> None:
    chance, begun, hit = random.Random(words.seed), time.monotonic(), 0
    for number in range(words.kills):
        hit += ending.killed(path, 1 + number * captures // words.kills, chance)
    running.collected(path)
    check(site, path)
    print(
        f"{words.kills} kills, {hit} of them at work, in {time.monotonic() - begun:.0f} s: nothing lost, nothing twice"
    )


def full(site: Site, path: Path) -> None:
    path.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(path)], check=False)
    if mounted.returncode:
        print("full disk: skipped, a tmpfs cannot be mounted here")
        return
    try:
        folder(site, path)
        megabytes, times = 1, 0
        while err := running.started(path, "--json").communicate()[1]:
            assert err.startswith(f"Error: {path}/"), err
            assert err.count("\n") == 1, err
            megabytes, times = megabytes * 2, times + 1
            subprocess.run(["mount", "-o", f"remount,size={megabytes}m", str(path)], check=True)
        check(site, path)
        print(f"full disk: {times} times full up to {megabytes} MB: nothing lost, nothing twice")
    finally:
        subprocess.run(["umount", "--lazy", str(path)], check=True)


def endless(server: Server, path: Path) -> None:
    """Each sitemap of this source names the next one."""
    host, begun = "endless.example.kz", time.monotonic()
    server.pages[host, "/endless"] = Answer(ill=endless_sitemaps)
    start = Start(form="sitemap", url=f"http://{host}/endless/1")
    source = Source(id="endless", name=Name(en="Endless"), kind="online_media", languages=("kk",), country="KZ")
    plan = Plan(source=source, start=(start,), politeness=Politeness(delay=0.0, at_once=4))
    said = Settings(contact="mailto:a@example.org", hosts={host: f"127.0.0.1:{server.port}"}, allow=("127.0.0.0/8",))
    server.forget()
    with setup.means(path, "kz", {"endless": plan}, said) as means:
        sums = running.Runs(means, [timedelta(0)]).once()
    print(f"endless: {sums.fetched} sitemaps of at most {MOST} in {time.monotonic() - begun:.0f} s")
    assert sums.fetched == server.count(200) == MOST


def check(site: Site, path: Path) -> None:
    found = Counter(document["url"] for document in running.exported(path))
    assert found == Counter(article.url for article in site.articles)
    assert running.wrong(path) == []
    with tempfile.TemporaryDirectory() as name, running.runs(path) as runs:
        runs.rebuilt(Path(name))
        assert running.ledger(path) == running.ledger(Path(name))


if __name__ == "__main__":
    main()
