"""What a capture holds, but for the reading: what the bench of collecting compares with trafilatura."""

from __future__ import annotations

from kuzet.commands import collecting_look
from kuzet.commands.collecting_look import Job
from kuzet.observatory.collect.looked import Looked


def look(job: Job) -> Looked:
    """The same as the collector's, with nothing read and coded."""
    collecting_look._read = lambda *_: ""
    return collecting_look.look(job)
