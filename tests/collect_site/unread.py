"""What a capture holds, but for the reading: what the bench of collecting compares with trafilatura."""

from __future__ import annotations

from kuzet.commands.collecting import look as looking
from kuzet.commands.collecting.look import Job
from kuzet.observatory.collect.looked import Looked


def look(job: Job) -> Looked:
    """The same as the collector's, with nothing read and coded."""
    looking._read = lambda *_: ""
    return looking.look(job)
