"""The index in a file, and gathered from blocks, finds what the index in memory finds."""

from __future__ import annotations

import io

import pytest
from tests.web.public.search.golden import QUERIES

from kuzet.adapters.batches import in_batches
from kuzet.web.seeking import disk, gathering
from kuzet.web.seeking.disk import Disk
from kuzet.web.seeking.gathering import Entry, Gathered, block
from kuzet.web.seeking.index import Index
from kuzet.web.seeking.seek import asked, ranked


@pytest.fixture(scope="module")
def index(edition):
    return Index.of(edition.incidents)


def gathered_in(size, incidents):
    gathered = Gathered(io.BytesIO())
    for some in in_batches(incidents, size):
        gathered.add(block(some), len(some))
    return gathered


@pytest.fixture(scope="module")
def on_disk(edition, tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "index.sqlite"
    disk.write(path, gathered_in(100, edition.incidents))
    return Disk(path)


@pytest.mark.parametrize("size", [1, 50, 346])
def test_blocks_of_any_size_give_the_same_keys(edition, index, size):
    assert dict(gathered_in(size, edition.incidents).groups()) == index.groups


def test_a_file_gives_the_hits_of_the_index_in_memory_for_every_golden_query(index, on_disk):
    queries = [query for query, _ in QUERIES]
    assert [ranked(on_disk, asked(each)) for each in queries] == [ranked(index, asked(each)) for each in queries]


@pytest.mark.parametrize("query", ["eslomova", "журналст", "2024", "0006", "kz-2024-0006", "а", "", "ab'"])
def test_slips_numbers_and_short_words_are_met_alike(index, on_disk, query):
    assert ranked(on_disk, asked(query)) == ranked(index, asked(query))


def test_of_a_common_key_the_heaviest_incidents_are_kept(edition, monkeypatch):
    monkeypatch.setattr(gathering, "MOST", 3)
    incidents = [one for one in edition.incidents if not one.reconstructed][:20]
    group = dict(gathered_in(5, incidents).groups())["kz"]
    assert group["kz"] == Entry(7, {0: 20, 1: 20, 2: 20}, gathering.rarity(20, 20))
