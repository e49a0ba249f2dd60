"""Work in batches: in order, the same on any number of processes, never all at once in memory."""

from __future__ import annotations

import os

import pytest

from kuzet.adapters.batches import beside, in_batches, map_batches


def squares(batch):
    return [number * number for number in batch]


def test_items_come_in_batches_with_a_shorter_last_one():
    assert list(in_batches(range(5), 2)) == [[0, 1], [2, 3], [4]]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_result_is_in_order_whatever_the_number_of_processes(workers):
    made = [number for batch in map_batches(squares, in_batches(range(50), 5), workers) for number in batch]
    assert made == [number * number for number in range(50)]


def test_nothing_gives_nothing():
    assert list(map_batches(squares, [], 2)) == []


def test_an_endless_source_is_read_only_as_far_as_it_is_used():
    def endless():
        number = 0
        while True:
            yield [number]
            number += 1

    results = map_batches(squares, endless(), 1)
    assert [next(results), next(results), next(results)] == [[0], [1], [4]]


@pytest.mark.parametrize("processors", [1, 2])
def test_what_is_done_beside_is_given_where_it_is_asked_for(monkeypatch, processors):
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    with beside() as process:
        asked = [process.submit(squares, [2, 3]), process.submit(os.getpid)]
        right, there = (one.result() for one in asked)
    assert right == [4, 9]
    assert (there == os.getpid()) is (processors == 1)


@pytest.mark.parametrize("processors", [1, 2])
def test_what_goes_wrong_beside_is_raised_where_it_is_asked_for(monkeypatch, processors):
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    with beside() as process:
        asked = process.submit(squares, ["a"])
        with pytest.raises(TypeError):
            asked.result()
