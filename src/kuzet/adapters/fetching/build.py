"""A fetcher put together from its layers."""

from __future__ import annotations

import re

from kuzet import __version__
from kuzet.adapters.fetching.follow import follow
from kuzet.adapters.fetching.once import Once, Setting
from kuzet.adapters.fetching.politeness import Manners, Turns, polite
from kuzet.adapters.fetching.robots import Robots, obedient
from kuzet.basis.errors import BadInput
from kuzet.observatory.collect.ports import Fetcher


def agent(contact: str) -> str:
    """The header User-Agent: name, version, and where to complain; raises `BadInput`.

    >>> agent("https://example.org/kuzet").partition("(")[2]
    '+https://example.org/kuzet)'
    """
    if not re.fullmatch(r"(https?://|mailto:)[!-'*-~]+", contact):
        raise BadInput(contact, "an address where a site's owner reaches you (https://... or mailto:...)", "contact")
    return f"Kuzet/{__version__} (+{contact})"


def fetcher(setting: Setting, manners: Manners | None = None) -> Fetcher:
    """A `Fetcher` for any number of threads."""
    caps, clock = setting.caps, setting.clock
    turns = Turns(manners or Manners(), clock)
    step = polite(Once(setting), turns)
    robots = Robots(follow(step, caps, clock), turns, clock)
    return follow(obedient(step, robots), caps, clock)
