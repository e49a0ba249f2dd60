"""Work in batches: in order, the same on any number of processes, never all at once in memory."""

from __future__ import annotations

import pytest

from kuzet.adapters.batches import in_batches, map_batches


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
