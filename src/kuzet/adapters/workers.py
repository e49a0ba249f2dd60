"""Work spread over the workers of a `dask.distributed` cluster, in order, with a bounded number of tasks under way.

    from distributed import Client
    from kuzet.adapters.workers import over
    from kuzet.observatory.link import batch

    with Client("tcp://scheduler:8786") as client, batch.linked(items, run=over(client)) as found:
        print(found.groups)

Workers need this package (with the extra `cluster`) and nothing else: a task holds all that its result needs, so that
no folder is shared, and the task of a worker that dies is done again by another.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD: Final = 2
"""Tasks for each thread of the cluster that are sent before the first result is waited for."""


class Client(Protocol):
    """What is used of `distributed.Client`."""

    def submit(self, function: Callable[[T], R], task: T, /, *, pure: bool) -> Any:  # noqa: ANN401  (a Future of dask)
        """Send a task."""

    def nthreads(self) -> Mapping[str, int]:
        """The threads of each worker."""


def over(client: Client) -> Callable[[Callable[[T], R], Iterable[T]], Iterator[R]]:
    """Does tasks on the workers of a cluster, however many there are and however they come and go."""

    def run(function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        waiting: deque[Any] = deque()
        for task in tasks:
            waiting.append(client.submit(function, task, pure=False))
            while len(waiting) > AHEAD * max(sum(client.nthreads().values()), 1):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    return run
