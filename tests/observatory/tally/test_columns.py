"""Columns of codes as arrays of places, against counting by hand."""

from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as some

from kuzet.observatory.tally import columns
from kuzet.observatory.tally.columns import Column, cells

LETTERS = ("a", "b", "c")
ROWS = some.lists(
    some.tuples(some.sampled_from(LETTERS), some.lists(some.sampled_from(LETTERS), unique=True)),
    min_size=1,
    max_size=40,
)


def found(made, rows, height):
    places, numbers = cells([(column, len(LETTERS)) for column in made], rows, height)
    keys = zip(*([LETTERS[place] for place in several] for several in places), strict=True)
    return dict(zip(keys, numbers.tolist(), strict=True))


def by_hand(rows):
    return Counter(key for one, several in rows for key in product([one], several, several))


def of(values, kind):
    return Column.of(pl.Series(values, dtype=kind))


@settings(deadline=None)
@given(ROWS, some.data())
def test_cells_are_those_counted_by_hand_over_all_rows_and_over_some(rows, data):
    code = pl.Enum(LETTERS)
    one, several = of([row[0] for row in rows], code), of([row[1] for row in rows], pl.List(code))
    chosen = sorted(data.draw(some.sets(some.integers(0, len(rows) - 1))))
    assert found((one, several, several), None, len(rows)) == by_hand(rows)
    assert found((one, several, several), np.array(chosen, dtype=np.int64), len(rows)) == by_hand(
        [rows[place] for place in chosen]
    )


def test_an_incident_without_a_code_stands_in_no_cell():
    assert found((of(["a", None, "c", None], pl.Enum(LETTERS)),), None, 4) == {("a",): 1, ("c",): 1}
    assert found((of([["a"], None, []], pl.List(pl.Enum(LETTERS))),), None, 3) == {("a",): 1}


def test_more_cells_than_counters_are_counted_alike(monkeypatch):
    made = of(["a", "b", "a"], pl.Enum(LETTERS)), of([["c"], ["a", "b"], ["c"]], pl.List(pl.Enum(LETTERS)))
    counted = found(made, None, 3)
    monkeypatch.setattr(columns, "_COUNTERS", 1)
    assert found(made, None, 3) == counted == {("a", "c"): 2, ("b", "a"): 1, ("b", "b"): 1}


@settings(deadline=None)
@given(ROWS, some.sets(some.sampled_from(LETTERS)))
def test_rows_that_hold_a_wanted_code_pass_wherever_in_their_list_it_stands(rows, wanted):
    flags = np.array([letter in wanted for letter in LETTERS])
    one = of([row[0] for row in rows], pl.Enum(LETTERS)).passing(flags)
    several = of([row[1] for row in rows], pl.List(pl.Enum(LETTERS))).passing(flags)
    assert one.tolist() == [row[0] in wanted for row in rows]
    assert several.tolist() == [not wanted.isdisjoint(row[1]) for row in rows]


def test_a_row_without_a_code_never_passes():
    assert of(["a", None], pl.Enum(LETTERS)).passing(np.array([True, True, True])).tolist() == [True, False]
    assert of([["a"], None, []], pl.List(pl.Enum(LETTERS))).passing(np.array([True] * 3)).tolist() == [
        True,
        False,
        False,
    ]
