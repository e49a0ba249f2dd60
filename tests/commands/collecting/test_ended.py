"""A collection that is killed, asked to end, or out of space: nothing is lost, and nothing is there twice."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess

import pytest
from tests.collect_site import ending, running
from tests.collect_site.server import Server, serving
from tests.collect_site.site import Site

KILLS = 2
"""`python -m tests.soak.collect` kills fifty times."""

ONE = 1
"""Processors where one process that looks at pages shows as much as several; the killed collection has them all."""


@pytest.fixture(scope="module")
def site():
    with serving(Server()) as server:
        yield Site(server, each=2)


@pytest.fixture
def folder(site, tmp_path):
    site.write_sources(tmp_path, seconds=2.0)
    return tmp_path


@pytest.fixture
def small_disk(site, tmp_path):
    """A file system of one megabyte."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("test of a full disk: a tmpfs cannot be mounted here")
    site.write_sources(tmp_path, seconds=2.0)
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


def urls(folder):
    return sorted(document["url"] for document in running.exported(folder))


def expected(site):
    return sorted(article.url for article in site.articles)


def test_killed_at_random_moments_it_loses_no_document_and_has_none_twice(site, folder):
    chance = random.Random(20240513)
    moments = sorted(chance.randrange(1, 80) for _ in range(KILLS))
    assert sum(ending.killed(folder, moment, chance) for moment in moments) >= 1
    running.collected(folder, processors=ONE)
    assert urls(folder) == expected(site)
    assert running.wrong(folder) == []


def test_captures_that_the_ledger_has_not_seen_are_taken_before_anything_is_asked(site, folder):
    ending.killed(folder, 20, random.Random(1), processors=ONE)
    (folder / "collection.sqlite").unlink()
    site.server.forget()
    said = running.collected(folder, "--rebuild", processors=ONE)
    assert said["new"] > 0
    assert not site.server.seen


@pytest.mark.parametrize("more", [(), ("--watch",)])
def test_asked_to_end_it_takes_what_it_has_kept_and_says_what_it_did(folder, more):
    process = ending.at_work(folder, 5, *more, processors=ONE)
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert json.loads(out)["fetched"] == ending.lines(folder)
    ((processed,),) = running.ledger(folder)["fold"]
    assert processed == ending.lines(folder)


def test_a_full_disk_is_told_in_one_line_and_the_next_run_goes_on(site, small_disk):
    process = running.started(small_disk, processors=ONE)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 1
    assert err.startswith(f"Error: {small_disk}/")
    assert err.count("\n") == 1
    assert "full" in err or "No space left on device" in err
    acknowledged = ending.acknowledged(small_disk)
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    told, err = running.started(small_disk, "--json", processors=ONE).communicate(timeout=120)
    assert err == ""
    assert json.loads(told)["space"].endswith(f"MiB are free for {small_disk}, expected at least 2,048")
    assert urls(small_disk) == expected(site)
    assert running.wrong(small_disk) == []
    assert acknowledged
    assert ending.acknowledged(small_disk).startswith(acknowledged)


def test_a_folder_that_another_process_collects_is_left_to_it(folder):
    process = ending.at_work(folder, 1, processors=ONE)
    second = running.started(folder, processors=ONE)
    _, err = second.communicate(timeout=60)
    os.kill(process.pid, signal.SIGTERM)
    process.communicate(timeout=60)
    assert second.returncode == 1
    assert err == f"Error: {folder}/archive is in use: process {process.pid} writes to it; wait for it, or end it\n"
