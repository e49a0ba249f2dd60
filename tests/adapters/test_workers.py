"""Linking gives the same result in this process, over processes, and over the workers of a dask cluster."""

from __future__ import annotations

import os
import signal
from functools import partial

import pytest
from bench import linking

from kuzet.adapters.batches import map_tasks
from kuzet.adapters.workers import over
from kuzet.observatory.link import batch


@pytest.fixture(scope="module")
def items():
    return [one for one, _ in linking.items(800, seed=3)]


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch):
    """Small tasks, so that there are many to hand out."""
    monkeypatch.setattr(batch, "AT_ONCE", 500)
    monkeypatch.setattr("kuzet.observatory.link.lots.AT_ONCE", 500)


def told(items, run):
    with batch.linked(items, run=run) as made:
        return made.groups, list(made.links), list(made.refused), list(made.suggested)


def test_two_processes_give_what_one_gives(items):
    assert told(items, partial(map_tasks, workers=2)) == told(items, batch.here)


@pytest.fixture
def client():
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed (extra `cluster`)")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as made,
    ):
        yield made


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_two_dask_workers_give_what_one_process_gives(items, client):
    assert len(client.nthreads()) == 2
    assert told(items, over(client)) == told(items, batch.here)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_dask_worker_that_dies_loses_nothing(items, client):
    victim = min(client.run(os.getpid).values())

    def killing(function, tasks):
        for number, result in enumerate(over(client)(function, tasks)):
            if number == 0 and function is batch.likely:
                os.kill(victim, signal.SIGKILL)
            yield result

    assert told(items, killing) == told(items, batch.here)
    assert victim not in client.run(os.getpid).values()
