"""What a collection is set up with: `DIR/collect.yml`, the sources' plans, the fetcher, the sandbox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_network
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import msgspec
import yaml

from kuzet.adapters.archive import Archive, Asked
from kuzet.adapters.fetching import build
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.network import Network, known
from kuzet.adapters.fetching.once import Caps, Setting
from kuzet.adapters.fetching.politeness import Manners
from kuzet.adapters.fetching.post import Poster
from kuzet.adapters.ledger import store
from kuzet.adapters.sandbox import Broken, Limits, Sandbox
from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word, from_data
from kuzet.commands.collecting.look import Job, look
from kuzet.commands.collecting.run import LOOKERS, Means
from kuzet.commands.collecting.stamps import AuthorityAt, stamped
from kuzet.language.text import yml
from kuzet.observatory.collect.looked import Looked
from kuzet.observatory.collect.plan import Plan
from kuzet.observatory.collect.ports import Ask, Fetched, Fetcher

LIMITS: Final = Limits(memory=3 * 2**30, cpu=20, seconds=60.0)
"""Of one capture. The first ones also pay for the vocabulary and the models: 6 seconds, 580 MB of memory (2.2 GiB of
addresses, of which the limit is)."""


class Settings(Word):
    """`DIR/collect.yml`. Without `hosts` and `allow` no private address is ever reached."""

    contact: str = ""
    """Where a site's owner reaches whoever runs this: an https:// or mailto: address; part of the user agent."""
    hosts: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Hosts that are found at an address and port of one's own network, as `127.0.0.1:8081`: tests and mirrors."""
    allow: tuple[str, ...] = ()
    """Private networks that may be reached, as `127.0.0.0/8`."""
    authorities: tuple[AuthorityAt, ...] = ()
    """Time-stamping authorities (RFC 3161) that are asked to witness each checkpoint."""
    seconds: float = 30.0
    """For one address, over all redirects."""


def settings(folder: Path) -> Settings:
    """What `DIR/collect.yml` says; raises `BadInput`. The file may be missing."""
    path = folder / "collect.yml"
    if not path.is_file():
        return Settings()
    try:
        data = yml.loaded(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadInput(path.name, f"YAML ({' '.join(str(error).split())})", str(folder)) from None
    return from_data(data or {}, Settings, str(path))


def said(folder: Path, contact: str | None) -> Settings:
    """The same, with the contact that the command line gives."""
    found = settings(folder)
    return msgspec.structs.replace(found, contact=contact) if contact else found


@contextmanager
def means(
    folder: Path, country: str, plans: Mapping[str, Plan], said: Settings, clock: Clock | None = None
) -> Iterator[Means]:
    """All that a collection works with, closed at the end."""
    clock = clock or Clock()
    setting = _setting(said, folder, clock) if said.contact else None
    fetch = build.fetcher(setting, _manners(plans)) if setting else _refused(str(folder / "collect.yml"))
    with (
        Archive(folder) as archive,
        store.written(folder) as db,
        Sandbox(look, LIMITS, LOOKERS) as sandbox,
    ):

        def looked(job: Job) -> Looked:
            found = sandbox(job)
            return Looked(aside=found.why) if isinstance(found, Broken) else found

        def seal() -> list[Asked]:
            archive.checkpoint(clock.now())
            return stamped(archive, said.authorities, Poster(setting)) if setting else []

        yield Means(db, archive, fetch, looked, plans, country, clock, seal)


def _setting(said: Settings, folder: Path, clock: Clock) -> Setting:
    try:
        allowed = tuple(ip_network(one) for one in said.allow)
        network = Network(resolve=known(said.hosts), allowed=allowed)
    except ValueError as error:
        where = str(folder / "collect.yml")
        raise BadInput(said.allow, f"networks such as 10.0.0.0/8 ({error})", where) from None
    return Setting(agent=build.agent(said.contact), network=network, caps=Caps(seconds=said.seconds), clock=clock)


def _refused(where: str) -> Fetcher:
    """Asks for nothing: work that needs no network is done without a contact."""

    def fetch(ask: Ask) -> Fetched:  # noqa: ARG001  (named as `Fetcher` has it)
        raise BadInput("", "an address where a site's owner reaches you; give --contact or put `contact:` there", where)

    return fetch


def _manners(plans: Mapping[str, Plan]) -> Manners:
    """The politeness of each source for the hosts of its start pages."""
    hosts = {
        host: plan.politeness
        for plan in plans.values()
        for url in (plan.source.url, *(start.url for start in plan.start))
        if (host := urlsplit(url).hostname)
    }
    return Manners(hosts=hosts)
