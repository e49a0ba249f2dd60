"""What is taken back, and what is brought back."""

from __future__ import annotations

import pytest

from kuzet.basis.undo import undone, unfounded


@pytest.mark.parametrize(
    ("undoes", "gone"),
    [
        ({}, set()),
        ({"a": None, "b": None}, set()),
        ({"a": None, "u": "a"}, {"a"}),
        ({"a": None, "u": "a", "v": "u"}, {"u"}),
        ({"a": None, "u": "a", "v": "u", "w": "v"}, {"v", "a"}),
        ({"a": None, "u": "a", "v": "a", "w": "u"}, {"u", "a"}),
        ({"": None, "u": ""}, {""}),
    ],
)
def test_an_entry_is_undone_by_any_undo_that_holds(undoes, gone):
    assert undone(undoes) == gone
    assert undone(dict(reversed(undoes.items()))) == gone
    assert unfounded(undoes) == {}


@pytest.mark.parametrize(
    ("undoes", "expected"),
    [
        ({"a": None, "u": "b"}, {"u": "the id of an entry of this log"}),
        ({"u": "u"}, {"u": "the id of another entry: nothing undoes itself"}),
        (
            {"u": "v", "v": "u"},
            dict.fromkeys("uv", "the id of an entry that can be undone: it leads in a circle or to none"),
        ),
    ],
)
def test_an_undo_that_leads_nowhere_is_told_with_what_was_expected(undoes, expected):
    assert unfounded(undoes) == expected


def test_an_undo_that_leads_nowhere_undoes_nothing():
    assert undone({"a": None, "u": "v", "v": "u", "w": "x"}) == set()
