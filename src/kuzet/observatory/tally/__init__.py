"""Release -> Figure: every number that may be published.

Takes a release (in memory, or written by `write`); gives figures that know their question, their release and the
incidents behind them. Refuses codes that the codebook does not list, shares of nothing, years of which nothing is
known, and a release whose files are not what its manifest says.
"""

from kuzet.observatory.tally.crosses import Cross
from kuzet.observatory.tally.editions import Changed, Compared, Restated, compare
from kuzet.observatory.tally.engine import Tally
from kuzet.observatory.tally.facts import Facts
from kuzet.observatory.tally.filters import Where, parse
from kuzet.observatory.tally.records import Majority, Record, Run
from kuzet.observatory.tally.shares import Split
from kuzet.observatory.tally.store import (
    Prepared,
    digest,
    facts_of,
    is_release,
    open_facts,
    open_release,
    prepared,
    read,
    readable,
    verify,
    write,
)
from kuzet.observatory.tally.totals import indicators, published

__all__ = [
    "Changed",
    "Compared",
    "Cross",
    "Facts",
    "Majority",
    "Prepared",
    "Record",
    "Restated",
    "Run",
    "Split",
    "Tally",
    "Where",
    "compare",
    "digest",
    "facts_of",
    "indicators",
    "is_release",
    "open_facts",
    "open_release",
    "parse",
    "prepared",
    "published",
    "read",
    "readable",
    "verify",
    "write",
]
