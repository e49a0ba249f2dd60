"""A process that is killed in the middle of its work loses nothing that it had acknowledged, and leaves no halves."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from kuzet.basis.incident import Incident
from kuzet.web.folder import opened
from kuzet.web.registry import models, proof, store

ROOT = Path(__file__).resolve().parents[3]
KILLS = 3


def acknowledged(folder, first, seconds):
    """The numbers that a writer acknowledged before it was killed, after so many seconds of writing."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    command = [sys.executable, "-m", "tests.web.registry.writer", folder, str(first)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        told = [int(writer.stdout.readline())]
        time.sleep(seconds)
        writer.kill()
        return [*told, *(int(line) for line in writer.stdout if line.endswith("\n"))]


def test_after_each_kill_every_acknowledged_incident_is_there_and_the_chain_is_whole(folder):
    chance, told = random.Random(1), []
    for _ in range(KILLS):
        told += acknowledged(folder, max(told, default=0) + 2, chance.uniform(0.01, 0.4))
        with opened(folder):
            assert {f"KZ-2024-{number:05}" for number in told} <= {one.id for one in store.load(Incident)}
            assert models.Event.objects.count() == models.Incident.objects.count() + 1
            assert list(proof.findings()) == []
    assert len(told) >= KILLS
