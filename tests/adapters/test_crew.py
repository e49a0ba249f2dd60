"""Threads that work for one that waits."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Event

from kuzet.adapters.crew import Crew


def test_each_job_comes_back_with_what_came_of_it():
    done = SimpleQueue()
    crew = Crew(lambda number: 10 // number, 2, done)
    for number in (1, 2, 5):
        crew.send(number)
    results = {}
    for _ in range(3):
        one = done.get(timeout=10)
        results[one.job] = one.result
    assert results == {1: 10, 2: 5, 5: 2}


def test_an_error_is_a_result_and_the_thread_goes_on():
    done = SimpleQueue()
    crew = Crew(lambda number: 10 // number, 1, done)
    crew.send(0)
    crew.send(5)
    assert isinstance(done.get(timeout=10).result, ZeroDivisionError)
    assert done.get(timeout=10).result == 2


def test_sending_does_not_wait_and_what_is_under_way_is_counted():
    done, go = SimpleQueue(), Event()
    crew = Crew(lambda _: go.wait(10), 1, done)
    crew.send(1)
    crew.send(2)
    assert crew.under_way == 2
    go.set()
    for _ in range(2):
        done.get(timeout=10)
        crew.received()
    assert crew.under_way == 0
