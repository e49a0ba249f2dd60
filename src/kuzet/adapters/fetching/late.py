"""Calls that may hang, done in threads that are waited for only so long."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final, NamedTuple, TypeVar

T = TypeVar("T")


class _Call(NamedTuple):
    """What is to be done, and where what came of it is waited for."""

    task: Callable[[], object]
    outcome: SimpleQueue[Any]


_FREE: Final[list[SimpleQueue[_Call]]] = []
"""The threads that wait for a call, by where they take it from. As many are made as were ever busy at once."""


def in_time(task: Callable[[], T], seconds: float) -> T:
    """What `task` gives or raises; raises `TimeoutError` after `seconds`, and the thread of a late one runs on."""
    outcome: SimpleQueue[T | Exception] = SimpleQueue()
    _free().put(_Call(task, outcome))
    try:
        result = outcome.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(result, Exception):
        raise result
    return result


def _free() -> SimpleQueue[_Call]:
    try:
        return _FREE.pop()
    except IndexError:
        calls: SimpleQueue[_Call] = SimpleQueue()
        Thread(target=_serve, args=(calls,), daemon=True).start()
        return calls


def _serve(calls: SimpleQueue[_Call]) -> None:
    while True:
        task, outcome = calls.get()
        try:
            result: object = task()
        except Exception as error:  # noqa: BLE001  (raised where it is waited for)
            result = error
        _FREE.append(calls)
        outcome.put(result)
