"""Work spread over the processors of one machine, in order, with a bounded number of batches under way."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")

BATCH: Final = 100
"""Items a batch: large enough that sending it costs little, small enough that progress is seen."""


def in_batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def map_batches(
    function: Callable[[Sequence[T]], list[R]], batches: Iterable[Sequence[T]], workers: int | None = None
) -> Iterator[list[R]]:
    """`function` of each batch, in the order of the batches, whatever the number of processes.

    One batch alone is done in this process. At most two batches a worker are held in memory.
    """
    iterator = iter(batches)
    first = list(islice(iterator, 2))
    workers = workers or os.cpu_count() or 1
    if len(first) < 2 or workers == 1:
        yield from (function(batch) for batch in _chain(first, iterator))
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[R]]] = deque()
        for batch in _chain(first, iterator):
            waiting.append(pool.submit(function, batch))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


class _Here(Executor):
    """Does each task at once, in this process."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  (raised where the result is asked for, as by a process)
            future.set_exception(error)
        return future


@contextmanager
def beside(number: int = 1) -> Iterator[Executor]:
    """Processes that work beside this one until the end of the block; each starts with a task.

    On one processor there are none: each would only take its turns from this one, after the second that it needs to
    begin.
    """
    if os.cpu_count() == 1:
        yield _Here()
        return
    with ProcessPoolExecutor(number, mp_context=get_context("spawn")) as processes:
        try:
            yield processes
        except BaseException:
            processes.shutdown(wait=False, cancel_futures=True)
            raise


def map_tasks(function: Callable[[T], R], tasks: Iterable[T], workers: int | None = None) -> Iterator[R]:
    """`function` of each task, in the order of the tasks; one task is worth being sent by itself."""
    for done in map_batches(partial(_each, function), ([task] for task in tasks), workers):
        yield from done


def _each(function: Callable[[T], R], tasks: Sequence[T]) -> list[R]:
    return [function(task) for task in tasks]


def _chain(first: Iterable[Sequence[T]], rest: Iterable[Sequence[T]]) -> Iterator[Sequence[T]]:
    yield from first
    yield from rest
