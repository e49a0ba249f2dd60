"""Spoiled feeds and pages: none ends the work, each is read or set aside. The soak `pages` does 10,000."""

from __future__ import annotations

import pytest
from tests.spoiling import SPOILING, spoiled

from kuzet.basis.word import to_json
from kuzet.observatory.collect.entries import entries
from kuzet.observatory.collect.found import Page, SetAside
from kuzet.observatory.collect.pages import page

ALL = list(spoiled(seed=20240513, wanted=600))


def read(sample):
    if sample.start is not None:
        return entries(sample.start.form, sample.body, sample.start, sample.content_type)
    return page(sample.body, sample.url, sample.content_type)


@pytest.mark.parametrize("part", range(6))
def test_a_spoiled_answer_is_read_or_set_aside_with_a_reason(part):
    for done, sample in ALL[part::6]:
        found = read(sample)
        assert isinstance(found, list | Page | SetAside), (done, sample.name)
        assert not isinstance(found, SetAside) or (found.why and "\n" not in found.why), (done, sample.name)


@pytest.mark.parametrize("part", range(6))
def test_what_is_read_of_a_spoiled_answer_can_be_stored_and_followed(part):
    for done, sample in ALL[part::6]:
        found = read(sample)
        for one in found if isinstance(found, list) else [found]:
            assert isinstance(to_json(one), str), (done, sample.name)
            url = getattr(one, "url", "") or getattr(one, "canonical", "")
            assert not url or url.startswith(("http://", "https://")), (done, sample.name, url)


def test_every_way_of_spoiling_is_among_them():
    done = {name for names, _ in ALL for name in names.split("+")}
    assert done == {one.__name__ for one in SPOILING}
