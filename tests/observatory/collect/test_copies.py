"""Near-copies: one text at several addresses, told from texts that only tell the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kuzet.observatory.collect import copies

GOLDEN = yaml.safe_load(Path(__file__).with_name("copies.yml").read_text("utf-8"))
SKETCHES = {name: copies.sketch(text) for name, text in GOLDEN["texts"].items()}


@pytest.mark.parametrize("pair", GOLDEN["pairs"], ids=lambda pair: f"{pair['one']} {pair['other']}")
def test_a_pair_is_a_copy_or_not(pair):
    assert copies.is_copy(SKETCHES[pair["one"]], SKETCHES[pair["other"]]) is pair["copy"], pair["why"]


def test_copies_and_others_lie_far_from_the_threshold():
    long = [pair for pair in GOLDEN["pairs"] if "notice" not in pair["one"]]
    similar = [(pair["copy"], copies.similar(SKETCHES[pair["one"]], SKETCHES[pair["other"]])) for pair in long]
    assert min(share for copy, share in similar if copy) > 0.6
    assert max(share for copy, share in similar if not copy) < 0.05


def test_the_index_finds_the_earlier_copies_the_most_similar_first():
    index = copies.Index()
    for name in ("ru-shortened", "ru-headline", "ru-rewritten", "ru-followup", "kk", "en"):
        index.add(name, SKETCHES[name])
    assert [found.id for found in index.earlier(SKETCHES["ru"])] == ["ru-headline", "ru-shortened"]


def test_the_index_finds_every_golden_copy():
    index = copies.Index()
    for name, one in SKETCHES.items():
        index.add(name, one)
    wanted = [pair for pair in GOLDEN["pairs"] if pair["copy"]]
    assert all(pair["other"] in {found.id for found in index.earlier(SKETCHES[pair["one"]])} for pair in wanted)


def test_a_sketch_is_the_same_every_time_and_of_one_size():
    again = copies.sketch(GOLDEN["texts"]["kk"])
    assert again == SKETCHES["kk"]
    assert len(again.digest) == copies.HASHES * 4
    assert len(copies.bands(again)) == len(set(copies.bands(again))) == 32


@pytest.mark.parametrize("text", ["", "сөз", "екі сөз", "!!!", "😀"])
def test_a_text_of_next_to_nothing_is_a_copy_of_nothing(text):
    assert not copies.is_copy(copies.sketch(text), copies.sketch(text))
