"""A call that hangs holds whoever waits for it only so long, and threads are used again."""

from __future__ import annotations

from threading import Event, get_ident

import pytest

from kuzet.adapters.fetching.late import in_time


def test_what_a_call_gives_is_given():
    assert in_time(lambda: 7, 5.0) == 7


def test_what_a_call_raises_is_raised_where_it_is_waited_for():
    with pytest.raises(OSError, match="not found"):
        in_time(lambda: (_ for _ in ()).throw(OSError("not found")), 5.0)


def test_a_call_that_hangs_is_left_and_does_not_hold_the_next_one():
    going_on = Event()
    with pytest.raises(TimeoutError):
        in_time(lambda: going_on.wait(5.0), 0.01)
    assert in_time(lambda: "next", 5.0) == "next"
    going_on.set()


def test_calls_one_after_another_take_the_same_thread():
    first = in_time(get_ident, 5.0)
    assert first != get_ident()
    assert in_time(get_ident, 5.0) == first


def test_a_late_answer_is_not_taken_for_that_of_the_next_call():
    going_on, ended = Event(), Event()

    def late() -> str:
        going_on.wait(5.0)
        ended.set()
        return "late"

    with pytest.raises(TimeoutError):
        in_time(late, 0.01)
    going_on.set()
    assert ended.wait(5.0)
    assert in_time(lambda: "mine", 5.0) == "mine"
